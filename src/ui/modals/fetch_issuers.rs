//! Asks before the addresses that a certificate names are contacted.

use egui::{Context, Id};

use crate::state::chain::ChainAction;
use crate::state::view::chain::fetch;
use crate::state::{Action, Model};
use crate::text::chain::panel as words;
use crate::text::{Lang, window};
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::dialog::dialog;
use crate::ui::widgets::text;

/// Draws the dialog.
pub fn ui(ctx: &Context, model: &Model, lang: Lang, desk: &Desk, outbox: &mut Vec<Action>) {
    let Some(view) = fetch::build(lang, model) else {
        outbox.push(Action::CloseDialog);
        return;
    };
    let id = Id::unique("fetch issuers dialog");
    let shown = dialog(ctx, id, words::fetch_title(lang), size::DIALOG, |ui| {
        let color = Tokens::of(ui).secondary;
        text::paragraph(ui, &view.question, Type::Body, color);
        ui.add_space(space::L);
        let mut answer = None;
        ui.horizontal(|ui| {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let go = Button::primary(words::fetch_go(lang))
                    .icon(Icon::DownloadSimple)
                    .off(view.off);
                let go = ui.add(go);
                if desk.is_dialog_new {
                    go.request_focus();
                }
                if go.clicked() {
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
        Some(true) => {
            let agreed_hosts = Vec::new();
            outbox.push(Action::Chain(ChainAction::Fetch { agreed_hosts }));
        }
        Some(false) => outbox.push(Action::CloseDialog),
        None if shown.dismissed => outbox.push(Action::CloseDialog),
        None => {}
    }
}
