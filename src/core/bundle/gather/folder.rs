//! Walking one opened folder: sorted, bounded in depth and number, never through a link to a folder.

use std::path::{Path, PathBuf};

use super::{Supply, Walk};
use crate::core::archive::names;
use crate::core::env::{Entry, EntryKind, Env, FileFault};
use crate::core::finding::{BundleFact, Finding, Severity};
use crate::core::limits::{FOLDER_DEPTH, FOLDER_ENTRIES};
use crate::core::place::Place;
use crate::core::progress::{Cancelled, Progress, Stage, check};

struct Folder {
    place: Place,
    path: PathBuf,
    depth: usize,
}

/// Adds all files of the folder; the inner result tells why the folder itself could not be listed.
pub(super) fn walk(
    walk: &mut Walk,
    root: &Place,
    path: &Path,
    env: &Env<'_>,
    progress: &dyn Progress,
) -> Result<Result<(), FileFault>, Cancelled> {
    let mut open = vec![Folder {
        place: root.clone(),
        path: path.to_owned(),
        depth: 1,
    }];
    let mut seen = 0;
    while let Some(folder) = open.pop() {
        check(progress)?;
        progress.report(Stage::ReadingFiles, seen as u64, 0);
        let entries = match env.files.list(&folder.path) {
            Ok(entries) => entries,
            Err(fault) if folder.depth == 1 => return Ok(Err(fault)),
            Err(fault) => {
                walk.unreadable(&folder.place, fault);
                continue;
            }
        };
        let mut inner = Vec::new();
        for entry in entries {
            seen += 1;
            if seen > FOLDER_ENTRIES {
                limit(walk, root, "folder_entries", FOLDER_ENTRIES, seen);
                return Ok(Ok(()));
            }
            let place = folder.place.inside(&entry.name);
            if entry.kind == EntryKind::Folder {
                count_folder(walk);
                inner.push(Folder {
                    place,
                    path: entry.path,
                    depth: folder.depth + 1,
                });
            } else if !names::is_litter(&entry.name) {
                add(walk, place, entry, env);
            }
        }
        if folder.depth >= FOLDER_DEPTH && !inner.is_empty() {
            limit(
                walk,
                &folder.place,
                "folder_depth",
                FOLDER_DEPTH,
                folder.depth + 1,
            );
        } else {
            // The stack gives the last one back first.
            open.extend(inner.into_iter().rev());
        }
    }
    Ok(Ok(()))
}

fn add(walk: &mut Walk, place: Place, entry: Entry, env: &Env<'_>) {
    match entry.kind {
        EntryKind::File(_) => walk.add(place, Supply::Disk(entry.path)),
        EntryKind::Link => link(walk, place, entry, env),
        EntryKind::Folder | EntryKind::Special => walk.unreadable(&place, FileFault::NotAFile),
    }
}

/// A link to a file is read, since a certbot folder holds nothing else; a link to a folder is said and left.
fn link(walk: &mut Walk, place: Place, entry: Entry, env: &Env<'_>) {
    match env.files.entry(&entry.path).map(|target| target.kind) {
        Ok(EntryKind::File(_)) => walk.add(place, Supply::Disk(entry.path)),
        Ok(EntryKind::Special) => walk.unreadable(&place, FileFault::NotAFile),
        Ok(EntryKind::Folder | EntryKind::Link) => {
            let fault = FileFault::LinkNotFollowed;
            let fact = BundleFact::FileUnreadable { fault };
            let finding = Finding::new(fact).at(&place).rated(Severity::Info);
            walk.gathered.findings.push(finding);
        }
        Err(fault) => walk.unreadable(&place, fault),
    }
}

fn count_folder(walk: &mut Walk) {
    if let Some(opened) = walk.gathered.opened.last_mut() {
        opened.folders += 1;
    }
}

fn limit(walk: &mut Walk, place: &Place, limit: &'static str, allowed: usize, seen: usize) {
    let fact = BundleFact::ArchiveLimitReached {
        limit,
        allowed: allowed as u64,
        seen: seen as u64,
    };
    walk.gathered.findings.push(Finding::new(fact).at(place));
}
