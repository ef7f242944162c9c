//! A label with what stands beside it: a value, its reason beneath, or a control. Rows have a line
//! between them.

use egui::{
    Align, Layout, Rect, Sense, Stroke, Ui, UiBuilder, WidgetInfo, accesskit::Role, pos2, vec2,
};

use super::text;
use crate::ui::tokens::{Tokens, Type, size};

const PAD: f32 = 9.0;
const LINE: f32 = 20.0;

/// Draws a row with a line above; `content` gets the label's id, to be named by it.
pub fn fact_row<R>(
    ui: &mut Ui,
    label: &str,
    label_width: f32,
    content: impl FnOnce(&mut Ui, egui::Id) -> R,
) -> R {
    let tokens = Tokens::of(ui);
    let outer = ui.available_rect_before_wrap();
    let line = Stroke::new(size::STROKE, tokens.border);
    ui.painter().hline(outer.x_range(), outer.top() + 0.5, line);
    let width = (label_width - 8.0).max(0.0);
    let galley = text::wrapped(ui, label, Type::Body, tokens.muted, width);
    let at = pos2(outer.left(), outer.top() + PAD);
    let label_height = galley.size().y;
    let rect = Rect::from_min_size(at, vec2(width, label_height.max(LINE)));
    let id = ui.scope_id().with(("fact", label));
    let named = ui.interact(rect, id, Sense::hover());
    named.widget_info(|| WidgetInfo::labeled(Role::Label, true, label));
    ui.painter().galley(at, galley, tokens.muted);
    let left = outer.left() + label_width;
    let room = Rect::from_min_max(
        pos2(left, outer.top() + PAD),
        pos2(outer.right().max(left), f32::INFINITY),
    );
    let builder = UiBuilder::new()
        .max_rect(room)
        .layout(Layout::top_down(Align::LEFT))
        .id_salt(("fact row", label));
    let mut child = ui.new_child(builder);
    child.spacing_mut().item_spacing = vec2(8.0, 0.0);
    let inner = content(&mut child, named.id);
    let words = outer.top() + PAD + label_height.max(LINE);
    let bottom = child.min_rect().bottom().max(words) + PAD;
    let row = Rect::from_min_max(outer.min, pos2(outer.right(), bottom));
    ui.advance_cursor_after_rect(row);
    inner
}

/// A value and the reason for it.
pub fn value(ui: &mut Ui, value: &str, why: &str) {
    let tokens = Tokens::of(ui);
    text::paragraph(ui, value, Type::Body, tokens.text);
    if !why.is_empty() {
        text::paragraph(ui, why, Type::Caption, tokens.muted);
    }
}
