//! A table whose rows can be marked, many at once: boxes at the left and in the head, arrows to move, Space
//! to mark, Enter to open. Only the rows in sight are drawn, and one row at a time is on the way of Tab.

use egui::{
    CornerRadius, EventFilter, Id, Key, Modifiers, Rect, Response, ScrollArea, Sense, Stroke, Ui,
    Vec2, WidgetInfo, accesskit::Role, pos2, vec2,
};

use super::checkbox::paint_box;
use super::focus;
use super::table::Table;
use super::table_row::Row;
use crate::ui::tokens::{Tokens, radius, size};

/// Side of a box.
const BOX: f32 = 14.0;
/// Width of the column of boxes, for the caller's columns.
pub const MARK_COLUMN: f32 = BOX;
/// Width of the bar that shows which row is open.
const BAR: f32 = 3.0;

/// How many of the rows are marked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Marked {
    All,
    #[default]
    None,
    Some,
}

/// What one row says of itself.
#[derive(Clone, Copy, Debug)]
pub struct RowMark<'a> {
    pub is_marked: bool,
    /// Its details are shown.
    pub is_open: bool,
    /// Name of its box for screen readers.
    pub name: &'a str,
}

/// What was touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touched {
    /// The box in the head.
    All,
    Mark(usize),
    Open(usize),
}

/// The table; its first column is for the boxes.
pub struct MarkTable<'a> {
    pub table: Table<'a>,
    pub marked: Marked,
    /// Name of the box in the head.
    pub mark_all: &'a str,
}

/// Where the keyboard is.
struct Keyboard {
    id: Id,
    cursor: usize,
    count: usize,
    /// Rows in sight.
    page: usize,
}

impl MarkTable<'_> {
    /// Draws heads and rows in the height there is. `cursor` is the row that the keyboard is at. Returns
    /// what was touched and the id of the row that Tab leads to.
    pub fn show<'m>(
        &self,
        ui: &mut Ui,
        id_salt: &str,
        count: usize,
        cursor: &mut usize,
        mark: &dyn Fn(usize) -> RowMark<'m>,
        fill: &mut dyn FnMut(&mut Row<'_>, usize),
    ) -> (Option<Touched>, Id) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let id = ui.make_persistent_id((id_salt, "rows"));
        let mut touched = self.head(ui);
        let height = self.table.row_height;
        let room = ui.available_height().min(height * count as f32);
        let page = (room / height).max(1.0) as usize;
        *cursor = (*cursor).min(count.saturating_sub(1));
        let mut keyboard = Keyboard {
            id,
            cursor: *cursor,
            count,
            page,
        };
        let mut area = ScrollArea::vertical()
            .id_salt(id_salt)
            .max_height(room)
            .auto_shrink(false);
        if let Some(key) = keyboard.read(ui) {
            touched = touched.or(key);
            if keyboard.cursor != *cursor {
                *cursor = keyboard.cursor;
                area = area.vertical_scroll_offset(self.offset(ui, id, *cursor, room));
                ui.memory_mut(|memory| memory.request_focus(id.with(*cursor)));
            }
        }
        let output = area.show_rows(ui, height, count, |ui, range| {
            let first = ui.cursor().min;
            let width = ui.available_width();
            for index in range.clone() {
                let top = first.y + (index - range.start) as f32 * height;
                let rect = Rect::from_min_size(pos2(first.x, top), vec2(width, height));
                let state = (id, mark(index), *cursor == index);
                touched = touched.or(self.row(ui, rect, index, state, fill));
            }
            let all = vec2(width, range.len() as f32 * height);
            ui.advance_cursor_after_rect(Rect::from_min_size(first, all));
        });
        ui.data_mut(|data| data.insert_temp(id, output.state.unclamped_offset().y));
        if let Some(Touched::Mark(index) | Touched::Open(index)) = touched {
            *cursor = index;
        }
        ui.ctx().accesskit_node_builder(output.id, |node| {
            node.set_role(Role::Table);
            node.set_label(self.table.name);
            node.set_row_count(count);
        });
        (touched, id.with(*cursor))
    }

    /// How far to scroll so that the row is in sight.
    fn offset(&self, ui: &Ui, id: Id, cursor: usize, room: f32) -> f32 {
        let now: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(0.0);
        let top = cursor as f32 * self.table.row_height;
        now.clamp(top + self.table.row_height - room, top)
    }

    fn head(&self, ui: &mut Ui) -> Option<Touched> {
        let top = ui.cursor().min;
        let width = ui.available_width();
        self.table.head(ui);
        let rect = Rect::from_min_size(top, vec2(width, size::TABLE_HEAD));
        let id = ui.scope_id().with("mark all");
        let square = self.square(rect);
        let response = ui.interact(square.expand(7.0), id, Sense::click());
        let is_all = self.marked == Marked::All;
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_all, self.mark_all));
        paint_box(ui, square, is_all, response.hovered());
        if self.marked == Marked::Some {
            let bar = Rect::from_center_size(square.center(), vec2(8.0, 2.0));
            let color = Tokens::of(ui).accent;
            ui.painter().rect_filled(bar, CornerRadius::ZERO, color);
        }
        focus::ring(ui, &response, square.expand(2.0), 4);
        let response = response.on_hover_text(self.mark_all);
        response.clicked().then_some(Touched::All)
    }

    fn square(&self, rect: Rect) -> Rect {
        let left = self
            .table
            .cells(rect)
            .next()
            .map_or(rect.left(), |cell| cell.min);
        let at = pos2(left, rect.center().y - BOX / 2.0);
        Rect::from_min_size(at, Vec2::splat(BOX))
    }

    fn row(
        &self,
        ui: &mut Ui,
        rect: Rect,
        index: usize,
        (id, mark, is_cursor): (Id, RowMark<'_>, bool),
        fill: &mut dyn FnMut(&mut Row<'_>, usize),
    ) -> Option<Touched> {
        // One row at a time is on the way of Tab; the pointer reaches them all.
        let sense = if is_cursor {
            Sense::click()
        } else {
            Sense::CLICK
        };
        let response = ui.interact(rect, id.with(index), sense);
        let square = self.square(rect);
        let side = Rect::from_min_max(rect.min, pos2(square.right() + 6.0, rect.max.y));
        let boxed = ui.interact(side, id.with(("mark", index)), Sense::CLICK);
        boxed.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, mark.is_marked, mark.name));
        self.background(ui, rect, mark, &response);
        paint_box(ui, square, mark.is_marked, boxed.hovered());
        let mut row = Row::new(
            ui,
            rect,
            self.table.columns,
            self.table.cells(rect).collect(),
        );
        row.empty();
        fill(&mut row, index);
        let (spoken, hint) = row.into_words();
        response.widget_info(|| WidgetInfo::selected(Role::Row, true, mark.is_marked, &spoken));
        focus::ring_inside(ui, &response, rect, radius::CONTROL);
        let is_opened = response.clicked();
        if let Some(words) = hint {
            response.on_hover_text_at_pointer(words);
        }
        if boxed.clicked() {
            return Some(Touched::Mark(index));
        }
        is_opened.then_some(Touched::Open(index))
    }

    fn background(&self, ui: &Ui, rect: Rect, mark: RowMark<'_>, response: &Response) {
        let tokens = Tokens::of(ui);
        let line = Stroke::new(size::STROKE, tokens.border);
        if mark.is_marked {
            ui.painter()
                .rect_filled(rect, CornerRadius::ZERO, tokens.selected);
        } else if response.hovered() {
            let inner = rect.shrink2(vec2(2.0, 3.0));
            let corner = CornerRadius::same(radius::CONTROL);
            ui.painter().rect_filled(inner, corner, tokens.hover);
        }
        ui.painter().hline(rect.x_range(), rect.top() + 0.5, line);
        if mark.is_open {
            let bar = Rect::from_min_size(rect.min, vec2(BAR, rect.height()));
            ui.painter()
                .rect_filled(bar, CornerRadius::ZERO, tokens.accent);
        }
    }
}

impl Keyboard {
    /// Moves and marks; `None` while the keyboard is elsewhere.
    fn read(&mut self, ui: &Ui) -> Option<Option<Touched>> {
        let focused = self.id.with(self.cursor);
        if self.count == 0 || !ui.memory(|memory| memory.has_focus(focused)) {
            return None;
        }
        let filter = EventFilter {
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(focused, filter));
        let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let last = self.count - 1;
        let ways = [
            (Key::ArrowDown, self.cursor + 1),
            (Key::ArrowUp, self.cursor.saturating_sub(1)),
            (Key::PageDown, self.cursor + self.page),
            (Key::PageUp, self.cursor.saturating_sub(self.page)),
            (Key::Home, 0),
            (Key::End, last),
        ];
        let is_marking = pressed(Key::Space);
        let marked = is_marking.then_some(Touched::Mark(self.cursor));
        if let Some((_, to)) = ways.into_iter().find(|(key, _)| pressed(*key)) {
            self.cursor = to.min(last);
        }
        Some(marked)
    }
}
