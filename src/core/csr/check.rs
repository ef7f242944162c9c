//! Checking a request that exists: signature, key, subject, names; against an order, a certificate or key, and
//! the ledger.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use super::subject::{self, SubjectFault};
use super::{names, start};
use crate::core::artifact::{Content, Fingerprint};
use crate::core::bundle::trust::TrustChoice;
use crate::core::bundle::{Source, inspect};
use crate::core::env::Env;
use crate::core::finding::{self, Fact, Finding, NameFact, RequestFact, Severity, Verdict};
use crate::core::key::is_same_public;
use crate::core::ledger::{Entry, EntryId, Kept, LedgerFault, NewEntry, Origin, Role};
use crate::core::op::{self, Outcome, Report};
use crate::core::problem::Failure;
use crate::core::progress::Progress;
use crate::core::x509::public_key::{KeyAlgorithm, KeyInfo, PublicKeyParts};
use crate::core::x509::signature::{SignatureVerdict, algorithm_name, is_weak};
use crate::core::x509::{Csr, ValidationLevel, a_labels};

/// What to check, and against what.
#[derive(Clone)]
pub struct Request {
    /// A file, or pasted text.
    pub source: Source,
    /// The level of the order; `None` judges for [`ValidationLevel::Domain`] and leaves out what that level
    /// does not carry.
    pub level: Option<ValidationLevel>,
    /// Names of the order.
    pub order: Option<Vec<String>>,
    /// A certificate or key that should have the same public key.
    pub against: Option<Against>,
    /// Whether the ledger is told.
    pub is_recorded: bool,
}

/// A public key to compare with.
#[derive(Clone)]
pub struct Against {
    /// Where it comes from. Foreign text.
    pub what: String,
    /// SubjectPublicKeyInfo in DER.
    pub spki: Arc<[u8]>,
}

/// A request that was checked.
pub struct Checked {
    /// Name of the file, or of what was pasted. Foreign text.
    pub name: String,
    /// The request.
    pub csr: Arc<Csr>,
    /// SHA-256 of its public key.
    pub key: Fingerprint,
    /// Whether it is signed by its own key.
    pub signature: SignatureVerdict,
    /// Its host names and addresses, one a line, as [`crate::core::csr::names`] reads them.
    pub names_text: String,
    /// What is wrong with the subject; also among the findings.
    pub faults: Vec<SubjectFault>,
    /// Everything found, worst first.
    pub findings: Vec<Finding>,
    /// Earlier entries of the same key.
    pub earlier: Vec<Entry>,
    /// Its entry in the ledger, or why there is none; `None` when the ledger was not to be told.
    pub recorded: Option<Result<EntryId, LedgerFault>>,
}

impl Checked {
    /// The worst that was found.
    pub fn verdict(&self) -> Verdict {
        Verdict::of(&self.findings)
    }
}

/// Reads a request and checks it.
pub fn run(request: &Request, env: &Env<'_>, progress: &dyn Progress) -> Outcome {
    let csr = match read(&request.source, env, progress) {
        Ok(csr) => csr,
        Err(outcome) => return outcome,
    };
    Outcome::Done(Report::CsrChecked(Arc::new(check(request, csr, env))))
}

/// The first request of a source, whatever its form.
fn read(source: &Source, env: &Env<'_>, progress: &dyn Progress) -> Result<Arc<Csr>, Outcome> {
    let found = requests_in(source, env, progress)?.into_iter().next();
    found.ok_or_else(|| {
        Outcome::Failed(Failure::NotARequest {
            name: name_of(source),
        })
    })
}

/// The requests of a source, whatever its form.
///
/// # Errors
/// The outcome, when the source cannot be read or nobody wants it any more.
pub fn requests_in(
    source: &Source,
    env: &Env<'_>,
    progress: &dyn Progress,
) -> Result<Vec<Arc<Csr>>, Outcome> {
    let inspect = op::Request::Inspect(inspect::Request {
        sources: vec![source.clone()],
        trust: TrustChoice::Nothing,
        ..inspect::Request::default()
    });
    let inspection = match op::run(&inspect, env, progress) {
        Outcome::Done(Report::Inspection(inspection)) => inspection,
        other => return Err(other),
    };
    let artifacts = inspection.artifacts.iter();
    let requests = artifacts.filter_map(|artifact| match &artifact.content {
        Content::Csr(csr) => Some(Arc::clone(csr)),
        _ => None,
    });
    Ok(requests.collect())
}

/// What a source is called. Foreign text.
pub fn name_of(source: &Source) -> String {
    match source {
        Source::Path(path) => path.to_string_lossy().into_owned(),
        Source::Memory { name, .. } | Source::Server { name, .. } => name.clone(),
    }
}

fn check(request: &Request, csr: Arc<Csr>, env: &Env<'_>) -> Checked {
    let earlier = earlier(&csr, env);
    let faults = subject_faults(&csr, request.level);
    let mut findings = findings(&csr, request.level, &earlier);
    if let Some(order) = &request.order {
        findings.extend(order_facts(&csr, order).into_iter().map(Finding::new));
    }
    findings.extend(
        request
            .against
            .iter()
            .filter_map(|other| against(&csr, other)),
    );
    finding::sort(&mut findings);
    Checked {
        name: name_of(&request.source),
        key: csr.key_fingerprint(),
        signature: csr.signature(),
        names_text: start::of_request(&csr).names_text,
        recorded: request.is_recorded.then(|| record(request, &csr, env)),
        csr,
        faults,
        findings,
        earlier,
    }
}

/// All that can be said of a request by itself and by what the ledger knows of its key, worst first.
pub fn findings(csr: &Csr, level: Option<ValidationLevel>, earlier: &[Entry]) -> Vec<Finding> {
    let faults = subject_faults(csr, level);
    let mut findings: Vec<Finding> = faults.into_iter().map(|fault| fault.finding).collect();
    let facts = own_facts(csr)
        .into_iter()
        .chain(key_facts(csr))
        .chain(reused(earlier));
    findings.extend(facts.map(Finding::new));
    findings.extend(name_findings(csr, level));
    finding::sort(&mut findings);
    // Two domain components are one remark.
    findings.dedup();
    findings
}

/// What is said of its names. Where no level is given the CA may be the user's own, which issues for names and
/// addresses of the inside.
fn name_findings(csr: &Csr, level: Option<ValidationLevel>) -> Vec<Finding> {
    let advice = names::advise(&csr.host_names().join("\n"));
    let of_names = advice.names.into_iter().flat_map(|name| name.findings);
    let notable = of_names.filter(|finding| finding.severity > Severity::Info);
    notable
        .map(|finding| match (&finding.fact, level) {
            (Fact::Name(NameFact::AddressPrivate { .. } | NameFact::Internal { .. }), None) => {
                finding.rated(Severity::Warning)
            }
            _ => finding,
        })
        .collect()
}

fn subject_faults(csr: &Csr, level: Option<ValidationLevel>) -> Vec<SubjectFault> {
    let spec = start::of_request(csr).spec;
    let mut faults = subject::judge(&spec, level.unwrap_or(ValidationLevel::Domain));
    if level.is_none() {
        let is_of_level = |fault: &SubjectFault| {
            let fact = &fault.finding.fact;
            matches!(
                fact,
                finding::Fact::Request(RequestFact::FieldNotIssued { .. })
            )
        };
        faults.retain(|fault| !is_of_level(fault));
    }
    faults
}

/// Signature, names, challenge.
fn own_facts(csr: &Csr) -> Vec<RequestFact> {
    let algorithm = algorithm_name(&csr.signature_oid).to_owned();
    let mut facts = Vec::new();
    match csr.signature() {
        SignatureVerdict::Valid => {}
        SignatureVerdict::Invalid => facts.push(RequestFact::SignatureInvalid {
            algorithm: algorithm.clone(),
        }),
        SignatureVerdict::NotChecked(_) => facts.push(RequestFact::SignatureNotChecked {
            algorithm: algorithm.clone(),
        }),
    }
    if is_weak(&csr.signature_oid) {
        facts.push(RequestFact::WeakHash { algorithm });
    }
    if csr.host_names().is_empty() {
        facts.push(RequestFact::NoNames {});
    }
    if csr.challenge.is_some() {
        facts.push(RequestFact::Challenge {});
    }
    facts
}

/// What CAs refuse in a public key (CA/B Forum BR 6.1.5 and 6.1.6).
fn key_facts(csr: &Csr) -> Vec<RequestFact> {
    let KeyInfo { algorithm, bits } = &csr.key;
    let key = csr.key.label();
    let mut facts = Vec::new();
    match algorithm {
        KeyAlgorithm::Rsa | KeyAlgorithm::RsaPss => {
            if *bits < 2_048 {
                let bits = *bits;
                facts.push(RequestFact::WeakKey { key, bits });
            } else if *bits != 2_048 {
                facts.push(RequestFact::KeyVendor { key });
            }
            facts.extend(weak_exponent(csr));
        }
        KeyAlgorithm::Ec(curve) if matches!(&**curve, "P-256" | "P-384" | "P-521") => {
            facts.push(RequestFact::KeyVendor { key });
        }
        KeyAlgorithm::Ec(_) if *bits > 0 && *bits < 256 => {
            let bits = *bits;
            facts.push(RequestFact::WeakKey { key, bits });
        }
        KeyAlgorithm::Dsa if *bits < 2_048 => {
            let bits = *bits;
            facts.push(RequestFact::WeakKey { key, bits });
        }
        _ => facts.push(RequestFact::KeyKind { key }),
    }
    facts
}

fn weak_exponent(csr: &Csr) -> Option<RequestFact> {
    let parts = PublicKeyParts::from_spki(&csr.spki).ok()?;
    let (_, exponent) = parts.rsa().ok()?;
    let is_even = exponent.last().is_none_or(|last| last & 1 == 0);
    // 65537 is the least that the BR recommend, 3 the least that they allow.
    let is_small = exponent.len() < 3;
    (is_even || is_small).then(|| {
        let digits = exponent.iter().take(16);
        let number = digits.fold(0u128, |sum, byte| sum << 8 | u128::from(*byte));
        RequestFact::WeakExponent {
            exponent: number.to_string(),
        }
    })
}

/// The names of an order and of the request, each against the other.
fn order_facts(csr: &Csr, order: &[String]) -> Vec<RequestFact> {
    let set = |names: &[String]| -> BTreeSet<String> {
        let names = names.iter().map(|name| a_labels(name.trim()).into_owned());
        names.filter(|name| !name.is_empty()).collect()
    };
    let asked = csr.host_names();
    let (order, asked) = (set(order), set(&asked));
    let missing: Vec<String> = order.difference(&asked).cloned().collect();
    let extra: Vec<String> = asked.difference(&order).cloned().collect();
    let mut facts = Vec::new();
    if !missing.is_empty() {
        facts.push(RequestFact::OrderNamesMissing { names: missing });
    }
    if !extra.is_empty() {
        facts.push(RequestFact::OrderNamesExtra { names: extra });
    }
    facts
}

fn against(csr: &Csr, other: &Against) -> Option<Finding> {
    let fact = RequestFact::OtherKey {
        beside: other.what.clone(),
        expected: KeyInfo::from_spki(&other.spki).label(),
        found: csr.key.label(),
    };
    (!is_same_public(&csr.spki, &other.spki)).then(|| Finding::new(fact).rated(Severity::Error))
}

/// Entries of the same key: other requests, and this one where it was marked as used.
fn earlier(csr: &Csr, env: &Env<'_>) -> Vec<Entry> {
    let mut entries = env
        .ledger
        .of_key(&csr.key_fingerprint())
        .unwrap_or_default();
    entries.retain(|entry| entry.made.request != csr.fingerprint || entry.used.is_some());
    entries
}

/// That a key was used before, told by its newest entry.
fn reused(earlier: &[Entry]) -> Option<RequestFact> {
    let newest = earlier.first()?;
    Some(RequestFact::KeyReused {
        at: newest.used.unwrap_or(newest.made.at),
        names: newest.made.names.clone(),
        earlier: earlier.len(),
    })
}

fn record(request: &Request, csr: &Csr, env: &Env<'_>) -> Result<EntryId, LedgerFault> {
    let path: Option<PathBuf> = match &request.source {
        Source::Path(path) => Some(path.clone()),
        Source::Memory { .. } | Source::Server { .. } => None,
    };
    let kept = path.into_iter().map(|path| Kept {
        role: Role::Request,
        path,
    });
    let entry = NewEntry::of(csr, Origin::Checked, env.clock.now(), kept.collect());
    env.ledger.record(&entry)
}
