//! Chains: which issuers lead from a certificate to a trusted root.
//! The bundle story asks only through [`find`]; how paths are built is this module's own business.

pub mod aia;
mod path;
mod pool;
mod roots;

pub use path::{Ending, Path, find};
pub use pool::Pool;
pub use roots::Roots;
