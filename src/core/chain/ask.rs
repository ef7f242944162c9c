//! Asks for the paths of one certificate: searches, judges, and puts the best first.

use std::sync::Arc;

use super::answer::{Answer, Ending, JudgedPath};
use super::judge::{Material, judge};
use super::question::Question;
use super::search::Search;
use crate::core::finding::{Finding, PathFact, WorkLimit};
use crate::core::limits;
use crate::core::x509::Certificate;

/// Paths that are looked at after the first valid one, for the alternatives.
const AFTER_VALID: usize = 24;

/// All paths of a certificate, judged.
pub fn ask(target: &Arc<Certificate>, question: &Question, material: Material<'_>) -> Answer {
    let mut search = Search::new(target, material.pool, material.roots, question.at);
    let mut paths: Vec<JudgedPath> = Vec::new();
    let mut after_valid = 0;
    while let Some(path) = search.next_path() {
        let path = judge(path, question, material);
        if path.is_sound() {
            search.narrow();
        }
        after_valid += usize::from(after_valid > 0 || path.is_valid());
        paths.push(path);
        if after_valid > AFTER_VALID {
            break;
        }
        if paths.len() > 2 * limits::CHAIN_PATHS_KEPT {
            sort(&mut paths);
        }
    }
    sort(&mut paths);
    let mut findings = Vec::new();
    let is_valid = paths.first().is_some_and(JudgedPath::is_valid);
    // With a valid path in hand, further ones would only be alternatives.
    if let Some(limit) = search.limit.filter(|_| !is_valid) {
        findings.push(limit_reached(limit, target));
    }
    findings.extend(alternatives(&paths, target));
    Answer {
        target: Arc::clone(target),
        paths,
        findings,
    }
}

/// Best first; of the worse ones only some are kept, dead ends only where nothing leads to a root.
fn sort(paths: &mut Vec<JudgedPath>) {
    paths.sort_by_cached_key(JudgedPath::rank);
    if paths.first().is_some_and(JudgedPath::is_trusted) {
        paths.retain(|path| path.ending != Ending::WrongSignature);
    }
    paths.truncate(limits::CHAIN_PATHS_KEPT);
}

fn limit_reached(limit: WorkLimit, target: &Certificate) -> Finding {
    let allowed = match limit {
        WorkLimit::NameComparisons => limits::NAME_COMPARISONS,
        WorkLimit::Paths => limits::CHAIN_PATHS,
        WorkLimit::Policies => limits::POLICY_NODES,
        WorkLimit::Signatures => limits::CHAIN_SEARCH_SIGNATURES,
        WorkLimit::Steps => limits::CHAIN_STEPS,
    };
    Finding::new(PathFact::WorkLimitReached { limit, allowed }).about(target.fingerprint)
}

fn alternatives(paths: &[JudgedPath], target: &Certificate) -> Option<Finding> {
    let sound: Vec<&JudgedPath> = paths.iter().filter(|path| path.is_sound()).collect();
    let mut roots: Vec<String> = Vec::new();
    for root in sound.iter().filter_map(|path| path.anchor()) {
        let name = root.title();
        if !roots.contains(&name) {
            roots.push(name);
        }
    }
    (sound.len() > 1).then(|| {
        let paths = sound.len();
        Finding::new(PathFact::AlternativePaths { paths, roots }).about(target.fingerprint)
    })
}
