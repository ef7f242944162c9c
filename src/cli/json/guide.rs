//! The `report` of `guide`: answers in both languages, or the advice of the interview.

use serde_json::{Value, json};

use super::plain;
use crate::core::guide::interview::Interview;
use crate::core::guide::{Advice, Block, Entry, Words};
use crate::text::Lang;
use crate::text::guide as words;

/// The document of answers, best first.
pub fn answers(entries: &[&Entry]) -> String {
    let answers: Vec<Value> = entries.iter().map(|entry| answer(entry)).collect();
    plain("guide", json!({ "answers": answers }))
}

fn answer(entry: &Entry) -> Value {
    let (en, zh) = (&entry.en, &entry.zh);
    json!({
        "id": entry.id,
        "date": entry.date,
        "scope": entry.scope,
        "action": entry.step.name(),
        "command": entry.step.command(),
        "tags": entry.tags,
        "question": { "en": en.question, "zh": zh.question },
        "answer": { "en": en.answer, "zh": zh.answer },
        "explanation": { "en": explanation(en), "zh": explanation(zh) },
        "next": { "en": en.next, "zh": zh.next },
    })
}

/// One string a paragraph, item or line.
fn explanation(words: &Words) -> Vec<&'static str> {
    let blocks = words.explanation.iter();
    let lines = blocks.flat_map(|block| match block {
        Block::Code(lines) | Block::List(lines) => lines.clone(),
        Block::Paragraph(text) => vec![*text],
    });
    lines.collect()
}

/// The document of the advice.
pub fn advice(lang: Lang, asked: &Interview, advice: &Advice) -> String {
    let reasons = advice.reasons.iter();
    let reasons = reasons.map(|one| json!({ "id": one, "words": words::reason(lang, *one) }));
    let conflicts = advice.conflicts.iter();
    let conflicts = conflicts.map(|one| json!({ "id": one, "words": words::conflict(lang, *one) }));
    let keys = advice.keys.iter().map(|key| key.name());
    plain(
        "guide",
        json!({
            "asked": asked,
            "advice": {
                "level": advice.level,
                "kind": advice.kind,
                "holds_address": advice.holds_address,
                "keys": keys.collect::<Vec<_>>(),
                "methods": advice.methods,
                "time": words::time(lang, advice.level),
                "conflicts": conflicts.collect::<Vec<_>>(),
                "reasons": reasons.collect::<Vec<_>>(),
            },
        }),
    )
}
