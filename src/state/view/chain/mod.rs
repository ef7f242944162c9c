//! The chain panel: verdict, graph, the certificate chosen in it, findings, who trusts it, repair, and
//! what came from the issuer's addresses.

mod command;
pub mod fetch;
pub mod flag;
mod node;
mod opinion;
mod repair;
mod trust;

pub use fetch::{CameView, FetchView, StepView};
pub use node::{FieldView, NodeView, NoteView, state_tone};
pub use opinion::OpinionView;
pub use repair::{FormView, RepairView, bytes};
pub use trust::{ClientView, TrustView};

use super::bundle::{FindingGroup, findings_of, source_name};
use super::{Doing, Tone, VerdictLine};
use crate::core::bundle::Chains;
use crate::core::chain::{self, Answer};
use crate::core::finding::{self, Finding, Id, Severity};
use crate::state::model::{Model, Workspace};
use crate::text::chain::outline::Outline;
use crate::text::chain::{panel as words, verdict};
use crate::text::number::listed;
use crate::text::{Lang, bundle, foreign, time};

/// The chain panel once its chains are judged.
#[derive(Clone, Debug)]
pub struct ChainView {
    pub sub: String,
    pub verdict: VerdictLine,
    /// The paths as a graph in words; the command line prints the same.
    pub outline: Outline,
    /// Heads of its columns.
    pub headings: Vec<&'static str>,
    /// `2 paths`.
    pub path_count: String,
    /// For whom and when it was judged.
    pub judged: String,
    /// Paths as choices: the names on the way, and how it stands.
    pub paths: Vec<PathView>,
    pub left_out: Option<String>,
    /// Certificates whose chains were judged, when there are several.
    pub answers: Vec<AnswerView>,
    /// The certificate chosen in the graph.
    pub node: Option<NodeView>,
    pub findings: Vec<FindingGroup>,
    pub trust: Option<TrustView>,
    pub opinions: Vec<OpinionView>,
    pub repair: Option<RepairView>,
    /// Why no chain can be exported.
    pub no_export: Option<&'static str>,
    pub fetch: Option<FetchView>,
    /// What came from the issuer's addresses.
    pub came: Option<CameView>,
    /// What does the same on the command line.
    pub command_line: Option<String>,
    /// Errors of all chains, for the badge.
    pub errors: usize,
}

/// One path as a choice.
#[derive(Clone, Debug)]
pub struct PathView {
    pub title: String,
    pub words: String,
    pub tone: Tone,
}

/// One certificate whose chains were judged.
#[derive(Clone, Debug)]
pub struct AnswerView {
    pub name: String,
    pub tone: Tone,
}

/// Builds the panel for what was judged.
pub fn build(lang: Lang, model: &Model, open: &Workspace) -> Option<ChainView> {
    let chains = model.chain.chains.as_ref()?;
    let errors = finding_count(&chains.findings);
    let Some(answer) = model.chain.shown() else {
        return Some(without_certificate(lang, model, open, chains));
    };
    let outline = Outline::of(lang, chains, answer);
    let headings = (0..outline.columns)
        .map(|column| outline.heading(lang, column))
        .collect();
    let own = findings(chains, answer);
    Some(ChainView {
        sub: sub(lang, open, answer),
        verdict: verdict_line(answer, verdict::of(lang, answer)),
        headings,
        path_count: words::path_count(lang, answer_paths(&outline)),
        judged: judged(lang, chains),
        paths: paths(&outline),
        left_out: (outline.left_out > 0).then(|| words::left_out(lang, outline.left_out)),
        answers: answers(chains),
        node: node::build(lang, model, chains, answer, &outline),
        findings: with_fetch(
            lang,
            model,
            findings_of(lang, &chains.inspection, &own, &model.unfolded),
        ),
        trust: trust::build(lang, answer),
        opinions: opinion::build(lang, model, chains),
        repair: repair::build(lang, model, chains, answer),
        no_export: repair::why_not(lang, answer),
        fetch: fetch::build(lang, model),
        came: fetch::came(lang, model),
        command_line: command::line(model),
        errors,
        outline,
    })
}

/// The missing issuer can be fetched where its certificate says from where.
fn with_fetch(lang: Lang, model: &Model, mut groups: Vec<FindingGroup>) -> Vec<FindingGroup> {
    let Some(fetch) = fetch::build(lang, model) else {
        return groups;
    };
    let missing = groups
        .iter_mut()
        .filter(|group| group.id == Id::ChainMissingIntermediate)
        .flat_map(|group| &mut group.shown)
        .next();
    if let Some(finding) = missing {
        match fetch.off {
            Some(off) => finding.aside = Some(off.to_owned()),
            None => {
                let remedy = (words::fetch(lang).to_owned(), Doing::FetchIssuers);
                finding.remedies.insert(0, remedy);
                finding.aside = Some(words::contacts(lang, &fetch.hosts));
            }
        }
    }
    groups
}

fn answer_paths(outline: &Outline) -> usize {
    outline.paths.len() + outline.left_out
}

fn without_certificate(lang: Lang, model: &Model, open: &Workspace, chains: &Chains) -> ChainView {
    let line = verdict::verdict(lang, chains);
    ChainView {
        sub: source(lang, open),
        verdict: VerdictLine {
            tone: Tone::Error,
            sentence: line.sentence,
            context: line.context,
        },
        outline: Outline::default(),
        headings: Vec::new(),
        path_count: String::new(),
        judged: String::new(),
        paths: Vec::new(),
        left_out: None,
        answers: Vec::new(),
        node: None,
        findings: findings_of(lang, &chains.inspection, &chains.findings, &model.unfolded),
        trust: None,
        opinions: Vec::new(),
        repair: None,
        no_export: Some(words::no_certificate(lang)),
        fetch: None,
        came: None,
        command_line: command::line(model),
        errors: finding_count(&chains.findings),
    }
}

fn finding_count(findings: &[Finding]) -> usize {
    let errors = findings
        .iter()
        .filter(|found| found.severity == Severity::Error);
    errors.count()
}

/// `api.example.net • from api.example.net.zip`.
fn sub(lang: Lang, open: &Workspace, answer: &Answer) -> String {
    let name = bundle::subject_name(&answer.target);
    match source(lang, open) {
        from if from.is_empty() => name,
        from => format!("{name} • {from}"),
    }
}

fn source(lang: Lang, open: &Workspace) -> String {
    let first = open.inspection.opened().first();
    first.map_or_else(String::new, |first| {
        words::from(lang, &source_name(lang, &first.name))
    })
}

fn verdict_line(answer: &Answer, line: bundle::Line) -> VerdictLine {
    let best = answer.best();
    let tone = match best {
        Some(best) if best.is_valid() => {
            let warned = best
                .all_findings()
                .any(|found| found.severity == Severity::Warning);
            if warned { Tone::Warn } else { Tone::Ok }
        }
        _ => Tone::Error,
    };
    VerdictLine {
        tone,
        sentence: line.sentence,
        context: line.context,
    }
}

fn judged(lang: Lang, chains: &Chains) -> String {
    let names: Vec<String> = chains
        .question
        .names
        .iter()
        .map(|name| foreign::short(&name.to_string()).into_owned())
        .collect();
    words::judged(lang, &listed(&names), &time::date(lang, chains.question.at))
}

fn paths(outline: &Outline) -> Vec<PathView> {
    let paths = outline.paths.iter();
    paths
        .map(|path| {
            let nodes = path
                .nodes
                .iter()
                .filter_map(|node| outline.nodes.get(*node));
            let names: Vec<&str> = nodes.skip(1).map(|node| node.name.as_str()).collect();
            PathView {
                title: names.join(" → "),
                words: path.words.clone(),
                tone: if path.is_valid { Tone::Ok } else { Tone::Error },
            }
        })
        .collect()
}

fn answers(chains: &Chains) -> Vec<AnswerView> {
    if chains.answers.len() < 2 {
        return Vec::new();
    }
    let answers = chains.answers.iter();
    answers
        .map(|answer| AnswerView {
            name: bundle::subject_name(&answer.target),
            tone: match answer.is_valid() {
                true => Tone::Ok,
                false => Tone::Error,
            },
        })
        .collect()
}

/// All findings where there is one certificate; otherwise those of the certificate that is shown.
fn findings(chains: &Chains, answer: &Answer) -> Vec<Finding> {
    if chains.answers.len() == 1 {
        return chains.findings.clone();
    }
    let best = answer
        .best()
        .into_iter()
        .flat_map(|best| best.all_findings());
    let mut own: Vec<Finding> = best.chain(&answer.findings).cloned().collect();
    let is_main = chains
        .main()
        .is_some_and(|main| main.target.fingerprint == answer.target.fingerprint);
    let opinions = [&chains.opinion, &chains.system].into_iter().flatten();
    for opinion in opinions.filter(|_| is_main) {
        own.extend(chain::disagreement(answer, opinion));
    }
    finding::sort(&mut own);
    own.dedup();
    own
}
