//! Samples of facts about files that a CA looks for on a web server.

use certwright::core::finding::{Fact, WebFileFact};

pub fn facts(text: &str) -> Vec<Fact> {
    let all = vec![WebFileFact::WrongStatus {
        url: text.to_owned(),
        address: "192.0.2.1:80".to_owned(),
        status: 404,
    }];
    all.into_iter().map(Fact::from).collect()
}
