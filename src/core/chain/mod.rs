//! Chains: which issuers lead from a certificate to a trusted root.
//! The bundle story asks only through [`find`]; how paths are built is this module's own business.

mod path;
mod pool;
mod roots;
mod trusters;

pub use path::{Ending, Path, find};
pub use pool::Pool;
pub use roots::Roots;
pub use trusters::{
    Cell, Client, KnownRoot, Source, Standing, State, Words, clients, known_root, summary,
    who_trusts,
};
