//! Words of OCSP answers that come along.

use crate::core::finding::{Id, ServedFact, StapleFault};
use crate::text::Lang;
use crate::text::chain::revocation_reason;
use crate::text::finding::{Action, Words, about, name};
use crate::text::prose::sentences;
use crate::text::time::{date, exact};

pub(super) fn words(lang: Lang, fact: &ServedFact) -> Words {
    match fact {
        ServedFact::StapleBad {
            address,
            fault,
            must_staple,
            ..
        } => bad(lang, address, fault, *must_staple),
        ServedFact::StapleMissing {
            address,
            subject,
            url,
        } => missing(lang, address, subject, url.as_deref()),
        ServedFact::Revoked {
            subject,
            revoked_at,
            reason,
            address,
        } => {
            let subject = name(subject);
            let (day, reason) = (date(lang, *revoked_at), revocation_reason(lang, *reason));
            Words::new(
                say!(
                    lang,
                    "“{subject}” was revoked on {day}",
                    "“{subject}”已于 {day} 吊销"
                ),
                say!(
                    lang,
                    "The OCSP answer that {address} sends along says so; reason: {reason}. Clients refuse the connection.",
                    "{address} 随证书发送的 OCSP 响应这样说明；原因：{reason}。客户端会拒绝连接。"
                ),
                about(lang, Id::CertificateRevoked).remedy,
            )
            .with(Action::ShowCertificate)
        }
        _ => Words::new("", "", ""),
    }
}

fn bad(lang: Lang, address: &str, fault: &StapleFault, must_staple: bool) -> Words {
    let effect = match must_staple {
        true => lang.pick(
            "The certificate demands a good one (must-staple), so clients break the connection off.",
            "证书要求附带有效的 OCSP 响应（must-staple），客户端会中断连接。",
        ),
        false => lang.pick(
            "Firefox and some other clients break the connection off; others pass over it.",
            "Firefox 等部分客户端会中断连接，其他客户端会忽略它。",
        ),
    };
    let why = sentences(lang, &[&why(lang, fault), effect]);
    let raw = match fault {
        StapleFault::Unreadable { detail } => detail.as_str(),
        _ => "",
    };
    Words::new(
        say!(
            lang,
            "The OCSP answer that {address} sends along does not hold",
            "{address} 随证书发送的 OCSP 响应不可用"
        ),
        why,
        about(lang, Id::OcspStapleBad).remedy,
    )
    .raw(raw)
}

fn why(lang: Lang, fault: &StapleFault) -> String {
    let fixed = match fault {
        StapleFault::Expired { next_update } => {
            let at = exact(lang, *next_update);
            return say!(
                lang,
                "It ran out at {at}: the server does not renew it.",
                "它已于 {at} 过期：服务器没有更新它。"
            );
        }
        StapleFault::NotYetValid { this_update } => {
            let at = exact(lang, *this_update);
            return say!(
                lang,
                "It holds from {at} only: a clock is wrong, here or there.",
                "它从 {at} 起才有效：这里或对方的时钟不准。"
            );
        }
        StapleFault::Refused { status } => {
            return say!(
                lang,
                "The responder answered with error {status}, and the server passes that on.",
                "OCSP 服务器返回错误 {status}，而服务器照样转发。"
            );
        }
        StapleFault::OtherCertificate => lang.pick(
            "It speaks of another certificate: left over from the one before.",
            "它说的是另一张证书：是更换证书之前留下的。",
        ),
        StapleFault::SignatureWrong => lang.pick(
            "The signature on it does not verify.",
            "它的签名验证不通过。",
        ),
        StapleFault::ResponderNotAllowed => lang.pick(
            "Its signer is neither the issuer nor somebody whom the issuer lets sign.",
            "签名者既不是颁发者，也没有得到颁发者的授权。",
        ),
        StapleFault::StatusUnknown => lang.pick(
            "The responder does not know the certificate.",
            "OCSP 服务器不认识这张证书。",
        ),
        StapleFault::Unreadable { .. } => lang.pick("It cannot be read.", "它无法读取。"),
    };
    fixed.to_owned()
}

fn missing(lang: Lang, address: &str, subject: &str, url: Option<&str>) -> Words {
    let subject = name(subject);
    let why = match url.map(name) {
        Some(url) => say!(
            lang,
            "“{subject}” demands it (must-staple), and clients that heed that break the connection off. It is to be had from {url}.",
            "“{subject}”要求附带它（must-staple），遵守这一要求的客户端会中断连接。可从 {url} 获取。"
        ),
        None => say!(
            lang,
            "“{subject}” demands it (must-staple) and names nobody who would give one.",
            "“{subject}”要求附带它（must-staple），却没有写明从哪里获取。"
        ),
    };
    Words::new(
        say!(
            lang,
            "{address} sends no OCSP answer although the certificate demands one",
            "证书要求附带 OCSP 响应，而 {address} 没有发送"
        ),
        why,
        about(lang, Id::OcspStapleMissing).remedy,
    )
}
