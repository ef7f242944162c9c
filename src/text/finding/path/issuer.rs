//! Words of facts about issuers on a path: who may sign, and whether names and signatures lead on.

use crate::core::finding::Id;
use crate::text::Lang;
use crate::text::finding::{Action, Words, about, name};
use crate::text::number::{counted, whole};

pub(super) fn no_flag(lang: Lang, subject: &str, below: &str) -> Words {
    let (subject, below) = (name(subject), name(below));
    Words::new(
        say!(
            lang,
            "“{subject}” signed “{below}” and is not marked as a CA",
            "“{subject}”签发了“{below}”，却没有 CA 标记"
        ),
        lang.pick(
            "Its basic constraints do not say that it is a CA, so clients refuse what it signs. Usually a server certificate was used to sign, or a CA of one’s own was made without the flag.",
            "它的基本约束没有写明是 CA，客户端会拒绝它签发的证书。通常是用服务器证书签发了别的证书，或自建 CA 时漏写了标记。",
        ),
        about(lang, Id::CaFlagMissing).remedy,
    )
    .with(Action::ShowCertificate)
}

pub(super) fn no_usage(lang: Lang, subject: &str, below: &str) -> Words {
    let (subject, below) = (name(subject), name(below));
    Words::new(
        say!(
            lang,
            "“{subject}” signed “{below}” and its key may not sign certificates",
            "“{subject}”签发了“{below}”，但它的密钥不能用于签发证书"
        ),
        lang.pick(
            "Its key usage leaves certificate signing (keyCertSign) out, so clients refuse what it signs.",
            "它的密钥用法里没有证书签名（keyCertSign），客户端会拒绝它签发的证书。",
        ),
        about(lang, Id::CaUsageMissing).remedy,
    )
    .with(Action::ShowCertificate)
}

pub(super) fn names_differ(lang: Lang, subject: &str, issuer: &str) -> Words {
    let (subject, issuer) = (name(subject), name(issuer));
    Words::new(
        say!(
            lang,
            "“{subject}” was signed by the key of “{issuer}” and names another issuer",
            "“{subject}”由“{issuer}”的密钥签名，但写的是另一个颁发者"
        ),
        lang.pick(
            "Key and signature fit, the names do not, and clients find an issuer by its name. Usually the CA was renamed while it kept its key.",
            "密钥和签名都对得上，名称却不同，而客户端按名称查找颁发者。通常是 CA 改了名称而沿用原来的密钥。",
        ),
        about(lang, Id::ChainNamesDiffer).remedy,
    )
    .with(Action::ShowCertificate)
}

pub(super) fn path_length(lang: Lang, subject: &str, allowed: u32, below: u32) -> Words {
    let subject = name(subject);
    let below = whole(u64::from(below));
    let limit = counted(lang, allowed as usize, ("CA", "CAs"), "个 CA");
    let message = if allowed == 0 {
        say!(
            lang,
            "“{subject}” allows no CA below it, and the path has {below}",
            "“{subject}”不允许下面再有 CA，而路径上有 {below} 个"
        )
    } else {
        say!(
            lang,
            "“{subject}” allows {limit} below it, and the path has {below}",
            "“{subject}”允许下面有 {limit}，而路径上有 {below} 个"
        )
    };
    Words::new(
        message,
        lang.pick(
            "Its basic constraints limit the length of the path, and all common clients keep to that. Usually a CA issued a further CA that it was not meant to issue.",
            "它的基本约束限制了路径长度，常见的客户端都会遵守。通常是某个 CA 又签发了本不该签发的下级 CA。",
        ),
        about(lang, Id::PathLengthExceeded).remedy,
    )
    .with(Action::ShowCertificate)
}

pub(super) fn signature_not_checked(lang: Lang, subject: &str, algorithm: &str) -> Words {
    let (subject, algorithm) = (name(subject), name(algorithm));
    Words::new(
        say!(
            lang,
            "The signature on “{subject}” could not be checked: {algorithm}",
            "“{subject}”的签名无法检查：{algorithm}"
        ),
        lang.pick(
            "This algorithm is not checked here, so nothing is said about whether the issuer signed it. Browsers refuse signatures whose algorithm they do not know.",
            "这种算法在这里无法检查，所以不能判断是否由颁发者签发。浏览器会拒绝不认识的签名算法。",
        ),
        about(lang, Id::SignatureNotChecked).remedy,
    )
    .with(Action::ShowCertificate)
}
