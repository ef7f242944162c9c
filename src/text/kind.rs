//! Names of the kinds of things that files hold.

use std::borrow::Cow;

use super::Lang;
use super::number::counted;
use super::prose::after_han;
use crate::core::finding::Kind;

/// The bare noun: `PFX file`, `PFX 文件`.
pub fn noun(lang: Lang, kind: Kind) -> &'static str {
    let (en, zh) = match kind {
        Kind::Archive => ("archive", "压缩包"),
        Kind::Certificate => ("certificate", "证书"),
        Kind::Crl => ("revocation list", "吊销列表"),
        Kind::Csr => ("CSR", "CSR"),
        Kind::Jceks => ("JCEKS keystore", "JCEKS 密钥库"),
        Kind::Jks => ("JKS keystore", "JKS 密钥库"),
        Kind::Key => ("private key", "私钥"),
        Kind::PasswordFile => ("password file", "密码文件"),
        Kind::Pfx => ("PFX file", "PFX 文件"),
        Kind::Pkcs7 => ("PKCS#7 file", "PKCS#7 文件"),
        Kind::PublicKey => ("public key", "公钥"),
        Kind::Text => ("plain text", "纯文本"),
        Kind::Unknown => ("unknown content", "无法识别的内容"),
    };
    lang.pick(en, zh)
}

/// The noun within a sentence: in Chinese with a space before where it begins with Latin.
pub fn inside(lang: Lang, kind: Kind) -> Cow<'static, str> {
    match lang {
        Lang::En => Cow::Borrowed(noun(lang, kind)),
        Lang::Zh => after_han(noun(lang, kind)),
    }
}

/// The noun with its article: `a PFX file`, `an archive`; in Chinese as within a sentence.
pub fn with_article(lang: Lang, kind: Kind) -> String {
    let noun = noun(lang, kind);
    match (lang, kind) {
        (Lang::Zh, _) => after_han(noun).into_owned(),
        (_, Kind::Text | Kind::Unknown) => noun.to_owned(),
        (_, Kind::Archive) => format!("an {noun}"),
        _ => format!("a {noun}"),
    }
}

/// A number of them: `2 certificates`, `2 个证书`.
pub fn count(lang: Lang, kind: Kind, number: usize) -> String {
    let (one, many, zh) = match kind {
        Kind::Archive => ("archive", "archives", "个压缩包"),
        Kind::Certificate => ("certificate", "certificates", "个证书"),
        Kind::Crl => ("revocation list", "revocation lists", "个吊销列表"),
        Kind::Csr => ("request", "requests", "个 CSR"),
        Kind::Jceks | Kind::Jks | Kind::Pfx => ("keystore", "keystores", "个密钥库"),
        Kind::Key => ("key", "keys", "个私钥"),
        Kind::PasswordFile => ("password file", "password files", "个密码文件"),
        Kind::Pkcs7 => ("PKCS#7 file", "PKCS#7 files", "个 PKCS#7 文件"),
        Kind::PublicKey => ("public key", "public keys", "个公钥"),
        Kind::Text => ("text file", "text files", "个文本文件"),
        Kind::Unknown => ("unknown file", "unknown files", "个未识别的文件"),
    };
    counted(lang, number, (one, many), zh)
}
