//! What is served is compared with something that is open: the choice.

use crate::state::diagnose::compare::{Candidate, candidates, chosen};
use crate::state::diagnose::{Compare, Diagnose};
use crate::state::model::Model;
use crate::text::diagnose::options as words;
use crate::text::{Lang, time};

/// The choice, and what each of its options means.
#[derive(Clone, Debug, Default)]
pub struct CompareView {
    pub shown: String,
    /// Certificates that are open, then nothing.
    pub options: Vec<(String, Compare)>,
}

pub(super) fn build(lang: Lang, model: &Model) -> CompareView {
    let all = candidates(model);
    let each = all.iter().map(|it| {
        let until = time::date(lang, it.certificate.not_after);
        let label = words::candidate(lang, &it.certificate.title(), &until);
        (label, Compare::With(it.fingerprint()))
    });
    let nothing = (words::compare_nothing(lang).to_owned(), Compare::Nothing);
    CompareView {
        shown: shown(lang, &model.diagnose, &all),
        options: each.chain(std::iter::once(nothing)).collect(),
    }
}

fn shown(lang: Lang, held: &Diagnose, all: &[Candidate]) -> String {
    let chosen = chosen(all, &held.draft, &held.target.names);
    match chosen.as_slice() {
        [] if held.draft.compare == Compare::Nothing => words::compare_nothing(lang).to_owned(),
        [] if all.is_empty() => words::compare_none(lang).to_owned(),
        [] => words::compare_unfit(lang).to_owned(),
        [one] => words::several(lang, &one.certificate.title(), 0),
        [first, rest @ ..] => words::several(lang, &first.certificate.title(), rest.len()),
    }
}
