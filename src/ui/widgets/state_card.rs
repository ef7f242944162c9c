//! One line about a state: empty, failed, cancelled or done, with the way on at the right.

use egui::{Pos2, Rect, Sense, Ui, UiBuilder, Vec2, WidgetInfo, accesskit::Role, pos2, vec2};

use super::button::Button;
use super::icon_button::icon_button;
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
    close: Option<&'a str>,
}

/// What was pressed in a state card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    Action(usize),
    Close,
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
            close: None,
        }
    }

    /// The ways on, drawn at the right in this order.
    pub const fn actions(mut self, actions: &'a [Button<'a>]) -> Self {
        self.actions = actions;
        self
    }

    /// A cross at the right edge, by this name.
    pub const fn close(mut self, name: &'a str) -> Self {
        self.close = Some(name);
        self
    }

    /// Draws the card.
    pub fn show(self, ui: &mut Ui) -> Option<Pressed> {
        card::bare(ui, |ui| self.content(ui)).inner
    }

    fn content(self, ui: &mut Ui) -> Option<Pressed> {
        let tokens = Tokens::of(ui);
        let sizes: Vec<Vec2> = self.actions.iter().map(|button| button.size(ui)).collect();
        let cross = self.close.map_or(0.0, |_| size::BUTTON_SMALL + space::M);
        let actions_width = sizes.iter().map(|size| size.x + space::S).sum::<f32>() + cross;
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
        let x = rect.right() - space::L - actions_width + space::S;
        self.buttons(ui, pos2(x, rect.center().y), rect.right(), &sizes)
    }

    fn buttons(&self, ui: &mut Ui, start: Pos2, right: f32, sizes: &[Vec2]) -> Option<Pressed> {
        let mut x = start.x;
        let mut pressed = None;
        for (index, (button, size)) in self.actions.iter().zip(sizes).enumerate() {
            let at = pos2(x, start.y - size.y / 2.0);
            if button.put(ui, Rect::from_min_size(at, *size)).clicked() {
                pressed = Some(Pressed::Action(index));
            }
            x += size.x + space::S;
        }
        if let Some(name) = self.close {
            let half = size::BUTTON_SMALL / 2.0;
            let center = pos2(right - space::L - half, start.y);
            let rect = Rect::from_center_size(center, Vec2::splat(2.0 * half));
            let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt("close"));
            if icon_button(&mut child, Icon::X, name).clicked() {
                pressed = Some(Pressed::Close);
            }
        }
        pressed
    }

    fn paint_lead(&self, ui: &Ui, center: Pos2) {
        match self.lead {
            Lead::Icon(glyph) => {
                let color = Tokens::of(ui).muted;
                icon::paint(ui, center, glyph, size::ICON_VERDICT, color);
            }
            Lead::Tone(tone) => icon::paint_tone(ui, center, tone, size::ICON_VERDICT),
        }
    }
}
