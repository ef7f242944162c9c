//! Why a CA does not issue for a name, or why a browser does not trust it: what DNS says of it, from where it
//! is asked, whom its CAA records let issue, whether the CA would find what proves control; what its servers
//! send at each address, and what the page behind them loads.
//!
//! `ask` asks and remembers, `checks` judge what was heard, one check a file. A run tells what it learns as it
//! goes ([`Event`]) and ends with a [`Diagnosis`].

pub mod ask;
pub mod authority;
mod check;
pub mod checks;
pub mod dnssec;
pub mod expected;
pub mod fetch;
mod plan;
pub mod publish;
mod report;
mod request;
pub mod resolvers;
mod run;
mod setup;
pub mod target;
pub mod watch;

pub use check::{Check, CheckId, CheckKey, Lane, Mark, Skip, State, Summary};
pub use plan::{Contacted, Role, contacts, is_inside, plan};
pub use report::{Diagnosis, Event, Served, put};
pub use request::{Against, HTTPS_PORT, Profile, Request};
pub use run::run;
pub use setup::{Families, PortMap, Setup};
