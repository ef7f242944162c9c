//! Certificate requests: which names, which subject, which key; made, checked, and told of beforehand what a
//! CA will refuse.

pub mod check;
pub mod country;
pub mod create;
pub mod encode;
pub mod generate;
pub mod key_choice;
pub mod names;
mod refusal;
pub mod sign;
pub mod spec;
pub mod start;
pub mod subject;

pub use key_choice::{Curve, NewKey};
pub use refusal::{Charset, Refusal};
pub use spec::{AltName, Spec, Subject, SubjectField};
