//! What can be done next with what is open.

use super::Doing;
use crate::core::bundle::story::Server;
use crate::core::bundle::{Identity, Inspection, KeyState};
use crate::state::drafts::convert::Offer;
use crate::state::effect::Saving;
use crate::state::model::Model;
use crate::text::chain::panel as chain;
use crate::text::csr::panel as csr;
use crate::text::{Lang, bundle as words, command, window};

/// One step.
#[derive(Clone, Debug)]
pub struct StepView {
    pub title: String,
    pub second: String,
    pub doing: Doing,
    /// The one thing to do next.
    pub is_first: bool,
}

pub(super) fn build(lang: Lang, model: &Model, inspection: &Inspection) -> Vec<StepView> {
    let mut steps = Vec::new();
    let mut add = |title: &str, second: String, doing: Doing| {
        steps.push(StepView {
            title: title.to_owned(),
            second,
            doing,
            is_first: false,
        });
    };
    for (index, group) in inspection.locked.iter().enumerate() {
        let second = window::for_files(lang, group.members.len());
        add(
            command::enter_password(lang),
            second,
            Doing::EnterPassword(index),
        );
    }
    let identities = &inspection.story.identities;
    if let Some(identity) = identities.first() {
        if let Some(id) = identity.copies.first() {
            let second = words::subject_name(&identity.leaf);
            add(
                command::certificate_details(lang),
                second,
                Doing::ShowCertificate(*id),
            );
        }
        let name = words::subject_name(&identity.leaf);
        add(chain::show_chain(lang), name, Doing::ShowChain(0));
        for (step, doing) in conversions(identities) {
            let (title, second) = step.words(lang);
            add(&title, second, doing);
        }
        if let Some(id) = identity.copies.first() {
            let second = csr::renew_why(lang).to_owned();
            add(csr::renew(lang), second, Doing::Renew(*id));
        }
        if !identity.issuers.is_empty() {
            let second = window::chain_parts(lang, identity.issuers.len());
            let doing = Doing::Save(Saving::FullChain(0));
            add(command::save_chain(lang), second, doing);
        }
    }
    let second = window::report_parts(lang).to_owned();
    add(
        command::save_report(lang),
        second,
        Doing::Save(Saving::Report),
    );
    if crate::state::view::command_line(model).is_some() {
        let second = "certwright-cli inspect".to_owned();
        add(
            command::copy_command_line(lang),
            second,
            Doing::CopyCommandLine,
        );
    }
    add(
        window::add_files(lang),
        window::add_files_hint(lang).to_owned(),
        Doing::AddFiles,
    );
    if let Some(first) = steps.first_mut() {
        first.is_first = true;
    }
    steps
}

/// What the first identity with its key can be turned into.
fn conversions(identities: &[Identity]) -> Vec<(words::Step, Doing)> {
    let has_key = |identity: &&Identity| {
        matches!(identity.key, KeyState::Proven(_) | KeyState::NotChecked(_))
    };
    let Some(identity) = identities.iter().find(has_key) else {
        return Vec::new();
    };
    let name = words::subject_name(&identity.leaf);
    let leaf = (identities.len() > 1).then_some(identity.leaf.fingerprint);
    let is_for_iis = |row: &crate::core::bundle::story::MadeFor| row.server == Server::Iis;
    let has_pfx = identity
        .made_for
        .iter()
        .any(|row| is_for_iis(row) && row.is_ready());
    let pfx = (!has_pfx).then(|| {
        (
            words::Step::MakePfxForIis(format!("{name}.pfx")),
            Doing::Convert(Some(Offer::Server2016), leaf),
        )
    });
    let any = (words::Step::Convert(name), Doing::Convert(None, leaf));
    pfx.into_iter().chain([any]).collect()
}
