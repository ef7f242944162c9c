//! What a page loads and where it leads, read out of its text as browsers read it. Pure: nothing is asked.
//!
//! [`html`] finds the addresses in a page, [`css`] those in a style sheet; [`address`] says where each leads.
//! What scripts load is not among them: no script is run.

pub mod address;
mod charset;
mod css;
mod hsts;
mod html;
mod policy;
mod srcset;

use serde::Serialize;

use crate::core::limits;

pub use charset::decoded;
pub use css::css;
pub use hsts::{Hsts, HstsFault};
pub use html::{Html, html};
pub use policy::Policy;

/// An address in a page or style sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// As it is written, character references and escapes resolved. Foreign text.
    pub text: String,
    /// What it is for.
    pub used: Use,
    /// What names it: `<script src>`, `@import`.
    pub by: &'static str,
    /// Where it is written.
    pub at: Position,
}

/// The addresses of a page or style sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finds {
    /// In the order in which they are written, [`limits::PAGE_ADDRESSES`] at most.
    pub all: Vec<Found>,
    /// How many more there are.
    pub left_out: usize,
}

impl Finds {
    fn add(&mut self, text: impl Into<String>, used: Use, by: &'static str, at: Position) {
        if self.all.len() == limits::PAGE_ADDRESSES {
            self.left_out += 1;
            return;
        }
        let text = text.into();
        self.all.push(Found { text, used, by, at });
    }
}

/// A place in a text, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Position {
    /// Line.
    pub line: usize,
    /// Letter within the line.
    pub column: usize,
}

/// What an address in a page is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Use {
    /// A script.
    Script,
    /// A style sheet, linked or imported.
    StyleSheet,
    /// A font.
    Font,
    /// A page within the page.
    Frame,
    /// `<object>` and `<embed>`.
    Plugin,
    /// An image that is one of several to choose from.
    ImageSet,
    /// Subtitles, manifests, drawings used within drawings, and what is loaded ahead.
    Other,
    /// An image.
    Image,
    /// Sound or film.
    Media,
    /// Where a form is sent.
    Form {
        /// Whether it asks for a password.
        has_password: bool,
    },
    /// A file to be saved.
    Download,
    /// A page that takes this one's place.
    Refresh,
}

impl Use {
    /// Whether browsers refuse it over http on a page over https. Images, sound and film they ask over https in
    /// place (W3C Mixed Content Level 2, section 3.1), except images to choose from.
    pub fn is_blocked(self) -> bool {
        self.is_loaded() && !matches!(self, Self::Image | Self::Media)
    }

    /// Whether it is loaded along with the page.
    pub fn is_loaded(self) -> bool {
        !matches!(self, Self::Form { .. } | Self::Download | Self::Refresh)
    }
}

impl Position {
    /// The first letter of a text.
    pub const START: Self = Self { line: 1, column: 1 };

    /// The place in the whole of what stands at `self` in a part that begins at `start`.
    pub fn within(self, start: Self) -> Self {
        match self.line {
            1 => Self {
                line: start.line,
                column: start.column + self.column - 1,
            },
            line => Self {
                line: start.line + line - 1,
                column: self.column,
            },
        }
    }

    /// The same behind further text.
    pub fn after(self, text: &str) -> Self {
        text.chars().fold(self, |at, char| match char {
            '\n' => Self {
                line: at.line + 1,
                column: 1,
            },
            _ => Self {
                column: at.column + 1,
                ..at
            },
        })
    }
}
