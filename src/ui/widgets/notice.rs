//! A notice that was kept: it stays until closed, and offers one thing to do.

use egui::{
    CornerRadius, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo,
    accesskit::Role, pos2, vec2,
};

use super::button::Button;
use super::icon_button::icon_button;
use super::{icon, text};
use crate::ui::icons::Icon;
use crate::ui::style;
use crate::ui::tokens::{Tokens, Tone, Type, radius, size, space};

const TEXT_LEFT: f32 = 48.0;

/// What the notice says. `close` names its closing cross.
#[derive(Clone, Copy, Debug)]
pub struct Notice<'a> {
    pub tone: Tone,
    pub title: &'a str,
    pub detail: Option<&'a str>,
    pub action: Option<Button<'a>>,
    pub close: &'a str,
}

/// What was pressed in a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    Action,
    Close,
}

/// Draws the notice over the width there is.
pub fn notice(ui: &mut Ui, notice: &Notice<'_>) -> Option<Pressed> {
    let tokens = Tokens::of(ui);
    let width = ui.available_width();
    let action = notice
        .action
        .map_or(0.0, |button| button.size(ui).x + space::S);
    let right = action + size::BUTTON_SMALL + space::S;
    let text_width = (width - TEXT_LEFT - right - space::S).max(80.0);
    let title = text::wrapped(ui, notice.title, Type::Strong, tokens.text, text_width);
    let detail = notice
        .detail
        .map(|words| text::wrapped(ui, words, Type::Small, tokens.muted, text_width));
    let words = title.size().y + detail.as_ref().map_or(0.0, |galley| galley.size().y);
    let height = (words + 24.0).max(52.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Alert, true, spoken(notice)));
    paint_frame(ui, rect);
    let center = pos2(rect.left() + 26.0, rect.center().y);
    icon::paint_tone(ui, center, notice.tone, size::ICON_LIST);
    let mut at = pos2(rect.left() + TEXT_LEFT, rect.center().y - words / 2.0);
    let below = title.size().y;
    ui.painter().galley(at, title, tokens.text);
    at.y += below;
    if let Some(detail) = detail {
        ui.painter().galley(at, detail, tokens.muted);
    }
    let left = rect.right() - right;
    buttons(ui, notice, pos2(left, rect.center().y))
}

fn buttons(ui: &mut Ui, notice: &Notice<'_>, start: Pos2) -> Option<Pressed> {
    let mut pressed = None;
    let mut x = start.x;
    if let Some(action) = &notice.action {
        let size = action.size(ui);
        let rect = Rect::from_min_size(pos2(x, start.y - size.y / 2.0), size);
        if action.put(ui, rect).clicked() {
            pressed = Some(Pressed::Action);
        }
        x += size.x + space::S;
    }
    let side = size::BUTTON_SMALL;
    let rect = Rect::from_min_size(pos2(x, start.y - side / 2.0), Vec2::splat(side));
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt("close"));
    if icon_button(&mut child, Icon::X, notice.close).clicked() {
        pressed = Some(Pressed::Close);
    }
    pressed
}

fn paint_frame(ui: &Ui, rect: Rect) {
    let tokens = Tokens::of(ui);
    let corner = CornerRadius::same(radius::CARD);
    let shadow = style::popup_shadow(tokens).as_shape(rect, corner);
    let outline = Stroke::new(size::STROKE, tokens.border);
    ui.painter().add(shadow);
    ui.painter()
        .rect(rect, corner, tokens.raised, outline, StrokeKind::Inside);
}

fn spoken(notice: &Notice<'_>) -> String {
    match notice.detail {
        Some(detail) => format!("{}\n{detail}", notice.title),
        None => notice.title.to_owned(),
    }
}
