//! Certificates as we read them, judged by openssl's own text beside each fixture.

use std::fs;
use std::path::{Path, PathBuf};

use base64ct::{Base64, Encoding};
use certwright::core::x509::Certificate;

mod details;
mod forms;
mod hostile;

/// All fixtures of one folder that openssl has described, by name.
fn fixtures(folder: &str) -> Vec<Fixture> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/certs");
    let mut paths: Vec<PathBuf> = fs::read_dir(root.join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "pem"))
        .collect();
    paths.sort();
    assert!(!paths.is_empty(), "no fixtures in {folder}");
    paths.iter().map(|path| Fixture::read(path)).collect()
}

fn fixture(name: &str) -> Fixture {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/certs");
    Fixture::read(&root.join(format!("{name}.pem")))
}

struct Fixture {
    name: String,
    der: Vec<u8>,
    /// What `openssl x509 -text` says.
    text: String,
}

impl Fixture {
    fn read(path: &Path) -> Self {
        let text = fs::read(path.with_extension("txt")).unwrap_or_default();
        Self {
            name: path.file_stem().unwrap().to_string_lossy().into_owned(),
            der: der_of(&fs::read_to_string(path).unwrap()),
            text: String::from_utf8_lossy(&text).into_owned(),
        }
    }

    fn certificate(&self) -> Certificate {
        Certificate::parse(&self.der).unwrap_or_else(|fault| panic!("{}: {fault}", self.name))
    }
}

fn der_of(pem: &str) -> Vec<u8> {
    let body: String = pem
        .lines()
        .skip_while(|line| !line.starts_with("-----BEGIN"))
        .skip(1)
        .take_while(|line| !line.starts_with("-----END"))
        .collect();
    Base64::decode_vec(&body).unwrap()
}
