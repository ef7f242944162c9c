//! Servers that do not want to be understood: a finding each, no hang, no flood.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use certwright::core::diagnose::{Mark, Profile};
use certwright::core::finding::{ContentFault, Fact, Id, Severity, WebFileFact};
use certwright::core::op::Outcome;
use certwright::core::progress::{Progress, Stage};
use certwright::text::Lang;
use certwright::text::finding::words;

use super::V4;
use super::lookalikes::answering;
use super::scene::{FILE, Scene, watched};
use crate::web::server::{Reply, Server};

/// Time for everything, the second look too.
const LONGEST: Duration = Duration::from_secs(20);

#[test]
fn answers_that_cannot_be_read_are_told_in_time() {
    let head = b"HTTP/1.1 200 OK\r\n\r\n".to_vec();
    let long = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc";
    let twice = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd";
    let replies = [
        (
            "endless body",
            Reply::Endless(head.clone(), vec![b'x'; 65_536]),
        ),
        (
            "slow drip",
            Reply::Drip(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n".to_vec()),
        ),
        ("slow head", Reply::Drip(b"HTTP/1.1 200 OK\r\nX: ".to_vec())),
        (
            "headers without end",
            Reply::Endless(b"HTTP/1.1 200 OK\r\n".to_vec(), b"X-A: b\r\n".repeat(1_000)),
        ),
        (
            "one long header",
            Reply::Endless(b"HTTP/1.1 200 OK\r\nX: ".to_vec(), vec![b'a'; 65_536]),
        ),
        ("silence", Reply::Silence),
        ("body cut short", Reply::Bytes(long.into())),
        ("two lengths", Reply::Bytes(twice.into())),
        (
            "continue without end",
            Reply::Endless(Vec::new(), b"HTTP/1.1 100 Continue\r\n\r\n".repeat(1_000)),
        ),
        ("HTTP/0.9", Reply::Bytes(b"<html>no head at all".to_vec())),
        (
            "other protocol",
            Reply::Bytes(b"SSH-2.0-OpenSSH_9.6\r\n".to_vec()),
        ),
    ];
    let scene = Scene::of(V4);
    std::thread::scope(|scope| {
        for (what, reply) in replies {
            let scene = &scene;
            scope.spawn(move || {
                let server = Server::start().with(FILE, reply);
                let begun = Instant::now();
                let told = scene.look_at(server.address.port(), Profile::Acme);
                assert!(begun.elapsed() < LONGEST, "{what}");
                assert_eq!(told.way("http IPv4").mark(), Some(Mark::Problem), "{what}");
                assert!(!told.ids().is_empty(), "{what}");
            });
        }
    });
}

#[test]
fn a_body_without_end_is_not_read_to_its_end() {
    let reply = Reply::Endless(b"HTTP/1.1 200 OK\r\n\r\n".to_vec(), vec![b'x'; 65_536]);
    let server = Server::start().with(FILE, reply);
    let told = Scene::of(V4).look_at(server.address.port(), Profile::Acme);
    assert_eq!(told.ids(), [("file_answer_broken", Severity::Error)]);
}

#[test]
fn packed_content_is_told_and_not_unpacked() {
    // Ten bytes of gzip that would grow to a gigabyte are never unpacked.
    let head = "200 OK\r\nContent-Encoding: gzip\r\nContent-Type: text/plain";
    let server = answering(head, &[0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
    let told = Scene::of(V4).on(server.address.port()).look(Profile::Br);
    let Fact::WebFile(WebFileFact::WrongContent { fault, .. }) =
        &told.finding(Id::FileWrongContent).fact
    else {
        panic!("another fact");
    };
    assert_eq!(*fault, ContentFault::Compressed("gzip".to_owned()));
}

#[test]
fn escape_codes_are_shown_as_text() {
    let head = "200 OK\r\nContent-Type: text/plain\u{1b}[2J";
    let server = answering(head, "\u{1b}]0;owned\u{7}\u{202e}abc".as_bytes());
    let told = Scene::of(V4).on(server.address.port()).look(Profile::Br);
    assert_eq!(told.way("http IPv4").mark(), Some(Mark::Problem));
    for finding in told.0.findings() {
        for lang in Lang::ALL {
            let words = words(lang, &finding);
            let all = [words.message, words.why, words.remedy].concat();
            assert!(!all.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{all:?}");
        }
    }
}

/// Cancels as soon as a page was asked for.
struct Impatient {
    is_over: AtomicBool,
    since: Mutex<Option<Instant>>,
}

impl Progress for Impatient {
    fn report(&self, stage: Stage, _done: u64, _total: u64) {
        if stage == Stage::Downloading && !self.is_over.swap(true, Ordering::SeqCst) {
            *self.since.lock().unwrap() = Some(Instant::now());
        }
    }

    fn is_cancelled(&self) -> bool {
        self.is_over.load(Ordering::SeqCst)
    }
}

#[test]
fn a_cancel_is_answered_at_once() {
    let server = Server::start().with(FILE, Reply::Silence);
    let scene = Scene::of(V4).on(server.address.port());
    let progress = Impatient {
        is_over: AtomicBool::new(false),
        since: Mutex::new(None),
    };
    let outcome = watched(&scene.request(Profile::Br), &progress);
    let since = progress.since.lock().unwrap().expect("a page was asked");
    assert!(matches!(outcome, Outcome::Cancelled));
    let took = since.elapsed();
    assert!(took < Duration::from_millis(100), "{took:?}");
}
