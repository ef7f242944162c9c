//! One binding: what is wrong with it, and which entry of http.sys answers for it, with and without SNI.

use super::super::Tone;
use crate::core::iis::config::Binding;
use crate::core::iis::http_sys::{Answer, Table};
use crate::core::iis::plan::BindingAt;
use crate::core::iis::planned::Planned;
use crate::core::iis::scan::{Notice, Scan};
use crate::text::Lang;
use crate::text::finding::words as finding_words;
use crate::text::foreign::{display, short};
use crate::text::iis::{flag as flag_words, way, window as words};
use crate::text::time::{date, left};

/// Findings about no binding that are told.
const OTHERS: usize = 8;

/// A finding about it.
#[derive(Clone, Debug)]
pub struct FoundView {
    pub tone: Tone,
    pub message: String,
    pub why: String,
}

/// Which entry answers, and why.
#[derive(Clone, Debug)]
pub struct AnswerView {
    pub label: &'static str,
    pub entry: String,
    pub why: String,
}

/// One way to make a change by hand.
#[derive(Clone, Debug)]
pub struct WayView {
    pub label: &'static str,
    pub is_recommended: bool,
    pub reason: String,
    pub command: Option<String>,
}

/// The details.
#[derive(Clone, Debug)]
pub struct DetailsView {
    pub at: BindingAt,
    pub title: String,
    pub binding: String,
    pub facts: Vec<(&'static str, String)>,
    pub answers: Vec<AnswerView>,
    pub certificate: Vec<String>,
    pub findings: Vec<FoundView>,
    /// How its changes of the plan are made by hand.
    pub ways: Vec<WayView>,
}

pub(super) fn build(
    lang: Lang,
    scan: &Scan,
    planned: Option<&Planned>,
    at: BindingAt,
) -> Option<DetailsView> {
    let site = scan.configuration.sites.get(at.site as usize)?;
    let binding = site.bindings.get(at.binding as usize)?;
    Some(DetailsView {
        at,
        title: short(&site.name).into_owned(),
        binding: short(&binding.information).into_owned(),
        facts: facts(lang, binding),
        answers: answers(lang, scan, binding),
        certificate: certificate(lang, scan, at),
        findings: findings(lang, scan, at),
        ways: ways(lang, scan, planned, binding, at),
    })
}

/// For the first change of the binding that the plan holds.
fn ways(
    lang: Lang,
    scan: &Scan,
    planned: Option<&Planned>,
    binding: &Binding,
    at: BindingAt,
) -> Vec<WayView> {
    let steps = planned.into_iter().flat_map(|planned| &planned.plan.steps);
    let Some(step) = steps.into_iter().find(|step| step.at == at) else {
        return Vec::new();
    };
    way::ways(lang, step, binding, scan.version)
        .into_iter()
        .map(|one| WayView {
            label: one.kind.label(lang),
            is_recommended: one.is_recommended,
            reason: one.reason,
            command: one.command,
        })
        .collect()
}

fn facts(lang: Lang, binding: &Binding) -> Vec<(&'static str, String)> {
    let mut facts = vec![(
        words::protocol(lang),
        display(&binding.protocol).into_owned(),
    )];
    if binding.is_https() {
        let flags: Vec<_> = binding.flags().list().collect();
        let said = match flags.is_empty() {
            true => "0".to_owned(),
            false => format!(
                "{} ({})",
                binding.flags().0,
                flag_words::flags(lang, &flags)
            ),
        };
        facts.push(("sslFlags", said));
    }
    facts
}

/// Computed from the entries, as http.sys decides.
fn answers(lang: Lang, scan: &Scan, binding: &Binding) -> Vec<AnswerView> {
    let (Some(endpoint), Some(entries)) = (binding.https_endpoint(), scan.entries.get()) else {
        return Vec::new();
    };
    let table = Table::new(entries);
    let cases = table.served(endpoint).cases;
    let view = |label: &'static str, answer: Option<Answer<'_>>| match answer {
        Some(answer) => AnswerView {
            label,
            entry: format!(
                "{}={}",
                answer.entry.key.netsh_parameter(),
                display(&answer.entry.key.netsh_value())
            ),
            why: words::rule(lang, answer.rule).to_owned(),
        },
        None => AnswerView {
            label,
            entry: words::nothing_answers(lang).to_owned(),
            why: String::new(),
        },
    };
    let mut all = Vec::new();
    if !endpoint.host.is_empty() {
        all.push(view(words::sni_on(lang), cases.with_host));
    }
    all.push(view(words::sni_off(lang), cases.without_host));
    all
}

fn certificate(lang: Lang, scan: &Scan, at: BindingAt) -> Vec<String> {
    let Some(held) = crate::text::iis::binding::certificate(scan, at) else {
        return Vec::new();
    };
    let mut lines = vec![short(&held.title()).into_owned()];
    if let (Some(begin), Some(end)) = (held.not_before(), held.not_after()) {
        let (begin, end) = (date(lang, begin), date(lang, end));
        lines.push(format!("{begin} – {end}"));
    }
    if let Some(end) = held.not_after() {
        lines.push(left(lang, scan.judged_at.days_until(end)));
    }
    lines.push(held.thumbprint.to_string());
    lines
}

fn findings(lang: Lang, scan: &Scan, at: BindingAt) -> Vec<FoundView> {
    let of_site = |notice: &&Notice| {
        notice.at == Some(at) || (notice.at.is_none() && notice.site == Some(at.site))
    };
    scan.notices
        .iter()
        .filter(of_site)
        .map(|notice| found(lang, notice))
        .collect()
}

fn found(lang: Lang, notice: &Notice) -> FoundView {
    let said = finding_words(lang, &notice.finding);
    FoundView {
        tone: notice.finding.severity.into(),
        why: said.paragraph(lang),
        message: said.message,
    }
}

/// Findings about sites or the whole server.
pub(super) fn others(lang: Lang, scan: &Scan) -> Vec<FoundView> {
    let about_none = scan
        .notices
        .iter()
        .filter(|notice| notice.at.is_none() && notice.site.is_none());
    about_none
        .take(OTHERS)
        .map(|notice| found(lang, notice))
        .collect()
}
