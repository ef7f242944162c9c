//! Our own hello, and the reader of what servers answer: every way of cutting records, and nonsense.

use certwright::core::env::{Script, TalkEnd};
use certwright::core::limits;
use certwright::core::tls::{
    Alert, Answer, HELLO_SUITES, Hello, NoHandshake, Probe, Suite, Version,
};
use proptest::prelude::*;

use super::acted::{read, server_hello};

fn hello(version: Version) -> Hello {
    Hello {
        version,
        suites: Suite::all().filter(|suite| suite.is_for(version)).collect(),
        name: Some("www.example.com".to_owned()),
        alpn: vec!["h2".to_owned(), "http/1.1".to_owned()],
        random: [1; 32],
        share: [9; 32],
        is_bare: false,
    }
}

fn flight() -> Probe {
    Probe::flight(&hello(Version::Tls12), None)
}

/// A message of the handshake.
fn message(kind: u8, body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).unwrap().to_be_bytes();
    [&[kind], &length[1..], body].concat()
}

/// Bytes in records of so many.
fn records(bytes: &[u8], each: usize) -> Vec<u8> {
    let record = |piece: &[u8]| {
        let length = u16::try_from(piece.len()).unwrap().to_be_bytes();
        [&[22, 3, 3], &length[..], piece].concat()
    };
    bytes.chunks(each).flat_map(record).collect()
}

/// A server's whole flight of TLS 1.2: two certificates, a staple, a wish for the client's certificate.
fn whole() -> Vec<u8> {
    let certificates = [0, 0, 9, 0, 0, 2, 0xAA, 0xBB, 0, 0, 1, 0xCC];
    [
        server_hello(0x0303, 0xC02F)[5..].to_vec(),
        message(11, &certificates),
        message(22, &[1, 0, 0, 3, 7, 8, 9]),
        message(12, &[0; 300]),
        message(13, &[1, 1, 0, 0, 0, 0]),
        message(14, &[]),
    ]
    .concat()
}

#[test]
fn a_hello_holds_what_was_asked_for() {
    for version in Version::ALL {
        let heard = read(&hello(version).bytes());
        assert_eq!(heard.version, version.number(), "{version:?}");
        assert!(!heard.suites.is_empty() && heard.suites.len() <= HELLO_SUITES);
        assert_eq!(heard.has_extensions, version != Version::Ssl3);
    }
    let mut bare = hello(Version::Tls12);
    bare.is_bare = true;
    assert!(!read(&bare.bytes()).has_extensions);
}

#[test]
fn no_hello_has_a_length_on_which_boxes_hang() {
    for count in 0..HELLO_SUITES {
        let mut one = hello(Version::Tls12);
        one.suites.truncate(count);
        let length = one.bytes().len() - 5;
        assert!(!(256..512).contains(&length), "{count} suites: {length}");
    }
}

#[test]
fn a_flight_is_read_however_it_is_cut() {
    for (each, at_once) in [
        (16_384, 1 << 20),
        (16_384, 1),
        (1, 1 << 20),
        (1, 1),
        (7, 11),
    ] {
        let bytes = records(&whole(), each);
        let mut probe = flight();
        assert!(!probe.next(&[], 0).say.is_empty());
        let mut is_over = false;
        for piece in bytes.chunks(at_once) {
            assert!(!is_over, "{each} {at_once}: over too soon");
            is_over = probe.next(piece, 5).is_over;
        }
        assert!(is_over, "{each} {at_once}");
        let shake = probe.handshake(&TalkEnd::Over).unwrap();
        assert_eq!(
            (shake.version, shake.suite),
            (Version::Tls12, Suite(0xC02F))
        );
        assert_eq!(shake.chain, [vec![0xAA, 0xBB], vec![0xCC]]);
        assert_eq!(shake.staple, Some(vec![7, 8, 9]));
        assert!(shake.wants_client_certificate && shake.is_old_client);
        assert_eq!(shake.took_ms, 5);
    }
}

#[test]
fn a_retry_of_tls_13_is_a_suite_accepted() {
    let mut bytes = server_hello(0x0304, 0x1302);
    let retry = "cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c";
    for (at, pair) in (0..32).zip(retry.as_bytes().chunks(2)) {
        let digits = std::str::from_utf8(pair).unwrap();
        bytes[11 + at] = u8::from_str_radix(digits, 16).unwrap();
    }
    let mut probe = Probe::hello(&hello(Version::Tls13), None);
    probe.next(&[], 0);
    assert!(probe.next(&bytes, 1).is_over);
    let Answer::Hello(told) = probe.answer(&TalkEnd::Over) else {
        panic!("no hello");
    };
    assert!(told.is_retry && told.suite == Suite(0x1302) && told.version == Version::Tls13);
}

/// What comes of these bytes and then this end.
fn told(bytes: &[u8], end: TalkEnd) -> Answer {
    let mut probe = flight();
    probe.next(&[], 0);
    probe.next(bytes, 1);
    probe.answer(&end)
}

#[test]
fn what_is_no_hello_is_told_as_what_it_is() {
    let alert = |bytes: &[u8]| told(bytes, TalkEnd::Closed);
    let fatal = Alert {
        is_fatal: true,
        code: 70,
    };
    let no = |alert| {
        Answer::No(NoHandshake::Alert {
            alert,
            is_after: false,
        })
    };
    assert_eq!(alert(&[21, 3, 1, 0, 2, 2, 70]), no(fatal));
    assert_eq!(alert(&[21, 3, 1, 0, 1, 2, 21, 3, 1, 0, 1, 70]), no(fatal));
    let http = told(b"HTTP/1.1 400 Bad Request\r\n", TalkEnd::Closed);
    assert!(
        matches!(http, Answer::No(NoHandshake::PlainHttp { .. })),
        "{http:?}"
    );
    let ssh = told(b"SSH-2.0-OpenSSH_9\r\n", TalkEnd::Silent);
    assert!(
        matches!(ssh, Answer::No(NoHandshake::OtherProtocol { .. })),
        "{ssh:?}"
    );
    assert_eq!(told(b"", TalkEnd::Closed), Answer::No(NoHandshake::Closed));
    assert_eq!(told(b"", TalkEnd::Reset), Answer::No(NoHandshake::Reset));
    assert_eq!(
        told(b"", TalkEnd::Refused),
        Answer::NoConnection(TalkEnd::Refused)
    );
    let silent = told(&[22, 3, 3, 0, 9, 2], TalkEnd::Silent);
    assert!(
        matches!(silent, Answer::No(NoHandshake::Silent { .. })),
        "{silent:?}"
    );
}

#[test]
fn a_warning_before_the_hello_is_passed_over() {
    let bytes = [vec![21, 3, 3, 0, 2, 1, 112], records(&whole(), 500)].concat();
    assert!(matches!(told(&bytes, TalkEnd::Over), Answer::Hello(_)));
}

#[test]
fn a_message_longer_than_the_limit_is_not_waited_for() {
    let length = u32::try_from(limits::HANDSHAKE_BYTES + 1)
        .unwrap()
        .to_be_bytes();
    let start = [
        server_hello(0x0303, 0xC02F),
        records(&[11, length[1], length[2], length[3]], 9),
    ];
    let mut probe = flight();
    probe.next(&[], 0);
    assert!(probe.next(&start.concat(), 1).is_over);
    let end = probe.handshake(&TalkEnd::Over).unwrap_err();
    assert!(matches!(end, Ok(NoHandshake::TooMuch { .. })), "{end:?}");
}

#[test]
fn a_list_of_certificates_without_end_is_broken() {
    let many: Vec<u8> = [0, 0, 1, 7].repeat(limits::SERVED_CERTIFICATES + 1);
    let length = u32::try_from(many.len()).unwrap().to_be_bytes();
    let list = message(11, &[&length[1..], &many].concat());
    let mut probe = flight();
    probe.next(&[], 0);
    probe.next(
        &[server_hello(0x0303, 0xC02F), records(&list, 9_000)].concat(),
        1,
    );
    let end = probe.handshake(&TalkEnd::Over).unwrap_err();
    assert!(matches!(end, Ok(NoHandshake::Broken { .. })), "{end:?}");
}

proptest! {
    #[test]
    fn random_bytes_never_break_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let answer = told(&bytes, TalkEnd::Closed);
        let is_hello = matches!(answer, Answer::Hello(_));
        prop_assert!(!is_hello);
    }

    #[test]
    fn a_damaged_flight_never_breaks_the_reader(
        at in 0usize..400,
        byte in any::<u8>(),
        each in 1usize..80,
        cut in 0usize..500,
    ) {
        let mut bytes = records(&whole(), each);
        let at = at % bytes.len();
        bytes[at] = byte;
        bytes.truncate(bytes.len().saturating_sub(cut));
        let mut probe = flight();
        probe.next(&[], 0);
        for piece in bytes.chunks(13) {
            probe.next(piece, 1);
        }
        probe.handshake(&TalkEnd::Closed).ok();
    }
}
