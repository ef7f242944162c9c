//! Something to know, in a line: its mark, what it is, and why it matters beneath.

use egui::{Sense, Ui, vec2};

use super::{icon, text};
use crate::ui::tokens::{Tokens, Tone, Type, size, space};

/// Draws the line over the width there is; both sentences wrap.
pub fn note_line(ui: &mut Ui, tone: Tone, title: &str, why: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let (rect, _) = ui.allocate_exact_size(vec2(size::ICON, 20.0), Sense::hover());
        icon::paint_tone(ui, rect.center(), tone, size::ICON);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let tokens = Tokens::of(ui);
            text::paragraph(ui, title, Type::Small, tokens.text);
            if !why.is_empty() {
                text::paragraph(ui, why, Type::Caption, tokens.muted);
            }
        });
    });
}
