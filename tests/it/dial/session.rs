//! Handshakes with good servers of every kind.

use std::io::Write;
use std::net::TcpStream;
use std::sync::{Arc, Mutex};

use certwright::core::env::{Call, Dialer, DnsName};
use certwright::core::progress::Unwatched;
use certwright::core::tls::session::{Session, Told, told};
use certwright::core::tls::{Alert, NoHandshake, StartTls, Version};
use certwright::platform::dial::Servers;
use rustls::ServerConfig;

use super::server::{Identity, Server, Wants, hear, serve};

const NAME: &str = "www.example.com";

fn talk(server: &Server, session: Session) -> Told {
    let mut all = Servers::default().talk_all(vec![Call::new(server.address, session)], &Unwatched);
    told(all.remove(0)).unwrap()
}

fn session(start: Option<StartTls>) -> Session {
    Session::new(DnsName::parse(NAME).as_ref(), start)
}

fn serving(config: ServerConfig) -> Server {
    let config = Arc::new(config);
    Server::doing(move |stream| serve(stream, &config))
}

#[test]
fn the_chain_comes_exactly_as_sent() {
    let identity = Identity::of(NAME);
    let sent: Vec<Vec<u8>> = identity.chain.iter().map(|one| one.to_vec()).collect();
    for (versions, version) in [
        (&[&rustls::version::TLS13], Version::Tls13),
        (&[&rustls::version::TLS12], Version::Tls12),
    ] {
        let server = serving(identity.config(versions, Wants::Nothing));
        let told = talk(&server, session(None));
        let handshake = told.outcome.unwrap();
        assert_eq!((handshake.version, &handshake.chain), (version, &sent));
        assert!(!handshake.wants_client_certificate && handshake.staple.is_none());
    }
}

#[test]
fn a_protocol_is_agreed_upon_and_a_question_answered() {
    let mut config = Identity::of(NAME).config(rustls::ALL_VERSIONS, Wants::Nothing);
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    let server = serving(config);
    let asking = session(None)
        .with_alpn(&["http/1.1"])
        .asking(b"GET / HTTP/1.1\r\n\r\n".to_vec(), 4096);
    let told = talk(&server, asking);
    assert_eq!(told.outcome.unwrap().alpn.as_deref(), Some("http/1.1"));
    assert!(told.answer.starts_with(b"HTTP/1.1 404 Not Found\r\n"));
}

#[test]
fn a_server_that_asks_for_a_certificate_is_told_from_one_that_insists() {
    let identity = Identity::of(NAME);
    for version in [&rustls::version::TLS13, &rustls::version::TLS12] {
        let server = serving(identity.config(&[version], Wants::Asks));
        let told = talk(&server, session(None));
        assert!(told.outcome.unwrap().wants_client_certificate);
        assert_eq!(told.refusal, None);
        let server = serving(identity.config(&[version], Wants::Insists));
        let told = talk(&server, session(None));
        let handshake = told.outcome.unwrap();
        assert_eq!(handshake.chain.len(), 2);
        let is_after = handshake.version == Version::Tls13;
        let alert = Alert {
            is_fatal: true,
            code: 116,
        };
        let refusal = NoHandshake::Alert { alert, is_after };
        assert_eq!(told.refusal, Some(refusal));
    }
}

#[test]
fn the_name_is_sent_along_only_where_it_is_wanted() {
    let names = Arc::new(Mutex::new(Vec::new()));
    let heard = Arc::clone(&names);
    let config = Arc::new(Identity::of(NAME).config(rustls::ALL_VERSIONS, Wants::Nothing));
    let server = Server::doing(move |stream| {
        let mut tls = rustls::ServerConnection::new(Arc::clone(&config)).unwrap();
        tls.complete_io(stream).ok();
        heard
            .lock()
            .unwrap()
            .push(tls.server_name().map(str::to_owned));
    });
    assert!(talk(&server, session(None)).outcome.is_ok());
    assert!(talk(&server, Session::new(None, None)).outcome.is_ok());
    std::thread::sleep(std::time::Duration::from_millis(50));
    assert_eq!(*names.lock().unwrap(), [Some(NAME.to_owned()), None]);
}

/// Mail in plain text until TLS is granted.
fn mail(stream: &mut TcpStream, words: &[&str]) {
    for (index, words) in words.iter().enumerate() {
        if index > 0 && !hear(stream) {
            return;
        }
        stream.write_all(words.as_bytes()).ok();
    }
}

#[test]
fn mail_servers_are_asked_to_change_to_tls() {
    let config = Arc::new(Identity::of(NAME).config(rustls::ALL_VERSIONS, Wants::Nothing));
    let of: [(StartTls, &[&str]); 2] = [
        (
            StartTls::Smtp,
            &["220 mail\r\n", "250-mail\r\n250 STARTTLS\r\n", "220 go\r\n"],
        ),
        (StartTls::Imap, &["* OK hi\r\n", "a OK go\r\n"]),
    ];
    for (start, words) in of {
        let config = Arc::clone(&config);
        let server = Server::doing(move |stream| {
            mail(stream, words);
            serve(stream, &config);
        });
        assert!(
            talk(&server, session(Some(start))).outcome.is_ok(),
            "{start:?}"
        );
    }
    let server = Server::doing(|stream| {
        mail(stream, &["220 mail\r\n", "250 mail\r\n", "502 no\r\n"]);
    });
    let line = "502 no".to_owned();
    let told = talk(&server, session(Some(StartTls::Smtp)));
    assert_eq!(told.outcome, Err(NoHandshake::StartTlsRefused { line }));
}
