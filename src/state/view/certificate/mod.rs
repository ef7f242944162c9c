//! The certificate panel: what it is fit for, its fields, what it belongs to.

mod details;
mod raw;
mod side;
mod summary;

pub use details::{ExtensionView, GroupView, LineView};
pub use raw::{RawRow, RawView};
pub use side::{BelongsRow, FitRow};
pub use summary::{FieldKind, FieldView};

use std::sync::Arc;

use super::validity::{self, ValidityView};
use super::{Tone, VerdictLine};
use crate::core::artifact::{Artifact, ArtifactId};
use crate::core::bundle::Inspection;
use crate::core::finding::Severity;
use crate::core::x509::Certificate;
use crate::state::model::Model;
use crate::text::finding::words as finding_words;
use crate::text::{Lang, bundle as words, foreign, time, window};

/// The certificate panel.
#[derive(Clone, Debug)]
pub struct CertificateView {
    pub id: ArtifactId,
    pub title: String,
    pub sub: String,
    pub verdict: VerdictLine,
    pub fields: Vec<FieldView>,
    pub validity: ValidityView,
    pub fit_for: Vec<FitRow>,
    pub belongs: Vec<BelongsRow>,
    pub groups: Vec<GroupView>,
    pub extensions: Vec<ExtensionView>,
    pub raw: RawView,
    pub der: Arc<[u8]>,
    pub pem: String,
}

/// Builds the panel for the chosen certificate.
pub fn build(lang: Lang, model: &Model) -> Option<CertificateView> {
    let inspection = model.inspection()?;
    let artifact = inspection.artifact(model.certificate?)?;
    let certificate = artifact.certificate()?;
    let (groups, extensions) = details::build(lang, certificate);
    Some(CertificateView {
        id: artifact.id,
        title: words::subject_name(certificate),
        sub: sub(lang, inspection, artifact),
        verdict: verdict(lang, inspection, certificate),
        fields: summary::build(lang, certificate),
        validity: validity::build(lang, certificate, inspection.judged_at()),
        fit_for: side::fit_for(lang, certificate),
        belongs: side::belongs(inspection, certificate),
        groups,
        extensions,
        raw: raw::build(lang, certificate),
        der: Arc::clone(&certificate.der),
        pem: certificate.to_pem(),
    })
}

/// `Nginx/bundle.crt • certificate 1 of 2`.
fn sub(lang: Lang, inspection: &Inspection, artifact: &Artifact) -> String {
    let file = artifact.place.file();
    let path = foreign::display(file.path_text()).into_owned();
    let beside: Vec<ArtifactId> = inspection
        .in_file(&file)
        .filter(|held| held.certificate().is_some())
        .map(|held| held.id)
        .collect();
    match beside.iter().position(|id| *id == artifact.id) {
        Some(index) if beside.len() > 1 => {
            let number = window::certificate_of(lang, index + 1, beside.len());
            format!("{path} • {number}")
        }
        _ => path,
    }
}

fn verdict(lang: Lang, inspection: &Inspection, certificate: &Certificate) -> VerdictLine {
    let days = certificate.lifetime_days();
    let is_server = certificate.is_ca != Some(true) && side::allows(certificate, side::SERVER);
    let context = if is_server {
        window::issued_for(lang, days, certificate.lifetime_limit_days())
    } else {
        window::issued_for_days(lang, days)
    };
    let finding = inspection.findings().iter().find(|finding| {
        finding.certificate == Some(certificate.fingerprint) && finding.severity > Severity::Info
    });
    if let Some(finding) = finding {
        return VerdictLine {
            tone: finding.severity.into(),
            sentence: finding_words(lang, finding).message,
            context,
        };
    }
    let until = time::date(lang, certificate.not_after);
    let sentence = match (certificate.is_ca == Some(true), is_server) {
        (true, _) => window::issuer_until(lang, &until),
        (false, true) => window::fit_until(lang, &until),
        (false, false) => window::valid_until(lang, &until),
    };
    VerdictLine {
        tone: validity::tone(certificate, inspection.judged_at()),
        sentence,
        context,
    }
}

/// The tone of a file among those a certificate belongs to.
pub(super) const FITS: Tone = Tone::Ok;
