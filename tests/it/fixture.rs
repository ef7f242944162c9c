//! Fixture files by name, their manifests, and PEM for tests that must not lean on our own reader.

use std::fs;
use std::path::{Path, PathBuf};

use base64ct::{Base64, Encoding};
use serde::Deserialize;

/// One line of a manifest.
#[derive(Clone, Debug, Deserialize)]
pub struct Entry {
    pub path: String,
    pub password: Option<String>,
    #[serde(default, deserialize_with = "null_as_empty")]
    pub algorithm: String,
    #[serde(default)]
    pub form: String,
    #[serde(default)]
    pub format: String,
    #[serde(default)]
    pub spki_sha256: Option<String>,
    #[serde(default)]
    pub entries: Option<Vec<KeystoreEntry>>,
}

/// One entry of a keystore, as its maker lists it.
#[derive(Clone, Debug, Deserialize)]
pub struct KeystoreEntry {
    pub kind: String,
    #[serde(default)]
    pub chain: usize,
    #[serde(default)]
    pub alias: Option<String>,
}

fn null_as_empty<'de, D: serde::Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    Ok(Option::deserialize(from)?.unwrap_or_default())
}

/// A folder below `tests/fixtures`.
pub fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name)
}

/// The manifest of a folder.
pub fn manifest(name: &str) -> Vec<Entry> {
    let text = fs::read(folder(name).join("manifest.json")).unwrap();
    serde_json::from_slice(&text).unwrap()
}

/// A file's DER: as it is, or the last PEM block in it.
pub fn der(path: &Path) -> Vec<u8> {
    let bytes = fs::read(path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
    match std::str::from_utf8(&bytes) {
        Ok(text) if text.contains("-----BEGIN ") => last_block(text),
        _ => bytes,
    }
}

fn last_block(text: &str) -> Vec<u8> {
    let text = text.replace('\r', "");
    let (_, block) = text.rsplit_once("-----BEGIN ").unwrap();
    let (_, body) = block.split_once("-----\n").unwrap();
    let (body, _) = body.split_once("-----END").unwrap();
    // Headers such as `Proc-Type` end with an empty line.
    let body = body.split_once("\n\n").map_or(body, |(_, body)| body);
    Base64::decode_vec(&body.replace('\n', "")).unwrap()
}

/// DER of every block of a PEM text, whatever its label.
pub fn der_blocks(pem: &str) -> Vec<Vec<u8>> {
    let mut blocks = Vec::new();
    for block in pem.split("-----BEGIN ").skip(1) {
        let body = block.split("-----").nth(1).unwrap_or_default();
        let body: String = body.split_whitespace().collect();
        blocks.push(Base64::decode_vec(&body).unwrap());
    }
    blocks
}
