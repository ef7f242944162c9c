//! The revocation lists at hand, by issuer.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use crate::core::x509::RevocationList;
use crate::core::x509::crl::CrlScope;
use crate::core::x509::name::DistinguishedName;

/// A list with what it says about itself, read at the first question.
pub struct Held {
    /// The list.
    pub list: Arc<RevocationList>,
    scope: OnceLock<CrlScope>,
}

impl Held {
    /// What it says about itself.
    pub fn scope(&self) -> &CrlScope {
        self.scope.get_or_init(|| self.list.scope())
    }

    /// Whether it holds changes since another list only.
    pub fn is_delta(&self) -> bool {
        self.scope().delta_base.is_some()
    }
}

/// Revocation lists, complete ones and deltas.
#[derive(Default)]
pub struct Lists {
    by_issuer: HashMap<Box<str>, Vec<Held>>,
}

impl Lists {
    /// Lists by their issuers.
    pub fn new(lists: impl IntoIterator<Item = Arc<RevocationList>>) -> Self {
        let mut by_issuer: HashMap<Box<str>, Vec<Held>> = HashMap::new();
        for list in lists {
            let held = by_issuer.entry(list.issuer.key()).or_default();
            held.push(Held {
                list,
                scope: OnceLock::new(),
            });
        }
        Self { by_issuer }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.by_issuer.is_empty()
    }

    /// Whether there is one by this issuer.
    pub fn has(&self, issuer: &DistinguishedName) -> bool {
        !self.by_issuer.is_empty() && self.by_issuer.contains_key(&issuer.key())
    }

    /// Lists by this issuer.
    pub fn by(&self, issuer: &DistinguishedName) -> &[Held] {
        let held = self.by_issuer.get(&issuer.key());
        held.map(Vec::as_slice).unwrap_or_default()
    }
}
