//! Words of facts about connections to a server.

use super::{Words, about};
use crate::core::finding::{ConnectionFact, Id};
use crate::text::Lang;

pub(super) fn words(lang: Lang, fact: &ConnectionFact) -> Words {
    match fact {
        ConnectionFact::PortRefused {
            address, is_own, ..
        } => {
            let why = match is_own {
                true => lang.pick(
                    "The address is one of this computer, and no program listens at this port.",
                    "该地址属于本机，而这个端口上没有程序在监听。",
                ),
                false => lang.pick(
                    "The computer answers that nobody listens there, or a firewall answers in its place.",
                    "对方答复该端口没有程序在监听，或由防火墙代为答复。",
                ),
            };
            Words::new(
                say!(
                    lang,
                    "{address} refuses the connection",
                    "{address} 拒绝了连接"
                ),
                why,
                about(lang, Id::PortRefused).remedy,
            )
        }
    }
}
