//! Label and value on one baseline: the label left in a fixed width, the value beside it, a copy
//! button far right where the value can be copied.

use egui::{
    Align, Layout, Rect, Response, Sense, Stroke, Ui, UiBuilder, WidgetInfo, accesskit::Role, pos2,
    vec2,
};

use super::{icon_button::icon_button, text};
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, size};

const LINE: f32 = 20.0;

/// One row. `copy` is the name of its copy button, for instance “Copy the serial number”.
#[derive(Clone, Copy, Debug)]
#[must_use = "show it"]
pub struct FieldRow<'a> {
    label: &'a str,
    label_width: f32,
    copy: Option<&'a str>,
    height: f32,
    line_above: bool,
}

impl<'a> FieldRow<'a> {
    /// A row in a card where each label takes `label_width` (72, 120 or 128).
    pub const fn new(label: &'a str, label_width: f32) -> Self {
        Self {
            label,
            label_width,
            copy: None,
            height: 28.0,
            line_above: false,
        }
    }

    pub const fn copy(mut self, name: &'a str) -> Self {
        self.copy = Some(name);
        self
    }

    /// A row in a long list: 34 high, with a line above unless it is the first.
    pub const fn in_list(mut self, first: bool) -> Self {
        self.height = 34.0;
        self.line_above = !first;
        self
    }

    /// A row whose value is text, over as many lines as it takes. Returns whether its copy button
    /// was pressed.
    pub fn text(self, ui: &mut Ui, value: &str, kind: Type) -> bool {
        let pad = (self.height - LINE) / 2.0;
        self.row(ui, pad, |ui| {
            let color = Tokens::of(ui).text;
            text::value(ui, value, kind, color);
        })
    }

    /// A row with any value, laid out from left to right around the middle of its first line.
    /// Returns whether its copy button was pressed.
    pub fn show(self, ui: &mut Ui, value: impl FnOnce(&mut Ui)) -> bool {
        self.row(ui, 0.0, value)
    }

    fn row(self, ui: &mut Ui, pad: f32, value: impl FnOnce(&mut Ui)) -> bool {
        let outer = ui.available_rect_before_wrap();
        let left = outer.left() + self.label_width;
        let room = match self.copy {
            Some(_) => size::BUTTON_SMALL + 12.0,
            None => 0.0,
        };
        let first = Rect::from_min_max(
            pos2(left, outer.top() + pad),
            pos2(
                (outer.right() - room).max(left),
                outer.top() + self.height - pad,
            ),
        );
        let label = self.label(ui, outer.left(), outer.top() + self.height / 2.0);
        let builder = UiBuilder::new()
            .max_rect(first)
            .layout(Layout::left_to_right(Align::Center))
            .id_salt(self.label);
        let mut child = ui.new_child(builder);
        child.spacing_mut().item_spacing.x = 8.0;
        child.set_min_height(first.height());
        value(&mut child);
        let bottom = child.min_rect().bottom().max(first.bottom()) + pad;
        let row = Rect::from_min_max(outer.min, pos2(outer.right(), bottom));
        ui.ctx().accesskit_node_builder(child.unique_id(), |node| {
            node.push_labelled_by(label.id.accesskit_id());
        });
        if self.line_above {
            let line = Stroke::new(size::STROKE, Tokens::of(ui).border);
            ui.painter().hline(row.x_range(), row.top() + 0.5, line);
        }
        let copied = self.copy_button(ui, row);
        ui.advance_cursor_after_rect(row);
        copied
    }

    fn label(&self, ui: &mut Ui, x: f32, center_y: f32) -> Response {
        let tokens = Tokens::of(ui);
        let width = (self.label_width - 8.0).max(0.0);
        let (galley, cut) = text::middle(ui, self.label, Type::Body, tokens.muted, width);
        let rect = Rect::from_min_size(pos2(x, center_y - LINE / 2.0), vec2(width, LINE));
        let id = ui.scope_id().with(("label", self.label));
        let response = ui.interact(rect, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.label));
        text::paint_centered(ui, &galley, x, center_y);
        if cut {
            response.on_hover_text(self.label)
        } else {
            response
        }
    }

    fn copy_button(&self, ui: &mut Ui, row: Rect) -> bool {
        let Some(name) = self.copy else {
            return false;
        };
        // The icon, not its hit area, ends at the edge.
        let half = size::BUTTON_SMALL / 2.0;
        let center = pos2(row.right() - size::ICON / 2.0, row.center().y);
        let rect = Rect::from_center_size(center, vec2(2.0 * half, 2.0 * half));
        let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(("copy", name)));
        icon_button(&mut child, Icon::Copy, name).clicked()
    }
}
