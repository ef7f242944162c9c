//! Plans: wishes turned into edits of the file and entries of http.sys, all looked at together before
//! anything is written.

mod certificate;
mod collide;
mod diff;
mod draft;
mod edit;
mod file;
mod fix;
mod ground;
mod host;
mod make;
mod proof;
mod refusal;
mod suggest;

pub use certificate::key_of;
pub use diff::{DiffLine, Hunk, hunks};
pub use edit::{Edit, spliced};
pub use file::{PlanFile, PlanFileFault, Remade};
pub use fix::{BindingAt, BindingName, Fix};
pub use ground::{Ground, Names};
pub use host::{HostFault, checked as checked_host};
pub use make::make;
pub use proof::{Disproof, prove};
pub use refusal::Refusal;
pub use suggest::{Wanted, likely_host, suggest};

use super::http_sys::SslEntry;

/// Changes that are not made yet.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// What will be done, in the order of the wishes.
    pub steps: Vec<Step>,
    /// Wishes that are not carried out, by number counted from 0, and why.
    pub refused: Vec<(u32, Refusal)>,
    /// All edits of the text, sorted.
    pub edits: Vec<Edit>,
}

impl Plan {
    /// Entries that http.sys needs, before the file is changed.
    pub fn entries(&self) -> impl Iterator<Item = &SslEntry> {
        self.steps.iter().filter_map(|step| step.entry.as_ref())
    }

    /// Whether anything is to be done at all.
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty() && self.entries().next().is_none()
    }
}

/// One wish that will be carried out.
#[derive(Clone, Debug)]
pub struct Step {
    /// Number of the wish, counted from 0.
    pub number: u32,
    /// The wish.
    pub fix: Fix,
    /// The binding.
    pub at: BindingAt,
    /// Its line.
    pub line: u32,
    /// What changes in the text; nothing when the file says so already.
    pub changes: Vec<Change>,
    /// `bindingInformation` as it will be, where that changes.
    pub information: Option<Box<str>>,
    /// `sslFlags` of the binding that is added.
    pub new_flags: u32,
    /// The entry that http.sys needs for it.
    pub entry: Option<SslEntry>,
}

/// One change of the text as people see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What stands there now; `None` for what is added.
    pub old: Option<String>,
    /// What will stand there; `None` for what goes.
    pub new: Option<String>,
}
