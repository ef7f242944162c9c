//! Certificate policies down the path (RFC 5280 sections 6.1.2 to 6.1.5 with the graph of RFC 9618).

use std::collections::BTreeSet;

use super::policy_graph::PolicyGraph;
use crate::core::chain::judge::{Place, Walk};
use crate::core::finding::{Finding, PathFact, Severity, WorkLimit};
use crate::core::limits;
use crate::core::x509::constraints::ANY_POLICY;
use crate::core::x509::oid::Oid;

/// What policy processing carries from certificate to certificate.
struct State {
    graph: PolicyGraph,
    explicit: usize,
    mapping: usize,
    any: usize,
}

pub(super) fn check(walk: &Walk<'_>, findings: &mut Vec<Finding>) {
    let count = walk.checked_from_top().count();
    let wish = &walk.question.policies;
    let start = |is_set: bool| if is_set { 0 } else { count + 1 };
    let mut state = State {
        graph: PolicyGraph::new(),
        explicit: start(wish.is_required),
        mapping: start(wish.inhibits_mapping),
        any: start(wish.inhibits_any),
    };
    let mut missing = false;
    for (number, place) in walk.checked_from_top() {
        let is_last = number == count;
        state.take_in(&place, is_last);
        if state.graph.size() > limits::POLICY_NODES {
            findings.push(too_much(&place));
            return;
        }
        missing |= state.explicit == 0 && state.graph.is_null();
        if is_last {
            state.finish(&place);
        } else {
            findings.extend(state.prepare(&place));
        }
    }
    let Some(target) = walk.places().next() else {
        return;
    };
    let is_acceptable = accepts(&state.graph.valid(), &wish.acceptable);
    if missing || (state.explicit == 0 && !is_acceptable) {
        findings.push(target.finding(PathFact::PolicyMissing {
            subject: target.certificate.title(),
            wanted: wish.acceptable.iter().map(ToString::to_string).collect(),
        }));
    }
}

/// Whether a policy that holds is one that the user accepts.
fn accepts(valid: &BTreeSet<Oid>, acceptable: &[Oid]) -> bool {
    let is_any = |oid: &Oid| oid == ANY_POLICY;
    if acceptable.is_empty() || acceptable.iter().any(is_any) {
        return !valid.is_empty();
    }
    valid
        .iter()
        .any(|oid| is_any(oid) || acceptable.contains(oid))
}

fn too_much(place: &Place<'_>) -> Finding {
    let fact = PathFact::WorkLimitReached {
        limit: WorkLimit::Policies,
        allowed: limits::POLICY_NODES,
    };
    place.finding(fact).rated(Severity::Error)
}

impl State {
    /// Section 6.1.3 (d) and (e).
    fn take_in(&mut self, place: &Place<'_>, is_last: bool) {
        match &place.constraints.policies {
            Some(policies) => {
                let may_be_any = self.any > 0 || (!is_last && place.certificate.is_self_issued());
                self.graph.descend(policies, may_be_any);
            }
            None => self.graph.clear(),
        }
    }

    /// Section 6.1.4 (a), (b), (h) to (j).
    fn prepare(&mut self, place: &Place<'_>) -> Option<Finding> {
        let constraints = place.constraints;
        let mappings = &constraints.mappings;
        let is_any = |oid: &Oid| oid == ANY_POLICY;
        let maps_any = mappings
            .iter()
            .any(|(issuer, subject)| is_any(issuer) || is_any(subject));
        if self.mapping > 0 {
            self.graph.map(mappings);
        } else {
            self.graph.forget(mappings);
        }
        if !place.certificate.is_self_issued() {
            self.explicit = self.explicit.saturating_sub(1);
            self.mapping = self.mapping.saturating_sub(1);
            self.any = self.any.saturating_sub(1);
        }
        lower(&mut self.explicit, constraints.require_policy);
        lower(&mut self.mapping, constraints.inhibit_mapping);
        lower(&mut self.any, constraints.inhibit_any);
        maps_any.then(|| {
            place.finding(PathFact::PolicyMappingAny {
                subject: place.certificate.title(),
            })
        })
    }

    /// Section 6.1.5 (a) and (b).
    fn finish(&mut self, place: &Place<'_>) {
        self.explicit = self.explicit.saturating_sub(1);
        if place.constraints.require_policy == Some(0) {
            self.explicit = 0;
        }
    }
}

fn lower(counter: &mut usize, to: Option<u32>) {
    if let Some(to) = to {
        *counter = (*counter).min(to as usize);
    }
}
