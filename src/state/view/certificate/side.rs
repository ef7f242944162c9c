//! Beside the fields: what the certificate may be used for, which files it belongs to.

use std::collections::BTreeSet;

use super::{FITS, Tone};
use crate::core::artifact::{ArtifactId, Content};
use crate::core::bundle::Inspection;
use crate::core::x509::Certificate;
use crate::state::view::{FileKind, file_kind};
use crate::text::{Lang, bundle as words, foreign, window};

/// serverAuth, RFC 5280 section 4.2.1.12.
pub(super) const SERVER: &str = "1.3.6.1.5.5.7.3.1";
const CLIENT: &str = "1.3.6.1.5.5.7.3.2";
const CODE: &str = "1.3.6.1.5.5.7.3.3";
const ANY: &str = "2.5.29.37.0";
/// Files listed.
const BELONGS: usize = 8;

/// A use and whether it is allowed.
#[derive(Clone, Debug)]
pub struct FitRow {
    pub label: &'static str,
    pub word: &'static str,
    pub is_allowed: bool,
}

/// A file that belongs to the certificate.
#[derive(Clone, Debug)]
pub struct BelongsRow {
    pub kind: FileKind,
    pub name: String,
    pub tone: Tone,
    /// An issuer: a click shows it.
    pub certificate: Option<ArtifactId>,
}

/// Whether extended key usage lets a certificate be used so.
pub(super) fn allows(certificate: &Certificate, usage: &str) -> bool {
    match &certificate.extended_key_usage {
        None => true,
        Some(usages) => usages
            .iter()
            .any(|held| matches!(&**held, ANY) || &**held == usage),
    }
}

pub(super) fn fit_for(lang: Lang, certificate: &Certificate) -> Vec<FitRow> {
    let is_ca = certificate.is_ca == Some(true);
    let uses = [
        (window::use_web(lang), SERVER),
        (window::use_mail(lang), SERVER),
        (window::use_client(lang), CLIENT),
        (window::use_code(lang), CODE),
    ];
    let mut rows: Vec<FitRow> = uses
        .into_iter()
        .map(|(label, usage)| (label, !is_ca && allows(certificate, usage)))
        .map(|(label, is_allowed)| row(lang, label, is_allowed))
        .collect();
    if is_ca {
        rows.insert(0, row(lang, window::use_issuer(lang), true));
    }
    rows
}

fn row(lang: Lang, label: &'static str, is_allowed: bool) -> FitRow {
    FitRow {
        label,
        word: if is_allowed {
            window::yes(lang)
        } else {
            window::not_allowed(lang)
        },
        is_allowed,
    }
}

pub(super) fn belongs(inspection: &Inspection, certificate: &Certificate) -> Vec<BelongsRow> {
    let mut rows = Vec::new();
    let mut seen = BTreeSet::new();
    for artifact in &inspection.artifacts {
        let fits = match &artifact.content {
            Content::Key { key, .. } => key.spki == certificate.spki,
            Content::Csr(request) => request.spki == certificate.spki,
            _ => false,
        };
        if fits && seen.insert(artifact.place.file()) {
            rows.push(BelongsRow {
                kind: file_kind(artifact.kind()),
                name: foreign::display(artifact.place.path_text()).into_owned(),
                tone: FITS,
                certificate: None,
            });
        }
    }
    rows.truncate(BELONGS);
    let issuer = inspection.artifacts.iter().find(|artifact| {
        artifact.certificate().is_some_and(|held| {
            held.subject.der == certificate.issuer.der
                && held.fingerprint != certificate.fingerprint
        })
    });
    if let Some(held) = issuer
        && let Some(issuer) = held.certificate()
    {
        rows.push(BelongsRow {
            kind: FileKind::Certificate,
            name: words::subject_name(issuer),
            tone: FITS,
            certificate: Some(held.id),
        });
    }
    rows
}
