//! Issuers that are fetched: the work, then what came, which is added only when the user says so.

use egui::{Ui, vec2};

use crate::core::problem::Failure;
use crate::state::chain::{ChainAction, Fetching};
use crate::state::view::chain::{CameView, ChainView};
use crate::state::{Action, Model};
use crate::text::chain::panel as words;
use crate::text::{Lang, problem, prose, window};
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, space};
use crate::ui::tone::tone;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::note_line::note_line;
use crate::ui::widgets::state_card::{Pressed, StateCard};
use crate::ui::widgets::{card, text};

use super::chain::{push, running};

/// Draws the card, when there is anything to say.
pub fn ui(ui: &mut Ui, model: &Model, view: &ChainView, lang: Lang, outbox: &mut Vec<Action>) {
    match &model.chain.fetching {
        Fetching::NotBegun => {}
        Fetching::Running(job) => {
            running(ui, model, *job, words::fetching(lang), lang, outbox);
        }
        Fetching::Cancelled => {
            let again = [Button::standard(window::run_again(lang)).icon(Icon::ArrowsClockwise)];
            let (title, kept) = (words::fetch_stopped(lang), words::fetch_kept(lang));
            let card = StateCard::cancelled(title, kept).actions(&again);
            ended(card, ui, lang, outbox);
        }
        Fetching::Failed(failure) => {
            let again = [Button::standard(window::run_again(lang)).icon(Icon::ArrowsClockwise)];
            let (title, detail) = failure_words(lang, failure);
            ended(
                StateCard::error(&title, &detail).actions(&again),
                ui,
                lang,
                outbox,
            );
        }
        Fetching::Came(_) => {
            if let Some(came) = &view.came {
                preview(ui, came, lang, outbox);
            }
        }
    }
}

fn ended(card: StateCard<'_>, ui: &mut Ui, lang: Lang, outbox: &mut Vec<Action>) {
    match card.close(window::dismiss(lang)).show(ui) {
        Some(Pressed::Action(_)) => push(outbox, ChainAction::AskFetch),
        Some(Pressed::Close) => push(outbox, ChainAction::DiscardFetched),
        None => {}
    }
}

/// What happened, and causes with remedies.
pub fn failure_words(lang: Lang, failure: &Failure) -> (String, String) {
    let said = problem::explain(lang, failure);
    let parts: Vec<&str> = said
        .causes
        .iter()
        .chain(&said.remedies)
        .map(String::as_str)
        .chain(said.raw.as_deref())
        .collect();
    let detail = prose::sentences(lang, &parts);
    (said.happened, detail)
}

fn preview(ui: &mut Ui, came: &CameView, lang: Lang, outbox: &mut Vec<Action>) {
    card::titled(ui, &came.title, None, |ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::S);
        if came.can_add {
            let color = Tokens::of(ui).secondary;
            text::paragraph(ui, words::fetch_preview(lang), Type::Body, color);
        }
        for step in &came.steps {
            note_line(ui, tone(step.tone), &step.title, &step.detail);
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::S, space::S);
            let add = Button::primary(words::add_fetched(lang)).icon(Icon::Plus);
            if came.can_add && ui.add(add).clicked() {
                push(outbox, ChainAction::AddFetched);
            }
            let ask = Button::standard(words::fetch_agreed(lang));
            if !came.agreed_hosts.is_empty() && ui.add(ask).clicked() {
                let agreed_hosts = came.agreed_hosts.clone();
                push(outbox, ChainAction::Fetch { agreed_hosts });
            }
            if ui.add(Button::standard(words::discard(lang))).clicked() {
                push(outbox, ChainAction::DiscardFetched);
            }
        });
    });
}
