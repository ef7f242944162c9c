//! What the second verifier says of the main certificate.

use crate::core::bundle::Chains;
use crate::core::chain::SECOND_PEER;
use crate::state::model::Model;
use crate::state::view::Tone;
use crate::text::chain::{opinion_gap, panel as words};
use crate::text::{Lang, foreign};

/// The second opinion.
#[derive(Clone, Debug)]
pub struct OpinionView {
    pub tone: Tone,
    pub sentence: String,
    /// Why it judges otherwise, and its own words.
    pub why: String,
}

/// It was asked about the main certificate only.
pub(super) fn build(lang: Lang, model: &Model, chains: &Chains) -> Option<OpinionView> {
    let opinion = chains
        .opinion
        .as_ref()
        .filter(|_| model.chain.answer == 0)?;
    let own_words = foreign::short(&opinion.words).into_owned();
    let Some(gap) = opinion.gap else {
        return Some(OpinionView {
            tone: if opinion.is_valid {
                Tone::Ok
            } else {
                Tone::Error
            },
            sentence: words::agrees(lang, SECOND_PEER, opinion.is_valid),
            why: own_words,
        });
    };
    let because = opinion_gap(lang, gap);
    Some(OpinionView {
        tone: Tone::Warn,
        sentence: words::disagrees(lang, SECOND_PEER, opinion.is_valid),
        why: match own_words.as_str() {
            "" => because.to_owned(),
            said => format!("{because} ({said})"),
        },
    })
}
