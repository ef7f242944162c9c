//! An Env that lives in memory, for tests: files and web pages in maps, a clock that stands still.

mod dns;
mod iis;
mod ledger;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use zeroize::Zeroizing;

use super::{
    Access, CertStores, Clock, Entry, EntryKind, ExchangeFault, FileFault, Files, Guard,
    LockedFault, Random, RandomFault, Reader, Readers, WebAnswer, WebCause, WebClient, WebFault,
    WebRequest, WebUrl,
};
use crate::core::artifact::Fingerprint;
use crate::core::progress::Progress;
use crate::core::time::Moment;

pub use dns::MemoryDns;
pub use iis::{MemoryIis, MemoryImport};
pub use ledger::MemoryLedger;

/// Files by path.
#[derive(Default)]
pub struct MemoryFiles(pub Mutex<BTreeMap<PathBuf, Vec<u8>>>);

impl MemoryFiles {
    /// Adds a file.
    pub fn with(self, path: &str, bytes: &[u8]) -> Self {
        if let Ok(mut files) = self.0.lock() {
            files.insert(PathBuf::from(path), bytes.to_vec());
        }
        self
    }

    fn look<R>(
        &self,
        read: impl FnOnce(&mut BTreeMap<PathBuf, Vec<u8>>) -> R,
    ) -> Result<R, FileFault> {
        self.0
            .lock()
            .map(|mut files| read(&mut files))
            .map_err(|_| FileFault::Other("lock".to_owned()))
    }
}

fn entry_of(path: &Path, kind: EntryKind) -> Entry {
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    Entry {
        path: path.to_owned(),
        name,
        kind,
    }
}

impl Files for MemoryFiles {
    fn entry(&self, path: &Path) -> Result<Entry, FileFault> {
        self.look(|files| match files.get(path) {
            Some(bytes) => Ok(entry_of(path, EntryKind::File(bytes.len() as u64))),
            None if files.keys().any(|held| held.starts_with(path)) => {
                Ok(entry_of(path, EntryKind::Folder))
            }
            None => Err(FileFault::Missing),
        })?
    }

    fn list(&self, folder: &Path) -> Result<Vec<Entry>, FileFault> {
        self.look(|files| {
            let mut entries: Vec<Entry> = Vec::new();
            for (path, bytes) in files.iter() {
                let Ok(rest) = path.strip_prefix(folder) else {
                    continue;
                };
                let Some(first) = rest.components().next() else {
                    continue;
                };
                let child = folder.join(first);
                let kind = if &child == path {
                    EntryKind::File(bytes.len() as u64)
                } else {
                    EntryKind::Folder
                };
                if entries.last().is_none_or(|last| last.path != child) {
                    entries.push(entry_of(&child, kind));
                }
            }
            entries
        })
    }

    fn read(&self, path: &Path, limit_bytes: u64) -> Result<Zeroizing<Vec<u8>>, FileFault> {
        self.look(|files| match files.get(path) {
            Some(bytes) if bytes.len() as u64 > limit_bytes => {
                Err(FileFault::TooLarge(bytes.len() as u64))
            }
            Some(bytes) => Ok(Zeroizing::new(bytes.clone())),
            None => Err(FileFault::Missing),
        })?
    }

    fn stage(
        &self,
        path: &Path,
        bytes: &[u8],
        _access: Option<&Access>,
    ) -> Result<PathBuf, FileFault> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let staged = path.with_file_name(format!(".{name}.tmp"));
        self.look(|files| files.insert(staged.clone(), bytes.to_vec()))?;
        Ok(staged)
    }

    fn place(&self, staged: &Path, path: &Path, replace: bool) -> Result<(), FileFault> {
        self.look(|files| {
            if !replace && files.contains_key(path) {
                return Err(FileFault::Exists);
            }
            let bytes = files.remove(staged).ok_or(FileFault::Missing)?;
            files.insert(path.to_owned(), bytes);
            Ok(())
        })?
    }

    fn keep(&self, path: &Path, copy: &Path) -> Result<(), FileFault> {
        self.look(|files| {
            if files.contains_key(copy) {
                return Err(FileFault::Exists);
            }
            let bytes = files.get(path).cloned().ok_or(FileFault::Missing)?;
            files.insert(copy.to_owned(), bytes);
            Ok(())
        })?
    }

    fn remove(&self, path: &Path) -> Result<(), FileFault> {
        self.look(|files| files.remove(path).map(|_| ()).ok_or(FileFault::Missing))?
    }

    fn exchange(
        &self,
        path: &Path,
        expected: &Fingerprint,
        bytes: &[u8],
    ) -> Result<(), ExchangeFault> {
        self.look(|files| {
            let held = files.get_mut(path).ok_or(FileFault::Missing)?;
            if Fingerprint::of(held) != *expected {
                return Err(ExchangeFault::Changed);
            }
            *held = bytes.to_vec();
            Ok(())
        })?
    }

    /// Folders are there once a file is in them.
    fn make_private_folder(&self, _path: &Path) -> Result<(), FileFault> {
        Ok(())
    }

    fn guard(&self, _path: &Path, _file: &Path) -> Result<Guard, FileFault> {
        Ok(Guard::Closed)
    }

    fn read_locked(
        &self,
        path: &Path,
        limit_bytes: u64,
    ) -> Result<Zeroizing<Vec<u8>>, LockedFault> {
        self.read(path, limit_bytes).map_err(LockedFault::File)
    }

    fn readers(&self, path: &Path) -> Result<Readers, FileFault> {
        self.look(|files| match files.contains_key(path) {
            true => Ok(Readers(vec![Reader::Owner("tester".to_owned())])),
            false => Err(FileFault::Missing),
        })?
    }
}

/// A clock that stands still.
pub struct FixedClock(pub Moment);

impl Clock for FixedClock {
    fn now(&self) -> Moment {
        self.0
    }
}

/// A system without a certificate store.
pub struct NoStores;

impl CertStores for NoStores {
    fn roots(&self) -> Result<Vec<Vec<u8>>, String> {
        Err("no store".to_owned())
    }
}

/// Bytes that differ from call to call and are the same in each run. Never for anything secret.
#[derive(Default)]
pub struct CountingRandom(AtomicU64);

impl Random for CountingRandom {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), RandomFault> {
        use sha2::{Digest, Sha256};
        for chunk in bytes.chunks_mut(32) {
            let count = self.0.fetch_add(1, Ordering::Relaxed);
            let block = Sha256::digest(count.to_be_bytes());
            chunk
                .iter_mut()
                .zip(block)
                .for_each(|(byte, random)| *byte = random);
        }
        Ok(())
    }
}

/// Web pages by address. What is not among them is a name that does not resolve; addresses are read
/// and schemes refused as the real client does. Keeps what was asked.
#[derive(Default)]
pub struct MemoryWeb {
    answers: BTreeMap<String, Result<WebAnswer, WebFault>>,
    asked: Mutex<Vec<WebRequest>>,
}

impl MemoryWeb {
    /// Adds an answer with status 200.
    pub fn with(self, url: &str, content_type: &str, body: &[u8]) -> Self {
        let answer = WebAnswer {
            status: 200,
            final_url: url.to_owned(),
            content_type: Some(content_type.to_owned()),
            headers: vec![("content-type".to_owned(), content_type.to_owned())],
            body: body.to_vec(),
            contact: super::Contact::default(),
        };
        self.with_result(url, Ok(answer))
    }

    /// Adds any answer or fault.
    pub fn with_result(mut self, url: &str, result: Result<WebAnswer, WebFault>) -> Self {
        self.answers.insert(url.to_owned(), result);
        self
    }

    /// Everything that was asked so far, in order.
    pub fn asked(&self) -> Vec<WebRequest> {
        self.asked
            .lock()
            .map(|asked| asked.clone())
            .unwrap_or_default()
    }

    fn answer(&self, request: &WebRequest) -> Result<WebAnswer, WebFault> {
        let url = WebUrl::parse(&request.url)?;
        let unknown = || WebCause::NameNotResolved {
            host: url.host.clone(),
            detail: "not in memory".to_owned(),
        };
        let known = self.answers.get(&request.url).cloned();
        let answer = known.unwrap_or_else(|| Err(unknown().into()))?;
        if answer.body.len() as u64 > request.limit_bytes {
            return Err(WebCause::TooLarge {
                limit: request.limit_bytes,
                announced: None,
            }
            .into());
        }
        Ok(answer)
    }
}

impl WebClient for MemoryWeb {
    fn fetch_all(
        &self,
        requests: &[WebRequest],
        progress: &dyn Progress,
    ) -> Vec<Result<WebAnswer, WebFault>> {
        if progress.is_cancelled() {
            let cancelled = requests.iter().map(|_| Err(WebCause::Cancelled.into()));
            return cancelled.collect();
        }
        if let Ok(mut asked) = self.asked.lock() {
            asked.extend_from_slice(requests);
        }
        requests
            .iter()
            .map(|request| self.answer(request))
            .collect()
    }
}

/// A computer without a network: no name resolves.
pub struct NoWeb;

impl WebClient for NoWeb {
    fn fetch_all(
        &self,
        requests: &[WebRequest],
        progress: &dyn Progress,
    ) -> Vec<Result<WebAnswer, WebFault>> {
        MemoryWeb::default().fetch_all(requests, progress)
    }
}
