//! Pages and style sheets of the largest size that is read, of the usual kind and of those made to be heavy.
//!
//! `cargo bench --bench page`

use std::time::{Duration, Instant};

use certwright::core::limits;
use certwright::core::page::{css, html};

/// Runs of one measurement; the middle one counts.
const RUNS: usize = 9;

/// A text again and again, up to the most that is read.
fn filled(part: &str) -> String {
    let most = usize::try_from(limits::PAGE_BYTES).unwrap_or(usize::MAX);
    part.repeat(most / part.len())
}

fn measured(what: &str, read: impl Fn() -> usize) {
    let mut times: Vec<Duration> = Vec::new();
    let mut found = 0;
    for _ in 0..RUNS {
        let begin = Instant::now();
        found = read();
        times.push(begin.elapsed());
    }
    times.sort();
    let middle = times.get(RUNS / 2).copied().unwrap_or_default();
    println!("{what}: {found} addresses, {middle:.1?}");
}

fn main() {
    let usual = "<div class=\"row\"><p>Some text that says something, \
        and a bit more of it.</p>\n<img src=\"/images/a.png\" alt=\"A\"></div>\n";
    let sheet = ".row > p { margin: 0 auto; background: url(\"a.png\") no-repeat; }\n";
    for (what, page) in [
        ("a page of 4 MiB", filled(usual)),
        ("tags alone", filled("<p>")),
        ("nothing but openings", filled("<")),
        ("one address", format!("<img src='{}'>", filled("x"))),
        (
            "images to choose from",
            format!("<img srcset='{}'>", filled("a ,")),
        ),
    ] {
        measured(what, || html(&page).finds.all.len());
    }
    for (what, text) in [
        ("a style sheet of 4 MiB", filled(sheet)),
        ("escapes", filled("\\2f ")),
        ("parentheses", filled("(")),
    ] {
        measured(what, || css(&text).all.len());
    }
}
