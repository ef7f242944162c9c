//! What was done to the configuration, newest first, and the way back.

use egui::{Context, Id, ScrollArea, Ui};

use crate::state::Action;
use crate::state::iis::IisAction;
use crate::state::view::Views;
use crate::state::view::iis::flag;
use crate::state::view::iis::history::{ActView, HistoryView};
use crate::text::iis::window as words;
use crate::text::{Lang, window};
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Tone, Type, size, space};
use crate::ui::tone::tone;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::chip::Chip;
use crate::ui::widgets::dialog::dialog;
use crate::ui::widgets::note_line::note_line;
use crate::ui::widgets::text;

/// Height that the list takes at most.
const LIST: f32 = 380.0;

/// Draws the dialog.
pub fn ui(ctx: &Context, views: &Views, lang: Lang, outbox: &mut Vec<Action>) {
    let history = views.iis.as_ref().and_then(|view| view.history.as_ref());
    let id = Id::unique("iis history dialog");
    let shown = dialog(ctx, id, words::history(lang), size::DIALOG_WIDE, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        match history {
            None => {
                let color = Tokens::of(ui).secondary;
                text::paragraph(ui, words::history_reading(lang), Type::Body, color);
            }
            Some(history) => {
                ScrollArea::vertical()
                    .id_salt("acts")
                    .max_height(LIST)
                    .auto_shrink([false, true])
                    .show(ui, |ui| list(ui, history, lang, outbox));
            }
        }
        ui.add_space(space::S);
        let mut is_closed = false;
        ui.horizontal(|ui| {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                is_closed = ui.add(Button::standard(window::close(lang))).clicked();
            });
        });
        is_closed
    });
    if shown.inner || shown.dismissed {
        outbox.push(Action::CloseDialog);
    }
}

fn list(ui: &mut Ui, history: &HistoryView, lang: Lang, outbox: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = space::XS;
    if let Some(note) = history.note {
        let color = Tokens::of(ui).secondary;
        text::paragraph(ui, note, Type::Body, color);
    }
    for (index, act) in history.acts.iter().enumerate() {
        ui.push_id(index, |ui| one(ui, act, lang, outbox));
        ui.add_space(space::M);
    }
    for path in &history.unreadable {
        note_line(ui, Tone::Warn, words::unreadable_record(lang), path);
    }
}

fn one(ui: &mut Ui, act: &ActView, lang: Lang, outbox: &mut Vec<Action>) {
    let tokens = Tokens::of(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        text::line(ui, &act.title, Type::Strong, tokens.text);
        ui.add(Chip::verdict(tone(act.tone), act.state));
        if act.can_undo {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let undo = Button::standard(words::undo(lang))
                    .icon(Icon::ArrowCounterClockwise)
                    .small();
                let twin = format!("{} {}", flag::UNDO, flag::ID);
                if ui.add(undo).on_hover_text(twin).clicked() {
                    outbox.push(Action::Iis(IisAction::Undo(Some(act.id.clone()))));
                }
            });
        }
    });
    for step in &act.steps {
        text::paragraph(ui, step, Type::Small, tokens.secondary);
    }
    let width = ui.available_width();
    text::name(ui, &act.copy, Type::Mono, tokens.muted, width);
    if let Some(damage) = act.damage {
        text::paragraph(ui, damage, Type::Small, tokens.tone(Tone::Warn).fg);
    }
}
