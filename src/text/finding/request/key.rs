//! Words about the key of a request.

use super::super::{Words, about, name};
use super::catalogued;
use crate::core::finding::Id;
use crate::text::Lang;

fn new_key(lang: Lang) -> &'static str {
    lang.pick(
        "Make a new key, RSA 2048 or P-256, and a new CSR with it.",
        "生成新密钥（RSA 2048 或 P-256），再用它生成新的 CSR。",
    )
}

pub(super) fn other(lang: Lang, beside: &str, keys: [&str; 2], id: Id) -> Words {
    let (beside, [expected, found]) = (name(beside), keys.map(name));
    Words::new(
        say!(
            lang,
            "The CSR has another key than “{beside}”",
            "CSR 的密钥与“{beside}”不同"
        ),
        say!(
            lang,
            "The CSR’s key: {found}; the other one: {expected}. A certificate for this CSR does not work with it.",
            "CSR 的密钥：{found}；另一个：{expected}。按这个 CSR 签发的证书不能与它配合使用。"
        ),
        about(lang, id).remedy,
    )
}

pub(super) fn weak(lang: Lang, key: &str) -> Words {
    let key = name(key);
    Words::new(
        say!(lang, "The key is too weak: {key}", "密钥太弱：{key}"),
        lang.pick(
            "Public CAs take RSA of 2,048 bits or more, or the curves P-256, P-384 and P-521.",
            "公共 CA 要求 2048 位以上的 RSA，或 P-256、P-384、P-521 曲线。",
        ),
        new_key(lang),
    )
}

pub(super) fn exponent(lang: Lang, exponent: &str) -> Words {
    let exponent = name(exponent);
    Words::new(
        say!(
            lang,
            "The exponent of the RSA key is weak: {exponent}",
            "RSA 密钥的指数偏弱：{exponent}"
        ),
        lang.pick(
            "Public CAs want an odd one, 65537 or greater.",
            "公共 CA 要求奇数，且不小于 65537。",
        ),
        new_key(lang),
    )
}

pub(super) fn vendor(lang: Lang, key: &str, id: Id) -> Words {
    let key = name(key);
    catalogued(
        lang,
        id,
        say!(
            lang,
            "Some consoles take a CSR with RSA 2048 only; this one has {key}",
            "有些控制台只接受 RSA 2048 的 CSR；这个是 {key}"
        ),
        lang.pick(
            "One reseller’s rule of 2024, as an example. CAs themselves take it.",
            "以一家代理商 2024 年的规定为例。CA 本身接受这种密钥。",
        ),
    )
}

pub(super) fn kind(lang: Lang, key: &str) -> Words {
    let key = name(key);
    Words::new(
        say!(
            lang,
            "Public CAs do not issue for a key of this kind: {key}",
            "公共 CA 不为这种密钥签发证书：{key}"
        ),
        lang.pick(
            "They take RSA, P-256, P-384 and P-521. SM2 is for CAs of China’s own scheme, Ed25519 for CAs of one’s own.",
            "它们接受 RSA、P-256、P-384 和 P-521。SM2 用于国密 CA，Ed25519 用于自建 CA。",
        ),
        new_key(lang),
    )
}
