//! Asks for the password of a locked group; the answer is tried on everything in it.

use std::sync::Arc;

use egui::{Context, Id, Key, Ui};

use crate::core::secret::Secret;
use crate::state::view;
use crate::state::{Action, Model};
use crate::text::convert::lost;
use crate::text::{Lang, window as words};
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::dialog::dialog;
use crate::ui::widgets::disclosure;
use crate::ui::widgets::secret_field::secret_field;
use crate::ui::widgets::text;
use crate::ui::widgets::text_input::Name;

/// Draws the dialog.
pub fn ui(
    ctx: &Context,
    model: &Model,
    lang: Lang,
    (group, is_refused): (usize, bool),
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let question = view::password_question(lang, model, group);
    let title = words::password_title(lang);
    let id = Id::unique("password dialog");
    let shown = dialog(ctx, id, title, size::DIALOG, |ui| {
        let color = Tokens::of(ui).secondary;
        ui.spacing_mut().item_spacing.y = space::S;
        text::paragraph(ui, &question, Type::Body, color);
        text::paragraph(
            ui,
            words::password_tried_everywhere(lang),
            Type::Small,
            color,
        );
        ui.add_space(space::XS);
        let label = text::line(ui, words::password(lang), Type::Small, color);
        let is_submitted = field(ui, lang, label.id, is_refused, desk);
        lost_password(ui, lang);
        ui.add_space(space::S);
        buttons(ui, lang, is_submitted, desk)
    });
    match shown.inner {
        Some(true) => {
            let secret = Arc::new(Secret::new(desk.secret.take()));
            outbox.push(Action::SubmitPassword { group, secret });
        }
        Some(false) => outbox.push(Action::CloseDialog),
        None if shown.dismissed => outbox.push(Action::CloseDialog),
        None => {}
    }
}

/// Where a password may still be found, and what is left when it is not.
fn lost_password(ui: &mut Ui, lang: Lang) {
    let id = Id::unique("lost password");
    let is_open = disclosure::is_open(ui, id);
    let response = ui.add(disclosure::button(lost::i_lost_it(lang), is_open));
    disclosure::toggle(ui, id, &response);
    if is_open {
        let color = Tokens::of(ui).secondary;
        for advice in [lost::elsewhere, lost::reissue, lost::apply_again] {
            text::paragraph(ui, advice(lang), Type::Small, color);
        }
    }
}

/// The field; true when Enter was pressed in it.
fn field(ui: &mut Ui, lang: Lang, label: Id, is_refused: bool, desk: &mut Desk) -> bool {
    let error = (is_refused && desk.secret.is_empty()).then(|| words::password_refused(lang));
    let width = ui.available_width();
    let name = Name::LabelledBy(label);
    let response = secret_field(ui, "password", &mut desk.secret, name, error, width);
    if desk.is_dialog_new {
        response.request_focus();
    }
    response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

/// The buttons at the right: true to try, false to leave.
fn buttons(ui: &mut Ui, lang: Lang, is_submitted: bool, desk: &Desk) -> Option<bool> {
    let is_empty = desk.secret.is_empty();
    let mut answer = (is_submitted && !is_empty).then_some(true);
    ui.horizontal(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let off = is_empty.then(|| words::password_empty(lang));
            let unlock = Button::primary(words::unlock(lang))
                .icon(Icon::LockOpen)
                .off(off);
            if ui.add(unlock).clicked() && !is_empty {
                answer = Some(true);
            }
            if ui.add(Button::standard(words::cancel(lang))).clicked() {
                answer = Some(false);
            }
        });
    });
    answer
}
