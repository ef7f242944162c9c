//! The chains of what was opened: every path of its certificates, for a question of the user's.

use std::sync::Arc;

use crate::core::artifact::{Content, Fingerprint};
use crate::core::bundle::Inspection;
use crate::core::bundle::trust::{self, TrustChoice, TrustUsed};
use crate::core::chain::{
    self, Answer, Form, Lists, Material, Opinion, PeerName, PolicyWish, Pool, Profile, Question,
    Repair, Roots,
};
use crate::core::env::Env;
use crate::core::finding::{self, BundleFact, Finding, Severity, Usage, Verdict};
use crate::core::op::{Outcome, Report};
use crate::core::place::Place;
use crate::core::problem::Failure;
use crate::core::progress::{Cancelled, Progress, Stage, check};
use crate::core::time::Moment;
use crate::core::x509::{Certificate, RevocationList};

/// Certificates whose chains are judged at once when none is chosen.
const TARGETS: usize = 50;

/// What to judge for; what is left out is as the certificates were opened with.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// The certificate; the identities of the story when none is chosen.
    pub target: Option<Fingerprint>,
    /// The moment.
    pub at: Option<Moment>,
    /// Names that must be covered.
    pub names: Vec<PeerName>,
    /// The use.
    pub usage: Usage,
    /// Rules on form.
    pub profile: Profile,
    /// Certificate policies.
    pub policies: PolicyWish,
    /// Intermediates at most.
    pub max_depth: Option<usize>,
    /// Trusted roots instead of those that the certificates were opened with.
    pub trust: Option<TrustChoice>,
    /// Whether intermediates of the system's store help to build.
    pub with_system_store: bool,
}

/// Which chains to judge.
pub struct Request {
    /// What was opened.
    pub inspection: Arc<Inspection>,
    /// What helps to build and judge, and is not judged itself: intermediates, revocation lists.
    pub beside: Vec<Arc<Inspection>>,
    /// What to judge for.
    pub wish: Wish,
}

/// Judged chains, and what they were judged with.
pub struct Chains {
    /// What was opened.
    pub inspection: Arc<Inspection>,
    /// What was judged for.
    pub question: Question,
    /// Against which roots.
    pub trust: TrustUsed,
    /// One answer a certificate, the main one first; empty when there is no certificate at all.
    pub answers: Vec<Answer>,
    /// What rustls-webpki says of the main one.
    pub opinion: Option<Opinion>,
    /// What the operating system says of it.
    pub system: Option<Opinion>,
    /// All findings: of the best paths, of the search, of files that could not be read.
    pub findings: Vec<Finding>,
    /// Certificates of the opened files in their order.
    pub held: Vec<Arc<Certificate>>,
    /// Revocation lists that were asked.
    pub lists: usize,
}

impl Chains {
    /// The main certificate's answer.
    pub fn main(&self) -> Option<&Answer> {
        self.answers.first()
    }

    /// Whether every certificate has a path with nothing against it.
    pub fn is_valid(&self) -> bool {
        !self.answers.is_empty() && self.answers.iter().all(Answer::is_valid)
    }

    /// The worst severity.
    pub fn verdict(&self) -> Verdict {
        Verdict::of(&self.findings)
    }

    /// The repaired chain of an answer; `None` where no path leads anywhere.
    pub fn repair(&self, answer: &Answer, with_root: bool) -> Option<Repair> {
        let best = answer.best()?;
        Some(Repair::of(best, &self.beside(answer), with_root))
    }

    /// Certificates of the file that a repair starts from: of those with the certificate the one with most.
    fn beside(&self, answer: &Answer) -> Vec<Arc<Certificate>> {
        let mut files: Vec<(Place, Vec<Arc<Certificate>>)> = Vec::new();
        for artifact in &self.inspection.artifacts {
            let Some(certificate) = artifact.certificate() else {
                continue;
            };
            let file = artifact.place.file();
            match files.iter_mut().find(|(known, _)| *known == file) {
                Some((_, held)) => held.push(Arc::clone(certificate)),
                None => files.push((file, vec![Arc::clone(certificate)])),
            }
        }
        let target = answer.target.fingerprint;
        let mut best: Vec<Arc<Certificate>> = Vec::new();
        for (_, held) in files {
            let has_it = held.iter().any(|one| one.fingerprint == target);
            if has_it && held.len() > best.len() {
                best = held;
            }
        }
        best
    }

    /// The bytes of a repaired file of the main certificate.
    pub fn repaired(&self, form: Form, with_root: bool) -> Option<Vec<u8>> {
        let repair = self.repair(self.main()?, with_root)?;
        // An empty chain file would only stop the server that reads it.
        let is_empty = form == Form::Chain && repair.certificates.len() < 2;
        (!is_empty).then(|| repair.bytes(form))
    }
}

/// Judges the chains.
pub fn run(request: &Request, env: &Env<'_>, progress: &dyn Progress) -> Outcome {
    match judge(request, env, progress) {
        Ok(Ok(chains)) => Outcome::Done(Report::Chains(Arc::new(chains))),
        Ok(Err(Cancelled)) => Outcome::Cancelled,
        Err(failure) => Outcome::Failed(failure),
    }
}

fn judge(
    request: &Request,
    env: &Env<'_>,
    progress: &dyn Progress,
) -> Result<Result<Chains, Cancelled>, Failure> {
    let inspection = &request.inspection;
    let (roots, trust) = match &request.wish.trust {
        Some(choice) => trust::load(choice, env)?,
        None => (inspection.roots(), inspection.trust().clone()),
    };
    let question = question(&request.wish, inspection, &trust);
    let opened = std::iter::once(inspection).chain(&request.beside);
    let (mut pool, mut lists) = (Vec::new(), Vec::new());
    for one in opened {
        pool.extend(certificates(one));
        lists.extend(revocation_lists(one));
    }
    if request.wish.with_system_store {
        let ders = env.stores.intermediates();
        let parsed = ders.iter().filter_map(|der| Certificate::parse(der).ok());
        pool.extend(parsed.map(Arc::new));
    }
    let count = lists.len();
    let (pool, lists) = (Pool::new(distinct(pool)), Lists::new(lists));
    let material = Material {
        pool: &pool,
        roots: &roots,
        public_roots: &Roots::mozilla(),
        lists: &lists,
    };
    let targets = targets(&request.wish, inspection);
    let mut answers = Vec::with_capacity(targets.len());
    for target in &targets {
        if let Err(cancelled) = check(progress) {
            return Ok(Err(cancelled));
        }
        progress.report(Stage::Judging, answers.len() as u64, targets.len() as u64);
        answers.push(chain::ask(target, &question, material));
    }
    let main = answers.first();
    let opinion = main.and_then(|answer| chain::opinion(answer, &question, material));
    let system =
        main.and_then(|answer| chain::system_opinion(answer, &question, material, env.stores));
    let findings = findings(request, &answers, [&opinion, &system]);
    Ok(Ok(Chains {
        inspection: Arc::clone(inspection),
        question,
        trust,
        opinion,
        system,
        findings,
        answers,
        held: certificates(inspection).collect(),
        lists: count,
    }))
}

fn question(wish: &Wish, inspection: &Inspection, trust: &TrustUsed) -> Question {
    let mut names = wish.names.clone();
    if names.is_empty() {
        names.extend(inspection.host().map(PeerName::host));
    }
    Question {
        at: wish.at.unwrap_or_else(|| inspection.judged_at()),
        usage: wish.usage,
        names,
        key_usage: 0,
        profile: wish.profile,
        policies: wish.policies.clone(),
        max_depth: wish.max_depth,
        trust: trust.name.clone(),
    }
}

/// All certificates in the order of files, repeated ones repeated.
fn certificates(inspection: &Inspection) -> impl Iterator<Item = Arc<Certificate>> {
    let held = inspection.artifacts.iter();
    held.filter_map(|artifact| artifact.certificate().map(Arc::clone))
}

fn revocation_lists(inspection: &Inspection) -> impl Iterator<Item = Arc<RevocationList>> {
    let held = inspection.artifacts.iter();
    held.filter_map(|artifact| match &artifact.content {
        Content::Crl(list) => Some(Arc::clone(list)),
        _ => None,
    })
}

fn distinct(certificates: Vec<Arc<Certificate>>) -> impl Iterator<Item = Arc<Certificate>> {
    let mut seen = std::collections::HashSet::new();
    certificates
        .into_iter()
        .filter(move |certificate| seen.insert(certificate.fingerprint))
}

/// The chosen certificate, else the identities, else the first certificate there is.
fn targets(wish: &Wish, inspection: &Inspection) -> Vec<Arc<Certificate>> {
    if let Some(chosen) = wish.target {
        return certificates(inspection)
            .find(|certificate| certificate.fingerprint == chosen)
            .into_iter()
            .collect();
    }
    let identities = inspection.story.identities.iter().take(TARGETS);
    let leaves: Vec<_> = identities.map(|one| Arc::clone(&one.leaf)).collect();
    match leaves.is_empty() {
        true => certificates(inspection).take(1).collect(),
        false => leaves,
    }
}

/// Findings of all answers, each once, and of files that could not be read: those are left out and named,
/// which does not make a chain worse that holds without them.
fn findings(
    request: &Request,
    answers: &[Answer],
    opinions: [&Option<Opinion>; 2],
) -> Vec<Finding> {
    let mut all: Vec<Finding> = Vec::new();
    for answer in answers {
        let best = answer
            .best()
            .into_iter()
            .flat_map(|path| path.all_findings());
        all.extend(best.chain(&answer.findings).cloned());
    }
    for opinion in opinions.into_iter().flatten() {
        let main = answers.first();
        all.extend(main.and_then(|answer| chain::disagreement(answer, opinion)));
    }
    let opened = std::iter::once(&request.inspection).chain(&request.beside);
    let unread = opened.flat_map(|one| one.findings());
    let unread = unread.filter(|found| is_about_reading(found)).cloned();
    all.extend(unread.map(|found| match answers.is_empty() {
        true => found,
        false => {
            let severity = found.severity.min(Severity::Warning);
            found.rated(severity)
        }
    }));
    if answers.is_empty() {
        all.push(Finding::new(BundleFact::CertificateMissing {
            keys: 0,
            requests: 0,
            issuers: 0,
        }));
    }
    finding::sort(&mut all);
    all.dedup();
    all
}

fn is_about_reading(found: &Finding) -> bool {
    use finding::Id;
    matches!(
        found.id(),
        Id::FileNotUnderstood
            | Id::FileUnreadable
            | Id::ArchiveLimitReached
            | Id::ArchiveEntrySkipped
    )
}
