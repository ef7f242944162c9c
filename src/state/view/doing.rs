//! What a button in a view does.

use super::command_line;
use crate::core::artifact::{ArtifactId, Fingerprint};
use crate::core::finding::Id;
use crate::state::action::Action;
use crate::state::chain::ChainAction;
use crate::state::convert::ConvertAction;
use crate::state::csr::CsrAction;
use crate::state::drafts::convert::Offer;
use crate::state::effect::Saving;
use crate::state::model::Model;

/// What a button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    AddFiles,
    /// Converts, for this place and leaf where they are known.
    Convert(Option<Offer>, Option<Fingerprint>),
    CopyCommandLine,
    EnterPassword(usize),
    /// Asks the issuer's server for what is missing.
    FetchIssuers,
    /// Begins a request with this certificate or request.
    Renew(ArtifactId),
    Save(Saving),
    ShowCertificate(ArtifactId),
    /// Shows the chains of this identity.
    ShowChain(usize),
    ShowMore(Id),
}

impl Doing {
    /// The action behind it.
    pub fn action(self, model: &Model) -> Option<Action> {
        Some(match self {
            Self::AddFiles => Action::AskAddFiles,
            Self::Convert(offer, leaf) => Action::Convert(ConvertAction::Open { offer, leaf }),
            Self::CopyCommandLine => Action::Copy(command_line(model)?),
            Self::EnterPassword(group) => Action::AskPassword { group },
            Self::FetchIssuers => Action::Chain(ChainAction::AskFetch),
            Self::Renew(id) => Action::Csr(CsrAction::Begin(id)),
            Self::Save(what) => Action::AskSave(what),
            Self::ShowCertificate(id) => Action::ShowCertificate(id),
            Self::ShowChain(index) => Action::Chain(ChainAction::Show(Some(index))),
            Self::ShowMore(id) => Action::ShowMore(id),
        })
    }
}
