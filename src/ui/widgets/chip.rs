//! Chips: short words in a small frame; plain, in the colours of a verdict, or chosen.

use egui::{
    Color32, CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, Widget, WidgetInfo,
    accesskit::Role, pos2, vec2,
};

use super::{icon, text};
use crate::ui::tokens::{Tokens, Tone, Type, radius, size};

const PADDING: f32 = 8.0;
const ICON: f32 = 14.0;
const GAP: f32 = 6.0;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Plain,
    Selected,
    Verdict(Tone),
}

#[derive(Clone, Copy, Debug)]
#[must_use = "add it to a Ui"]
pub struct Chip<'a> {
    kind: Kind,
    label: &'a str,
}

impl<'a> Chip<'a> {
    pub const fn plain(label: &'a str) -> Self {
        Self {
            kind: Kind::Plain,
            label,
        }
    }

    pub const fn selected(label: &'a str) -> Self {
        Self {
            kind: Kind::Selected,
            label,
        }
    }

    pub const fn verdict(tone: Tone, label: &'a str) -> Self {
        Self {
            kind: Kind::Verdict(tone),
            label,
        }
    }

    /// The room it takes.
    pub fn size(&self, ui: &Ui) -> Vec2 {
        let text = text::single(ui, self.label, Type::Caption, Color32::PLACEHOLDER);
        let width = 2.0 * PADDING + self.icon_width() + text.size().x;
        vec2(width.ceil(), size::CHIP)
    }

    fn icon_width(&self) -> f32 {
        match self.kind {
            Kind::Verdict(_) => ICON + GAP,
            Kind::Plain | Kind::Selected => 0.0,
        }
    }

    /// Paints the chip in `rect`; words for screen readers are the caller's.
    pub fn paint(&self, ui: &Ui, rect: Rect) {
        let tokens = Tokens::of(ui);
        let (fill, border, color) = match self.kind {
            Kind::Plain => (tokens.sunken, tokens.border, tokens.secondary),
            Kind::Selected => (tokens.selected, tokens.selected, tokens.accent),
            Kind::Verdict(tone) => {
                let colors = tokens.tone(tone);
                (colors.bg, colors.border, colors.fg)
            }
        };
        ui.painter().rect(
            rect,
            CornerRadius::same(radius::CHIP),
            fill,
            Stroke::new(size::STROKE, border),
            StrokeKind::Inside,
        );
        let y = rect.center().y;
        let x = rect.left() + PADDING;
        if let Kind::Verdict(tone) = self.kind {
            icon::paint_tone(ui, pos2(x + ICON / 2.0, y), tone, ICON);
        }
        let galley = text::single(ui, self.label, Type::Caption, color);
        text::paint_centered(ui, &galley, x + self.icon_width(), y);
    }
}

impl Widget for Chip<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let (rect, response) = ui.allocate_exact_size(self.size(ui), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.label));
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect);
        }
        response
    }
}
