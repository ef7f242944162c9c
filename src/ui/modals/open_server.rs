//! Asks whose certificates to open, names whom that contacts, and shows how far it is.

use egui::{Context, Id, Key, Ui};

use crate::core::problem::Failure;
use crate::state::server::{Fetching, ServerAction, ServerDraft};
use crate::state::{Action, Model};
use crate::text::diagnose::options as words;
use crate::text::{Lang, problem, progress, prose, window};
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::dialog::dialog;
use crate::ui::widgets::progress_card::{Progress, progress_card};
use crate::ui::widgets::state_card::StateCard;
use crate::ui::widgets::text;
use crate::ui::widgets::text_input::{Name, TextInput};

use super::diagnose_server;

/// Draws the dialog.
pub fn ui(ctx: &Context, model: &Model, lang: Lang, desk: &Desk, outbox: &mut Vec<Action>) {
    let id = Id::unique("open server dialog");
    let mut draft = model.server.draft.clone();
    let shown = dialog(ctx, id, words::open_server(lang), size::DIALOG, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        let is_entered = fields(ui, &mut draft, lang, desk);
        state(ui, model, lang, outbox);
        ui.add_space(space::S);
        buttons(ui, model, &draft, is_entered, lang)
    });
    if draft != model.server.draft {
        outbox.push(Action::Server(ServerAction::Change(draft)));
    }
    match shown.inner {
        Some(true) => outbox.push(Action::Server(ServerAction::Fetch)),
        Some(false) => outbox.push(Action::CloseDialog),
        None if shown.dismissed => outbox.push(Action::CloseDialog),
        None => {}
    }
}

/// Which server; true when Enter was pressed.
fn fields(ui: &mut Ui, draft: &mut ServerDraft, lang: Lang, desk: &Desk) -> bool {
    let tokens = Tokens::of(ui);
    text::paragraph(ui, words::open_lead(lang), Type::Body, tokens.secondary);
    ui.add_space(space::XS);
    let label = text::line(ui, words::open_label(lang), Type::Small, tokens.secondary);
    let response = TextInput::new("server", &mut draft.host, Name::LabelledBy(label.id))
        .hint(words::open_hint(lang))
        .icon(Icon::Globe)
        .show(ui);
    if desk.is_dialog_new {
        response.request_focus();
    }
    text::line(ui, words::start(lang), Type::Small, tokens.secondary);
    diagnose_server::start(ui, &mut draft.start, lang);
    response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

/// Whom it contacts, how far it is, or why it did not come to an end.
fn state(ui: &mut Ui, model: &Model, lang: Lang, outbox: &mut Vec<Action>) {
    match &model.server.fetching {
        Fetching::NotBegun => {
            let asked = model.server.draft.read();
            let said = match &asked {
                Some(asked) => words::open_contacts(lang, &asked.target.to_string()),
                None => words::open_missing(lang).to_owned(),
            };
            let color = Tokens::of(ui).muted;
            text::paragraph(ui, &said, Type::Caption, color);
        }
        Fetching::Now(number) => {
            let job = model.jobs.iter().find(|job| job.number == *number);
            let stage = job.and_then(|job| job.stage);
            let card = Progress {
                stage: stage.map_or(window::starting(lang), |it| progress::stage(lang, it)),
                count: "",
                fraction: None,
                cancel: window::cancel(lang),
            };
            if progress_card(ui, &card) {
                outbox.push(Action::Cancel(*number));
            }
        }
        Fetching::Cancelled => {
            let title = words::open_cancelled(lang);
            StateCard::cancelled(title, words::open_cancelled_why(lang)).show(ui);
        }
        Fetching::Failed(failure) => failed(ui, lang, failure),
    }
}

fn failed(ui: &mut Ui, lang: Lang, failure: &Failure) {
    let said = problem::explain(lang, failure);
    let all = said.causes.iter().chain(&said.remedies);
    let parts: Vec<&str> = all.map(String::as_str).chain(said.raw.as_deref()).collect();
    let detail = prose::sentences(lang, &parts);
    StateCard::error(&said.happened, &detail).show(ui);
}

fn buttons(
    ui: &mut Ui,
    model: &Model,
    draft: &ServerDraft,
    is_entered: bool,
    lang: Lang,
) -> Option<bool> {
    let is_running = matches!(model.server.fetching, Fetching::Now(_));
    let off = match draft.read() {
        None => Some(words::open_missing(lang)),
        Some(_) => is_running.then(|| window::starting(lang)),
    };
    let label = match model.server.fetching {
        Fetching::Cancelled | Fetching::Failed(_) => window::run_again(lang),
        Fetching::NotBegun | Fetching::Now(_) => words::open_go(lang),
    };
    let mut answer = (is_entered && off.is_none()).then_some(true);
    ui.horizontal(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let go = Button::primary(label).icon(Icon::Plugs).off(off);
            if ui.add(go).clicked() {
                answer = Some(true);
            }
            if ui.add(Button::standard(window::close(lang))).clicked() {
                answer = Some(false);
            }
        });
    });
    answer
}
