//! Samples of facts about who may issue (RFC 8659).

use certwright::core::env::DnsName;
use certwright::core::finding::{CaaFact, Fact};

pub fn facts(text: &str) -> Vec<Fact> {
    let all = vec![CaaFact::Forbids {
        name: DnsName::parse("www.example.net").unwrap(),
        at: DnsName::parse("example.net").unwrap(),
        authority: "DigiCert".to_owned(),
        allowed: vec![text.to_owned()],
        is_wildcard: false,
        record: "example.net. IN CAA 0 issue \"digicert.com\"".to_owned(),
    }];
    all.into_iter().map(Fact::from).collect()
}
