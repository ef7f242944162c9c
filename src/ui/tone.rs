//! The window's colours for what views say.

use super::tokens::Tone;
use crate::state::view;

/// The tone to draw a view's tone in.
pub const fn tone(tone: view::Tone) -> Tone {
    match tone {
        view::Tone::Error => Tone::Error,
        view::Tone::Info => Tone::Info,
        view::Tone::Neutral => Tone::Neutral,
        view::Tone::Ok => Tone::Ok,
        view::Tone::Warn => Tone::Warn,
    }
}
