//! The checks, by what they look at. Each area plans its checks without asking, and runs them with the run's
//! asker, telling each as it begins and ends.

pub mod addresses;
pub mod caa;
pub mod connection;
pub mod dns;
pub mod file;
pub mod page;
pub mod records;
pub mod tls;

use super::check::Check;

/// Where a check goes that has ended, or begun.
pub type Put<'a> = dyn Fn(Check) + Sync + 'a;
