//! Samples of facts about what DNS says of a name, and its servers.

use certwright::core::env::DnsName;
use certwright::core::finding::{DnsFact, Fact};

pub fn facts(_text: &str) -> Vec<Fact> {
    let all = vec![DnsFact::NameMissing {
        name: DnsName::parse("www.example.net").unwrap(),
        zone: DnsName::parse("example.net").unwrap(),
    }];
    all.into_iter().map(Fact::from).collect()
}
