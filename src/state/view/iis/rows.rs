//! The table of bindings: finished rows, built once for a scan and a language.

use std::collections::HashMap;

use super::super::Tone;
use crate::core::finding::Severity;
use crate::core::iis::config::{Binding, Site};
use crate::core::iis::plan::BindingAt;
use crate::core::iis::scan::{Notice, Scan};
use crate::core::iis::store::{StoreCertificate, Thumbprint};
use crate::state::drafts::iis::Listing;
use crate::text::Lang;
use crate::text::foreign::short;
use crate::text::iis::{binding as binding_words, reason, window as words};
use crate::text::time::left;

/// One binding.
#[derive(Clone, Debug)]
pub struct RowView {
    pub at: BindingAt,
    pub tone: Tone,
    pub site: String,
    pub binding: String,
    pub served: String,
    /// Nothing is served, so its words are muted.
    pub is_faint: bool,
    pub note: String,
    pub note_tone: Tone,
    pub is_problem: bool,
    /// Name of its mark for screen readers.
    pub mark: String,
    /// What the filter looks through, in lower case.
    search: String,
}

/// All bindings.
#[derive(Clone, Debug, Default)]
pub struct RowsView {
    pub rows: Vec<RowView>,
    /// Rows by number, problems first, otherwise in order of the file.
    by_problem: Vec<u32>,
    pub problems: usize,
    pub errors: usize,
}

impl RowsView {
    /// The rows that fit, in the order in which they are shown.
    pub fn matching(&self, filter: &str, listing: Listing) -> Vec<u32> {
        let filter = filter.trim().to_lowercase();
        let fits = |index: &u32| {
            let row = self.rows.get(*index as usize);
            row.is_some_and(|row| {
                (listing != Listing::Problems || row.is_problem) && row.search.contains(&filter)
            })
        };
        match listing {
            Listing::All => (0..self.rows.len() as u32).filter(fits).collect(),
            Listing::ProblemsFirst | Listing::Problems => {
                self.by_problem.iter().copied().filter(fits).collect()
            }
        }
    }

    /// The row of a binding.
    pub fn row(&self, at: BindingAt) -> Option<&RowView> {
        let index = self.rows.binary_search_by_key(&at, |row| row.at).ok()?;
        self.rows.get(index)
    }
}

/// What is looked up for every row.
struct Lookup<'a> {
    worst: HashMap<BindingAt, &'a Notice>,
    certificates: HashMap<Thumbprint, &'a StoreCertificate>,
}

pub(super) fn build(lang: Lang, scan: &Scan) -> RowsView {
    let mut worst = HashMap::new();
    for notice in &scan.notices {
        if let Some(at) = notice.at {
            worst.entry(at).or_insert(notice);
        }
    }
    let held = scan.certificates.get().into_iter().flatten();
    let mut certificates = HashMap::new();
    for one in held {
        certificates.entry(one.thumbprint).or_insert(one);
    }
    let lookup = Lookup {
        worst,
        certificates,
    };
    let mut rows = Vec::new();
    for (site, index) in scan.configuration.sites.iter().zip(0u32..) {
        for (binding, number) in site.bindings.iter().zip(0u32..) {
            let at = BindingAt {
                site: index,
                binding: number,
            };
            rows.push(row(lang, scan, &lookup, (site, binding), at));
        }
    }
    let rank = |index: &u32| {
        let tone = rows.get(*index as usize).map(|row| row.tone);
        match tone {
            Some(Tone::Error) => 0u8,
            Some(Tone::Warn) => 1,
            _ => 2,
        }
    };
    let mut by_problem: Vec<u32> = (0..rows.len() as u32).collect();
    by_problem.sort_by_key(rank);
    RowsView {
        by_problem,
        problems: rows.iter().filter(|row| row.is_problem).count(),
        errors: rows.iter().filter(|row| row.tone == Tone::Error).count(),
        rows,
    }
}

fn row(
    lang: Lang,
    scan: &Scan,
    lookup: &Lookup<'_>,
    (site, binding): (&Site, &Binding),
    at: BindingAt,
) -> RowView {
    let held = certificate(scan, lookup, at);
    let served = binding_words::served_as(lang, scan, at, held);
    let notice = lookup.worst.get(&at);
    let severity = notice.map(|notice| notice.finding.severity);
    let tone = tone(scan, binding, at, severity);
    let (note, note_tone) = note(lang, scan, binding, at, notice.copied(), held);
    let site_name = short(&site.name).into_owned();
    let written = match binding.is_http() || binding.is_https() {
        true => short(&binding.information).into_owned(),
        false => short(&format!("{} {}", binding.protocol, binding.information)).into_owned(),
    };
    let names: Vec<&str> = held
        .and_then(|held| held.certificate.as_ref())
        .into_iter()
        .flat_map(|certificate| certificate.dns_names())
        .take(NAMES_SEARCHED)
        .collect();
    RowView {
        at,
        tone,
        is_faint: !binding.is_https(),
        is_problem: severity.is_some_and(|severity| severity > Severity::Info),
        mark: words::mark_named(lang, &site_name, &written),
        search: format!("{site_name}\n{written}\n{served}\n{}", names.join("\n")).to_lowercase(),
        site: site_name,
        binding: written,
        served,
        note,
        note_tone,
    }
}

/// Names of a certificate that the filter looks through.
const NAMES_SEARCHED: usize = 100;

/// What is not known is never said to be in order.
fn tone(scan: &Scan, binding: &Binding, at: BindingAt, severity: Option<Severity>) -> Tone {
    match severity {
        Some(severity) => severity.into(),
        None if scan.is_stopped(at.site) || !binding.is_https() => Tone::Neutral,
        None if scan.entries.get().is_none() || scan.certificates.get().is_none() => Tone::Neutral,
        None => Tone::Ok,
    }
}

fn note(
    lang: Lang,
    scan: &Scan,
    binding: &Binding,
    at: BindingAt,
    notice: Option<&Notice>,
    held: Option<&StoreCertificate>,
) -> (String, Tone) {
    let told = notice.and_then(|notice| {
        let reason = reason::reason(lang, &notice.finding)?;
        Some((reason, Tone::from(notice.finding.severity)))
    });
    let (mut note, tone) = match told {
        Some((reason, tone)) => (reason, tone),
        None if !binding.is_https() => (words::only_http(lang).to_owned(), Tone::Neutral),
        None => {
            let end = held.and_then(StoreCertificate::not_after);
            let days = end.map(|end| left(lang, scan.judged_at.days_until(end)));
            let unknown = || words::days_unknown(lang).to_owned();
            (days.unwrap_or_else(unknown), Tone::Neutral)
        }
    };
    if scan.is_stopped(at.site) {
        let joined = [words::site_stopped(lang), &note];
        note = joined.join(lang.pick(", ", "，"));
    }
    let tone = if tone == Tone::Info {
        Tone::Neutral
    } else {
        tone
    };
    (note, tone)
}

fn certificate<'a>(
    scan: &Scan,
    lookup: &Lookup<'a>,
    at: BindingAt,
) -> Option<&'a StoreCertificate> {
    let entry = scan.served.of(at)?.named?;
    let thumbprint = scan.entries.get()?.get(entry as usize)?.thumbprint?;
    lookup.certificates.get(&thumbprint).copied()
}
