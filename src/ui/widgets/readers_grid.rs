//! Who reads a file, in two columns: a mark, the name, and what is in the way in words.

use egui::{Rect, Sense, Ui, UiBuilder, WidgetInfo, accesskit::Role, pos2, vec2};

use super::{focus, icon, text};
use crate::ui::style;
use crate::ui::tokens::{Tokens, Tone, Type, radius, size, space};

const ROW: f32 = 30.0;
const COLUMN_GAP: f32 = 24.0;
const TEXT_LEFT: f32 = 22.0;

/// One program.
#[derive(Clone, Copy, Debug)]
pub struct Cell<'a> {
    pub tone: Tone,
    pub name: &'a str,
    /// What is in the way, in a few words.
    pub short: Option<&'a str>,
    /// The same in a sentence, on hover and for screen readers.
    pub reason: Option<&'a str>,
}

/// Draws the cells over the width there is.
pub fn readers_grid(ui: &mut Ui, cells: &[Cell<'_>]) {
    let area = ui.available_rect_before_wrap();
    let column = ((area.width() - COLUMN_GAP) / 2.0).floor();
    let mut top = area.top();
    for pair in cells.chunks(2) {
        let mut height: f32 = ROW;
        for (index, cell) in pair.iter().enumerate() {
            let left = area.left() + index as f32 * (column + COLUMN_GAP);
            let rect = Rect::from_min_size(pos2(left, top), vec2(column, f32::INFINITY));
            let builder = UiBuilder::new()
                .max_rect(rect)
                .id_salt(("reader", cell.name));
            let mut child = ui.new_child(builder);
            height = height.max(one(&mut child, cell, column));
        }
        top += height;
    }
    let all = Rect::from_min_max(area.min, pos2(area.right(), top));
    ui.advance_cursor_after_rect(all);
}

fn one(ui: &mut Ui, cell: &Cell<'_>, width: f32) -> f32 {
    let tokens = Tokens::of(ui);
    let room = width - TEXT_LEFT;
    let name = text::wrapped(ui, cell.name, Type::Small, tokens.text, room);
    let short = cell
        .short
        .map(|words| text::wrapped(ui, words, Type::Caption, tokens.muted, room));
    let words = name.size().y + short.as_ref().map_or(0.0, |galley| galley.size().y);
    let height = (words + 12.0).max(ROW);
    let sense = match cell.reason {
        Some(_) => Sense::focusable_noninteractive(),
        None => Sense::hover(),
    };
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), sense);
    response.widget_info(|| {
        let spoken: Vec<&str> = [Some(cell.name), cell.short]
            .into_iter()
            .flatten()
            .collect();
        WidgetInfo::labeled(Role::ListItem, true, spoken.join(", "))
    });
    let script = style::preferences(ui.ctx()).script;
    let first = rect.top() + 6.0 + Type::Small.line(script) / 2.0;
    icon::paint_mark(ui, pos2(rect.left() + size::ICON / 2.0, first), cell.tone);
    let at = pos2(rect.left() + TEXT_LEFT, rect.top() + 6.0);
    let below = pos2(at.x, at.y + name.size().y);
    ui.painter().galley(at, name, tokens.text);
    if let Some(short) = short {
        ui.painter().galley(below, short, tokens.muted);
    }
    focus::ring(
        ui,
        &response,
        rect.expand2(vec2(space::XS, -2.0)),
        radius::CONTROL,
    );
    if let Some(reason) = cell.reason {
        let node = |node: &mut egui::accesskit::Node| node.set_description(reason);
        ui.ctx().accesskit_node_builder(response.id, node);
        if response.has_focus() {
            response.show_tooltip_text(reason);
        } else {
            response.on_hover_text(reason);
        }
    }
    height
}
