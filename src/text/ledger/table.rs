//! The list of requests as a file for spreadsheets (RFC 4180).

use crate::core::ledger::Role;
use crate::core::ledger::ops::{Held, Listing};
use crate::text::Lang;
use crate::text::foreign::csv;
use crate::text::ledger::{self, path};

/// One row an entry, a head above. Begins with the mark by which spreadsheets know UTF-8.
pub fn table(lang: Lang, listing: &Listing) -> String {
    let mut out = String::from('\u{FEFF}');
    let head = head(lang).map(csv);
    out.push_str(&head.join(","));
    out.push_str("\r\n");
    for held in &listing.entries {
        out.push_str(&row(lang, held).join(","));
        out.push_str("\r\n");
    }
    out
}

fn head(lang: Lang) -> [&'static str; 12] {
    [
        lang.pick("number", "编号"),
        lang.pick("when", "时间"),
        lang.pick("made or checked", "来源"),
        lang.pick("subject", "使用者"),
        lang.pick("names", "域名"),
        lang.pick("kind of key", "密钥类型"),
        lang.pick("SHA-256 of the public key", "公钥 SHA-256 指纹"),
        lang.pick("key", "私钥"),
        "CSR",
        lang.pick("certificate", "证书"),
        lang.pick("note", "备注"),
        lang.pick("used", "使用时间"),
    ]
}

fn row(lang: Lang, held: &Held) -> Vec<String> {
    let entry = &held.entry;
    let made = &entry.made;
    let files = |role: Role| {
        let kept = made.kept.iter().filter(|kept| kept.role == role);
        kept.map(|kept| path(&kept.path))
            .collect::<Vec<_>>()
            .join("; ")
    };
    let cells = [
        entry.id.0.to_string(),
        made.at.to_string(),
        ledger::origin(lang, made.origin).to_owned(),
        made.subject.clone(),
        made.names.join(" "),
        made.key_kind.clone(),
        made.key.to_string(),
        files(Role::Key),
        files(Role::Request),
        files(Role::Certificate),
        entry.note.clone(),
        entry.used.map(|at| at.to_string()).unwrap_or_default(),
    ];
    cells.iter().map(|cell| csv(cell)).collect()
}
