//! The command line: arguments to requests, reports to text or JSON, exit codes.

mod args;
mod ask;
mod catalogue;
mod chain;
mod convert;
mod csr;
mod diagnose;
mod elevated;
mod guide;
mod iis;
mod inspect;
mod json;
mod ledger;
mod open;
mod output;
mod run;
mod served;
mod watch;

pub use args::command;
pub use json::inspection as json_of_inspection;
pub use run::run;
