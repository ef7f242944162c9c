//! The steps of a wizard in a line: done, at hand, to come. A step that is done leads back to itself.

use egui::{Color32, Rect, Response, Sense, Stroke, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::{focus, icon, text};
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, radius, size, space};

const CIRCLE: f32 = 24.0;
const LINE: f32 = 64.0;
const GAP: f32 = 10.0;

/// One step. `spoken` also says where in the row it stands.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    pub label: &'a str,
    pub spoken: &'a str,
    pub is_done: bool,
    /// Whether it can be gone to.
    pub is_open: bool,
}

/// Draws the steps. Returns the one that was pressed.
pub fn stepper(ui: &mut Ui, steps: &[Step<'_>], current: usize) -> Option<usize> {
    let wanted = vec2(ui.available_width(), CIRCLE);
    let (rect, list) = ui.allocate_exact_size(wanted, Sense::hover());
    let mut x = rect.left();
    let mut pressed = None;
    for (index, step) in steps.iter().enumerate() {
        if index > 0 {
            let line = Stroke::new(size::STROKE, Tokens::of(ui).border);
            let y = rect.center().y;
            ui.painter().hline(x + GAP..=x + GAP + LINE, y, line);
            x += LINE + 2.0 * GAP;
        }
        let kind = if index == current {
            Type::Strong
        } else {
            Type::Body
        };
        let width = text::single(ui, step.label, kind, Color32::PLACEHOLDER);
        let width = CIRCLE + space::S + width.size().x;
        let area = Rect::from_min_size(pos2(x, rect.top()), vec2(width.ceil(), CIRCLE));
        let response = one(ui, list.id.with(index), area, (index, step), current);
        if response.clicked() {
            pressed = Some(index);
        }
        x += width.ceil();
    }
    pressed
}

fn one(
    ui: &Ui,
    id: egui::Id,
    area: Rect,
    (index, step): (usize, &Step<'_>),
    current: usize,
) -> Response {
    let tokens = Tokens::of(ui);
    let is_current = index == current;
    let may_go = step.is_open && !is_current;
    let sense = if may_go {
        Sense::click()
    } else {
        Sense::hover()
    };
    let response = ui.interact(area.expand(2.0), id, sense);
    response.widget_info(|| WidgetInfo::selected(Role::Tab, may_go, is_current, step.spoken));
    let center = pos2(area.left() + CIRCLE / 2.0, area.center().y);
    let painter = ui.painter();
    let half = CIRCLE / 2.0 - 0.5;
    if is_current {
        painter.circle_filled(center, CIRCLE / 2.0, tokens.accent_fill);
    } else if step.is_done {
        let outline = Stroke::new(size::STROKE, tokens.ok.border);
        painter.circle(center, half, tokens.ok.bg, outline);
    } else {
        let outline = Stroke::new(size::STROKE, tokens.control);
        painter.circle(center, half, tokens.surface, outline);
    }
    if step.is_done && !is_current {
        icon::paint(ui, center, Icon::Check, 14.0, tokens.ok.fg);
    } else {
        let color = if is_current {
            tokens.on_accent
        } else {
            tokens.secondary
        };
        let number = (index + 1).to_string();
        let galley = text::single(ui, &number, Type::Caption, color);
        text::paint_centered(ui, &galley, center.x - galley.size().x / 2.0, center.y);
    }
    let (kind, color) = match (is_current, may_go && response.hovered()) {
        (true, _) => (Type::Strong, tokens.text),
        (false, true) => (Type::Body, tokens.accent),
        (false, false) => (Type::Body, tokens.secondary),
    };
    let galley = text::single(ui, step.label, kind, color);
    text::paint_centered(
        ui,
        &galley,
        area.left() + CIRCLE + space::S,
        area.center().y,
    );
    focus::ring(ui, &response, area, radius::CONTROL);
    response
}
