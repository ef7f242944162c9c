//! Several lines to type in, in the type of names and code.

use egui::{
    CornerRadius, Frame, Id, Margin, Response, ScrollArea, Stroke, TextBuffer, TextEdit, Ui,
};

use super::focus;
use super::text::wrapped;
use crate::ui::tokens::{Tokens, Type, radius, size};

/// Height above which the text scrolls.
const MOST: f32 = 220.0;

/// Draws the area over the width there is, named by the label with this id.
pub fn text_area(ui: &mut Ui, text: &mut String, label: Id, rows: usize) -> Response {
    let tokens = Tokens::of(ui);
    let mut response = None;
    let shown = Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(size::STROKE, tokens.control))
        .corner_radius(CornerRadius::same(radius::CONTROL))
        .show(ui, |ui| {
            ScrollArea::vertical()
                .id_salt("text area")
                .max_height(MOST)
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    let inside = Frame::new().inner_margin(Margin::symmetric(12, 8));
                    // Lines stand as far apart as those of code elsewhere.
                    let mut lay_out = |ui: &Ui, text: &dyn TextBuffer, width: f32| {
                        wrapped(ui, text.as_str(), Type::Mono, tokens.text, width)
                    };
                    let edit = TextEdit::multiline(text)
                        .layouter(&mut lay_out)
                        .id_salt("text")
                        .font(Type::Mono.font())
                        .text_color(tokens.text)
                        .frame(inside)
                        .desired_rows(rows)
                        .desired_width(f32::INFINITY);
                    response = Some(ui.add(edit).labelled_by(label));
                });
        });
    let outer = shown.response;
    let Some(response) = response else {
        return outer;
    };
    focus::ring_always(ui, &response, outer.rect, radius::CONTROL);
    response
}
