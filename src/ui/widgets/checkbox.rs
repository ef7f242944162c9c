//! A box to tick, with its words; the words are part of what can be clicked.

use egui::{
    CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, accesskit::Role,
    pos2, vec2,
};

use super::{focus, text};
use crate::ui::tokens::{Tokens, Type, size};

const BOX: f32 = 14.0;
const INSET: f32 = 2.0;
const GAP: f32 = 8.0;

/// Draws the box; a click or Space changes `checked`.
pub fn checkbox(ui: &mut Ui, checked: &mut bool, label: &str) -> Response {
    checkbox_in(ui, checked, label, Type::Body)
}

/// The same in another text style, for side cards.
pub fn checkbox_in(ui: &mut Ui, checked: &mut bool, label: &str, kind: Type) -> Response {
    let tokens = Tokens::of(ui);
    let galley = text::single(ui, label, kind, tokens.text);
    let width = 2.0 * INSET + BOX + GAP + galley.size().x;
    let wanted = vec2(width.ceil(), size::BUTTON_SMALL);
    let (rect, mut response) = ui.allocate_exact_size(wanted, Sense::click());
    if response.clicked() {
        *checked = !*checked;
        response.mark_changed();
    }
    let is_checked = *checked;
    response
        .widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), is_checked, label));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let left = pos2(rect.left() + INSET, rect.center().y - BOX / 2.0);
    let square = Rect::from_min_size(left, Vec2::splat(BOX));
    paint_box(ui, square, is_checked, response.hovered());
    text::paint_centered(ui, &galley, square.right() + INSET + GAP, rect.center().y);
    focus::ring(ui, &response, rect.shrink2(vec2(0.0, 3.0)), 4);
    response
}

/// Paints the box alone.
pub(super) fn paint_box(ui: &Ui, square: Rect, checked: bool, hovered: bool) {
    let tokens = Tokens::of(ui);
    let corner = CornerRadius::same(2);
    if !checked {
        let fill = if hovered {
            tokens.hover
        } else {
            tokens.surface
        };
        let outline = Stroke::new(size::STROKE, tokens.control);
        ui.painter()
            .rect(square, corner, fill, outline, StrokeKind::Inside);
        return;
    }
    ui.painter().rect_filled(square, corner, tokens.accent);
    let at = |x: f32, y: f32| square.min + vec2(x, y);
    let tick = vec![at(3.4, 7.4), at(6.0, 9.9), at(10.8, 4.7)];
    ui.painter().line(tick, Stroke::new(1.5, tokens.surface));
}
