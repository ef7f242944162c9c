//! Terms of the standards: bits of key usage, reasons, TLS features.

use std::borrow::Cow;

use crate::core::x509::details::Term;
use crate::text::Lang;

/// The word for a term; a number without a name stays a number.
pub fn term(lang: Lang, term: Term) -> Cow<'static, str> {
    let (words, number) = match term {
        Term::KeyUsage(bit) => (key_usage(bit), u16::from(bit)),
        Term::NetscapeType(bit) => (netscape_type(bit), u16::from(bit)),
        Term::Reason(bit) => (reason(bit), u16::from(bit)),
        Term::TlsFeature(number) => (tls_feature(number), number),
    };
    match words {
        Some((en, zh)) => Cow::Borrowed(lang.pick(en, zh)),
        None => Cow::Owned(number.to_string()),
    }
}

type Words = (&'static str, &'static str);

/// RFC 5280 section 4.2.1.3.
fn key_usage(bit: u8) -> Option<Words> {
    Some(match bit {
        0 => ("digital signature", "数字签名"),
        1 => ("non-repudiation", "不可否认"),
        2 => ("key encipherment", "密钥加密"),
        3 => ("data encipherment", "数据加密"),
        4 => ("key agreement", "密钥协商"),
        5 => ("certificate signing", "证书签名"),
        6 => ("CRL signing", "CRL 签名"),
        7 => ("encipher only", "仅加密"),
        8 => ("decipher only", "仅解密"),
        _ => return None,
    })
}

fn netscape_type(bit: u8) -> Option<Words> {
    Some(match bit {
        0 => ("SSL client", "SSL 客户端"),
        1 => ("SSL server", "SSL 服务器"),
        2 => ("S/MIME", "S/MIME"),
        3 => ("object signing", "对象签名"),
        5 => ("SSL CA", "SSL CA"),
        6 => ("S/MIME CA", "S/MIME CA"),
        7 => ("object signing CA", "对象签名 CA"),
        _ => return None,
    })
}

/// RFC 5280 section 4.2.1.13.
fn reason(bit: u8) -> Option<Words> {
    Some(match bit {
        1 => ("key compromised", "密钥泄露"),
        2 => ("CA compromised", "CA 泄露"),
        3 => ("affiliation changed", "从属关系变更"),
        4 => ("superseded", "已被取代"),
        5 => ("no longer used", "停止使用"),
        6 => ("on hold", "暂时停用"),
        7 => ("privilege withdrawn", "权限被撤回"),
        8 => ("attribute authority compromised", "属性机构泄露"),
        _ => return None,
    })
}

/// RFC 7633; 5 is what is called must-staple.
fn tls_feature(number: u16) -> Option<Words> {
    Some(match number {
        5 => ("an OCSP answer (must-staple)", "OCSP 响应（must-staple）"),
        17 => (
            "several OCSP answers (version 2)",
            "多个 OCSP 响应（第 2 版）",
        ),
        _ => return None,
    })
}
