//! The verb `findings`: every id with severity, citation and remedy.

use serde_json::{Value, json};

use crate::core::finding::Id;
use crate::text::Lang;
use crate::text::finding::{about, severity};
use crate::text::prose::wrapped;

/// The catalogue as text, in one language or, without one, in both.
pub fn text(lang: Option<Lang>) -> String {
    let languages: &[Lang] = match &lang {
        Some(lang) => std::slice::from_ref(lang),
        None => &Lang::ALL,
    };
    let mut out = String::new();
    for id in Id::ALL {
        let word = severity(lang.unwrap_or_default(), id.severity());
        out.push_str(&format!("{} [{word}] {}\n", id.name(), id.citation()));
        for lang in languages {
            let about = about(*lang, *id);
            for line in wrapped(about.title, 76)
                .iter()
                .chain(&wrapped(about.remedy, 76))
            {
                out.push_str(&format!("    {line}\n"));
            }
        }
        out.push('\n');
    }
    out
}

/// The catalogue as the document's `report`, words in both languages.
pub fn report() -> Value {
    let findings: Vec<Value> = Id::ALL
        .iter()
        .map(|id| {
            let (en, zh) = (about(Lang::En, *id), about(Lang::Zh, *id));
            json!({
                "id": id,
                "severity": id.severity(),
                "citation": id.citation(),
                "title": { "en": en.title, "zh": zh.title },
                "remedy": { "en": en.remedy, "zh": zh.remedy },
            })
        })
        .collect();
    json!({ "findings": findings })
}
