//! Arguments to a choice: form and target from each other, leaves by name, what makes no sense together.

use crate::core::artifact::Fingerprint;
use crate::core::convert::{Choice, Entry, Format, Material, Provider, Refusal, Target};
use crate::core::x509::Certificate;
use crate::text::Lang;
use crate::text::cli::convert as words;
use crate::text::time::date;

use super::args::Convert;

/// Hexadecimal digits of a fingerprint that name a certificate.
const LEAST_DIGITS: usize = 8;

/// Form and target, each from the other where it is not given.
///
/// # Errors
/// What is wrong about the arguments.
pub fn form_and_target(lang: Lang, asked: &Convert) -> Result<(Format, Target), String> {
    let to = match (asked.to, asked.layout) {
        (Some(Format::Pem(_)) | None, Some(layout)) => Some(Format::Pem(layout)),
        (Some(other), Some(_)) => return Err(words::no_use(lang, "--layout", other)),
        (to, None) => to,
    };
    let (format, target) = match (to, asked.target) {
        (Some(format), Some(target)) => (format, target),
        (Some(format), None) => (format, usual_target(format)),
        (None, Some(target)) => (target.usual_format(), target),
        (None, None) => return Err(words::need_form_or_target(lang).to_owned()),
    };
    match useless(asked, format) {
        Some(option) => Err(words::no_use(lang, option, format)),
        None => Ok((format, target)),
    }
}

/// Who usually reads a form.
const fn usual_target(format: Format) -> Target {
    match format {
        Format::Pfx => Target::Server2019,
        Format::Jks | Format::Jceks => Target::Java,
        _ => Target::OpenSsl,
    }
}

/// The first option that means nothing for a form; passing it over in silence would hide a mistake.
fn useless(asked: &Convert, format: Format) -> Option<&'static str> {
    let is_pfx = format == Format::Pfx;
    let is_java = matches!(format, Format::Jks | Format::Jceks);
    let is_public = !format.has_key() || asked.trust_store && !format.is_keystore();
    let given = [
        ("--protection", asked.protection.is_some() && !is_pfx),
        ("--provider", asked.provider.is_some() && !is_pfx),
        ("--machine-key", asked.machine_key && !is_pfx),
        ("--alias", asked.alias.is_some() && !format.is_keystore()),
        (
            "--friendly-name",
            asked.friendly_name.is_some() && !format.is_keystore(),
        ),
        (
            "--out-key-password-file",
            asked.out_key_password_file.is_some() && !is_java,
        ),
        (
            "--out-password-file",
            asked.out_password_file.is_some() && is_public,
        ),
        ("--generate-password", asked.generate_password && is_public),
        ("--without-password", asked.without_password && is_java),
        (
            "--write-password-file",
            asked.write_password_file && is_public,
        ),
        (
            "--trust-store",
            asked.trust_store && (format.is_key_only() || format == Format::Der),
        ),
        (
            "--iterations",
            asked.iterations.is_some() && (is_public || format == Format::Jks),
        ),
    ];
    given
        .into_iter()
        .find_map(|(option, is_useless)| is_useless.then_some(option))
}

/// The choice, with the leaves that were named.
///
/// # Errors
/// When a name fits no leaf, or several.
pub fn choice(
    lang: Lang,
    asked: &Convert,
    (format, target): (Format, Target),
    material: &Material,
) -> Result<Choice, Refusal> {
    let has_password = asked.out_password_file.is_some() || asked.generate_password;
    let leaves = leaves(lang, asked, format, material)?;
    let provider = provider(asked, leaves.as_deref(), material);
    Ok(Choice {
        format,
        leaves,
        is_trust_store: asked.trust_store,
        name: asked.alias.clone().or_else(|| asked.friendly_name.clone()),
        cipher: asked.protection,
        iterations: asked.iterations,
        with_chain: !asked.without_chain,
        with_root: asked.include_root,
        provider,
        encrypts_key: has_password && !format.is_keystore(),
        is_der: format.is_key_only() && is_der_name(asked),
        ..Choice::for_target(target)
    })
}

fn is_der_name(asked: &Convert) -> bool {
    let extension = asked.out.extension().and_then(|ending| ending.to_str());
    extension.is_some_and(|ending| {
        ending.eq_ignore_ascii_case("der") || ending.eq_ignore_ascii_case("pk8")
    })
}

/// The provider; a machine key alone keeps the source's.
fn provider(asked: &Convert, leaves: Option<&[Fingerprint]>, material: &Material) -> Provider {
    let given = asked.provider.clone().unwrap_or_default();
    if !asked.machine_key {
        return given;
    }
    let is_taken =
        |entry: &&Entry| leaves.is_none_or(|leaves| leaves.contains(&entry.leaf.fingerprint));
    let mut attributes = match given {
        Provider::Set(attributes) => attributes,
        Provider::Drop => Default::default(),
        Provider::Keep => material
            .with_key()
            .find(is_taken)
            .map(|entry| entry.attributes.clone())
            .unwrap_or_default(),
    };
    attributes.is_machine_key = true;
    Provider::Set(attributes)
}

fn leaves(
    lang: Lang,
    asked: &Convert,
    format: Format,
    material: &Material,
) -> Result<Option<Vec<Fingerprint>>, Refusal> {
    let candidates = candidates(format, material);
    if asked.all {
        let all = candidates.iter().map(|entry| entry.leaf.fingerprint);
        return Ok(Some(all.collect()).filter(|all: &Vec<_>| !all.is_empty()));
    }
    if asked.select.is_empty() {
        return Ok(None);
    }
    let mut chosen = Vec::new();
    for name in &asked.select {
        let leaf = one_leaf(lang, name, &candidates, format, material)?;
        if !chosen.contains(&leaf) {
            chosen.push(leaf);
        }
    }
    Ok(Some(chosen))
}

fn one_leaf(
    lang: Lang,
    name: &str,
    candidates: &[&Entry],
    format: Format,
    material: &Material,
) -> Result<Fingerprint, Refusal> {
    let mut found: Vec<&Certificate> = candidates
        .iter()
        .map(|entry| &*entry.leaf)
        .filter(|leaf| is_called(leaf, name))
        .collect();
    if found.is_empty() {
        // A leaf without its key is named all the same: the refusal then says that the key is missing.
        let all = material.entries.iter().map(|entry| &*entry.leaf);
        found = all.filter(|leaf| is_called(leaf, name)).collect();
    }
    match found.as_slice() {
        [] => Err(Refusal::NoSuchLeaf),
        [leaf] => Ok(leaf.fingerprint),
        several => Err(Refusal::SeveralLeaves {
            titles: several.iter().map(|leaf| long_title(lang, leaf)).collect(),
            can_hold: format.holds_several(),
        }),
    }
}

/// The same refusal with names that differ even where the certificates' names do not.
pub fn told_apart(lang: Lang, refusal: Refusal, format: Format, material: &Material) -> Refusal {
    let Refusal::SeveralLeaves { can_hold, .. } = refusal else {
        return refusal;
    };
    let candidates = candidates(format, material);
    Refusal::SeveralLeaves {
        titles: candidates
            .iter()
            .map(|entry| long_title(lang, &entry.leaf))
            .collect(),
        can_hold,
    }
}

/// The leaves that a form can be made of.
fn candidates(format: Format, material: &Material) -> Vec<&Entry> {
    let with_key: Vec<&Entry> = material.with_key().collect();
    if format.has_key() && !with_key.is_empty() {
        return with_key;
    }
    material.entries.iter().collect()
}

/// Name, last day and the beginning of the fingerprint: leaves of one name differ in these.
fn long_title(lang: Lang, leaf: &Certificate) -> String {
    let (title, day) = (leaf.title(), date(lang, leaf.not_after));
    let digits: String = leaf.fingerprint.to_string().chars().take(16).collect();
    format!("{title} ({day}, {digits})")
}

fn is_called(leaf: &Certificate, name: &str) -> bool {
    let digits: String = name
        .chars()
        .filter(|char| *char != ':')
        .flat_map(char::to_lowercase)
        .collect();
    let is_fingerprint =
        digits.len() >= LEAST_DIGITS && leaf.fingerprint.to_string().starts_with(&digits);
    is_fingerprint
        || leaf.title().eq_ignore_ascii_case(name)
        || leaf.dns_names().any(|held| held.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::convert::PemLayout;

    #[test]
    fn each_form_has_somebody_who_reads_it() {
        assert_eq!(usual_target(Format::Pfx), Target::Server2019);
        assert_eq!(usual_target(Format::Jks), Target::Java);
        assert_eq!(usual_target(Format::Pem(PemLayout::One)), Target::OpenSsl);
        assert_eq!(usual_target(Format::Sec1), Target::OpenSsl);
    }
}
