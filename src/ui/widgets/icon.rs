//! Icons as glyphs: outlined everywhere, filled for verdicts.

use egui::{Align2, Color32, FontId, Pos2, Response, Sense, Ui, Vec2};

use crate::ui::fonts;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Tone, size};

/// Paints an outlined icon.
pub fn paint(ui: &Ui, center: Pos2, icon: Icon, size: f32, color: Color32) {
    glyph(ui, center, icon, FontId::new(size, fonts::icons()), color);
}

/// Paints the icon of a verdict in its solid colour.
pub fn paint_tone(ui: &Ui, center: Pos2, tone: Tone, size: f32) {
    let color = Tokens::of(ui).tone(tone).solid;
    let font = match tone {
        Tone::Neutral => fonts::icons(),
        Tone::Error | Tone::Info | Tone::Ok | Tone::Warn => fonts::icons_fill(),
    };
    glyph(ui, center, tone_icon(tone), FontId::new(size, font), color);
}

/// A sound row gets a thin check, so that only problems are loud.
pub fn paint_mark(ui: &Ui, center: Pos2, tone: Tone) {
    match tone {
        Tone::Ok => {
            let color = Tokens::of(ui).ok.fg;
            paint(ui, center, Icon::Check, size::ICON, color);
        }
        Tone::Error | Tone::Info | Tone::Neutral | Tone::Warn => {
            paint_tone(ui, center, tone, size::ICON);
        }
    }
}

/// The icon that stands for a verdict.
pub const fn tone_icon(tone: Tone) -> Icon {
    match tone {
        Tone::Error => Icon::XCircle,
        Tone::Info => Icon::Info,
        Tone::Neutral => Icon::MinusCircle,
        Tone::Ok => Icon::CheckCircle,
        Tone::Warn => Icon::Warning,
    }
}

/// Takes a square of `size` and paints an outlined icon in it; words beside it carry the meaning.
pub fn icon(ui: &mut Ui, icon: Icon, size: f32, color: Color32) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::hover());
    paint(ui, rect.center(), icon, size, color);
    response
}

fn glyph(ui: &Ui, center: Pos2, icon: Icon, font: FontId, color: Color32) {
    ui.painter().text(
        center,
        Align2::CENTER_CENTER,
        icon.code_point(),
        font,
        color,
    );
}
