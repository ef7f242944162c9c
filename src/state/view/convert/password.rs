//! What is said of a password: how strong it looks, what may go wrong with it in the target.

use super::plan::NoteView;
use crate::state::view::Tone;

/// What stands beneath a password.
#[derive(Clone, Debug, PartialEq)]
pub struct PasswordView {
    /// From 0 to 1.
    pub fraction: f32,
    pub tone: Tone,
    pub strength: &'static str,
    /// Where it needs no quoting.
    pub safe_for: &'static str,
    pub issues: Vec<NoteView>,
}
