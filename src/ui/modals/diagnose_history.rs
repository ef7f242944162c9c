//! The runs of the names that are shown, newest first, and what changed from one to the next.

use egui::{Context, Id, ScrollArea, Ui};

use crate::state::view::diagnose::history::{ChangeKind, PastView, build};
use crate::state::{Action, Model};
use crate::text::diagnose::panel as words;
use crate::text::{Lang, window};
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
pub fn ui(ctx: &Context, model: &Model, lang: Lang, outbox: &mut Vec<Action>) {
    let runs = build(lang, model);
    let id = Id::unique("diagnose history dialog");
    let title = words::history_title(lang);
    let shown = dialog(ctx, id, title, size::DIALOG_WIDE, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        if runs.is_empty() {
            let color = Tokens::of(ui).secondary;
            text::paragraph(ui, words::history_empty(lang), Type::Body, color);
        }
        ScrollArea::vertical()
            .id_salt("runs")
            .max_height(LIST)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::XS;
                for (index, run) in runs.iter().enumerate() {
                    ui.push_id(index, |ui| one(ui, run, lang));
                    ui.add_space(space::M);
                }
            });
        let mut is_closed = false;
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
            is_closed = ui.add(Button::standard(window::close(lang))).clicked();
        });
        is_closed
    });
    if shown.inner || shown.dismissed {
        outbox.push(Action::CloseDialog);
    }
}

fn one(ui: &mut Ui, run: &PastView, lang: Lang) {
    let tokens = Tokens::of(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        text::line(ui, &run.when, Type::Strong, tokens.text);
        ui.add(Chip::verdict(tone(run.tone), &run.headline));
    });
    text::paragraph(ui, &run.context, Type::Small, tokens.muted);
    match &run.changes {
        None => {}
        Some(changes) if changes.is_empty() => {
            text::paragraph(
                ui,
                words::nothing_changed(lang),
                Type::Small,
                tokens.secondary,
            );
        }
        Some(changes) => {
            for change in changes {
                let of = match change.kind {
                    ChangeKind::Broken => Tone::Error,
                    ChangeKind::Fixed => Tone::Ok,
                    ChangeKind::Differs => Tone::Info,
                };
                note_line(ui, of, &change.words, "");
            }
        }
    }
}
