//! How a keystore is made inside, as a list for people: what is encrypted how, integrity, names, entries.

use super::foreign::short;
use super::number::{listed, whole};
use super::{Lang, kind, time};
use crate::core::finding::Kind;
use crate::core::keystore::KeystoreInternals;
use crate::core::keystore::internals::{
    BagInternals, BagKind, DerivationInternals, FileEncoding, JavaEntry, JavaEntryKind,
    JavaInternals, MacInternals, PasswordEncoding, PfxInternals, ProtectionInternals,
    SafeInternals,
};

/// Label and value of each line, in the order to show them in.
pub fn rows(lang: Lang, internals: &KeystoreInternals) -> Vec<(String, String)> {
    let rows = match internals {
        KeystoreInternals::Java(java) => java_rows(lang, java),
        KeystoreInternals::Pkcs12(pfx) => pfx_rows(lang, pfx),
    };
    rows.into_iter()
        .filter(|(_, value)| !value.is_empty())
        .collect()
}

fn pfx_rows(lang: Lang, pfx: &PfxInternals) -> Vec<(String, String)> {
    let row = |en: &str, zh: &str, value: String| (lang.pick(en, zh).to_owned(), value);
    let bags: Vec<&BagInternals> = pfx
        .safes
        .iter()
        .filter_map(|safe| safe.bags.as_ref())
        .flatten()
        .collect();
    let mut rows = vec![
        row("Format", "格式", pfx_format(lang, pfx.encoding)),
        row("Keys", "私钥", key_protection(lang, pfx)),
        row("Certificates", "证书", certificate_protection(lang, pfx)),
        row("Encrypted part", "加密部分", hidden_protection(lang, pfx)),
        row("Integrity", "完整性", integrity(lang, pfx.mac.as_ref())),
    ];
    if let Some(encoding) = pfx.password_encoding {
        let encoding = password_encoding(lang, encoding);
        rows.push(row("Password encoding", "密码编码", encoding.to_owned()));
    }
    let names = bags.iter().filter_map(|bag| bag.friendly_name.as_deref());
    rows.push(row("Contents", "内容", contents(lang, &bags)));
    rows.push(row("Friendly names", "友好名称", listed(&each_once(names))));
    let providers = bags.iter().filter_map(|bag| bag.provider.as_deref());
    rows.push(row(
        "Windows provider",
        "Windows 提供程序",
        listed(&each_once(providers)),
    ));
    if bags.iter().any(|bag| bag.is_machine_key) {
        let owner = lang.pick("the machine, not a user", "计算机，而不是某个用户");
        rows.push(row(
            "Windows key belongs to",
            "Windows 私钥归属",
            owner.to_owned(),
        ));
    }
    let trusted = bags.iter().filter(|bag| bag.is_java_trusted).count();
    if trusted > 0 {
        let trusted = kind::count(lang, Kind::Certificate, trusted);
        rows.push(row(
            "Marked as trusted for Java",
            "带 Java 信任标记",
            trusted,
        ));
    }
    rows
}

fn pfx_format(lang: Lang, encoding: FileEncoding) -> String {
    match encoding {
        FileEncoding::Der => "PKCS#12, DER".to_owned(),
        FileEncoding::Ber => lang
            .pick(
                "PKCS#12, BER as Firefox and NSS write it",
                "PKCS#12，BER（Firefox 和 NSS 的写法）",
            )
            .to_owned(),
    }
}

/// The protection of every key that can be seen: its own, and that of the part around it.
fn key_protection(lang: Lang, pfx: &PfxInternals) -> String {
    let mut words = Vec::new();
    for safe in &pfx.safes {
        for bag in safe.bags.iter().flatten() {
            let own = match bag.kind {
                BagKind::Key => safe.protection.as_ref(),
                BagKind::ShroudedKey => bag.protection.as_ref(),
                _ => continue,
            };
            words.push(protection(lang, own));
        }
    }
    each_once(words.iter().map(String::as_str)).join("; ")
}

fn certificate_protection(lang: Lang, pfx: &PfxInternals) -> String {
    let holds_certificate = |safe: &&SafeInternals| {
        let mut bags = safe.bags.iter().flatten();
        bags.any(|bag| bag.kind == BagKind::Certificate)
    };
    let words: Vec<String> = pfx
        .safes
        .iter()
        .filter(holds_certificate)
        .map(|safe| protection(lang, safe.protection.as_ref()))
        .collect();
    each_once(words.iter().map(String::as_str)).join("; ")
}

/// Parts whose content is not known yet, most often the certificates.
fn hidden_protection(lang: Lang, pfx: &PfxInternals) -> String {
    let hidden = pfx.safes.iter().filter(|safe| safe.bags.is_none());
    let words: Vec<String> = hidden
        .map(|safe| protection(lang, safe.protection.as_ref()))
        .collect();
    each_once(words.iter().map(String::as_str)).join("; ")
}

fn protection(lang: Lang, made: Option<&ProtectionInternals>) -> String {
    let Some(made) = made else {
        return lang.pick("not encrypted", "未加密").to_owned();
    };
    let Some(cipher) = &made.cipher else {
        let name = short(&made.scheme);
        return say!(lang, "{name}, not read here", "{name}，在这里读不了");
    };
    let name = made.windows_name().unwrap_or(cipher);
    let Some(derivation) = &made.derivation else {
        return name.to_owned();
    };
    let how = match (made.windows_name(), made.scheme.as_str(), &derivation.prf) {
        (None, "PKCS#12", _) | (Some(_), ..) => String::new(),
        (_, scheme, Some(prf)) => format!(", {scheme}, {prf}"),
        (_, scheme, None) => format!(", {scheme}, {}", derivation.function),
    };
    format!("{name}{how}, {}", rounds(lang, derivation))
}

fn rounds(lang: Lang, derivation: &DerivationInternals) -> String {
    let number = whole(derivation.iterations);
    match derivation.iterations {
        1 => say!(lang, "{number} round", "{number} 次迭代"),
        _ => say!(lang, "{number} rounds", "{number} 次迭代"),
    }
}

fn integrity(lang: Lang, mac: Option<&MacInternals>) -> String {
    let Some(mac) = mac else {
        return lang
            .pick("no checksum (MAC)", "没有完整性校验（MAC）")
            .to_owned();
    };
    let Some(derivation) = &mac.derivation else {
        let name = short(&mac.algorithm);
        return say!(lang, "{name}, not read here", "{name}，在这里读不了");
    };
    let (name, rounds) = (&mac.algorithm, rounds(lang, derivation));
    if mac.is_pbmac1 {
        let prf = derivation.prf.as_deref().unwrap_or(derivation.function);
        return format!("PBMAC1, {name}, {prf}, {rounds}");
    }
    format!("{name}, {rounds}")
}

fn password_encoding(lang: Lang, encoding: PasswordEncoding) -> &'static str {
    match encoding {
        PasswordEncoding::Bytes => lang.pick(
            "each UTF-8 byte as one character, as OpenSSL 1.0 did",
            "每个 UTF-8 字节当作一个字符（OpenSSL 1.0 的做法）",
        ),
        PasswordEncoding::Null => lang.pick(
            "no password at all (null), as GnuTLS writes",
            "完全没有密码（空值，GnuTLS 的写法）",
        ),
        PasswordEncoding::Standard => lang.pick("as the standard says", "符合标准"),
        PasswordEncoding::Utf16 => lang.pick(
            "UTF-16 in place of UTF-8, as NSS did",
            "用 UTF-16 代替 UTF-8（NSS 的做法）",
        ),
    }
}

fn contents(lang: Lang, bags: &[&BagInternals]) -> String {
    let count = |is_one: fn(&BagKind) -> bool| bags.iter().filter(|bag| is_one(&bag.kind)).count();
    let keys = count(|kind| matches!(kind, BagKind::Key | BagKind::ShroudedKey));
    let certificates = count(|kind| *kind == BagKind::Certificate);
    let lists = count(|kind| *kind == BagKind::Crl);
    let secrets = count(|kind| *kind == BagKind::Secret);
    let unknown = count(|kind| matches!(kind, BagKind::Unknown(_)));
    let mut words = Vec::new();
    for (kind, number) in [
        (Kind::Key, keys),
        (Kind::Certificate, certificates),
        (Kind::Crl, lists),
    ] {
        if number > 0 {
            words.push(kind::count(lang, kind, number));
        }
    }
    match secrets {
        0 => {}
        1 => words.push(say!(lang, "1 secret", "1 个对称密钥")),
        _ => words.push(say!(lang, "{secrets} secrets", "{secrets} 个对称密钥")),
    }
    if unknown > 0 {
        words.push(say!(lang, "{unknown} unknown", "{unknown} 个未知条目"));
    }
    listed(&words)
}

fn java_rows(lang: Lang, java: &JavaInternals) -> Vec<(String, String)> {
    let format = kind::noun(lang, java.kind).to_owned();
    let mut rows = vec![(lang.pick("Format", "格式").to_owned(), format)];
    rows.extend(java.entries.iter().map(|entry| entry_row(lang, entry)));
    rows
}

fn entry_row(lang: Lang, entry: &JavaEntry) -> (String, String) {
    let label = match &entry.alias {
        Some(alias) => short(alias).into_owned(),
        None => lang.pick("Not reached", "无法到达").to_owned(),
    };
    let mut words = vec![
        match entry.kind {
            JavaEntryKind::Key => kind::noun(lang, Kind::Key),
            JavaEntryKind::Secret => lang.pick("secret key", "对称密钥"),
            JavaEntryKind::Trusted => lang.pick("trusted certificate", "受信任的证书"),
            JavaEntryKind::Unreachable => lang.pick(
                "behind an entry that cannot be read",
                "位于无法读取的条目之后",
            ),
        }
        .to_owned(),
    ];
    if entry.kind == JavaEntryKind::Key {
        words.push(kind::count(lang, Kind::Certificate, entry.certificates));
    }
    if let Some(protector) = &entry.protector {
        words.push(short(protector).into_owned());
    }
    if let Some(iterations) = entry.iterations.filter(|iterations| *iterations > 1) {
        let number = whole(iterations);
        words.push(say!(lang, "{number} rounds", "{number} 次迭代"));
    }
    if let Some(created) = entry.created {
        words.push(time::date(lang, created));
    }
    (label, listed(&words))
}

/// Foreign names or finished words, each once.
fn each_once<'a>(words: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for word in words {
        let word = short(word).into_owned();
        if !seen.contains(&word) {
            seen.push(word);
        }
    }
    seen
}
