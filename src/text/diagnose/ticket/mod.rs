//! A text to send to whoever hosts the zone or the server: what is wrong, what was seen, what to change and how
//! to verify it. One content in three forms.

mod content;
mod html;
mod served;
mod verify;

use super::document;
use crate::core::diagnose::Diagnosis;
use crate::text::Lang;
use crate::text::report::Page;

/// The form of a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Plain text for an e-mail or a provider's form.
    Text,
    /// A page of its own, to print or to attach.
    Html,
    /// The document of `--json`.
    Json,
}

impl Form {
    /// All forms.
    pub const ALL: [Self; 3] = [Self::Text, Self::Html, Self::Json];

    /// Usual ending of a file of this form.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Html => "html",
            Self::Json => "json",
        }
    }
}

/// A part of a ticket.
struct Part {
    heading: String,
    blocks: Vec<Block>,
}

/// What stands in a part. Hidden characters of foreign text are shown in all of it.
enum Block {
    /// A paragraph.
    Text(String),
    /// A finding: its message, then reason and remedy.
    Item(String, String),
    /// A table, its head first.
    Table(Vec<Vec<String>>),
    /// Lines to copy as they are.
    Copy(Vec<String>),
}

/// The ticket; ends with a line break.
pub fn render(lang: Lang, found: &Diagnosis, form: Form) -> String {
    match form {
        Form::Text => text(lang, found),
        Form::Html => html::page(
            lang,
            &content::title(lang, found),
            &content::parts(lang, found),
        ),
        Form::Json => document::render(lang, found),
    }
}

fn text(lang: Lang, found: &Diagnosis) -> String {
    let mut page = Page::default();
    page.paragraph(0, &content::title(lang, found));
    for part in content::parts(lang, found) {
        page.gap();
        page.paragraph(0, &part.heading);
        for block in &part.blocks {
            write(block, &mut page);
        }
    }
    page.finish()
}

fn write(block: &Block, page: &mut Page) {
    match block {
        Block::Text(text) => page.paragraph(2, text),
        Block::Item(head, more) => {
            page.labelled(2, "- ", 2, head);
            page.paragraph(4, more);
        }
        Block::Table(rows) => page.table(2, rows),
        Block::Copy(lines) => {
            for line in lines {
                page.line(4, line);
            }
        }
    }
}
