//! Everything the window knows. Changed by [`super::apply`] only.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;

use crate::core::artifact::ArtifactId;
use crate::core::bundle::{Inspection, KeyState, Source};
use crate::core::convert::run::Converted;
use crate::core::finding::Id;
use crate::core::iis::plan::BindingAt;
use crate::core::ledger::EntryId;
use crate::core::problem::Failure;
use crate::core::progress::Stage;
use crate::core::secret::Secret;
use crate::core::time::Moment;

use super::action::OpenHow;
use super::chain::Chain;
use super::convert::Convert;
use super::csr::{Csr, ReadFor};
use super::csr_check::CsrCheck;
use super::diagnose::Diagnose;
use super::drafts::convert::Step;
use super::effect::Saving;
use super::guide::Guide;
use super::iis::Iis;
use super::ledger::Ledger;
use super::server::Server;
use super::settings::{Language, Settings};
use super::undo::{Membership, Undo};

/// A panel that exists. Later ones are added here and in `ui::panels`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Panel {
    #[default]
    Bundle,
    Certificate,
    Chain,
    Convert,
    Csr,
    Diagnose,
    Guide,
    Iis,
    Settings,
}

/// What is opened, and its story.
#[derive(Clone)]
pub struct Workspace {
    /// What the user opened.
    pub membership: Membership,
    /// The story.
    pub inspection: Arc<Inspection>,
    /// When it was opened.
    pub opened_at: Moment,
}

/// Number of a job, unique within one sitting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct JobNumber(pub u64);

/// Why a job runs.
pub enum JobPurpose {
    /// Checks a request that is open.
    CheckCsr,
    /// Makes the result of the conversion in memory.
    Convert,
    /// Makes key and request.
    CreateCsr,
    /// Reads a file for the request.
    CsrRead(ReadFor, PathBuf),
    /// Finds out why a CA does not issue.
    Diagnose,
    /// Asks the addresses a certificate names for its issuer.
    FetchIssuers,
    /// Gets the certificates that a server sends.
    FetchServed,
    /// Judges the chains of what is open.
    JudgeChains,
    /// Carries a plan for IIS out, or takes one back.
    IisAct,
    /// Looks at what was done to the configuration.
    IisHistory,
    /// Makes the plan for chosen bindings.
    IisPlan,
    /// Reads the configuration of IIS.
    IisScan,
    /// Changes the ledger of requests.
    LedgerChange,
    /// Lists entries of the ledger.
    LedgerList,
    /// Asks the ledger for the keys that this lacks.
    LedgerLook(Arc<Inspection>),
    /// Opens these sources; they become the workspace when it is done.
    Open {
        membership: Membership,
        /// Whether the change is one that Ctrl+Z takes back.
        undoable: bool,
    },
    /// Tries one more password on the workspace of this revision.
    Unlock {
        revision: u64,
        group: usize,
        secret: Arc<Secret>,
    },
    /// Writes a file.
    Save { what: Saving, path: PathBuf },
    /// Takes back what was written.
    UndoConverted(Arc<Converted>),
    /// Writes the result of the conversion.
    WriteConverted,
}

impl JobPurpose {
    /// Whether it opens or unlocks: what comes of it is the workspace.
    pub const fn is_opening(&self) -> bool {
        matches!(self, Self::Open { .. } | Self::Unlock { .. })
    }

    /// Whether it may be stopped without leaving half of something behind: whatever does not write.
    pub const fn is_reading(&self) -> bool {
        self.is_about_workspace()
            || matches!(
                self,
                Self::CheckCsr
                    | Self::CreateCsr
                    | Self::CsrRead(..)
                    | Self::Diagnose
                    | Self::FetchServed
                    | Self::IisHistory
                    | Self::IisPlan
                    | Self::IisScan
                    | Self::LedgerList
            )
    }

    /// Whether it reads what is open: another opening makes it pointless.
    pub const fn is_about_workspace(&self) -> bool {
        self.is_opening()
            || matches!(
                self,
                Self::Convert | Self::FetchIssuers | Self::JudgeChains | Self::LedgerLook(_)
            )
    }
}

/// A job that runs.
pub struct JobEntry {
    pub number: JobNumber,
    pub purpose: JobPurpose,
    /// Uptime at its start; it is shown 150 ms later.
    pub started_secs: f64,
    pub stage: Option<Stage>,
    pub done: u64,
    pub total: u64,
}

/// How the last opening ended when it brought no story.
pub enum Ended {
    /// The user stopped it.
    Cancelled {
        membership: Membership,
        stage: Option<Stage>,
        done: u64,
        total: u64,
    },
    /// It could not be done.
    Failed {
        membership: Membership,
        failure: Failure,
    },
}

/// What a notice tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Text went to the clipboard.
    Copied,
    /// A password went to the clipboard for a while.
    SecretCopied,
    /// The clipboard holds nothing that could be opened.
    NothingToPaste,
    /// A file was written.
    Saved(PathBuf),
    /// A file was not written, or the answer could not be tried.
    Failed(Failure),
    /// The password opened something.
    Unlocked { opened: usize, left: usize },
    /// Opened for trying out; judged for a fixed moment.
    MembershipRestored,
}

/// Something that happened; kept until dismissed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub number: u64,
    pub kind: NoticeKind,
}

/// The dialog on top of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// Asks before servers are asked about names.
    DiagnoseContacts,
    /// Asks what the CA expects.
    DiagnoseExpected,
    /// Shows the runs before, and what changed.
    DiagnoseHistory,
    /// Asks how to ask.
    DiagnoseOptions,
    /// Asks before the addresses that a certificate names are contacted.
    FetchIssuers,
    /// Asks whose certificates to open, and shows how far that is.
    OpenServer,
    /// Asks before a plan for IIS is carried out.
    IisApply,
    /// Asks what shall become of a binding.
    IisEdit(BindingAt),
    /// Shows what was done to the configuration of IIS.
    IisHistory,
    /// Asks before an entry of the ledger is forgotten.
    ForgetEntry(EntryId),
    /// Asks what to judge chains for.
    JudgeFor,
    /// Says that a file of the result is there already and will be kept as a copy.
    KeepCopy { path: PathBuf },
    /// Asks for the password of a locked group.
    Password {
        group: usize,
        /// Whether the answer before this one opened nothing.
        is_refused: bool,
    },
    /// Asks whether a file may be replaced.
    Replace { what: Saving, path: PathBuf },
    /// Asks for the path of a file to read for the request, where no system dialog is available.
    TypedCsr { what: ReadFor },
    /// Asks for the path of something to open, where no system dialog is available.
    TypedOpen { how: OpenHow },
    /// The same for what to read of IIS.
    TypedScan,
    /// Asks for the path of a file to write, where no system dialog is available.
    TypedSave { what: Saving },
}

/// A command language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shell {
    PowerShell,
    #[default]
    Sh,
}

/// Everything the window knows.
#[derive(Default)]
pub struct Model {
    /// The clock, set by the app before each action.
    pub now: Moment,
    /// Seconds since the window opened, set by the app before each action.
    pub uptime_secs: f64,
    /// What is opened.
    pub workspace: Option<Workspace>,
    /// Grows whenever the workspace or the language changes; views of an older one are dropped.
    pub revision: u64,
    pub panel: Panel,
    /// The certificate that the certificate panel shows.
    pub certificate: Option<ArtifactId>,
    /// The chains of what is open.
    pub chain: Chain,
    /// The conversion the window is at.
    pub convert: Convert,
    /// The request the window is at.
    pub csr: Csr,
    /// The check of a request that exists.
    pub csr_check: CsrCheck,
    /// Why a CA does not issue.
    pub diagnose: Diagnose,
    /// The guide.
    pub guide: Guide,
    /// IIS, here or from a server elsewhere.
    pub iis: Iis,
    /// The ledger of requests.
    pub ledger: Ledger,
    /// The server whose certificates are opened.
    pub server: Server,
    pub settings: Settings,
    /// The system's language, used until the user chooses one.
    pub system_language: Language,
    /// The shell that users of this system paste into.
    pub shell: Shell,
    pub jobs: Vec<JobEntry>,
    pub ended: Option<Ended>,
    pub notices: Vec<Notice>,
    pub dialog: Option<Dialog>,
    pub is_palette_open: bool,
    /// How many further findings of an id are unfolded.
    pub unfolded: BTreeMap<Id, usize>,
    /// Seconds from UTC to the user's clock, set by the app when something is opened.
    pub offset_secs: i32,
    pub undo: Undo,
    /// Addresses that were contacted in this sitting.
    pub contacted: BTreeSet<IpAddr>,
    /// Passwords that opened something in this sitting.
    pub remembered: Vec<Arc<Secret>>,
    pub last_number: u64,
    /// The password on the clipboard.
    pub copied: Option<CopiedSecret>,
}

/// A password that was put on the clipboard.
pub struct CopiedSecret {
    pub secret: Arc<Secret>,
    /// Uptime at which it is taken off again.
    pub clear_at_secs: f64,
}

impl Model {
    /// The language of the window.
    pub fn language(&self) -> Language {
        self.settings.language.unwrap_or(self.system_language)
    }

    /// Seconds until a copied password has to leave the clipboard; 0 when it is time.
    pub fn copied_due_in_secs(&self) -> Option<f64> {
        self.copied
            .as_ref()
            .map(|copied| (copied.clear_at_secs - self.uptime_secs).max(0.0))
    }

    /// The story, when something is opened.
    pub fn inspection(&self) -> Option<&Arc<Inspection>> {
        self.workspace
            .as_ref()
            .map(|workspace| &workspace.inspection)
    }

    /// The sources that are opened.
    pub fn sources(&self) -> &[Source] {
        self.workspace
            .as_ref()
            .map_or(&[], |workspace| &workspace.membership.sources)
    }

    /// Whether this computer can have an IIS: its shell is PowerShell.
    pub fn may_have_iis(&self) -> bool {
        self.shell == Shell::PowerShell
    }

    /// The job that opens or unlocks, when one runs.
    pub fn opening(&self) -> Option<&JobEntry> {
        self.jobs.iter().rev().find(|job| job.purpose.is_opening())
    }

    pub(super) fn next_number(&mut self) -> u64 {
        self.last_number += 1;
        self.last_number
    }

    pub(super) fn notify(&mut self, kind: NoticeKind) {
        self.notices.retain(|notice| notice.kind != kind);
        let number = self.next_number();
        self.notices.push(Notice { number, kind });
    }

    /// Replaces the workspace; everything derived from the old one is out of date.
    pub(super) fn set_workspace(&mut self, workspace: Option<Workspace>) {
        self.certificate = workspace
            .as_ref()
            .and_then(|workspace| first_certificate(&workspace.inspection));
        let is_continued = match (&self.workspace, &workspace) {
            (Some(old), Some(new)) => new.membership.continues(&old.membership),
            _ => false,
        };
        self.chain = self.chain.begun_anew(is_continued);
        self.workspace = workspace;
        self.begin_conversion();
        self.csr.forget_open_key();
        self.unfolded.clear();
        self.revision += 1;
    }

    /// A conversion of what is open now. The source needs no question when one leaf has its key.
    fn begin_conversion(&mut self) {
        let has_key = |key: &KeyState| matches!(key, KeyState::Proven(_) | KeyState::NotChecked(_));
        let with_key = self.inspection().map_or(0, |open| {
            let identities = open.story.identities.iter();
            identities.filter(|identity| has_key(&identity.key)).count()
        });
        let (revision, number) = (self.convert.revision + 1, self.convert.number + 1);
        self.undo.forget_drafts();
        self.convert = Convert {
            revision,
            number,
            ..Convert::default()
        };
        if with_key == 1 {
            self.convert.draft.step = Step::Target;
        }
    }
}

/// The leaf of the likeliest identity, else the first certificate there is.
fn first_certificate(inspection: &Inspection) -> Option<ArtifactId> {
    let leaf = inspection
        .story
        .identities
        .first()
        .and_then(|identity| identity.copies.first())
        .copied();
    leaf.or_else(|| {
        inspection
            .artifacts
            .iter()
            .find(|artifact| artifact.certificate().is_some())
            .map(|artifact| artifact.id)
    })
}
