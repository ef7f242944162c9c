//! The focus ring: 2 points of accent, 2 points outside, after the keyboard was used; text inputs
//! always show it.

use egui::{Context, CornerRadius, Event, Key, Rect, Response, Stroke, StrokeKind, Ui};

use crate::ui::tokens::{Tokens, size};

/// Notes whether the keyboard or the pointer was used last. Call it once a frame.
pub fn track(ctx: &Context) {
    let seen = ctx.input(|input| {
        input.events.iter().rev().find_map(|event| match event {
            Event::Key {
                key, pressed: true, ..
            } => moves_focus(*key).then_some(true),
            Event::PointerButton { pressed: true, .. } => Some(false),
            _ => None,
        })
    });
    if let Some(by_keyboard) = seen {
        ctx.data_mut(|data| data.insert_temp(flag_id(), by_keyboard));
    }
}

/// Paints the ring around `rect` when `response` has the focus and the keyboard brought it.
pub fn ring(ui: &Ui, response: &Response, rect: Rect, radius: u8) {
    follow(response);
    if response.has_focus() && by_keyboard(ui.ctx()) {
        paint(ui, rect, radius);
    }
}

/// Paints the ring whenever `response` has the focus.
pub fn ring_always(ui: &Ui, response: &Response, rect: Rect, radius: u8) {
    follow(response);
    if response.has_focus() {
        paint(ui, rect, radius);
    }
}

/// Paints the ring inside `rect`, for rows that fill their card.
pub fn ring_inside(ui: &Ui, response: &Response, rect: Rect, radius: u8) {
    follow(response);
    if response.has_focus() && by_keyboard(ui.ctx()) {
        paint(ui, rect.shrink(2.0 * size::RING + 1.0), radius);
    }
}

/// Paints the ring around `rect`.
pub fn paint(ui: &Ui, rect: Rect, radius: u8) {
    ui.painter().rect_stroke(
        rect.expand(size::RING),
        CornerRadius::same(radius.saturating_add(2)),
        Stroke::new(size::RING, Tokens::of(ui).accent),
        StrokeKind::Outside,
    );
}

/// What gets the focus comes into sight.
fn follow(response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}

fn moves_focus(key: Key) -> bool {
    matches!(
        key,
        Key::ArrowDown
            | Key::ArrowLeft
            | Key::ArrowRight
            | Key::ArrowUp
            | Key::F6
            | Key::Space
            | Key::Tab
    )
}

fn by_keyboard(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp(flag_id())).unwrap_or(true)
}

fn flag_id() -> egui::Id {
    egui::Id::unique("certwright.focus_by_keyboard")
}
