//! White cards on the canvas: with free content, with a title, or as a list of full-width rows.

use egui::{
    Color32, CornerRadius, Frame, InnerResponse, Margin, Rect, Response, Sense, Stroke, Ui,
    WidgetInfo, accesskit::Role, pos2, vec2,
};

use super::button::Button;
use super::text;
use crate::ui::tokens::{Tokens, Type, radius, size, space};

/// Padding of a list card and of its rows, from the edge.
pub const LIST_PADDING: f32 = 16.0;

/// A frame of surface and border over the whole width; the content pads itself.
pub fn bare<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    framed(ui, Margin::ZERO, content)
}

/// A card with free content, padded 16×20.
pub fn card<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    framed(ui, Margin::symmetric(20, 16), content)
}

/// A card of [`super::field_row`]s with lines between them, padded 8×20.
pub fn rows<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    framed(ui, Margin::symmetric(20, 8), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        content(ui)
    })
}

/// A card whose title is bold, with an optional quiet button at its right edge.
/// Returns whether that button was pressed, beside what the content returns.
pub fn titled<R>(
    ui: &mut Ui,
    title: &str,
    trailing: Option<&Button<'_>>,
    content: impl FnOnce(&mut Ui) -> R,
) -> (bool, R) {
    card(ui, |ui| {
        let width = ui.available_width();
        let (rect, _) = ui.allocate_exact_size(vec2(width, 20.0), Sense::hover());
        let pressed = header(ui, rect, title, trailing);
        ui.add_space(space::XS);
        (pressed, content(ui))
    })
    .inner
}

/// A card of rows: the title, then rows as wide as the card. See [`super::list_row`].
pub fn list<R>(
    ui: &mut Ui,
    title: &str,
    trailing: Option<&Button<'_>>,
    rows: impl FnOnce(&mut Ui) -> R,
) -> (bool, R) {
    bare(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let height = if trailing.is_some() { 50.0 } else { 46.0 };
        let wanted = vec2(ui.available_width(), height);
        let (rect, _) = ui.allocate_exact_size(wanted, Sense::hover());
        let center_y = rect.top() + if trailing.is_some() { 28.0 } else { 26.0 };
        let line = Rect::from_min_max(
            pos2(rect.left() + LIST_PADDING, center_y - 10.0),
            pos2(rect.right() - LIST_PADDING, center_y + 10.0),
        );
        let pressed = header(ui, line, title, trailing);
        let inner = rows(ui);
        ui.add_space(space::XS);
        (pressed, inner)
    })
    .inner
}

fn framed<R>(ui: &mut Ui, padding: Margin, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let tokens = Tokens::of(ui);
    Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(size::STROKE, tokens.border))
        .corner_radius(CornerRadius::same(radius::CARD))
        .inner_margin(padding)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            content(ui)
        })
}

fn header(ui: &mut Ui, line: Rect, title: &str, trailing: Option<&Button<'_>>) -> bool {
    heading(ui, line, title);
    let Some(button) = trailing else {
        return false;
    };
    let size = button.size(ui);
    let left = line.right() + button.padding() - size.x;
    let top = line.center().y - size.y / 2.0;
    button
        .put(ui, Rect::from_min_size(pos2(left, top), size))
        .clicked()
}

/// A bold title by its role, centred in `line`.
pub fn heading(ui: &mut Ui, line: Rect, title: &str) -> Response {
    let tokens = Tokens::of(ui);
    let id = ui.scope_id().with(("heading", title));
    let response = ui.interact(line, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
    let galley = text::single(ui, title, Type::Strong, Color32::PLACEHOLDER);
    let top = line.center().y - galley.size().y / 2.0;
    ui.painter()
        .galley(pos2(line.left(), top), galley, tokens.text);
    response
}
