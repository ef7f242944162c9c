//! What is being typed and which parts are unfolded: may be wrong, is nobody else's business yet.

use std::collections::HashSet;

use zeroize::Zeroizing;

/// Tabs of the certificate panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CertificateTab {
    #[default]
    Summary,
    Fields,
    Raw,
}

/// All drafts of the window.
#[derive(Default)]
pub struct Drafts {
    pub certificate: CertificateDraft,
    pub collection_filter: String,
    pub palette: PaletteDraft,
    pub password: PasswordDraft,
    pub typed_path: TypedPathDraft,
    /// Findings whose details are unfolded, by key.
    pub unfolded: HashSet<String>,
}

/// The certificate panel.
#[derive(Default)]
pub struct CertificateDraft {
    pub tab: CertificateTab,
    pub is_showing_oids: bool,
    /// Extensions that are unfolded, by number.
    pub unfolded: HashSet<usize>,
}

/// The command palette.
#[derive(Default)]
pub struct PaletteDraft {
    pub query: String,
    pub chosen: usize,
}

/// The password being typed. Zeroized when the dialog closes.
#[derive(Default)]
pub struct PasswordDraft {
    pub text: Zeroizing<String>,
    pub is_shown: bool,
}

impl PasswordDraft {
    /// Takes the password out and leaves nothing behind.
    pub fn take(&mut self) -> Zeroizing<String> {
        self.is_shown = false;
        std::mem::take(&mut self.text)
    }
}

/// A path being typed.
#[derive(Default)]
pub struct TypedPathDraft {
    pub text: String,
}
