//! What is offered with a version, in portions that every server can read.

use crate::core::tls::{HELLO_SUITES, Suite, Version};

/// Suites of one portion while they are found out one after the other.
const PORTION: usize = 64;

/// Everything that a version knows, what servers usually have first.
pub fn all(version: Version) -> Vec<Suite> {
    let mut all: Vec<Suite> = Suite::all().filter(|suite| suite.is_for(version)).collect();
    all.sort_by_key(|suite| (is_rare(*suite), !suite.is_aead(), *suite));
    all
}

/// The same in portions for a single look at each, the usual ones in the first.
pub fn broad(version: Version) -> Vec<Vec<Suite>> {
    let all = all(version);
    all.chunks(HELLO_SUITES).map(<[Suite]>::to_vec).collect()
}

/// Suites in portions that are looked at side by side, usual ones and rare ones in each, so that all take about
/// as long.
pub fn portions(suites: &[Suite]) -> Vec<Vec<Suite>> {
    let count = suites.len().div_ceil(PORTION);
    let mut portions: Vec<Vec<Suite>> = vec![Vec::new(); count];
    for chunk in suites.chunks(count.max(1)) {
        for (portion, suite) in portions.iter_mut().zip(chunk) {
            portion.push(*suite);
        }
    }
    portions
}

/// Whether it needs secrets or certificates that web servers hardly ever have.
fn is_rare(suite: Suite) -> bool {
    let name = suite.name();
    let rare = ["PSK", "SRP", "KRB5", "DSS", "GOST", "ARIA", "anon", "NULL"];
    suite.openssl_name().is_none() || rare.iter().any(|part| name.contains(part))
}

#[cfg(test)]
mod tests {
    use super::{all, broad, portions};
    use crate::core::tls::{HELLO_SUITES, Suite, Version};

    #[test]
    fn portions_hold_every_suite_once() {
        for version in Version::ALL {
            let offered = all(version);
            for cut in [broad(version), portions(&offered)] {
                let mut joined: Vec<Suite> = cut.concat();
                joined.sort();
                let mut sorted = offered.clone();
                sorted.sort();
                assert_eq!(joined, sorted, "{version:?}");
                assert!(cut.iter().all(|portion| portion.len() <= HELLO_SUITES));
            }
            assert!(!offered.is_empty());
        }
        assert!(portions(&[]).is_empty());
    }

    #[test]
    fn what_servers_usually_have_comes_first() {
        let first = |version| broad(version).into_iter().next().unwrap();
        for number in [0xC02F, 0xC030, 0x009C, 0x002F, 0x000A, 0xCCA8, 0x0033] {
            assert!(first(Version::Tls12).contains(&Suite(number)), "{number:x}");
        }
        assert!(first(Version::Ssl3).contains(&Suite(0x0005)));
    }
}
