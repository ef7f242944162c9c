//! A button that is only an icon; its name is spoken and shown on hover.

use egui::{CornerRadius, Response, Sense, Ui, Vec2, WidgetInfo, accesskit::Role};

use super::{focus, icon};
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, radius, size};

/// Draws a square button of 28 points.
pub fn icon_button(ui: &mut Ui, glyph: Icon, name: &str) -> Response {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size::BUTTON_SMALL), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    if ui.is_rect_visible(rect) {
        if response.hovered() {
            let corner = CornerRadius::same(radius::CONTROL);
            ui.painter().rect_filled(rect, corner, tokens.hover);
        }
        icon::paint(ui, rect.center(), glyph, size::ICON, tokens.secondary);
        focus::ring(ui, &response, rect.shrink(2.0), radius::CONTROL);
    }
    response.on_hover_text(name)
}
