//! Versions and cipher suites that servers accept, server by server.

use crate::core::diagnose::checks::tls::TlsSummary;
use crate::core::diagnose::checks::tls::scan::{
    Accepted, OfVersion, Preference, Refusal, Server, Unanswered,
};
use crate::core::diagnose::{Diagnosis, Summary};
use crate::core::tls::{Alert, Suite};
use crate::text::Lang;
use crate::text::diagnose::connection::no_handshake;
use crate::text::diagnose::source::talk_end;
use crate::text::report::Page;

/// The tables; nothing where nobody looked.
pub fn write(lang: Lang, found: &Diagnosis, page: &mut Page) {
    for check in &found.checks {
        match &check.summary {
            Some(Summary::Tls(TlsSummary::Protocols { servers })) => {
                servers.iter().for_each(|one| versions(lang, one, page));
            }
            Some(Summary::Tls(TlsSummary::Suites { servers })) => {
                servers.iter().for_each(|one| suites(lang, one, page));
            }
            _ => {}
        }
    }
}

fn versions(lang: Lang, server: &Server, page: &mut Page) {
    page.gap();
    let address = server.address;
    page.line(
        0,
        &say!(
            lang,
            "Protocol versions at {address}:",
            "{address} 的协议版本："
        ),
    );
    let row = |one: &OfVersion| vec![one.version.label().to_owned(), accepted(lang, one)];
    let rows: Vec<Vec<String>> = server.versions.iter().map(row).collect();
    page.table(2, &rows);
}

fn accepted(lang: Lang, of: &OfVersion) -> String {
    match &of.accepted {
        Accepted::Yes { .. } => lang.pick("accepted", "接受").to_owned(),
        Accepted::No { refusal } => {
            let how = refused(lang, refusal);
            say!(lang, "refused ({how})", "拒绝（{how}）")
        }
        Accepted::Unknown { why } => {
            let why = unanswered(lang, why);
            say!(lang, "unknown ({why})", "未知（{why}）")
        }
    }
}

fn refused(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Alert { code } => {
            let alert = Alert {
                is_fatal: true,
                code: *code,
            };
            match alert.name() {
                Some(name) => name.to_owned(),
                None => say!(lang, "alert {code}", "警报 {code}"),
            }
        }
        Refusal::Closed => lang.pick("closes", "关闭连接").to_owned(),
        Refusal::Reset => lang.pick("breaks off", "中断连接").to_owned(),
        Refusal::OtherVersion { instead } => {
            let instead = instead.label();
            say!(lang, "answers {instead}", "以 {instead} 应答")
        }
    }
}

fn unanswered(lang: Lang, why: &Unanswered) -> String {
    match why {
        Unanswered::NoHandshake(why) => no_handshake(lang, why),
        Unanswered::NoConnection(end) => talk_end(lang, end).to_owned(),
        Unanswered::Limit => lang.pick("enough connections", "连接数已达上限").to_owned(),
    }
}

fn suites(lang: Lang, server: &Server, page: &mut Page) {
    page.gap();
    let address = server.address;
    page.line(
        0,
        &say!(
            lang,
            "Cipher suites at {address}:",
            "{address} 的加密套件："
        ),
    );
    for version in &server.versions {
        let Some(found) = &version.suites else {
            continue;
        };
        let mut head = vec![version.version.label().to_owned()];
        head.extend(match found.preference {
            Preference::Server => Some(lang.pick("the server chooses", "由服务器选择").to_owned()),
            Preference::Client => Some(lang.pick("the client chooses", "由客户端选择").to_owned()),
            Preference::None => None,
        });
        head.extend(found.unknown.as_ref().map(|why| {
            let why = unanswered(lang, why);
            say!(lang, "perhaps more ({why})", "可能还有更多（{why}）")
        }));
        page.paragraph(2, &head.join(lang.pick(", ", "，")));
        let rows: Vec<Vec<String>> = found.accepted.iter().map(|one| row(lang, *one)).collect();
        page.table(4, &rows);
    }
}

/// The name, and that it is weak.
fn row(lang: Lang, suite: Suite) -> Vec<String> {
    let weak = match suite.weakness() {
        Some(_) => lang.pick("weak", "弱"),
        None => "",
    };
    vec![suite.name().into_owned(), weak.to_owned()]
}
