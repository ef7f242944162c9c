//! What the window knows and what may happen to it: a pure model, actions, effects.
//! Knows no egui, thread, file or socket; words appear only in [`view`].

mod action;
pub mod apply;
pub mod chain;
pub mod convert;
pub mod csr;
pub mod csr_check;
pub mod diagnose;
pub mod drafts;
mod effect;
pub mod guide;
pub mod iis;
pub mod ledger;
mod model;
mod sample;
pub mod server;
pub mod settings;
mod undo;
pub mod view;

pub use action::{Action, DialogAnswer, OpenHow};
pub use apply::apply;
pub use drafts::Drafts;
pub use effect::{Effect, Picked, Saving};
pub use model::{
    Dialog, Ended, JobEntry, JobNumber, JobPurpose, Model, Notice, NoticeKind, Panel, Shell,
    Workspace,
};
pub use settings::{Language, Recent, Settings, ThemeChoice};
pub use undo::Membership;
