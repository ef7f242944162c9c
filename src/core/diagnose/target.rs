//! The names of a run as somebody typed or pasted them.

use crate::core::csr::names::{Advice, NameKind, advise};
use crate::core::env::DnsName;

/// Names that can be asked about, and what is to be said of what was typed.
#[derive(Clone, Debug, Default)]
pub struct Target {
    /// Each name once, in the order typed.
    pub names: Vec<DnsName>,
    /// What was cleaned, and what is wrong with names: its findings tell why one is refused.
    pub advice: Advice,
}

/// Reads a name, address of a page, e-mail address or list of names. IP addresses and what is no name are
/// left out of `names` and told in the advice.
pub fn read(text: &str) -> Target {
    let advice = advise(text);
    let mut names: Vec<DnsName> = Vec::new();
    for name in advice.usable() {
        if matches!(name.name.kind, NameKind::Ip(_)) {
            continue;
        }
        if let Some(name) = DnsName::parse(&name.name.ascii) {
            names.push(name);
        }
    }
    Target { names, advice }
}
