//! A choice as a full-width row of a list card: radio, title, second line, and a badge for its form.

use std::sync::Arc;

use egui::{
    Galley, Rect, Response, Sense, Stroke, Ui, Widget, WidgetInfo, accesskit::Role, pos2, vec2,
};

use super::chip::Chip;
use super::{focus, text};
use crate::ui::tokens::{Tokens, Type, radius, size};

const HEIGHT: f32 = 57.0;
const CIRCLE: f32 = 7.0;
const CIRCLE_LEFT: f32 = 25.0;
const TEXT_LEFT: f32 = 46.0;
const RIGHT: f32 = 17.0;

/// What marks the row as chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// One of all.
    Radio,
    /// Any number of all.
    Tick,
}

#[derive(Clone, Copy, Debug)]
#[must_use = "add it to a Ui"]
pub struct OptionRow<'a> {
    title: &'a str,
    second: &'a str,
    badge: Option<&'a str>,
    chosen: bool,
    mark: Mark,
}

impl<'a> OptionRow<'a> {
    pub const fn new(title: &'a str, second: &'a str, chosen: bool) -> Self {
        Self {
            title,
            second,
            badge: None,
            chosen,
            mark: Mark::Radio,
        }
    }

    pub const fn badge(mut self, badge: &'a str) -> Self {
        self.badge = Some(badge);
        self
    }

    /// Others may be chosen besides.
    pub const fn tick(mut self) -> Self {
        self.mark = Mark::Tick;
        self
    }

    fn spoken(&self) -> String {
        let parts = [Some(self.title), Some(self.second), self.badge];
        let parts: Vec<&str> = parts
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect();
        parts.join(", ")
    }

    fn paint_mark(&self, ui: &Ui, rect: Rect) {
        let tokens = Tokens::of(ui);
        let center = pos2(rect.left() + CIRCLE_LEFT, rect.center().y);
        if self.mark == Mark::Tick {
            let square = Rect::from_center_size(center, egui::Vec2::splat(2.0 * CIRCLE));
            super::checkbox::paint_box(ui, square, self.chosen, false);
            return;
        }
        let (outline, color) = if self.chosen {
            (1.5, tokens.accent)
        } else {
            (size::STROKE, tokens.control)
        };
        let stroke = Stroke::new(outline, color);
        let painter = ui.painter();
        painter.circle(center, CIRCLE - outline / 2.0, tokens.surface, stroke);
        if self.chosen {
            painter.circle_filled(center, 4.0, tokens.accent);
        }
    }

    /// Title and second line in the width that badge and mark leave; both wrap.
    fn words(&self, ui: &Ui, width: f32) -> [Arc<Galley>; 2] {
        let tokens = Tokens::of(ui);
        let badge = self.chip().map_or(0.0, |chip| chip.size(ui).x + 8.0);
        let room = (width - TEXT_LEFT - RIGHT - badge).max(80.0);
        let kind = if self.chosen {
            Type::Strong
        } else {
            Type::Body
        };
        [
            text::wrapped(ui, self.title, kind, tokens.text, room),
            text::wrapped(ui, self.second, Type::Caption, tokens.muted, room),
        ]
    }

    fn chip(&self) -> Option<Chip<'a>> {
        self.badge.map(|badge| {
            if self.chosen {
                Chip::selected(badge)
            } else {
                Chip::plain(badge)
            }
        })
    }

    fn paint_words(&self, ui: &Ui, rect: Rect, [title, second]: [Arc<Galley>; 2]) {
        let tokens = Tokens::of(ui);
        if let Some(chip) = self.chip() {
            let size = chip.size(ui);
            let at = pos2(
                rect.right() - RIGHT - size.x,
                rect.center().y - size.y / 2.0,
            );
            chip.paint(ui, Rect::from_min_size(at, size));
        }
        let left = rect.left() + TEXT_LEFT;
        let top = rect.center().y - (title.size().y + second.size().y) / 2.0;
        let below = top + title.size().y;
        ui.painter().galley(pos2(left, top), title, tokens.text);
        ui.painter().galley(pos2(left, below), second, tokens.muted);
    }
}

impl Widget for OptionRow<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = Tokens::of(ui);
        let width = ui.available_width();
        let words = self.words(ui, width);
        let lines: f32 = words.iter().map(|galley| galley.size().y).sum();
        let wanted = vec2(width, HEIGHT.max(lines + 19.0));
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
        let role = match self.mark {
            Mark::Radio => Role::RadioButton,
            Mark::Tick => Role::CheckBox,
        };
        response.widget_info(|| WidgetInfo::selected(role, true, self.chosen, self.spoken()));
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let inside = Rect::from_min_max(pos2(rect.left(), rect.top() + 1.0), rect.max);
        if self.chosen {
            ui.painter().rect_filled(inside, 0.0, tokens.selected);
        } else if response.hovered() {
            ui.painter().rect_filled(inside, 0.0, tokens.hover);
        }
        let line = Stroke::new(size::STROKE, tokens.border);
        ui.painter().hline(rect.x_range(), rect.top() + 0.5, line);
        self.paint_mark(ui, rect);
        self.paint_words(ui, rect, words);
        focus::ring_inside(ui, &response, rect, radius::CONTROL);
        response
    }
}
