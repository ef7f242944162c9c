//! One file: what it is, by its content, and what it says.

use std::path::Path;
use std::sync::Arc;

use zeroize::Zeroizing;

use super::server::ServerFacts;
use crate::core::env::{Env, FileFault};
use crate::core::iis::config::{
    self, ConfigFault, ConfigFaultKind, Location, OtherFile, Redirection, Source,
};
use crate::core::iis::http_sys::{SslEntry, netsh};
use crate::core::iis::store::{KeyLink, Listed, StoreCertificate, Thumbprint, listing};
use crate::core::limits;
use crate::core::pkcs7;
use crate::core::problem::Failure;
use crate::core::sniff::{self, What};
use crate::core::x509::Certificate;

/// The file with the sites.
pub const CONFIG_NAME: &str = "applicationHost.config";
/// The file that may lead elsewhere.
pub const REDIRECTION_NAME: &str = "redirection.config";

/// What a file turned out to be.
pub enum Piece {
    /// `applicationHost.config`, or a file with its sites alone.
    Config,
    /// `redirection.config`.
    Redirection(Redirection),
    /// A site's `web.config`.
    WebConfig,
    /// `netsh http show sslcert`.
    SslEntries(Vec<SslEntry>),
    /// A listing of stores, or certificates themselves.
    Certificates(Vec<StoreCertificate>),
    /// What our script wrote of the server.
    Facts(ServerFacts),
}

/// Reads a file within the limit.
pub fn bytes(path: &Path, env: &Env<'_>) -> Result<Zeroizing<Vec<u8>>, Failure> {
    env.files
        .read(path, limits::FILE_BYTES)
        .map_err(|fault| unreadable(path, fault))
}

/// A file that cannot be read.
pub fn unreadable(path: &Path, fault: FileFault) -> Failure {
    Failure::Unreadable {
        path: path.to_owned(),
        fault,
    }
}

fn not_configuration(path: &Path, fault: ConfigFault) -> Failure {
    Failure::NotConfiguration {
        path: path.to_owned(),
        fault,
    }
}

/// What a file is, by its content.
pub fn recognise(path: &Path, bytes: &[u8]) -> Result<Piece, Failure> {
    if is_xml(bytes) {
        return xml(path, bytes);
    }
    if let Some(facts) = ServerFacts::parse(bytes) {
        return Ok(Piece::Facts(facts));
    }
    let as_entries = ssl_entries(path, bytes);
    if as_entries.is_ok() {
        return as_entries;
    }
    certificates(path, bytes).map_err(|_| Failure::NotIisFile {
        path: path.to_owned(),
    })
}

fn is_xml(bytes: &[u8]) -> bool {
    let start = bytes.iter().copied().filter(|byte| *byte != 0);
    let mut start = start.skip_while(|byte| {
        byte.is_ascii_whitespace() || matches!(byte, 0xEF | 0xBB | 0xBF | 0xFF | 0xFE)
    });
    start.next() == Some(b'<')
}

fn xml(path: &Path, bytes: &[u8]) -> Result<Piece, Failure> {
    let refused = |fault| not_configuration(path, fault);
    let source = Source::read(bytes).map_err(refused)?;
    // The file with the sites may be large and is read by whoever opens it.
    if source.text.contains("<sites") {
        return Ok(Piece::Config);
    }
    match config::read(&source) {
        Ok(_) => Ok(Piece::Config),
        Err(ConfigFault {
            kind: ConfigFaultKind::WrongFile(OtherFile::Redirection),
            ..
        }) => config::read_redirection(&source)
            .map(Piece::Redirection)
            .map_err(refused),
        Err(ConfigFault {
            kind: ConfigFaultKind::WrongFile(OtherFile::WebConfig | OtherFile::NoIis),
            ..
        }) => Ok(Piece::WebConfig),
        Err(fault) => Err(refused(fault)),
    }
}

/// `redirection.config`.
pub fn redirection(path: &Path, bytes: &[u8]) -> Result<Redirection, Failure> {
    let refused = |fault| not_configuration(path, fault);
    let source = Source::read(bytes).map_err(refused)?;
    config::read_redirection(&source).map_err(refused)
}

/// `web.config`.
pub fn web_config(path: &Path, bytes: &[u8]) -> Result<Vec<Location>, Failure> {
    let refused = |fault| not_configuration(path, fault);
    let source = Source::read(bytes).map_err(refused)?;
    config::read_web_config(&source).map_err(refused)
}

/// A saved `netsh http show sslcert`.
pub fn ssl_entries(path: &Path, bytes: &[u8]) -> Result<Piece, Failure> {
    netsh::read(bytes)
        .map(Piece::SslEntries)
        .map_err(|fault| Failure::NotSslListing {
            path: path.to_owned(),
            fault,
        })
}

/// A listing of stores, or certificates as PEM, DER or PKCS#7.
pub fn certificates(path: &Path, bytes: &[u8]) -> Result<Piece, Failure> {
    match listing::read(bytes, hint(path)) {
        Ok(found) => Ok(Piece::Certificates(found)),
        Err(fault) => match themselves(path, bytes) {
            found if found.is_empty() => Err(Failure::NotStoreListing {
                path: path.to_owned(),
                fault,
            }),
            found => Ok(Piece::Certificates(found)),
        },
    }
}

/// The store that a file's name speaks of: `webhosting.txt`.
fn hint(path: &Path) -> Option<&'static str> {
    let name = path.file_stem()?.to_string_lossy().to_ascii_lowercase();
    ["WebHosting", "CA", "Root", "MY"]
        .into_iter()
        .find(|store| {
            name == store.to_ascii_lowercase()
                || name.ends_with(&format!("-{}", store.to_ascii_lowercase()))
        })
}

/// Certificates in a file; whether their keys are on the server is not known.
fn themselves(path: &Path, bytes: &[u8]) -> Vec<StoreCertificate> {
    let store = hint(path).unwrap_or("MY");
    let pieces = sniff::recognise(bytes).pieces;
    let mut found = Vec::new();
    for piece in pieces {
        match piece.what {
            What::Certificate(der) => found.extend(held(store, &der)),
            What::Pkcs7(bag) => {
                let inside = pkcs7::read(&bag)
                    .map(|bag| bag.certificates)
                    .unwrap_or_default();
                found.extend(inside.iter().filter_map(|der| held(store, der)));
            }
            _ => {}
        }
    }
    found
}

fn held(store: &str, der: &[u8]) -> Option<StoreCertificate> {
    let certificate = Arc::new(Certificate::parse(der).ok()?);
    Some(StoreCertificate {
        store: store.into(),
        thumbprint: Thumbprint(certificate.fingerprint_sha1()),
        friendly_name: None,
        key: KeyLink::Unknown,
        certificate: Some(certificate),
        listed: Listed::default(),
    })
}
