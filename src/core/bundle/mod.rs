//! The bundle: everything that was opened together, and its story.

pub mod inspect;
mod inspection;
pub mod source;
pub mod story;
pub mod trust;
pub mod unlock;

pub use inspection::{Inspection, LockedGroup, Opened};
pub use source::Source;
pub use story::{Identity, KeyState, MadeFor, Story};
