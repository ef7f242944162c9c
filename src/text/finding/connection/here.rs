//! Words of facts about this very computer, where its port is closed.

use super::{Words, about, enumerated, name};
use crate::core::finding::Id;
use crate::text::Lang;

pub(super) fn missing(lang: Lang, port: u16) -> Words {
    Words::new(
        say!(
            lang,
            "No program listens at port {port} of this computer",
            "本机的 {port} 端口没有程序在监听"
        ),
        lang.pick(
            "The web server does not run, or has no https listener.",
            "Web 服务器没有运行，或没有 https 监听。",
        ),
        about(lang, Id::ListenerMissing).remedy,
    )
}

pub(super) fn elsewhere(
    lang: Lang,
    address: &str,
    listening: &[String],
    program: Option<&str>,
) -> Words {
    let at = enumerated(lang, listening);
    let why = match program {
        Some(program) => {
            let program = name(program);
            say!(
                lang,
                "{program} listens at {at}, and not at this address.",
                "{program} 监听的是 {at}，而不是这个地址。"
            )
        }
        None => say!(
            lang,
            "A program listens at {at}, and not at this address.",
            "有程序监听 {at}，而不是这个地址。"
        ),
    };
    Words::new(
        say!(
            lang,
            "On this computer nobody listens at {address}",
            "本机上没有程序监听 {address}"
        ),
        why,
        about(lang, Id::ListenerElsewhere).remedy,
    )
}

pub(super) fn blocked(lang: Lang, port: u16, program: Option<&str>) -> Words {
    let why = match program {
        Some(program) => {
            let program = name(program);
            say!(
                lang,
                "{program} listens there, so that a firewall on this computer stops the connection, or the program takes no more.",
                "{program} 在监听，因此是本机防火墙阻止了连接，或该程序不再接受连接。"
            )
        }
        None => lang
            .pick(
                "A program listens there, so that a firewall on this computer stops the connection, or the program takes no more.",
                "有程序在监听，因此是本机防火墙阻止了连接，或该程序不再接受连接。",
            )
            .to_owned(),
    };
    let rule = format!(
        "New-NetFirewallRule -DisplayName HTTPS -Direction Inbound -Protocol TCP -LocalPort {port} -Action Allow"
    );
    let netsh = format!(
        "netsh advfirewall firewall add rule name=HTTPS dir=in action=allow protocol=TCP localport={port}"
    );
    let linux = format!("ufw allow {port}/tcp");
    let linux_too = format!("firewall-cmd --permanent --add-port={port}/tcp");
    let remedy = say!(
        lang,
        "Open the port in this computer's firewall and in the cloud's security group. Windows, as administrator: {rule} (or {netsh}). Linux: {linux}, or {linux_too} and firewall-cmd --reload.",
        "在本机防火墙和云安全组中放行该端口。Windows，以管理员身份运行：{rule}（或 {netsh}）。Linux：{linux}，或 {linux_too} 和 firewall-cmd --reload。"
    );
    Words::new(
        say!(
            lang,
            "Port {port} of this computer is open and cannot be reached",
            "本机的 {port} 端口有程序监听，但无法连接"
        ),
        why,
        remedy,
    )
}
