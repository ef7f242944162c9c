//! What a set of CAA records says of a CA and a name (RFC 8659 sections 4.2 and 4.3, RFC 8657). Pure.

use super::property::{Critical, Issuer, Malformed, Meaning, Parameter, Property};
use crate::core::diagnose::authority::Authority;

/// What the set that counts says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// Whether the set has a property for this kind of name; without one any CA may issue.
    pub restricts: bool,
    /// Issuer domains that it names for this kind of name, each once, in their order.
    pub allowed: Vec<String>,
    /// Those properties among them that name the CA chosen: what each demands.
    pub own: Vec<Vec<Parameter>>,
    /// Tags that forbid since no CA knows them, as zone files write the record; the flag says whether every CA
    /// takes them so.
    pub unknown: Vec<(String, Critical)>,
    /// Records of the wrong form that bear on this kind of name.
    pub malformed: Vec<(String, Malformed)>,
}

impl Judgement {
    /// Whether CAA lets the CA chosen issue; `None` without one, where it depends on which.
    pub fn allows(&self, authority: Option<&Authority>) -> Option<bool> {
        let is_forbidden = self.unknown.iter().any(|(_, how)| *how == Critical::Yes);
        match (is_forbidden, self.restricts, authority) {
            (true, _, _) => Some(false),
            (false, false, _) => Some(true),
            (false, true, None) => None,
            (false, true, Some(_)) => Some(!self.own.is_empty()),
        }
    }
}

/// Judges a set for plain names, or for wildcards.
pub fn judge(set: &[Property], authority: Option<&Authority>, is_wildcard: bool) -> Judgement {
    let unknown = set.iter().filter_map(|property| match property.meaning {
        Meaning::Unknown {
            critical: how @ (Critical::Yes | Critical::ForSome),
        } => Some((property.line(), how)),
        _ => None,
    });
    let mut judgement = Judgement {
        restricts: false,
        allowed: Vec::new(),
        own: Vec::new(),
        unknown: unknown.collect(),
        malformed: Vec::new(),
    };
    for (property, issuer) in relevant(set, is_wildcard) {
        judgement.restricts = true;
        match issuer {
            Issuer::Nobody => {}
            Issuer::Malformed(fault) => judgement.malformed.push((property.line(), *fault)),
            Issuer::Domain { domain, parameters } => {
                if authority.is_some_and(|one| one.recognises(domain)) {
                    judgement.own.push(parameters.clone());
                }
                if !judgement.allowed.contains(domain) {
                    judgement.allowed.push(domain.clone());
                }
            }
        }
    }
    judgement
}

/// The properties for a kind of name: `issuewild` alone for wildcards where there is one, `issue` otherwise.
fn relevant(set: &[Property], is_wildcard: bool) -> Vec<(&Property, &Issuer)> {
    let of = |wild: bool| {
        let issuers = set
            .iter()
            .filter_map(move |property| match (&property.meaning, wild) {
                (Meaning::IssueWild(issuer), true) | (Meaning::Issue(issuer), false) => {
                    Some((property, issuer))
                }
                _ => None,
            });
        issuers.collect::<Vec<_>>()
    };
    let wild = of(true);
    match is_wildcard && !wild.is_empty() {
        true => wild,
        false => of(false),
    }
}

/// What a CA that is named must keep to besides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Demands {
    /// Accounts for which alone it may issue. Foreign text.
    pub accounts: Vec<String>,
    /// Ways of validation that alone it may use. Foreign text.
    pub methods: Vec<String>,
    /// Whether some of the records name it without any demand, so that these do not bind.
    pub is_free: bool,
}

/// The demands of the properties that name a CA.
pub fn demands(own: &[Vec<Parameter>]) -> Demands {
    let mut demands = Demands::default();
    for parameters in own {
        let of = |tag: &str| {
            let found = parameters.iter().find(|one| one.tag == tag);
            found.map(|one| one.value.as_str())
        };
        let (account, methods) = (of("accounturi"), of("validationmethods"));
        demands.is_free |= account.is_none() && methods.is_none();
        demands.accounts.extend(account.map(str::to_owned));
        let methods = methods.into_iter().flat_map(|methods| methods.split(','));
        for method in methods.map(|method| method.trim().to_ascii_lowercase()) {
            if !demands.methods.contains(&method) {
                demands.methods.push(method);
            }
        }
    }
    demands
}
