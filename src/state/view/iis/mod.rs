//! The IIS panel as finished strings. Rows are built once for a scan, the rest when something changes.

pub mod details;
pub mod flag;
pub mod history;
mod outcome;
pub mod plan;
pub mod rows;

use std::collections::BTreeSet;
use std::sync::Arc;

use zeroize::Zeroizing;

pub use details::DetailsView;
pub use history::HistoryView;
pub use outcome::{Offer, OutcomeView, of_act as act_words, words_of as failure_words};
pub use plan::PlanView;
pub use rows::{RowView, RowsView};
pub use script::COLLECT;

use super::{Tone, VerdictLine};
use crate::core::iis::act::edited_of;
use crate::core::iis::plan::{BindingAt, Names, Wanted, suggest};
use crate::core::iis::scan::Scan;
use crate::state::effect::Saving;
use crate::state::model::Model;
use crate::text::Lang;
use crate::text::foreign::{self, display, short};
use crate::text::iis::{binding, script, version, window as words};

/// What follows from a scan alone.
#[derive(Clone, Debug)]
pub struct ScanView {
    pub sub: String,
    pub verdict: VerdictLine,
    pub rows: RowsView,
    /// What is loaded, for the status bar.
    pub loaded: String,
    /// Bindings that can be repaired here, and the words for marking them all.
    pub repairable: Option<(String, Vec<BindingAt>)>,
    /// Findings about no binding.
    pub others: Vec<details::FoundView>,
    /// Grows with every scan, for what depends on it.
    pub revision: u64,
}

/// The panel.
#[derive(Clone, Debug)]
pub struct IisView {
    pub scan: Arc<ScanView>,
    pub plan: Option<PlanView>,
    pub details: Option<DetailsView>,
    pub history: Option<HistoryView>,
    /// `2 selected`.
    pub marked: Option<String>,
}

/// What follows from a scan.
pub fn of_scan(lang: Lang, scan: &Scan, revision: u64) -> ScanView {
    let line = binding::verdict(lang, scan);
    let rows = rows::build(lang, scan);
    let bindings = repairable(scan);
    let context = match (rows.problems, bindings.len()) {
        (0, _) | (_, 0) => line.context,
        (_, count) => {
            let repair = words::repairable(lang, count);
            format!("{repair}{}{}", lang.pick(" ", ""), line.context)
        }
    };
    let certificates = scan.certificates.get().map(Vec::len);
    ScanView {
        sub: sub(lang, scan),
        verdict: VerdictLine {
            tone: tone(scan, &rows),
            sentence: line.sentence,
            context,
        },
        loaded: words::counts(
            lang,
            rows.rows.len(),
            scan.configuration.sites.len(),
            certificates,
        ),
        others: details::others(lang, scan),
        repairable: (!bindings.is_empty())
            .then(|| (words::mark_repairable(lang, bindings.len()), bindings)),
        rows,
        revision,
    }
}

/// What is not known is never said to be in order.
fn tone(scan: &Scan, rows: &RowsView) -> Tone {
    let is_known = scan.entries.get().is_some() && scan.certificates.get().is_some();
    match Tone::from(scan.verdict()) {
        Tone::Ok if !is_known && !rows.rows.is_empty() => Tone::Neutral,
        tone => tone,
    }
}

fn repairable(scan: &Scan) -> Vec<BindingAt> {
    let fixes = suggest(scan, &Wanted::default());
    let names = Names::new(&scan.configuration);
    let found: BTreeSet<BindingAt> = fixes
        .iter()
        .filter_map(|fix| Some(names.find(fix.binding()).ok()?.0))
        .collect();
    found.into_iter().collect()
}

fn sub(lang: Lang, scan: &Scan) -> String {
    let computer = scan
        .computer
        .as_deref()
        .map(|name| short(name).into_owned());
    let version = scan.version.map(|found| version::version(lang, found));
    let server: Vec<String> = computer.into_iter().chain(version).collect();
    let server = server.join(lang.pick(", ", "，"));
    let path = display(&scan.path.to_string_lossy()).into_owned();
    let parts = [server, path];
    let parts: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" • ")
}

/// What follows from the rest of the model.
pub fn build(lang: Lang, model: &Model, scan: &Arc<ScanView>) -> IisView {
    let iis = &model.iis;
    let count = iis.marked.len();
    IisView {
        scan: Arc::clone(scan),
        plan: iis
            .planned
            .as_ref()
            .map(|planned| plan::build(lang, model, planned)),
        details: iis
            .open
            .zip(iis.scan.as_ref())
            .and_then(|(at, scan)| details::build(lang, scan, iis.planned.as_deref(), at)),
        history: iis
            .history
            .as_ref()
            .map(|held| history::build(lang, held, model.offset_secs)),
        marked: (count > 0).then(|| words::marked(lang, count)),
    }
}

/// The bytes of a file that is made of the plan.
pub(super) fn bytes(model: &Model, what: Saving) -> Option<Zeroizing<Vec<u8>>> {
    let planned = model.iis.planned.as_ref()?;
    let plain = |text: String| Some(Zeroizing::new(text.into_bytes()));
    if what == Saving::IisPlan {
        return plain(planned.file.text());
    }
    let source = &planned.scan.source;
    let old = source.encode(&source.text)?;
    let remade = planned.file.remake(&old).ok()?;
    match what {
        Saving::IisScript => {
            let lang = super::lang(model.language());
            plain(script::script(lang, &planned.file, &remade)?)
        }
        _ => edited_of(&remade).ok(),
    }
}

/// The name under which the edited configuration is offered.
pub(super) fn config_name(model: &Model) -> String {
    let name = model.iis.config().and_then(|path| path.file_name());
    let name = name.map(|name| name.to_string_lossy().into_owned());
    foreign::file_name(name.as_deref().unwrap_or("applicationHost.config"))
}
