//! What came of one address, judged.

use super::call::Called;
use super::{ConnectionSummary, ReachedOutcome};
use crate::core::diagnose::{Check, CheckKey};
use crate::core::env::{Dialer, DnsName, TalkEnd};
use crate::core::finding::{ConnectionFact, Finding, Severity};
use crate::core::tls::{Handshake, NoHandshake};

/// A verdict on one address.
pub struct Judged {
    pub summary: ConnectionSummary,
    pub findings: Vec<Finding>,
    /// Whether the reason lies with this computer or its network, so that nothing is known of the server.
    pub is_unknown: bool,
}

impl Judged {
    /// As a check.
    pub fn check(&self, key: CheckKey, took_ms: u64) -> Check {
        let (summary, findings) = (self.summary.clone(), self.findings.clone());
        let check = match self.is_unknown {
            true => Check::unknown(key, summary, findings),
            false => Check::done(key, summary, findings),
        };
        check.taking(took_ms)
    }
}

/// Judges one address.
pub fn judge(name: &DnsName, called: &Called, dialer: &dyn Dialer) -> Judged {
    let address = called.reached.address;
    let seen = Seen {
        name: name.to_string(),
        address: address.to_string(),
    };
    match &called.reached.outcome {
        ReachedOutcome::Handshake(handshake) => Judged {
            summary: ConnectionSummary::Handshake {
                address,
                version: handshake.version,
                connected_ms: called.reached.times.connected_ms.unwrap_or(0),
                handshake_ms: handshake.took_ms,
            },
            findings: seen.of_handshake(called, handshake),
            is_unknown: false,
        },
        ReachedOutcome::NoHandshake(why) => Judged {
            summary: ConnectionSummary::NoHandshake {
                address,
                why: why.clone(),
            },
            findings: vec![Finding::new(seen.of_no_handshake(why.clone()))],
            is_unknown: false,
        },
        ReachedOutcome::NoConnection(end) => Judged {
            summary: ConnectionSummary::NoConnection {
                address,
                why: end.clone(),
            },
            findings: seen
                .of_no_connection(called, end, dialer)
                .map(Finding::new)
                .into_iter()
                .collect(),
            is_unknown: !matches!(end, TalkEnd::Refused | TalkEnd::Filtered),
        },
    }
}

/// What every fact names.
struct Seen {
    name: String,
    address: String,
}

impl Seen {
    fn of_handshake(&self, called: &Called, handshake: &Handshake) -> Vec<Finding> {
        let (name, address) = (self.name.clone(), self.address.clone());
        let mut found = Vec::new();
        if handshake.is_old_client {
            found.push(Finding::new(ConnectionFact::OldClientOnly {
                name: name.clone(),
                address: address.clone(),
                version: handshake.version,
                suite: handshake.suite,
            }));
        }
        if handshake.wants_client_certificate {
            let asked = Finding::new(ConnectionFact::ClientCertificate {
                name: name.clone(),
                address: address.clone(),
                refusal: called.refusal.clone(),
            });
            found.push(match called.refusal {
                Some(_) => asked.rated(Severity::Warning),
                None => asked,
            });
        }
        if called.reached.is_once_only {
            found.push(Finding::new(ConnectionFact::AnswersOnce { name, address }));
        }
        found
    }

    fn of_no_handshake(&self, why: NoHandshake) -> ConnectionFact {
        ConnectionFact::NoHandshake {
            name: self.name.clone(),
            address: self.address.clone(),
            why,
        }
    }

    /// `None` where it says nothing of the server.
    fn of_no_connection(
        &self,
        called: &Called,
        end: &TalkEnd,
        dialer: &dyn Dialer,
    ) -> Option<ConnectionFact> {
        let (name, address) = (self.name.clone(), self.address.clone());
        let is_own = || dialer.is_own(called.reached.address.ip());
        Some(match end {
            TalkEnd::Refused => ConnectionFact::PortRefused {
                name,
                address,
                is_own: is_own(),
            },
            TalkEnd::Filtered => ConnectionFact::PortFiltered {
                name,
                address,
                waited_ms: called.reached.times.ended_ms,
                is_own: is_own(),
            },
            TalkEnd::Unreachable(detail) | TalkEnd::NoNetwork(detail) => {
                ConnectionFact::PortUnreachable {
                    name,
                    address,
                    detail: detail.clone(),
                }
            }
            _ => return None,
        })
    }
}
