//! What the window knows about IIS: what was read, which bindings are chosen, the plan for them, and what
//! was done.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use crate::core::iis::act::Acted;
use crate::core::iis::history::{History, PlanId, Undone};
use crate::core::iis::plan::{BindingAt, Fix};
use crate::core::iis::planned::Planned;
use crate::core::iis::scan::Scan;
use crate::core::problem::Failure;
use crate::core::progress::Stage;

use super::model::JobNumber;

/// Something done in the IIS panel.
pub enum IisAction {
    /// Asks before the plan is carried out.
    AskApply,
    /// Asks what shall become of a binding.
    AskEdit(BindingAt),
    /// Shows what was done to the configuration.
    AskHistory,
    /// Asks for files to read.
    AskOpen,
    /// Asks for a folder of files to read.
    AskOpenFolder,
    /// Carries the plan out.
    Apply,
    /// Has the helper carry it out, with the rights of an administrator.
    ApplyElevated,
    /// Clears all marks.
    ClearSelection,
    /// Puts away what an act or a scan ended with.
    DismissEnded,
    /// What is wished for one binding by hand; nothing leaves it to what its findings suggest.
    Edit(BindingAt, Vec<Fix>),
    /// Marks or unmarks these bindings.
    Mark(Vec<BindingAt>, bool),
    /// Shows or hides the details of a binding.
    Open(Option<BindingAt>),
    /// Reads these files and folders.
    Scan(Vec<PathBuf>),
    /// Reads the same again.
    ScanAgain,
    /// Reads what this computer has.
    ScanComputer,
    /// Takes an act back; the newest in force when not said.
    Undo(Option<PlanId>),
}

/// What is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Files and folders.
    Paths(Vec<PathBuf>),
    /// This computer.
    Computer,
}

/// How far reading is. What was read before stays in sight meanwhile.
#[derive(Default)]
pub enum Scanning {
    /// Nobody asked for it.
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

/// How the last act ended, or how far it is.
#[derive(Default)]
pub enum Acting {
    #[default]
    Nothing,
    Running(JobNumber),
    Applied(Box<Acted>),
    Undone(Undone),
    Failed(Failure),
    Cancelled,
}

/// IIS.
#[derive(Default)]
pub struct Iis {
    pub origin: Option<Origin>,
    pub scanning: Scanning,
    pub scan: Option<Arc<Scan>>,
    /// Grows with every scan.
    pub scan_revision: u64,
    /// Marked bindings.
    pub marked: BTreeSet<BindingAt>,
    /// What is wished for by hand, by binding.
    pub edits: BTreeMap<BindingAt, Vec<Fix>>,
    /// The binding whose details are shown.
    pub open: Option<BindingAt>,
    /// The job that makes the plan.
    pub planning: Option<JobNumber>,
    /// The plan for what is marked and wished; that of before while it is made anew.
    pub planned: Option<Arc<Planned>>,
    pub acting: Acting,
    pub history: Option<History>,
    /// Grows with every change, for the views.
    pub revision: u64,
}

impl Iis {
    /// Whether the plan is the one for what is marked now.
    pub fn is_plan_current(&self) -> bool {
        self.planning.is_none() && self.planned.is_some()
    }

    /// Whether an act is under way.
    pub fn is_acting(&self) -> bool {
        matches!(self.acting, Acting::Running(_))
    }

    /// The configuration.
    pub fn config(&self) -> Option<&PathBuf> {
        self.scan.as_ref().map(|scan| &scan.path)
    }
}
