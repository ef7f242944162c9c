//! Shows whom a run would contact, before anything is sent.

use egui::{Context, Id, ScrollArea, Ui};

use crate::state::diagnose::DiagnoseAction;
use crate::state::view::diagnose::{ContactsView, contacts, flag};
use crate::state::{Action, Model};
use crate::text::diagnose::panel as words;
use crate::text::{Lang, window};
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::checkbox::checkbox;
use crate::ui::widgets::dialog::dialog;
use crate::ui::widgets::text;

/// Height that the list takes at most.
const LIST: f32 = 360.0;

/// Draws the dialog.
pub fn ui(ctx: &Context, model: &Model, lang: Lang, desk: &Desk, outbox: &mut Vec<Action>) {
    let Some(view) = contacts(lang, model) else {
        outbox.push(Action::CloseDialog);
        return;
    };
    let id = Id::unique("diagnose contacts dialog");
    let mut draft = model.diagnose.draft.clone();
    let shown = dialog(ctx, id, words::contacts_title(lang), size::DIALOG, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        list(ui, &view, lang);
        if view.has_inside {
            checkbox(ui, &mut draft.is_inside_agreed, words::inside(lang))
                .on_hover_text(flag::INSIDE);
        }
        ui.add_space(space::S);
        buttons(ui, lang, desk)
    });
    if draft != model.diagnose.draft {
        let change = DiagnoseAction::Change(Box::new(draft));
        outbox.push(Action::Diagnose(change));
    }
    match shown.inner {
        Some(true) => outbox.push(Action::Diagnose(DiagnoseAction::Agree)),
        Some(false) => outbox.push(Action::CloseDialog),
        None if shown.dismissed => outbox.push(Action::CloseDialog),
        None => {}
    }
}

fn list(ui: &mut Ui, view: &ContactsView, lang: Lang) {
    let tokens = Tokens::of(ui);
    let lead = text::paragraph(ui, words::contacts_lead(lang), Type::Body, tokens.secondary);
    lead.on_hover_text(flag::DRY_RUN);
    ScrollArea::vertical()
        .id_salt("contacts")
        .max_height(LIST)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for group in &view.groups {
                ui.add_space(space::S);
                text::line(ui, &group.title, Type::SmallStrong, tokens.text);
                let all = group.whom.join(", ");
                text::paragraph(ui, &all, Type::Mono, tokens.secondary);
            }
        });
    text::paragraph(ui, words::contacts_more(lang), Type::Small, tokens.muted);
}

fn buttons(ui: &mut Ui, lang: Lang, desk: &Desk) -> Option<bool> {
    let mut answer = None;
    ui.horizontal(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let go = ui.add(Button::primary(words::ask_these(lang)).icon(Icon::Pulse));
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
}
