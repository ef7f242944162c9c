//! Whether the certificate that the user opened is the one served, on every address, and if not whose is.

use std::sync::Arc;

use super::TlsSummary;
use super::scene::Scene;
use super::served::{List, lists};
use crate::core::diagnose::{Against, Check, CheckId};
use crate::core::finding::{Brief, Finding, ServedAt, ServedFact, Severity, Whose};
use crate::core::progress::Cancelled;
use crate::core::tls::{Maker, maker};
use crate::core::x509::Certificate;

/// Names of a certificate that are compared with another's.
const NAMES_COMPARED: usize = 50;

/// Runs the check.
///
/// # Errors
/// [`Cancelled`].
pub fn run(scene: &Scene<'_>) -> Result<(), Cancelled> {
    let key = scene.key(CheckId::AgainstFile);
    let against = scene.asker.request.against.as_ref();
    let wanted = against.and_then(|against| Some((against, wanted(scene, against)?)));
    let Some((against, wanted)) = wanted else {
        scene.put(Check::unknown(key, TlsSummary::NotFoundOut, Vec::new()));
        return Ok(());
    };
    let all = all_wanted(against, &wanted);
    let is_wanted = |list: &List| {
        let own = list.leaf().map(|leaf| leaf.fingerprint);
        all.iter().any(|one| Some(one.fingerprint) == own)
    };
    let (with, without): (Vec<List>, Vec<List>) = lists(scene).into_iter().partition(is_wanted);
    let with: Vec<String> = with.iter().flat_map(List::places).collect();
    let comparison = Comparison {
        scene,
        against,
        wanted: &wanted,
        with: &with,
    };
    let others = others(&without);
    let findings: Vec<Finding> = others.iter().map(|one| comparison.finding(one)).collect();
    let elsewhere: usize = others.iter().map(|one| one.at.addresses.len()).sum();
    let summary = TlsSummary::Against {
        whose: others.first().map(|one| one.whose(&wanted)),
        same: with.len(),
        of: with.len() + elsewhere,
    };
    scene.put(Check::done(key, summary, findings));
    Ok(())
}

/// The certificate of the file that is meant for the name, of several the newest; else its first.
fn wanted(scene: &Scene<'_>, against: &Against) -> Option<Arc<Certificate>> {
    let all = against.certificates.iter();
    all.filter(|one| one.covers_host(scene.name.as_str()))
        .max_by_key(|one| one.not_before)
        .or_else(|| against.certificates.first())
        .cloned()
}

/// Those that are as good: of other kinds of keys for the same names, as new as the one wanted.
fn all_wanted(against: &Against, wanted: &Arc<Certificate>) -> Vec<Arc<Certificate>> {
    let same_names = |one: &Certificate| {
        let mut names = one.dns_names().take(NAMES_COMPARED);
        names.all(|name| wanted.covers_host(name))
    };
    let beside = against.certificates.iter().filter(|one| {
        let is_other_kind = one.key.label() != wanted.key.label();
        is_other_kind && same_names(one) && one.not_before >= wanted.not_before
    });
    std::iter::once(wanted).chain(beside).cloned().collect()
}

/// Another certificate than the one wanted, and everywhere it is served.
struct Other {
    leaf: Option<Arc<Certificate>>,
    at: ServedAt,
}

fn others(lists: &[List]) -> Vec<Other> {
    let mut others: Vec<Other> = Vec::new();
    for list in lists {
        let at = list.served_at();
        let same = others
            .iter_mut()
            .find(|one| one.at.certificate == at.certificate);
        match same {
            Some(one) => one.at.addresses.extend(at.addresses),
            None => others.push(Other {
                leaf: list.leaf().cloned(),
                at,
            }),
        }
    }
    others
}

impl Other {
    fn product(&self) -> Option<&'static str> {
        match maker(self.leaf.as_ref()?)? {
            Maker::Default(product) => Some(product),
            Maker::Inspection(_) => None,
        }
    }

    fn whose(&self, wanted: &Certificate) -> Whose {
        let Some(leaf) = &self.leaf else {
            return Whose::Unreadable;
        };
        // In a trial the wanted one may be self-signed too.
        let is_alone = leaf.is_self_issued() && !wanted.is_self_issued();
        let is_other_kind = key_kind(leaf) != key_kind(wanted);
        match overlap(leaf, wanted) {
            _ if matches!(maker(leaf), Some(Maker::Inspection(_))) => Whose::Inspected,
            true if is_other_kind && !is_alone => Whose::OtherKeyType,
            _ if self.product().is_some() && is_alone => Whose::Default,
            _ if is_alone => Whose::SelfSigned,
            false => Whose::OtherSite,
            true if leaf.not_before >= wanted.not_before => Whose::Newer,
            true => Whose::Predecessor,
        }
    }
}

/// RSA, ECDSA and so on: servers may have one certificate of each.
fn key_kind(certificate: &Certificate) -> String {
    let label = certificate.key.label();
    label.split(' ').next().unwrap_or(&label).to_owned()
}

/// Whether two certificates stand for a name in common.
fn overlap(one: &Certificate, two: &Certificate) -> bool {
    let covers = |one: &Certificate, two: &Certificate| {
        let mut names = one.dns_names().take(NAMES_COMPARED);
        names.any(|name| two.covers_host(name))
    };
    covers(one, two) || covers(two, one)
}

/// What another certificate is compared with.
struct Comparison<'a> {
    scene: &'a Scene<'a>,
    against: &'a Against,
    wanted: &'a Certificate,
    with: &'a [String],
}

impl Comparison<'_> {
    fn finding(&self, other: &Other) -> Finding {
        let whose = other.whose(self.wanted);
        let (label, name) = (self.against.label.clone(), self.scene.name.to_string());
        if !self.with.is_empty() {
            return Finding::new(ServedFact::Partly {
                label,
                name,
                with: self.with.to_vec(),
                whose,
                without: other.at.clone(),
            });
        }
        let file_covers = self.wanted.covers_host(self.scene.name.as_str());
        let same_key = other.leaf.as_ref().map(|leaf| &leaf.spki) == Some(&self.wanted.spki);
        let fact = ServedFact::DiffersFromFile {
            label,
            name,
            whose,
            product: other.product(),
            same_key,
            file_covers,
            wanted: Brief::of(self.wanted),
            served: other.at.clone(),
        };
        // The file may be the wrong one, or the older one: then the server is right.
        let is_server_right =
            !file_covers || matches!(whose, Whose::Newer | Whose::Inspected | Whose::OtherKeyType);
        match is_server_right {
            true => Finding::new(fact).rated(Severity::Warning),
            false => Finding::new(fact),
        }
    }
}
