//! The plan of a conversion: what goes into which file and what stays behind. The preview shows it,
//! and [`super::make`] follows it.

use std::sync::Arc;

use crate::core::convert::names::{self, FileRole};
use crate::core::convert::{Choice, Entry, Format, Material, PemLayout, Provider, Recipe, Refusal};
use crate::core::key::PrivateKey;
use crate::core::keystore::KeyAttributes;
use crate::core::x509::Certificate;
use crate::core::x509::public_key::KeyInfo;

/// A file that will come out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedFile {
    /// What it is for.
    pub role: FileRole,
    /// Its name, without folder.
    pub name: String,
    /// Whether only its owner may read it.
    pub is_secret: bool,
}

/// A leaf with its key as it goes in.
#[derive(Clone)]
pub struct PlannedEntry {
    /// Leaf, key, chain.
    pub entry: Entry,
    /// Friendly name or alias.
    pub name: String,
    /// Microsoft's attributes that are written.
    pub attributes: KeyAttributes,
}

/// Something the preview says beside the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The chain ends early for want of this issuer.
    ChainIncomplete(String),
    /// The alias is shown in lower case.
    AliasLowered {
        /// As given.
        from: String,
        /// As shown.
        to: String,
    },
    /// Windows puts the key into this provider, as in the source.
    ProviderKept(String),
    /// The source named this provider; it is left out.
    ProviderDropped(String),
    /// So many secret keys and lists of the source stay behind.
    OtherEntriesLeft(usize),
    /// So many keystores and keys of the source are still locked; nothing of them goes in.
    LockedLeft(usize),
    /// So many certificates that the source keystore calls trusted stay behind.
    TrustedLeft(usize),
    /// Leaves that stay behind for want of their keys.
    KeylessLeft(Vec<String>),
    /// So many keys that fit no certificate stay behind.
    LooseKeysLeft(usize),
    /// No private key goes in.
    WithoutKey,
    /// The key file can be read by everybody who gets it.
    KeyUnprotected,
    /// Java uses one password for the PKCS#12 store and its keys.
    OnePassword,
    /// So many names of the certificate are no host names and get no file.
    NamesSkipped(usize),
    /// DER holds one certificate; the chain stays behind.
    ChainNotInDer,
}

/// What will be made.
#[derive(Clone)]
pub struct Plan {
    /// What was asked.
    pub choice: Choice,
    /// How it is protected.
    pub recipe: Recipe,
    /// Leaves with their keys.
    pub entries: Vec<PlannedEntry>,
    /// Certificates that go in on their own, with their names.
    pub trusted: Vec<(Arc<Certificate>, String)>,
    /// A key that goes in without certificate.
    pub loose_key: Option<Arc<PrivateKey>>,
    /// The files.
    pub files: Vec<PlannedFile>,
    /// What else there is to say.
    pub notes: Vec<Note>,
}

impl Plan {
    /// The chain that goes in behind a leaf.
    pub fn chain<'a>(&self, entry: &'a Entry) -> Vec<&'a Arc<Certificate>> {
        let issuers = entry.issuers.iter().filter(|_| self.choice.with_chain);
        let root = entry.root.iter().filter(|_| self.choice.with_root);
        issuers.chain(root).collect()
    }

    /// Kinds of the keys that go in.
    pub fn key_kinds(&self) -> Vec<KeyInfo> {
        let entries = self
            .entries
            .iter()
            .filter_map(|planned| planned.entry.key.as_ref());
        let keys = entries.chain(self.loose_key.as_ref());
        keys.map(|key| key.info.clone()).collect()
    }
}

/// Plans a conversion. Costs nothing: no key is derived. `stem` is the first part of the file names,
/// safe as a file name.
///
/// # Errors
/// When the choice cannot be fulfilled from what is here.
pub fn plan(material: &Material, choice: &Choice, stem: &str) -> Result<Plan, Refusal> {
    let recipe = Recipe::of(choice)?;
    let mut plan = Plan {
        choice: choice.clone(),
        recipe,
        entries: Vec::new(),
        trusted: Vec::new(),
        loose_key: None,
        files: Vec::new(),
        notes: Vec::new(),
    };
    if choice.is_trust_store {
        plan.trusted = super::select::trusted(material, choice)?;
    } else if choice.format.is_key_only() {
        super::select::one_key(material, &mut plan)?;
    } else {
        let entries = super::select::entries(material, choice)?;
        plan.entries = entries
            .into_iter()
            .map(|entry| planned(entry, choice))
            .collect();
        plan.trusted = match plan.entries.is_empty() {
            true => super::select::trusted(material, choice)?,
            false => super::select::trusted_beside_keys(material, choice),
        };
    }
    let protects_key = matches!(plan.recipe, Recipe::EncryptedKey { .. } | Recipe::PlainKey);
    if protects_key && plan.key_kinds().is_empty() {
        plan.recipe = Recipe::Public;
    }
    check_aliases(&plan)?;
    plan.files = files(&plan, stem)?;
    note(&mut plan, material);
    Ok(plan)
}

fn planned(mut entry: Entry, choice: &Choice) -> PlannedEntry {
    if !choice.format.has_key() {
        entry.key = None;
    }
    let given = choice.name.clone().filter(|name| !name.is_empty());
    let name = given.unwrap_or_else(|| names::usual(&entry, choice.target));
    let attributes = match &choice.provider {
        Provider::Keep if choice.target.is_windows() => entry.attributes.clone(),
        Provider::Set(attributes) => attributes.clone(),
        Provider::Keep | Provider::Drop => KeyAttributes::default(),
    };
    PlannedEntry {
        entry,
        name,
        attributes,
    }
}

/// Java finds entries by alias: two of one name would lose one.
fn check_aliases(plan: &Plan) -> Result<(), Refusal> {
    if !plan.choice.format.is_keystore() || !plan.choice.target.is_java() {
        return Ok(());
    }
    let mut seen = std::collections::HashSet::new();
    let names = plan.entries.iter().map(|planned| &planned.name);
    for name in names.chain(plan.trusted.iter().map(|(_, name)| name)) {
        let shown = names::as_shown(name, plan.choice.target);
        if !seen.insert(shown.clone()) {
            return Err(Refusal::AliasCollision { alias: shown });
        }
    }
    Ok(())
}

fn files(plan: &Plan, stem: &str) -> Result<Vec<PlannedFile>, Refusal> {
    let format = plan.choice.format;
    if plan.choice.target == crate::core::convert::Target::Ccs && format == Format::Pfx {
        return central_store_files(plan);
    }
    let has_key = !plan.key_kinds().is_empty();
    let roles = roles(plan, has_key);
    Ok(roles
        .into_iter()
        .map(|role| PlannedFile {
            role,
            name: names::file(stem, role, format, plan.choice.is_der),
            is_secret: match role {
                FileRole::Keystore | FileRole::Combined => has_key,
                FileRole::Key => true,
                _ => false,
            },
        })
        .collect())
}

fn roles(plan: &Plan, has_key: bool) -> Vec<FileRole> {
    let has_chain = plan
        .entries
        .iter()
        .any(|planned| !plan.chain(&planned.entry).is_empty());
    let key = has_key.then_some(FileRole::Key);
    let chain = has_chain.then_some(FileRole::Chain);
    match plan.choice.format {
        Format::Pfx | Format::Jks | Format::Jceks => vec![FileRole::Keystore],
        Format::P7b => vec![FileRole::Collection],
        Format::Der => vec![FileRole::Leaf],
        Format::Pkcs8 | Format::Pkcs1 | Format::Sec1 => vec![FileRole::Key],
        Format::Pem(_) if plan.entries.is_empty() => vec![FileRole::Collection],
        Format::Pem(PemLayout::One | PemLayout::HaProxy) => vec![FileRole::Combined],
        Format::Pem(PemLayout::Nginx) => [Some(FileRole::FullChain), key]
            .into_iter()
            .flatten()
            .collect(),
        Format::Pem(PemLayout::Apache) => [Some(FileRole::Leaf), chain, key]
            .into_iter()
            .flatten()
            .collect(),
        Format::Pem(PemLayout::Separate) => {
            let full = has_chain.then_some(FileRole::FullChain);
            [Some(FileRole::Leaf), chain, full, key]
                .into_iter()
                .flatten()
                .collect()
        }
    }
}

fn central_store_files(plan: &Plan) -> Result<Vec<PlannedFile>, Refusal> {
    let leaves = plan.entries.iter().map(|planned| &planned.entry.leaf);
    let names: Vec<String> = leaves.flat_map(|leaf| names::central_store(leaf)).collect();
    if names.is_empty() {
        return Err(Refusal::NoHostName);
    }
    Ok(names
        .into_iter()
        .map(|host| PlannedFile {
            role: FileRole::Keystore,
            name: format!("{host}.pfx"),
            is_secret: true,
        })
        .collect())
}

fn note(plan: &mut Plan, material: &Material) {
    let mut notes = Vec::new();
    let choice = &plan.choice;
    for planned in &plan.entries {
        if let Some(issuer) = &planned.entry.missing_issuer {
            notes.push(Note::ChainIncomplete(issuer.clone()));
        }
        note_name(planned, choice, &mut notes);
        note_provider(planned, choice, &mut notes);
    }
    let has_key = !plan.key_kinds().is_empty();
    if choice.format.has_key() && !has_key && !choice.is_trust_store {
        notes.push(Note::WithoutKey);
    }
    if has_key && plan.recipe == Recipe::PlainKey {
        notes.push(Note::KeyUnprotected);
    }
    if choice.format == Format::Pfx && choice.target.is_java() {
        notes.push(Note::OnePassword);
    }
    if choice.format == Format::Der && material.certificates.len() > 1 {
        notes.push(Note::ChainNotInDer);
    }
    note_left(plan, material, &mut notes);
    plan.notes = notes;
}

fn note_name(planned: &PlannedEntry, choice: &Choice, notes: &mut Vec<Note>) {
    let shown = names::as_shown(&planned.name, choice.target);
    if choice.format.is_keystore() && shown != planned.name {
        notes.push(Note::AliasLowered {
            from: planned.name.clone(),
            to: shown,
        });
    }
    if choice.target == crate::core::convert::Target::Ccs {
        let names = planned.entry.leaf.dns_names().count();
        let hosts = names::central_store(&planned.entry.leaf).len();
        if hosts < names {
            notes.push(Note::NamesSkipped(names - hosts));
        }
    }
}

fn note_provider(planned: &PlannedEntry, choice: &Choice, notes: &mut Vec<Note>) {
    if let Some(provider) = &planned.attributes.provider {
        notes.push(Note::ProviderKept(provider.clone()));
    } else if let Some(provider) = &planned.entry.attributes.provider
        && choice.format == Format::Pfx
    {
        notes.push(Note::ProviderDropped(provider.clone()));
    }
}

/// What the source holds and the result does not.
fn note_left(plan: &Plan, material: &Material, notes: &mut Vec<Note>) {
    if !plan.choice.format.has_key() || plan.choice.is_trust_store {
        return;
    }
    if !material.locked.is_empty() {
        notes.push(Note::LockedLeft(material.locked.len()));
    }
    if material.other_entries > 0 {
        notes.push(Note::OtherEntriesLeft(material.other_entries));
    }
    if plan.trusted.is_empty() && !plan.entries.is_empty() && !material.trusted.is_empty() {
        notes.push(Note::TrustedLeft(material.trusted.len()));
    }
    let is_left = |key: &&Arc<PrivateKey>| {
        let taken = plan.loose_key.as_ref();
        taken.is_none_or(|taken| taken.spki != key.spki)
    };
    let loose = material.loose_keys.iter().filter(is_left).count();
    if loose > 0 {
        notes.push(Note::LooseKeysLeft(loose));
    }
    let keyless: Vec<String> = material
        .entries
        .iter()
        .filter(|entry| entry.key.is_none())
        .map(|entry| entry.leaf.title())
        .collect();
    let is_whole = plan.choice.leaves.is_none() && !plan.entries.is_empty();
    if is_whole && !keyless.is_empty() && !plan.key_kinds().is_empty() {
        notes.push(Note::KeylessLeft(keyless));
    }
}
