//! Whether the answers are signed and the signatures hold.

use super::{DnsSummary, LANE};
use crate::core::diagnose::ask::Asker;
use crate::core::diagnose::dnssec::{Trust, trust};
use crate::core::diagnose::{Check, CheckKey, Skip};
use crate::core::finding::{DnsFact, Finding};
use crate::core::progress::Cancelled;

pub(super) fn check(asker: &Asker<'_>, key: CheckKey) -> Result<Check, Cancelled> {
    let name = key.name.base();
    if !asker.may_walk(LANE, &name)? {
        return Ok(Check::skipped(key, Skip::InsideNotAgreed));
    }
    Ok(match trust(asker, LANE, &name)? {
        Trust::Secure { zone, until } => {
            Check::done(key, DnsSummary::Signed { zone, until }, Vec::new())
        }
        Trust::Insecure { zone } => Check::done(key, DnsSummary::NotSigned { zone }, Vec::new()),
        Trust::Bogus { zone, fault } => {
            let summary = DnsSummary::BadlySigned { zone: zone.clone() };
            let fact = DnsFact::DnssecBroken { zone, fault };
            Check::done(key, summary, vec![Finding::new(fact)])
        }
        Trust::Unknown { zone } => {
            let fact = DnsFact::DnssecNotChecked { zone };
            Check::unknown(key, DnsSummary::NotFoundOut, vec![Finding::new(fact)])
        }
    })
}
