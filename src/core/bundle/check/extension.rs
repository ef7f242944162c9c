//! File names that promise something else than the file holds.

use crate::core::artifact::{Artifact, Content};
use crate::core::bundle::scene::Scene;
use crate::core::finding::{BundleFact, Finding, Kind, Severity};
use crate::core::place::Place;

/// One finding per file whose extension promises none of what is in it.
pub fn check(scene: &Scene<'_>) -> Vec<Finding> {
    scene
        .files
        .keys()
        .filter_map(|file| lie(file, scene))
        .collect()
}

fn promised(extension: &str) -> &'static [Kind] {
    match extension {
        "cer" | "crt" | "cert" => &[Kind::Certificate],
        "crl" => &[Kind::Crl],
        "csr" | "p10" | "req" => &[Kind::Csr],
        "jks" => &[Kind::Jks],
        "jceks" => &[Kind::Jceks],
        "key" => &[Kind::Key],
        "p12" | "pfx" => &[Kind::Pfx],
        "p7b" | "p7c" | "p7s" | "spc" => &[Kind::Pkcs7],
        _ => &[],
    }
}

fn lie(file: &Place, scene: &Scene<'_>) -> Option<Finding> {
    let extension = file.extension();
    let promised = promised(&extension);
    let held: Vec<Kind> = scene
        .in_file(file)
        .filter(|artifact| artifact.container.is_none())
        .filter_map(|held| told(held))
        .collect();
    let kind = *held.first()?;
    if promised.is_empty() || held.iter().any(|kind| promised.contains(kind)) {
        return None;
    }
    // Java reads PKCS#12 under any name, and keytool writes it as .jks since Java 9.
    let is_harmless = kind == Kind::Pfx && matches!(extension.as_str(), "jks" | "jceks");
    let severity = if is_harmless {
        Severity::Info
    } else {
        Severity::Warning
    };
    Some(
        Finding::new(BundleFact::ExtensionLies { extension, kind })
            .rated(severity)
            .at(file),
    )
}

/// The kind, unless it is not known well enough to call the name a lie.
fn told(artifact: &Artifact) -> Option<Kind> {
    match artifact.content {
        Content::NotOpened(_) | Content::Unknown | Content::Text | Content::Archive => None,
        _ => Some(artifact.kind()),
    }
}
