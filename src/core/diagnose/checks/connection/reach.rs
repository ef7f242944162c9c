//! All addresses of a name together.

use super::call::Called;
use super::judge::Judged;
use super::{ConnectionSummary, ReachedOutcome};
use crate::core::diagnose::{Check, CheckKey};
use crate::core::env::{DnsName, TalkEnd};
use crate::core::finding::{ConnectionFact, Finding};

/// Whether the server answers at all of them.
pub fn check(key: CheckKey, name: &DnsName, called: &[Called], judged: &[Judged]) -> Check {
    let with = |is_wanted: fn(&Called) -> bool| -> Vec<String> {
        let wanted = called.iter().filter(|one| is_wanted(one));
        wanted.map(|one| one.reached.address.to_string()).collect()
    };
    let (answering, failing) = (with(is_answer), with(is_failure));
    let summary = ConnectionSummary::Reach {
        handshakes: answering.len(),
        of: called.len(),
    };
    let findings = match (answering.is_empty(), failing.is_empty()) {
        // Nothing works: the reasons are those of the addresses.
        (true, _) => judged.iter().flat_map(|one| one.findings.clone()).collect(),
        (false, true) => Vec::new(),
        (false, false) => vec![Finding::new(ConnectionFact::Unequal {
            name: name.to_string(),
            answering,
            failing,
        })],
    };
    match judged.iter().any(|one| one.is_unknown) {
        true => Check::unknown(key, summary, findings),
        false => Check::done(key, summary, findings),
    }
}

fn is_answer(called: &Called) -> bool {
    called.reached.handshake().is_some()
}

/// The server's own failure, not one of this computer or its network.
fn is_failure(called: &Called) -> bool {
    matches!(
        called.reached.outcome,
        ReachedOutcome::NoHandshake(_)
            | ReachedOutcome::NoConnection(TalkEnd::Refused | TalkEnd::Filtered)
    )
}
