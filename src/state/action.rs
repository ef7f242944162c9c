//! What the user or the outside did. Panels push these; [`super::apply`] decides what follows.

use std::path::PathBuf;
use std::sync::Arc;

use zeroize::Zeroizing;

use crate::core::artifact::ArtifactId;
use crate::core::bundle::Source;
use crate::core::diagnose::Event;
use crate::core::finding::Id;
use crate::core::op::Outcome;
use crate::core::progress::Stage;
use crate::core::secret::Secret;

use super::chain::ChainAction;
use super::convert::ConvertAction;
use super::csr::CsrAction;
use super::csr_check::CheckAction;
use super::diagnose::DiagnoseAction;
use super::effect::{Picked, Saving};
use super::guide::GuideAction;
use super::iis::IisAction;
use super::ledger::LedgerAction;
use super::model::{JobNumber, Panel};
use super::server::ServerAction;
use super::settings::{Language, ThemeChoice};

/// Whether opened things join what is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenHow {
    /// Join.
    Add,
    /// Take its place.
    Replace,
}

/// What a system dialog or its typed way in answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DialogAnswer {
    /// These paths.
    Chosen(Vec<PathBuf>),
    /// Nothing: the user closed it.
    Closed,
    /// There is no such dialog on this system.
    Unavailable,
}

/// One thing that happened.
pub enum Action {
    AskAddFiles,
    AskOpenFiles,
    AskOpenFolder,
    AskOpenPath,
    AskPassword {
        group: usize,
    },
    AskSave(Saving),
    AnswerDialog {
        asked: Picked,
        answer: DialogAnswer,
    },
    Cancel(JobNumber),
    Chain(ChainAction),
    ChooseLanguage(Option<Language>),
    ChooseTheme(ThemeChoice),
    /// Takes a copied password off the clipboard.
    ClearCopied,
    ClearRecent,
    CloseDialog,
    CloseWorkspace,
    Convert(ConvertAction),
    Copy(String),
    /// Puts a password on the clipboard for a while.
    CopySecret(Arc<Secret>),
    Csr(CsrAction),
    CsrCheck(CheckAction),
    Diagnose(DiagnoseAction),
    DismissEnded,
    DismissNotice(u64),
    FinishJob {
        job: JobNumber,
        outcome: Outcome,
    },
    Guide(GuideAction),
    Iis(IisAction),
    /// A diagnosis tells what it learnt on its way.
    Learnt {
        number: JobNumber,
        events: Vec<Event>,
    },
    Ledger(LedgerAction),
    Open {
        sources: Vec<Source>,
        how: OpenHow,
    },
    OpenRecent(usize),
    OpenSample,
    Paste(Zeroizing<String>),
    ProgressJob {
        job: JobNumber,
        stage: Stage,
        done: u64,
        total: u64,
    },
    RequestPaste,
    RunAgain,
    SaveTo {
        what: Saving,
        path: PathBuf,
        replace: bool,
    },
    Server(ServerAction),
    Show(Panel),
    ShowCertificate(ArtifactId),
    /// Unfolds further findings of an id.
    ShowMore(Id),
    SubmitPassword {
        group: usize,
        secret: Arc<Secret>,
    },
    TogglePalette,
    Undo,
}
