//! A name as a full-width row of a list card: verdict, name, second line, what it is or what can be done, a cross.

use egui::{Rect, Sense, Stroke, Ui, UiBuilder, Vec2, WidgetInfo, accesskit::Role, pos2, vec2};

use super::button::Button;
use super::card::LIST_PADDING;
use super::chip::Chip;
use super::icon_button::icon_button;
use super::{icon, text};
use crate::ui::icons::Icon;
use crate::ui::style;
use crate::ui::tokens::{Tokens, Tone, Type, size, space};

const TEXT_LEFT: f32 = 46.0;
const ICON_LEFT: f32 = 25.0;

/// The row as plain data.
#[derive(Clone, Copy, Debug)]
#[must_use = "show it"]
pub struct NameRow<'a> {
    pub tone: Tone,
    pub name: &'a str,
    pub second: &'a str,
    pub is_second_mono: bool,
    pub chip: Option<Chip<'a>>,
    pub action: Option<&'a str>,
    /// Name of the cross.
    pub cross: &'a str,
}

/// What was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    Action,
    Cross,
}

impl NameRow<'_> {
    /// Draws the row.
    pub fn show(self, ui: &mut Ui) -> Option<Pressed> {
        let script = style::preferences(ui.ctx()).script;
        let lines = Type::Body.line(script) + Type::Caption.line(script);
        let wanted = vec2(ui.available_width(), size::ROW_TWO.max(lines + 14.0));
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
        let spoken = format!("{}, {}", self.name, self.second);
        response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &spoken));
        if !ui.is_rect_visible(rect) {
            return None;
        }
        let tokens = Tokens::of(ui);
        let line = Stroke::new(size::STROKE, tokens.border);
        ui.painter().hline(rect.x_range(), rect.top() + 0.5, line);
        let y = (rect.center().y + size::STROKE).floor();
        icon::paint_tone(ui, pos2(rect.left() + ICON_LEFT, y), self.tone, size::ICON);
        let (pressed, right) = self.right(ui, rect, y);
        let width = (right - space::S - rect.left() - TEXT_LEFT).max(40.0);
        let kind = if self.is_second_mono {
            Type::Diff
        } else {
            Type::Caption
        };
        let (name, cut) = text::middle(ui, self.name, Type::Body, tokens.text, width);
        let (second, second_cut) = text::middle(ui, self.second, kind, tokens.muted, width);
        let lines = match self.second.is_empty() {
            true => name.size().y,
            false => name.size().y + second.size().y,
        };
        let top = y - lines / 2.0;
        let left = rect.left() + TEXT_LEFT;
        let below = top + name.size().y;
        ui.painter().galley(pos2(left, top), name, tokens.text);
        ui.painter().galley(pos2(left, below), second, tokens.muted);
        if cut || second_cut {
            response.on_hover_text(spoken);
        }
        pressed
    }

    /// Draws what stands at the right; returns where it begins too.
    fn right(&self, ui: &mut Ui, rect: Rect, y: f32) -> (Option<Pressed>, f32) {
        let side = size::BUTTON_SMALL;
        let center = pos2(rect.right() - LIST_PADDING - side / 2.0, y);
        let mut child = ui.new_child(
            UiBuilder::new()
                .max_rect(Rect::from_center_size(center, Vec2::splat(side)))
                .id_salt("cross"),
        );
        let crossed = icon_button(&mut child, Icon::X, self.cross).clicked();
        let mut x = center.x - side / 2.0 - space::M;
        let mut acted = false;
        if let Some(label) = self.action {
            let button = Button::quiet(label).small();
            let wanted = button.size(ui);
            x -= wanted.x;
            let at = Rect::from_min_size(pos2(x, y - wanted.y / 2.0), wanted);
            acted = button.put(ui, at).clicked();
        } else if let Some(chip) = self.chip {
            let wanted = chip.size(ui);
            x -= wanted.x;
            chip.paint(ui, Rect::from_min_size(pos2(x, y - wanted.y / 2.0), wanted));
        }
        let pressed = match (crossed, acted) {
            (true, _) => Some(Pressed::Cross),
            (false, true) => Some(Pressed::Action),
            (false, false) => None,
        };
        (pressed, x)
    }
}
