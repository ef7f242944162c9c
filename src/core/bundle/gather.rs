//! Collecting: every file of the opened sources, folders walked, archives opened in memory, each file recognised.
//! Afterwards only recognitions are held; the bytes of files are let go.

mod folder;
mod opening;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use zeroize::Zeroizing;

use self::opening::Opening;
use crate::core::artifact::Fingerprint;
use crate::core::bundle::{Opened, Source};
use crate::core::env::{self, EntryKind, Env, FileFault};
use crate::core::finding::{BundleFact, Finding};
use crate::core::limits::FILE_BYTES;
use crate::core::place::Place;
use crate::core::problem::Failure;
use crate::core::progress::{Cancelled, Progress, Stage, check};
use crate::core::sniff::Recognition;

/// Everything that was found in the sources.
#[derive(Default)]
pub struct Gathered {
    /// What was opened, one per source.
    pub opened: Vec<Opened>,
    /// Every file, in the order of sources, folders and archives.
    pub files: Vec<GatheredFile>,
    /// Every archive that was opened or tried, the sources themselves included.
    pub archives: Vec<GatheredArchive>,
    /// What could not be read, and why.
    pub findings: Vec<Finding>,
}

/// One file.
pub struct GatheredFile {
    /// Where it lies.
    pub place: Place,
    /// Its size in bytes.
    pub size: u64,
    /// SHA-256 over its bytes; `None` where every piece has a fingerprint of its own.
    pub fingerprint: Option<Fingerprint>,
    /// Its bytes while somebody may need them: short texts, which may be password files. Otherwise empty.
    pub bytes: Arc<Zeroizing<Vec<u8>>>,
    /// What it holds.
    pub recognition: Recognition,
}

/// One archive.
pub struct GatheredArchive {
    /// Where it lies.
    pub place: Place,
    /// SHA-256 over its bytes.
    pub fingerprint: Fingerprint,
}

/// Where a file's bytes come from.
enum Supply {
    Disk(PathBuf),
    Memory(Arc<Zeroizing<Vec<u8>>>),
}

/// A file to read.
struct Pending {
    place: Place,
    supply: Supply,
}

/// Reads all sources. Single faults are findings; only when nothing at all could be read it fails.
///
/// # Errors
/// [`Failure::Unreadable`] of the first source; the inner result tells whether it was cancelled.
pub fn gather(
    sources: &[Source],
    env: &Env<'_>,
    progress: &dyn Progress,
) -> Result<Result<Gathered, Cancelled>, Failure> {
    match collect(sources, env, progress) {
        Ok((gathered, Some(failure)))
            if gathered.files.is_empty() && gathered.archives.is_empty() =>
        {
            Err(failure)
        }
        Ok((gathered, _)) => Ok(Ok(gathered)),
        Err(Cancelled) => Ok(Err(Cancelled)),
    }
}

/// Everything, and the fault of the first source that could not be read.
fn collect(
    sources: &[Source],
    env: &Env<'_>,
    progress: &dyn Progress,
) -> Result<(Gathered, Option<Failure>), Cancelled> {
    let mut walk = Walk::default();
    for (number, source) in sources.iter().enumerate() {
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        walk.source(number, source, env, progress)?;
    }
    let Walk {
        mut gathered,
        pending,
        first_fault,
    } = walk;
    let read_fault = read_all(&mut gathered, &pending, env, progress)?;
    Ok((gathered, first_fault.or(read_fault)))
}

#[derive(Default)]
struct Walk {
    gathered: Gathered,
    pending: Vec<Pending>,
    first_fault: Option<Failure>,
}

impl Walk {
    fn source(
        &mut self,
        number: u32,
        source: &Source,
        env: &Env<'_>,
        progress: &dyn Progress,
    ) -> Result<(), Cancelled> {
        let path = match source {
            Source::Memory { name, bytes } | Source::Server { name, bytes } => {
                self.add(Place::root(number, name), Supply::Memory(Arc::clone(bytes)));
                self.gathered.opened.push(Opened {
                    is_server: matches!(source, Source::Server { .. }),
                    ..Opened::file(name)
                });
                return Ok(());
            }
            Source::Path(path) => path,
        };
        let entry = match env.files.entry(path) {
            Ok(entry) => entry,
            Err(fault) => {
                let name = path.file_name().map_or_else(
                    || path.display().to_string(),
                    |name| name.to_string_lossy().into_owned(),
                );
                self.opened(&name, false);
                self.unreadable_source(&Place::root(number, &name), path.clone(), fault);
                return Ok(());
            }
        };
        let root = Place::root(number, &entry.name);
        self.opened(&entry.name, entry.kind == EntryKind::Folder);
        match entry.kind {
            EntryKind::File(_) => self.add(root, Supply::Disk(path.clone())),
            EntryKind::Folder => {
                if let Err(fault) = folder::walk(self, &root, path, env, progress)? {
                    self.unreadable_source(&root, path.clone(), fault);
                }
            }
            EntryKind::Link => self.unreadable_source(&root, path.clone(), FileFault::LinkLoop),
            EntryKind::Special => self.unreadable_source(&root, path.clone(), FileFault::NotAFile),
        }
        Ok(())
    }

    fn add(&mut self, place: Place, supply: Supply) {
        self.pending.push(Pending { place, supply });
    }

    fn opened(&mut self, name: &str, is_folder: bool) {
        self.gathered.opened.push(Opened {
            is_folder,
            ..Opened::file(name)
        });
    }

    fn unreadable(&mut self, place: &Place, fault: FileFault) {
        let fact = BundleFact::FileUnreadable { fault };
        self.gathered.findings.push(Finding::new(fact).at(place));
    }

    fn unreadable_source(&mut self, place: &Place, path: PathBuf, fault: FileFault) {
        self.unreadable(place, fault.clone());
        self.first_fault
            .get_or_insert(Failure::Unreadable { path, fault });
    }
}

/// Reads and recognises the pending files, several at a time; tells the first source that could not be read.
fn read_all(
    gathered: &mut Gathered,
    pending: &[Pending],
    env: &Env<'_>,
    progress: &dyn Progress,
) -> Result<Option<Failure>, Cancelled> {
    let total = pending.len() as u64;
    let done = AtomicU64::new(0);
    let results = env::map(env.parallel, pending, |pending| {
        check(progress)?;
        let result = open_one(pending, env, progress);
        progress.report(
            Stage::ReadingFiles,
            done.fetch_add(1, Ordering::Relaxed) + 1,
            total,
        );
        result
    });
    check(progress)?;
    let mut first_fault = None;
    for result in results {
        let fault = result?.add_to(gathered);
        first_fault = first_fault.or(fault);
    }
    Ok(first_fault)
}

fn open_one(
    pending: &Pending,
    env: &Env<'_>,
    progress: &dyn Progress,
) -> Result<Opening, Cancelled> {
    let mut opening = Opening::new(&pending.place);
    match &pending.supply {
        Supply::Memory(bytes) => opening.root(&pending.place, bytes, progress)?,
        Supply::Disk(path) => match env.files.read(path, FILE_BYTES) {
            Ok(bytes) => opening.root(&pending.place, &bytes, progress)?,
            Err(fault) => opening.unreadable(&pending.place, path, fault),
        },
    }
    Ok(opening)
}
