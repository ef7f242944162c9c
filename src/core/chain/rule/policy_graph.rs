//! The graph of valid policies (RFC 9618, which replaces the exponential tree of RFC 5280 section 6.1.2 (a)):
//! at each depth one node a policy, with edges to the nodes above that expect it.

use std::collections::{BTreeMap, BTreeSet};

use crate::core::x509::constraints::ANY_POLICY;
use crate::core::x509::oid::Oid;

/// One policy at one depth.
#[derive(Clone, Debug, Default)]
struct Node {
    /// Policies that the next certificate may name to fall under this one.
    expected: BTreeSet<Oid>,
    /// Policies of the depth above from which it descends.
    parents: BTreeSet<Oid>,
}

/// Nodes of one depth by policy.
type Depth = BTreeMap<Oid, Node>;

/// The graph; no depth at all means that no policy is valid.
pub(super) struct PolicyGraph {
    depths: Vec<Depth>,
}

const ANY: Oid = Oid::Borrowed(ANY_POLICY);

fn node(expected: impl IntoIterator<Item = Oid>, parents: impl IntoIterator<Item = Oid>) -> Node {
    Node {
        expected: expected.into_iter().collect(),
        parents: parents.into_iter().collect(),
    }
}

impl PolicyGraph {
    /// anyPolicy at depth 0.
    pub(super) fn new() -> Self {
        let root = BTreeMap::from([(ANY, node([ANY], []))]);
        Self { depths: vec![root] }
    }

    /// Whether no policy is valid.
    pub(super) fn is_null(&self) -> bool {
        self.depths.last().is_none_or(Depth::is_empty)
    }

    /// No policy is valid from here on.
    pub(super) fn clear(&mut self) {
        self.depths.clear();
    }

    /// Nodes in all, for the budget.
    pub(super) fn size(&self) -> usize {
        let edges = |depth: &Depth| {
            depth
                .values()
                .map(|node| 1 + node.parents.len())
                .sum::<usize>()
        };
        self.depths.iter().map(edges).sum()
    }

    /// Takes in the policies of the next certificate (RFC 5280 section 6.1.3 (d)).
    pub(super) fn descend(&mut self, policies: &[Oid], may_be_any: bool) {
        let Some(above) = self.depths.last() else {
            return;
        };
        let mut by_expected: BTreeMap<&Oid, Vec<&Oid>> = BTreeMap::new();
        for (policy, node) in above {
            for expected in &node.expected {
                by_expected.entry(expected).or_default().push(policy);
            }
        }
        let has_any = above.contains_key(&ANY);
        let mut next = Depth::new();
        for policy in policies.iter().filter(|policy| **policy != ANY) {
            let parents = by_expected.get(policy);
            let parents: Vec<Oid> = match parents {
                Some(parents) => parents.iter().map(|parent| (*parent).clone()).collect(),
                None if has_any => vec![ANY],
                None => continue,
            };
            next.insert(policy.clone(), node([policy.clone()], parents));
        }
        if policies.contains(&ANY) && may_be_any {
            for (expected, parents) in &by_expected {
                let parents = parents.iter().map(|parent| (*parent).clone());
                let is_new = !next.contains_key(*expected);
                if is_new {
                    next.insert((*expected).clone(), node([(*expected).clone()], parents));
                }
            }
        }
        if next.is_empty() {
            self.clear();
        } else {
            self.depths.push(next);
        }
    }

    /// Maps policies of the issuer to those of the subject (section 6.1.4 (b)(1)).
    pub(super) fn map(&mut self, mappings: &[(Oid, Oid)]) {
        let Some(last) = self.depths.last_mut() else {
            return;
        };
        let mut by_issuer: BTreeMap<&Oid, BTreeSet<Oid>> = BTreeMap::new();
        for (issuer, subject) in mappings {
            by_issuer.entry(issuer).or_default().insert(subject.clone());
        }
        let has_any = last.contains_key(&ANY);
        for (issuer, subjects) in by_issuer {
            match last.get_mut(issuer) {
                Some(node) => node.expected = subjects,
                // anyPolicy stands for this policy as well.
                None if has_any => {
                    last.insert(issuer.clone(), node(subjects, [ANY]));
                }
                None => {}
            }
        }
    }

    /// Drops policies that would need a mapping which is not allowed (section 6.1.4 (b)(2)).
    pub(super) fn forget(&mut self, mappings: &[(Oid, Oid)]) {
        let Some(last) = self.depths.last_mut() else {
            return;
        };
        for (issuer, _) in mappings {
            last.remove(issuer);
        }
        if last.is_empty() {
            self.clear();
        }
    }

    /// Policies, in the words of the trusted root, that hold for the whole path; `anyPolicy` among them
    /// when every policy does (RFC 9618 section 5.4).
    pub(super) fn valid(&self) -> BTreeSet<Oid> {
        let mut found = BTreeSet::new();
        let Some(last) = self.depths.last() else {
            return found;
        };
        if last.contains_key(&ANY) {
            found.insert(ANY);
        }
        let mut alive: BTreeSet<&Oid> = last.keys().collect();
        for depth in self.depths.iter().rev() {
            let mut above = BTreeSet::new();
            for policy in alive {
                let Some(node) = depth.get(policy) else {
                    continue;
                };
                if *policy != ANY && node.parents.contains(&ANY) {
                    found.insert(policy.clone());
                }
                above.extend(&node.parents);
            }
            alive = above;
        }
        found
    }
}
