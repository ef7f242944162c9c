//! The bundle: everything that was opened together, and its story.

pub mod chains;
mod check;
pub mod gather;
mod identity;
pub mod inspect;
mod inspection;
mod judge;
mod made_for;
mod open;
mod passwords;
mod scene;
mod shelf;
pub mod source;
pub mod story;
mod surrender;
pub mod trust;
pub mod unlock;
mod vault;

pub use chains::Chains;
pub use check::renewal_days;
pub use inspection::{Inspection, LockedGroup, Opened};
pub use source::Source;
pub use story::{Identity, KeyState, MadeFor, Story};
