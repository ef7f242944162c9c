//! Advice on the names of an order: 1,000 in one paste, as somebody types on, and the most that is read.
//!
//! `cargo bench --bench names`

use std::time::{Duration, Instant};

use certwright::core::csr::names::advise;

/// Runs of one measurement; the middle one counts.
const RUNS: usize = 15;

/// Names of every kind in every dress.
fn paste(names: usize) -> String {
    (0..names)
        .map(|number| match number % 8 {
            0 => format!("*.d{number}.example.com, "),
            1 => format!("www.d{}.example.com\n", number - 1),
            2 => format!("https://shop{number}.example.net/login?x=1 "),
            3 => format!("münchen{number}.example.org；"),
            4 => format!("DNS:a.b.d{}.example.com, ", number - 4),
            5 => format!("公司{number}.中国、"),
            6 => format!("10.0.{}.{}\n", number / 256 % 256, number % 256),
            _ => format!("\"Shop{number}.Example.CO.UK\". "),
        })
        .collect()
}

fn main() {
    for names in [1_000, 10_000] {
        let text = paste(names);
        let mut times: Vec<Duration> = (0..RUNS)
            .map(|_| {
                let begin = Instant::now();
                assert_eq!(advise(&text).names.len(), names);
                begin.elapsed()
            })
            .collect();
        times.sort();
        let middle = times.get(RUNS / 2).copied().unwrap_or_default();
        println!(
            "advice on {names} names, {} bytes: {middle:.1?}",
            text.len()
        );
    }
}
