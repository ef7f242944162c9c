//! A collection: many certificates, one row each.

use std::collections::{HashMap, HashSet};

use super::Tone;
use crate::core::artifact::{ArtifactId, Fingerprint};
use crate::core::bundle::Inspection;
use crate::core::finding::Severity;
use crate::text::time::{date, left};
use crate::text::{Lang, bundle as words, foreign, window};

/// The table.
#[derive(Clone, Debug)]
pub struct CollectionView {
    pub name: String,
    pub columns: [&'static str; 5],
    pub rows: Vec<Row>,
}

/// One certificate.
#[derive(Clone, Debug)]
pub struct Row {
    pub id: ArtifactId,
    pub tone: Tone,
    pub title: Box<str>,
    pub issuer: Box<str>,
    pub expires: Box<str>,
    pub left: Box<str>,
    pub file: Box<str>,
}

impl CollectionView {
    /// The numbers of the rows that hold `query` in name, issuer or file.
    pub fn matching(&self, query: &str) -> Vec<usize> {
        let query = query.trim().to_lowercase();
        let rows = self.rows.iter().enumerate();
        rows.filter(|(_, row)| {
            let fields = [&row.title, &row.issuer, &row.file];
            query.is_empty()
                || fields
                    .iter()
                    .any(|field| field.to_lowercase().contains(&query))
        })
        .map(|(index, _)| index)
        .collect()
    }
}

pub(super) fn build(lang: Lang, inspection: &Inspection) -> CollectionView {
    let mut worst: HashMap<Fingerprint, Severity> = HashMap::new();
    for finding in inspection.findings() {
        if let Some(certificate) = finding.certificate {
            let held = worst.entry(certificate).or_insert(finding.severity);
            *held = (*held).max(finding.severity);
        }
    }
    let mut seen = HashSet::new();
    let rows = inspection.artifacts.iter().filter_map(|artifact| {
        let certificate = artifact.certificate()?;
        if !seen.insert(certificate.fingerprint) {
            return None;
        }
        let days = inspection.judged_at().days_until(certificate.not_after);
        Some(Row {
            id: artifact.id,
            tone: worst
                .get(&certificate.fingerprint)
                .map_or(Tone::Ok, |severity| (*severity).into()),
            title: words::subject_name(certificate).into(),
            issuer: words::issuer_name(certificate).into(),
            expires: date(lang, certificate.not_after).into(),
            left: left(lang, days).into(),
            file: foreign::display(artifact.place.path_text()).into(),
        })
    });
    CollectionView {
        name: window::certificates(lang).to_owned(),
        columns: window::collection_columns(lang),
        rows: rows.collect(),
    }
}
