//! The paths of one certificate as a graph in words: nodes with a place, a name and a state, edges between
//! them. The window paints it, the command line prints it: both show the same.

use std::collections::HashMap;

use crate::core::artifact::Fingerprint;
use crate::core::bundle::Chains;
use crate::core::chain::{Answer, JudgedPath, PathEnding, Step};
use crate::core::finding::{Finding, Severity};
use crate::core::time::Moment;
use crate::core::x509::Certificate;
use crate::core::x509::signature::SignatureVerdict;
use crate::text::Lang;
use crate::text::foreign::short;
use crate::text::time::date;

/// Paths that are drawn.
const PATHS: usize = 6;

/// What a node stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The certificate asked about.
    Leaf,
    /// An issuer between.
    Intermediate,
    /// A root's name and key, signed by another root.
    Cross,
    /// The end: a trusted root, or a self-signed certificate.
    Root,
}

/// How it stands with a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NodeState {
    /// Nothing is wrong with it.
    Fine,
    /// Worth a look.
    Warned,
    /// Something about it breaks the path.
    Wrong,
    /// It is not there.
    Missing,
    /// It is trusted by itself.
    Trusted,
}

/// How it stands with an edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EdgeState {
    /// The signature verifies.
    Verified,
    /// It does not.
    Broken,
    /// It cannot be checked.
    NotChecked,
}

/// One certificate of the graph, or the gap where one is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The certificate; `None` where it is missing.
    pub certificate: Option<Fingerprint>,
    /// Place from the left, 0 is the certificate asked about.
    pub column: usize,
    /// Place from the top; paths after the first branch downwards.
    pub row: usize,
    /// What it stands for.
    pub role: Role,
    /// How it stands.
    pub state: NodeState,
    /// Its name.
    pub name: String,
    /// Until when it is valid, and its key.
    pub detail: String,
    /// The state in words.
    pub words: String,
    /// Who issued it.
    pub issued_by: String,
    /// Everything in one sentence, for screen readers.
    pub spoken: String,
}

/// From a certificate to its issuer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// Number of the node that is signed.
    pub from: usize,
    /// Number of the node that signed.
    pub to: usize,
    /// How it stands.
    pub state: EdgeState,
    /// Paths that go this way, by number.
    pub path: usize,
}

/// One path in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathLine {
    /// Numbers of its nodes, leaf first.
    pub nodes: Vec<usize>,
    /// Whether nothing is wrong with it.
    pub is_valid: bool,
    /// How it stands, in a few words.
    pub words: String,
}

/// The graph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// The certificates.
    pub nodes: Vec<Node>,
    /// The signatures.
    pub edges: Vec<Edge>,
    /// The paths, best first.
    pub paths: Vec<PathLine>,
    /// Number of columns.
    pub columns: usize,
    /// Number of rows.
    pub rows: usize,
    /// Paths that are not drawn.
    pub left_out: usize,
}

impl Outline {
    /// The graph of one answer.
    pub fn of(lang: Lang, chains: &Chains, answer: &Answer) -> Self {
        let drawn: Vec<&JudgedPath> = drawn(answer).collect();
        let columns = drawn.iter().map(|path| width(path)).max().unwrap_or(0);
        let mut drawing = Drawing {
            lang,
            chains,
            columns,
            outline: Self {
                columns,
                left_out: answer.paths.len().saturating_sub(drawn.len()),
                ..Self::default()
            },
            known: HashMap::new(),
        };
        for path in drawn {
            drawing.path(path);
        }
        drawing.outline
    }

    /// Name of a column by what stands in it.
    pub fn heading(&self, lang: Lang, column: usize) -> &'static str {
        let role = self
            .nodes
            .iter()
            .filter(|node| node.column == column)
            .map(|node| node.role)
            .next();
        role.map_or("", |role| role_name(lang, role))
    }
}

/// The name of a role.
pub fn role_name(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::Leaf => lang.pick("Your certificate", "您的证书"),
        Role::Intermediate => lang.pick("Intermediate", "中间证书"),
        Role::Cross => lang.pick("Cross certificate", "交叉证书"),
        Role::Root => lang.pick("Root", "根证书"),
    }
}

/// Paths that lead somewhere, best first: those beside a trusted one show what other clients may need.
fn drawn(answer: &Answer) -> impl Iterator<Item = &JudgedPath> {
    let leads = |path: &&JudgedPath| path.ending != PathEnding::WrongSignature;
    let only = answer.paths.iter().all(|path| !leads(&path));
    let fits = move |path: &&JudgedPath| only || leads(path);
    answer.paths.iter().filter(fits).take(PATHS)
}

/// Columns that a path takes: a missing issuer has one too.
fn width(path: &JudgedPath) -> usize {
    path.steps.len() + usize::from(path.ending == PathEnding::MissingIssuer)
}

struct Drawing<'a> {
    lang: Lang,
    chains: &'a Chains,
    columns: usize,
    outline: Outline,
    /// Nodes by certificate, and missing ones by name.
    known: HashMap<(Option<Fingerprint>, String), usize>,
}

impl Drawing<'_> {
    fn path(&mut self, path: &JudgedPath) {
        let row = self.outline.rows;
        let number = self.outline.paths.len();
        let mut nodes = Vec::new();
        let mut is_new_row = false;
        for (index, step) in path.steps.iter().enumerate() {
            let before = self.outline.nodes.len();
            nodes.push(self.node(path, index, step, row));
            is_new_row |= self.outline.nodes.len() > before;
        }
        if path.ending == PathEnding::MissingIssuer {
            let before = self.outline.nodes.len();
            nodes.extend(self.gap(path, row));
            is_new_row |= self.outline.nodes.len() > before;
        }
        for (index, pair) in nodes.windows(2).enumerate() {
            if let [from, to] = pair {
                self.edge(*from, *to, path.steps.get(index), number);
            }
        }
        self.outline.rows += usize::from(is_new_row || self.outline.rows == 0);
        self.outline.paths.push(PathLine {
            nodes,
            is_valid: path.is_valid(),
            words: super::verdict::path(self.lang, path),
        });
    }

    fn node(&mut self, path: &JudgedPath, index: usize, step: &Step, row: usize) -> usize {
        let certificate = &step.certificate;
        let key = (Some(certificate.fingerprint), String::new());
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let role = role(path, index);
        let lang = self.lang;
        let (state, words) = state(lang, self.chains, path, step);
        let name = short(&certificate.title()).into_owned();
        let detail = detail(lang, certificate, role);
        let issued_by = short(&certificate.issuer.title()).into_owned();
        let spoken = spoken(lang, role, &name, &words, &issued_by);
        let column = match role {
            Role::Root => self.columns.saturating_sub(1),
            _ => index,
        };
        self.add(
            key,
            Node {
                certificate: Some(certificate.fingerprint),
                column,
                row,
                role,
                state,
                name,
                detail,
                words,
                issued_by,
                spoken,
            },
        )
    }

    /// The certificate that is not there.
    fn gap(&mut self, path: &JudgedPath, row: usize) -> Option<usize> {
        let last = &path.steps.last()?.certificate;
        let lang = self.lang;
        let name = short(&last.issuer.title()).into_owned();
        let key = (None, last.issuer.to_string());
        if let Some(known) = self.known.get(&key) {
            return Some(*known);
        }
        let words = lang.pick("missing", "缺少").to_owned();
        let detail = lang
            .pick("not among the files", "不在打开的文件里")
            .to_owned();
        let spoken = spoken(lang, Role::Intermediate, &name, &words, "");
        Some(self.add(
            key,
            Node {
                certificate: None,
                column: path.steps.len(),
                row,
                role: Role::Intermediate,
                state: NodeState::Missing,
                name,
                detail,
                words,
                issued_by: String::new(),
                spoken,
            },
        ))
    }

    fn add(&mut self, key: (Option<Fingerprint>, String), node: Node) -> usize {
        let number = self.outline.nodes.len();
        self.outline.nodes.push(node);
        self.known.insert(key, number);
        number
    }

    fn edge(&mut self, from: usize, to: usize, step: Option<&Step>, path: usize) {
        let is_known = |edge: &&Edge| edge.from == from && edge.to == to;
        if self.outline.edges.iter().any(|edge| is_known(&edge)) {
            return;
        }
        let state = match step.and_then(|step| step.signed.as_ref()) {
            Some(SignatureVerdict::Valid) => EdgeState::Verified,
            Some(SignatureVerdict::Invalid) => EdgeState::Broken,
            Some(SignatureVerdict::NotChecked(_)) | None => EdgeState::NotChecked,
        };
        self.outline.edges.push(Edge {
            from,
            to,
            state,
            path,
        });
    }
}

fn role(path: &JudgedPath, index: usize) -> Role {
    let is_last = index + 1 == path.steps.len();
    let Some(step) = path.steps.get(index) else {
        return Role::Intermediate;
    };
    let is_end = matches!(path.ending, PathEnding::Trusted | PathEnding::UntrustedRoot);
    match index {
        0 => Role::Leaf,
        _ if is_last && is_end => Role::Root,
        _ if is_cross(path, index, &step.certificate) => Role::Cross,
        _ => Role::Intermediate,
    }
}

/// A certificate above the first issuer that is no ordinary intermediate: a root's name under another issuer.
fn is_cross(path: &JudgedPath, index: usize, certificate: &Certificate) -> bool {
    let roots = crate::core::chain::Roots::mozilla();
    index > 0
        && !certificate.is_self_issued()
        && path.steps.len() > 2
        && roots.same_as(certificate).is_some()
}

fn detail(lang: Lang, certificate: &Certificate, role: Role) -> String {
    let until = until(lang, certificate.not_after);
    match role {
        Role::Root if certificate.is_self_issued() => {
            say!(lang, "self-signed, {until}", "自签名，{until}")
        }
        Role::Cross => say!(lang, "cross certificate, {until}", "交叉证书，{until}"),
        _ => {
            let key = certificate.key.label();
            say!(lang, "{until}, {key}", "{until}，{key}")
        }
    }
}

fn until(lang: Lang, moment: Moment) -> String {
    let day = date(lang, moment);
    say!(lang, "until {day}", "{day} 到期")
}

fn state(lang: Lang, chains: &Chains, path: &JudgedPath, step: &Step) -> (NodeState, String) {
    let print = step.certificate.fingerprint;
    let own: Vec<&Finding> = path
        .all_findings()
        .filter(|finding| finding.certificate == Some(print))
        .collect();
    let worst = own.iter().map(|finding| finding.severity).max();
    let of = |severity| own.iter().find(|finding| finding.severity == severity);
    if let Some(finding) = of(Severity::Error) {
        return (NodeState::Wrong, super::verdict::fault(lang, finding));
    }
    if step.is_anchor {
        return (NodeState::Trusted, anchor(lang, &chains.trust.name));
    }
    let is_held = chains.held.iter().any(|held| held.fingerprint == print);
    let place = match is_held {
        true => lang.pick("in the files", "在文件里"),
        false => lang.pick("found beside the files", "在文件之外找到"),
    };
    match worst {
        Some(Severity::Warning) => (
            NodeState::Warned,
            of(Severity::Warning)
                .map_or_else(String::new, |finding| super::verdict::fault(lang, finding)),
        ),
        _ => (NodeState::Fine, place.to_owned()),
    }
}

fn anchor(lang: Lang, trust: &str) -> String {
    match trust {
        "mozilla" => lang.pick("in Mozilla’s list", "在 Mozilla 列表里"),
        "system" => lang.pick("in the system’s store", "在系统证书库里"),
        _ => lang.pick("trusted", "受信任"),
    }
    .to_owned()
}

fn spoken(lang: Lang, role: Role, name: &str, words: &str, issued_by: &str) -> String {
    let role = role_name(lang, role);
    match issued_by {
        "" => say!(lang, "{role}: {name}, {words}", "{role}：{name}，{words}"),
        issuer => say!(
            lang,
            "{role}: {name}, {words}, issued by {issuer}",
            "{role}：{name}，{words}，颁发者 {issuer}"
        ),
    }
}
