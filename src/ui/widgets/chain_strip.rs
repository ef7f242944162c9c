//! The chain as boxes with arrows, from the leaf to its root.

use egui::{
    CornerRadius, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, Widget, WidgetInfo,
    accesskit::Role, vec2,
};

use super::{focus, icon, text};
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Tone, Type, radius, size};

const HEIGHT: f32 = 24.0;
const PADDING: f32 = 9.0;
const ARROW: f32 = 14.0;
const GAP: f32 = 8.0;

/// One certificate of the chain.
#[derive(Clone, Copy, Debug)]
pub struct Link<'a> {
    pub name: &'a str,
    /// A word after the name: “trusted”.
    pub suffix: Option<&'a str>,
    /// A mark before the name.
    pub tone: Option<Tone>,
    /// It is not in the bundle: a root of the system, or one that is missing.
    pub dashed: bool,
}

/// Draws the links, wrapping where they must. Returns the one that was pressed.
pub fn chain_strip(ui: &mut Ui, links: &[Link<'_>]) -> Option<usize> {
    let mut pressed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(GAP, GAP);
        for (index, link) in links.iter().enumerate() {
            if index > 0 {
                let (rect, _) = ui.allocate_exact_size(vec2(ARROW, HEIGHT), Sense::hover());
                let color = Tokens::of(ui).secondary;
                icon::paint(ui, rect.center(), Icon::ArrowRight, ARROW, color);
            }
            if ui.add(*link).clicked() {
                pressed = Some(index);
            }
        }
    });
    pressed
}

impl Link<'_> {
    fn icon(&self) -> Option<Icon> {
        self.tone.map(|tone| match tone {
            Tone::Ok => Icon::ShieldCheck,
            other => icon::tone_icon(other),
        })
    }

    fn paint(&self, ui: &Ui, rect: Rect, hovered: bool) {
        let tokens = Tokens::of(ui);
        let outline = Stroke::new(size::STROKE, tokens.border);
        let fill = if hovered {
            tokens.hover
        } else {
            tokens.surface
        };
        let corner = CornerRadius::same(radius::CHIP);
        ui.painter().rect_filled(rect, corner, fill);
        if self.dashed {
            let path = super::drop_zone::outline(rect.shrink(0.5), f32::from(radius::CHIP));
            let dashed = Stroke::new(size::STROKE, tokens.border);
            ui.painter()
                .extend(Shape::dashed_line(&path, dashed, 3.0, 2.5));
        } else {
            ui.painter()
                .rect_stroke(rect, corner, outline, StrokeKind::Inside);
        }
        let y = rect.center().y;
        let mut x = rect.left() + PADDING;
        if let Some(glyph) = self.icon() {
            let tone = self.tone.unwrap_or(Tone::Neutral);
            let at = egui::pos2(x + ARROW / 2.0, y);
            icon::paint(ui, at, glyph, ARROW, tokens.tone(tone).solid);
            x += ARROW + 6.0;
        }
        let name = text::single(ui, self.name, Type::Caption, tokens.text);
        text::paint_centered(ui, &name, x, y);
        x += name.size().x + 6.0;
        if let Some(suffix) = self.suffix {
            let galley = text::single(ui, suffix, Type::Caption, tokens.muted);
            text::paint_centered(ui, &galley, x, y);
        }
    }

    fn size(&self, ui: &Ui) -> Vec2 {
        let width = |words: &str| {
            text::single(ui, words, Type::Caption, Tokens::of(ui).text)
                .size()
                .x
        };
        let icon = self.icon().map_or(0.0, |_| ARROW + 6.0);
        let suffix = self.suffix.map_or(0.0, |words| 6.0 + width(words));
        let all = 2.0 * PADDING + icon + width(self.name) + suffix;
        vec2(all.ceil(), HEIGHT)
    }

    fn spoken(&self) -> String {
        match self.suffix {
            Some(suffix) => format!("{}, {suffix}", self.name),
            None => self.name.to_owned(),
        }
    }
}

impl Widget for Link<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let (rect, response) = ui.allocate_exact_size(self.size(ui), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), self.spoken()));
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect, response.hovered());
            focus::ring(ui, &response, rect, radius::CHIP);
        }
        response
    }
}
