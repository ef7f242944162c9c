//! Placeholder for the judge of names.
use super::{Advice, NameAdvice, NameKind, OrderName};

/// Reads names.
pub fn advise(text: &str) -> Advice {
    let mut advice = Advice::default();
    let mut at = 0;
    for part in text.split([' ', ',', '\n']) {
        let start = at;
        at += part.len() + 1;
        if part.is_empty() {
            continue;
        }
        advice.names.push(NameAdvice {
            name: OrderName {
                ascii: part.into(),
                shown: part.into(),
                kind: if part.starts_with('*') {
                    NameKind::Wildcard
                } else {
                    NameKind::Plain
                },
            },
            span: start..start + part.len(),
            registrable: None,
            covers: Vec::new(),
            findings: Vec::new(),
        });
    }
    advice
}
