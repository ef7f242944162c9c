//! A line for a password. egui sees only dots: the secret never reaches its undo history, its
//! layout cache or the accessibility tree.

use std::any::TypeId;
use std::fmt;
use std::ops::Range;

use egui::text::CharIndex;
use egui::text_edit::TextEditOutput;
use egui::{Align2, Color32, Rect, Response, TextBuffer, TextEdit, Ui, UiBuilder, Vec2, pos2};
use zeroize::Zeroizing;

use super::icon_button::icon_button;
use super::text_input::{self, Name};
use crate::text::prose;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, size};

/// Room at the right of the text for two buttons.
const TOOLS: i8 = 64;
/// The size of a wide character that has the room of a narrow one.
const WIDE: f32 = 0.6;
const DOT: &str = "•";
/// Room kept from the start, so that typing does not leave copies behind as the text grows.
const CAPACITY: usize = 1024;

/// A secret being typed. Wiped when dropped; it has no `Clone` and its `Debug` shows nothing.
pub struct SecretText {
    text: Zeroizing<String>,
    /// As many dots as the text has characters: all that egui gets to see.
    dots: String,
    edits: u64,
    /// Whether [`secret_field_with`] shows it.
    is_revealed: bool,
}

impl Default for SecretText {
    fn default() -> Self {
        Self {
            text: Zeroizing::new(String::with_capacity(CAPACITY)),
            dots: String::new(),
            edits: 0,
            is_revealed: false,
        }
    }
}

impl fmt::Debug for SecretText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretText(…)")
    }
}

impl SecretText {
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The secret itself, to be handed on at once.
    pub fn expose(&self) -> &str {
        &self.text
    }

    /// Hands the secret over and leaves nothing behind.
    pub fn take(&mut self) -> Zeroizing<String> {
        std::mem::take(self).text
    }

    /// Puts `middle` between what stands before and after the range of characters.
    fn splice(&mut self, range: Range<usize>, middle: &str) {
        let keep_after = range.end.saturating_sub(range.start);
        let wanted = self.text.len() + middle.len();
        let mut next = Zeroizing::new(String::with_capacity(wanted.max(CAPACITY)));
        let before = self.text.chars().take(range.start);
        let after = self.text.chars().skip(range.start + keep_after);
        next.extend(before);
        next.push_str(middle);
        next.extend(after);
        self.dots = DOT.repeat(next.chars().count());
        self.text = next;
        self.edits += 1;
    }
}

impl TextBuffer for SecretText {
    fn is_mutable(&self) -> bool {
        true
    }

    fn as_str(&self) -> &str {
        &self.dots
    }

    fn insert_text(&mut self, text: &str, char_index: CharIndex) -> usize {
        self.splice(char_index.0..char_index.0, text);
        text.chars().count()
    }

    fn delete_char_range(&mut self, char_range: Range<CharIndex>) {
        self.splice(char_range.start.0..char_range.end.0, "");
    }

    fn replace_with(&mut self, text: &str) {
        // Undo replays dots, which are not the secret.
        if text.is_empty() || text.chars().any(|c| DOT != c.to_string()) {
            let all = self.text.chars().count();
            self.splice(0..all, text);
        }
    }

    fn type_id(&self) -> TypeId {
        TypeId::of::<Self>()
    }
}

/// Draws the field. `error` stands in words beneath it.
pub fn secret_field(
    ui: &mut Ui,
    id_salt: &str,
    secret: &mut SecretText,
    name: Name<'_>,
    error: Option<&str>,
    width: f32,
) -> Response {
    let edits = secret.edits;
    let mut response = ui
        .vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            let color = Tokens::of(ui).text;
            let edit = TextEdit::singleline(secret)
                .id_salt(id_salt)
                .text_color(color)
                .font(Type::Body.font())
                .password(true);
            let response = text_input::framed(ui, edit, width, error.is_some());
            let response = text_input::named(response, name);
            if let Some(error) = error {
                text_input::mark_invalid(ui, &response, error);
                text_input::error_words(ui, error, width);
            }
            response
        })
        .inner;
    forget_history(ui, &response);
    if secret.edits != edits {
        response.mark_changed();
    }
    response
}

/// Words of the buttons inside a field.
#[derive(Clone, Copy, Debug)]
pub struct ToolWords<'a> {
    pub reveal: &'a str,
    pub conceal: &'a str,
    pub copy: &'a str,
}

/// Draws the field with an eye and a copy button inside it. The flag says that it is to be copied: push
/// `Action::CopySecret`, which clears the clipboard in time.
///
/// A secret that is shown is painted character by character, so that neither egui's text layouts nor the
/// accessibility tree ever hold it as a whole.
pub fn secret_field_with(
    ui: &mut Ui,
    id_salt: &str,
    secret: &mut SecretText,
    name: Name<'_>,
    words: &ToolWords<'_>,
    width: f32,
) -> (Response, bool) {
    let edits = secret.edits;
    let is_revealed = secret.is_revealed;
    let (kind, color) = if is_revealed {
        (Type::Mono, Color32::TRANSPARENT)
    } else {
        (Type::Body, Tokens::of(ui).text)
    };
    let edit = TextEdit::singleline(secret)
        .id_salt(id_salt)
        .text_color(color)
        .font(kind.font())
        .password(true);
    let output = text_input::framed_beside(ui, edit, width, false, TOOLS);
    if is_revealed {
        paint_characters(ui, &output, &secret.text);
    }
    let mut response = text_input::named(output.response.response, name);
    forget_history(ui, &response);
    if secret.edits != edits {
        response.mark_changed();
    }
    let at = |from_right: f32| {
        let center = pos2(response.rect.right() - from_right, response.rect.center().y);
        Rect::from_center_size(center, Vec2::splat(size::BUTTON_SMALL))
    };
    let (eye, eye_name) = if is_revealed {
        (Icon::EyeSlash, words.conceal)
    } else {
        (Icon::Eye, words.reveal)
    };
    if inside(ui, at(46.0), eye, eye_name) {
        secret.is_revealed = !is_revealed;
    }
    let is_copied = inside(ui, at(18.0), Icon::Copy, words.copy) && !secret.is_empty();
    (response, is_copied)
}

fn inside(ui: &mut Ui, rect: Rect, icon: Icon, name: &str) -> bool {
    let builder = UiBuilder::new().max_rect(rect).id_salt(name);
    icon_button(&mut ui.new_child(builder), icon, name).clicked()
}

/// Each character where its dot would be.
fn paint_characters(ui: &Ui, output: &TextEditOutput, text: &str) {
    let painter = ui.painter().with_clip_rect(output.text_clip_rect);
    let color = Tokens::of(ui).text;
    let center = output.galley_pos.y + output.galley.size().y / 2.0;
    let dots = output
        .galley
        .rows
        .iter()
        .flat_map(|row| row.glyphs.iter().map(move |dot| row.pos.x + dot.pos.x));
    for (left, char) in dots.zip(text.chars()) {
        let at = pos2(output.galley_pos.x + left, center);
        let mut font = Type::Mono.font();
        // Han and emoji are two cells wide, and a dot is one.
        if prose::columns_of(char) == 2 {
            font.size *= WIDE;
        }
        painter.text(at, Align2::LEFT_CENTER, char, font, color);
    }
}

fn forget_history(ui: &Ui, response: &Response) {
    if let Some(mut state) = TextEdit::load_state(ui.ctx(), response.id) {
        state.clear_undoer();
        TextEdit::store_state(ui.ctx(), response.id, state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_and_deleting_keep_dots_and_secret_in_step() {
        let mut secret = SecretText::default();
        secret.insert_text("pä😀s", CharIndex(0));
        secret.delete_char_range(CharIndex(1)..CharIndex(3));
        secret.insert_text("x", CharIndex(1));
        assert_eq!(secret.expose(), "pxs");
        assert_eq!(secret.as_str(), "•••");
    }

    #[test]
    fn undo_cannot_turn_the_secret_into_dots() {
        let mut secret = SecretText::default();
        secret.insert_text("secret", CharIndex(0));
        secret.replace_with("••");
        assert_eq!(secret.expose(), "secret");
    }

    #[test]
    fn taking_leaves_nothing() {
        let mut secret = SecretText::default();
        secret.insert_text("secret", CharIndex(0));
        assert_eq!(secret.take().as_str(), "secret");
        assert!(secret.is_empty());
        assert_eq!(secret.as_str(), "");
    }
}
