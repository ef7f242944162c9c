//! What the second verifier says of the main certificate.

use crate::core::bundle::Chains;
use crate::core::chain::Opinion;
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

/// Both were asked about the main certificate only.
pub(super) fn build(lang: Lang, model: &Model, chains: &Chains) -> Vec<OpinionView> {
    let asked = [&chains.opinion, &chains.system];
    let asked = asked.into_iter().flatten();
    asked
        .filter(|_| model.chain.answer == 0)
        .map(|opinion| view(lang, opinion))
        .collect()
}

fn view(lang: Lang, opinion: &Opinion) -> OpinionView {
    let own_words = foreign::short(&opinion.words).into_owned();
    let Some(gap) = opinion.gap else {
        return OpinionView {
            tone: if opinion.is_valid {
                Tone::Ok
            } else {
                Tone::Error
            },
            sentence: words::agrees(lang, opinion.peer, opinion.is_valid),
            why: own_words,
        };
    };
    let because = opinion_gap(lang, gap);
    OpinionView {
        tone: Tone::Warn,
        sentence: words::disagrees(lang, opinion.peer, opinion.is_valid),
        why: match own_words.as_str() {
            "" => because.to_owned(),
            said => format!("{because} ({said})"),
        },
    }
}
