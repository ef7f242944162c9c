//! All ways to the file side by side: a CA that comes over another one must find the same.

use std::net::SocketAddr;

use super::way::Way;
use crate::core::diagnose::Profile;
use crate::core::diagnose::checks::addresses::Family;
use crate::core::env::{DnsName, Scheme};
use crate::core::finding::{FileSeen, Finding, Severity, WebFileFact};

/// What one address gave on one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Over which way.
    pub way: Way,
    /// Whom.
    pub address: SocketAddr,
    /// What came.
    pub seen: FileSeen,
}

/// What differs between the places of a name.
pub fn compare(profile: Profile, name: &DnsName, places: &[Place]) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for way in Way::ALL {
        found.extend(addresses(name, &of(places, way)));
    }
    for scheme in [Scheme::Http, Scheme::Https] {
        let one = |family| of(places, Way { scheme, family }).first().copied().cloned();
        if let (Some(ipv4), Some(ipv6)) = (one(Family::V4), one(Family::V6)) {
            found.extend(families(name, ipv4.seen, ipv6.seen));
            break;
        }
    }
    for family in [Family::V4, Family::V6] {
        let one = |scheme| of(places, Way { scheme, family }).first().copied().cloned();
        if let (Some(http), Some(https)) = (one(Scheme::Http), one(Scheme::Https)) {
            found.extend(schemes(profile, name, http.seen, https.seen));
            break;
        }
    }
    found
}

impl Place {
    /// Whether an answer came that can be compared; other ways have findings of their own.
    pub fn is_answer(&self) -> bool {
        matches!(
            self.seen,
            FileSeen::Expected
                | FileSeen::Reachable { .. }
                | FileSeen::Status { .. }
                | FileSeen::Other
                | FileSeen::Block { .. }
                | FileSeen::Redirect
        )
    }
}

/// The places of a way that gave an answer.
fn of(places: &[Place], way: Way) -> Vec<&Place> {
    places
        .iter()
        .filter(|place| place.way == way && place.is_answer())
        .collect()
}

/// How bad it is that two answers differ: an error where one is the file. Two wrong answers have findings of
/// their own, so that nothing is to be said of them.
fn severity(left: &FileSeen, right: &FileSeen) -> Option<Severity> {
    let is_file = |seen: &FileSeen| *seen == FileSeen::Expected;
    let is_probe = |seen: &FileSeen| matches!(seen, FileSeen::Reachable { .. });
    match left == right {
        true => None,
        false if is_file(left) || is_file(right) => Some(Severity::Error),
        false if is_probe(left) || is_probe(right) => Some(Severity::Warning),
        false => None,
    }
}

fn addresses(name: &DnsName, places: &[&Place]) -> Option<Finding> {
    let (first, others) = places.split_first()?;
    let differs = |place: &&&Place| {
        place.address != first.address && severity(&first.seen, &place.seen).is_some()
    };
    let second = others.iter().find(differs)?;
    let severity = severity(&first.seen, &second.seen)?;
    let fact = WebFileFact::AddressesDiffer {
        name: name.to_string(),
        first: first.address.to_string(),
        first_seen: first.seen.clone(),
        second: second.address.to_string(),
        second_seen: second.seen.clone(),
    };
    Some(Finding::new(fact).rated(severity))
}

fn families(name: &DnsName, ipv4: FileSeen, ipv6: FileSeen) -> Option<Finding> {
    let severity = severity(&ipv4, &ipv6)?;
    let name = name.to_string();
    let fact = WebFileFact::Ipv6Differs { name, ipv4, ipv6 };
    Some(Finding::new(fact).rated(severity))
}

fn schemes(profile: Profile, name: &DnsName, http: FileSeen, https: FileSeen) -> Option<Finding> {
    let severity = severity(&http, &https)?.min(match profile {
        Profile::Strict => Severity::Error,
        Profile::Br => Severity::Warning,
        Profile::Acme => Severity::Info,
    });
    let name = name.to_string();
    let fact = WebFileFact::HttpsDiffers { name, http, https };
    Some(Finding::new(fact).rated(severity))
}
