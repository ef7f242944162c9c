//! A row of a list card: icon, title, second line, what trails, and a chevron where it leads on.

use egui::{
    Color32, CornerRadius, Rect, Response, Sense, Stroke, Ui, Widget, WidgetInfo, accesskit::Role,
    pos2, vec2,
};

use super::card::LIST_PADDING;
use super::chip::Chip;
use super::{focus, icon, text};
use crate::ui::icons::Icon;
use crate::ui::style;
use crate::ui::tokens::{Tokens, Tone, Type, radius, size};

const GAP: f32 = 12.0;
const SMALL_GAP: f32 = 8.0;

/// What stands at the right of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Chevron,
    None,
    Tone(Tone),
}

#[derive(Clone, Copy, Debug)]
#[must_use = "add it to a Ui"]
pub struct ListRow<'a> {
    icon: Option<Icon>,
    title: &'a str,
    second: Option<&'a str>,
    trailing: Option<&'a str>,
    chip: Option<(Chip<'a>, f32)>,
    mark: Mark,
    accent: bool,
    faint: bool,
    clickable: bool,
    height: f32,
    kind: Type,
}

impl<'a> ListRow<'a> {
    pub const fn new(title: &'a str) -> Self {
        Self {
            icon: None,
            title,
            second: None,
            trailing: None,
            chip: None,
            mark: Mark::None,
            accent: false,
            faint: false,
            clickable: false,
            height: size::ROW,
            kind: Type::Body,
        }
    }

    pub const fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// A second line beneath the title; the row becomes 52 high.
    pub const fn second(mut self, second: &'a str) -> Self {
        self.second = Some(second);
        self.height = size::ROW_TWO;
        self
    }

    pub const fn trailing(mut self, trailing: &'a str) -> Self {
        self.trailing = Some(trailing);
        self
    }

    /// A chip that begins `room` points before the right padding, so that chips stand in a column.
    pub const fn chip(mut self, chip: Chip<'a>, room: f32) -> Self {
        self.chip = Some((chip, room));
        self
    }

    /// A verdict at the right edge; `trailing` says it in words.
    pub const fn tone(mut self, tone: Tone) -> Self {
        self.mark = Mark::Tone(tone);
        self
    }

    /// The row leads on: a chevron, and it can be pressed.
    pub const fn leads_on(mut self) -> Self {
        self.mark = Mark::Chevron;
        self.clickable = true;
        self
    }

    pub const fn clickable(mut self) -> Self {
        self.clickable = true;
        self
    }

    /// The one thing to do next.
    pub const fn accent(mut self) -> Self {
        self.accent = true;
        self
    }

    /// Does not apply: muted.
    pub const fn faint(mut self) -> Self {
        self.faint = true;
        self
    }

    pub const fn row_height(mut self, height: f32) -> Self {
        self.height = height;
        self
    }

    /// Side cards write smaller.
    pub const fn small(mut self) -> Self {
        self.kind = Type::Small;
        self
    }

    /// Paints the row; returns whether its title had to be cut.
    fn paint(&self, ui: &Ui, rect: Rect) -> bool {
        let tokens = Tokens::of(ui);
        let y = center_y(rect);
        let color = match (self.accent, self.faint) {
            (true, _) => tokens.accent,
            (_, true) => tokens.muted,
            _ => tokens.text,
        };
        let mut left = rect.left() + LIST_PADDING;
        if let Some(glyph) = self.icon {
            let wide = if self.second.is_some() || self.kind == Type::Body {
                size::ICON_LIST
            } else {
                size::ICON
            };
            icon::paint(
                ui,
                pos2(left + wide / 2.0, y),
                glyph,
                wide,
                self.icon_color(tokens),
            );
            left += wide + if wide > size::ICON { GAP } else { SMALL_GAP };
        }
        let right = self.paint_right(ui, rect);
        let width = (right - left - GAP).max(0.0);
        let kind = match (self.accent, self.kind) {
            (true, Type::Small) => Type::SmallStrong,
            (true, _) => Type::Strong,
            (false, kind) => kind,
        };
        let (title, cut) = text::middle(ui, self.title, kind, color, width);
        let Some(second) = self.second else {
            text::paint_centered(ui, &title, left, y);
            return cut;
        };
        let (second, second_cut) = text::middle(ui, second, Type::Caption, tokens.muted, width);
        let top = y - (title.size().y + second.size().y) / 2.0;
        let below = top + title.size().y;
        ui.painter().galley(pos2(left, top), title, color);
        ui.painter().galley(pos2(left, below), second, color);
        cut || second_cut
    }

    /// Chinese lines are higher, so two of them need a higher row.
    fn height(&self, ui: &Ui) -> f32 {
        let Some(_) = self.second else {
            return self.height;
        };
        let script = style::preferences(ui.ctx()).script;
        let lines = self.kind.line(script) + Type::Caption.line(script);
        self.height.max(lines + 14.0)
    }

    fn icon_color(&self, tokens: &Tokens) -> Color32 {
        match (self.accent, self.faint) {
            (true, _) => tokens.accent,
            (_, true) => tokens.muted,
            _ => tokens.secondary,
        }
    }

    /// Paints what stands at the right; returns where it begins.
    fn paint_right(&self, ui: &Ui, rect: Rect) -> f32 {
        let tokens = Tokens::of(ui);
        let y = center_y(rect);
        let mut x = rect.right() - LIST_PADDING;
        match self.mark {
            Mark::Chevron => {
                let at = pos2(x - size::ICON / 2.0, y);
                icon::paint(ui, at, Icon::CaretRight, size::ICON, tokens.muted);
                x -= size::ICON + SMALL_GAP;
            }
            Mark::None => {}
            Mark::Tone(tone) => {
                icon::paint_mark(ui, pos2(x - size::ICON / 2.0, y), tone);
                x -= size::ICON + SMALL_GAP;
            }
        }
        if let Some(words) = self.trailing {
            let galley = text::single(ui, words, Type::Small, tokens.muted);
            x -= galley.size().x;
            text::paint_centered(ui, &galley, x, y);
            x -= GAP;
        }
        if let Some((chip, room)) = self.chip {
            let size = chip.size(ui);
            x = (rect.right() - LIST_PADDING - room).min(x - size.x);
            chip.paint(ui, Rect::from_min_size(pos2(x, y - size.y / 2.0), size));
            x -= GAP;
        }
        x
    }

    fn spoken(&self) -> String {
        [Some(self.title), self.second, self.trailing]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// The middle of what the line above leaves.
fn center_y(rect: Rect) -> f32 {
    (rect.center().y + size::STROKE).floor()
}

impl Widget for ListRow<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = Tokens::of(ui);
        let (sense, role) = if self.clickable {
            (Sense::click(), Role::Button)
        } else {
            (Sense::hover(), Role::ListItem)
        };
        let wanted = vec2(ui.available_width(), self.height(ui));
        let (rect, response) = ui.allocate_exact_size(wanted, sense);
        response.widget_info(|| WidgetInfo::labeled(role, ui.is_enabled(), self.spoken()));
        let mut cut = false;
        if ui.is_rect_visible(rect) {
            if self.clickable && response.hovered() {
                let inner = rect.shrink2(vec2(4.0, 3.0));
                ui.painter()
                    .rect_filled(inner, CornerRadius::same(radius::CONTROL), tokens.hover);
            }
            let line = Stroke::new(size::STROKE, tokens.border);
            ui.painter().hline(rect.x_range(), rect.top() + 0.5, line);
            cut = self.paint(ui, rect);
            focus::ring_inside(ui, &response, rect, radius::CONTROL);
        }
        if cut {
            response.on_hover_text(self.spoken())
        } else {
            response
        }
    }
}
