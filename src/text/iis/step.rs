//! What a step of a plan does, as its heading.

use super::flag::flags;
use crate::core::iis::plan::Fix;
use crate::text::Lang;
use crate::text::foreign::short;
use crate::text::prose::sentences;

/// `Give shop the host name shop.example.com`.
pub fn step(lang: Lang, fix: &Fix) -> String {
    let name = fix.binding();
    let (site, binding) = (short(&name.site), short(&name.information));
    match fix {
        Fix::GiveHost { host, .. } => {
            let host = short(host);
            say!(
                lang,
                "Give {site} the host name {host}",
                "为“{site}”设置主机名 {host}"
            )
        }
        Fix::TurnSniOn { .. } => say!(
            lang,
            "Turn SNI on for {binding} of {site}",
            "为“{site}”的 {binding} 启用 SNI"
        ),
        Fix::SetFlags { set, clear, .. } => {
            let (set, clear) = (flags(lang, set), flags(lang, clear));
            let parts = [
                match set.is_empty() {
                    true => String::new(),
                    false => say!(lang, "set {set}", "设置标志“{set}”"),
                },
                match clear.is_empty() {
                    true => String::new(),
                    false => say!(lang, "clear {clear}", "清除标志“{clear}”"),
                },
            ];
            let parts = match parts.iter().all(|part| !part.is_empty()) {
                true => parts.join(lang.pick("; ", "，")),
                false => sentences(lang, &parts),
            };
            say!(
                lang,
                "Change the flags of {binding} of {site}: {parts}",
                "更改“{site}”的 {binding} 的标志：{parts}"
            )
        }
        Fix::Move { information, .. } => {
            let information = short(information);
            say!(
                lang,
                "Move {binding} of {site} to {information}",
                "把“{site}”的 {binding} 改为 {information}"
            )
        }
        Fix::Remove { .. } => say!(
            lang,
            "Remove {binding} from {site}",
            "从“{site}”中删除 {binding}"
        ),
        Fix::AddHttps { port, .. } => say!(
            lang,
            "Add https on port {port} to {site}, beside {binding}",
            "为“{site}”在 {binding} 旁添加 https，端口 {port}"
        ),
        Fix::AddEntry { .. } => say!(
            lang,
            "Add the entry of http.sys for {binding} of {site}",
            "在 http.sys 中为“{site}”的 {binding} 添加条目"
        ),
    }
}
