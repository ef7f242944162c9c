//! Samples of facts about records that a CA looks for.

use certwright::core::diagnose::checks::records::{ValueFault, diff};
use certwright::core::env::{DnsName, RecordType};
use certwright::core::finding::{Fact, RecordFact};

fn name(text: &str) -> DnsName {
    DnsName::parse(text).unwrap()
}

fn servers() -> Vec<String> {
    ["ns1.example.net", "ns2.example.net"]
        .map(str::to_owned)
        .to_vec()
}

pub fn facts(text: &str) -> Vec<Fact> {
    let at = || name("_dnsauth.example.net");
    let acme = || name("_acme-challenge.example.net");
    let mut all = values(text);
    all.extend([
        RecordFact::AcmeDangling {
            name: acme(),
            target: name("a.example.org"),
        },
        RecordFact::FromWildcard {
            name: at(),
            asked: name("_0a1b.example.net"),
        },
        RecordFact::CnameTargetMissing {
            name: at(),
            target: name("a.example.org"),
        },
        RecordFact::GeoOrFirewall {
            name: name("example.net"),
            said: vec![
                (vec![text.to_owned()], servers()),
                (Vec::new(), vec!["ns3.example.net".to_owned()]),
            ],
            failing: vec![text.to_owned()],
        },
        RecordFact::PersistFound {
            name: name("_validation-persist.example.net"),
            values: vec![text.to_owned()],
        },
        RecordFact::PlacesDisagree {
            name: at(),
            with: servers(),
            without: vec![text.to_owned()],
        },
        RecordFact::ServersDisagree {
            name: at(),
            with: servers(),
            without: vec![text.to_owned()],
        },
        RecordFact::WrongPlace {
            name: at(),
            found_at: name("example.net"),
        },
    ]);
    for yes in [false, true] {
        all.push(RecordFact::AcmeDelegated {
            name: acme(),
            target: name("a.example.org"),
            is_zone: yes,
        });
        all.push(RecordFact::DoubledLabel {
            name: at(),
            found_at: name("_dnsauth.example.net.example.net"),
            is_expected: yes,
        });
        all.push(RecordFact::LookupFailed {
            name: at(),
            record: RecordType::TXT,
            code: yes.then_some(2),
            at: vec![text.to_owned()],
        });
        all.push(RecordFact::Stale {
            name: at(),
            at: vec![text.to_owned()],
            seconds: 3_600,
            is_absence: yes,
        });
    }
    all.into_iter().map(Fact::from).collect()
}

/// About values and targets.
fn values(text: &str) -> Vec<RecordFact> {
    let at = || name("_dnsauth.example.net");
    let mut all = vec![
        RecordFact::TxtMissing {
            name: at(),
            missing_at: vec![text.to_owned()],
        },
        RecordFact::TxtSeveral {
            name: at(),
            others: vec![text.to_owned()],
        },
        RecordFact::CnameMissing {
            name: at(),
            target: name("a.example.org"),
            missing_at: vec![text.to_owned()],
        },
        RecordFact::CnameWrongTarget {
            name: at(),
            expected: name("a.example.org"),
            found: text.to_owned(),
            at: servers(),
        },
    ];
    all.extend(
        [
            ValueFault::Quotes,
            ValueFault::Spaces,
            ValueFault::FinalDot,
            ValueFault::Case,
            ValueFault::Surplus,
            ValueFault::Cut,
            ValueFault::Other,
        ]
        .map(|cause| RecordFact::TxtWrongValue {
            name: at(),
            expected: "a b c".to_owned(),
            found: text.to_owned(),
            cause,
            diff: diff("a b c", text),
            at: servers(),
        }),
    );
    all
}
