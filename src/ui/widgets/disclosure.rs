//! A quiet button that shows or hides what is beneath; it remembers itself under its id.

use egui::{Id, Response, Ui};

use super::button::Button;
use crate::ui::icons::Icon;

/// Whether the part remembered under `id` is open.
pub fn is_open(ui: &Ui, id: Id) -> bool {
    ui.data(|data| data.get_temp(id)).unwrap_or(false)
}

/// The button as plain data, to be placed in a row.
pub const fn button<'a>(label: &'a str, open: bool) -> Button<'a> {
    let caret = if open {
        Icon::CaretDown
    } else {
        Icon::CaretRight
    };
    Button::quiet_muted(label).icon(caret).small()
}

/// Opens or closes what is remembered under `id`, and tells screen readers which.
pub fn toggle(ui: &Ui, id: Id, response: &Response) {
    let open = is_open(ui, id) != response.clicked();
    ui.data_mut(|data| data.insert_temp(id, open));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_expanded(open));
}
