//! Which leaves, keys and certificates a conversion takes, and why it takes none.

use std::collections::HashSet;
use std::sync::Arc;

use crate::core::convert::{Choice, Entry, Format, Material, Plan, Refusal, names};
use crate::core::key::PrivateKey;
use crate::core::x509::Certificate;

/// A certificate on its own with its name.
type Trusted = (Arc<Certificate>, String);

/// The leaves to take.
pub(super) fn entries(material: &Material, choice: &Choice) -> Result<Vec<Entry>, Refusal> {
    let wanted = |entry: &&Entry| match &choice.leaves {
        Some(leaves) => leaves.contains(&entry.leaf.fingerprint),
        None => true,
    };
    let all: Vec<&Entry> = material.entries.iter().filter(wanted).collect();
    if choice.leaves.is_some() && all.is_empty() {
        return Err(Refusal::NoSuchLeaf);
    }
    let with_key: Vec<&Entry> = all
        .iter()
        .copied()
        .filter(|entry| entry.key.is_some())
        .collect();
    let taken = match choice.format {
        format if !format.has_key() => all,
        Format::Pem(_) if with_key.is_empty() => {
            refuse_lost_key(material)?;
            all
        }
        _ if with_key.is_empty() => return Err(no_key(material)),
        _ => with_key,
    };
    refuse_several(&taken, choice)?;
    if taken.is_empty() && material.certificates.is_empty() {
        return Err(no_key_or_nothing(material));
    }
    Ok(taken.into_iter().cloned().collect())
}

/// Several leaves need the user's word, unless they come as aliases of one Java keystore.
fn refuse_several(taken: &[&Entry], choice: &Choice) -> Result<(), Refusal> {
    let may_all = choice.format.holds_several()
        && (choice.leaves.is_some()
            || choice.format == Format::P7b
            || choice.format.is_keystore() && choice.target.is_java());
    if taken.len() < 2 || may_all {
        return Ok(());
    }
    Err(Refusal::SeveralLeaves {
        titles: taken.iter().map(|entry| entry.leaf.title()).collect(),
        can_hold: choice.format.holds_several(),
    })
}

/// Keys are here, or may be, and none of them fits: the user expects one in the result.
fn refuse_lost_key(material: &Material) -> Result<(), Refusal> {
    let is_lost = !material.loose_keys.is_empty() || !material.locked.is_empty();
    if is_lost {
        Err(no_key(material))
    } else {
        Ok(())
    }
}

fn no_key_or_nothing(material: &Material) -> Refusal {
    match material.loose_keys.is_empty() && material.locked.is_empty() {
        true => Refusal::NothingHere,
        false => no_key(material),
    }
}

/// Why there is no leaf with its key.
fn no_key(material: &Material) -> Refusal {
    if !material.locked.is_empty() {
        return Refusal::StillLocked {
            files: material.locked.clone(),
        };
    }
    let leaves = material.entries.iter();
    let certificates: Vec<String> = leaves.map(|entry| entry.leaf.title()).collect();
    match material.loose_keys.as_slice() {
        [] if material.certificates.is_empty() => Refusal::NothingHere,
        [] => Refusal::NoKey { certificates },
        keys => Refusal::KeyFitsNothing {
            keys: keys.iter().map(|key| key.info.clone()).collect(),
            certificates: tried(material),
        },
    }
}

/// Titles of the leaves, or of every certificate where none looks like one: keys are tried on all.
fn tried(material: &Material) -> Vec<String> {
    if material.entries.is_empty() {
        let held = material.certificates.iter();
        return held.map(|(certificate, _)| certificate.title()).collect();
    }
    let leaves = material.entries.iter();
    leaves.map(|entry| entry.leaf.title()).collect()
}

/// The one key to take, with its leaf when it has one.
pub(super) fn one_key(material: &Material, plan: &mut Plan) -> Result<(), Refusal> {
    let choice = &plan.choice;
    let wanted = |entry: &&Entry| match &choice.leaves {
        Some(leaves) => leaves.contains(&entry.leaf.fingerprint),
        None => true,
    };
    let mut seen = HashSet::new();
    let entries = material.with_key().filter(wanted);
    let held = entries.filter_map(|entry| entry.key.as_ref());
    let loose = material
        .loose_keys
        .iter()
        .filter(|_| choice.leaves.is_none());
    let keys: Vec<&Arc<PrivateKey>> = held
        .chain(loose)
        .filter(|key| seen.insert(Arc::clone(&key.spki)))
        .collect();
    match keys.as_slice() {
        [key] => {
            plan.loose_key = Some(Arc::clone(key));
            Ok(())
        }
        [] => Err(no_key(material)),
        several => Err(Refusal::SeveralKeys {
            keys: several.iter().map(|key| key.info.clone()).collect(),
        }),
    }
}

/// Every certificate on its own, each with its own name.
pub(super) fn trusted(material: &Material, choice: &Choice) -> Result<Vec<Trusted>, Refusal> {
    if material.certificates.is_empty() {
        return Err(no_key_or_nothing(material));
    }
    Ok(named(&material.certificates, choice))
}

/// The trusted certificates of a Java keystore stay with its keys when it becomes another one.
pub(super) fn trusted_beside_keys(material: &Material, choice: &Choice) -> Vec<Trusted> {
    if choice.format.is_keystore() && choice.target.is_java() && choice.leaves.is_none() {
        named(&material.trusted, choice)
    } else {
        Vec::new()
    }
}

fn named(certificates: &[(Arc<Certificate>, Option<String>)], choice: &Choice) -> Vec<Trusted> {
    let mut used = HashSet::new();
    certificates
        .iter()
        .map(|(certificate, alias)| {
            let base = alias.clone().unwrap_or_else(|| certificate.title());
            let base = names::as_shown(&base, choice.target);
            (Arc::clone(certificate), unused(base, &mut used))
        })
        .collect()
}

/// The name, numbered when it is taken: several roots of one CA have one name.
fn unused(base: String, used: &mut HashSet<String>) -> String {
    let mut name = base.clone();
    let mut number = 2;
    while !used.insert(name.clone()) {
        name = format!("{base} ({number})");
        number += 1;
    }
    name
}
