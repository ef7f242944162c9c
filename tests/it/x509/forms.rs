//! Names, numbers, dates and damage.

use super::{fixture, fixtures};
use certwright::core::x509::Certificate;

#[test]
fn every_fixture_is_read_or_refused_with_a_reason() {
    for folder in ["extensions", "names", "forms"] {
        for fixture in fixtures(folder) {
            match Certificate::parse(&fixture.der) {
                Ok(c) => println!(
                    "{}: {:?} {} .. {} {}",
                    fixture.name,
                    c.title(),
                    c.not_before,
                    c.not_after,
                    c.broken_extensions.join(",")
                ),
                Err(f) => println!("{}: FAULT {f}", fixture.name),
            }
        }
    }
}
