//! What `--out` means: a folder for files of usual names, or a file whose name they take.

use std::path::Path;

use super::args::Convert;
use crate::core::convert::{Destination, Format, Material, Plan, Target};
use crate::core::env::{EntryKind, Env};
use crate::text::cli::convert as words;
use crate::text::foreign::file_name;
use crate::text::{Lang, convert};

/// Endings that a name may have besides what makes it a name: `shop.example.com` ends in none of them.
const ENDINGS: [&str; 14] = [
    "bundle", "cer", "crt", "der", "jceks", "jks", "key", "keystore", "p12", "p7b", "pem", "pfx",
    "pk8", "ts",
];

/// Whether `--out` names a folder.
pub fn is_folder(out: &Path, env: &Env<'_>) -> bool {
    let is_there = |entry: crate::core::env::Entry| entry.kind == EntryKind::Folder;
    out.as_os_str().to_string_lossy().ends_with(['/', '\\'])
        || env.files.entry(out).is_ok_and(is_there)
}

/// The first part of file names: from the file named, else from the certificate.
pub fn stem(asked: &Convert, material: &Material, env: &Env<'_>) -> String {
    let named = asked.out.file_name().map(|name| name.to_string_lossy());
    match named.filter(|_| !is_folder(&asked.out, env)) {
        Some(name) => without_ending(&name).to_owned(),
        None => usual_stem(asked, material),
    }
}

fn usual_stem(asked: &Convert, material: &Material) -> String {
    if asked.trust_store {
        return "truststore".to_owned();
    }
    if let [name] = asked.select.as_slice() {
        return file_name(name);
    }
    let leaf = material
        .with_key()
        .next()
        .or(material.entries.first())
        .map(|entry| convert::stem(&entry.leaf));
    let any = || material.certificates.first();
    leaf.or_else(|| any().map(|(certificate, _)| convert::stem(certificate)))
        .unwrap_or_else(|| "private".to_owned())
}

fn without_ending(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, ending))
            if !stem.is_empty() && ENDINGS.contains(&ending.to_ascii_lowercase().as_str()) =>
        {
            stem
        }
        _ => name,
    }
}

/// Where the planned files go.
///
/// # Errors
/// When the central store's files have no folder to go to.
pub fn of(lang: Lang, out: &Path, plan: &Plan, env: &Env<'_>) -> Result<Destination, String> {
    if is_folder(out, env) {
        return Ok(Destination::Folder(out.to_owned()));
    }
    let is_central = plan.choice.target == Target::Ccs && plan.choice.format == Format::Pfx;
    if is_central {
        return Err(words::need_folder(lang).to_owned());
    }
    if plan.files.len() == 1 {
        return Ok(Destination::File(out.to_owned()));
    }
    let parent = out.parent().filter(|parent| !parent.as_os_str().is_empty());
    Ok(Destination::Folder(
        parent.unwrap_or(Path::new(".")).to_owned(),
    ))
}

#[cfg(test)]
mod tests {
    use super::without_ending;

    #[test]
    fn only_endings_of_certificate_files_are_taken_off() {
        for (name, stem) in [
            ("shop.crt", "shop"),
            ("shop.example.com", "shop.example.com"),
            ("shop.example.com.PFX", "shop.example.com"),
            (".pem", ".pem"),
            ("shop", "shop"),
        ] {
            assert_eq!(without_ending(name), stem);
        }
    }
}
