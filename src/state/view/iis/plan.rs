//! The plan in words: its changes line by line, what is left out and why, and what was checked of it.

use super::super::Tone;
use crate::core::iis::http_sys::command::parameters;
use crate::core::iis::http_sys::{SslEntry, Verb, argv};
use crate::core::iis::plan::{Change, Step};
use crate::core::iis::planned::Planned;
use crate::state::model::{Model, Shell};
use crate::state::view::command_line::quoted;
use crate::text::Lang;
use crate::text::foreign::{display, short};
use crate::text::iis::{refusal, step, window as words};

/// Steps shown one by one.
const STEPS: usize = 60;
/// Refusals shown one by one.
const REFUSED: usize = 20;

/// What a line of a block says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    Added,
    Removed,
}

/// A block of lines under its caption.
#[derive(Clone, Debug)]
pub struct BlockView {
    pub caption: String,
    /// Of the file, not of http.sys.
    pub is_file: bool,
    pub lines: Vec<(LineKind, String)>,
}

/// One change.
#[derive(Clone, Debug)]
pub struct StepView {
    pub number: String,
    pub heading: String,
    /// The part of the heading that is written strong, in bytes.
    pub strong: Option<(usize, usize)>,
    pub blocks: Vec<BlockView>,
}

/// A wish that is not carried out.
#[derive(Clone, Debug)]
pub struct RefusedView {
    pub heading: String,
    pub why: String,
}

/// The plan.
#[derive(Clone, Debug)]
pub struct PlanView {
    pub sentence: String,
    pub count: usize,
    pub steps: Vec<StepView>,
    pub more: Option<String>,
    pub refused: Vec<RefusedView>,
    pub checks: Vec<(Tone, String)>,
    /// Commands that make the entries http.sys needs.
    pub commands: Vec<String>,
    /// Why it cannot be carried out.
    pub off: Option<&'static str>,
    /// Where the copy of the present file goes.
    pub copies: String,
    pub path: String,
}

pub(super) fn build(lang: Lang, model: &Model, planned: &Planned) -> PlanView {
    let plan = &planned.plan;
    let file = file_name(planned);
    let entries = plan.entries().count();
    let mut sentence = match plan.is_empty() {
        true => words::nothing_to_change(lang).to_owned(),
        false => words::plan_sentence(lang, planned.bindings, plan.edits.len(), entries),
    };
    if !plan.edits.is_empty() {
        sentence.push_str(lang.pick(" ", ""));
        sentence.push_str(words::keeps_bytes(lang));
    }
    let told = plan.steps.iter().take(STEPS);
    let left = plan.steps.len().saturating_sub(STEPS);
    PlanView {
        sentence,
        count: plan.steps.len(),
        steps: told
            .zip(1usize..)
            .map(|(one, number)| step_view(lang, one, number, &file))
            .collect(),
        more: (left > 0).then(|| words::more_steps(lang, left)),
        refused: refused(lang, planned),
        checks: checks(lang, planned),
        commands: plan
            .entries()
            .map(|entry| command(model.shell, entry))
            .collect(),
        off: off(lang, model, planned),
        copies: copies(planned),
        path: display(&planned.scan.path.to_string_lossy()).into_owned(),
    }
}

fn file_name(planned: &Planned) -> String {
    let name = planned.scan.path.file_name().unwrap_or_default();
    display(&name.to_string_lossy()).into_owned()
}

/// The folder of copies beside the configuration.
fn copies(planned: &Planned) -> String {
    let folder = planned.scan.path.with_file_name("certwright-undo");
    display(&folder.to_string_lossy()).into_owned()
}

/// A command as it is typed; from a server elsewhere it is meant for PowerShell all the same.
fn command(shell: Shell, entry: &SslEntry) -> String {
    let parts = argv(Verb::Add, entry);
    let quoted_part = |part: &String| match part.bytes().all(is_plain) {
        true => Some(part.clone()),
        false => quoted(Shell::PowerShell, part).or_else(|| quoted(shell, part)),
    };
    let parts: Vec<String> = parts.iter().filter_map(quoted_part).collect();
    parts.join(" ")
}

fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-_.:=[]/\\".contains(&byte)
}

fn step_view(lang: Lang, one: &Step, number: usize, file: &str) -> StepView {
    let heading = step::step(lang, &one.fix);
    let site = short(&one.fix.binding().site).into_owned();
    let strong = whole_word(&heading, &site);
    let mut blocks: Vec<BlockView> = Vec::new();
    let lines: Vec<(LineKind, String)> = one.changes.iter().flat_map(lines_of).collect();
    if !lines.is_empty() {
        blocks.push(BlockView {
            caption: words::at_line(lang, file, one.line),
            is_file: true,
            lines,
        });
    }
    blocks.extend(one.entry.as_ref().map(entry_block));
    StepView {
        number: number.to_string(),
        heading,
        strong,
        blocks,
    }
}

/// Where a name stands by itself and not as a part of a longer one.
fn whole_word(text: &str, name: &str) -> Option<(usize, usize)> {
    let is_part = |char: char| char.is_ascii_alphanumeric() || ".:-_*".contains(char);
    let places = text.match_indices(name).filter(|_| !name.is_empty());
    places
        .map(|(start, _)| (start, start + name.len()))
        .find(|(start, end)| {
            let before = text.get(..*start).and_then(|head| head.chars().next_back());
            let after = text.get(*end..).and_then(|tail| tail.chars().next());
            !before.is_some_and(is_part) && !after.is_some_and(is_part)
        })
}

fn lines_of(change: &Change) -> Vec<(LineKind, String)> {
    let lines = |text: &Option<String>, kind: LineKind| -> Vec<(LineKind, String)> {
        let text = text.as_deref().unwrap_or_default();
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines
            .map(|line| (kind, display(line).into_owned()))
            .collect()
    };
    let mut all = lines(&change.old, LineKind::Removed);
    all.extend(lines(&change.new, LineKind::Added));
    all
}

/// Key and certificate of an entry; the command has the rest.
fn entry_block(entry: &SslEntry) -> BlockView {
    let told = parameters(Verb::Add, entry)
        .filter(|(name, _)| !matches!(*name, "appid" | "certstorename"));
    BlockView {
        caption: "http.sys".to_owned(),
        is_file: false,
        lines: told
            .map(|(name, value)| {
                (
                    LineKind::Added,
                    display(&format!("{name}={value}")).into_owned(),
                )
            })
            .collect(),
    }
}

fn refused(lang: Lang, planned: &Planned) -> Vec<RefusedView> {
    let told = planned.plan.refused.iter().take(REFUSED);
    let mut all: Vec<RefusedView> = told
        .map(|(number, why)| {
            let fix = planned.fixes.get(*number as usize);
            let heading = fix.map(|fix| step::step(lang, fix)).unwrap_or_default();
            let (why, remedy) = refusal::refusal(lang, why);
            RefusedView {
                heading: words::refused(lang, &heading),
                why: crate::text::prose::sentences(lang, &[&why, &remedy]),
            }
        })
        .collect();
    if !planned.without_answer.is_empty() {
        all.push(RefusedView {
            heading: words::without_answer(lang, planned.without_answer.len()),
            why: String::new(),
        });
    }
    all
}

fn checks(lang: Lang, planned: &Planned) -> Vec<(Tone, String)> {
    if planned.plan.is_empty() {
        return Vec::new();
    }
    let file = match planned.is_unchanged {
        Some(true) => (Tone::Ok, words::file_unchanged(lang)),
        Some(false) => (Tone::Error, words::changed_since(lang)),
        None => (Tone::Warn, words::file_unknown(lang)),
    };
    let mut checks = vec![(file.0, file.1.to_owned())];
    let cover = planned.cover;
    if cover.other_name > 0 {
        checks.push((Tone::Warn, words::not_covered(lang, cover.other_name)));
    }
    if cover.unknown > 0 {
        checks.push((Tone::Neutral, words::cover_unknown(lang, cover.unknown)));
    }
    if cover.other_name + cover.unknown == 0 {
        checks.push((Tone::Ok, words::covered(lang, cover)));
    }
    checks.push(match planned.conflicts {
        0 => (Tone::Ok, words::conflict_none(lang).to_owned()),
        count => (Tone::Error, words::conflicts(lang, count)),
    });
    checks
}

fn off(lang: Lang, model: &Model, planned: &Planned) -> Option<&'static str> {
    if model.iis.is_acting() {
        return Some(words::acting(lang));
    }
    if model.iis.planning.is_some() {
        return Some(words::planning(lang));
    }
    if planned.plan.is_empty() {
        return Some(words::nothing_to_change(lang));
    }
    (planned.is_unchanged == Some(false)).then(|| words::changed_since(lang))
}
