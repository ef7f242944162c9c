//! Opening sources: gather, recognise, open, try known passwords, tell the story.

use std::sync::Arc;

use crate::core::artifact::Content;
use crate::core::bundle::gather::{Gathered, GatheredFile, gather};
use crate::core::bundle::inspection::{Groundwork, Inspection};
use crate::core::bundle::open;
use crate::core::bundle::passwords;
use crate::core::bundle::scene::Court;
use crate::core::bundle::shelf::Shelf;
use crate::core::bundle::source::Source;
use crate::core::bundle::trust::{self, TrustChoice};
use crate::core::bundle::vault::Locked;
use crate::core::chain::Roots;
use crate::core::env::Env;
use crate::core::op::{Outcome, Report};
use crate::core::problem::Failure;
use crate::core::progress::{Cancelled, Progress, Stage, check};
use crate::core::secret::{Keyring, Origin, Secret};
use crate::core::sniff::{self, What};
use crate::core::time::Moment;

/// What to open and how to judge it.
#[derive(Default)]
pub struct Request {
    /// Files, folders, pasted text.
    pub sources: Vec<Source>,
    /// Which roots are trusted.
    pub trust: TrustChoice,
    /// The host name the certificate should serve.
    pub host: Option<String>,
    /// Judge for this moment instead of now.
    pub judge_at: Option<Moment>,
    /// Passwords the user gave.
    pub given: Vec<Arc<Secret>>,
    /// Passwords used before.
    pub remembered: Vec<Arc<Secret>>,
}

/// Opens the sources and tells their story.
pub fn run(request: &Request, env: &Env<'_>, progress: &dyn Progress) -> Outcome {
    match inspect(request, env, progress) {
        Ok(Ok(inspection)) => Outcome::Done(Report::Inspection(Arc::new(inspection))),
        Ok(Err(Cancelled)) => Outcome::Cancelled,
        Err(failure) => Outcome::Failed(failure),
    }
}

fn inspect(
    request: &Request,
    env: &Env<'_>,
    progress: &dyn Progress,
) -> Result<Result<Inspection, Cancelled>, Failure> {
    let (roots, trust) = trust::load(&request.trust, env)?;
    let Ok(gathered) = gather(&request.sources, env, progress)? else {
        return Ok(Err(Cancelled));
    };
    let court = Court {
        opened: gathered.opened.clone(),
        public_roots: Roots::mozilla(),
        roots,
        trust,
        at: request.judge_at.unwrap_or_else(|| env.clock.now()),
        is_time_chosen: request.judge_at.is_some(),
        host: request.host.clone(),
    };
    Ok(open_all(gathered, court, request, env, progress))
}

fn open_all(
    gathered: Gathered,
    court: Court,
    request: &Request,
    env: &Env<'_>,
    progress: &dyn Progress,
) -> Result<Inspection, Cancelled> {
    let (mut shelf, mut vault, mut keyring) = (Shelf::default(), Vec::new(), Keyring::default());
    shelf.findings.extend(gathered.findings);
    for archive in gathered.archives {
        shelf.add(archive.place, None, archive.fingerprint, Content::Archive);
    }
    shelf.parse_ahead(&loose_certificates(&gathered.files), env.parallel);
    let total = gathered.files.len() as u64;
    let mut texts = Vec::new();
    for (done, file) in gathered.files.into_iter().enumerate() {
        check(progress)?;
        progress.report(Stage::Recognising, done as u64, total);
        texts.extend(possible_password_file(
            &file.place,
            &file.bytes,
            shelf.artifacts.len(),
        ));
        open::open(file, &mut shelf, &mut vault);
    }
    find_passwords(texts, &mut shelf, &vault, &mut keyring);
    passwords::complete(&mut keyring, &request.given, &request.remembered);
    passwords::try_known(&mut vault, &keyring, &mut shelf, progress)?;
    let groundwork = Groundwork {
        court: Arc::new(court),
        vault,
    };
    Inspection::tell(groundwork, shelf, keyring, env, progress)
}

/// The certificates that lie open, in DER.
fn loose_certificates(files: &[GatheredFile]) -> Vec<&[u8]> {
    let pieces = files.iter().flat_map(|file| &file.recognition.pieces);
    pieces
        .filter_map(|piece| match &piece.what {
            What::Certificate(der) => Some(der.as_slice()),
            _ => None,
        })
        .collect()
}

/// A small text that may hold a password, with the artifact number it will have.
struct Candidate {
    place: crate::core::place::Place,
    artifact: usize,
    secrets: Vec<Secret>,
    is_named_so: bool,
}

fn possible_password_file(
    place: &crate::core::place::Place,
    bytes: &[u8],
    artifact: usize,
) -> Option<Candidate> {
    let secrets = sniff::password_candidates(bytes, place.file_name())?;
    let is_named_so = sniff::is_password_file_name(place.file_name());
    Some(Candidate {
        place: place.clone(),
        artifact,
        secrets,
        is_named_so,
    })
}

/// Short texts count as password files when they are called so, or lie beside something locked.
fn find_passwords(
    texts: Vec<Candidate>,
    shelf: &mut Shelf,
    vault: &[Locked],
    keyring: &mut Keyring,
) {
    for text in texts {
        let is_beside = |locked: &Locked| {
            locked.place.source == text.place.source && locked.place.folder() == text.place.folder()
        };
        let Some(artifact) = shelf.artifacts.get(text.artifact) else {
            continue;
        };
        let id = artifact.id;
        let is_plain_text = matches!(artifact.content, Content::Text | Content::Unknown);
        if !is_plain_text || !(text.is_named_so || vault.iter().any(is_beside)) {
            continue;
        }
        shelf.replace(
            id,
            Content::PasswordFile {
                candidates: text.secrets.len(),
            },
        );
        shelf
            .findings
            .retain(|finding| finding.place.as_ref() != Some(&text.place));
        for secret in text.secrets {
            keyring.add(Arc::new(secret), Origin::File(text.place.clone()));
        }
    }
}
