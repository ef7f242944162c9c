//! Chains: every path from a certificate to a root, judged by RFC 5280 and the rules of the web.
//!
//! [`ask`] answers a [`Question`]: [`search`] finds candidate paths (names or key identifiers that fit and
//! signatures that verify), [`judge`](fn@judge::judge) holds each to path validation (`rule`) and to the rules
//! on form (`form`), [`revocation`] asks the lists at hand. Work is bounded; reaching a bound is a finding.

pub mod aia;
mod answer;
mod ask;
mod form;
mod headline;
mod judge;
mod path;
mod pool;
mod question;
mod repair;
mod revocation;
mod roots;
mod row;
mod rule;
mod search;
mod second;
mod staple;
mod trusters;

pub use answer::{Answer, Ending as PathEnding, JudgedPath, Step};
pub use ask::ask;
pub use judge::Material;
pub use path::{Ending, Path, find};
pub use pool::Pool;
pub use question::{PeerName, PolicyWish, Profile, Question};
pub use repair::{Change, Form, Repair};
pub use revocation::Lists;
pub use roots::Roots;
pub use row::Row;
pub use second::{Opinion, finding as disagreement, opinion, system_opinion};
pub use staple::{Staple, staple};
pub use trusters::{
    Cell, Client, KnownRoot, Source, Standing, State, Words, clients, known_root, summary,
    who_trusts,
};
