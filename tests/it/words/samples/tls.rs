//! Samples of facts about what a server agrees upon and sends.

use certwright::core::diagnose::checks::connection::{Reached, ReachedOutcome};
use certwright::core::diagnose::fetch::FetchFault;
use certwright::core::env::{TalkEnd, TalkTimes};
use certwright::core::finding::{Fact, TlsFact};
use certwright::core::problem::Failure;
use certwright::core::tls::NoHandshake;

pub fn facts(name: &str) -> Vec<Fact> {
    let all = [TlsFact::SniNeeded {
        name: name.to_owned(),
        address: "192.0.2.10:443".to_owned(),
        instead: Some(name.to_owned()),
    }];
    all.into_iter().map(Fact::from).collect()
}

/// Failures of fetching what a server sends.
pub fn failures() -> Vec<Failure> {
    let tried = |outcome| Reached {
        address: "192.0.2.10:443".parse().unwrap(),
        times: TalkTimes::default(),
        is_once_only: false,
        outcome,
    };
    let faults = [
        FetchFault::NoAddress {
            host: "www.example.com".to_owned(),
        },
        FetchFault::NoHandshake {
            target: "www.example.com:443".to_owned(),
            tried: Vec::new(),
        },
        FetchFault::NoHandshake {
            target: "www.example.com:443".to_owned(),
            tried: vec![
                tried(ReachedOutcome::NoConnection(TalkEnd::Refused)),
                tried(ReachedOutcome::NoHandshake(NoHandshake::Closed)),
            ],
        },
    ];
    faults.into_iter().map(Failure::NotFetched).collect()
}
