//! Reads the files of a scan, recognising each by its content, and asks this computer for the rest.

use std::path::{Path, PathBuf};

use super::read::{self, Piece};
use super::server::ServerFacts;
use super::{Known, Request, Scan, WebConfig, web};
use crate::core::artifact::Fingerprint;
use crate::core::env::{EntryKind, Env, FileFault, HostFault};
use crate::core::iis::config::{self, Configuration, Redirection, Source};
use crate::core::iis::http_sys::SslEntry;
use crate::core::iis::store::StoreCertificate;
use crate::core::limits;
use crate::core::problem::Failure;
use crate::core::progress::{Progress, Stage};

/// What the files gave.
#[derive(Default)]
pub(super) struct Pieces {
    pub config: Option<PathBuf>,
    pub redirection: Option<Redirection>,
    pub web_configs: Vec<PathBuf>,
    pub entries: Option<Vec<SslEntry>>,
    pub certificates: Option<Vec<StoreCertificate>>,
    pub facts: Option<ServerFacts>,
}

/// Everything but the judgement.
pub(super) fn gather(
    request: &Request,
    env: &Env<'_>,
    progress: &dyn Progress,
) -> Result<Scan, Failure> {
    let mut pieces = Pieces::default();
    let total = request.paths.len() as u64;
    for (path, done) in request.paths.iter().zip(1..) {
        take(path, env, &mut pieces)?;
        progress.report(Stage::ReadingFiles, done, total);
    }
    for path in &request.ssl_entries {
        let bytes = read::bytes(path, env)?;
        pieces.add(path, read::ssl_entries(path, &bytes)?);
    }
    for path in &request.stores {
        let bytes = read::bytes(path, env)?;
        pieces.add(path, read::certificates(path, &bytes)?);
    }
    pieces
        .web_configs
        .extend(request.web_configs.iter().cloned());
    let path = config_path(request, &pieces, env)?;
    let redirection = match pieces.redirection.take() {
        Some(found) => Some(found),
        None => beside(&path, env)?,
    };
    let path = match &redirection {
        Some(found) if found.is_enabled && request.follow_redirection => {
            Path::new(&*found.folder).join(read::CONFIG_NAME)
        }
        _ => path,
    };
    let file = open(path, env)?;
    finish(request, pieces, redirection, file, env)
}

impl Pieces {
    fn add(&mut self, path: &Path, piece: Piece) {
        match piece {
            Piece::Config => drop(self.config.get_or_insert_with(|| path.to_owned())),
            Piece::Redirection(found) => self.redirection = Some(found),
            Piece::WebConfig => self.web_configs.push(path.to_owned()),
            Piece::SslEntries(found) => self.entries.get_or_insert_default().extend(found),
            Piece::Certificates(found) => self.certificates.get_or_insert_default().extend(found),
            Piece::Facts(found) => self.facts = Some(found),
        }
    }
}

/// A file whose content says what it is, or a folder of such files; others in a folder are passed over.
fn take(path: &Path, env: &Env<'_>, pieces: &mut Pieces) -> Result<(), Failure> {
    let entry = env
        .files
        .entry(path)
        .map_err(|fault| read::unreadable(path, fault))?;
    if entry.kind != EntryKind::Folder {
        let bytes = read::bytes(path, env)?;
        let piece = read::recognise(path, &bytes)?;
        pieces.add(path, piece);
        return Ok(());
    }
    let list = env
        .files
        .list(path)
        .map_err(|fault| read::unreadable(path, fault))?;
    for inside in list.iter().take(limits::IIS_FOLDER_FILES) {
        let EntryKind::File(size) = inside.kind else {
            continue;
        };
        if size > limits::FILE_BYTES {
            continue;
        }
        let bytes = read::bytes(&inside.path, env)?;
        match read::recognise(&inside.path, &bytes) {
            Ok(piece) => pieces.add(&inside.path, piece),
            // A file that is meant to be the configuration is not passed over.
            Err(failure) if inside.name.eq_ignore_ascii_case(read::CONFIG_NAME) => {
                return Err(failure);
            }
            Err(_) => {}
        }
    }
    Ok(())
}

fn config_path(request: &Request, pieces: &Pieces, env: &Env<'_>) -> Result<PathBuf, Failure> {
    if let Some(path) = request.config.as_ref().or(pieces.config.as_ref()) {
        return Ok(path.clone());
    }
    match request.ask_this_computer {
        true => env.iis.config_path().map_err(Failure::NoIis),
        false => Err(Failure::NoIis(HostFault::NotAsked)),
    }
}

/// `redirection.config` beside the configuration.
fn beside(config: &Path, env: &Env<'_>) -> Result<Option<Redirection>, Failure> {
    let path = config.with_file_name(read::REDIRECTION_NAME);
    match env.files.read(&path, limits::FILE_BYTES) {
        Ok(bytes) => read::redirection(&path, &bytes).map(Some),
        Err(FileFault::Missing) => Ok(None),
        Err(fault) => Err(read::unreadable(&path, fault)),
    }
}

/// The file that holds the sites.
struct File {
    path: PathBuf,
    sha256: Fingerprint,
    source: Source,
    configuration: Configuration,
}

fn open(path: PathBuf, env: &Env<'_>) -> Result<File, Failure> {
    let main = open_one(path, env)?;
    let Some(other) = main.configuration.sites_in.clone() else {
        return Ok(main);
    };
    // IIS takes names within its own folder only.
    let is_inside = !other.contains("..") && !Path::new(&*other).has_root() && !other.contains(':');
    let path = main.path.with_file_name(other.replace('\\', "/"));
    if !is_inside || env.files.entry(&path).is_err() {
        return Ok(main);
    }
    let mut sites = open_one(path, env)?;
    sites.configuration.locations = main.configuration.locations;
    sites.configuration.server = main.configuration.server;
    sites.configuration.elsewhere = main.configuration.elsewhere;
    sites.configuration.sites_in = None;
    Ok(sites)
}

fn open_one(path: PathBuf, env: &Env<'_>) -> Result<File, Failure> {
    let bytes = read::bytes(&path, env)?;
    let sha256 = Fingerprint::of(&bytes);
    let refused = |fault| Failure::NotConfiguration {
        path: path.clone(),
        fault,
    };
    let source = Source::read(&bytes).map_err(refused)?;
    drop(bytes);
    let configuration = config::read(&source).map_err(refused)?;
    Ok(File {
        path,
        sha256,
        source,
        configuration,
    })
}

fn finish(
    request: &Request,
    pieces: Pieces,
    redirection: Option<Redirection>,
    file: File,
    env: &Env<'_>,
) -> Result<Scan, Failure> {
    let asks = request.ask_this_computer;
    let facts = pieces.facts.as_ref();
    let version = request
        .version
        .or_else(|| facts.and_then(ServerFacts::version))
        .or_else(|| env.iis.version().ok().filter(|_| asks));
    let stopped = match facts.and_then(|facts| facts.stopped.clone()) {
        Some(stopped) => Known::Read(stopped),
        None => live(asks, || env.iis.stopped_sites()),
    };
    let central = match facts.and_then(ServerFacts::central) {
        Some(central) => Known::Read(central),
        None => live(asks, || env.iis.central_store()),
    };
    let computer = match facts.and_then(|facts| facts.computer.clone()) {
        Some(name) => Some(name),
        None => env.iis.computer().filter(|_| asks),
    };
    let web_configs = web_configs(request, &pieces.web_configs, &file.configuration, env)?;
    Ok(Scan {
        entries: given_or(pieces.entries, asks, || env.iis.ssl_entries()),
        certificates: given_or(pieces.certificates, asks, || env.iis.certificates()),
        path: file.path,
        sha256: file.sha256,
        source: file.source,
        configuration: file.configuration,
        redirection,
        version,
        computer,
        central,
        stopped,
        web_configs,
        served: super::Served::default(),
        notices: Vec::new(),
        judged_at: request.time.unwrap_or_else(|| env.clock.now()),
    })
}

fn web_configs(
    request: &Request,
    paths: &[PathBuf],
    configuration: &Configuration,
    env: &Env<'_>,
) -> Result<Vec<WebConfig>, Failure> {
    let mut all = Vec::new();
    for path in paths {
        let bytes = read::bytes(path, env)?;
        all.push(WebConfig {
            settings: read::web_config(path, &bytes)?,
            site: web::site_of(path, configuration),
            path: path.clone(),
        });
    }
    if request.ask_this_computer && request.config.is_none() {
        all.extend(web::of_sites(configuration, env));
    }
    Ok(all)
}

fn given_or<T>(
    given: Option<T>,
    asks: bool,
    ask: impl FnOnce() -> Result<T, HostFault>,
) -> Known<T> {
    match given {
        Some(given) => Known::Read(given),
        None => live(asks, ask),
    }
}

fn live<T>(asks: bool, ask: impl FnOnce() -> Result<T, HostFault>) -> Known<T> {
    match asks.then(ask) {
        None => Known::NotRead,
        Some(Ok(value)) => Known::Read(value),
        Some(Err(fault)) => Known::Refused(fault),
    }
}
