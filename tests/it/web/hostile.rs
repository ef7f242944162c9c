//! Servers, names and redirects that mean harm: nothing waits or reads beyond the limits, nothing inside is contacted.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::{Duration, Instant};

use certwright::core::env::{AddressRange, WebAnswer, WebCause, WebFault, WebPhase, WebRequest};
use certwright::platform::web::{Lookup, SystemWeb};

use super::client::{LIMIT, Names, cause, fetch, impatient, local, web};
use super::server::{Reply, Server};

const OK: &[u8] = b"HTTP/1.1 200 OK\r\n";

fn of(reply: Reply) -> WebCause {
    let server = Server::start().with("/", reply);
    let begun = Instant::now();
    let told = cause(fetch(&web(), local(server.url("/"))));
    assert!(
        begun.elapsed() < Duration::from_millis(2500),
        "{:?}",
        begun.elapsed()
    );
    told
}

fn is_timed_out(cause: &WebCause, wanted: WebPhase) -> bool {
    matches!(cause, WebCause::TimedOut { phase, after_ms } if *phase == wanted && *after_ms < 2000)
}

#[test]
fn a_dripping_head_and_a_dripping_body_end_in_time() {
    let head = of(Reply::Drip(b"HTTP/1.1 200 OK\r\nX-Slow: ".to_vec()));
    assert!(is_timed_out(&head, WebPhase::Waiting), "{head:?}");
    let body = of(Reply::Drip([OK, b"Content-Length: 60000\r\n\r\n"].concat()));
    assert!(is_timed_out(&body, WebPhase::Reading), "{body:?}");
    let silent = of(Reply::Silence);
    assert!(is_timed_out(&silent, WebPhase::Waiting), "{silent:?}");
}

#[test]
fn an_endless_body_is_read_to_the_limit_only() {
    let limit = LIMIT;
    for head in [
        "Connection: close\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n",
    ] {
        let more = match head.starts_with('T') {
            true => b"400\r\n"
                .iter()
                .chain(&[b'x'; 0x400])
                .chain(b"\r\n")
                .copied()
                .collect(),
            false => vec![b'x'; 4096],
        };
        let told = of(Reply::Endless([OK, head.as_bytes()].concat(), more));
        let announced = None;
        assert_eq!(told, WebCause::TooLarge { limit, announced }, "{head}");
    }
    let told = of(Reply::Bytes(
        [OK, b"Content-Length: 99999999999\r\n\r\n"].concat(),
    ));
    let announced = Some(99_999_999_999);
    assert_eq!(told, WebCause::TooLarge { limit, announced });
}

#[test]
fn a_header_bomb_is_not_swallowed() {
    let line = [b"X-Bomb: ".as_slice(), &[b'x'; 2000], b"\r\n"].concat();
    let many = of(Reply::Endless(OK.to_vec(), line));
    assert!(
        matches!(many, WebCause::HeaderTooLarge(_) | WebCause::Broken(_)),
        "{many:?}"
    );
    let one = of(Reply::Endless([OK, b"X-Bomb: "].concat(), vec![b'x'; 8192]));
    assert!(
        matches!(one, WebCause::HeaderTooLarge(_) | WebCause::Broken(_)),
        "{one:?}"
    );
}

#[test]
fn a_gzip_bomb_stays_packed() {
    use flate2::{Compression, write::GzEncoder};
    use std::io::Write;
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(&vec![0; 32 << 20]).unwrap();
    let packed = packer.finish().unwrap();
    assert!(packed.len() < LIMIT as usize);
    let head = "200 OK\r\nContent-Type: application/pkix-cert\r\nContent-Encoding: gzip";
    let server = Server::start().with("/", Reply::with_head(head, &packed));
    assert_eq!(fetch(&web(), local(server.url("/"))).unwrap().body, packed);
}

#[test]
fn an_answer_that_breaks_off_or_is_none_is_told() {
    for reply in [
        Reply::Bytes([OK, b"Content-Length: 10\r\n\r\nhalf"].concat()),
        Reply::Bytes(b"SSH-2.0-OpenSSH_9.2\r\n".to_vec()),
        Reply::Bytes(Vec::new()),
        Reply::Bytes(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n".to_vec()),
    ] {
        let told = of(reply);
        assert!(matches!(told, WebCause::Broken(_)), "{told:?}");
    }
}

#[test]
fn a_redirect_loop_ends() {
    assert_eq!(of(Reply::redirect("/")), WebCause::TooManyRedirects(5));
}

fn redirected(to: &str) -> Result<WebAnswer, WebFault> {
    let server = Server::start().with("/", Reply::redirect(to));
    let names = Names::of(&[
        ("ca.test", &["127.0.0.1"]),
        ("inside.test", &["10.0.0.7"]),
        ("both.test", &["1.2.3.4", "::ffff:127.0.0.1"]),
    ]);
    let port = server.address.port();
    let web = SystemWeb::new(impatient(), names);
    fetch(&web, local(format!("http://ca.test:{port}/")))
}

#[test]
fn a_redirect_to_an_internal_address_is_refused_even_after_consent_to_another() {
    for (to, wanted) in [
        ("http://127.0.0.1:1/", AddressRange::Loopback),
        ("http://[::1]:1/", AddressRange::Loopback),
        ("http://both.test/", AddressRange::Loopback),
        ("http://inside.test/admin", AddressRange::Private),
        (
            "//169.254.169.254/latest/meta-data/",
            AddressRange::Metadata,
        ),
    ] {
        let fault = redirected(to).unwrap_err();
        assert_eq!(fault.contact.addresses.len(), 1, "{to}");
        assert!(
            matches!(fault.cause, WebCause::RedirectToAddress { range, .. } if range == wanted),
            "{to}: {:?}",
            fault.cause
        );
    }
}

#[test]
fn a_redirect_to_another_scheme_is_refused() {
    for to in [
        "file:///etc/passwd",
        "ldap://ca.test/",
        "\\\\ca.test\\share",
        "http://a@b/",
    ] {
        let told = cause(redirected(to));
        assert_eq!(told, WebCause::RedirectToScheme { to: to.to_owned() });
    }
}

#[test]
fn internal_addresses_are_refused_without_consent_and_never_contacted() {
    let server = Server::start();
    let port = server.address.port();
    let names = Names::of(&[
        ("inside.test", &["10.1.2.3"]),
        ("mixed.test", &["1.2.3.4", "127.0.0.1"]),
        ("mapped.test", &["::ffff:127.0.0.1"]),
    ]);
    let web = SystemWeb::new(impatient(), names);
    for host in [
        "127.0.0.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "0.0.0.0",
        "169.254.169.254",
        "192.168.0.1",
        "inside.test",
        "mixed.test",
        "mapped.test",
    ] {
        let request = WebRequest::get(format!("http://{host}:{port}/"), LIMIT);
        let fault = fetch(&web, request).unwrap_err();
        assert!(fault.contact.addresses.is_empty(), "{host}");
        assert!(
            fault.cause.is_refusal() && fault.cause.needs_consent(),
            "{host}"
        );
    }
    assert!(server.heard().is_empty());
}

#[test]
fn an_address_written_in_another_way_is_judged_by_where_it_leads() {
    let web = SystemWeb::default();
    for host in ["127.1", "0x7f.0.0.1", "2130706433", "localhost"] {
        let told = cause(fetch(
            &web,
            WebRequest::get(format!("http://{host}:1/"), LIMIT),
        ));
        let is_unknown = matches!(told, WebCause::NameNotResolved { .. });
        assert!(told.is_refusal() || is_unknown, "{host}: {told:?}");
    }
}

#[test]
fn a_name_is_resolved_once_so_that_it_cannot_change_its_mind() {
    /// Another address at each question, as a rebinding name server gives.
    struct Rebinding(AtomicU8);
    impl Lookup for Rebinding {
        fn addresses(&self, _host: &str, port: u16) -> io::Result<Vec<SocketAddr>> {
            let last = self.0.fetch_add(1, Ordering::SeqCst);
            Ok(vec![SocketAddr::from(([127, 0, 0, last], port))])
        }
    }
    let server = Server::start().with("/", Reply::page("text/plain", b"first"));
    let names = Arc::new(Rebinding(AtomicU8::new(1)));
    let web = SystemWeb::new(impatient(), names.clone());
    let port = server.address.port();
    let answer = fetch(&web, local(format!("http://rebind.test:{port}/"))).unwrap();
    assert_eq!(answer.contact.addresses, [server.address]);
    assert_eq!(names.0.load(Ordering::SeqCst), 2);
}

#[test]
fn other_schemes_are_never_opened() {
    let names = Names::of(&[]);
    let web = SystemWeb::new(impatient(), names.clone());
    for (url, wanted) in [
        ("file:///etc/passwd", "file"),
        ("C:\\Windows\\win.ini", "file"),
        ("ldap:///CN=CA,DC=corp?cACertificate", "ldap"),
        ("\\\\server\\share\\ca.crt", "unc"),
        ("ftp://ca.example/", "ftp"),
    ] {
        let scheme = wanted.to_owned();
        assert_eq!(cause(fetch(&web, local(url))), WebCause::Scheme { scheme });
    }
    assert_eq!(names.1.load(Ordering::SeqCst), 0);
}

#[test]
fn encryption_that_is_none_or_not_trusted_is_a_fault_of_its_own() {
    let server = Server::start().with("/", Reply::page("text/plain", b"clear"));
    let url = server.url("/").replace("http:", "https:");
    let clear = cause(fetch(&web(), local(url)));
    assert!(
        matches!(
            clear,
            WebCause::Tls(_)
                | WebCause::TimedOut {
                    phase: WebPhase::Handshake,
                    ..
                }
        ),
        "{clear:?}"
    );
    let (address, serving) = super::ca::serve_untrusted();
    let untrusted = cause(fetch(
        &web(),
        local(format!("https://localhost.test:{}/", address.port())),
    ));
    assert!(
        matches!(untrusted, WebCause::NameNotResolved { .. }),
        "{untrusted:?}"
    );
    let untrusted = cause(fetch(&web(), local(format!("https://{address}/"))));
    assert!(
        matches!(&untrusted, WebCause::Tls(words) if words.contains("ertificate")),
        "{untrusted:?}"
    );
    serving.join().unwrap();
}
