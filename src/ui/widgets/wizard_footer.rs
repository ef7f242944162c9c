//! The fixed foot of a wizard: what belongs to the step at the left, Back and Next at the right.

use egui::{Align, Layout, Rect, Stroke, Ui, UiBuilder, pos2, vec2};

use super::button::Button;
use crate::ui::tokens::{Tokens, size, space};

/// Height below which the foot is lower.
const LOW: f32 = 560.0;
const FOOTER_LOW: f32 = 48.0;

/// What was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    Back,
    Next,
}

/// Draws `body` above a foot that stays: the body first, so that Tab goes in reading order.
pub fn footed<T>(
    ui: &mut Ui,
    state: &mut T,
    body: impl FnOnce(&mut Ui, &mut T),
    foot: impl FnOnce(&mut Ui, &mut T),
) {
    let is_low = ui.ctx().content_rect().height() < LOW;
    let height = if is_low { FOOTER_LOW } else { size::FOOTER };
    let all = ui.available_rect_before_wrap();
    let top = all.bottom() - height;
    let above = Rect::from_min_max(all.min, pos2(all.right(), top));
    let below = Rect::from_min_max(pos2(all.left(), top), all.max);
    let mut child = ui.new_child(UiBuilder::new().max_rect(above).id_salt("wizard body"));
    child.shrink_clip_rect(above);
    body(&mut child, state);
    let tokens = Tokens::of(ui);
    ui.painter().rect_filled(below, 0.0, tokens.surface);
    let line = Stroke::new(size::STROKE, tokens.border);
    ui.painter().hline(below.x_range(), below.top() + 0.5, line);
    let mut child = ui.new_child(UiBuilder::new().max_rect(below).id_salt("wizard foot"));
    foot(&mut child, state);
    ui.advance_cursor_after_rect(all);
}

/// Draws what is in the foot. `left` gets the room beside the buttons.
pub fn wizard_footer(
    ui: &mut Ui,
    side: f32,
    back: Option<Button<'_>>,
    next: Option<Button<'_>>,
    left: impl FnOnce(&mut Ui),
) -> Option<Pressed> {
    let area = ui.max_rect().shrink2(vec2(side, 0.0));
    let width = |button: &Option<Button<'_>>| {
        button
            .as_ref()
            .map_or(0.0, |button| button.size(ui).x + space::S)
    };
    let (back_width, next_width) = (width(&back), width(&next));
    let next_left = area.right() + space::S - next_width;
    let back_left = next_left - back_width;
    let room = Rect::from_min_max(area.min, pos2(back_left - space::S, area.bottom()));
    let builder = UiBuilder::new()
        .max_rect(room)
        .layout(Layout::left_to_right(Align::Center))
        .id_salt("wizard foot left");
    left(&mut ui.new_child(builder));
    let mut pressed = None;
    let buttons = [
        (back, back_left, Pressed::Back),
        (next, next_left, Pressed::Next),
    ];
    for (button, x, meaning) in buttons {
        let Some(button) = button else {
            continue;
        };
        let size = button.size(ui);
        let rect = Rect::from_min_size(pos2(x, area.center().y - size.y / 2.0), size);
        if button.put(ui, rect).clicked() {
            pressed = Some(meaning);
        }
    }
    pressed
}
