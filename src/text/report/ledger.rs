//! The list of requests as plain text.

use super::page::Page;
use crate::core::ledger::ops::{Answer, Held, Listing};
use crate::text::Lang;
use crate::text::foreign::short;
use crate::text::ledger as words;
use crate::text::number::{listed, shortened};

/// Names told of one entry.
const NAMES: usize = 10;

/// What the ledger answered.
pub fn answer(lang: Lang, answer: &Answer) -> String {
    match answer {
        Answer::Found(listing) => list(lang, listing),
        Answer::Known(known) => {
            let mut page = Page::default();
            for one in known {
                page.paragraph(0, &words::panel::key_known(lang, &one.entry));
                for (path, is_there) in &one.key_files {
                    page.line(4, &words::panel::key_place(lang, path, *is_there));
                }
            }
            page.finish()
        }
        Answer::Noted(id) => line(say!(lang, "Noted beside {}", "已为编号 {} 添加备注", id.0)),
        Answer::Marked { id, is_used: true } => line(say!(
            lang,
            "{} is marked as used",
            "编号 {} 已标记为已使用",
            id.0
        )),
        Answer::Marked { id, .. } => line(say!(
            lang,
            "{} is no longer marked as used",
            "已取消编号 {} 的使用标记",
            id.0
        )),
        Answer::Forgotten(ids) => {
            let ids: Vec<String> = ids.iter().map(|id| id.0.to_string()).collect();
            let ids = listed(&ids);
            line(say!(
                lang,
                "Forgotten: {ids}. The files stay.",
                "已删除记录：{ids}。文件仍保留。"
            ))
        }
        Answer::CameBack(id) => line(say!(
            lang,
            "The certificate stands beside {}",
            "证书已记入编号 {}",
            id.0
        )),
    }
}

fn line(text: String) -> String {
    format!("{text}\n")
}

fn list(lang: Lang, listing: &Listing) -> String {
    let mut page = Page::default();
    if listing.shelf.is_newer {
        page.paragraph(0, words::panel::newer(lang));
        page.gap();
    }
    if listing.entries.is_empty() {
        let is_search = !listing.wanted.words.trim().is_empty();
        page.paragraph(
            0,
            match is_search {
                true => words::panel::no_fit(lang),
                false => words::panel::empty(lang),
            },
        );
    }
    for held in &listing.entries {
        page.gap();
        entry(lang, held, &mut page);
    }
    page.finish()
}

fn entry(lang: Lang, held: &Held, page: &mut Page) {
    let entry = &held.entry;
    let head = [
        entry.id.0.to_string(),
        words::came(lang, entry),
        short(&entry.made.key_kind).into_owned(),
    ];
    let used = words::used(lang, entry);
    let head: Vec<String> = head.into_iter().chain(used).collect();
    page.line(0, &head.join("  "));
    page.paragraph(4, &shortened(lang, &words::names(entry), NAMES));
    if !entry.made.names.is_empty() && !entry.made.subject.is_empty() {
        page.paragraph(4, &short(&entry.made.subject));
    }
    for (kept, is_there) in held.files() {
        let role = words::role(lang, kept.role);
        let place = words::panel::key_place(lang, &kept.path, is_there);
        page.line(4, &say!(lang, "{role}: {place}", "{role}：{place}"));
    }
    if !entry.note.is_empty() {
        page.paragraph(4, &short(&entry.note));
    }
    page.line(4, &entry.made.key.to_string());
}
