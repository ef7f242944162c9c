//! What the preview says beside the files: a sentence without full stop, and why it matters.

use crate::core::convert::Note;
use crate::text::Lang;
use crate::text::foreign::short;
use crate::text::number::{counted, shortened};
use crate::text::prose::before_han;

/// A note in words: what is so, and why it matters.
pub fn words(lang: Lang, note: &Note) -> (String, String) {
    match note {
        Note::ChainIncomplete(issuer) => chain_incomplete(lang, issuer),
        Note::AliasLowered { from, to } => alias_lowered(lang, from, to),
        Note::ProviderKept(provider) => provider_kept(lang, provider),
        Note::ProviderDropped(provider) => provider_dropped(lang, provider),
        Note::OtherEntriesLeft(count) => other_entries_left(lang, *count),
        Note::LockedLeft(count) => locked_left(lang, *count),
        Note::TrustedLeft(count) => trusted_left(lang, *count),
        Note::KeylessLeft(titles) => keyless_left(lang, titles),
        Note::LooseKeysLeft(count) => loose_keys_left(lang, *count),
        Note::WithoutKey => fixed(
            lang,
            ("No private key goes in", "里面没有私钥"),
            (
                "None is here. A server cannot use the certificate without it.",
                "这里没有私钥。没有私钥，服务器无法使用这个证书。",
            ),
        ),
        Note::KeyUnprotected => fixed(
            lang,
            ("The private key is not encrypted", "私钥没有加密"),
            (
                "Servers start with it without a question. Whoever gets the file has the key, so it is written for you and those you name, for nobody else.",
                "服务器启动时不会询问密码。拿到文件就等于拿到私钥，所以写出的文件只有您和您指定的账户能读取。",
            ),
        ),
        Note::OnePassword => fixed(
            lang,
            (
                "The password of the store is the password of its keys",
                "密钥库密码就是私钥密码",
            ),
            (
                "Java knows one password only for a PFX. In server.xml leave certificateKeyPassword out or set both alike.",
                "对于 PFX，Java 只认一个密码。在 server.xml 中不写 certificateKeyPassword，或让两者相同。",
            ),
        ),
        Note::NamesSkipped(count) => names_skipped(lang, *count),
        Note::ChainNotInDer => fixed(
            lang,
            ("The chain stays behind", "不含证书链"),
            (
                "DER holds one certificate. Take P7B or PEM for certificate and chain together.",
                "DER 只能容纳一个证书。需要证书和证书链在一起时，选择 P7B 或 PEM。",
            ),
        ),
    }
}

/// Whether a note tells of something that may go wrong, rather than of something good to know.
pub const fn is_warning(note: &Note) -> bool {
    match note {
        Note::ChainIncomplete(_)
        | Note::OtherEntriesLeft(_)
        | Note::LockedLeft(_)
        | Note::TrustedLeft(_)
        | Note::KeylessLeft(_)
        | Note::LooseKeysLeft(_)
        | Note::WithoutKey
        | Note::NamesSkipped(_) => true,
        Note::AliasLowered { .. }
        | Note::ProviderKept(_)
        | Note::ProviderDropped(_)
        | Note::KeyUnprotected
        | Note::OnePassword
        | Note::ChainNotInDer => false,
    }
}

fn fixed(lang: Lang, what: (&str, &str), why: (&str, &str)) -> (String, String) {
    (
        lang.pick(what.0, what.1).to_owned(),
        lang.pick(why.0, why.1).to_owned(),
    )
}

fn chain_incomplete(lang: Lang, issuer: &str) -> (String, String) {
    let issuer = short(issuer);
    let why = lang.pick(
        "Many clients do not fetch it by themselves and will refuse the certificate. Add the file of this issuer and convert again.",
        "许多客户端不会自己下载它，因而不接受这个证书。添加这个颁发者的文件后再转换。",
    );
    (
        say!(
            lang,
            "The chain is incomplete: “{issuer}” is missing",
            "证书链不完整：缺少“{issuer}”"
        ),
        why.to_owned(),
    )
}

fn alias_lowered(lang: Lang, from: &str, to: &str) -> (String, String) {
    let (from, to) = (short(from), short(to));
    let why = lang.pick(
        "Java keeps aliases in lower case. Write it so in the configuration.",
        "Java 以小写保存别名。配置里也要这样写。",
    );
    (
        say!(
            lang,
            "Java will list “{from}” as “{to}”",
            "Java 会把“{from}”显示为“{to}”"
        ),
        why.to_owned(),
    )
}

fn provider_kept(lang: Lang, provider: &str) -> (String, String) {
    let provider = short(provider);
    let why = lang.pick(
        "The file names it, and Windows puts the key into that provider on import. Some programs work with one kind of provider only.",
        "文件里写明了它，Windows 导入时会把私钥放进这个提供程序。有些程序只能使用某一类提供程序。",
    );
    (
        say!(
            lang,
            "Windows will use the provider “{provider}”",
            "Windows 将使用提供程序“{provider}”"
        ),
        why.to_owned(),
    )
}

fn provider_dropped(lang: Lang, provider: &str) -> (String, String) {
    let provider = short(provider);
    let why = lang.pick(
        "Windows takes its default provider on import; other programs do not know this mark at all.",
        "Windows 导入时使用默认的提供程序；其他程序根本不认识这个标记。",
    );
    (
        say!(
            lang,
            "The provider “{provider}” of the source is left out",
            "不保留来源文件中的提供程序“{provider}”"
        ),
        why.to_owned(),
    )
}

fn other_entries_left(lang: Lang, count: usize) -> (String, String) {
    let entries = counted(lang, count, ("other entry", "other entries"), "个其他条目");
    let why = lang.pick(
        "Secret keys and revocation lists are not carried over. Keep the source for whatever uses them.",
        "对称密钥和吊销列表不会带过去。如有程序使用它们，保留来源文件。",
    );
    let what = match (lang, count) {
        (Lang::En, 1) => format!("{entries} of the source stays behind"),
        (Lang::En, _) => format!("{entries} of the source stay behind"),
        (Lang::Zh, _) => format!("来源文件中有 {entries}不会带过去"),
    };
    (what, why.to_owned())
}

fn locked_left(lang: Lang, count: usize) -> (String, String) {
    let files = counted(
        lang,
        count,
        ("locked file", "locked files"),
        "个未打开的文件",
    );
    let why = lang.pick(
        "Whatever lies in it does not go in. Give its password if something is missing here.",
        "其中的内容不会包含在内。如果缺少什么，输入它的密码。",
    );
    let what = match (lang, count) {
        (Lang::En, 1) => format!("{files} of the source was not looked into"),
        (Lang::En, _) => format!("{files} of the source were not looked into"),
        (Lang::Zh, _) => format!("来源中有 {files}没有读取"),
    };
    (what, why.to_owned())
}

fn trusted_left(lang: Lang, count: usize) -> (String, String) {
    let held = counted(
        lang,
        count,
        ("trusted certificate", "trusted certificates"),
        "个受信任的证书",
    );
    let why = lang.pick(
        "The source keystore lists whom it trusts beside its keys. Only another Java keystore takes that list over.",
        "来源密钥库除私钥外还列出了它信任的证书。只有转换为另一个 Java 密钥库时才会带上这份列表。",
    );
    let what = match (lang, count) {
        (Lang::En, 1) => format!("{held} of the source stays behind"),
        (Lang::En, _) => format!("{held} of the source stay behind"),
        (Lang::Zh, _) => format!("来源文件中有 {held}不会带过去"),
    };
    (what, why.to_owned())
}

fn keyless_left(lang: Lang, titles: &[String]) -> (String, String) {
    let titles: Vec<_> = titles.iter().map(|title| short(title)).collect();
    let names = shortened(lang, &titles, 4);
    let why = lang.pick("Their private keys are not here.", "这里没有它们的私钥。");
    let what = match lang {
        Lang::En => format!("Left out for want of their keys: {names}"),
        Lang::Zh => format!("因缺少私钥而不包含：{names}"),
    };
    (what, why.to_owned())
}

fn loose_keys_left(lang: Lang, count: usize) -> (String, String) {
    let keys = counted(lang, count, ("private key", "private keys"), "个私钥");
    let why = lang.pick(
        "No certificate here belongs to it. Usually such a key is from an earlier or a later order.",
        "这里没有与之匹配的证书。这样的私钥通常来自更早或更晚的订单。",
    );
    let what = match (lang, count) {
        (Lang::En, 1) => format!("{keys} fits no certificate and stays behind"),
        (Lang::En, _) => format!("{keys} fit no certificate and stay behind"),
        (Lang::Zh, _) => format!("{keys}与任何证书都不匹配，不包含在内"),
    };
    (what, why.to_owned())
}

fn names_skipped(lang: Lang, count: usize) -> (String, String) {
    let names = counted(lang, count, ("name", "names"), "个名称");
    let why = lang.pick(
        "The central store looks for files by host name, and these are none.",
        "集中式证书存储按主机名查找文件，而这些不是主机名。",
    );
    let what = match (lang, count) {
        (Lang::En, 1) => format!("{names} of the certificate gets no file"),
        (Lang::En, _) => format!("{names} of the certificate get no file"),
        (Lang::Zh, _) => format!("证书中有 {}没有对应的文件", before_han(&names)),
    };
    (what, why.to_owned())
}
