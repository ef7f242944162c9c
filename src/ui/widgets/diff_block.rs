//! Lines of a file that go and come, under the caption of their place. Lines wrap, nothing is cut.

use egui::{
    Color32, CornerRadius, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role, pos2,
    vec2,
};

use super::text;
use crate::ui::tokens::{Tokens, Type, radius, size};

const PADDING: f32 = 10.0;
const EDGE: f32 = 5.0;
const RIGHT: f32 = 5.0;
const SIGN: f32 = 14.0;
const CAPTION: f32 = 20.0;

/// What a line does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Added,
    Removed,
}

/// Draws the block over the width there is.
pub fn diff_block(ui: &mut Ui, caption: &str, lines: &[(Change, &str)]) {
    let tokens = Tokens::of(ui);
    let width = ui.available_width();
    let room = width - PADDING - SIGN - RIGHT;
    let galleys: Vec<_> = lines
        .iter()
        .map(|(change, line)| {
            let galley = text::wrapped(ui, line, Type::Diff, tokens.text, room);
            (*change, galley)
        })
        .collect();
    let body: f32 = galleys.iter().map(|(_, galley)| galley.size().y).sum();
    let height = EDGE + CAPTION + body + EDGE;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| {
        let said = lines.iter().map(|(change, line)| match change {
            Change::Added => format!("+ {line}"),
            Change::Removed => format!("- {line}"),
        });
        let said: Vec<String> = std::iter::once(caption.to_owned()).chain(said).collect();
        WidgetInfo::labeled(Role::Code, true, said.join("\n"))
    });
    if !ui.is_rect_visible(rect) {
        return;
    }
    let corner = CornerRadius::same(radius::CONTROL);
    ui.painter().rect_filled(rect, corner, tokens.sunken);
    let left = rect.left() + PADDING;
    let (head, _) = text::middle(ui, caption, Type::Diff, tokens.muted, width - 2.0 * PADDING);
    text::paint_centered(ui, &head, left, rect.top() + EDGE + CAPTION / 2.0);
    let mut top = rect.top() + EDGE + CAPTION;
    let mut before = None;
    for (change, galley) in galleys {
        let (fill, sign) = match change {
            Change::Added => (tokens.diff_add, "+"),
            Change::Removed => (tokens.diff_remove, "-"),
        };
        let below = top + galley.size().y;
        let row = Rect::from_min_max(
            pos2(rect.left() + 1.0, top),
            pos2(rect.right() - 1.0, below),
        );
        ui.painter().rect_filled(row, CornerRadius::ZERO, fill);
        if before != Some(change) {
            let mark = text::single(ui, sign, Type::Diff, tokens.text);
            ui.painter()
                .galley(pos2(left, top), mark, Color32::PLACEHOLDER);
        }
        before = Some(change);
        ui.painter()
            .galley(pos2(left + SIGN, top), galley, Color32::PLACEHOLDER);
        top = below;
    }
    let outline = Stroke::new(size::STROKE, tokens.border);
    ui.painter()
        .rect_stroke(rect, corner, outline, StrokeKind::Inside);
}
