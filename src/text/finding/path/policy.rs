//! Words of facts about certificate policies on a path.

use std::borrow::Cow;

use crate::core::finding::Id;
use crate::text::Lang;
use crate::text::finding::{Action, Words, about, name, names};
use crate::text::x509::oid;

pub(super) fn mapping_any(lang: Lang, subject: &str) -> Words {
    let subject = name(subject);
    Words::new(
        say!(
            lang,
            "“{subject}” maps any policy to another one",
            "“{subject}”的策略映射里有任何策略（anyPolicy）"
        ),
        lang.pick(
            "A mapping says which policy of one CA equals which of another. It may not speak of any policy, so the path does not hold for clients that judge policies; others pass over it.",
            "策略映射说明一个 CA 的某个策略等同于另一个 CA 的某个策略，不能用任何策略。检查策略的客户端不接受这条路径；其他客户端会忽略。",
        ),
        about(lang, Id::PolicyMappingAny).remedy,
    )
    .with(Action::ShowCertificate)
}

pub(super) fn missing(lang: Lang, subject: &str, wanted: &[String]) -> Words {
    let subject = name(subject);
    let why = if wanted.is_empty() {
        lang.pick(
            "A certificate policy is required, by an issuer on the path or by this check, and each certificate has to carry one that its issuers allow. Government and company networks judge this; browsers do not.",
            "路径上的颁发者或本次检查要求有证书策略，每个证书都要带有颁发者允许的策略。政府和企业网络会检查；浏览器不检查。",
        )
        .to_owned()
    } else {
        let wanted: Vec<String> = wanted
            .iter()
            .map(|dotted| policy(lang, dotted).into_owned())
            .collect();
        let wanted = names(lang, &wanted);
        say!(
            lang,
            "One of these policies is wanted: {wanted}. Each certificate on the path has to carry it, and no issuer may take it away. Government and company networks judge this; browsers do not.",
            "要求的策略：{wanted}。路径上每个证书都要带有它，颁发者也没有排除它。政府和企业网络会检查；浏览器不检查。"
        )
    };
    Words::new(
        say!(
            lang,
            "No certificate policy is left for “{subject}”",
            "“{subject}”没有剩下可用的证书策略"
        ),
        why,
        about(lang, Id::PolicyMissing).remedy,
    )
    .with(Action::ShowCertificate)
}

/// A policy in words where there are any; otherwise its OID.
fn policy(lang: Lang, dotted: &str) -> Cow<'_, str> {
    match oid::words(lang, dotted) {
        Some(words) => Cow::Borrowed(words),
        None => name(dotted),
    }
}
