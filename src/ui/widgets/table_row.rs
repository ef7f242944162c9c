//! The cells of one row of a table, filled from left to right.

use egui::{Color32, Rangef, Rect, Ui, UiBuilder, pos2};

use super::table::Column;
use super::{icon, text};
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Tone, Type, size};

const MARK_GAP: f32 = 4.0;
const TONE_GAP: f32 = 6.0;

/// The cells of one row, filled from left to right.
pub struct Row<'a> {
    ui: &'a mut Ui,
    rect: Rect,
    columns: &'a [Column<'a>],
    cells: Vec<Rangef>,
    next: usize,
    /// How many columns the next cell takes.
    span: usize,
    spoken: String,
    /// The words under the pointer, where they did not fit.
    hint: Option<String>,
}

impl<'a> Row<'a> {
    pub(super) fn new(
        ui: &'a mut Ui,
        rect: Rect,
        columns: &'a [Column<'a>],
        cells: Vec<Rangef>,
    ) -> Self {
        Self {
            ui,
            rect,
            columns,
            cells,
            next: 0,
            span: 1,
            spoken: String::new(),
            hint: None,
        }
    }

    /// All words of the row, for screen readers.
    /// Beside them, what the pointer is on where it was cut.
    pub(super) fn into_words(self) -> (String, Option<String>) {
        (self.spoken, self.hint)
    }

    /// The next cell reaches over so many columns.
    pub fn span(&mut self, columns: usize) -> &mut Self {
        self.span = columns.max(1);
        self
    }

    pub fn tokens(&self) -> &'static Tokens {
        Tokens::of(self.ui)
    }

    /// The next cell holds words; they are cut in the middle where they do not fit.
    pub fn text(&mut self, words: &str, kind: Type, color: Color32) {
        let (cell, numeric) = self.advance(words);
        self.words(cell, numeric, words, kind, color);
    }

    /// The next cell holds a verdict: a mark, then its word.
    pub fn verdict(&mut self, tone: Tone, words: &str, color: Color32) {
        let (cell, _) = self.advance(words);
        let at = pos2(cell.min + size::ICON / 2.0, self.rect.center().y);
        icon::paint_mark(self.ui, at, tone);
        let rest = Rangef::new(cell.min + size::ICON + MARK_GAP, cell.max);
        self.words(rest, false, words, Type::Body, color);
    }

    /// The next cell holds a verdict by its full icon, then words.
    pub fn tone(&mut self, tone: Tone, words: &str, color: Color32) {
        let (cell, _) = self.advance(words);
        let at = pos2(cell.min + size::ICON / 2.0, self.rect.center().y);
        icon::paint_tone(self.ui, at, tone, size::ICON);
        let rest = Rangef::new(cell.min + size::ICON + TONE_GAP, cell.max);
        self.words(rest, false, words, Type::Body, color);
    }

    /// The next cell holds two lines, each with its colour.
    pub fn two_lines(&mut self, first: (&str, Color32), second: (&str, Color32)) {
        let (cell, _) = self.advance(&format!("{}, {}", first.0, second.0));
        let lines = [(first, Type::Body), (second, Type::Caption)];
        let galleys = lines
            .map(|((words, color), kind)| text::middle(self.ui, words, kind, color, cell.span()));
        let height: f32 = galleys.iter().map(|(galley, _)| galley.size().y).sum();
        let mut top = self.rect.center().y - height / 2.0;
        let area = Rect::from_x_y_ranges(cell, self.rect.y_range());
        if galleys.iter().any(|(_, cut)| *cut) && self.ui.rect_contains_pointer(area) {
            self.hint = Some(format!("{}\n{}", first.0, second.0));
        }
        for (galley, _) in galleys {
            let below = top + galley.size().y;
            text::paint_centered(self.ui, &galley, cell.min, (top + below) / 2.0);
            top = below;
        }
    }

    /// The next cell holds words and, behind them in small, what is to know of them.
    pub fn words_after(&mut self, first: (&str, Color32), second: (&str, Color32)) {
        let (cell, _) = self.advance(&format!("{}, {}", first.0, second.0));
        let (head, cut) = text::middle(self.ui, first.0, Type::Body, first.1, cell.span() * 0.55);
        let y = self.rect.center().y;
        let after = cell.min + head.size().x + 2.0 * MARK_GAP;
        text::paint_centered(self.ui, &head, cell.min, y);
        let room = cell.max - after;
        let (tail, is_tail_cut) = text::middle(self.ui, second.0, Type::Caption, second.1, room);
        text::paint_centered(self.ui, &tail, after, y);
        let area = Rect::from_x_y_ranges(cell, self.rect.y_range());
        if (cut || is_tail_cut) && self.ui.rect_contains_pointer(area) {
            self.hint = Some(format!("{}\n{}", first.0, second.0));
        }
    }

    /// The next cell holds an icon, then words.
    pub fn icon(&mut self, glyph: Icon, words: &str, kind: Type, color: Color32) {
        let (cell, _) = self.advance(words);
        let at = pos2(cell.min + size::ICON / 2.0, self.rect.center().y);
        icon::paint(self.ui, at, glyph, size::ICON, self.tokens().secondary);
        let rest = Rangef::new(cell.min + size::ICON + 2.0 * MARK_GAP, cell.max);
        self.words(rest, false, words, kind, color);
    }

    /// The next cell holds a caret: the row leads on.
    pub fn chevron(&mut self) {
        let (cell, _) = self.advance("");
        let at = pos2(cell.max - size::ICON / 2.0, self.rect.center().y);
        icon::paint(
            self.ui,
            at,
            Icon::CaretRight,
            size::ICON,
            self.tokens().muted,
        );
    }

    /// The next cell stays empty.
    pub fn empty(&mut self) {
        self.advance("");
    }

    /// The next cell is drawn by the caller.
    pub fn custom(&mut self, spoken: &str, content: impl FnOnce(&mut Ui)) {
        let (cell, _) = self.advance(spoken);
        let area = Rect::from_x_y_ranges(cell, self.rect.y_range());
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        let builder = UiBuilder::new().max_rect(area).layout(layout);
        content(&mut self.ui.new_child(builder.id_salt(self.next)));
    }

    fn advance(&mut self, words: &str) -> (Rangef, bool) {
        if !words.is_empty() {
            if !self.spoken.is_empty() {
                self.spoken.push_str(", ");
            }
            self.spoken.push_str(words);
        }
        let first = self.next;
        let last = first + self.span - 1;
        self.next = last + 1;
        self.span = 1;
        let edge = self.rect.right();
        let start = self.cells.get(first).map_or(edge, |cell| cell.min);
        let end = self.cells.get(last).map_or(edge, |cell| cell.max);
        let numeric = self.columns.get(first).is_some_and(|column| column.numeric);
        (Rangef::new(start, end), numeric)
    }

    fn words(&mut self, cell: Rangef, numeric: bool, words: &str, kind: Type, color: Color32) {
        let (galley, cut) = text::middle(self.ui, words, kind, color, cell.span());
        let area = Rect::from_x_y_ranges(cell, self.rect.y_range());
        if cut && self.ui.rect_contains_pointer(area) {
            self.hint = Some(words.to_owned());
        }
        let x = if numeric {
            cell.max - galley.size().x
        } else {
            cell.min
        };
        text::paint_centered(self.ui, &galley, x, self.rect.center().y);
    }
}
