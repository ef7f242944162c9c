//! The client among well-meaning servers: what it sends, what it reports, when it stops.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use certwright::core::env::{WebAnswer, WebCause, WebClient, WebFault, WebPhase, WebRequest};
use certwright::core::progress::{Progress, Stage, Unwatched};
use certwright::platform::web::{Lookup, Patience, SystemWeb};

use super::server::{Reply, Server};

pub const LIMIT: u64 = 64 << 10;

/// A second or less for everything, so that tests end soon.
pub fn impatient() -> Patience {
    Patience {
        resolve: Duration::from_millis(500),
        connect: Duration::from_millis(500),
        read: Duration::from_millis(400),
        whole: Duration::from_millis(1500),
    }
}

/// Names of one test; addresses stand for themselves.
pub struct Names(pub Vec<(&'static str, Vec<IpAddr>)>, pub AtomicUsize);

impl Names {
    pub fn of(names: &[(&'static str, &[&str])]) -> Arc<Self> {
        let read = |address: &&str| address.parse().unwrap();
        let names = names
            .iter()
            .map(|(name, addresses)| (*name, addresses.iter().map(read).collect()))
            .collect();
        Arc::new(Self(names, AtomicUsize::new(0)))
    }
}

impl Lookup for Names {
    fn addresses(&self, host: &str, port: u16) -> io::Result<Vec<SocketAddr>> {
        self.1.fetch_add(1, Ordering::SeqCst);
        if let Ok(address) = host.parse() {
            return Ok(vec![SocketAddr::new(address, port)]);
        }
        let known = self.0.iter().find(|(name, _)| *name == host);
        let (_, addresses) = known.ok_or_else(|| io::Error::other("no such name"))?;
        Ok(addresses
            .iter()
            .map(|address| SocketAddr::new(*address, port))
            .collect())
    }
}

pub fn web() -> SystemWeb {
    SystemWeb::new(impatient(), Names::of(&[]))
}

/// A GET that may contact loopback.
pub fn local(url: impl Into<String>) -> WebRequest {
    WebRequest::get(url, LIMIT).allowing_private(true)
}

pub fn fetch(web: &SystemWeb, request: WebRequest) -> Result<WebAnswer, WebFault> {
    web.fetch_all(&[request], &Unwatched).pop().unwrap()
}

pub fn cause(result: Result<WebAnswer, WebFault>) -> WebCause {
    match result {
        Ok(answer) => panic!("answered {}", answer.status),
        Err(fault) => fault.cause,
    }
}

#[test]
fn an_answer_tells_who_gave_it() {
    let server = Server::start().with("/ca.crt", Reply::page("application/pkix-cert", b"bytes"));
    let answer = fetch(&web(), local(server.url("/ca.crt"))).unwrap();
    assert_eq!(
        (answer.status, answer.body.as_slice()),
        (200, &b"bytes"[..])
    );
    assert_eq!(
        answer.content_type.as_deref(),
        Some("application/pkix-cert")
    );
    assert_eq!(answer.final_url, server.url("/ca.crt"));
    assert_eq!(answer.contact.addresses, [server.address]);
    assert!(answer.contact.redirects.is_empty());
}

#[test]
fn a_question_says_no_more_than_it_must() {
    let server = Server::start();
    fetch(&web(), local(server.url("/a b"))).unwrap();
    let heard = server.heard().pop().unwrap().to_ascii_lowercase();
    let version = env!("CARGO_PKG_VERSION");
    assert!(heard.starts_with("get /a%20b http/1.1\r\n"), "{heard}");
    assert!(
        heard.contains(&format!("user-agent: certwright/{version}\r\n")),
        "{heard}"
    );
    assert!(heard.contains("accept-encoding: identity\r\n"), "{heard}");
    for header in ["cookie", "referer", "authorization", "origin", "gzip"] {
        assert!(!heard.contains(header), "{heard}");
    }
}

#[test]
fn a_post_carries_its_body_and_type() {
    let server = Server::start().with("/ocsp", Reply::page("application/ocsp-response", b"0"));
    let url = server.url("/ocsp");
    let request = WebRequest::post(url, "application/ocsp-request", b"ask".to_vec(), LIMIT);
    fetch(&web(), request.allowing_private(true)).unwrap();
    let heard = server.heard().pop().unwrap();
    assert!(heard.starts_with("POST /ocsp "), "{heard}");
    assert!(
        heard
            .to_ascii_lowercase()
            .contains("content-type: application/ocsp-request")
    );
    assert!(heard.ends_with("\r\n\r\nask"), "{heard}");
}

#[test]
fn a_status_is_an_answer() {
    let server = Server::start();
    assert_eq!(
        fetch(&web(), local(server.url("/none"))).unwrap().status,
        404
    );
}

#[test]
fn redirects_are_followed_and_told() {
    let server = Server::start()
        .with("/a/b", Reply::redirect("c?d"))
        .with("/a/c?d", Reply::redirect("/e"))
        .with("/e", Reply::page("text/plain", b"here"));
    let answer = fetch(&web(), local(server.url("/a/b"))).unwrap();
    assert_eq!(answer.body, b"here");
    assert_eq!(answer.final_url, server.url("/e"));
    assert_eq!(
        answer.contact.redirects,
        [server.url("/a/c?d"), server.url("/e")]
    );
}

#[test]
fn answers_come_in_the_order_of_the_questions_and_together() {
    let delay = |index: u64| Duration::from_millis(300 - 50 * index);
    let body = |index: u64| format!("HTTP/1.0 200 OK\r\n\r\n{index}").into_bytes();
    let server = Server::start();
    for index in 0..4 {
        server.put(&format!("/{index}"), Reply::Late(delay(index), body(index)));
    }
    let requests: Vec<_> = (0..4)
        .map(|index| local(server.url(&format!("/{index}"))))
        .collect();
    let begun = Instant::now();
    let bodies: Vec<_> = web()
        .fetch_all(&requests, &Unwatched)
        .into_iter()
        .map(|answer| answer.unwrap().body)
        .collect();
    assert_eq!(bodies, [b"0", b"1", b"2", b"3"]);
    assert!(
        begun.elapsed() < Duration::from_millis(850),
        "{:?}",
        begun.elapsed()
    );
}

#[test]
fn a_closed_port_and_an_unknown_name_are_told_apart() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let fault = fetch(&web(), local(format!("http://{address}/"))).unwrap_err();
    assert_eq!(fault.cause, WebCause::Refused(address));
    assert_eq!(fault.contact.addresses, [address]);
    let unknown = cause(fetch(&web(), local("http://nowhere.test/")));
    assert!(matches!(unknown, WebCause::NameNotResolved { host, .. } if host == "nowhere.test"));
}

#[test]
fn a_resolver_that_hangs_is_left_behind() {
    struct Stuck;
    impl Lookup for Stuck {
        fn addresses(&self, _host: &str, _port: u16) -> io::Result<Vec<SocketAddr>> {
            std::thread::sleep(Duration::from_secs(5));
            Ok(Vec::new())
        }
    }
    let begun = Instant::now();
    let web = SystemWeb::new(impatient(), Arc::new(Stuck));
    let stuck = cause(fetch(&web, local("http://slow.test/")));
    let phase = WebPhase::Resolving;
    assert!(
        matches!(stuck, WebCause::TimedOut { phase: told, .. } if told == phase),
        "{stuck:?}"
    );
    assert!(begun.elapsed() < Duration::from_secs(2));
}

#[test]
fn a_dead_first_address_does_not_hide_a_living_second() {
    let server = Server::start().with("/", Reply::page("text/plain", b"alive"));
    let names = Names::of(&[("two.test", &["127.0.0.2", "127.0.0.1"])]);
    let web = SystemWeb::new(impatient(), names);
    let port = server.address.port();
    let answer = fetch(&web, local(format!("http://two.test:{port}/"))).unwrap();
    assert_eq!(answer.body, b"alive");
    assert_eq!(answer.contact.addresses.len(), 2);
}

/// Cancelled from a moment on.
struct Until(Mutex<Option<Instant>>, Duration);

impl Progress for Until {
    fn report(&self, _stage: Stage, _done: u64, _total: u64) {}
    fn is_cancelled(&self) -> bool {
        let mut begun = self.0.lock().unwrap();
        begun.get_or_insert_with(Instant::now).elapsed() >= self.1
    }
}

#[test]
fn a_cancel_is_answered_at_once_and_the_socket_goes() {
    let server = Server::start().with("/", Reply::Silence);
    let patience = Patience {
        read: Duration::from_secs(5),
        whole: Duration::from_secs(5),
        ..impatient()
    };
    let web = SystemWeb::new(patience, Names::of(&[]));
    let after = Duration::from_millis(200);
    let progress = Until(Mutex::new(None), after);
    let begun = Instant::now();
    let answers = web.fetch_all(&[local(server.url("/")), local(server.url("/"))], &progress);
    let waited = begun.elapsed();
    assert!(
        answers
            .iter()
            .all(|answer| matches!(answer, Err(fault) if fault.cause == WebCause::Cancelled))
    );
    assert!(waited < after + Duration::from_millis(100), "{waited:?}");
    let deadline = Instant::now() + Duration::from_secs(2);
    while server.closed().len() < 2 && Instant::now() < deadline {
        std::thread::sleep(Duration::from_millis(5));
    }
    let closed = server.closed();
    assert_eq!(closed.len(), 2);
    assert!(
        closed
            .iter()
            .all(|at| at.duration_since(begun) < Duration::from_secs(1))
    );
}
