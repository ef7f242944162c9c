//! Which versions and cipher suites servers accept, in two lines each.

use super::Lines;
use crate::core::diagnose::checks::tls::scan::{Accepted, Preference, Server, Suites};
use crate::core::tls::Suite;
use crate::text::Lang;
use crate::text::number::{counted, listed};

pub(super) fn protocols(lang: Lang, servers: &[Server]) -> Lines {
    let mut told: Vec<String> = Vec::new();
    for one in servers.iter().map(|server| versions(lang, server)) {
        if !told.contains(&one) {
            told.push(one);
        }
    }
    let detail = match told.as_slice() {
        [one] => one.clone(),
        all => {
            let each = all.join(lang.pick(" or ", " 或 "));
            say!(
                lang,
                "not the same at every address: {each}",
                "各地址不同：{each}"
            )
        }
    };
    Lines::new(lang.pick("Protocol versions", "协议版本"), detail)
}

fn versions(lang: Lang, server: &Server) -> String {
    let labels: Vec<&str> = server.accepted().iter().map(|one| one.label()).collect();
    let is_unknown = |accepted: &Accepted| matches!(accepted, Accepted::Unknown { .. });
    let unknown = server.versions.iter();
    let unknown = unknown.filter(|one| is_unknown(&one.accepted));
    let unknown: Vec<&str> = unknown.map(|one| one.version.label()).collect();
    let labels = listed(&labels);
    match unknown.is_empty() {
        true => labels,
        false => {
            let unknown = listed(&unknown);
            say!(
                lang,
                "{labels}; no clear answer: {unknown}",
                "{labels}；没有明确应答：{unknown}"
            )
        }
    }
}

pub(super) fn suites(lang: Lang, servers: &[Server]) -> Lines {
    let of = |one: &Server| -> Vec<Suites> {
        let versions = one.versions.iter();
        versions.filter_map(|one| one.suites.clone()).collect()
    };
    let found: Vec<Suites> = servers.iter().flat_map(of).collect();
    let mut all: Vec<Suite> = found.iter().flat_map(|one| one.accepted.clone()).collect();
    all.sort();
    all.dedup();
    let weak = all.iter().filter(|one| one.weakness().is_some()).count();
    let mut parts = vec![counted(lang, all.len(), ("suite", "suites"), "个套件")];
    if weak > 0 {
        parts.push(say!(lang, "{weak} weak", "{weak} 个弱"));
    }
    let chooses = |who| found.iter().any(|one| one.preference == who);
    match (chooses(Preference::Server), chooses(Preference::Client)) {
        (true, false) => parts.push(lang.pick("the server chooses", "由服务器选择").to_owned()),
        (false, true) => parts.push(lang.pick("the client chooses", "由客户端选择").to_owned()),
        _ => {}
    }
    if found.iter().any(|one| one.unknown.is_some()) {
        parts.push(lang.pick("perhaps more", "可能还有更多").to_owned());
    }
    Lines::new(
        lang.pick("Cipher suites", "加密套件"),
        parts.join(lang.pick(", ", "，")),
    )
}
