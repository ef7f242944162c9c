//! One line to type in, with its error in words beneath.

use egui::text_edit::TextEditOutput;
use egui::{
    Align2, CornerRadius, Frame, Id, Margin, Response, Stroke, TextEdit, Ui, accesskit::Invalid,
    pos2, vec2,
};

use super::{focus, icon, text};
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Tone, Type, radius, size, space};

/// Between the frame and the text.
const PADDING: i8 = 10;
/// The same where an icon stands before the text.
const ICON_ROOM: i8 = 34;

/// Who names the input for screen readers.
#[derive(Clone, Copy, Debug)]
pub enum Name<'a> {
    /// The visible label with this id.
    LabelledBy(Id),
    /// Nothing visible names it.
    Spoken(&'a str),
}

#[derive(Debug)]
#[must_use = "show it"]
pub struct TextInput<'a> {
    text: &'a mut String,
    name: Name<'a>,
    hint: &'a str,
    error: Option<&'a str>,
    width: Option<f32>,
    mono: bool,
    icon: Option<Icon>,
    right: i8,
    id_salt: &'a str,
}

impl<'a> TextInput<'a> {
    /// `id_salt` keeps cursor and focus apart from other inputs of the same parent.
    pub const fn new(id_salt: &'a str, text: &'a mut String, name: Name<'a>) -> Self {
        Self {
            text,
            name,
            hint: "",
            error: None,
            width: None,
            mono: false,
            icon: None,
            right: PADDING,
            id_salt,
        }
    }

    pub const fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// Words beneath the input, which is then outlined in the colour of errors.
    pub const fn error(mut self, error: Option<&'a str>) -> Self {
        self.error = error;
        self
    }

    pub const fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    pub const fn mono(mut self) -> Self {
        self.mono = true;
        self
    }

    /// An icon inside the frame, at the left.
    pub const fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Room kept inside the frame at the right, for what the caller puts there.
    pub const fn room_at_right(mut self, room: i8) -> Self {
        self.right = room;
        self
    }

    pub fn show(self, ui: &mut Ui) -> Response {
        let width = self.width.unwrap_or_else(|| ui.available_width());
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            let kind = if self.mono { Type::Mono } else { Type::Body };
            let color = Tokens::of(ui).text;
            let edit = TextEdit::singleline(self.text)
                .text_color(color)
                .id_salt(self.id_salt)
                .font(kind.font())
                .hint_text(self.hint);
            let wrong = self.error.is_some();
            let left = if self.icon.is_some() {
                ICON_ROOM
            } else {
                PADDING
            };
            let output = framed_in(ui, edit, width, wrong, (left, self.right));
            let response = output.response.response;
            if let Some(glyph) = self.icon {
                let at = pos2(response.rect.left() + 18.0, response.rect.center().y);
                icon::paint(ui, at, glyph, size::ICON, Tokens::of(ui).muted);
            }
            let response = named(response, self.name);
            if let Some(error) = self.error {
                mark_invalid(ui, &response, error);
                error_words(ui, error, width);
            }
            response
        })
        .inner
    }
}

/// Frames an editor as every input of the window is framed.
pub fn framed(ui: &mut Ui, edit: TextEdit<'_>, width: f32, wrong: bool) -> Response {
    framed_beside(ui, edit, width, wrong, PADDING)
        .response
        .response
}

/// The same with room kept at the right, for what stands inside the frame; tells where the text is.
pub fn framed_beside(
    ui: &mut Ui,
    edit: TextEdit<'_>,
    width: f32,
    wrong: bool,
    right: i8,
) -> TextEditOutput {
    framed_in(ui, edit, width, wrong, (PADDING, right))
}

fn framed_in(
    ui: &mut Ui,
    edit: TextEdit<'_>,
    width: f32,
    wrong: bool,
    (left, right): (i8, i8),
) -> TextEditOutput {
    let tokens = Tokens::of(ui);
    let outline = if wrong {
        tokens.error.solid
    } else {
        tokens.control
    };
    let frame = Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(size::STROKE, outline))
        .corner_radius(CornerRadius::same(radius::CONTROL))
        .inner_margin(Margin {
            left,
            right,
            top: 4,
            bottom: 6,
        });
    let edit = edit
        .frame(frame)
        .align(Align2::LEFT_CENTER)
        .desired_width(width)
        .min_size(vec2(0.0, size::BUTTON));
    let output = edit.show(ui);
    let response = &output.response.response;
    focus::ring_always(ui, response, response.rect, radius::CONTROL);
    output
}

/// Gives the input its name.
pub fn named(response: Response, name: Name<'_>) -> Response {
    match name {
        Name::LabelledBy(id) => response.labelled_by(id),
        Name::Spoken(words) => response.accessible_name(words),
    }
}

/// Tells screen readers what is wrong.
pub fn mark_invalid(ui: &Ui, response: &Response, error: &str) {
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_invalid(Invalid::True);
        node.set_description(error);
    });
}

/// The error in words, with its icon.
pub fn error_words(ui: &mut Ui, error: &str, width: f32) {
    let color = Tokens::of(ui).error.fg;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        ui.set_max_width(width);
        let (rect, _) = ui.allocate_exact_size(vec2(14.0, 18.0), egui::Sense::hover());
        icon::paint_tone(ui, rect.center(), Tone::Error, 14.0);
        text::paragraph(ui, error, Type::Small, color);
    });
}
