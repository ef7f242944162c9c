//! Whole openings, and the same byte by byte.

use super::{Opened, Opening};
use crate::core::tls::{NoHandshake, StartTls};

/// Every answer, given whole and byte by byte, with what comes after the last.
fn both_ways(start: StartTls, answers: &[&[u8]]) -> Opened {
    let whole = talk(start, answers, usize::MAX);
    assert_eq!(whole, talk(start, answers, 1), "{start:?} byte by byte");
    whole
}

fn talk(start: StartTls, answers: &[&[u8]], at_once: usize) -> Opened {
    let mut opening = Opening::new(Some(start));
    let mut last = opening.next(&[]);
    for answer in answers {
        for piece in answer.chunks(at_once.min(answer.len().max(1))) {
            last = opening.next(piece);
            if matches!(last, Opened::Failed(_)) {
                return last;
            }
        }
    }
    last
}

fn ready() -> Opened {
    Opened::Ready { rest: Vec::new() }
}

fn refused(line: &str) -> Opened {
    let line = line.to_owned();
    Opened::Failed(NoHandshake::StartTlsRefused { line })
}

const CONFIRMED: &[u8] = &[
    3, 0, 0, 19, 14, 0xd0, 0, 0, 0x12, 0x34, 0, 2, 0x1f, 8, 0, 2, 0, 0, 0,
];

#[test]
fn without_a_protocol_before_it_tls_begins_at_once() {
    assert_eq!(Opening::new(None).next(&[]), ready());
}

#[test]
fn mail_servers_change_to_tls() {
    let greeted: &[u8] = b"220-mail.example.com ESMTP\r\n220 ready\r\n";
    let offered: &[u8] = b"250-mail.example.com\r\n250-STARTTLS\r\n250 HELP\r\n";
    let granted: &[u8] = b"220 2.0.0 Ready to start TLS\r\n";
    assert_eq!(
        both_ways(StartTls::Smtp, &[greeted, offered, granted]),
        ready()
    );
    let granted: &[u8] = b"* CAPABILITY IMAP4rev2\r\na OK begin TLS\r\n";
    assert_eq!(
        both_ways(StartTls::Imap, &[b"* OK IMAP ready\r\n", granted]),
        ready()
    );
}

#[test]
fn remote_desktop_changes_to_tls() {
    assert_eq!(both_ways(StartTls::Rdp, &[CONFIRMED]), ready());
    let Opened::Say(request) = Opening::new(Some(StartTls::Rdp)).next(&[]) else {
        panic!("says nothing");
    };
    assert_eq!(usize::from(request[3]), request.len());
}

#[test]
fn a_server_that_says_no_is_quoted() {
    let greeted: &[u8] = b"220 mail\r\n";
    let unknown: &[u8] = b"502 5.5.1 not implemented\r\n";
    assert_eq!(
        both_ways(StartTls::Smtp, &[greeted, b"250 mail\r\n", unknown]),
        refused("502 5.5.1 not implemented")
    );
    assert_eq!(
        both_ways(StartTls::Smtp, &[b"554 not for you\r\n"]),
        refused("554 not for you")
    );
    assert_eq!(
        both_ways(StartTls::Imap, &[b"* OK hi\r\n", b"a BAD no TLS\r\n"]),
        refused("a BAD no TLS")
    );
    assert_eq!(
        both_ways(StartTls::Imap, &[b"* BYE busy\r\n"]),
        refused("* BYE busy")
    );
    let mut failed = CONFIRMED.to_vec();
    (failed[11], failed[15]) = (3, 3);
    assert_eq!(
        both_ways(StartTls::Rdp, &[&failed]),
        refused("RDP_NEG_FAILURE 3 SSL_CERT_NOT_ON_SERVER")
    );
    let old: &[u8] = &[3, 0, 0, 11, 6, 0xd0, 0, 0, 0x12, 0x34, 0];
    assert_eq!(both_ways(StartTls::Rdp, &[old]), refused("PROTOCOL_RDP"));
}

#[test]
fn somebody_else_is_recognised() {
    for start in StartTls::ALL {
        let ssh = talk(start, &[b"SSH-2.0-OpenSSH_9.2\r\n"], usize::MAX);
        let other = NoHandshake::OtherProtocol {
            start: "SSH-2.0-OpenSSH_9.2".to_owned(),
        };
        assert_eq!(ssh, Opened::Failed(other), "{start:?}");
        let web = talk(start, &[b"HTTP/1.1 400 Bad Request\r\n"], usize::MAX);
        let http = NoHandshake::PlainHttp {
            line: "HTTP/1.1 400 Bad Request".to_owned(),
        };
        assert_eq!(web, Opened::Failed(http), "{start:?}");
    }
    let tls = talk(StartTls::Smtp, &[&[21, 3, 1, 0, 2, 2, 10]], 1);
    assert!(matches!(tls, Opened::Failed(NoHandshake::Broken { .. })));
}

#[test]
fn nobody_talks_for_ever_before_tls() {
    let endless = b"220-on and on\r\n".repeat(2000);
    let too_much = Opened::Failed(NoHandshake::TooMuch { limit: 16 << 10 });
    assert_eq!(talk(StartTls::Smtp, &[&endless], 700), too_much);
    let line = vec![b'2'; 17 << 10];
    assert_eq!(talk(StartTls::Smtp, &[&line], 700), too_much);
}
