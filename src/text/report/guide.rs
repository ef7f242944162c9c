//! The guide as plain text: a list of answers, one answer, the advice of the interview.

use super::page::Page;
use crate::core::guide::interview::{Interview, Question};
use crate::core::guide::{Advice, Block, Entry};
use crate::text::Lang;
use crate::text::guide as words;
use crate::text::number::enumerated;

/// Columns that labels of the advice take.
const LABEL: usize = 16;

/// Answers in short, one below the other.
pub fn list(lang: Lang, entries: &[&Entry]) -> String {
    let mut page = Page::default();
    if entries.is_empty() {
        page.line(0, words::nothing(lang));
        page.line(0, words::nothing_hint(lang));
    }
    for entry in entries {
        let said = words::words(lang, entry);
        page.labelled(0, entry.id, 5, said.question);
        page.paragraph(5, said.answer);
        page.gap();
    }
    page.finish()
}

/// One answer with its explanation and its next step.
pub fn answer(lang: Lang, entry: &Entry) -> String {
    let said = words::words(lang, entry);
    let mut page = Page::default();
    page.labelled(0, entry.id, 5, said.question);
    page.gap();
    page.paragraph(0, said.answer);
    for block in &said.explanation {
        page.gap();
        write_block(&mut page, block);
    }
    page.gap();
    page.paragraph(0, said.next);
    page.line(4, entry.step.command());
    page.gap();
    page.paragraph(0, &words::standing(lang, entry));
    page.finish()
}

fn write_block(page: &mut Page, block: &Block) {
    match block {
        Block::Code(lines) => {
            for line in lines {
                page.line(4, line);
            }
        }
        Block::List(items) => {
            for item in items {
                page.labelled(0, "-", 2, item);
            }
        }
        Block::Paragraph(text) => page.paragraph(0, text),
    }
}

/// The advice, with the answers it rests on.
pub fn advice(lang: Lang, asked: &Interview, advice: &Advice) -> String {
    let mut page = Page::default();
    page.line(0, words::advice_for(lang));
    for question in Question::ALL {
        let chosen = words::option(lang, asked.reply(question));
        page.labelled(2, words::question(lang, question), 24, chosen);
    }
    page.gap();
    page.line(0, words::advice(lang));
    for (label, value) in facts(lang, advice) {
        page.labelled(2, label, LABEL, &value);
    }
    page.paragraph(2 + LABEL, words::time_note(lang));
    section(
        &mut page,
        words::conflicts(lang),
        advice
            .conflicts
            .iter()
            .map(|one| words::conflict(lang, *one)),
    );
    section(
        &mut page,
        words::why(lang),
        advice.reasons.iter().map(|one| words::reason(lang, *one)),
    );
    page.finish()
}

/// What the advice says, as labels and values.
pub fn facts(lang: Lang, advice: &Advice) -> [(&'static str, String); 5] {
    let keys: Vec<&str> = advice
        .keys
        .iter()
        .map(|key| crate::text::csr::key::kind(*key))
        .collect();
    let methods: Vec<&str> = advice
        .methods
        .iter()
        .map(|method| words::method(lang, *method))
        .collect();
    [
        (
            words::level_label(lang),
            words::level(lang, advice.level).to_owned(),
        ),
        (
            words::kind_label(lang),
            words::kind(lang, advice.kind, advice.holds_address).to_owned(),
        ),
        (words::key_label(lang), keys.join(" + ")),
        (words::how_proven(lang), enumerated(lang, &methods)),
        (
            words::how_long(lang),
            words::time(lang, advice.level).to_owned(),
        ),
    ]
}

fn section(page: &mut Page, title: &str, lines: impl Iterator<Item = &'static str>) {
    for (index, line) in lines.enumerate() {
        if index == 0 {
            page.gap();
            page.line(0, title);
        }
        page.labelled(2, "-", 2, line);
    }
}
