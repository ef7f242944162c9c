//! The modes of those who validate domains: a pinned address, redirects told, any certificate, all headers. And
//! what hostile servers can do in them.

use std::net::TcpListener;
use std::sync::atomic::Ordering;
use std::thread;
use std::time::{Duration, Instant};

use certwright::core::env::{AddressRange, WebCause, WebPhase, WebRequest};
use certwright::platform::web::SystemWeb;

use super::client::{LIMIT, Names, cause, fetch, impatient, local, web};
use super::server::{Reply, Server};
use crate::dns::server::{Identity, LONGEST, NameServer};

/// A request to a host's server of the caller's choice.
fn pinned(url: &str, server: &Server) -> WebRequest {
    WebRequest {
        address: Some(server.address),
        ..local(url)
    }
}

/// Everything at once, as a check of a file asks.
fn validating(server: &Server) -> WebRequest {
    WebRequest {
        tells_redirects: true,
        trusts_any: true,
        ..pinned("http://www.example.test/", server)
    }
}

#[test]
fn a_pinned_address_is_contacted_and_the_name_is_not_resolved() {
    let names = Names::of(&[("www.example.test", &["192.0.2.1"])]);
    let web = SystemWeb::new(impatient(), names.clone());
    let server = Server::start().with("/a", Reply::page("text/plain", b"here"));
    let answer = fetch(&web, pinned("http://www.example.test/a", &server)).unwrap();
    assert_eq!(answer.body, b"here");
    assert_eq!(answer.contact.addresses, [server.address]);
    assert_eq!(names.1.load(Ordering::SeqCst), 0);
    let heard = server.heard().pop().unwrap().to_ascii_lowercase();
    assert!(heard.contains("host: www.example.test\r\n"), "{heard}");
}

#[test]
fn a_pinned_address_inside_is_refused_without_consent() {
    let server = Server::start();
    let request = pinned("http://www.example.test/", &server).allowing_private(false);
    let told = cause(fetch(&web(), request));
    let WebCause::AddressRefused { range, .. } = told else {
        panic!("{told:?}");
    };
    assert_eq!(range, AddressRange::Loopback);
    assert!(server.heard().is_empty());
}

#[test]
fn a_redirect_leaves_the_pinned_address_when_it_leads_to_another_server() {
    let there = Server::start().with("/", Reply::page("text/plain", b"there"));
    let (port, pinned_to) = (there.address.port(), Server::start());
    for (host, redirect) in [
        ("www.example.test", "another port"),
        ("other.example.test", "another host"),
    ] {
        let names = Names::of(&[(host, &["127.0.0.1"])]);
        let web = SystemWeb::new(impatient(), names.clone());
        let to = format!("http://{host}:{port}/");
        pinned_to.put("/", Reply::redirect(&to));
        let ended = fetch(&web, pinned("http://www.example.test/", &pinned_to));
        assert_eq!(names.1.load(Ordering::SeqCst), 1, "{redirect}");
        match host {
            "www.example.test" => assert_eq!(ended.unwrap().body, b"there"),
            _ => assert!(matches!(cause(ended), WebCause::RedirectToAddress { .. })),
        }
    }
}

#[test]
fn a_redirect_is_told_and_not_followed() {
    for to in [
        "http://169.254.169.254/latest/meta-data/",
        "http://www.example.test/",
        "file:///etc/passwd",
        "//[::1/",
    ] {
        let server = Server::start().with("/", Reply::redirect(to));
        let answer = fetch(&web(), validating(&server)).unwrap();
        assert_eq!((answer.status, answer.header("location")), (302, Some(to)));
        assert!(answer.contact.redirects.is_empty());
        assert_eq!(answer.contact.addresses, [server.address]);
        assert_eq!(server.heard().len(), 1);
    }
}

#[test]
fn headers_come_as_they_were_sent() {
    let head = "403 Forbidden\r\nServer: cloudflare\r\nX-One: a\r\nx-one: \u{fc}\r\nX-Empty:";
    let server = Server::start().with("/", Reply::with_head(head, b"blocked"));
    let answer = fetch(&web(), validating(&server)).unwrap();
    let told: Vec<(&str, &str)> = answer
        .headers
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("server", "cloudflare"),
            ("x-one", "a"),
            ("x-one", "\u{fc}"),
            ("x-empty", ""),
            ("content-length", "7"),
        ]
    );
    assert_eq!(
        (answer.status, answer.body.as_slice()),
        (403, &b"blocked"[..])
    );
}

#[test]
fn further_headers_are_sent_to_the_first_host_alone() {
    let there = Server::start().with("/", Reply::page("text/plain", b""));
    let here = Server::start().with("/", Reply::redirect(&there.url("/")));
    let names = Names::of(&[("here.test", &["127.0.0.1"])]);
    let request = WebRequest {
        headers: vec![("X-Own".to_owned(), "one".to_owned())],
        ..local(format!("http://here.test:{}/", here.address.port()))
    };
    fetch(&SystemWeb::new(impatient(), names), request).ok();
    let has_own = |heard: &String| heard.to_ascii_lowercase().contains("x-own: one");
    assert!(here.heard().iter().all(has_own) && here.heard().len() == 1);
    assert!(!there.heard().iter().any(has_own));
}

/// A web server with a certificate that nobody trusts.
fn encrypted() -> NameServer {
    NameServer::encrypted(&Identity::of("other.example"), |stream, _| {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            if stream.read_exact(&mut byte).is_err() {
                return;
            }
            head.extend(byte);
        }
        let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfile";
        stream.write_all(answer).ok();
    })
}

#[test]
fn any_certificate_will_do_only_where_that_was_asked() {
    let server = encrypted();
    let request = |trusts_any| WebRequest {
        trusts_any,
        address: Some(server.address),
        ..local("https://www.example.test/")
    };
    assert_eq!(fetch(&web(), request(true)).unwrap().body, b"file");
    let told = cause(fetch(&web(), request(false)));
    assert!(matches!(told, WebCause::Tls(_)), "{told:?}");
}

#[test]
fn a_handshake_that_never_comes_ends_in_time() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let serving = thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        thread::sleep(Duration::from_secs(1));
        drop(stream);
    });
    let request = WebRequest {
        trusts_any: true,
        address: Some(address),
        ..local("https://www.example.test/")
    };
    let told = cause(fetch(&web(), request));
    let is_told = matches!(
        told,
        WebCause::TimedOut {
            phase: WebPhase::Handshake | WebPhase::Waiting,
            ..
        }
    );
    assert!(is_told, "{told:?}");
    serving.join().unwrap();
}

#[test]
fn hostile_answers_end_in_these_modes_too() {
    let line = [b"X-Bomb: ".as_slice(), &[b'x'; 2000], b"\r\n"].concat();
    let found = b"HTTP/1.1 302 Found\r\nLocation: /\r\n".to_vec();
    let body = [found.as_slice(), b"Transfer-Encoding: chunked\r\n\r\n"].concat();
    let chunk = [b"400\r\n".as_slice(), &[b'x'; 0x400], b"\r\n"].concat();
    let continues = b"HTTP/1.1 100 Continue\r\n\r\n".to_vec();
    let announced = [found.as_slice(), b"Content-Length: 99999999999\r\n\r\n"].concat();
    let short = [found.as_slice(), b"Content-Length: 10\r\n\r\nhalf"].concat();
    for (what, reply) in [
        ("header bomb", Reply::Endless(found.clone(), line)),
        ("dripping head", Reply::Drip(found.clone())),
        ("endless body of a redirect", Reply::Endless(body, chunk)),
        (
            "endless 100 Continue",
            Reply::Endless(Vec::new(), continues),
        ),
        ("length beyond the limit", Reply::Bytes(announced)),
        ("length beyond the body", Reply::Bytes(short)),
    ] {
        let server = Server::start().with("/", reply);
        let begun = Instant::now();
        let told = cause(fetch(&web(), validating(&server)));
        assert!(begun.elapsed() < Duration::from_millis(2500), "{what}");
        let is_told = matches!(
            told,
            WebCause::HeaderTooLarge(_)
                | WebCause::Broken(_)
                | WebCause::TimedOut { .. }
                | WebCause::TooLarge { limit: LIMIT, .. }
        );
        assert!(is_told, "{what}: {told:?}");
    }
    assert!(
        LONGEST > Duration::from_millis(2500),
        "a server that ends first proves nothing"
    );
}
