//! The request with OpenSSL: a configuration file, a key, a request.

use super::shell::Line;
use super::{
    Asked, Encoding, Tool, Twin, TwinField, TwinFile, TwinKey, TwinNote, TwinReason, TwinRefusal,
    openssl_config,
};
use crate::core::csr::{Curve, NewKey};
use crate::text::Lang;

/// The configuration file's name.
const CONFIG: &str = "req.cnf";

/// Files and commands for OpenSSL.
pub fn twin(lang: Lang, asked: &Asked<'_>) -> Result<Twin, TwinRefusal> {
    if asked.spec.subject.0.is_empty() && asked.spec.challenge.is_some() {
        // An empty subject stands on the command line, and then no attribute of the file is read.
        return Err(TwinReason::Empty.of(Tool::OpenSsl, TwinField::Subject));
    }
    let file = TwinFile {
        name: CONFIG,
        content: openssl_config::config(lang, asked)?,
        encoding: Encoding::Utf8,
    };
    let mut commands = Vec::new();
    if let TwinKey::New { kind, is_encrypted } = asked.key {
        commands.push(make_key(asked, kind, is_encrypted)?);
    }
    commands.push(make_request(asked)?);
    Ok(Twin {
        files: vec![file],
        commands,
        notes: notes(asked.key),
    })
}

fn make_key(asked: &Asked<'_>, kind: NewKey, is_encrypted: bool) -> Result<String, TwinRefusal> {
    let mut line = Line::of(asked.shell, "openssl")
        .words("genpkey")
        .words(algorithm(kind));
    if is_encrypted {
        line = line.words("-aes-256-cbc");
    }
    let line = line.words("-out").argument(asked.key_file);
    line.map(Line::finish)
        .ok_or_else(|| unwritable(asked, TwinField::KeyFile))
}

fn make_request(asked: &Asked<'_>) -> Result<String, TwinRefusal> {
    let line = Line::of(asked.shell, "openssl")
        .words("req -new -config")
        .words(CONFIG);
    let mut line = line
        .words("-key")
        .argument(asked.key_file)
        .ok_or_else(|| unwritable(asked, TwinField::KeyFile))?;
    if asked.spec.subject.0.is_empty() {
        // The only way to an empty subject; nothing foreign stands in it.
        line = line.words("-subj /");
    }
    if asked.key.kind() == Some(NewKey::Sm2) {
        line = line.words("-sigopt distid:1234567812345678");
    }
    line.words("-out")
        .argument(asked.csr_file)
        .map(Line::finish)
        .ok_or_else(|| unwritable(asked, TwinField::CsrFile))
}

/// The options of `openssl genpkey` for a kind of key.
const fn algorithm(kind: NewKey) -> &'static str {
    match kind {
        NewKey::Rsa2048 => "-algorithm RSA -pkeyopt rsa_keygen_bits:2048",
        NewKey::Rsa3072 => "-algorithm RSA -pkeyopt rsa_keygen_bits:3072",
        NewKey::Rsa4096 => "-algorithm RSA -pkeyopt rsa_keygen_bits:4096",
        NewKey::Ec(Curve::P256) => "-algorithm EC -pkeyopt ec_paramgen_curve:P-256",
        NewKey::Ec(Curve::P384) => "-algorithm EC -pkeyopt ec_paramgen_curve:P-384",
        NewKey::Ec(Curve::P521) => "-algorithm EC -pkeyopt ec_paramgen_curve:P-521",
        NewKey::Ed25519 => "-algorithm ED25519",
        NewKey::Sm2 => "-algorithm SM2",
    }
}

fn notes(key: TwinKey) -> Vec<TwinNote> {
    let mut notes = Vec::new();
    let (TwinKey::New { is_encrypted, .. } | TwinKey::Existing { is_encrypted, .. }) = key;
    if is_encrypted {
        notes.push(TwinNote::KeyPasswordAsked);
    }
    if key.kind() == Some(NewKey::Sm2) {
        notes.push(TwinNote::Sm2NeedsOpenSsl3);
    }
    notes
}

fn unwritable(asked: &Asked<'_>, field: TwinField) -> TwinRefusal {
    TwinReason::Shell(asked.shell).of(Tool::OpenSsl, field)
}
