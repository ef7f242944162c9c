//! The repaired chain: what changes, what it can be written as, where it was written.

use crate::core::bundle::Chains;
use crate::core::chain::{Answer, Form, PathEnding};
use crate::state::effect::Saving;
use crate::state::model::Model;
use crate::text::chain::panel as words;
use crate::text::chain::verdict::change;
use crate::text::{Lang, foreign};

/// The repair card.
#[derive(Clone, Debug)]
pub struct RepairView {
    /// What changes against what is open.
    pub changes: Vec<String>,
    /// Names of the certificates in order, leaf first.
    pub order: Vec<String>,
    pub forms: Vec<FormView>,
    /// Whether there is a root that could be kept.
    pub has_root: bool,
    /// Where it was written last.
    pub written: Option<String>,
}

/// One way to write it.
#[derive(Clone, Debug)]
pub struct FormView {
    pub label: &'static str,
    pub hint: &'static str,
    pub saving: Saving,
}

/// Why there is nothing to export: the best path leads nowhere.
pub(super) fn why_not(lang: Lang, answer: &Answer) -> Option<&'static str> {
    let best = answer.best()?;
    let is_whole = matches!(best.ending, PathEnding::Trusted | PathEnding::UntrustedRoot);
    (!is_whole).then(|| words::incomplete(lang))
}

pub(super) fn build(
    lang: Lang,
    model: &Model,
    chains: &Chains,
    answer: &Answer,
) -> Option<RepairView> {
    if why_not(lang, answer).is_some() {
        return None;
    }
    let with_root = model.chain.with_root;
    let repair = chains.repair(answer, with_root)?;
    let whole = chains.repair(answer, true)?;
    let names = repair.certificates.iter();
    // Without an issuer there is no chain beside the certificate to write.
    let has_chain = repair.certificates.len() > 1;
    let offered = Form::ALL
        .into_iter()
        .filter(|form| has_chain || *form != Form::Chain);
    let forms = offered.map(|form| FormView {
        label: words::save_form(lang, form),
        hint: words::form_hint(lang, form),
        saving: Saving::Chain {
            answer: model.chain.answer,
            form,
            with_root,
        },
    });
    Some(RepairView {
        changes: repair.changes.iter().map(|one| change(lang, one)).collect(),
        order: names
            .map(|one| foreign::short(&one.title()).into_owned())
            .collect(),
        forms: forms.collect(),
        has_root: whole.roots > 0,
        written: model.chain.written.as_ref().map(|(form, path)| {
            let path = path.to_string_lossy();
            words::written(lang, *form, &foreign::display(&path))
        }),
    })
}

/// The bytes of a repaired file.
pub fn bytes(model: &Model, answer: usize, form: Form, with_root: bool) -> Option<Vec<u8>> {
    let chains = model.chain.chains.as_ref()?;
    let answer = chains.answers.get(answer)?;
    Some(chains.repair(answer, with_root)?.bytes(form))
}
