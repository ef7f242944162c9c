//! From artifacts to the story. Runs after opening and again after each unlocking.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::core::artifact::{Artifact, Content, Lock};
use crate::core::bundle::check;
use crate::core::bundle::identity::{self, Judged};
use crate::core::bundle::inspection::{Groundwork, LockedGroup};
use crate::core::bundle::made_for;
use crate::core::bundle::scene::Scene;
use crate::core::bundle::story::{Cell, Headline, Identity, MadeFor, Story};
use crate::core::bundle::vault::Locked;
use crate::core::env::{self, Env};
use crate::core::finding::{
    self, ChainFact, Fact, Finding, Id, KeyFact, KeyMissingCause, NotOpenedKind, Severity, Verdict,
};
use crate::core::place::Place;
use crate::core::progress::{Cancelled, Progress, Stage, check as check_cancel};
use crate::core::secret::Keyring;

/// Distinct certificates from which on a bundle is a collection rather than an order.
const COLLECTION: usize = 20;
/// Identities judged between two looks at the cancel flag.
const BATCH: usize = 64;

/// Tells the story of what is on the shelf. `base` are the findings of opening.
pub fn tell(
    artifacts: &[Arc<Artifact>],
    groundwork: &Groundwork,
    keyring: &Keyring,
    base: &[Finding],
    env: &Env<'_>,
    progress: &dyn Progress,
) -> Result<Story, Cancelled> {
    let scene = Scene::new(artifacts, &groundwork.court);
    let mut judged = identities(&scene, env, progress)?;
    judged.sort_by_key(|one| rank(&one.identity));
    fill_made_for(&mut judged, &scene);
    let mut findings = base.to_vec();
    let told = check::all(&scene, &judged, &groundwork.vault, keyring, &mut findings);
    findings.extend(told);
    finding::sort(&mut findings);
    mark_disordered(&mut judged, &findings);
    let verdict = Verdict::of(&findings);
    let headline = headline(&scene, &judged, &findings);
    let unrelated = findings
        .iter()
        .filter(|finding| finding.id() == Id::ChainUnrelatedCertificate);
    let unrelated = unrelated
        .filter_map(|finding| finding.certificate)
        .collect();
    let identities = judged.into_iter().map(|one| one.identity).collect();
    Ok(Story {
        identities,
        findings,
        verdict,
        headline,
        unrelated,
    })
}

fn identities(
    scene: &Scene<'_>,
    env: &Env<'_>,
    progress: &dyn Progress,
) -> Result<Vec<Judged>, Cancelled> {
    let leaves: Vec<_> = scene
        .certificates
        .iter()
        .filter(|(certificate, _)| identity::is_identity(certificate, scene))
        .collect();
    let mut judged = Vec::with_capacity(leaves.len());
    for batch in leaves.chunks(BATCH) {
        check_cancel(progress)?;
        progress.report(Stage::Judging, judged.len() as u64, leaves.len() as u64);
        judged.extend(env::map(env.parallel, batch, |(leaf, copies)| {
            identity::judge(leaf, copies, scene)
        }));
    }
    Ok(judged)
}

/// Complete ones first, then those with most copies, then the one that lasts longest.
fn rank(identity: &Identity) -> impl Ord + use<> {
    (
        !identity.is_complete,
        Reverse(identity.copies.len()),
        Reverse(identity.leaf.not_after),
        identity.leaf.fingerprint,
    )
}

fn fill_made_for(judged: &mut [Judged], scene: &Scene<'_>) {
    if judged.len() > COLLECTION {
        return;
    }
    let rows: Vec<_> = (0..judged.len())
        .map(|index| rows_of(index, judged, scene))
        .collect();
    for (one, rows) in judged.iter_mut().zip(rows) {
        one.identity.made_for = rows;
    }
}

/// A chain file that a server will not start with is not ready, though nothing is missing in it.
fn mark_disordered(judged: &mut [Judged], findings: &[Finding]) {
    let is_fatal = |finding: &&Finding| {
        matches!(
            &finding.fact,
            Fact::Chain(ChainFact::WrongOrder {
                leaf_first: false,
                ..
            })
        )
    };
    let files: Vec<&Place> = findings
        .iter()
        .filter(is_fatal)
        .filter_map(|finding| finding.place.as_ref())
        .collect();
    for row in judged.iter_mut().flat_map(|one| &mut one.identity.made_for) {
        if row.files.iter().any(|file| files.contains(&file)) {
            row.chain = Cell::Bad;
        }
    }
}

/// Rows of one identity; the first one also shows containers that should hold it and hold another leaf.
fn rows_of(index: usize, judged: &[Judged], scene: &Scene<'_>) -> Vec<MadeFor> {
    let Some(one) = judged.get(index) else {
        return Vec::new();
    };
    let has_same_names = |other: &&Judged| {
        other
            .identity
            .leaf
            .dns_names()
            .eq(one.identity.leaf.dns_names())
            && other.identity.leaf.fingerprint != one.identity.leaf.fingerprint
    };
    let others: Vec<&Identity> = match index {
        0 => judged
            .iter()
            .filter(has_same_names)
            .map(|other| &other.identity)
            .collect(),
        _ => Vec::new(),
    };
    made_for::rows(&one.identity, &others, scene, index == 0)
}

fn headline(scene: &Scene<'_>, judged: &[Judged], findings: &[Finding]) -> Headline {
    let count = |severity| {
        findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    };
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let certificates = scene.certificates.len();
    if certificates >= COLLECTION && judged.len() > 1 {
        return Headline::Collection {
            certificates,
            errors,
        };
    }
    if scene.artifacts.is_empty() && findings.is_empty() {
        return Headline::Empty;
    }
    if errors > 0 {
        return Headline::Problems { errors, warnings };
    }
    if scene.locked().next().is_some() {
        return Headline::Locked;
    }
    // Nobody can say what is in a file that is not read.
    if judged.is_empty() && !scene.artifacts.iter().any(|one| is_unread(one)) {
        return Headline::NoCertificate;
    }
    if judged.is_empty() {
        return Headline::Problems { errors, warnings };
    }
    if judged.iter().all(|one| one.identity.is_complete) && warnings == 0 {
        return Headline::Complete;
    }
    if warnings > 0
        && findings
            .iter()
            .filter(|finding| finding.severity == Severity::Warning)
            .all(is_own_request)
    {
        return Headline::CompleteWithoutKey;
    }
    Headline::Problems { errors, warnings }
}

fn is_unread(artifact: &Artifact) -> bool {
    match &artifact.content {
        Content::NotOpened(content) => *content == NotOpenedKind::SignedPfx,
        content => matches!(content.lock(), Some(Lock::Unsupported(_))),
    }
}

fn is_own_request(finding: &Finding) -> bool {
    matches!(
        &finding.fact,
        Fact::Key(KeyFact::Missing {
            cause: KeyMissingCause::CsrSupplied | KeyMissingCause::Served,
            ..
        })
    ) || matches!(&finding.fact, Fact::Chain(ChainFact::RootIncluded { .. }))
}

/// What the user can be asked about, one group per source.
pub fn locked_groups(artifacts: &[Arc<Artifact>], vault: &[Locked]) -> Vec<LockedGroup> {
    let mut groups: BTreeMap<u32, LockedGroup> = BTreeMap::new();
    for locked in vault.iter().filter(|locked| !locked.is_hopeless) {
        let artifact = artifacts.get(locked.artifact.0 as usize);
        if artifact.is_some_and(|artifact| artifact.content.lock().is_some_and(Lock::may_open)) {
            let source = locked.place.source;
            let group = groups.entry(source).or_insert_with(|| LockedGroup {
                source,
                members: Vec::new(),
                seconds: 0,
            });
            group.members.push(locked.artifact);
            group.seconds += check::seconds(locked.cost());
        }
    }
    groups.into_values().collect()
}
