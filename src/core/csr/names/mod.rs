//! Names for a certificate: read from whatever was pasted, judged one by one and together.

mod additions;
mod advice;
mod filter;
mod name;
mod paste;
mod suffix;
mod tidy;
mod together;

pub use advice::{
    Addition, Advice, Brand, CertificateKind, Cleaned, Cleaning, NameAdvice, NameKind, OrderName,
    Suggestion,
};
pub use name::shown;
pub use suffix::{LIST_DATE, domain_of, is_suffix};

use crate::core::finding::{self, Finding, NameFact, Severity};
use crate::core::limits;
use crate::core::sniff::text::decode;
use together::Names;

/// All that can be said of the names in a text without asking anybody. Reads the first
/// [`limits::ORDER_BYTES`] bytes and [`limits::ORDER_NAMES`] names, and says where there are more.
pub fn advise(text: &str) -> Advice {
    let read = within_limit(text);
    let pasted = paste::read(read);
    let mut advice = Advice {
        cleaned: counted(&pasted.cleaned),
        names: pasted.names.into_iter().map(judged).collect(),
        ..Advice::default()
    };
    let held = Names::of(&advice.names);
    together::compare(&mut advice.names, &held);
    for name in &mut advice.names {
        finding::sort(&mut name.findings);
    }
    advice.kind = together::kind(&advice);
    advice.suggestions = together::suggestions(&advice, &held);
    advice.additions = additions::additions(&advice, &held);
    advice.findings = of_list(&advice, read.len() < text.len(), pasted.has_more);
    advice
}

/// The text of a file of names: UTF-8, or UTF-16 as PowerShell writes it. What is neither becomes U+FFFD.
pub fn text_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(decode(bytes).bytes()).into_owned()
}

/// As much of the text as is read, up to a whole character.
fn within_limit(text: &str) -> &str {
    let mut end = text.len().min(limits::ORDER_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

fn judged(found: paste::Found) -> NameAdvice {
    let read = name::read(&found.text);
    NameAdvice {
        name: read.name,
        span: found.span,
        registrable: read.registrable,
        covers: Vec::new(),
        findings: read.facts.into_iter().map(rated).collect(),
    }
}

/// A word inside a label is seldom what a filter stops.
fn rated(fact: NameFact) -> Finding {
    let is_inside = matches!(
        fact,
        NameFact::FilterWord {
            is_whole: false,
            ..
        }
    );
    let finding = Finding::new(fact);
    match is_inside {
        true => finding.rated(Severity::Info),
        false => finding,
    }
}

fn counted(cleaned: &[Cleaning]) -> Vec<Cleaned> {
    let mut all: Vec<Cleaned> = Vec::new();
    let mut sorted = cleaned.to_vec();
    sorted.sort_unstable();
    for what in sorted {
        match all.last_mut() {
            Some(last) if last.what == what => last.count += 1,
            _ => all.push(Cleaned { what, count: 1 }),
        }
    }
    all
}

/// What concerns the list as a whole.
fn of_list(advice: &Advice, is_cut: bool, has_more: bool) -> Vec<Finding> {
    let count = |is_kind: fn(NameKind) -> bool| {
        let kinds = advice.needed().map(|name| name.name.kind);
        kinds.filter(|kind| is_kind(*kind)).count()
    };
    let wildcards = count(|kind| kind == NameKind::Wildcard);
    let addresses = count(|kind| matches!(kind, NameKind::Ip(_)));
    let limit = |limit, allowed| NameFact::ListLimit { limit, allowed };
    let facts = [
        is_cut.then(|| limit("bytes", limits::ORDER_BYTES)),
        has_more.then(|| limit("names", limits::ORDER_NAMES)),
        (wildcards > 0).then_some(NameFact::DnsOnly { wildcards }),
        (addresses > 0).then_some(NameFact::AddressesNotByDns { addresses }),
    ];
    facts.into_iter().flatten().map(Finding::new).collect()
}
