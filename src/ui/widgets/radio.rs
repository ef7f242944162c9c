//! One choice among several.

use egui::{Response, Sense, Stroke, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::{focus, text};
use crate::ui::tokens::{Tokens, Type, size};

const RADIUS: f32 = 7.0;
const INSET: f32 = 2.0;
const GAP: f32 = 8.0;

/// Draws the choice; the caller acts on `clicked()`.
pub fn radio(ui: &mut Ui, chosen: bool, label: &str) -> Response {
    let tokens = Tokens::of(ui);
    let galley = text::single(ui, label, Type::Body, tokens.text);
    let width = 2.0 * (INSET + RADIUS) + GAP + galley.size().x;
    let wanted = vec2(width.ceil(), size::BUTTON_SMALL);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    response
        .widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, label));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let center = pos2(rect.left() + INSET + RADIUS, rect.center().y);
    let (outline, color) = if chosen {
        (1.5, tokens.accent)
    } else {
        (size::STROKE, tokens.control)
    };
    let fill = if response.hovered() {
        tokens.hover
    } else {
        tokens.surface
    };
    let painter = ui.painter();
    painter.circle(
        center,
        RADIUS - outline / 2.0,
        fill,
        Stroke::new(outline, color),
    );
    if chosen {
        painter.circle_filled(center, 3.5, tokens.accent);
    }
    let x = center.x + RADIUS + INSET + GAP;
    text::paint_centered(ui, &galley, x, rect.center().y);
    focus::ring(ui, &response, rect.shrink2(vec2(0.0, 3.0)), 4);
    response
}
