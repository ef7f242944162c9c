//! Certificate requests: which names, which subject, which key; made, checked, and told of beforehand what a
//! CA will refuse.

pub mod country;
pub mod create;
pub mod key_choice;
pub mod names;
pub mod spec;
pub mod subject;

pub use key_choice::{Curve, NewKey};
pub use spec::{AltName, Spec, Subject, SubjectField};
