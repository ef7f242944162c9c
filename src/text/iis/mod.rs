//! Words of IIS.

pub mod act;
pub mod binding;
pub mod refusal;
pub mod script;
pub mod step;
pub mod version;
