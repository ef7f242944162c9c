//! Tables without zebra: caption heads, hairlines, numbers at the right, and only the rows in
//! sight are drawn.

use std::ops::Range;

use egui::{
    CornerRadius, Rangef, Rect, Response, ScrollArea, Sense, Stroke, Ui, WidgetInfo,
    accesskit::Role, pos2, vec2,
};

use super::table_row::Row;
use super::{focus, text};
use crate::ui::tokens::{Tokens, Type, radius, size};

const GAP: f32 = 12.0;

/// How wide a column is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Width {
    Points(f32),
    /// A share of what the fixed columns leave.
    Share(f32),
}

#[derive(Clone, Copy, Debug)]
pub struct Column<'a> {
    pub title: &'a str,
    pub width: Width,
    /// Numbers stand at the right.
    pub numeric: bool,
}

/// A table over the whole width.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    /// Its name for screen readers.
    pub name: &'a str,
    pub columns: &'a [Column<'a>],
    pub row_height: f32,
    /// Rows can be pressed.
    pub clickable: bool,
    /// How far the cells stand away from both edges.
    pub padding: f32,
    /// A line above the heads, where no title stands above them.
    pub ruled: bool,
}

impl Table<'_> {
    /// Draws the heads.
    pub fn head(&self, ui: &mut Ui) {
        let tokens = Tokens::of(ui);
        let wanted = vec2(ui.available_width(), size::TABLE_HEAD);
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
        let titles: Vec<&str> = self.columns.iter().map(|column| column.title).collect();
        response.widget_info(|| WidgetInfo::labeled(Role::Row, true, titles.join(", ")));
        if self.ruled {
            let line = Stroke::new(size::STROKE, tokens.border);
            let lines = rect.x_range().shrink(self.padding);
            ui.painter().hline(lines, rect.top() + 0.5, line);
        }
        for (column, cell) in self.columns.iter().zip(self.cells(rect)) {
            let width = cell.span();
            let (galley, _) = text::middle(ui, column.title, Type::Caption, tokens.muted, width);
            let x = if column.numeric {
                cell.max - galley.size().x
            } else {
                cell.min
            };
            text::paint_centered(ui, &galley, x, rect.center().y);
        }
    }

    /// Draws all rows, for short tables. Returns the row that was pressed.
    pub fn rows(
        &self,
        ui: &mut Ui,
        count: usize,
        mut row: impl FnMut(&mut Row<'_>, usize),
    ) -> Option<usize> {
        self.range(ui, 0..count, &mut row)
    }

    /// Draws the rows in sight, scrolling in the height there is. Returns the row pressed.
    pub fn scrolled(
        &self,
        ui: &mut Ui,
        id_salt: &str,
        count: usize,
        mut row: impl FnMut(&mut Row<'_>, usize),
    ) -> Option<usize> {
        ui.spacing_mut().item_spacing.y = 0.0;
        let output = ScrollArea::vertical()
            .id_salt(id_salt)
            .auto_shrink(false)
            .show_rows(ui, self.row_height, count, |ui, range| {
                self.range(ui, range, &mut row)
            });
        ui.ctx().accesskit_node_builder(output.id, |node| {
            node.set_role(Role::Table);
            node.set_label(self.name);
            node.set_row_count(count);
        });
        output.inner
    }

    fn range(
        &self,
        ui: &mut Ui,
        range: Range<usize>,
        row: &mut dyn FnMut(&mut Row<'_>, usize),
    ) -> Option<usize> {
        let mut pressed = None;
        let first = ui.cursor().min;
        let width = ui.available_width();
        let start = range.start;
        for index in range.clone() {
            let top = first.y + (index - start) as f32 * self.row_height;
            let rect = Rect::from_min_size(pos2(first.x, top), vec2(width, self.row_height));
            if self.row(ui, rect, index, row).clicked() {
                pressed = Some(index);
            }
        }
        let height = range.len() as f32 * self.row_height;
        let all = Rect::from_min_size(first, vec2(width, height));
        ui.advance_cursor_after_rect(all);
        pressed
    }

    fn row(
        &self,
        ui: &mut Ui,
        rect: Rect,
        index: usize,
        fill: &mut dyn FnMut(&mut Row<'_>, usize),
    ) -> Response {
        let tokens = Tokens::of(ui);
        let id = ui.scope_id().with(("row", index));
        let sense = if self.clickable {
            Sense::click()
        } else {
            Sense::hover()
        };
        let response = ui.interact(rect, id, sense);
        if self.clickable && response.hovered() {
            let inner = rect.shrink2(vec2(2.0, 3.0));
            ui.painter()
                .rect_filled(inner, CornerRadius::same(radius::CONTROL), tokens.hover);
        }
        let lines = rect.x_range().shrink(self.padding);
        let line = Stroke::new(size::STROKE, tokens.border);
        ui.painter().hline(lines, rect.top() + 0.5, line);
        let mut row = Row::new(ui, rect, self.columns, self.cells(rect).collect());
        fill(&mut row, index);
        let (spoken, hint) = row.into_words();
        response.widget_info(|| WidgetInfo::labeled(Role::Row, ui.is_enabled(), &spoken));
        focus::ring_inside(ui, &response, rect, radius::CONTROL);
        match hint {
            Some(words) => response.on_hover_text_at_pointer(words),
            None => response,
        }
    }

    pub(super) fn cells(&self, rect: Rect) -> impl Iterator<Item = Rangef> + use<'_> {
        let gaps = self.columns.len().saturating_sub(1) as f32 * GAP;
        let mut left = rect.width() - 2.0 * self.padding - gaps;
        let mut shares = 0.0;
        for column in self.columns {
            match column.width {
                Width::Points(points) => left -= points,
                Width::Share(share) => shares += share,
            }
        }
        let unit = if shares > 0.0 {
            left.max(0.0) / shares
        } else {
            0.0
        };
        let mut x = rect.left() + self.padding;
        self.columns.iter().map(move |column| {
            let width = match column.width {
                Width::Points(points) => points,
                Width::Share(share) => share * unit,
            };
            let cell = Rangef::new(x, x + width);
            x += width + GAP;
            cell
        })
    }
}
