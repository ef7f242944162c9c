//! What lies on the desk while the user works: drafts of the state, and what only the window needs.

use egui::Id;

use crate::state::Drafts;

use super::panels::convert_password::ConvertDesk;
use super::panels::csr_protection::CsrDesk;
use super::panels::iis_table::TableDesk;
use super::widgets::secret_field::SecretText;

/// Drafts and the window's own short-lived state.
#[derive(Default)]
pub struct Desk {
    pub drafts: Drafts,
    /// The passwords of the conversion's result.
    pub convert: ConvertDesk,
    /// The password of the key of a request.
    pub csr: CsrDesk,
    /// Where the window is narrow: the advice of the names is shown instead of the names.
    pub is_advice_shown: bool,
    /// The name that a profile is about to get.
    pub profile_name: Option<String>,
    /// The profile that was filled in last.
    pub profile: Option<usize>,
    /// The table of bindings.
    pub iis: TableDesk,
    /// The password being typed.
    pub secret: SecretText,
    /// Rows of the collection that fit its filter, for one revision.
    pub matching: Option<(u64, Vec<usize>)>,
    /// Where F6 leads, in order; gathered while drawing.
    pub regions: Vec<Id>,
    /// The region that F6 led to last.
    pub region: usize,
    /// Whether the dialog's first field still has to get the focus.
    pub is_dialog_new: bool,
    /// The palette was open in the last frame.
    pub was_palette_open: bool,
    /// A dialog was open in the last frame.
    pub was_dialog_open: bool,
}
