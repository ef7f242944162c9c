//! What the window knows about the chains of what is open: what they are judged for, how far that is,
//! what is chosen in the graph, and what came from the issuers' addresses.

use std::path::PathBuf;
use std::sync::Arc;

use crate::core::bundle::Chains;
use crate::core::chain::aia::Issuers;
use crate::core::chain::{Answer, Form};
use crate::core::problem::Failure;
use crate::core::progress::Stage;
use crate::core::x509::Certificate;

use super::drafts::chain::JudgeFor;
use super::model::JobNumber;

/// Something done in the chain panel.
pub enum ChainAction {
    /// Adds what came from the issuers to what is open.
    AddFetched,
    /// Asks before the issuer's addresses are contacted.
    AskFetch,
    /// Asks what to judge for.
    AskJudgeFor,
    /// Shows another certificate's chains.
    ChooseAnswer(usize),
    /// Highlights a path.
    ChoosePath(usize),
    /// Lets go of what came from the issuers.
    DiscardFetched,
    /// Contacts the issuer's addresses; these hosts of the own network too.
    Fetch { agreed_hosts: Vec<String> },
    /// Judges anew, for this.
    JudgeFor(JudgeFor),
    /// Judges again.
    Judge,
    /// Keeps the root in repaired files.
    KeepRoot(bool),
    /// Shows or hides the details of a certificate of the graph.
    Select(Option<usize>),
    /// Shows the panel, for this identity where it is known.
    Show(Option<usize>),
}

/// How far judging is. What was judged before stays in sight while it is judged anew.
#[derive(Default)]
pub enum Judging {
    /// Nobody has looked yet.
    #[default]
    NotBegun,
    Running(JobNumber),
    /// The user stopped it.
    Cancelled {
        stage: Option<Stage>,
        done: u64,
        total: u64,
    },
    Failed(Failure),
    Done,
}

/// How far fetching issuers is.
#[derive(Default)]
pub enum Fetching {
    #[default]
    NotBegun,
    Running(JobNumber),
    Cancelled,
    Failed(Failure),
    /// What came; nothing is added yet.
    Came(Arc<Issuers>),
}

/// The chains of what is open.
#[derive(Default)]
pub struct Chain {
    pub judged_for: JudgeFor,
    pub judging: Judging,
    pub chains: Option<Arc<Chains>>,
    /// The certificate whose chains are shown, by number of its answer.
    pub answer: usize,
    /// The path that is highlighted.
    pub path: usize,
    /// The certificate of the graph whose details are shown.
    pub selected: Option<usize>,
    pub with_root: bool,
    /// What was written last, and where.
    pub written: Option<(Form, PathBuf)>,
    pub fetching: Fetching,
    /// Grows with every change, for the views.
    pub revision: u64,
}

impl Chain {
    /// The answer that is shown.
    pub fn shown(&self) -> Option<&Answer> {
        self.chains.as_ref()?.answers.get(self.answer)
    }

    /// The certificate whose issuer is missing at the end of the best path.
    pub fn without_issuer(&self) -> Option<&Arc<Certificate>> {
        let best = self.shown()?.best()?;
        let is_missing = best.ending == crate::core::chain::PathEnding::MissingIssuer;
        let last = best.steps.last().filter(|_| is_missing)?;
        Some(&last.certificate)
    }

    /// The state for what is opened now. What to judge for stays while the same things are open.
    pub(super) fn begun_anew(&self, keeps_wish: bool) -> Self {
        Self {
            judged_for: match keeps_wish {
                true => self.judged_for.clone(),
                false => JudgeFor::default(),
            },
            revision: self.revision + 1,
            ..Self::default()
        }
    }
}
