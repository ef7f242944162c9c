//! Words of IIS.

pub mod binding;
pub mod flag;
pub mod reason;
pub mod refusal;
pub mod script;
pub mod step;
pub mod version;
pub mod window;
