//! Words of facts about revocation.

use crate::core::finding::{CrlFault, Id, RevocationReason, Severity};
use crate::core::time::Moment;
use crate::text::Lang;
use crate::text::chain::{crl_fault, revocation_reason};
use crate::text::finding::{Action, Words, about, name};
use crate::text::time::date;

pub(super) fn not_usable(lang: Lang, issuer: &str, cause: CrlFault) -> Words {
    let (issuer, fault) = (name(issuer), crl_fault(lang, cause));
    Words::new(
        say!(
            lang,
            "The revocation list of “{issuer}” does not count: {fault}",
            "“{issuer}”的 CRL 不能采用：{fault}"
        ),
        lang.pick(
            "Nothing is concluded from this list, neither that a certificate is revoked nor that it is not.",
            "不会根据这个 CRL 得出结论，既不说明证书已吊销，也不说明没有吊销。",
        ),
        match crl_remedy(lang, cause) {
            Some(remedy) => remedy,
            None => about(lang, Id::CrlNotUsable).remedy,
        },
    )
    .with(Action::AddFiles)
}

/// What to do about a list where downloading it again does not help.
fn crl_remedy(lang: Lang, cause: CrlFault) -> Option<&'static str> {
    let (en, zh) = match cause {
        CrlFault::Expired | CrlFault::Malformed | CrlFault::SignatureWrong => return None,
        CrlFault::DeltaWithoutBase => (
            "Add the full list of the same issuer; it is at the address of the distribution points in the certificate.",
            "添加同一颁发者的完整 CRL；地址在证书的 CRL 分发点里。",
        ),
        CrlFault::ExtensionUnknown | CrlFault::SignatureNotChecked => (
            "Check the list with the CA’s own programs, or ask the CA for a list without it.",
            "用 CA 自己的程序检查这个 CRL，或向 CA 索取普通的 CRL。",
        ),
        CrlFault::NumberWrong => (
            "Have the CA issue the list anew; with openssl ca, set crlnumber and crl_extensions in its configuration.",
            "让 CA 重新签发 CRL；使用 openssl ca 时，在配置里设置 crlnumber 和 crl_extensions。",
        ),
        CrlFault::ScopeElsewhere | CrlFault::SomeReasonsOnly => (
            "Add the other lists of this CA too; the certificate names the address of its own.",
            "把这个 CA 的其他 CRL 也添加进来；证书里写明了对应的地址。",
        ),
        CrlFault::SignerUnknown => (
            "Add the certificate of the list’s issuer and the intermediates up to a trusted root.",
            "添加这个 CRL 的颁发者证书，以及通向受信任根证书的中间证书。",
        ),
        CrlFault::SignerUsage => (
            "Have the CA sign its lists with a key that may; in openssl: keyUsage = critical, keyCertSign, cRLSign",
            "让 CA 用有权签发 CRL 的密钥签名；在 openssl 里写：keyUsage = critical, keyCertSign, cRLSign",
        ),
        CrlFault::TooNew => (
            "Check the clock of this computer and of the CA.",
            "检查这台计算机和 CA 的时钟。",
        ),
    };
    Some(lang.pick(en, zh))
}

pub(super) fn revoked(
    lang: Lang,
    subject: &str,
    revoked_at: Moment,
    reason: RevocationReason,
    list_issuer: &str,
) -> Words {
    let (subject, issuer) = (name(subject), name(list_issuer));
    let (day, reason_words) = (date(lang, revoked_at), revocation_reason(lang, reason));
    Words::new(
        say!(
            lang,
            "“{subject}” was revoked on {day}",
            "“{subject}”已于 {day} 吊销"
        ),
        say!(
            lang,
            "It stands in the revocation list of “{issuer}”, with the reason: {reason_words}. Clients that look at revocation refuse it and everything below it; others do not notice.",
            "它列在“{issuer}”的 CRL 里，原因：{reason_words}。检查吊销的客户端会拒绝它和它签发的所有证书；其他客户端不会察觉。"
        ),
        match reason {
            RevocationReason::CertificateHold => lang.pick(
                "Ask the CA whether it lifts the hold. Until then, use another certificate.",
                "向 CA 询问能否解除停用。在此之前换用其他证书。",
            ),
            _ => about(lang, Id::CertificateRevoked).remedy,
        },
    )
    .with(Action::ShowCertificate)
}

pub(super) fn unknown(lang: Lang, subject: &str, causes: &[CrlFault], severity: Severity) -> Words {
    let subject = name(subject);
    let cause = match causes {
        [] => lang
            .pick(
                "No revocation list of its issuer is among the files.",
                "文件里没有它的颁发者的 CRL。",
            )
            .to_owned(),
        [cause] => {
            let fault = crl_fault(lang, *cause);
            say!(
                lang,
                "There is a list, and it does not count: {fault}.",
                "有 CRL，但不能采用：{fault}。"
            )
        }
        causes => {
            let faults: Vec<&str> = causes.iter().map(|cause| crl_fault(lang, *cause)).collect();
            let faults = faults.join(lang.pick("; ", "；"));
            say!(
                lang,
                "There are lists, and none of them counts: {faults}.",
                "有 CRL，但都不能采用：{faults}。"
            )
        }
    };
    let effect = match severity {
        Severity::Error => lang.pick(
            "An answer was asked for, and clients that insist on one refuse the certificate.",
            "这次检查要求有明确答复，坚持要答复的客户端会拒绝这个证书。",
        ),
        Severity::Warning | Severity::Info => lang.pick(
            "Most browsers go on without an answer; clients that insist on one refuse the certificate.",
            "多数浏览器得不到答复也会继续；坚持要答复的客户端会拒绝这个证书。",
        ),
    };
    Words::new(
        say!(
            lang,
            "It is not known whether “{subject}” is revoked",
            "无法得知“{subject}”是否已吊销"
        ),
        crate::text::prose::sentences(lang, &[cause.as_str(), effect]),
        about(lang, Id::RevocationUnknown).remedy,
    )
    .with(Action::AddFiles)
}
