//! A few choices side by side, one of them chosen.

use egui::{
    CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role, pos2,
    vec2,
};

use super::{focus, text};
use crate::ui::tokens::{Tokens, Type, radius, size};

const PADDING: f32 = 13.0;

/// The room it takes; each part is as wide as its words in bold, so that nothing moves.
pub fn width(ui: &Ui, labels: &[&str]) -> f32 {
    labels.iter().map(|label| part_width(ui, label)).sum()
}

fn part_width(ui: &Ui, label: &str) -> f32 {
    let color = Tokens::of(ui).text;
    let words = text::single(ui, label, Type::Strong, color).size().x;
    (words + 2.0 * PADDING).ceil()
}

/// Draws the choices by this name. Returns the one that was pressed.
pub fn segmented(ui: &mut Ui, name: &str, labels: &[&str], chosen: usize) -> Option<usize> {
    let wanted = vec2(width(ui, labels), size::BUTTON);
    let (rect, group) = ui.allocate_exact_size(wanted, Sense::hover());
    group.widget_info(|| WidgetInfo::labeled(Role::RadioGroup, true, name));
    let tokens = Tokens::of(ui);
    let corner = CornerRadius::same(radius::CONTROL);
    ui.painter().rect_filled(rect, corner, tokens.surface);
    let mut x = rect.left();
    let mut pressed = None;
    let last = labels.len().saturating_sub(1);
    for (index, label) in labels.iter().enumerate() {
        let area = Rect::from_min_size(
            pos2(x, rect.top()),
            vec2(part_width(ui, label), rect.height()),
        );
        let ends = (index == 0, index == last);
        let response = part(
            ui,
            group.id.with(index),
            area,
            label,
            (index == chosen, ends),
        );
        if response.clicked() {
            pressed = Some(index);
        }
        x = area.right();
        if index != last {
            let line = Stroke::new(size::STROKE, tokens.border);
            ui.painter().vline(x - 0.5, rect.y_range(), line);
        }
    }
    let outline = Stroke::new(size::STROKE, tokens.control);
    ui.painter()
        .rect_stroke(rect, corner, outline, StrokeKind::Inside);
    pressed
}

fn part(
    ui: &Ui,
    id: egui::Id,
    area: Rect,
    label: &str,
    (chosen, (is_first, is_last)): (bool, (bool, bool)),
) -> Response {
    let tokens = Tokens::of(ui);
    let response = ui.interact(area, id, Sense::click());
    response
        .widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, label));
    let round = |is_end: bool| if is_end { radius::CONTROL } else { 0 };
    let corner = CornerRadius {
        nw: round(is_first),
        sw: round(is_first),
        ne: round(is_last),
        se: round(is_last),
    };
    if chosen {
        ui.painter().rect_filled(area, corner, tokens.selected);
    } else if response.hovered() {
        ui.painter().rect_filled(area, corner, tokens.hover);
    }
    let (kind, color) = match chosen {
        true => (Type::Strong, tokens.accent),
        false => (Type::Body, tokens.text),
    };
    let galley = text::single(ui, label, kind, color);
    let left = area.center().x - galley.size().x / 2.0;
    text::paint_centered(ui, &galley, left, area.center().y);
    focus::ring(ui, &response, area.shrink(2.0), radius::CONTROL);
    response
}
