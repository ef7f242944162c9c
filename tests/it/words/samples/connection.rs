//! Samples of facts about connections to a server.

use certwright::core::finding::{ConnectionFact, Fact};

pub fn facts(name: &str) -> Vec<Fact> {
    let all = [ConnectionFact::PortRefused {
        name: name.to_owned(),
        address: "192.0.2.10:443".to_owned(),
        is_own: false,
    }];
    all.into_iter().map(Fact::from).collect()
}
