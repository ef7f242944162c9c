//! Asks before a file in the way of the conversion's result is set aside.

use std::path::Path;

use egui::{Context, Id};

use crate::state::convert::ConvertAction;
use crate::state::view;
use crate::state::{Action, Model};
use crate::text::convert::panel as words;
use crate::text::{Lang, foreign, window};
use crate::ui::desk::Desk;
use crate::ui::tokens::{Tokens, Type, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::dialog::dialog;
use crate::ui::widgets::text;

/// Draws the dialog.
pub fn ui(
    ctx: &Context,
    model: &Model,
    lang: Lang,
    path: &Path,
    desk: &Desk,
    outbox: &mut Vec<Action>,
) {
    let shown = path.to_string_lossy();
    let copy = view::convert::copy_name(model, path);
    let question = words::keep_copy_question(lang, &foreign::display(&shown), &copy);
    let id = Id::unique("keep copy dialog");
    let shown = dialog(ctx, id, words::keep_copy_title(lang), size::DIALOG, |ui| {
        let color = Tokens::of(ui).secondary;
        text::paragraph(ui, &question, Type::Body, color);
        ui.add_space(space::L);
        let mut answer = None;
        ui.horizontal(|ui| {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let keep = ui.add(Button::primary(words::keep_copy(lang)));
                if desk.is_dialog_new {
                    keep.request_focus();
                }
                if keep.clicked() {
                    answer = Some(true);
                }
                if ui.add(Button::standard(window::cancel(lang))).clicked() {
                    answer = Some(false);
                }
            });
        });
        answer
    });
    match shown.inner {
        Some(true) => outbox.push(Action::Convert(ConvertAction::KeepCopy)),
        Some(false) => outbox.push(Action::CloseDialog),
        None if shown.dismissed => outbox.push(Action::CloseDialog),
        None => {}
    }
}
