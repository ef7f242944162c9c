//! The advice of the interview as finished strings, and the command line that says the same.

use crate::core::guide::advise;
use crate::core::guide::interview::{Interview, Question};
use crate::text::Lang;
use crate::text::guide as words;
use crate::text::report::guide::facts;

/// The advice.
pub struct GuideView {
    /// Labels with their values.
    pub facts: [(&'static str, String); 5],
    /// Wishes that do not go together.
    pub conflicts: Vec<&'static str>,
    /// Why.
    pub reasons: Vec<&'static str>,
    /// `certwright-cli guide interview …` with the same answers.
    pub command_line: String,
}

/// Builds the advice for what was answered.
pub fn build(lang: Lang, asked: &Interview) -> GuideView {
    let advice = advise(asked);
    let conflicts = advice.conflicts.iter();
    let reasons = advice.reasons.iter();
    GuideView {
        facts: facts(lang, &advice),
        conflicts: conflicts.map(|one| words::conflict(lang, *one)).collect(),
        reasons: reasons.map(|one| words::reason(lang, *one)).collect(),
        command_line: command_line(asked),
    }
}

/// The line; answers that are taken anyway are left out.
fn command_line(asked: &Interview) -> String {
    let usual = Interview::default();
    let mut line = "certwright-cli guide interview".to_owned();
    for question in Question::ALL {
        let reply = asked.reply(question);
        if reply != usual.reply(question) {
            line.push_str(&format!(" --{} {}", question.name(), reply.name()));
        }
    }
    line
}
