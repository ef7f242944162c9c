//! One line about a state: empty, failed, cancelled or done, with the way on at the right.

use egui::{Rect, Sense, Ui, Vec2, WidgetInfo, accesskit::Role, pos2, vec2};

use super::button::Button;
use super::{card, icon, text};
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Tone, Type, size, space};

const TEXT_LEFT: f32 = 52.0;

/// What leads the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lead {
    Icon(Icon),
    Tone(Tone),
}

/// A card of icon, title and one sentence.
#[derive(Clone, Copy, Debug)]
#[must_use = "show it"]
pub struct StateCard<'a> {
    lead: Lead,
    title: &'a str,
    detail: &'a str,
    actions: &'a [Button<'a>],
}

impl<'a> StateCard<'a> {
    /// Nothing is here yet: what belongs here, and one way in.
    pub const fn empty(icon: Icon, title: &'a str, detail: &'a str) -> Self {
        Self::new(Lead::Icon(icon), title, detail)
    }

    /// What happened and the likely cause.
    pub const fn error(title: &'a str, detail: &'a str) -> Self {
        Self::new(Lead::Tone(Tone::Error), title, detail)
    }

    /// Stopped by the user: neutral, and what was kept.
    pub const fn cancelled(title: &'a str, detail: &'a str) -> Self {
        Self::new(Lead::Tone(Tone::Neutral), title, detail)
    }

    /// What changed and where the copy is.
    pub const fn done(title: &'a str, detail: &'a str) -> Self {
        Self::new(Lead::Tone(Tone::Ok), title, detail)
    }

    const fn new(lead: Lead, title: &'a str, detail: &'a str) -> Self {
        Self {
            lead,
            title,
            detail,
            actions: &[],
        }
    }

    /// The ways on, drawn at the right in this order.
    pub const fn actions(mut self, actions: &'a [Button<'a>]) -> Self {
        self.actions = actions;
        self
    }

    /// Draws the card. Returns which action was pressed.
    pub fn show(self, ui: &mut Ui) -> Option<usize> {
        card::bare(ui, |ui| self.content(ui)).inner
    }

    fn content(self, ui: &mut Ui) -> Option<usize> {
        let tokens = Tokens::of(ui);
        let sizes: Vec<Vec2> = self.actions.iter().map(|button| button.size(ui)).collect();
        let actions_width: f32 = sizes.iter().map(|size| size.x + space::S).sum();
        let width = ui.available_width();
        let text_width = (width - TEXT_LEFT - actions_width - space::L).max(80.0);
        let title = text::wrapped(ui, self.title, Type::Strong, tokens.text, text_width);
        let detail = text::wrapped(ui, self.detail, Type::Small, tokens.muted, text_width);
        let words = title.size().y + detail.size().y;
        let height = (words + 24.0).max(62.0);
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        response.widget_info(|| {
            WidgetInfo::labeled(
                Role::Status,
                true,
                format!("{}\n{}", self.title, self.detail),
            )
        });
        self.paint_lead(ui, pos2(rect.left() + 28.0, rect.center().y));
        let top = rect.center().y - words / 2.0;
        let left = rect.left() + TEXT_LEFT;
        let below = top + title.size().y;
        ui.painter().galley(pos2(left, top), title, tokens.text);
        ui.painter().galley(pos2(left, below), detail, tokens.muted);
        let mut x = rect.right() - space::L - actions_width + space::S;
        let mut pressed = None;
        for (index, (button, size)) in self.actions.iter().zip(sizes).enumerate() {
            let at = pos2(x, rect.center().y - size.y / 2.0);
            if button.put(ui, Rect::from_min_size(at, size)).clicked() {
                pressed = Some(index);
            }
            x += size.x + space::S;
        }
        pressed
    }

    fn paint_lead(&self, ui: &Ui, center: egui::Pos2) {
        match self.lead {
            Lead::Icon(glyph) => {
                let color = Tokens::of(ui).muted;
                icon::paint(ui, center, glyph, size::ICON_VERDICT, color);
            }
            Lead::Tone(tone) => icon::paint_tone(ui, center, tone, size::ICON_VERDICT),
        }
    }
}
