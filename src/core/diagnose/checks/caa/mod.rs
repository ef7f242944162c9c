//! Who may issue for a name (RFC 8659): the set that counts is found, judged for the CA chosen, and told.

mod add;
mod climb;
mod judge;
mod property;
mod verdict;

use serde::Serialize;

use super::Put;
use crate::core::diagnose::ask::Asker;
use crate::core::diagnose::plan::stays_inside;
use crate::core::diagnose::{Check, CheckId, CheckKey, Lane, Request, Skip};
use crate::core::env::DnsName;
use crate::core::finding::Finding;
use crate::core::progress::Cancelled;

pub use add::{CaaLine, host_of};
pub use property::{Malformed, Parameter};

/// What came of a check, in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "outcome")]
pub enum CaaSummary {
    /// No CAA record up to the top: any CA may issue.
    AnyCa,
    /// There is a set and it does not restrict this kind of name: any CA may issue.
    Unrestricted(CaaSet),
    /// The CA chosen is named.
    Allowed(CaaSet),
    /// No CA was chosen; these may issue.
    Listed(CaaSet),
    /// The CA chosen may not issue.
    Forbidden(CaaSet),
    /// The look-up failed at this name.
    Failed {
        /// The name.
        at: DnsName,
    },
}

/// The set that counts, for the evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CaaSet {
    /// The name at which the climb ended.
    pub at: DnsName,
    /// Where the records are: another name behind an alias, or the same.
    pub found_at: DnsName,
    /// Who said so: a server's name or address.
    pub by: Option<String>,
    /// The records as a zone file has them, without name and type. Foreign text.
    pub records: Vec<String>,
    /// The CA chosen, as people call it.
    pub authority: Option<String>,
    /// Issuer domains that may issue for this kind of name. Foreign text.
    pub allowed: Vec<String>,
    /// What to add so that the CA chosen may issue plain names and wildcards.
    pub add: Vec<CaaLine>,
}

/// The checks of a name, waiting.
pub fn planned(request: &Request, name: &DnsName) -> Vec<Check> {
    let key = CheckKey::of(CheckId::Caa, name);
    vec![match stays_inside(request, name) {
        true => Check::skipped(key, Skip::InsideNotAgreed),
        false => Check::waiting(key),
    }]
}

/// Runs them.
///
/// # Errors
/// [`Cancelled`].
pub fn run(asker: &Asker<'_>, put: &Put<'_>) -> Result<(), Cancelled> {
    for name in &asker.request.names {
        let key = CheckKey::of(CheckId::Caa, name);
        if !asker.request.wants(&key) || stays_inside(asker.request, name) {
            continue;
        }
        asker.begins(&key);
        let begun = asker.ticks();
        let check = checked(asker, name, key)?;
        put(check.taking(asker.ticks().saturating_sub(begun)));
    }
    asker.check()
}

fn checked(asker: &Asker<'_>, name: &DnsName, key: CheckKey) -> Result<Check, Cancelled> {
    let climb = climb::climb(asker, Lane::Dns, name)?;
    let signed = match climb.has_failed {
        true => {
            // Behind an alias it is the zone of its target that fails.
            let names = &climb.resolution.names;
            climb::is_signed(asker, Lane::Dns, names.last().unwrap_or(&climb.at))?
        }
        false => None,
    };
    // A CA may ask any server: the strictest of their sets counts.
    let mut ways = vec![verdict::verdict(
        asker.request,
        name,
        &climb,
        signed.clone(),
    )];
    for other in climb.seen_otherwise() {
        ways.push(verdict::verdict(asker.request, name, &other, None));
    }
    let worst = |(_, findings): &(CaaSummary, Vec<Finding>)| {
        findings.iter().map(|finding| finding.severity).max()
    };
    // Of two alike the one that was followed, which is the first.
    ways.reverse();
    let Some((summary, findings)) = ways.into_iter().max_by_key(worst) else {
        return Ok(Check::skipped(key, Skip::NobodyToAsk));
    };
    Ok(match summary {
        CaaSummary::Failed { .. } => Check::unknown(key, summary, findings),
        _ => Check::done(key, summary, findings),
    })
}

#[cfg(test)]
mod tests;
