//! Samples of facts about what a server agrees upon and sends.

use certwright::core::finding::{Fact, TlsFact};

pub fn facts(name: &str) -> Vec<Fact> {
    let all = [TlsFact::SniNeeded {
        name: name.to_owned(),
        address: "192.0.2.10:443".to_owned(),
        instead: Some(name.to_owned()),
    }];
    all.into_iter().map(Fact::from).collect()
}
