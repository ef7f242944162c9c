//! Words of fetching what a server sends.

use super::connection::no_handshake;
use super::source::talk_end;
use crate::core::diagnose::checks::connection::{Reached, ReachedOutcome};
use crate::core::diagnose::fetch::{FetchFault, Fetched};
use crate::text::Lang;
use crate::text::foreign::{display, short};
use crate::text::number::counted;
use crate::text::problem::Problem;

/// Whose certificates came, and from where.
pub fn fetched(lang: Lang, fetched: &Fetched) -> String {
    let target = fetched.target.to_string();
    let target = display(&target);
    let address = fetched.address;
    let count = fetched.handshake.chain.len();
    let count = counted(lang, count, ("certificate", "certificates"), "张证书");
    say!(
        lang,
        "{target} sends {count}, from {address}.",
        "{target} 发送了{count}，来自 {address}。"
    )
}

/// Why nothing was fetched.
pub fn explain(lang: Lang, fault: &FetchFault) -> Problem {
    match fault {
        FetchFault::NoAddress { host } => no_address(lang, host),
        FetchFault::NoHandshake { target, tried } => not_served(lang, target, tried),
    }
}

fn no_address(lang: Lang, host: &str) -> Problem {
    let host = short(host);
    Problem {
        happened: say!(
            lang,
            "{host} has no address here",
            "在本机上 {host} 没有地址"
        ),
        causes: owned([
            lang.pick(
                "The name is misspelt, or does not exist.",
                "名称拼写有误，或不存在。",
            ),
            lang.pick(
                "Neither the hosts file nor this computer’s resolver knows the name.",
                "hosts 文件和本机的递归解析器都不认识这个名称。",
            ),
        ]),
        remedies: owned([lang.pick(
            "Check the name, or write the server’s IP address with its port.",
            "检查名称，或直接填写服务器的 IP 地址和端口。",
        )]),
        raw: None,
    }
}

fn not_served(lang: Lang, target: &str, tried: &[Reached]) -> Problem {
    let target = display(target);
    let cause = |one: &Reached| {
        let address = one.address;
        let why = match &one.outcome {
            ReachedOutcome::NoConnection(end) => talk_end(lang, end).to_owned(),
            ReachedOutcome::NoHandshake(why) => no_handshake(lang, why),
            ReachedOutcome::Handshake(_) => return None,
        };
        Some(say!(lang, "{address}: {why}", "{address}：{why}"))
    };
    let mut causes: Vec<String> = tried.iter().filter_map(cause).collect();
    if causes.is_empty() {
        let nobody = lang.pick("No address answered.", "没有任何地址应答。");
        causes.push(nobody.to_owned());
    }
    Problem {
        happened: say!(
            lang,
            "{target} sent no certificate",
            "{target} 没有发送证书"
        ),
        causes,
        remedies: owned([
            lang.pick(
                "Check the port, and whether a firewall lets this computer through.",
                "检查端口，并确认防火墙允许本机访问。",
            ),
            lang.pick(
                "Diagnose the name: the connection lane tells more.",
                "诊断该名称：“连接”一栏会给出更多信息。",
            ),
        ]),
        raw: None,
    }
}

fn owned<const N: usize>(texts: [&str; N]) -> Vec<String> {
    texts.map(str::to_owned).to_vec()
}
