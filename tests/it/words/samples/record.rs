//! Samples of facts about records that a CA looks for.

use certwright::core::env::DnsName;
use certwright::core::finding::{Fact, RecordFact};

pub fn facts(text: &str) -> Vec<Fact> {
    let all = vec![RecordFact::TxtMissing {
        name: DnsName::parse("_dnsauth.example.net").unwrap(),
        missing_at: vec![text.to_owned()],
    }];
    all.into_iter().map(Fact::from).collect()
}
