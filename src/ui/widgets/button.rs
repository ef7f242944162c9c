//! Buttons: one primary per screen, then standard, then quiet; one that is off says why.

use egui::{
    Color32, CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, Widget, WidgetInfo,
    accesskit::Role, vec2,
};

use super::{focus, icon, text};
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, radius, size, space};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Primary,
    Quiet,
    /// Quiet and without accent: opens details.
    QuietMuted,
    Standard,
}

/// A button as plain data, so that its width is known before it is placed.
#[derive(Clone, Copy, Debug)]
#[must_use = "add it to a Ui"]
pub struct Button<'a> {
    kind: Kind,
    label: &'a str,
    leading: Option<Icon>,
    trailing: Option<Icon>,
    small: bool,
    off: Option<&'a str>,
}

impl<'a> Button<'a> {
    const fn new(kind: Kind, label: &'a str) -> Self {
        Self {
            kind,
            label,
            leading: None,
            trailing: None,
            small: false,
            off: None,
        }
    }

    pub const fn primary(label: &'a str) -> Self {
        Self::new(Kind::Primary, label)
    }

    pub const fn standard(label: &'a str) -> Self {
        Self::new(Kind::Standard, label)
    }

    pub const fn quiet(label: &'a str) -> Self {
        Self::new(Kind::Quiet, label)
    }

    pub const fn quiet_muted(label: &'a str) -> Self {
        Self::new(Kind::QuietMuted, label)
    }

    pub const fn icon(mut self, icon: Icon) -> Self {
        self.leading = Some(icon);
        self
    }

    pub const fn trailing_icon(mut self, icon: Icon) -> Self {
        self.trailing = Some(icon);
        self
    }

    pub const fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// Switches the button off where there is a reason; it is told on hover and to screen readers.
    pub const fn off(mut self, reason: Option<&'a str>) -> Self {
        self.off = reason;
        self
    }

    pub const fn label(&self) -> &'a str {
        self.label
    }

    /// The room it takes.
    pub fn size(&self, ui: &Ui) -> Vec2 {
        let text = text::single(ui, self.label, self.text_style(), Color32::PLACEHOLDER);
        let icons = f32::from(u8::from(self.leading.is_some()) + u8::from(self.trailing.is_some()));
        let width = 2.0 * self.padding() + text.size().x + icons * (size::ICON + self.gap());
        vec2(width.ceil(), self.height())
    }

    /// How far the words stand away from the edge; a quiet button hangs out by this much.
    pub const fn padding(&self) -> f32 {
        match (self.kind, self.small) {
            (Kind::Quiet | Kind::QuietMuted, _) => 8.0,
            (Kind::Primary | Kind::Standard, true) => 11.0,
            (Kind::Primary | Kind::Standard, false) => 13.0,
        }
    }

    const fn gap(&self) -> f32 {
        match self.kind {
            Kind::Quiet | Kind::QuietMuted => space::XS,
            Kind::Primary | Kind::Standard => space::S,
        }
    }

    const fn height(&self) -> f32 {
        if self.small {
            size::BUTTON_SMALL
        } else {
            size::BUTTON
        }
    }

    const fn text_style(&self) -> Type {
        match (self.kind, self.small) {
            (Kind::Primary, true) => Type::SmallStrong,
            (Kind::Primary, false) => Type::Strong,
            (_, true) => Type::Small,
            (_, false) => Type::Body,
        }
    }

    /// Draws the button in `rect`, without moving the cursor of `ui`.
    pub fn put(&self, ui: &mut Ui, rect: Rect) -> Response {
        let mut child = ui.new_child(
            egui::UiBuilder::new()
                .max_rect(rect)
                .id_salt(("button", self.label)),
        );
        child.add(*self)
    }

    fn paint(&self, ui: &Ui, rect: Rect, hovered: bool) {
        let (fill, outline, color) = self.colors(Tokens::of(ui), hovered);
        ui.painter().rect(
            rect,
            CornerRadius::same(radius::CONTROL),
            fill,
            Stroke::new(size::STROKE, outline),
            StrokeKind::Inside,
        );
        let half = size::ICON / 2.0;
        let y = rect.center().y;
        let mut x = rect.left() + self.padding();
        if let Some(leading) = self.leading {
            icon::paint(ui, egui::pos2(x + half, y), leading, size::ICON, color);
            x += size::ICON + self.gap();
        }
        let galley = text::single(ui, self.label, self.text_style(), color);
        text::paint_centered(ui, &galley, x, y);
        if let Some(trailing) = self.trailing {
            let x = rect.right() - self.padding() - half;
            icon::paint(ui, egui::pos2(x, y), trailing, size::ICON, color);
        }
    }

    fn colors(&self, tokens: &Tokens, hovered: bool) -> (Color32, Color32, Color32) {
        let none = Color32::TRANSPARENT;
        let quiet_fill = if hovered { tokens.hover } else { none };
        match self.kind {
            Kind::Quiet | Kind::QuietMuted if self.off.is_some() => (none, none, tokens.disabled),
            _ if self.off.is_some() => (tokens.sunken, tokens.border, tokens.disabled),
            Kind::Primary if hovered => (tokens.accent_hover, none, tokens.on_accent),
            Kind::Primary => (tokens.accent_fill, none, tokens.on_accent),
            Kind::Quiet => (quiet_fill, none, tokens.accent),
            Kind::QuietMuted => (quiet_fill, none, tokens.muted),
            Kind::Standard if hovered => (tokens.hover, tokens.control, tokens.text),
            Kind::Standard => (tokens.surface, tokens.control, tokens.text),
        }
    }
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let enabled = self.off.is_none() && ui.is_enabled();
        let sense = if enabled {
            Sense::click()
        } else {
            Sense::hover()
        };
        let (rect, response) = ui.allocate_exact_size(self.size(ui), sense);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, self.label));
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect, enabled && response.hovered());
            focus::ring(ui, &response, rect, radius::CONTROL);
        }
        let Some(reason) = self.off else {
            return response;
        };
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_description(reason));
        response.on_hover_text(reason)
    }
}
