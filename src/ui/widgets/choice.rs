//! One choice out of a list that unfolds; a long list can be narrowed down by typing.

use egui::{
    Align, CornerRadius, Id, Layout, Popup, PopupCloseBehavior, Rect, Response, ScrollArea, Sense,
    Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role, pos2, vec2,
};

use super::list_row::ListRow;
use super::text_input::{Name, TextInput};
use super::{focus, icon, text};
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, radius, size, space};

const LIST: f32 = 260.0;
const PADDING: f32 = 10.0;

/// What is chosen, and what could be.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'a> {
    /// Name for screen readers.
    pub name: &'a str,
    pub shown: &'a str,
    pub options: &'a [&'a str],
    /// Words in the field that narrows the list down; none where it is short.
    pub filter: Option<&'a str>,
    pub width: f32,
}

/// Draws the choice. Returns the button, and the option that was pressed.
pub fn choice(ui: &mut Ui, salt: &str, it: &Choice<'_>) -> (Response, Option<usize>) {
    labelled_choice(ui, salt, "", it)
}

/// The same with a label inside the frame, before what is chosen.
pub fn labelled_choice(
    ui: &mut Ui,
    salt: &str,
    label: &str,
    it: &Choice<'_>,
) -> (Response, Option<usize>) {
    let button = button(ui, salt, label, it);
    let mut pressed = None;
    Popup::menu(&button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(it.width.max(200.0));
            ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
                pressed = list(ui, button.id, it);
            });
            if pressed.is_some() {
                ui.close();
            }
        });
    (button, pressed)
}

fn button(ui: &mut Ui, salt: &str, label: &str, it: &Choice<'_>) -> Response {
    let tokens = Tokens::of(ui);
    let wanted = vec2(it.width, size::BUTTON);
    let (rect, _) = ui.allocate_exact_size(wanted, Sense::hover());
    let response = ui.interact(rect, ui.scope_id().with(("choice", salt)), Sense::click());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), it.name);
        info.current_text_value = Some(it.shown.to_owned());
        info
    });
    let fill = if response.hovered() {
        tokens.hover
    } else {
        tokens.surface
    };
    let outline = Stroke::new(size::STROKE, tokens.control);
    let corner = CornerRadius::same(radius::CONTROL);
    ui.painter()
        .rect(rect, corner, fill, outline, StrokeKind::Inside);
    let mut left = rect.left() + PADDING;
    if !label.is_empty() {
        let galley = text::single(ui, label, Type::Body, tokens.muted);
        text::paint_centered(ui, &galley, left, rect.center().y);
        left += galley.size().x + space::S;
    }
    let room = rect.right() - left - PADDING - size::ICON - space::S;
    let (galley, _) = text::middle(ui, it.shown, Type::Body, tokens.text, room);
    text::paint_centered(ui, &galley, left, rect.center().y);
    let at = pos2(rect.right() - PADDING - size::ICON / 2.0, rect.center().y);
    icon::paint(ui, at, Icon::CaretDown, size::ICON, tokens.secondary);
    focus::ring(ui, &response, rect, radius::CONTROL);
    response
}

fn list(ui: &mut Ui, id: Id, it: &Choice<'_>) -> Option<usize> {
    let wanted = it.filter.map(|hint| filter(ui, id, hint));
    let wanted = wanted.unwrap_or_default().to_lowercase();
    let mut pressed = None;
    ScrollArea::vertical()
        .id_salt("options")
        .max_height(LIST)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (index, option) in it.options.iter().enumerate() {
                if !option.to_lowercase().contains(&wanted) {
                    continue;
                }
                let row = ListRow::new(option).clickable().row_height(size::BUTTON);
                if ui.push_id(index, |ui| ui.add(row)).inner.clicked() {
                    pressed = Some(index);
                }
            }
        });
    if pressed.is_some() {
        ui.data_mut(|data| data.remove_temp::<String>(id));
    }
    pressed
}

/// The field that narrows the list down; it remembers its text while the list is unfolded.
fn filter(ui: &mut Ui, id: Id, hint: &str) -> String {
    let mut wanted: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let rect = ui.available_rect_before_wrap();
    let inside = Rect::from_min_size(rect.min + vec2(8.0, 8.0), vec2(rect.width() - 16.0, 32.0));
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inside));
    let input = TextInput::new("filter", &mut wanted, Name::Spoken(hint)).hint(hint);
    let response = input.show(&mut child);
    if !response.has_focus() {
        response.request_focus();
    }
    ui.advance_cursor_after_rect(Rect::from_min_size(rect.min, vec2(rect.width(), 48.0)));
    ui.data_mut(|data| data.insert_temp(id, wanted.clone()));
    wanted
}
