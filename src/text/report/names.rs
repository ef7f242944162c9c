//! The advice on names as plain text.

use super::page::Page;
use crate::core::csr::names::{Advice, NameAdvice, shown};
use crate::core::finding::Finding;
use crate::text::Lang;
use crate::text::csr::names as say_names;
use crate::text::finding::{severity, words};
use crate::text::foreign::short;
use crate::text::number::whole;

/// Names told one by one.
const NAMES: usize = 1_000;
/// Suggestions and additions told one by one.
const TOLD: usize = 20;

/// The advice.
pub fn advice(lang: Lang, advice: &Advice) -> String {
    let mut page = Page::default();
    page.line(0, &headline(lang, advice));
    for cleaned in &advice.cleaned {
        page.line(2, &say_names::cleaned(lang, cleaned));
    }
    page.gap();
    for name in advice.names.iter().take(NAMES) {
        one(lang, name, &mut page);
    }
    more(lang, advice.names.len(), NAMES, &mut page);
    if let Some((title, why)) = say_names::kind(lang, advice) {
        part(&title, &why, &mut page);
    }
    for finding in &advice.findings {
        of_list(lang, finding, &mut page);
    }
    for suggestion in advice.suggestions.iter().take(TOLD) {
        let (title, why) = say_names::suggestion(lang, suggestion);
        part(&title, &why, &mut page);
    }
    more(lang, advice.suggestions.len(), TOLD, &mut page);
    for addition in advice.additions.iter().take(TOLD) {
        let (title, why) = say_names::addition(lang, addition);
        part(&title, &why, &mut page);
    }
    more(lang, advice.additions.len(), TOLD, &mut page);
    page.finish()
}

fn headline(lang: Lang, advice: &Advice) -> String {
    if advice.names.is_empty() {
        return say_names::no_names(lang).to_owned();
    }
    let mut parts = vec![say_names::read(lang, advice)];
    let (refused, to_look_at) = (advice.refused(), advice.to_look_at());
    if refused > 0 {
        parts.push(say_names::refused(lang, refused));
    }
    if to_look_at > 0 {
        parts.push(say_names::to_look_at(lang, to_look_at));
    }
    parts.join(" • ")
}

fn one(lang: Lang, name: &NameAdvice, page: &mut Page) {
    let mut line = format!(
        "[{}] {}",
        say_names::verdict(lang, name),
        short(&name.name.shown)
    );
    let registrable = name.registrable.as_deref();
    if let Some(domain) = registrable.filter(|domain| *domain != &*name.name.ascii) {
        let domain = shown(domain);
        let domain = short(&domain);
        line.push_str(&say!(lang, " (domain {domain})", "（主域名 {domain}）"));
    }
    page.line(0, &line);
    if name.name.shown != name.name.ascii {
        page.line(4, &short(&name.name.ascii));
    }
    let told = say_names::line(lang, name);
    if told != *name.name.ascii {
        page.paragraph(4, &told);
    }
    for finding in &name.findings {
        page.paragraph(4, &words(lang, finding).paragraph(lang));
    }
}

fn of_list(lang: Lang, finding: &Finding, page: &mut Page) {
    let told = words(lang, finding);
    let word = severity(lang, finding.severity);
    part(
        &format!("[{word}] {}", told.message),
        &told.paragraph(lang),
        page,
    );
}

fn part(title: &str, text: &str, page: &mut Page) {
    page.gap();
    page.paragraph(0, title);
    page.paragraph(4, text);
}

fn more(lang: Lang, all: usize, told: usize, page: &mut Page) {
    if let Some(more) = all.checked_sub(told).filter(|more| *more > 0) {
        let more = whole(more as u64);
        page.line(0, &say!(lang, "and {more} more", "另有 {more} 项"));
    }
}
