//! The certificate chosen in the graph: its fields and what was found on it.

use crate::core::artifact::{ArtifactId, Fingerprint};
use crate::core::bundle::{Chains, Inspection};
use crate::core::chain::Answer;
use crate::core::x509::Certificate;
use crate::core::x509::details::Term;
use crate::state::model::Model;
use crate::state::view::Tone;
use crate::text::chain::outline::{NodeState, Outline};
use crate::text::chain::panel as words;
use crate::text::finding::words as finding_words;
use crate::text::number::{colon_hex, listed};
use crate::text::{Lang, foreign, key, time, usage, window, x509};

/// Bytes of a fingerprint on one line.
const LINE_BYTES: usize = 16;
/// Key usages that have a name (RFC 5280 section 4.2.1.3).
const KEY_USAGES: u8 = 9;

/// The chosen certificate.
#[derive(Clone, Debug)]
pub struct NodeView {
    pub title: String,
    pub fields: Vec<FieldView>,
    pub notes: Vec<NoteView>,
    /// What the details button shows; `None` for what is not among the files.
    pub certificate: Option<ArtifactId>,
}

/// One field.
#[derive(Clone, Debug)]
pub struct FieldView {
    pub label: &'static str,
    pub value: String,
    pub is_mono: bool,
    /// Name of its copy button.
    pub copy: String,
    /// What it puts on the clipboard.
    pub copied: String,
}

/// Something found on it.
#[derive(Clone, Debug)]
pub struct NoteView {
    pub tone: Tone,
    pub message: String,
}

pub(super) fn build(
    lang: Lang,
    model: &Model,
    chains: &Chains,
    answer: &Answer,
    outline: &Outline,
) -> Option<NodeView> {
    let number = model.chain.selected?;
    let node = outline.nodes.get(number)?;
    let Some(print) = node.certificate else {
        return Some(missing(lang, number, answer, outline));
    };
    let certificate = find(answer, print)?;
    Some(NodeView {
        title: node.name.clone(),
        fields: fields(lang, certificate),
        notes: notes(lang, chains, answer, print),
        certificate: held(&chains.inspection, print),
    })
}

fn find(answer: &Answer, print: Fingerprint) -> Option<&Certificate> {
    let mut steps = answer.paths.iter().flat_map(|path| &path.steps);
    let step = steps.find(|step| step.certificate.fingerprint == print)?;
    Some(&step.certificate)
}

fn held(inspection: &Inspection, print: Fingerprint) -> Option<ArtifactId> {
    let mut artifacts = inspection.artifacts.iter();
    let artifact = artifacts.find(|artifact| {
        let certificate = artifact.certificate();
        certificate.is_some_and(|certificate| certificate.fingerprint == print)
    })?;
    Some(artifact.id)
}

/// What is known of a certificate that is not there: its name, and the key that signed.
fn missing(lang: Lang, number: usize, answer: &Answer, outline: &Outline) -> NodeView {
    let below = outline
        .edges
        .iter()
        .filter(|edge| edge.to == number)
        .filter_map(|edge| outline.nodes.get(edge.from)?.certificate)
        .find_map(|print| find(answer, print));
    let name = outline.nodes.get(number).map(|node| node.name.clone());
    let mut fields = Vec::new();
    if let Some(below) = below {
        let issuer = x509::distinguished_name(&below.issuer);
        fields.push(field(lang, words::name(lang), issuer, false));
        if let Some(id) = &below.authority_key_id {
            fields.push(field(lang, words::key_id(lang), colon_hex(id), true));
        }
        let below = foreign::short(&below.title()).into_owned();
        fields.push(field(lang, words::needed_by(lang), below, false));
    }
    NodeView {
        title: name.unwrap_or_default(),
        fields,
        notes: vec![NoteView {
            tone: Tone::Error,
            message: words::is_missing(lang).to_owned(),
        }],
        certificate: None,
    }
}

fn fields(lang: Lang, certificate: &Certificate) -> Vec<FieldView> {
    let text = |label, value: String| field(lang, label, value, false);
    let mono = |label, value: String| field(lang, label, value, true);
    let span = time::span(lang, certificate.not_before, certificate.not_after);
    let mut fields = vec![
        text(
            words::name(lang),
            x509::distinguished_name(&certificate.subject),
        ),
        text(
            words::issuer(lang),
            x509::distinguished_name(&certificate.issuer),
        ),
        text(window::valid(lang), span),
        text(window::key(lang), key::name(&certificate.key)),
    ];
    fields.extend(usages(lang, certificate).map(|value| text(words::key_usages(lang), value)));
    fields.extend(purposes(lang, certificate).map(|value| text(words::purposes(lang), value)));
    if let Some(id) = &certificate.subject_key_id {
        fields.push(mono(words::key_id(lang), colon_hex(id)));
    }
    if let Some(id) = &certificate.authority_key_id {
        fields.push(mono(words::issuer_key_id(lang), colon_hex(id)));
    }
    fields.push(mono(
        window::serial(lang),
        colon_hex(&certificate.serial).to_lowercase(),
    ));
    let print = certificate.fingerprint.0;
    let lines: Vec<String> = print.chunks(LINE_BYTES).map(colon_hex).collect();
    fields.push(mono("SHA-256", lines.join("\n")));
    fields
}

fn field(lang: Lang, label: &'static str, value: String, is_mono: bool) -> FieldView {
    FieldView {
        label,
        copy: window::copy_named(lang, label),
        copied: value.replace('\n', ":"),
        value,
        is_mono,
    }
}

fn usages(lang: Lang, certificate: &Certificate) -> Option<String> {
    let bits = certificate.key_usage?;
    let named = (0..KEY_USAGES).filter(|bit| bits & (1 << bit) != 0);
    let names: Vec<_> = named
        .map(|bit| x509::term(lang, Term::KeyUsage(bit)))
        .collect();
    (!names.is_empty()).then(|| listed(&names))
}

fn purposes(lang: Lang, certificate: &Certificate) -> Option<String> {
    let held = certificate.extended_key_usage.as_ref()?;
    let names: Vec<_> = held.iter().map(|oid| usage::purpose(lang, oid)).collect();
    (!names.is_empty()).then(|| listed(&names))
}

fn notes(lang: Lang, chains: &Chains, answer: &Answer, print: Fingerprint) -> Vec<NoteView> {
    let on_paths = answer.paths.iter().flat_map(|path| path.all_findings());
    let mut seen = Vec::new();
    for found in on_paths.chain(&chains.findings) {
        if found.certificate == Some(print) && !seen.contains(&found) {
            seen.push(found);
        }
    }
    seen.sort_by_key(|found| std::cmp::Reverse(found.severity));
    seen.into_iter()
        .map(|found| NoteView {
            tone: found.severity.into(),
            message: finding_words(lang, found).message,
        })
        .collect()
}

/// The tone of a state of the graph.
pub fn state_tone(state: NodeState) -> Tone {
    match state {
        NodeState::Fine | NodeState::Trusted => Tone::Ok,
        NodeState::Missing | NodeState::Wrong => Tone::Error,
        NodeState::Warned => Tone::Warn,
    }
}
