//! What is known beside what was typed: CAs and resolvers of the tables and the settings, and names of
//! what is open.

use crate::core::artifact::Content;
use crate::core::diagnose::authority::Authority;
use crate::core::diagnose::expected::Expected;
use crate::core::diagnose::resolvers;
use crate::core::env::{DnsName, DnsServer};
use crate::state::model::Model;
use crate::state::settings::Settings;

/// Names of what is open that are offered.
const OFFERED: usize = 12;

/// Names that are at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offered {
    /// Of a certificate that is open.
    Certificate(String, Vec<String>),
    /// Of a request that is open.
    Request(String, Vec<String>),
    /// Of the request being made.
    Wizard(String),
}

impl Offered {
    /// The names as one types them.
    pub fn names(self) -> String {
        match self {
            Self::Certificate(_, names) | Self::Request(_, names) => names.join(", "),
            Self::Wizard(names) => names,
        }
    }
}

/// CAs to choose from, those of the settings first.
pub fn authorities(settings: &Settings) -> Vec<String> {
    let all = Authority::all(&settings.authorities);
    all.into_iter().map(|one| one.name).collect()
}

/// An issuer domain as typed, in A-labels; `None` while it is none.
pub fn domain(text: &str) -> Option<String> {
    let domain = Authority::of_domain(text)?;
    domain.domains.into_iter().next()
}

/// The well-known resolvers that are asked: those of the settings, else those that are built in.
pub fn public_resolvers(settings: &Settings) -> Vec<DnsServer> {
    if settings.resolvers.is_empty() {
        return resolvers::public();
    }
    let lines = settings.resolvers.iter();
    lines.filter_map(|line| DnsServer::parse(line)).collect()
}

/// Resolvers as typed, one a line or with commas between.
pub fn typed_resolvers(text: &str) -> Vec<DnsServer> {
    let parts =
        text.split(|char: char| char.is_whitespace() || matches!(char, ',' | ';' | '，' | '；'));
    parts.filter_map(DnsServer::parse).collect()
}

/// What is no resolver in such a text.
pub fn no_resolver(text: &str) -> Option<&str> {
    let mut parts =
        text.split(|char: char| char.is_whitespace() || matches!(char, ',' | ';' | '，' | '；'));
    parts.find(|part| !part.is_empty() && DnsServer::parse(part).is_none())
}

/// The names that what is expected is about.
pub fn names_of(expected: &[Expected]) -> String {
    let mut names: Vec<String> = Vec::new();
    for one in expected {
        let name = match one {
            Expected::Txt { name, .. } | Expected::Cname { name, .. } => without_mark(name),
            Expected::File { url, .. } => host_of(url),
        };
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

/// A record's name without the labels that only validation has.
fn without_mark(name: &DnsName) -> String {
    let labels: Vec<&str> = name
        .labels()
        .skip_while(|label| label.starts_with('_'))
        .collect();
    labels.join(".")
}

fn host_of(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host.split(':').next().unwrap_or_default().to_owned()
}

/// Names of what is open and of the request being made.
pub fn offered(model: &Model) -> Vec<Offered> {
    let mut all = Vec::new();
    if let Some(open) = model.inspection() {
        for identity in &open.story.identities {
            let names: Vec<String> = identity.leaf.dns_names().map(str::to_owned).collect();
            if let Some(first) = names.first() {
                all.push(Offered::Certificate(first.clone(), names));
            }
        }
        for artifact in &open.artifacts {
            let Content::Csr(request) = &artifact.content else {
                continue;
            };
            let names = request.host_names();
            if let Some(first) = names.first() {
                all.push(Offered::Request(first.clone(), names));
            }
        }
    }
    let typed = model.csr.draft.names.trim();
    if !typed.is_empty() {
        all.push(Offered::Wizard(typed.to_owned()));
    }
    all.truncate(OFFERED);
    all
}
