//! Words of IIS.

pub mod act;
pub mod binding;
pub mod elevation;
pub mod fault;
pub mod flag;
pub mod import;
pub mod listing;
pub mod reason;
pub mod refusal;
pub mod script;
pub mod step;
pub mod version;
pub mod way;
pub mod window;
