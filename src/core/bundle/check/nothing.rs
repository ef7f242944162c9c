//! Never an empty success: a text under a name that promises more, and a bundle in which nothing was understood.

use crate::core::artifact::{Artifact, Content};
use crate::core::bundle::scene::Scene;
use crate::core::finding::{BundleFact, Finding, Id, Severity};
use crate::core::place::Place;

/// Extensions under which a plain text is not what it should be.
const PROMISING: [&str; 20] = [
    "cer", "cert", "crl", "crt", "csr", "der", "jceks", "jks", "key", "keystore", "p10", "p12",
    "p7b", "p7c", "pem", "pfx", "pk8", "spc", "tgz", "zip",
];

/// Findings for texts that should be more. When nothing at all was understood, they and all others
/// of their kind are errors, and there is at least one.
pub fn check(scene: &Scene<'_>, others: &mut [Finding]) -> Vec<Finding> {
    let mut findings: Vec<Finding> = scene
        .artifacts
        .iter()
        .filter_map(|artifact| hollow(artifact))
        .collect();
    if scene.artifacts.iter().any(|artifact| is_useful(artifact)) {
        return findings;
    }
    let is_told = |finding: &Finding| {
        finding.id() == Id::FileNotUnderstood || finding.severity == Severity::Error
    };
    if findings.is_empty() && !others.iter().any(is_told) {
        let opened = scene.court.opened.iter().enumerate();
        findings.extend(opened.map(|(number, opened)| {
            let place = Place::root(u32::try_from(number).unwrap_or(u32::MAX), &opened.name);
            not_understood().at(&place)
        }));
    }
    for finding in others
        .iter_mut()
        .chain(&mut findings)
        .filter(|finding| finding.id() == Id::FileNotUnderstood)
    {
        finding.severity = Severity::Error;
    }
    findings
}

fn not_understood() -> Finding {
    Finding::new(BundleFact::FileNotUnderstood {
        bytes: 0,
        begins: String::new(),
    })
}

fn hollow(artifact: &Artifact) -> Option<Finding> {
    let extension = artifact.place.extension();
    let is_hollow =
        matches!(artifact.content, Content::Text) && PROMISING.contains(&extension.as_str());
    is_hollow.then(|| not_understood().at(&artifact.place))
}

fn is_useful(artifact: &Artifact) -> bool {
    !matches!(
        artifact.content,
        Content::Archive
            | Content::NotOpened(_)
            | Content::PasswordFile { .. }
            | Content::Text
            | Content::Unknown
    )
}
