//! The same by hand: a tab for each program, its files and commands to copy.

use egui::{CornerRadius, Frame, Margin, Ui};

use crate::state::csr::Change;
use crate::state::view::csr::{CsrView, PieceView};
use crate::state::{Action, Model};
use crate::text::Lang;
use crate::text::csr::make as words;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Tone, Type, radius, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::note_line::note_line;
use crate::ui::widgets::tab_bar::tab_bar;
use crate::ui::widgets::{card, text};

use super::csr::change;
use super::page;

/// Draws the card.
pub fn ui(ui: &mut Ui, model: &Model, view: &CsrView, lang: Lang, outbox: &mut Vec<Action>) {
    let last = view.twins.len().saturating_sub(1);
    let chosen = model.csr.draft.twin.min(last);
    let Some(twin) = view.twins.get(chosen) else {
        return;
    };
    ui.add_space(page::gap(ui));
    card::titled(ui, words::same_by_hand(lang), None, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        let titles: Vec<&str> = view.twins.iter().map(|twin| twin.title).collect();
        if let Some(index) = tab_bar(ui, &titles, chosen) {
            change(outbox, Change::ShowTwin(index));
        }
        if let Some(refusal) = &twin.refusal {
            note_line(ui, Tone::Warn, refusal, "");
        }
        for (index, piece) in twin.pieces.iter().enumerate() {
            ui.push_id(index, |ui| shown(ui, piece, lang, outbox));
        }
        let color = Tokens::of(ui).secondary;
        for note in &twin.notes {
            text::paragraph(ui, note, Type::Small, color);
        }
    });
}

/// A text with its name and the button that copies it.
fn shown(ui: &mut Ui, piece: &PieceView, lang: Lang, outbox: &mut Vec<Action>) {
    let tokens = Tokens::of(ui);
    ui.horizontal(|ui| {
        text::line(ui, &piece.title, Type::SmallStrong, tokens.text);
        let layout = egui::Layout::right_to_left(egui::Align::Center);
        ui.with_layout(layout, |ui| {
            let copy = Button::quiet(words::copy(lang)).small().icon(Icon::Copy);
            if ui.add(copy).clicked() {
                outbox.push(Action::Copy(piece.text.clone()));
            }
        });
    });
    Frame::new()
        .fill(tokens.sunken)
        .corner_radius(CornerRadius::same(radius::CONTROL))
        .inner_margin(Margin::symmetric(12, 10))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            text::value(ui, piece.text.trim_end(), Type::Diff, tokens.text);
        });
    if !piece.note.is_empty() {
        text::paragraph(ui, &piece.note, Type::Caption, tokens.muted);
    }
}
