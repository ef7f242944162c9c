//! A key of the keyboard, drawn as its cap.

use egui::{
    Color32, CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    accesskit::Role, vec2,
};

use super::text;
use crate::ui::tokens::{Tokens, Type, radius, size};

const HEIGHT: f32 = 18.0;
const PADDING: f32 = 5.0;

/// The room the cap takes.
pub fn key_cap_size(ui: &Ui, key: &str) -> Vec2 {
    let text = text::single(ui, key, Type::Caption, Color32::PLACEHOLDER);
    vec2((text.size().x + 2.0 * PADDING).ceil().max(HEIGHT), HEIGHT)
}

/// Paints the cap in `rect`.
pub fn paint_key_cap(ui: &Ui, rect: Rect, key: &str) {
    let tokens = Tokens::of(ui);
    ui.painter().rect(
        rect,
        CornerRadius::same(radius::KEY),
        tokens.sunken,
        Stroke::new(size::STROKE, tokens.border),
        StrokeKind::Inside,
    );
    let galley = text::single(ui, key, Type::Caption, tokens.secondary);
    let x = rect.center().x - galley.size().x / 2.0;
    text::paint_centered(ui, &galley, x, rect.center().y);
}

/// Draws one key.
pub fn key_cap(ui: &mut Ui, key: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(key_cap_size(ui, key), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, key));
    paint_key_cap(ui, rect, key);
    response
}
