//! Words of facts about what a server agrees upon and sends.

use super::{Words, about, name};
use crate::core::finding::{Id, TlsFact};
use crate::text::Lang;

pub(super) fn words(lang: Lang, fact: &TlsFact) -> Words {
    match fact {
        TlsFact::SniNeeded { instead, .. } => {
            let why = match instead {
                Some(instead) => {
                    let instead = name(instead);
                    say!(
                        lang,
                        "A client that sends no name gets the certificate of {instead}.",
                        "不发送名称的客户端得到的是 {instead} 的证书。"
                    )
                }
                None => lang
                    .pick(
                        "A client that sends no name gets no handshake.",
                        "不发送名称的客户端无法完成握手。",
                    )
                    .to_owned(),
            };
            Words::new(
                lang.pick(
                    "The certificate is served to clients that send the name only (SNI)",
                    "只有发送名称（SNI）的客户端才能得到这张证书",
                ),
                why,
                about(lang, Id::TlsSniNeeded).remedy,
            )
        }
    }
}
