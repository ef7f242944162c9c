//! The server certificates of what is open: each may be the one that should be served.

use std::sync::Arc;

use crate::core::artifact::Fingerprint;
use crate::core::bundle::{Identity, Inspection};
use crate::core::diagnose::Against;
use crate::core::env::DnsName;
use crate::core::place::Place;
use crate::core::x509::Certificate;
use crate::state::model::Model;

use super::{Compare, Draft};

/// Certificates that are offered.
const OFFERED: usize = 50;

/// A server certificate that is open.
#[derive(Clone)]
pub struct Candidate {
    /// The file it is in. Foreign text.
    pub file: String,
    pub certificate: Arc<Certificate>,
    /// Whether it came from a server alone: then it says nothing of what should be served.
    pub is_served: bool,
}

impl Candidate {
    pub fn fingerprint(&self) -> Fingerprint {
        self.certificate.fingerprint
    }
}

/// The server certificates of what is open, the newest first.
pub fn candidates(model: &Model) -> Vec<Candidate> {
    let Some(open) = model.inspection() else {
        return Vec::new();
    };
    let with_names = open.story.identities.iter().filter(|identity| {
        let mut names = identity.leaf.dns_names();
        names.next().is_some()
    });
    let of = |identity: &Identity| {
        let first = identity.copies.first();
        let place = first.and_then(|id| open.artifact(*id));
        Candidate {
            file: place.map_or_else(|| identity.leaf.title(), |it| file_name(&it.place)),
            certificate: Arc::clone(&identity.leaf),
            is_served: is_served(identity, open),
        }
    };
    let mut all: Vec<Candidate> = with_names.map(of).collect();
    all.sort_by_key(|it| std::cmp::Reverse(it.certificate.not_before));
    all.truncate(OFFERED);
    all
}

fn is_served(identity: &Identity, open: &Inspection) -> bool {
    let mut sources = identity.copies.iter().filter_map(|id| {
        let place = &open.artifact(*id)?.place;
        open.opened().get(place.source as usize)
    });
    sources.all(|opened| opened.is_server)
}

/// The file itself, without folders and what is inside it.
fn file_name(place: &Place) -> String {
    let last = place.path.rsplit('/').next().filter(|it| !it.is_empty());
    last.unwrap_or(&place.root).to_owned()
}

/// Those that are compared with: the one chosen, else for each name the newest that has it.
pub fn chosen<'a>(all: &'a [Candidate], draft: &Draft, names: &[DnsName]) -> Vec<&'a Candidate> {
    let with = |fingerprint| all.iter().find(|it| it.fingerprint() == fingerprint);
    match draft.compare {
        Compare::Nothing => return Vec::new(),
        Compare::With(fingerprint) if with(fingerprint).is_some() => {
            return with(fingerprint).into_iter().collect();
        }
        // What was chosen before is not open any more.
        Compare::With(_) | Compare::Fitting => {}
    }
    let mut fitting: Vec<&Candidate> = Vec::new();
    for name in names {
        let newest = all
            .iter()
            .find(|it| !it.is_served && has(&it.certificate, name));
        let is_new = |it: &&Candidate| {
            let mut held = fitting.iter();
            !held.any(|one| one.fingerprint() == it.fingerprint())
        };
        fitting.extend(newest.filter(is_new));
    }
    fitting
}

fn has(certificate: &Certificate, name: &DnsName) -> bool {
    match name.is_wildcard() {
        true => certificate
            .dns_names()
            .any(|one| one.eq_ignore_ascii_case(name.as_str())),
        false => certificate.covers_host(name.as_str()),
    }
}

/// What should be served in a run.
pub fn against(model: &Model) -> Option<Against> {
    let all = candidates(model);
    let held = &model.diagnose;
    let chosen = chosen(&all, &held.draft, &held.target.names);
    Some(Against {
        label: chosen.first()?.file.clone(),
        certificates: chosen
            .iter()
            .map(|it| Arc::clone(&it.certificate))
            .collect(),
    })
}
