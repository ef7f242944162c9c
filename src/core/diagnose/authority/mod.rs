//! CAs, their brands and issuer domains: a dated table, and whatever the user adds.

mod table;

use serde::{Deserialize, Serialize};

pub use table::{LISTED, Listed, TABLE_DATE};

use crate::core::env::DnsName;

/// A CA as far as CAA knows it. What the user adds is a list of these; a row with the name of a built-in one
/// takes its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Authority {
    /// What people call it.
    pub name: String,
    /// Issuer domains that it recognises in CAA records, the one to write first.
    pub domains: Vec<String>,
}

impl Authority {
    /// The CA behind a brand, a name or an issuer domain, from the built-in table; any other domain stands for
    /// itself. `None` where the text is neither.
    pub fn find(text: &str) -> Option<Self> {
        Self::find_among(text, &[])
    }

    /// The same with rows of the user's own, which come first.
    pub fn find_among(text: &str, own: &[Self]) -> Option<Self> {
        let wanted = folded(text);
        if wanted.is_empty() {
            return None;
        }
        let is_own = |one: &&Self| {
            folded(&one.name) == wanted || one.domains.iter().any(|domain| folded(domain) == wanted)
        };
        if let Some(found) = own.iter().find(is_own) {
            return Some(found.clone());
        }
        let listed = LISTED.iter().find(|one| one.answers_to(&wanted));
        listed
            .map(Listed::authority)
            .or_else(|| Self::of_domain(text))
    }

    /// A CA known by nothing but the domain to write into CAA; `None` where the text is no domain name.
    pub fn of_domain(text: &str) -> Option<Self> {
        let name = DnsName::parse(text)?;
        let is_domain = name.labels().count() > 1 && !name.as_str().contains(['*', '_']);
        is_domain.then(|| Self {
            name: name.to_string(),
            domains: vec![name.as_str().to_owned()],
        })
    }

    /// Every CA to choose from, those that issue no more last: the user's rows in place of built-in ones of the
    /// same name.
    pub fn all(own: &[Self]) -> Vec<Self> {
        let is_own = |row: &&Listed| own.iter().any(|one| folded(&one.name) == folded(row.name));
        let built_in = |is_retired: bool| {
            LISTED
                .iter()
                .filter(move |row| row.retired.is_some() == is_retired && !is_own(row))
                .map(Listed::authority)
        };
        let own = own.iter().cloned();
        own.chain(built_in(false)).chain(built_in(true)).collect()
    }

    /// Its row of the built-in table, by name or issuer domain.
    pub fn listed(&self) -> Option<&'static Listed> {
        let name = folded(&self.name);
        LISTED.iter().find(|row| {
            folded(row.name) == name
                || self.domains.iter().any(|domain| {
                    let domain = folded(domain);
                    row.domains.iter().any(|one| folded(one) == domain)
                })
        })
    }

    /// The domain to write into CAA records; empty only where the user gave none.
    pub fn to_write(&self) -> &str {
        self.domains.first().map_or("", String::as_str)
    }

    /// Whether an issuer domain of a CAA record is one of its own; compared as DNS does.
    pub fn recognises(&self, domain: &str) -> bool {
        let is_same = |own: &String| {
            let (own, other) = (DnsName::parse(own), DnsName::parse(domain));
            own.is_some() && own == other
        };
        self.domains.iter().any(is_same)
    }
}

/// Letters and digits of a name in lower case, dots kept: `Let’s Encrypt` is `letsencrypt`.
fn folded(text: &str) -> String {
    let kept = text
        .trim()
        .trim_end_matches('.')
        .chars()
        .filter(|char| char.is_alphanumeric() || *char == '.');
    kept.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests;
