//! Which server each file is for: by keystore kind, by what lies together in a folder, by the folder's name.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::core::artifact::{Artifact, Content, Lock, Protection};
use crate::core::bundle::scene::Scene;
use crate::core::bundle::story::{Cell, Identity, KeyState, MadeFor, PasswordCell, Server};
use crate::core::finding::Kind;
use crate::core::place::Place;
use crate::core::secret::Origin;
use crate::core::x509::Certificate;

/// What one file holds, as seen from one identity.
#[derive(Default)]
struct FileView {
    has_leaf: bool,
    has_other_leaf: bool,
    issuers: usize,
    has_key: bool,
    has_other_key: bool,
    keystore: Option<Kind>,
    is_locked: bool,
    has_locked_key: bool,
    password: Option<PasswordCell>,
    is_pkcs7: bool,
}

/// One row per server that some of the files are made for.
pub fn rows(
    identity: &Identity,
    others: &[&Identity],
    scene: &Scene<'_>,
    is_first: bool,
) -> Vec<MadeFor> {
    let mut folders: BTreeMap<(u32, String), Vec<(Place, FileView)>> = BTreeMap::new();
    let mut rows = Vec::new();
    for file in relevant_files(identity, others, scene, is_first) {
        let view = look(&file, identity, others, scene);
        if view.keystore.is_some() || view.is_pkcs7 {
            rows.extend(keystore_row(&file, &view, identity));
        } else {
            folders
                .entry((file.source, file.folder().to_owned()))
                .or_default()
                .push((file, view));
        }
    }
    for ((_, folder), files) in &folders {
        rows.extend(pem_rows(folder, files, identity));
    }
    rows.sort_by(|left, right| {
        left.server
            .cmp(&right.server)
            .then_with(|| left.files.cmp(&right.files))
    });
    rows
}

/// Files beside more than this many others are a collection: only the identity's own files count there.
const FOLDER_FILES: usize = 64;

/// Files in the folders where the identity, its key or something locked lies.
fn relevant_files(
    identity: &Identity,
    others: &[&Identity],
    scene: &Scene<'_>,
    is_first: bool,
) -> BTreeSet<Place> {
    let mut ids = identity.copies.clone();
    if let KeyState::Proven(keys) | KeyState::NotChecked(keys) = &identity.key {
        ids.extend(keys);
    }
    if is_first {
        ids.extend(scene.locked().map(|artifact| artifact.id));
        ids.extend(others.iter().flat_map(|other| &other.copies));
    }
    let mut files = BTreeSet::new();
    for file in ids
        .iter()
        .filter_map(|id| scene.artifact(*id))
        .map(|artifact| artifact.place.file())
    {
        let siblings = scene.siblings(&file);
        if siblings.len() <= FOLDER_FILES {
            files.extend(siblings.iter().cloned());
        }
        files.insert(file);
    }
    files
}

fn look(file: &Place, identity: &Identity, others: &[&Identity], scene: &Scene<'_>) -> FileView {
    let mut view = FileView::default();
    for artifact in scene.in_file(file) {
        match &artifact.content {
            Content::Certificate { certificate, .. } => {
                let print = certificate.fingerprint;
                view.has_leaf |= print == identity.leaf.fingerprint;
                view.has_other_leaf |= others.iter().any(|other| other.leaf.fingerprint == print);
                let is_needed = |issuer: &Arc<Certificate>| {
                    issuer.fingerprint == print && !issuer.is_self_issued()
                };
                view.issuers += usize::from(identity.issuers.iter().any(is_needed));
            }
            Content::Key { key, .. } => {
                let fits = key.spki == identity.leaf.spki;
                view.has_key |= fits;
                view.has_other_key |= !fits;
            }
            Content::Keystore { kind, lock, .. } => {
                view.keystore = Some(*kind);
                view.is_locked = !matches!(lock, Lock::Open(_));
                view.password = Some(password_cell(lock));
            }
            Content::LockedKey { lock, .. } => {
                view.has_locked_key = true;
                view.password = Some(password_cell(lock));
            }
            Content::Pkcs7 => view.is_pkcs7 = true,
            _ => {}
        }
        note_protection(artifact, &mut view);
    }
    view
}

/// A key file that was unlocked says with which password.
fn note_protection(artifact: &Artifact, view: &mut FileView) {
    if let Content::Key {
        protection: Protection::Password { origin, .. },
        ..
    } = &artifact.content
    {
        view.password = Some(password_cell(&Lock::Open(Some(origin.clone()))));
    }
}

fn password_cell(lock: &Lock) -> PasswordCell {
    match lock {
        Lock::Open(None) => PasswordCell::NotNeeded,
        Lock::Open(Some(Origin::File(place))) => PasswordCell::File(place.clone()),
        Lock::Open(Some(Origin::Empty)) => PasswordCell::Empty,
        Lock::Open(Some(Origin::Given | Origin::Remembered)) => PasswordCell::Known,
        Lock::PasswordNeeded => PasswordCell::Needed,
        Lock::PasswordWrong => PasswordCell::Refused,
        Lock::Damaged(_) | Lock::TooCostly(_) | Lock::Unsupported(_) => PasswordCell::Unreadable,
    }
}

/// Issuers a server has to send: those of the path without the root.
fn needed_issuers(identity: &Identity) -> usize {
    identity
        .issuers
        .iter()
        .filter(|issuer| !issuer.is_self_issued())
        .count()
}

fn chain_cell(held: usize, identity: &Identity) -> Cell {
    if identity.missing_issuer.is_some() {
        return Cell::Missing;
    }
    let needed = needed_issuers(identity);
    match (needed, held >= needed) {
        (0, _) => Cell::NotNeeded,
        (_, true) => Cell::Good,
        (_, false) => Cell::Missing,
    }
}

fn leaf_cell(has_leaf: bool, has_other: bool) -> Cell {
    match (has_leaf, has_other) {
        (true, _) => Cell::Good,
        (false, true) => Cell::Bad,
        (false, false) => Cell::Missing,
    }
}

fn keystore_row(file: &Place, view: &FileView, identity: &Identity) -> Option<MadeFor> {
    let server = match view.keystore {
        Some(Kind::Jks | Kind::Jceks) => Server::Tomcat,
        _ if matches!(file.extension().as_str(), "jks" | "keystore" | "ks") => Server::Tomcat,
        _ => Server::Iis,
    };
    let password = view.password.clone().unwrap_or(PasswordCell::NotNeeded);
    let files = vec![file.clone()];
    if view.is_locked && !view.has_leaf {
        let locked = || Cell::Locked;
        return Some(MadeFor {
            server,
            files,
            certificate: locked(),
            key: locked(),
            chain: locked(),
            password,
        });
    }
    if !view.has_leaf && !view.has_other_leaf {
        return None;
    }
    let key = match (
        view.has_key,
        view.has_other_key,
        view.is_locked,
        view.is_pkcs7,
    ) {
        (true, ..) => Cell::Good,
        (_, true, ..) => Cell::Bad,
        (_, _, true, _) => Cell::Locked,
        (_, _, _, true) => Cell::NotNeeded,
        _ => Cell::Missing,
    };
    let certificate = leaf_cell(view.has_leaf, view.has_other_leaf);
    Some(MadeFor {
        server,
        files,
        certificate,
        key,
        chain: chain_cell(view.issuers, identity),
        password,
    })
}

/// Rows for the PEM and DER files of one folder: chain file and key (nginx), or leaf, chain, key (Apache).
fn pem_rows(folder: &str, files: &[(Place, FileView)], identity: &Identity) -> Vec<MadeFor> {
    let pick = |wanted: &dyn Fn(&FileView) -> bool| -> Vec<&(Place, FileView)> {
        files.iter().filter(|(_, view)| wanted(view)).collect()
    };
    let chains = pick(&|view| (view.has_leaf || view.has_other_leaf) && view.issuers > 0);
    let leaves = pick(&|view| (view.has_leaf || view.has_other_leaf) && view.issuers == 0);
    let issuers = pick(&|view| !view.has_leaf && !view.has_other_leaf && view.issuers > 0);
    let keys = pick(&|view| view.has_key || view.has_other_key || view.has_locked_key);
    let has_own_name = |name: &str| folder.to_lowercase().contains(name);
    let mut rows = Vec::new();
    if !chains.is_empty() {
        let server = if has_own_name("apache") {
            Server::Apache
        } else {
            Server::Nginx
        };
        rows.push(pem_row(server, &[chains, keys.clone()].concat(), identity));
    }
    if !leaves.is_empty() {
        let server = match (
            issuers.is_empty(),
            has_own_name("nginx"),
            has_own_name("apache"),
        ) {
            (_, true, _) => Server::Nginx,
            (false, ..) | (_, _, true) => Server::Apache,
            (true, ..) => Server::Other,
        };
        rows.push(pem_row(server, &[leaves, issuers, keys].concat(), identity));
    }
    rows
}

fn pem_row(server: Server, files: &[&(Place, FileView)], identity: &Identity) -> MadeFor {
    let any = |wanted: &dyn Fn(&FileView) -> bool| files.iter().any(|(_, view)| wanted(view));
    let key = if any(&|view| view.has_key) {
        Cell::Good
    } else if any(&|view| view.has_other_key) {
        Cell::Bad
    } else if any(&|view| view.has_locked_key) {
        Cell::Locked
    } else {
        Cell::Missing
    };
    let held = files.iter().map(|(_, view)| view.issuers).sum();
    MadeFor {
        server,
        files: files.iter().map(|(place, _)| place.clone()).collect(),
        certificate: leaf_cell(any(&|view| view.has_leaf), any(&|view| view.has_other_leaf)),
        key,
        chain: chain_cell(held, identity),
        password: files
            .iter()
            .find_map(|(_, view)| view.password.clone())
            .unwrap_or(PasswordCell::NotNeeded),
    }
}
