//! Gathering: from what the user opened to files in memory that are recognised. Folders are walked,
//! archives are opened in memory; whatever cannot be read is a finding and the rest goes on.

use std::sync::Arc;

use zeroize::Zeroizing;

use crate::core::bundle::inspection::Opened;
use crate::core::bundle::source::Source;
use crate::core::env::{self, Entry, EntryKind, Env, FileFault};
use crate::core::finding::{BundleFact, Finding, Severity};
use crate::core::limits;
use crate::core::place::Place;
use crate::core::problem::Failure;
use crate::core::progress::{Cancelled, Progress, Stage, check};
use crate::core::sniff::{self, Recognition, What};

/// Files read between two looks at the cancel flag.
const BATCH: usize = 256;

/// Everything that was opened, recognised.
#[derive(Default)]
pub struct Gathered {
    /// What was opened, one per source.
    pub opened: Vec<Opened>,
    /// Files in order.
    pub files: Vec<GatheredFile>,
    /// Archives and folders inside archives.
    pub archives: Vec<Place>,
    /// What could not be read.
    pub findings: Vec<Finding>,
}

/// One file.
pub struct GatheredFile {
    /// Where it lies.
    pub place: Place,
    /// Its size in bytes.
    pub size: u64,
    /// Its bytes where somebody reads on from them, empty where the recognition owns everything.
    pub bytes: Arc<Zeroizing<Vec<u8>>>,
    /// What it holds.
    pub recognition: Recognition,
}

/// Reads and recognises all sources. Fails as a whole only when nothing at all could be read.
///
/// # Errors
/// The first source's fault when no source can be read; the inner result says whether it was cancelled.
pub fn gather(
    sources: &[Source],
    env: &Env<'_>,
    progress: &dyn Progress,
) -> Result<Result<Gathered, Cancelled>, Failure> {
    let mut gathered = Gathered::default();
    let mut first_fault = None;
    for (number, source) in sources.iter().enumerate() {
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        let outcome = match source {
            Source::Memory { name, bytes } => Ok(memory(number, name, bytes, &mut gathered)),
            Source::Path(path) => match env.files.entry(path) {
                Ok(entry) => Ok(path_source(number, &entry, env, progress, &mut gathered)),
                Err(fault) => {
                    let name = path
                        .file_name()
                        .unwrap_or(path.as_os_str())
                        .to_string_lossy();
                    unreadable(&Place::root(number, &name), &fault, &mut gathered);
                    gathered.opened.push(Opened::file(&name));
                    Err(Failure::Unreadable {
                        path: path.clone(),
                        fault,
                    })
                }
            },
        };
        match outcome {
            Ok(Err(Cancelled)) => return Ok(Err(Cancelled)),
            Ok(Ok(())) => {}
            Err(failure) => first_fault = first_fault.or(Some(failure)),
        }
    }
    match first_fault {
        Some(failure) if gathered.files.is_empty() => Err(failure),
        _ => Ok(Ok(gathered)),
    }
}

fn memory(
    number: u32,
    name: &str,
    bytes: &Arc<Zeroizing<Vec<u8>>>,
    gathered: &mut Gathered,
) -> Result<(), Cancelled> {
    gathered.opened.push(Opened::file(name));
    add(
        Place::root(number, name),
        Arc::clone(bytes),
        sniff::recognise(bytes),
        gathered,
    );
    Ok(())
}

fn path_source(
    number: u32,
    entry: &Entry,
    env: &Env<'_>,
    progress: &dyn Progress,
    gathered: &mut Gathered,
) -> Result<(), Cancelled> {
    let root = Place::root(number, &entry.name);
    gathered.opened.push(Opened {
        is_folder: entry.kind == EntryKind::Folder,
        ..Opened::file(&entry.name)
    });
    let mut found = Vec::new();
    match entry.kind {
        EntryKind::Folder => walk(entry, &root, 0, env, progress, &mut found, gathered)?,
        _ => found.push((root, entry.clone())),
    }
    read_all(&found, env, progress, gathered)
}

fn walk(
    folder: &Entry,
    place: &Place,
    depth: usize,
    env: &Env<'_>,
    progress: &dyn Progress,
    found: &mut Vec<(Place, Entry)>,
    gathered: &mut Gathered,
) -> Result<(), Cancelled> {
    check(progress)?;
    let entries = match env.files.list(&folder.path) {
        Ok(entries) => entries,
        Err(fault) => {
            unreadable(place, &fault, gathered);
            return Ok(());
        }
    };
    for entry in entries {
        let inside = place.inside(&entry.name);
        if found.len() >= limits::FOLDER_ENTRIES {
            let (allowed, seen) = (limits::FOLDER_ENTRIES as u64, found.len() as u64 + 1);
            limit("folder_entries", allowed, seen, place, gathered);
            return Ok(());
        }
        match entry.kind {
            EntryKind::File(_) => found.push((inside, entry)),
            EntryKind::Folder if depth >= limits::FOLDER_DEPTH => {
                limit(
                    "folder_depth",
                    limits::FOLDER_DEPTH as u64,
                    depth as u64 + 1,
                    &inside,
                    gathered,
                );
            }
            EntryKind::Folder => {
                if let Some(opened) = gathered.opened.last_mut() {
                    opened.folders += 1;
                }
                walk(&entry, &inside, depth + 1, env, progress, found, gathered)?;
            }
            EntryKind::Link => {
                let fact = BundleFact::FileUnreadable {
                    fault: FileFault::LinkNotFollowed,
                };
                gathered
                    .findings
                    .push(Finding::new(fact).rated(Severity::Info).at(&inside));
            }
            EntryKind::Special => unreadable(&inside, &FileFault::NotAFile, gathered),
        }
    }
    Ok(())
}

fn read_all(
    found: &[(Place, Entry)],
    env: &Env<'_>,
    progress: &dyn Progress,
    gathered: &mut Gathered,
) -> Result<(), Cancelled> {
    let total = found.len() as u64;
    for (done, batch) in found.chunks(BATCH).enumerate() {
        check(progress)?;
        progress.report(Stage::ReadingFiles, (done * BATCH) as u64, total);
        let read = env::map(env.parallel, batch, |(_, entry)| {
            let bytes = env.files.read(&entry.path, limits::FILE_BYTES)?;
            let recognition = sniff::recognise(&bytes);
            Ok((Arc::new(bytes), recognition))
        });
        for ((place, _), outcome) in batch.iter().zip(read) {
            match outcome {
                Ok((bytes, recognition)) => add(place.clone(), bytes, recognition, gathered),
                Err(FileFault::TooLarge(seen)) => {
                    limit("file_bytes", limits::FILE_BYTES, seen, place, gathered);
                }
                Err(fault) => unreadable(place, &fault, gathered),
            }
        }
    }
    Ok(())
}

fn add(
    place: Place,
    bytes: Arc<Zeroizing<Vec<u8>>>,
    recognition: Recognition,
    gathered: &mut Gathered,
) {
    if let Some(opened) = gathered.opened.last_mut() {
        opened.files += 1;
    }
    let size = bytes.len() as u64;
    if matches!(recognition.pieces.as_slice(), [piece] if matches!(piece.what, What::Zip)) {
        gathered.archives.push(place);
        return;
    }
    let bytes = if recognition.owns_everything() {
        Arc::default()
    } else {
        bytes
    };
    gathered.files.push(GatheredFile {
        place,
        size,
        bytes,
        recognition,
    });
}

fn unreadable(place: &Place, fault: &FileFault, gathered: &mut Gathered) {
    gathered.findings.push(
        Finding::new(BundleFact::FileUnreadable {
            fault: fault.clone(),
        })
        .at(place),
    );
}

fn limit(limit: &'static str, allowed: u64, seen: u64, place: &Place, gathered: &mut Gathered) {
    gathered.findings.push(
        Finding::new(BundleFact::ArchiveLimitReached {
            limit,
            allowed,
            seen,
        })
        .at(place),
    );
}
