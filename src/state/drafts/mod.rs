//! What is being typed and which parts are unfolded: may be wrong, is nobody else's business yet.

pub mod chain;
pub mod convert;
pub mod csr;
pub mod diagnose;
pub mod guide;
pub mod iis;
pub mod ledger;

use std::collections::HashSet;

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
    /// What to judge chains for, while it is being typed.
    pub judge_for: chain::JudgeFor,
    pub collection_filter: String,
    pub diagnose: diagnose::DiagnoseDraft,
    pub guide: guide::GuideDraft,
    pub iis: iis::IisDraft,
    pub ledger: ledger::LedgerDraft,
    pub palette: PaletteDraft,
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

/// A path being typed.
#[derive(Default)]
pub struct TypedPathDraft {
    pub text: String,
}
