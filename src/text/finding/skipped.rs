//! Words of archive entries that were left out.

use super::{Words, about, name};
use crate::core::finding::{Id, SkipReason};
use crate::text::Lang;

pub(super) fn words(lang: Lang, entry: &str, reason: &SkipReason) -> Words {
    let entry = name(entry);
    let message = say!(
        lang,
        "“{entry}” in the archive was left out",
        "压缩包里的“{entry}”被跳过"
    );
    let (why, remedy) = match reason {
        SkipReason::ClimbingName => climbing(lang),
        SkipReason::Damaged(_) => damaged(lang),
        SkipReason::DuplicateName => duplicate(lang),
        SkipReason::Encrypted => encrypted(lang),
        SkipReason::Link => link(lang),
        SkipReason::Method(_) => method(lang),
    };
    let remedy = remedy.unwrap_or_else(|| about(lang, Id::ArchiveEntrySkipped).remedy);
    let words = Words::new(message, why, remedy);
    match reason {
        SkipReason::Damaged(detail) | SkipReason::Method(detail) => words.raw(detail),
        _ => words,
    }
}

type Reason = (&'static str, Option<&'static str>);

fn climbing(lang: Lang) -> Reason {
    let why = lang.pick(
        "Its name leads out of the archive’s own folder. An unpacker that trusts such a name overwrites files elsewhere.",
        "它的名称指向压缩包文件夹之外。轻信这种名称的解压程序会覆盖别处的文件。",
    );
    let remedy = lang.pick(
        "Do not unpack this archive; ask whoever sent it, and download the certificate again from the CA.",
        "不要解压这个压缩包；询问发送者，并从 CA 重新下载证书。",
    );
    (why, Some(remedy))
}

fn duplicate(lang: Lang) -> Reason {
    let why = lang.pick(
        "Another entry has the same name. Unpackers keep one of the two, and which one differs.",
        "另一个条目与它同名。解压程序只保留其中一个，保留哪个因程序而异。",
    );
    (why, None)
}

fn link(lang: Lang) -> Reason {
    let why = lang.pick(
        "It is a link to another file, not a file. Links in archives are not followed.",
        "它是指向其他文件的链接，不是文件。Certwright 不跟随压缩包里的链接。",
    );
    (why, None)
}

fn damaged(lang: Lang) -> Reason {
    let why = lang.pick(
        "Its data ends early or its checksum does not fit.",
        "它的数据提前结束，或者校验和不符。",
    );
    let remedy = lang.pick("Download the archive again.", "重新下载压缩包。");
    (why, Some(remedy))
}

fn method(lang: Lang) -> Reason {
    let why = lang.pick(
        "It is packed by a method that Certwright does not read.",
        "它使用的压缩方法 Certwright 不能读取。",
    );
    let remedy = lang.pick(
        "Unpack the archive with the program that made it, and open the folder.",
        "用制作它的程序解压，然后打开文件夹。",
    );
    (why, Some(remedy))
}

fn encrypted(lang: Lang) -> Reason {
    let why = lang.pick(
        "It is encrypted with the archive’s own password.",
        "它用压缩包自己的密码加密了。",
    );
    let remedy = lang.pick(
        "Unpack the archive with its password, and open the folder.",
        "用密码解压压缩包，然后打开文件夹。",
    );
    (why, Some(remedy))
}
