//! The repaired chain: what changes, and the files it can be written as.

use egui::{Ui, vec2};

use crate::state::chain::ChainAction;
use crate::state::view::chain::{RepairView, flag};
use crate::state::{Action, Model};
use crate::text::Lang;
use crate::text::chain::panel as words;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Tone, Type, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card;
use crate::ui::widgets::checkbox::checkbox;
use crate::ui::widgets::note_line::note_line;
use crate::ui::widgets::text;

use super::chain::push;

/// Draws the card. Its first button is the screen's primary one where nothing else is.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    view: &RepairView,
    lang: Lang,
    is_primary: bool,
    outbox: &mut Vec<Action>,
) {
    card::titled(ui, words::repaired(lang), None, |ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::S);
        let tokens = Tokens::of(ui);
        text::paragraph(ui, &view.order.join(" → "), Type::Body, tokens.secondary);
        if view.changes.is_empty() {
            note_line(ui, Tone::Ok, words::nothing_changes(lang), "");
        }
        for change in &view.changes {
            note_line(ui, Tone::Info, change, "");
        }
        if view.has_root {
            keep_root(ui, model, lang, outbox);
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::S, space::S);
            for (index, form) in view.forms.iter().enumerate() {
                let button = match index == 0 && is_primary {
                    true => Button::primary(form.label).icon(Icon::FloppyDisk),
                    false => Button::standard(form.label),
                };
                let hint = format!("{}\n{}", form.hint, flag::FIX);
                if ui.add(button).on_hover_text(hint).clicked() {
                    outbox.push(Action::AskSave(form.saving));
                }
            }
        });
        if let Some(written) = &view.written {
            note_line(ui, Tone::Ok, written, "");
        }
    });
}

fn keep_root(ui: &mut Ui, model: &Model, lang: Lang, outbox: &mut Vec<Action>) {
    let mut is_kept = model.chain.with_root;
    ui.horizontal(|ui| {
        let response = checkbox(ui, &mut is_kept, words::keep_root(lang));
        let response = response.on_hover_text(flag::WITH_ROOT);
        if response.changed() {
            push(outbox, ChainAction::KeepRoot(is_kept));
        }
        let color = Tokens::of(ui).muted;
        let width = ui.available_width();
        text::name(ui, words::keep_root_why(lang), Type::Caption, color, width);
    });
}
