//! Conversion: keys and chains become what a server reads, with the protection it understands.
//! [`Material`] is what a bundle offers, [`Choice`] what the user wants, [`Plan`] what will be made of both.

mod choice;
mod format;
mod make;
mod material;
pub mod names;
pub mod password;
mod plan;
pub mod readers;
mod recipe;
mod refusal;
pub mod run;
mod select;
mod target;
pub mod undo;

pub use choice::{Choice, Provider};
pub use format::{Format, PemLayout};
pub use material::{Entry, Material};
pub use names::FileRole;
pub use plan::{Note, Plan, PlannedEntry, PlannedFile, plan};
pub use readers::{PasswordShape, Readable, Reader, Reason, Shape};
pub use recipe::Recipe;
pub use refusal::Refusal;
pub use run::{Converted, Destination, Made, MadeFile, Passwords};
pub use target::Target;
