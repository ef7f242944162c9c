//! The best path of one certificate, as the bundle story tells it: issuers from the pool, how it ends, and
//! the judgement behind it.

use std::sync::Arc;

use super::answer::{self, JudgedPath, Step};
use super::ask::ask;
use super::judge::Material;
use super::question::Question;
use crate::core::finding::Usage;
use crate::core::time::Moment;
use crate::core::x509::Certificate;
use crate::core::x509::signature::{SignatureVerdict, algorithm_name};

/// A path from a certificate upwards. The certificate itself is not repeated.
#[derive(Clone)]
pub struct Path {
    /// Issuers from the pool, nearest first; the root last when the pool holds it.
    pub issuers: Vec<Arc<Certificate>>,
    /// How it ends.
    pub ending: Ending,
    /// Signatures on the way that could not be checked here, by algorithm.
    pub not_checked: Vec<String>,
    /// The path with everything that was found about it.
    pub judged: Option<JudgedPath>,
}

/// How a path ends.
#[derive(Clone)]
pub enum Ending {
    /// At a trusted root, which may or may not be in the pool.
    Trusted(Arc<Certificate>),
    /// At a self-signed certificate that is not trusted.
    UntrustedRoot(Arc<Certificate>),
    /// Nobody in the pool is called like the issuer of the last one.
    MissingIssuer,
    /// Somebody is called so, but the signature is not theirs.
    WrongSignature(Arc<Certificate>),
    /// The length limit.
    TooLong,
}

impl Path {
    /// Whether it ends at a trusted root.
    pub fn is_trusted(&self) -> bool {
        matches!(self.ending, Ending::Trusted(_))
    }
}

/// serverAuth and anyExtendedKeyUsage.
const SERVER: [&str; 2] = ["1.3.6.1.5.5.7.3.1", "2.5.29.37.0"];

/// Finds the best path of `certificate` at a moment, for the use that the certificate itself is made for.
pub fn find(certificate: &Arc<Certificate>, material: Material<'_>, at: Moment) -> Path {
    let is_server = certificate
        .extended_key_usage
        .as_ref()
        .is_none_or(|usages| usages.iter().any(|usage| SERVER.contains(&usage.as_ref())));
    let question = Question {
        usage: match is_server {
            true => Usage::Server,
            false => Usage::Any,
        },
        ..Question::at(at)
    };
    let mut answer = ask(certificate, &question, material);
    if answer.paths.is_empty() {
        return Path {
            issuers: Vec::new(),
            ending: Ending::TooLong,
            not_checked: Vec::new(),
            judged: None,
        };
    }
    of(answer.paths.swap_remove(0), material)
}

fn of(judged: JudgedPath, material: Material<'_>) -> Path {
    let last = judged
        .steps
        .last()
        .map(|step| Arc::clone(&step.certificate));
    let mut issuers: Vec<Arc<Certificate>> = Vec::new();
    for step in judged.steps.iter().skip(1) {
        issuers.extend(material.pool.same_as(&step.certificate).cloned());
    }
    let ending = match (&judged.ending, last) {
        (answer::Ending::Trusted, Some(root)) => Ending::Trusted(root),
        (answer::Ending::UntrustedRoot, Some(root)) => Ending::UntrustedRoot(root),
        (answer::Ending::WrongSignature, Some(issuer)) => {
            issuers.retain(|known| known.fingerprint != issuer.fingerprint);
            Ending::WrongSignature(issuer)
        }
        (answer::Ending::TooLong, _) => Ending::TooLong,
        _ => Ending::MissingIssuer,
    };
    Path {
        not_checked: not_checked(&judged.steps),
        issuers,
        ending,
        judged: Some(judged),
    }
}

fn not_checked(steps: &[Step]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for step in steps {
        if let Some(SignatureVerdict::NotChecked(_)) = step.signed {
            let name = algorithm_name(&step.certificate.signature_oid).to_owned();
            if !found.contains(&name) {
                found.push(name);
            }
        }
    }
    found
}
