//! Asks before a file is replaced.

use std::path::Path;

use egui::{Context, Id};

use crate::state::{Action, Saving};
use crate::text::{Lang, foreign, window as words};
use crate::ui::tokens::{Tokens, Type, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::dialog::dialog;
use crate::ui::widgets::text;

/// Draws the dialog.
pub fn ui(ctx: &Context, lang: Lang, (what, path): (Saving, &Path), outbox: &mut Vec<Action>) {
    let name = path.to_string_lossy();
    let question = words::replace_question(lang, &foreign::display(&name));
    let id = Id::unique("replace dialog");
    let shown = dialog(ctx, id, words::replace_title(lang), size::DIALOG, |ui| {
        let color = Tokens::of(ui).secondary;
        text::paragraph(ui, &question, Type::Body, color);
        ui.add_space(space::L);
        let mut answer = None;
        ui.horizontal(|ui| {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if ui.add(Button::primary(words::replace(lang))).clicked() {
                    answer = Some(true);
                }
                if ui.add(Button::standard(words::cancel(lang))).clicked() {
                    answer = Some(false);
                }
            });
        });
        answer
    });
    match shown.inner {
        Some(true) => outbox.push(Action::SaveTo {
            what,
            path: path.to_owned(),
            replace: true,
        }),
        Some(false) => outbox.push(Action::CloseDialog),
        None if shown.dismissed => outbox.push(Action::CloseDialog),
        None => {}
    }
}
