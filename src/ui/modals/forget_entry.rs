//! Asks before an entry of the ledger is forgotten.

use egui::{Context, Id};

use crate::core::ledger::EntryId;
use crate::state::ledger::LedgerAction;
use crate::state::{Action, Model};
use crate::text::Lang;
use crate::text::ledger::panel as words;
use crate::ui::tokens::{Tokens, Type, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::dialog::dialog;
use crate::ui::widgets::text;

/// Draws the dialog.
pub fn ui(ctx: &Context, model: &Model, lang: Lang, entry: EntryId, outbox: &mut Vec<Action>) {
    let held = model.ledger.held(entry);
    let which = held.map(|held| words::forget_which(lang, &held.entry));
    let id = Id::unique("forget dialog");
    let shown = dialog(ctx, id, words::forget_ask(lang), size::DIALOG, |ui| {
        let tokens = Tokens::of(ui);
        if let Some(which) = &which {
            text::paragraph(ui, which, Type::Strong, tokens.text);
            ui.add_space(space::S);
        }
        text::paragraph(ui, words::forget_hint(lang), Type::Body, tokens.secondary);
        ui.add_space(space::L);
        let mut answer = None;
        ui.horizontal(|ui| {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if ui.add(Button::primary(words::forget(lang))).clicked() {
                    answer = Some(true);
                }
                if ui.add(Button::standard(words::keep(lang))).clicked() {
                    answer = Some(false);
                }
            });
        });
        answer
    });
    match shown.inner {
        Some(true) => outbox.push(Action::Ledger(LedgerAction::Forget(entry))),
        Some(false) => outbox.push(Action::CloseDialog),
        None if shown.dismissed => outbox.push(Action::CloseDialog),
        None => {}
    }
}
