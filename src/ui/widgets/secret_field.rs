//! A line for a password. egui sees only dots: the secret never reaches its undo history, its
//! layout cache or the accessibility tree.

use std::any::TypeId;
use std::fmt;
use std::ops::Range;

use egui::text::CharIndex;
use egui::{Response, TextBuffer, TextEdit, Ui};
use zeroize::Zeroizing;

use super::icon_button::icon_button;
use super::text_input::{self, Name};
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type};

const DOT: &str = "•";
/// Room kept from the start, so that typing does not leave copies behind as the text grows.
const CAPACITY: usize = 1024;

/// A secret being typed. Wiped when dropped; it has no `Clone` and its `Debug` shows nothing.
pub struct SecretText {
    text: Zeroizing<String>,
    /// As many dots as the text has characters: all that egui gets to see.
    dots: String,
    edits: u64,
    /// Whether [`secret_tools`] shows it.
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
            let edit = TextEdit::singleline(secret)
                .id_salt(id_salt)
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

/// Words of the buttons under a field.
pub struct ToolWords<'a> {
    pub reveal: &'a str,
    pub conceal: &'a str,
    pub copy: &'a str,
}

/// Draws buttons that show or hide the secret and copy it, and the secret while it is shown; nothing for an
/// empty one. True when it is to be copied: push `Action::CopySecret`, which clears the clipboard in time.
///
/// The secret is painted character by character, so that neither egui's text layouts nor the accessibility
/// tree ever hold it as a whole. What is said of its strength belongs beneath.
pub fn secret_tools(ui: &mut Ui, secret: &mut SecretText, words: &ToolWords<'_>) -> bool {
    if secret.is_empty() {
        secret.is_revealed = false;
        return false;
    }
    let mut is_copied = false;
    ui.horizontal(|ui| {
        let (glyph, name) = match secret.is_revealed {
            true => (Icon::EyeSlash, words.conceal),
            false => (Icon::Eye, words.reveal),
        };
        if icon_button(ui, glyph, name).clicked() {
            secret.is_revealed = !secret.is_revealed;
        }
        is_copied = icon_button(ui, Icon::Copy, words.copy).clicked();
    });
    if secret.is_revealed {
        painted(ui, secret.expose());
    }
    is_copied
}

/// Paints a text in cells of one width, without ever laying out two characters together.
fn painted(ui: &mut Ui, secret: &str) {
    let font = Type::Mono.font();
    let (cell, height) =
        ui.fonts_mut(|fonts| (fonts.glyph_width(&font, 'M'), fonts.row_height(&font)));
    // Han and emoji are two cells wide.
    let cells = |char: char| if char.is_ascii() { 1 } else { 2 };
    let in_row = ((ui.available_width() / cell) as usize).max(2);
    let mut places = Vec::new();
    let (mut column, mut row) = (0, 0);
    for char in secret.chars() {
        if column + cells(char) > in_row {
            (column, row) = (0, row + 1);
        }
        places.push((column, row));
        column += cells(char);
    }
    let size = egui::vec2(ui.available_width(), (row + 1) as f32 * height);
    let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
    let color = Tokens::of(ui).text;
    for (char, (column, row)) in secret.chars().zip(places) {
        let at = rect.min + egui::vec2(column as f32 * cell, row as f32 * height);
        ui.painter()
            .text(at, egui::Align2::LEFT_TOP, char, font.clone(), color);
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
