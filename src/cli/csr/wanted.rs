//! What `csr new` asks for, from the arguments and from what it starts from.

use std::path::Path;
use std::sync::Arc;

use super::Stop;
use super::args::New;
use crate::cli::open::{Sources, open};
use crate::core::artifact::Content;
use crate::core::bundle::Inspection;
use crate::core::bundle::trust::TrustChoice;
use crate::core::csr::create::KeySource;
use crate::core::csr::names;
use crate::core::csr::start::{self, Dropped};
use crate::core::csr::{AltName, NewKey, Refusal, Spec, SubjectField};
use crate::core::env::Env;
use crate::core::key::PrivateKey;
use crate::core::problem::Failure;
use crate::core::x509::name::COMMON_NAME;
use crate::core::x509::oid::Oid;
use crate::text::Lang;
use crate::text::cli::csr as words;

/// Bytes of a file of names or a challenge (1 MiB).
const MOST_BYTES: u64 = 1 << 20;
/// Letters of a common name (X.520, ub-common-name).
const COMMON_NAME_MOST: usize = 64;

/// What to make, and with which key.
pub struct Wanted {
    pub spec: Spec,
    pub key: KeySource,
    pub dropped: Vec<Dropped>,
}

/// Puts the arguments together.
///
/// # Errors
/// When a file cannot be read, or nothing of use is in it.
pub fn of(lang: Lang, asked: &New, env: &Env<'_>) -> Result<Wanted, Stop> {
    let start = match &asked.from {
        Some(path) => Some(started(lang, asked, path, env)?),
        None => None,
    };
    let (mut spec, key_like, dropped) = match start {
        Some(start) => (start.spec, start.key_like, start.dropped),
        None => (Spec::default(), None, Vec::new()),
    };
    take_names(asked, &mut spec, env)?;
    subject(asked, &mut spec);
    spec.must_staple |= asked.must_staple;
    spec.hash = asked.hash.or(spec.hash);
    spec.key_usage = asked.key_usage.or(spec.key_usage);
    if !asked.usage.is_empty() {
        spec.extended_usage = asked.usage.clone();
    }
    if let Some(path) = &asked.challenge_file {
        let text = text_of(path, env)?;
        spec.challenge = text.lines().next().map(str::to_owned);
    }
    let key = match &asked.key_file {
        Some(path) => KeySource::Existing(existing_key(lang, asked, path, env)?),
        None => KeySource::New(asked.key.or(key_like).unwrap_or(NewKey::Rsa2048)),
    };
    Ok(Wanted { spec, key, dropped })
}

fn started(lang: Lang, asked: &New, path: &Path, env: &Env<'_>) -> Result<start::Start, Stop> {
    let inspection = opened(lang, asked, path, env)?;
    start::of_inspection(&inspection).ok_or_else(|| {
        let path = path.to_string_lossy();
        Stop::Usage(words::nothing_to_start_from(lang, &path))
    })
}

fn opened(lang: Lang, asked: &New, path: &Path, env: &Env<'_>) -> Result<Arc<Inspection>, Stop> {
    let paths = [path.to_owned()];
    let sources = Sources {
        paths: &paths,
        password_files: asked.password_file.iter().collect(),
        password_stdin: asked.password_stdin,
        may_ask: !asked.output.json,
        trust: TrustChoice::Nothing,
        ..Sources::default()
    };
    Ok(open(lang, &sources, env)?)
}

/// Names given take the place of the hosts of what it starts from; names of other kinds stay.
fn take_names(asked: &New, spec: &mut Spec, env: &Env<'_>) -> Result<(), Stop> {
    let mut text = asked.name.join("\n");
    for path in &asked.names_file {
        text.push('\n');
        text.push_str(&text_of(path, env)?);
    }
    let advice = names::advise(&text);
    if let Some(finding) = advice.unusable() {
        return Err(Failure::NotRequested(Refusal::Subject(Box::new(finding.clone()))).into());
    }
    let given = advice.alt_names();
    if !given.is_empty() {
        spec.names
            .retain(|name| !matches!(name, AltName::Dns(_) | AltName::Ip(_)));
        spec.names.splice(0..0, given);
    }
    for name in &asked.san {
        if !spec.names.contains(name) {
            spec.names.push(name.clone());
        }
    }
    Ok(())
}

/// Fields given take the place of those it starts from. Where none is a common name, the first name becomes it,
/// which consoles of CAs ask for.
fn subject(asked: &New, spec: &mut Spec) {
    if !asked.field.is_empty() {
        spec.subject.0 = asked.field.clone();
    }
    if !asked.name.is_empty() && asked.field.is_empty() {
        spec.subject.0.retain(|field| field.oid != COMMON_NAME);
    }
    if asked.no_common_name || spec.subject.value_of(COMMON_NAME).is_some() {
        return;
    }
    let first = spec.names.iter().find_map(|name| match name {
        AltName::Dns(name) => Some(name.clone()),
        AltName::Ip(address) => Some(address.to_string()),
        _ => None,
    });
    if let Some(value) = first.filter(|name| name.chars().count() <= COMMON_NAME_MOST) {
        let oid = Oid::Borrowed(COMMON_NAME);
        spec.subject.0.push(SubjectField { oid, value });
    }
}

/// The only key of a file.
fn existing_key(
    lang: Lang,
    asked: &New,
    path: &Path,
    env: &Env<'_>,
) -> Result<Arc<PrivateKey>, Stop> {
    let inspection = opened(lang, asked, path, env)?;
    let mut keys: Vec<&Arc<PrivateKey>> = Vec::new();
    for artifact in &inspection.artifacts {
        if let Content::Key { key, .. } = &artifact.content
            && keys.iter().all(|known| known.spki != key.spki)
        {
            keys.push(key);
        }
    }
    let path = path.to_string_lossy();
    match keys.as_slice() {
        [key] => Ok(Arc::clone(key)),
        [] if inspection.locked.is_empty() => Err(Stop::Usage(words::no_key(lang, &path))),
        [] => Err(Stop::Usage(words::key_locked(lang, &path))),
        _ => Err(Stop::Usage(words::several_keys(lang, &path, keys.len()))),
    }
}

/// The text of a file the user named; the mark of UTF-8 is left out.
///
/// # Errors
/// When it cannot be read.
pub fn text_of(path: &Path, env: &Env<'_>) -> Result<String, Failure> {
    let read = env.files.read(path, MOST_BYTES);
    let bytes = read.map_err(|fault| Failure::Unreadable {
        path: path.to_owned(),
        fault,
    })?;
    Ok(names::text_of(&bytes))
}

/// The names of a text, as an order lists them.
pub fn names_of(text: &str) -> Vec<String> {
    let advice = names::advise(text);
    let names = advice.usable().map(|name| name.name.ascii.to_string());
    names.collect()
}
