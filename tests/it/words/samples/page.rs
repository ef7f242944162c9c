//! Samples of facts about a page and what it loads.

use certwright::core::finding::{Fact, PageFact};

pub fn facts(name: &str) -> Vec<Fact> {
    let all = [PageFact::HttpNotRedirected {
        name: name.to_owned(),
        status: 200,
    }];
    all.into_iter().map(Fact::from).collect()
}
