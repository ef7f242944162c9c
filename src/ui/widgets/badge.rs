//! A count in a pill: open problems beside a navigation item.

use egui::{Color32, CornerRadius, Rect, Stroke, StrokeKind, Ui, Vec2, vec2};

use super::text;
use crate::ui::tokens::{Tokens, Tone, Type, size};

const HEIGHT: f32 = 20.0;

/// The room the badge for `count` takes.
pub fn badge_size(ui: &Ui, count: &str) -> Vec2 {
    let text = text::single(ui, count, Type::Caption, Color32::PLACEHOLDER);
    vec2((text.size().x + 12.0).ceil().max(HEIGHT), HEIGHT)
}

/// Paints the badge; the item it belongs to speaks the count.
pub fn paint_badge(ui: &Ui, rect: Rect, count: &str, tone: Tone) {
    let colors = Tokens::of(ui).tone(tone);
    ui.painter().rect(
        rect,
        CornerRadius::same(10),
        colors.bg,
        Stroke::new(size::STROKE, colors.border),
        StrokeKind::Inside,
    );
    let galley = text::single(ui, count, Type::Caption, colors.fg);
    let x = rect.center().x - galley.size().x / 2.0;
    text::paint_centered(ui, &galley, x, rect.center().y);
}
