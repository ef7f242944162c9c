//! Tabs over a hairline; the chosen one is underlined.

use egui::{Rect, Response, Sense, Stroke, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::{focus, text};
use crate::ui::tokens::{Tokens, Type, radius, size, space};

const HEIGHT: f32 = 37.0;

/// Draws the tabs over the whole width. Returns the one that was pressed.
pub fn tab_bar(ui: &mut Ui, tabs: &[&str], chosen: usize) -> Option<usize> {
    let tokens = Tokens::of(ui);
    let wanted = vec2(ui.available_width(), HEIGHT);
    let (rect, list) = ui.allocate_exact_size(wanted, Sense::hover());
    let line = Stroke::new(size::STROKE, tokens.border);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, line);
    let mut x = rect.left();
    let mut pressed = None;
    for (index, label) in tabs.iter().enumerate() {
        let width = text::single(ui, label, Type::Strong, tokens.text).size().x;
        let area = Rect::from_min_size(pos2(x, rect.top()), vec2(width.ceil(), HEIGHT));
        if tab(ui, list.id.with(index), area, label, index == chosen).clicked() {
            pressed = Some(index);
        }
        x += width.ceil() + space::XL;
    }
    pressed
}

fn tab(ui: &Ui, id: egui::Id, area: Rect, label: &str, chosen: bool) -> Response {
    let tokens = Tokens::of(ui);
    let hit = area.expand2(vec2(space::S, 0.0));
    let response = ui.interact(hit, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Tab, ui.is_enabled(), label));
    ui.ctx()
        .accesskit_node_builder(id, |node| node.set_selected(chosen));
    let (kind, color) = if chosen {
        (Type::Strong, tokens.accent)
    } else if response.hovered() {
        (Type::Body, tokens.text)
    } else {
        (Type::Body, tokens.secondary)
    };
    let galley = text::single(ui, label, kind, color);
    text::paint_centered(ui, &galley, area.left(), area.center().y - 1.0);
    if chosen {
        let line = Stroke::new(size::RING, tokens.accent);
        ui.painter()
            .hline(area.x_range(), area.bottom() - size::RING / 2.0, line);
    }
    focus::ring(ui, &response, hit.shrink2(vec2(2.0, 5.0)), radius::CONTROL);
    response
}
