//! The panel of diagnoses as finished strings.

mod card;
mod compare;
mod contacts;
pub mod export;
pub mod flag;
pub mod history;
mod line;
mod rows;
mod served;

use crate::core::csr::names::{Cleaned, Cleaning};
use crate::core::diagnose::{Mark, target};
use crate::state::diagnose::{Diagnose, ExpectedRow, Running, known};
use crate::state::model::Model;
use crate::state::view::{Tone, VerdictLine};
use crate::text::diagnose::{options, panel, verdict};
use crate::text::{Lang, csr, finding, foreign, problem};

pub use card::{CardOffer, CardView, ProblemView};
pub use compare::CompareView;
pub use contacts::{ContactGroup, ContactsView, build as contacts};
pub use line::{AskedView, Bar, LineView, SaidView};
pub use rows::{ChipView, LaneView, RowMark, RowView};
pub use served::ServedView;

/// The panel.
#[derive(Clone, Debug, Default)]
pub struct DiagnoseView {
    /// How the names typed were read, or why they cannot be asked about.
    pub note: Option<(Tone, String)>,
    /// How many things the CA expects.
    pub expected: usize,
    /// CAs to choose from.
    pub authorities: Vec<String>,
    /// What is served is compared with this.
    pub compare: CompareView,
    /// Why nothing can be run now.
    pub no_run: Option<&'static str>,
    pub verdict: Option<VerdictLine>,
    pub lanes: Vec<LaneView>,
    pub card: Option<CardView>,
    pub line: LineView,
    pub table: Vec<SaidView>,
    /// How many problems, for the badge.
    pub problems: usize,
    /// Why no run was possible, in the system's own words.
    pub no_network: Option<String>,
    /// Why it failed: what happened, what to do.
    pub failed: Option<(String, String)>,
    /// Names at hand, and what they are called.
    pub offered: Vec<(String, String)>,
}

/// Builds the panel.
pub fn build(lang: Lang, model: &Model) -> DiagnoseView {
    let held = &model.diagnose;
    let last = held.last.as_ref().filter(|_| !held.is_running());
    let is_problem = |mark: Option<Mark>| mark == Some(Mark::Problem);
    DiagnoseView {
        note: note(lang, held),
        expected: held
            .draft
            .expected
            .iter()
            .filter_map(ExpectedRow::read)
            .count(),
        authorities: known::authorities(&model.settings),
        compare: compare::build(lang, model),
        no_run: no_run(lang, held),
        verdict: verdict_line(lang, held),
        lanes: rows::lanes(lang, held),
        card: card::build(lang, held),
        line: line::line(lang, held),
        table: line::table(lang, held),
        problems: held
            .checks
            .iter()
            .filter(|check| is_problem(check.mark()))
            .count(),
        no_network: last.and_then(|last| last.no_network.as_ref()).map(|words| {
            let words = foreign::display(words);
            words.into_owned()
        }),
        failed: match &held.running {
            Running::Failed(failure) => {
                let told = problem::explain(lang, failure);
                Some((told.happened, told.remedies.join(" ")))
            }
            _ => None,
        },
        offered: offered(lang, model),
    }
}

fn no_run(lang: Lang, held: &Diagnose) -> Option<&'static str> {
    if held.target.names.is_empty() {
        return Some(panel::name_missing(lang));
    }
    if held.draft.read_port().is_none() {
        return Some(options::no_port(lang));
    }
    let is_nothing = held.draft.read_lanes().is_empty();
    is_nothing.then(|| options::lane_missing(lang))
}

/// What is said of the names typed: how they were read, or why none is left.
fn note(lang: Lang, held: &Diagnose) -> Option<(Tone, String)> {
    let text = held.draft.names.trim();
    if text.is_empty() {
        return None;
    }
    if held.draft.read_port().is_none() {
        return Some((Tone::Error, options::no_port(lang).to_owned()));
    }
    let target::Target { names, advice, .. } = &held.target;
    if names.is_empty() {
        let refused = advice.unusable();
        let words = refused.map_or_else(
            || panel::without_name(lang).to_owned(),
            |finding| finding::words(lang, finding).message,
        );
        return Some((Tone::Error, words));
    }
    let refused = advice.unusable().map(|it| finding::words(lang, it).message);
    if let Some(words) = refused {
        return Some((Tone::Warn, words));
    }
    let is_as_typed = matches!(names.as_slice(), [one] if one.as_str() == text);
    if is_as_typed {
        return None;
    }
    let names: Vec<String> = names.iter().map(ToString::to_string).collect();
    // A port is no part of a name, and is not lost.
    let is_lost = |it: &&Cleaned| it.what != Cleaning::Port || held.target.port.is_none();
    let mut parts: Vec<String> = advice
        .cleaned
        .iter()
        .filter(is_lost)
        .map(|it| csr::names::cleaned(lang, it))
        .collect();
    parts.push(panel::names_read(lang, &names));
    parts.extend(held.target.port.map(|port| options::port_read(lang, port)));
    Some((Tone::Info, parts.join(lang.pick("; ", "；"))))
}

fn verdict_line(lang: Lang, held: &Diagnose) -> Option<VerdictLine> {
    if held.checks.is_empty() {
        return None;
    }
    let is_running = held.is_running();
    let no_network = held
        .last
        .as_ref()
        .is_some_and(|last| last.no_network.is_some());
    if no_network && !is_running {
        return Some(VerdictLine {
            tone: Tone::Warn,
            sentence: panel::no_network(lang).to_owned(),
            context: panel::no_network_why(lang).to_owned(),
        });
    }
    let (sentence, context) = verdict::headline(lang, &held.checks, is_running);
    let worst = held.checks.iter().filter_map(|check| check.mark()).max();
    let tone = match worst {
        Some(Mark::Problem) => Tone::Error,
        Some(Mark::Unknown | Mark::Warning) if !is_running => Tone::Warn,
        _ if is_running => Tone::Info,
        _ if matches!(held.running, Running::Cancelled { .. }) => Tone::Neutral,
        Some(_) => Tone::Ok,
        None => Tone::Neutral,
    };
    Some(VerdictLine {
        tone,
        sentence,
        context,
    })
}

fn offered(lang: Lang, model: &Model) -> Vec<(String, String)> {
    let each = known::offered(model)
        .into_iter()
        .map(|offered| match offered {
            known::Offered::Certificate(name, names) => {
                let label = panel::names_of_certificate(lang, &name, names.len());
                (label, names.join(", "))
            }
            known::Offered::Request(name, names) => {
                let label = panel::names_of_request(lang, &name, names.len());
                (label, names.join(", "))
            }
            known::Offered::Wizard(names) => (panel::names_of_wizard(lang).to_owned(), names),
        });
    each.collect()
}
