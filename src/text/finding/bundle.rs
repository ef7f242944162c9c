//! Words of facts about files and the bundle as a whole.

use super::{Action, Words, about, file_name, name, names, not_opened, skipped};
use crate::core::finding::{BundleFact, Id, Kind};
use crate::core::place::Place;
use crate::text::number::{counted, whole};
use crate::text::prose::before_han;
use crate::text::{Lang, fault, kind};

pub(super) fn words(lang: Lang, fact: &BundleFact) -> Words {
    match fact {
        BundleFact::ArchiveLimitReached {
            limit,
            allowed,
            seen,
        } => limit_reached(lang, limit, *allowed, *seen),
        BundleFact::ArchiveEntrySkipped { entry, reason } => skipped::words(lang, entry, reason),
        BundleFact::ContainersDisagree {
            name,
            places,
            fingerprints,
        } => disagree(lang, name, places, fingerprints.len()),
        BundleFact::CertificateMissing {
            keys,
            requests,
            issuers,
        } => missing(lang, *keys, *requests, *issuers),
        BundleFact::ExtensionLies { extension, kind } => extension_lies(lang, extension, *kind),
        BundleFact::FileDamaged { kind, detail } => damaged(lang, *kind).raw(detail),
        BundleFact::FileNotOpened { content } => not_opened::words(lang, *content),
        BundleFact::FileNotUnderstood { bytes, begins } => not_understood(lang, *bytes).raw(begins),
        BundleFact::FileUnreadable { fault } => fault::unreadable(lang, fault),
        BundleFact::TextBom {} => byte_order_mark(lang),
        BundleFact::TextUtf16 { little_endian } => utf16(lang, *little_endian),
        BundleFact::TextExtraLines { lines } => extra_lines(lang, *lines),
        BundleFact::ArmourRepaired { kind, line } => armour_repaired(lang, *kind, *line),
        BundleFact::WrongLabel { label, kind } => wrong_label(lang, label, *kind),
    }
}

fn limit_reached(lang: Lang, limit: &str, allowed: u64, seen: u64) -> Words {
    let what = limit_name(lang, limit);
    let (allowed, seen) = (whole(allowed), whole(seen));
    if matches!(limit, "kdf_iterations" | "scrypt_bytes") {
        return too_costly(lang, what, &allowed, &seen);
    }
    Words::new(
        say!(lang, "Stopped at a limit: {what}", "达到上限而停止：{what}"),
        say!(
            lang,
            "There are {seen}, and {allowed} are allowed. Files that unpack without end or nest without end are a known trick, so Certwright reads up to the limit and tells what it found until there.",
            "实际为 {seen}，上限为 {allowed}。无限膨胀或无限嵌套的文件是一种已知的攻击手法，所以 Certwright 只读到上限为止，并说明到那里为止的内容。"
        ),
        about(lang, Id::ArchiveLimitReached).remedy,
    )
}

/// A password derivation that would keep the machine busy for minutes or fill its memory.
fn too_costly(lang: Lang, what: &str, allowed: &str, seen: &str) -> Words {
    Words::new(
        say!(
            lang,
            "Not opened, because it would cost too much: {what}",
            "未打开，因为代价过高：{what}"
        ),
        say!(
            lang,
            "The file asks for {seen}; honest files stay below {allowed}. A number that large serves only to keep a program busy, whatever the password.",
            "文件要求 {seen}，正常文件不超过 {allowed}。这么大的数字只会让程序一直忙下去，与密码对不对无关。"
        ),
        lang.pick(
            "Ask whoever made the file for one with fewer iterations, or write it anew with openssl where you trust it.",
            "请让制作者用较少的迭代次数重新生成；如果信任该文件，也可以用 openssl 重新写一份。",
        ),
    )
}

fn limit_name(lang: Lang, limit: &str) -> &'static str {
    let (en, zh) = match limit {
        "archive_depth" => ("archives inside archives", "压缩包嵌套层数"),
        "archive_entries" => ("entries of the archive", "压缩包条目数"),
        "archive_ratio" => (
            "times that an entry grows on unpacking",
            "条目解压后的膨胀倍数",
        ),
        "archive_total_bytes" => (
            "bytes of the archive when unpacked",
            "压缩包解压后的总字节数",
        ),
        "chain_pool" => ("certificates for building chains", "用于构建证书链的证书数"),
        "der_depth" => ("values inside values", "数据结构嵌套层数"),
        "file_bytes" => ("bytes of one file", "单个文件的字节数"),
        "folder_depth" => ("folders inside folders", "文件夹嵌套层数"),
        "folder_entries" => ("entries of the folder", "文件夹条目数"),
        "kdf_iterations" => (
            "rounds of deriving a key from the password",
            "由密码派生密钥的迭代次数",
        ),
        "keystore_entries" => ("entries of the keystore", "密钥库条目数"),
        "names_kept" => ("alternative names", "使用者可选名称数"),
        "pem_block_bytes" => ("characters of one PEM block", "单个 PEM 块的字符数"),
        "pem_blocks" => ("PEM blocks of one file", "单个文件的 PEM 块数"),
        "rsa_bits" => ("bits of an RSA key", "RSA 密钥位数"),
        "scrypt_bytes" => (
            "bytes of memory for deriving a key from the password",
            "由密码派生密钥所需的内存字节数",
        ),
        _ => ("size", "大小"),
    };
    lang.pick(en, zh)
}

fn disagree(lang: Lang, server: &str, places: &[Place], certificates: usize) -> Words {
    let files: Vec<String> = places.iter().map(ToString::to_string).collect();
    let (server, files) = (name(server), names(lang, &files));
    Words::new(
        say!(
            lang,
            "The files hold different certificates for “{server}”",
            "各文件里“{server}”的证书不一致"
        ),
        say!(
            lang,
            "There are {certificates} different server certificates for the same names: {files}. Usually one of them is from an earlier order, and two servers would show different certificates.",
            "同样的域名有 {certificates} 个不同的服务器证书：{files}。通常其中一个来自以前的订单，这样两台服务器会出示不同的证书。"
        ),
        about(lang, Id::ContainersDisagree).remedy,
    )
}

fn missing(lang: Lang, keys: usize, requests: usize, issuers: usize) -> Words {
    let mut held = Vec::new();
    if keys > 0 {
        held.push(counted(
            lang,
            keys,
            ("private key", "private keys"),
            "个私钥",
        ));
    }
    if requests > 0 {
        held.push(counted(lang, requests, ("CSR", "CSRs"), "个 CSR"));
    }
    if issuers > 0 {
        held.push(counted(
            lang,
            issuers,
            ("CA certificate", "CA certificates"),
            "个 CA 证书",
        ));
    }
    let held = crate::text::number::enumerated(lang, &held);
    let why = if held.is_empty() {
        lang.pick(
            "Nothing else of an order was found either.",
            "也没有找到订单的其他内容。",
        )
        .to_owned()
    } else {
        say!(lang, "Found instead: {held}.", "找到的是：{held}。")
    };
    Words::new(
        lang.pick("The server certificate is missing", "缺少服务器证书"),
        why,
        about(lang, Id::CertificateMissing).remedy,
    )
    .with(Action::AddFiles)
}

fn extension_lies(lang: Lang, extension: &str, held: Kind) -> Words {
    let (extension, held) = (name(extension), kind::with_article(lang, held));
    Words::new(
        say!(lang, "The file is called .{extension} but holds {held}", "文件扩展名是 .{extension}，内容却是{held}"),
        lang.pick(
            "Certwright goes by the content and reads it all the same. Servers and import wizards that go by the name refuse it.",
            "Certwright 按内容判断，照样可以读取。按扩展名判断的服务器和导入向导会拒绝它。",
        ),
        about(lang, Id::ExtensionLies).remedy,
    )
}

pub(super) fn damaged(lang: Lang, held: Kind) -> Words {
    let noun = match held {
        Kind::Unknown => lang.pick("file", "文件").into(),
        kind => kind::inside(lang, kind),
    };
    Words::new(
        match lang {
            Lang::En => format!("The {noun} is damaged"),
            Lang::Zh => format!("这个{}已损坏", before_han(&noun)),
        },
        say!(
            lang,
            "It begins like one, but its structure breaks off or contradicts itself. That happens when a download ends early, or when a file was sent or saved as text.",
            "文件开头符合格式，但后面的结构中断或自相矛盾。下载中断，或文件被当作文本发送、保存时会这样。"
        ),
        lang.pick(
            "Download or copy the file again, in binary mode where there is a choice.",
            "重新下载或复制这个文件；如可选择，用二进制方式。",
        ),
    )
}

fn not_understood(lang: Lang, bytes: u64) -> Words {
    let size = crate::text::number::size(bytes);
    if bytes == 0 {
        return Words::new(
            lang.pick("The file is empty", "文件是空的"),
            lang.pick("It has no content at all.", "文件没有任何内容。"),
            lang.pick("Download or copy it again.", "重新下载或复制。"),
        );
    }
    Words::new(
        lang.pick("The file was not understood", "无法识别这个文件"),
        say!(
            lang,
            "Its {size} begin like no certificate, key, request, keystore or archive that Certwright knows.",
            "这 {size} 内容的开头不像 Certwright 认识的任何证书、私钥、CSR、密钥库或压缩包。"
        ),
        about(lang, Id::FileNotUnderstood).remedy,
    )
}

fn byte_order_mark(lang: Lang) -> Words {
    Words::new(
        lang.pick("The text begins with a byte order mark", "文本开头有字节顺序标记（BOM）"),
        lang.pick(
            "Windows editors put it there unseen. OpenSSL, nginx and Java then do not find the first certificate or key.",
            "这是 Windows 编辑器悄悄加上的。OpenSSL、nginx 和 Java 会因此找不到第一个证书或私钥。",
        ),
        about(lang, Id::TextBom).remedy,
    )
}

fn utf16(lang: Lang, is_little_endian: bool) -> Words {
    let order = if is_little_endian {
        "UTF-16 LE"
    } else {
        "UTF-16 BE"
    };
    Words::new(
        say!(
            lang,
            "The text is saved as {order}",
            "文本保存成了 {order} 编码"
        ),
        lang.pick(
            "PowerShell’s “>” and some editors write it. Certwright reads it; servers do not.",
            "PowerShell 的“>”和一些编辑器会这样写。Certwright 能读取，服务器不能。",
        ),
        about(lang, Id::TextUtf16).remedy,
    )
}

fn extra_lines(lang: Lang, lines: usize) -> Words {
    let lines = counted(lang, lines, ("line", "lines"), "行");
    Words::new(
        say!(lang, "{lines} of other text around the PEM blocks", "PEM 块之外还有 {lines}其他文本"),
        lang.pick(
            "OpenSSL writes such lines and skips them on reading; so do most servers. A few appliances refuse the file.",
            "OpenSSL 会写这样的行，读取时跳过；多数服务器也一样。少数设备会拒绝这个文件。",
        ),
        about(lang, Id::TextExtraLines).remedy,
    )
}

fn armour_repaired(lang: Lang, held: Kind, line: u32) -> Words {
    let held = kind::inside(lang, held);
    Words::new(
        say!(
            lang,
            "The header in line {line} is disfigured",
            "第 {line} 行的 BEGIN 标记被改坏了"
        ),
        say!(
            lang,
            "Certwright read the {held} anyway. Servers want exactly five hyphens before and after the label; word processors and mail programs change them.",
            "Certwright 仍然读出了其中的{held}。服务器要求标签前后正好五个连字符，而文字处理软件和邮件程序会改动它们。"
        ),
        about(lang, Id::PemArmourRepaired).remedy,
    )
}

fn wrong_label(lang: Lang, label: &str, held: Kind) -> Words {
    let (label, held) = (file_name(label), kind::with_article(lang, held));
    Words::new(
        say!(lang, "A block labelled “{label}” holds {held}", "标为“{label}”的块里是{held}"),
        lang.pick(
            "Certwright goes by the content. Programs that look for the right label skip the block or stop there.",
            "Certwright 按内容判断。按标签查找的程序会跳过这个块，或者在这里停下。",
        ),
        about(lang, Id::PemLabelWrong).remedy,
    )
}
