//! A snippet while it is written: its lines, and the notes that gather on the way.

use crate::text::Lang;
use crate::text::foreign::short;

use super::{Files, PasswordInSnippet, Rendered, hosts, words};

/// How a language of configuration quotes a text.
pub type Quote = fn(&str) -> Option<String>;

/// A snippet while it is written.
pub struct Page<'a> {
    /// The reader's language.
    pub lang: Lang,
    /// What was made.
    pub files: &'a Files,
    /// Whether TLS 1.0 and 1.1 are wanted too.
    pub is_old_tls_allowed: bool,
    text: String,
    notes: Vec<String>,
}

impl<'a> Page<'a> {
    /// An empty page.
    pub fn new(lang: Lang, files: &'a Files, is_old_tls_allowed: bool) -> Self {
        Self {
            lang,
            files,
            is_old_tls_allowed,
            text: String::new(),
            notes: Vec::new(),
        }
    }

    /// Adds a line.
    pub fn line(&mut self, line: impl AsRef<str>) {
        self.text.push_str(line.as_ref());
        self.text.push('\n');
    }

    /// Adds items after a beginning, on as many lines as they need.
    pub fn list(&mut self, begin: &str, items: &[String], between: &str, end: &str) {
        const MOST_COLUMNS: usize = 80;
        let mut line = format!("    {begin}");
        for (index, item) in items.iter().enumerate() {
            let is_last = index + 1 == items.len();
            let item = format!(" {item}{}", if is_last { end } else { between });
            if line.len() + item.len() > MOST_COLUMNS && index > 0 {
                self.line(&line);
                line = " ".repeat(7);
            }
            line.push_str(&item);
        }
        self.line(line);
    }

    /// Adds a note, once.
    pub fn note(&mut self, note: impl Into<String>) {
        let note = note.into();
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// A path in the server's language; when that cannot say it, a path to copy the file to.
    pub fn path(&mut self, path: Option<&str>, quote: Quote, stand_in: &str) -> String {
        let Some(path) = path else {
            self.note(words::no_such_file(self.lang, stand_in));
            return stand_in.to_owned();
        };
        if let Some(quoted) = quote(path) {
            return quoted;
        }
        self.note(words::path_cannot_be_written(
            self.lang,
            &short(path),
            stand_in,
        ));
        stand_in.to_owned()
    }

    /// The certificate's host names, at least one.
    pub fn hosts(&mut self) -> Vec<String> {
        let (names, are_some_left_out) = hosts::hosts(self.files);
        if names.is_empty() {
            self.note(words::no_host(self.lang));
            return vec![hosts::STAND_IN.to_owned()];
        }
        if are_some_left_out {
            self.note(words::names_left_out(self.lang));
        }
        names
    }

    /// A name for a new file of configuration.
    pub fn stem(&self) -> String {
        let (names, _) = hosts::hosts(self.files);
        let name = names.first().map_or(hosts::STAND_IN, String::as_str);
        crate::text::foreign::file_name(name)
    }

    /// Says where the password is that the reader puts into the text.
    pub fn note_password_file(&mut self) {
        if let PasswordInSnippet::FromFile(path) = &self.files.password {
            self.note(words::password_lies_in(self.lang, &short(path)));
        }
    }

    /// The finished snippet.
    pub fn finish(self, title: &'static str, file_hint: String) -> Rendered {
        Rendered {
            title,
            file_hint,
            text: self.text,
            notes: self.notes,
        }
    }
}
