//! The checks, by what they look at. Each area plans its checks without asking, and runs them with the run's
//! asker, telling each as it begins and ends.

pub mod caa;
pub mod dns;
pub mod file;
pub mod records;

use super::check::Check;

/// Where a check goes that has ended, or begun.
pub type Put<'a> = dyn Fn(Check) + Sync + 'a;
