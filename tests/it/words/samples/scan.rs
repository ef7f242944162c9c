//! Samples of facts about the versions and cipher suites that servers accept.

use certwright::core::finding::{AtServers, Fact, ScanFact};
use certwright::core::tls::{Suite, Version, Weakness};

pub fn facts(name: &str) -> Vec<Fact> {
    let at = || AtServers {
        name: name.to_owned(),
        addresses: vec!["192.0.2.10:443".to_owned(), "[2001:db8::1]:443".to_owned()],
    };
    let weak = [
        Weakness::NoEncryption,
        Weakness::Anonymous,
        Weakness::Export,
        Weakness::Rc4,
        Weakness::ShortKey,
        Weakness::ShortBlock,
        Weakness::Md5,
    ];
    let suites = |count: u16| (0..count).map(Suite).collect();
    let weak = weak.into_iter().enumerate().map(|(index, worst)| {
        let (at, suites) = (at(), suites(index as u16 + 1));
        ScanFact::WeakSuites { at, worst, suites }
    });
    let others = [
        ScanFact::ObsoleteProtocol {
            at: at(),
            versions: vec![Version::Tls10],
        },
        ScanFact::ObsoleteProtocol {
            at: at(),
            versions: vec![Version::Ssl3, Version::Tls10, Version::Tls11],
        },
        ScanFact::ObsoleteOnly {
            at: at(),
            newest: Version::Tls11,
        },
        ScanFact::NoTls13 { at: at() },
        ScanFact::NoForwardSecrecy {
            at: at(),
            count: 3,
            of: 12,
        },
        ScanFact::NoForwardSecrecy {
            at: at(),
            count: 1,
            of: 1,
        },
        ScanFact::VersionUnanswered {
            at: at(),
            versions: vec![Version::Tls13],
        },
        ScanFact::ScanLimit {
            at: at(),
            connections: 300,
        },
    ];
    weak.chain(others).map(Fact::from).collect()
}
