//! Cipher suites by their numbers.

use serde::Serialize;

/// A cipher suite by its number in IANA's registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Suite(pub u16);
