//! Words of IIS.

pub mod fault;
pub mod flag;
pub mod panel;
pub mod refusal;
pub mod step;
pub mod version;
pub mod way;
