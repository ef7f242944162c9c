//! A kind of clients and what it makes of a root: mark, name, the answer in words; its source on hover.

use egui::{Response, Sense, Stroke, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::{icon, text};
use crate::ui::tokens::{Tokens, Tone, Type, size};

const LEFT: f32 = 24.0;
const PAD: f32 = 6.0;
const GAP: f32 = 8.0;

/// Draws the row over the width there is; the name wraps beside a short answer, a long one lies beneath.
pub fn client_row(ui: &mut Ui, tone: Tone, name: &str, words: &str, note: &str) -> Response {
    let tokens = Tokens::of(ui);
    let width = ui.available_width() - LEFT;
    let color = match tone {
        Tone::Error => tokens.error.fg,
        Tone::Warn => tokens.warn.fg,
        Tone::Info | Tone::Neutral | Tone::Ok => tokens.muted,
    };
    let answer = text::wrapped(ui, words, Type::Caption, color, width);
    let beside = width - answer.size().x - GAP;
    let is_beside = beside >= 0.5 * width;
    let room = if is_beside { beside } else { width };
    let name_galley = text::wrapped(ui, name, Type::Small, tokens.text, room);
    let (first, second) = (name_galley.size().y, answer.size().y);
    let height = if is_beside { first } else { first + second } + 2.0 * PAD;
    let wanted = vec2(ui.available_width(), height);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, format!("{name}, {words}")));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_description(note));
    if ui.is_rect_visible(rect) {
        let line = Stroke::new(size::STROKE, tokens.border);
        ui.painter().hline(rect.x_range(), rect.top() + 0.5, line);
        let top = rect.top() + PAD;
        icon::paint_mark(ui, pos2(rect.left() + size::ICON / 2.0, top + 9.0), tone);
        let left = rect.left() + LEFT;
        let at = match is_beside {
            true => pos2(rect.right() - answer.size().x, top + 1.0),
            false => pos2(left, top + first),
        };
        ui.painter()
            .galley(pos2(left, top), name_galley, tokens.text);
        ui.painter().galley(at, answer, color);
    }
    response.on_hover_text(note)
}
