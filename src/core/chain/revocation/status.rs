//! The status of one certificate by all lists at hand (RFC 5280 section 6.3.3).

use std::sync::Arc;

use super::lists::Held;
use super::scope::{self, ALL_REASONS};
use super::signer;
use crate::core::chain::judge::{Place, Walk};
use crate::core::chain::question::Profile;
use crate::core::finding::{CrlFault, RevocationReason};
use crate::core::time::Moment;
use crate::core::x509::RevocationList;
use crate::core::x509::constraints::DistributionPoint;
use crate::core::x509::crl::Revocation;

/// What the lists say.
pub enum Status {
    /// Not revoked, for every reason.
    Good,
    /// Revoked, by this list.
    Revoked(Revocation, Arc<RevocationList>),
    /// Nothing that counts covers it for every reason.
    Unknown,
}

/// The status, and the lists that do not count.
pub struct Verdict {
    pub status: Status,
    pub refused: Vec<(Arc<RevocationList>, CrlFault)>,
}

/// Asks every list at every distribution point.
pub fn status(walk: &Walk<'_>, place: &Place<'_>) -> Verdict {
    let mut refused = Vec::new();
    let mut covered = 0;
    for point in points(place) {
        let mut complete: Vec<&Held> = lists(walk, place, &point)
            .filter(|held| !held.is_delta())
            .collect();
        complete.sort_by_key(|held| std::cmp::Reverse(age(held)));
        let mut newer: Vec<&Held> = Vec::new();
        for held in complete {
            // A newer list of the same series stands for it (section 5.2.3).
            if newer.iter().any(|newer| is_one_series(newer, held)) {
                continue;
            }
            let said = ask(walk, place, &point, held);
            if said.is_ok() {
                newer.push(held);
            }
            match said {
                Ok((_, Some((revocation, list)))) => {
                    return Verdict {
                        status: Status::Revoked(revocation, list),
                        refused,
                    };
                }
                Ok((reasons, None)) => covered |= reasons,
                Err(fault) => refused.push((Arc::clone(&held.list), fault)),
            }
        }
    }
    let status = if covered & ALL_REASONS == ALL_REASONS {
        refused.clear();
        Status::Good
    } else {
        if covered != 0 {
            refused.extend(first_list(walk, place).map(|list| (list, CrlFault::SomeReasonsOnly)));
        }
        Status::Unknown
    };
    Verdict { status, refused }
}

/// Of one scope and signed by one key: only then do numbers tell which is newer.
fn is_one_series(one: &Held, two: &Held) -> bool {
    one.scope().authority_key_id == two.scope().authority_key_id && scope::is_same(one, two)
}

/// Lists by number, those without one by their date.
fn age(held: &Held) -> ((usize, &[u8]), Moment) {
    let number = held.scope().number.as_deref();
    (number.map_or((0, &[]), number_order), held.list.this_update)
}

fn first_list(walk: &Walk<'_>, place: &Place<'_>) -> Option<Arc<RevocationList>> {
    let held = walk.material.lists.by(&place.certificate.issuer).first()?;
    Some(Arc::clone(&held.list))
}

/// Distribution points of the certificate, and the one that every certificate has: its issuer.
fn points(place: &Place<'_>) -> Vec<DistributionPoint> {
    let mut points = place.constraints.distribution_points.to_vec();
    points.push(DistributionPoint {
        names: Box::new([crate::core::x509::name::GeneralName::Directory(
            place.certificate.issuer.clone(),
        )]),
        ..DistributionPoint::default()
    });
    points
}

/// Lists by the signer that the point names, else by the certificate's issuer.
fn lists<'a>(
    walk: &Walk<'a>,
    place: &Place<'_>,
    point: &DistributionPoint,
) -> impl Iterator<Item = &'a Held> + use<'a> {
    let lists = walk.material.lists;
    let by_point: Vec<&[Held]> = point.issuer_names().map(|name| lists.by(name)).collect();
    let by_issuer = match point.issuer.is_empty() {
        true => lists.by(&place.certificate.issuer),
        false => &[],
    };
    by_point.into_iter().flatten().chain(by_issuer)
}

/// Reasons that are covered, and the revocation when there is one.
type Said = (u16, Option<(Revocation, Arc<RevocationList>)>);

fn ask(
    walk: &Walk<'_>,
    place: &Place<'_>,
    point: &DistributionPoint,
    held: &Held,
) -> Result<Said, CrlFault> {
    let reasons = scope::covered(held, place, point)?;
    form(walk, held)?;
    signer::check(walk, place, held)?;
    let at = walk.question.at;
    let certificate = place.certificate;
    let entry = |held: &Held| held.list.entry(&certificate.issuer, &certificate.serial);
    let delta = deltas(walk, held).find(|delta| {
        form(walk, delta).is_ok()
            && fresh(delta, at).is_ok()
            && signer::check(walk, place, delta).is_ok()
    });
    let change = delta.and_then(|delta| entry(delta).map(|entry| (entry, delta)));
    let found = match change {
        Some((entry, delta)) => Some((entry, delta)),
        None => entry(held).map(|entry| (entry, held)),
    };
    let found = found.filter(|(entry, _)| entry.reason != RevocationReason::RemoveFromCrl);
    let found = found.map(|(entry, held)| (entry, Arc::clone(&held.list)));
    // An old list still tells what was revoked, not what was not.
    if found.is_none() {
        fresh(held, at)?;
    }
    Ok((reasons, found))
}

/// Deltas that change this list, the newest first.
fn deltas<'a>(walk: &Walk<'a>, base: &'a Held) -> impl Iterator<Item = &'a Held> {
    let mut found: Vec<&Held> = walk
        .material
        .lists
        .by(&base.list.issuer)
        .iter()
        .filter(|delta| is_delta_of(delta, base))
        .collect();
    found.sort_by_key(|delta| std::cmp::Reverse(delta.list.this_update));
    found.into_iter()
}

/// Section 6.3.3 (c): same scope and signer, made for this base or an older one, and newer than it.
fn is_delta_of(delta: &Held, base: &Held) -> bool {
    let (own, other) = (delta.scope(), base.scope());
    let (Some(made_for), Some(number), Some(own_number)) =
        (&own.delta_base, &other.number, &own.number)
    else {
        return false;
    };
    is_one_series(delta, base)
        && number_order(made_for) <= number_order(number)
        && number_order(number) < number_order(own_number)
}

/// Big-endian numbers in an order that compares them.
fn number_order(number: &[u8]) -> (usize, &[u8]) {
    let zeros = number.iter().take_while(|byte| **byte == 0).count();
    let significant = number.get(zeros..).unwrap_or_default();
    (significant.len(), significant)
}

fn fresh(held: &Held, at: Moment) -> Result<(), CrlFault> {
    if at < held.list.this_update {
        return Err(CrlFault::TooNew);
    }
    match held.list.next_update {
        Some(next) if at > next => Err(CrlFault::Expired),
        _ => Ok(()),
    }
}

/// What makes a list unusable whatever it says (RFC 5280 section 5.2).
fn form(walk: &Walk<'_>, held: &Held) -> Result<(), CrlFault> {
    let scope = held.scope();
    if scope.is_broken {
        return Err(CrlFault::Malformed);
    }
    if !scope.unknown_critical.is_empty() {
        return Err(CrlFault::ExtensionUnknown);
    }
    let is_number_fine = scope.number.is_some() && !scope.is_number_critical;
    if !is_number_fine && walk.question.profile != Profile::Practice {
        return Err(CrlFault::NumberWrong);
    }
    Ok(())
}
