//! A notice that was kept: it stays until closed, and offers one thing to do.

use egui::{
    Align, CornerRadius, Frame, Layout, Margin, Stroke, Ui, WidgetInfo, accesskit::Role, vec2,
};

use super::button::Button;
use super::icon_button::icon_button;
use super::{icon, text};
use crate::ui::icons::Icon;
use crate::ui::style;
use crate::ui::tokens::{Tokens, Tone, Type, radius, size, space};

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
    let mut pressed = None;
    let frame = Frame::new()
        .fill(tokens.raised)
        .stroke(Stroke::new(size::STROKE, tokens.border))
        .corner_radius(CornerRadius::same(radius::CARD))
        .shadow(style::popup_shadow(tokens))
        .inner_margin(Margin {
            left: 16,
            right: 8,
            top: 10,
            bottom: 10,
        });
    let response = frame
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                if icon_button(ui, Icon::X, notice.close).clicked() {
                    pressed = Some(Pressed::Close);
                }
                if let Some(action) = notice.action
                    && ui.add(action).clicked()
                {
                    pressed = Some(Pressed::Action);
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| words(ui, notice));
            });
        })
        .response;
    response.widget_info(|| WidgetInfo::labeled(Role::Alert, true, notice.title));
    pressed
}

fn words(ui: &mut Ui, notice: &Notice<'_>) {
    let tokens = Tokens::of(ui);
    ui.spacing_mut().item_spacing.x = space::M;
    let wanted = vec2(size::ICON_LIST, size::ICON_LIST);
    let (rect, _) = ui.allocate_exact_size(wanted, egui::Sense::hover());
    icon::paint_tone(ui, rect.center(), notice.tone, size::ICON_LIST);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        text::paragraph(ui, notice.title, Type::Strong, tokens.text);
        if let Some(detail) = notice.detail {
            text::paragraph(ui, detail, Type::Small, tokens.muted);
        }
    });
}
