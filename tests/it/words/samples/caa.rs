//! Samples of facts about who may issue (RFC 8659).

use certwright::core::diagnose::ask::Ended;
use certwright::core::diagnose::checks::caa::{CaaLine, Malformed};
use certwright::core::env::{DnsFault, DnsName};
use certwright::core::finding::{CaaFact, Fact};

fn name(text: &str) -> DnsName {
    DnsName::parse(text).unwrap()
}

fn forbids(text: &str, authority: &str, is_wildcard: bool, has_allowed: bool) -> CaaFact {
    let at = name("example.net");
    CaaFact::Forbids {
        name: name("www.example.net"),
        authority: authority.to_owned(),
        allowed: has_allowed.then(|| text.to_owned()).into_iter().collect(),
        is_wildcard,
        is_alias: is_wildcard,
        add: vec![CaaLine::at(&at, &at, "issue", "digicert.com")],
        at,
    }
}

fn malformed(text: &str, fault: Malformed) -> CaaFact {
    CaaFact::Malformed {
        at: name("example.net"),
        record: text.to_owned(),
        fault,
    }
}

fn failed(why: Ended, is_signed: Option<bool>) -> CaaFact {
    CaaFact::LookupFailed {
        at: name("example.net"),
        why,
        zone: Some(name("example.net")),
        is_signed,
    }
}

fn parameters(text: &str, accounts: &[&str], methods: &[&str], used: &[&str]) -> CaaFact {
    let owned = |all: &[&str]| all.iter().map(ToString::to_string).collect();
    CaaFact::Parameters {
        at: name("example.net"),
        authority: text.to_owned(),
        accounts: owned(accounts),
        methods: owned(methods),
        used: owned(used),
    }
}

pub fn facts(text: &str) -> Vec<Fact> {
    let mut all = vec![
        forbids(text, "DigiCert", false, true),
        forbids(text, "DigiCert", true, false),
        forbids(text, "", false, false),
        CaaFact::AuthorityRetired {
            authority: text.to_owned(),
            year: 2025,
        },
        parameters(text, &["https://ca.example/1"], &[], &[]),
        parameters(text, &[], &["dns-01"], &["http-01"]),
        failed(Ended::Loop, None),
        failed(Ended::TooManyAliases, Some(false)),
        failed(
            Ended::Failed {
                code: 2,
                errors: vec![(22, text.to_owned())],
            },
            Some(true),
        ),
        failed(
            Ended::Silent {
                fault: DnsFault::Refused,
            },
            None,
        ),
        CaaFact::ServersDisagree {
            at: name("example.net"),
            said: vec![
                (vec![text.to_owned()], vec!["ns1.example.net".to_owned()]),
                (Vec::new(), vec!["ns2.example.net".to_owned()]),
            ],
            failing: vec!["ns3.example.net".to_owned()],
        },
    ];
    all.extend([false, true].map(|is_for_some| CaaFact::CriticalUnknown {
        at: name("example.net"),
        record: text.to_owned(),
        is_for_some,
    }));
    all.extend(
        [
            Malformed::Quotes,
            Malformed::FinalDot,
            Malformed::Url,
            Malformed::International,
            Malformed::Several,
            Malformed::Parameter,
            Malformed::Repeated,
            Malformed::Other,
        ]
        .map(|fault| malformed(text, fault)),
    );
    all.into_iter().map(Fact::from).collect()
}
