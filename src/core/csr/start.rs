//! A request that starts from what exists: a certificate to renew, an older request, an opened bundle.

use super::NewKey;
use super::encode::{TLS_FEATURE, UPN};
use super::spec::{AltName, KeyUsage, Spec, Subject, SubjectField};
use super::subject::host_of;
use crate::core::artifact::Content;
use crate::core::bundle::Inspection;
use crate::core::x509::name::{COMMON_NAME, DistinguishedName, GeneralName, address};
use crate::core::x509::oid::Oid;
use crate::core::x509::{Certificate, Csr};

const SERVER: &str = "1.3.6.1.5.5.7.3.1";
const CLIENT: &str = "1.3.6.1.5.5.7.3.2";
const EXTENDED_USAGE: &str = "2.5.29.37";
const ALTERNATIVE_NAMES: &str = "2.5.29.17";
const KEY_USAGE: &str = "2.5.29.15";

/// What a request may start from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// What the older one asked for or got.
    pub spec: Spec,
    /// Its host names and addresses, one a line.
    pub names_text: String,
    /// A new key of the same kind, where one can be made.
    pub key_like: Option<NewKey>,
    /// What is not taken over.
    pub dropped: Vec<Dropped>,
}

/// What is not taken over into a new request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dropped {
    /// A challenge password.
    Challenge,
    /// clientAuth beside serverAuth, which public CAs no longer issue since 2026-05 (Chrome Root Program Policy).
    ClientAuth,
    /// Extensions that the CA writes itself, by OID.
    Extensions(Vec<Oid>),
    /// Attributes that shared a relative name; each has one of its own now.
    JoinedNames,
    /// Alternative names of kinds that are not asked for here.
    Names(usize),
}

/// Starts from a certificate that is to be renewed.
pub fn of_certificate(certificate: &Certificate) -> Start {
    let mut names = Vec::new();
    certificate.visit_names(|name| {
        names.push(name.clone());
        true
    });
    let mut dropped = Vec::new();
    let mut spec = base(&certificate.subject, &names, &mut dropped);
    let usages = certificate.extended_key_usage.as_deref();
    spec.extended_usage = renewed_usages(usages.unwrap_or_default(), &mut dropped);
    let mut by_ca = Vec::new();
    for extension in certificate.extensions() {
        match &*extension.oid {
            ALTERNATIVE_NAMES | EXTENDED_USAGE => {}
            TLS_FEATURE => spec.must_staple = true,
            _ => by_ca.push(extension.oid),
        }
    }
    if !by_ca.is_empty() {
        dropped.push(Dropped::Extensions(by_ca));
    }
    Start {
        names_text: names_text(&spec),
        key_like: NewKey::like(&certificate.key),
        spec,
        dropped,
    }
}

/// Starts from an older request.
pub fn of_request(csr: &Csr) -> Start {
    let mut dropped = Vec::new();
    let mut spec = base(&csr.subject, &csr.alternative_names, &mut dropped);
    let usages = csr.extended_key_usage.as_deref().unwrap_or_default();
    spec.extended_usage = usages.to_vec();
    let mut others = Vec::new();
    for extension in csr.extensions() {
        match &*extension.oid {
            ALTERNATIVE_NAMES | EXTENDED_USAGE => {}
            KEY_USAGE => {
                spec.key_usage = csr.key_usage.map(|bits| KeyUsage {
                    bits: (0..9)
                        .filter(|bit| bits >> bit & 1 == 1)
                        .fold(0, |all, bit| all | KeyUsage::DIGITAL_SIGNATURE >> bit),
                    is_critical: extension.is_critical,
                });
            }
            TLS_FEATURE => spec.must_staple = true,
            _ => others.push(extension.oid),
        }
    }
    if !others.is_empty() {
        dropped.push(Dropped::Extensions(others));
    }
    if csr.challenge.is_some() {
        dropped.push(Dropped::Challenge);
    }
    Start {
        names_text: names_text(&spec),
        key_like: NewKey::like(&csr.key),
        spec,
        dropped,
    }
}

/// Starts from what was opened: its first server certificate, else its first request.
pub fn of_inspection(inspection: &Inspection) -> Option<Start> {
    if let Some(identity) = inspection.story.identities.first() {
        return Some(of_certificate(&identity.leaf));
    }
    let mut artifacts = inspection.artifacts.iter();
    artifacts.find_map(|artifact| match &artifact.content {
        Content::Csr(csr) => Some(of_request(csr)),
        Content::Certificate { certificate, .. } => Some(of_certificate(certificate)),
        _ => None,
    })
}

/// Subject and alternative names.
fn base(subject: &DistinguishedName, names: &[GeneralName], dropped: &mut Vec<Dropped>) -> Spec {
    if subject.attributes.iter().any(|attribute| attribute.joined) {
        dropped.push(Dropped::JoinedNames);
    }
    let kept: Vec<AltName> = names.iter().filter_map(alternative).collect();
    if kept.len() < names.len() {
        dropped.push(Dropped::Names(names.len() - kept.len()));
    }
    Spec {
        subject: subject_of(subject),
        names: kept,
        ..Spec::default()
    }
}

/// A subject with each attribute as a relative name of its own.
pub fn subject_of(name: &DistinguishedName) -> Subject {
    let fields = name.attributes.iter().map(|attribute| SubjectField {
        oid: attribute.oid.clone(),
        value: attribute.value.to_string(),
    });
    Subject(fields.collect())
}

fn alternative(name: &GeneralName) -> Option<AltName> {
    Some(match name {
        GeneralName::Dns(name) => AltName::Dns(name.to_string()),
        GeneralName::Ip(octets) => AltName::Ip(address(octets)?),
        GeneralName::Email(address) => AltName::Email(address.to_string()),
        GeneralName::Uri(uri) => AltName::Uri(uri.to_string()),
        GeneralName::Directory(name) => AltName::Directory(subject_of(name)),
        GeneralName::RegisteredId(oid) => AltName::RegisteredId(Oid::Owned(oid.to_string())),
        GeneralName::Other(kind, upn) if &**kind == UPN => AltName::Upn(upn.to_string()),
        GeneralName::Other(..) | GeneralName::Unknown(..) => return None,
    })
}

/// The usages to ask for again: none where the certificate is a server's and nothing else, since that is what
/// CAs issue anyhow.
fn renewed_usages(usages: &[Oid], dropped: &mut Vec<Dropped>) -> Vec<Oid> {
    let is_server = usages.iter().any(|usage| usage == SERVER);
    let is_client = usages.iter().any(|usage| usage == CLIENT);
    if is_server && is_client {
        dropped.push(Dropped::ClientAuth);
    }
    let kept = usages
        .iter()
        .filter(|usage| !(is_server && *usage == CLIENT));
    let kept: Vec<Oid> = kept.cloned().collect();
    match kept.as_slice() {
        [only] if only == SERVER => Vec::new(),
        _ => kept,
    }
}

/// Host names and addresses, one a line; the common name where there is none.
fn names_text(spec: &Spec) -> String {
    let mut names: Vec<String> = spec.names.iter().filter_map(host_of).collect();
    if names.is_empty() {
        names.extend(spec.subject.value_of(COMMON_NAME).map(str::to_owned));
    }
    names.join("\n")
}
