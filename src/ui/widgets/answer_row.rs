//! A question with its short answer as a full-width row of a list card: both wrap, a chip and a date
//! stand at the right.

use std::sync::Arc;

use egui::{
    Galley, Rect, Response, Sense, Stroke, Ui, Widget, WidgetInfo, accesskit::Role, pos2, vec2,
};

use super::card::LIST_PADDING;
use super::chip::Chip;
use super::{focus, icon, prose, text};
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, radius, size, space};

/// Room for chip and date at the right: the wider language decides.
const RIGHT: f32 = 128.0;

#[derive(Clone, Copy, Debug)]
#[must_use = "add it to a Ui"]
pub struct AnswerRow<'a> {
    pub question: &'a str,
    pub answer: &'a str,
    pub chip: &'a str,
    pub date: &'a str,
    /// The arrow keys are at it.
    pub chosen: bool,
}

impl AnswerRow<'_> {
    fn words(&self, ui: &Ui, width: f32) -> [Arc<Galley>; 2] {
        let tokens = Tokens::of(ui);
        let room = (width - 2.0 * LIST_PADDING - RIGHT - space::L).max(80.0);
        let set = |words, kind, color| {
            let job = prose::marked(ui, words, kind, color, room);
            ui.painter().layout_job(job)
        };
        [
            set(self.question, Type::Strong, tokens.text),
            set(self.answer, Type::Small, tokens.secondary),
        ]
    }

    fn paint(&self, ui: &Ui, rect: Rect, [question, answer]: [Arc<Galley>; 2]) {
        let tokens = Tokens::of(ui);
        let left = rect.left() + LIST_PADDING;
        let top = rect.center().y - (question.size().y + answer.size().y) / 2.0;
        let below = top + question.size().y;
        ui.painter().galley(pos2(left, top), question, tokens.text);
        ui.painter().galley(pos2(left, below), answer, tokens.text);
        let right = rect.right() - LIST_PADDING;
        let at = pos2(right - size::ICON / 2.0, rect.center().y);
        icon::paint(ui, at, Icon::CaretRight, size::ICON, tokens.muted);
        let left = right - RIGHT;
        let chip = Chip::plain(self.chip);
        let at = pos2(left, rect.center().y - size::CHIP - 1.0);
        chip.paint(ui, Rect::from_min_size(at, chip.size(ui)));
        let date = text::single(ui, self.date, Type::Caption, tokens.muted);
        let y = rect.center().y + 11.0;
        text::paint_centered(ui, &date, left, y);
    }
}

impl Widget for AnswerRow<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = Tokens::of(ui);
        let width = ui.available_width();
        let words = self.words(ui, width);
        let lines: f32 = words.iter().map(|galley| galley.size().y).sum();
        let wanted = vec2(width, size::ROW_TWO.max(lines + 20.0));
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
        response.widget_info(|| {
            let said = [self.question, self.answer, self.chip, self.date].join(", ");
            WidgetInfo::selected(Role::Button, true, self.chosen, prose::spoken(&said))
        });
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
        self.paint(ui, rect, words);
        focus::ring_inside(ui, &response, rect, radius::CONTROL);
        response
    }
}
