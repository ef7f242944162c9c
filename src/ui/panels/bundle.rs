//! The home panel: the drop zone while nothing is open, then the story.

use egui::Ui;

use crate::state::view::Views;
use crate::state::view::bundle::{BundleView, IdentityView};
use crate::state::view::ledger::AnswerView;
use crate::state::{Action, Model};
use crate::text::diagnose::options;
use crate::text::{Lang, window as words};
use crate::ui::commands::Command;
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tone::tone;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::verdict_line::verdict_line;

use super::{
    bundle_answer, bundle_empty, bundle_findings, bundle_identity, bundle_side, bundle_state,
    bundle_table, page,
};

/// Draws the panel.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    views: &Views,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    match &views.bundle {
        None => bundle_empty::ui(ui, model, views, lang, desk, outbox),
        Some(view) if view.collection.is_some() => page::filled(ui, |ui| {
            head(ui, model, view, lang, desk, outbox);
            bundle_table::ui(ui, model, view, lang, desk, outbox);
        }),
        Some(view) => page::scrolled(ui, "bundle", |ui| {
            head(ui, model, view, lang, desk, outbox);
            story(ui, model, (view, &views.answers), lang, desk, outbox);
        }),
    }
}

/// Problems and identities, with next steps and contents beside them.
fn story(
    ui: &mut Ui,
    model: &Model,
    (view, answers): (&BundleView, &[AnswerView]),
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    page::columns(
        ui,
        &mut (desk, outbox),
        |ui, (_, outbox)| {
            // The way on comes before the problem that it solves; of several, each stays with its own.
            let is_first = view.identities.len() == 1;
            if is_first {
                answered(ui, answers, &view.identities, lang, outbox);
            }
            bundle_findings::ui(ui, model, &view.findings, lang, outbox);
            for identity in &view.identities {
                ui.push_id(&identity.key_id, |ui| {
                    bundle_identity::ui(ui, identity, lang, outbox);
                    if !is_first {
                        let identity = std::slice::from_ref(identity);
                        answered(ui, answers, identity, lang, outbox);
                    }
                });
            }
            for answer in answers.iter().filter(|answer| answer.file.is_some()) {
                ui.push_id(answer.of.0, |ui| {
                    bundle_answer::ui(ui, answer, lang, outbox)
                });
            }
        },
        |ui, (desk, outbox)| bundle_side::ui(ui, model, view, lang, desk, outbox),
    );
}

/// Header, what is going on, verdict.
fn head(
    ui: &mut Ui,
    model: &Model,
    view: &BundleView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let buttons = [
        Button::standard(words::save_report(lang)).icon(Icon::Export),
        Button::standard(options::open_server_button(lang)).icon(Icon::Plugs),
        Button::standard(words::open(lang)).icon(Icon::FolderOpen),
    ];
    let run = match page::header(ui, desk, &view.title, &view.sub, &buttons) {
        Some(0) => Some(Command::SaveReport),
        Some(1) => Some(Command::OpenServer),
        Some(_) => Some(Command::OpenFiles),
        None => None,
    };
    outbox.extend(run.and_then(|command| command.action(model, lang).ok()));
    bundle_state::ui(ui, model, lang, outbox);
    let verdict = &view.verdict;
    verdict_line(ui, tone(verdict.tone), &verdict.sentence, &verdict.context);
    ui.add_space(page::gap(ui));
}

/// The keys found again for these identities.
fn answered(
    ui: &mut Ui,
    answers: &[AnswerView],
    identities: &[IdentityView],
    lang: Lang,
    outbox: &mut Vec<Action>,
) {
    let of_them = |answer: &&AnswerView| {
        let mut identities = identities.iter();
        identities.any(|identity| identity.certificate == Some(answer.of))
    };
    for answer in answers.iter().filter(of_them) {
        bundle_answer::ui(ui, answer, lang, outbox);
    }
}
