//! Scans of acted servers: what they do decides what is told, and what cannot be told is unknown.

use std::sync::atomic::Ordering;

use certwright::core::diagnose::Request;
use certwright::core::diagnose::ask::Asker;
use certwright::core::diagnose::checks::tls::scan::{
    self, Accepted, Preference, Refusal, Server, Unanswered,
};
use certwright::core::env::{DnsName, Env, TalkEnd};
use certwright::core::limits;
use certwright::core::progress::Unwatched;
use certwright::core::tls::{NoHandshake, Suite, Version};

use super::acted::{Act, Acted, Heard, server_hello};

const PROTOCOL_VERSION: u8 = 70;
const HANDSHAKE_FAILURE: u8 = 40;

/// What a scan of one server tells, and the connections it took.
fn scanned(act: impl Fn(&Heard) -> Act + Sync) -> (Server, usize) {
    let name = DnsName::parse("www.example.com").unwrap();
    let request = Request::of(vec![name.clone()]);
    let world = certwright::platform::World::new();
    let dial = Acted::new(act);
    let env = Env {
        dial: &dial,
        ..world.env()
    };
    let asker = Asker::new(&request, &env, &Unwatched);
    let places = ["192.0.2.1:443".parse().unwrap()];
    let mut servers = scan::versions(&asker, &name, &places).unwrap();
    scan::suites(&asker, &name, &mut servers).unwrap();
    let held = dial.held.load(Ordering::Relaxed);
    (servers.pop().unwrap(), held)
}

fn of(server: &Server, version: Version) -> &scan::OfVersion {
    let mut versions = server.versions.iter();
    versions.find(|one| one.version == version).unwrap()
}

fn suites(server: &Server, version: Version) -> Vec<u16> {
    let suites = of(server, version).suites.as_ref().unwrap();
    suites.accepted.iter().map(|suite| suite.0).collect()
}

/// The first of these that is offered.
fn own_choice(heard: &Heard, own: &[u16]) -> Act {
    let chosen = own.iter().find(|suite| heard.suites.contains(suite));
    chosen.map_or(Act::Alert(HANDSHAKE_FAILURE), |suite| Act::Choose(*suite))
}

const TLS12: [u16; 4] = [0xC030, 0xC02F, 0x009C, 0x002F];

#[test]
fn versions_and_suites_are_found_with_few_connections() {
    let (server, held) = scanned(|heard| match heard.version {
        0x0303 => own_choice(heard, &TLS12),
        0x0304 => own_choice(heard, &[0x1302, 0x1301]),
        _ => Act::Alert(PROTOCOL_VERSION),
    });
    assert_eq!(server.accepted(), [Version::Tls12, Version::Tls13]);
    let refusal = Refusal::Alert {
        code: PROTOCOL_VERSION,
    };
    assert_eq!(
        of(&server, Version::Tls10).accepted,
        Accepted::No { refusal }
    );
    assert_eq!(
        suites(&server, Version::Tls12),
        [0x002F, 0x009C, 0xC02F, 0xC030]
    );
    assert_eq!(suites(&server, Version::Tls13), [0x1301, 0x1302]);
    let preference = of(&server, Version::Tls12)
        .suites
        .as_ref()
        .unwrap()
        .preference;
    assert_eq!(preference, Preference::Server);
    assert!(!server.is_unsure());
    assert_eq!((held, server.connections), (held, held));
    assert!(held < 25, "{held}");
}

#[test]
fn a_client_that_chooses_is_told() {
    let (server, _) = scanned(|heard| match heard.version {
        0x0303 => {
            let chosen = heard.suites.iter().find(|suite| TLS12.contains(suite));
            chosen.map_or(Act::Alert(HANDSHAKE_FAILURE), |suite| Act::Choose(*suite))
        }
        _ => Act::Alert(PROTOCOL_VERSION),
    });
    let found = of(&server, Version::Tls12).suites.as_ref().unwrap();
    assert_eq!(found.preference, Preference::Client);
    assert_eq!(found.accepted.len(), 4);
}

#[test]
fn closing_is_a_refusal_where_other_versions_work() {
    let (server, _) = scanned(|heard| match heard.version {
        0x0303 => match own_choice(heard, &TLS12) {
            Act::Alert(_) => Act::End(TalkEnd::Reset),
            act => act,
        },
        0x0301 => Act::End(TalkEnd::Closed),
        _ => Act::End(TalkEnd::Reset),
    });
    assert_eq!(server.accepted(), [Version::Tls12]);
    let refusal = Refusal::Closed;
    assert_eq!(
        of(&server, Version::Tls10).accepted,
        Accepted::No { refusal }
    );
    assert_eq!(suites(&server, Version::Tls12).len(), 4);
    assert!(!server.is_unsure(), "{server:#?}");
}

#[test]
fn closing_is_unknown_where_nothing_works() {
    let (server, _) = scanned(|_| Act::End(TalkEnd::Closed));
    assert!(server.accepted().is_empty() && server.is_unsure());
    let why = Unanswered::NoHandshake(NoHandshake::Closed);
    assert_eq!(
        of(&server, Version::Tls12).accepted,
        Accepted::Unknown { why }
    );
}

#[test]
fn a_server_that_stops_answering_leaves_its_suites_unknown() {
    use std::sync::atomic::AtomicUsize;
    let asked = AtomicUsize::new(0);
    let (server, _) = scanned(|heard| match heard.version {
        0x0303 if asked.fetch_add(1, Ordering::Relaxed) < 3 => own_choice(heard, &TLS12),
        0x0303 => Act::End(TalkEnd::Closed),
        _ => Act::Alert(PROTOCOL_VERSION),
    });
    let found = of(&server, Version::Tls12).suites.as_ref().unwrap();
    assert!(found.unknown.is_some() && server.is_unsure(), "{found:?}");
}

#[test]
fn silence_and_nonsense_are_never_a_refusal() {
    let (server, _) = scanned(|heard| match heard.version {
        0x0303 => own_choice(heard, &TLS12),
        0x0304 => Act::End(TalkEnd::Silent),
        0x0302 => Act::Say(b"\x16\x03\x01\xff\xff".to_vec()),
        0x0301 => Act::End(TalkEnd::Filtered),
        _ => Act::Say(b"HTTP/1.1 400 Bad Request\r\n\r\n".to_vec()),
    });
    assert_eq!(server.accepted(), [Version::Tls12]);
    for version in [
        Version::Ssl3,
        Version::Tls10,
        Version::Tls11,
        Version::Tls13,
    ] {
        let accepted = &of(&server, version).accepted;
        assert!(matches!(accepted, Accepted::Unknown { .. }), "{version:?}");
    }
}

#[test]
fn a_server_that_chokes_on_extensions_is_asked_without() {
    let (server, _) = scanned(|heard| match heard.version {
        _ if heard.has_extensions => Act::End(TalkEnd::Closed),
        0x0301 => own_choice(heard, &[0x0005, 0x000A]),
        _ => Act::Alert(PROTOCOL_VERSION),
    });
    assert_eq!(server.accepted(), [Version::Tls10]);
    assert_eq!(suites(&server, Version::Tls10), [0x0005, 0x000A]);
}

#[test]
fn rare_suites_alone_are_found() {
    let rare = [0x00B4, 0x0001, 0xC01D];
    let (server, _) = scanned(|heard| match heard.version {
        0x0303 => own_choice(heard, &rare),
        _ => Act::Alert(PROTOCOL_VERSION),
    });
    assert_eq!(suites(&server, Version::Tls12), [0x0001, 0x00B4, 0xC01D]);
}

#[test]
fn a_server_that_takes_everything_is_asked_no_more_than_the_limit() {
    let (server, held) = scanned(|heard| Act::Choose(heard.suites[0]));
    assert!(server.is_limited && server.is_unsure());
    assert_eq!(server.connections, limits::SCAN_CONNECTIONS);
    assert!(held <= limits::SCAN_CONNECTIONS, "{held}");
}

#[test]
fn a_suite_that_was_not_offered_is_no_answer() {
    let (server, _) = scanned(|heard| match heard.version {
        0x0303 => Act::Choose(0xC02F),
        _ => Act::Alert(PROTOCOL_VERSION),
    });
    let found = of(&server, Version::Tls12).suites.as_ref().unwrap();
    assert_eq!(found.accepted, [Suite(0xC02F)]);
    assert!(found.unknown.is_some());
}

#[test]
fn an_older_version_in_answer_is_a_refusal() {
    let (server, _) = scanned(|heard| match heard.version {
        0x0301 => own_choice(heard, &TLS12),
        _ => Act::Say(server_hello(0x0301, 0x002F)),
    });
    assert_eq!(server.accepted(), [Version::Tls10]);
    let instead = Version::Tls10;
    let refusal = Refusal::OtherVersion { instead };
    assert_eq!(
        of(&server, Version::Tls13).accepted,
        Accepted::No { refusal }
    );
}
