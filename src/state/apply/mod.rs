//! Decides what follows from an action: changes the model, names the effects. Pure.

mod chain;
pub mod clipboard;
mod convert;
mod csr;
mod csr_check;
mod diagnose;
mod dialogs;
mod guide;
mod iis;
mod jobs;
mod ledger;
mod opening;
mod passwords;
mod saving;
mod server;
mod settings;

use super::action::Action;
use super::effect::Effect;
use super::model::Model;

/// What follows from one action.
pub fn apply(model: &mut Model, action: Action) -> Vec<Effect> {
    let mut effects = decide(model, action);
    effects.extend(chain::follow(model));
    effects.extend(ledger::follow(model));
    effects.extend(csr_check::follow(model));
    effects
}

fn decide(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::AnswerDialog { asked, answer } => dialogs::answer(model, asked, answer),
        Action::AskAddFiles => dialogs::ask_added(),
        Action::AskOpenFiles => dialogs::ask_files(),
        Action::AskOpenFolder => dialogs::ask_folder(),
        Action::AskOpenPath => dialogs::ask_path(model),
        Action::AskPassword { group } => passwords::ask(model, group),
        Action::AskSave(what) => saving::ask(model, what),
        Action::Cancel(job) => jobs::cancel(model, job),
        Action::Chain(action) => chain::act(model, action),
        Action::ChooseLanguage(language) => settings::language(model, language),
        Action::ChooseTheme(theme) => settings::theme(model, theme),
        Action::ClearRecent => settings::clear_recent(model),
        Action::CloseDialog => dialogs::close(model),
        Action::CloseWorkspace => opening::close(model),
        Action::Convert(action) => convert::act(model, action),
        Action::Csr(action) => csr::act(model, action),
        Action::CsrCheck(action) => csr_check::act(model, action),
        Action::ClearCopied => clipboard::clear_copied(model),
        Action::Copy(text) => clipboard::copy(model, text),
        Action::CopySecret(secret) => clipboard::copy_secret(model, secret),
        Action::Diagnose(action) => diagnose::act(model, action),
        Action::DismissEnded => {
            model.ended = None;
            Vec::new()
        }
        Action::DismissNotice(number) => dismiss(model, number),
        Action::FinishJob { job, outcome } => jobs::finish(model, job, outcome),
        Action::Guide(action) => guide::act(model, action),
        Action::Iis(action) => iis::act(model, action),
        Action::Learnt { number, events } => diagnose::learn(model, number, events),
        Action::Ledger(action) => ledger::act(model, action),
        Action::Open { sources, how } => opening::open(model, sources, how),
        Action::OpenRecent(index) => opening::recent(model, index),
        Action::OpenSample => opening::sample(model),
        Action::Paste(text) => paste(model, text),
        Action::ProgressJob {
            job,
            stage,
            done,
            total,
        } => jobs::progress(model, job, (stage, done, total)),
        Action::RequestPaste => vec![Effect::RequestPaste],
        Action::RunAgain => opening::again(model),
        Action::SaveTo {
            what,
            path,
            replace,
        } => saving::save(model, what, path, replace),
        Action::Server(action) => server::act(model, action),
        Action::Show(panel) => show(model, panel),
        Action::ShowCertificate(id) => show_certificate(model, id),
        Action::ShowMore(id) => show_more(model, id),
        Action::SubmitPassword { group, secret } => passwords::submit(model, group, secret),
        Action::TogglePalette => toggle_palette(model),
        Action::Undo => opening::undo(model),
    }
}

fn dismiss(model: &mut Model, number: u64) -> Vec<Effect> {
    model.notices.retain(|notice| notice.number != number);
    Vec::new()
}

fn show(model: &mut Model, panel: super::model::Panel) -> Vec<Effect> {
    model.panel = panel;
    Vec::new()
}

/// Text without PEM belongs to the panel of diagnoses while that is looked at.
fn paste(model: &mut Model, text: zeroize::Zeroizing<String>) -> Vec<Effect> {
    match model.panel {
        super::model::Panel::Diagnose if !text.contains("-----BEGIN") => {
            let text = text.as_str().to_owned();
            diagnose::act(model, super::diagnose::DiagnoseAction::Paste(text))
        }
        _ => opening::paste(model, text),
    }
}

fn show_certificate(model: &mut Model, id: crate::core::artifact::ArtifactId) -> Vec<Effect> {
    model.certificate = Some(id);
    model.panel = super::model::Panel::Certificate;
    Vec::new()
}

/// Further findings of one id come in portions that stay readable.
const PORTION: usize = 20;

fn show_more(model: &mut Model, id: crate::core::finding::Id) -> Vec<Effect> {
    *model.unfolded.entry(id).or_default() += PORTION;
    Vec::new()
}

fn toggle_palette(model: &mut Model) -> Vec<Effect> {
    model.is_palette_open = !model.is_palette_open;
    Vec::new()
}
