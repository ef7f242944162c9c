//! Good servers, closed ports, and servers that mean something else than TLS.

use std::io::Write;
use std::net::SocketAddr;
use std::sync::Arc;

use certwright::core::diagnose::{CheckId, Mark, Skip};
use certwright::core::env::{Call, Dialer, Listener, NoDialer, TalkEnd, TalkTimes, Talked};
use certwright::core::finding::{Id, Severity};
use certwright::core::progress::Progress;
use certwright::core::tls::StartTls;

use super::scene::{NAME, Told, look, look_after, look_with};
use crate::dial::server::{Identity, Server, Wants, drain, hear, record, serve};

#[test]
fn good_servers_are_good_and_kept() {
    let identity = Identity::of(NAME);
    let servers = [identity.server(), identity.server()];
    let told = look(&servers.each_ref().map(|server| server.address));
    assert_eq!(told.mark(CheckId::Reach), Some(Mark::Good));
    for server in &servers {
        assert_eq!(told.at(server.address).mark(), Some(Mark::Good));
    }
    assert!(told.is_skipped(CheckId::ThisServer, Skip::NotThisComputer));
    assert_eq!(told.served(), 2);
}

/// Answers the first bytes with these.
fn saying(words: &'static [u8]) -> Server {
    Server::doing(move |stream| {
        hear(stream);
        stream.write_all(words).ok();
        drain(stream);
    })
}

#[test]
fn each_protocol_that_is_no_tls_is_called_what_it_is() {
    let http = saying(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
    let ssh = Server::doing(|stream| {
        stream.write_all(b"SSH-2.0-OpenSSH_9.2p1\r\n").ok();
        drain(stream);
    });
    let nonsense = saying(&[0xff, 0, 1, 2, 3, 4, 5, 6, 7, 8, b'\n']);
    let bare = saying(b"<!DOCTYPE HTML>\n<html><title>Error response</title>\n");
    let all = [http.address, ssh.address, nonsense.address, bare.address];
    let told = look(&all);
    let found = all.map(|address| told.found(address));
    assert_eq!(
        found,
        [
            Id::TlsPlainHttp,
            Id::TlsOtherProtocol,
            Id::TlsBroken,
            Id::TlsPlainHttp
        ]
    );
    assert_eq!(told.mark(CheckId::Reach), Some(Mark::Problem));
    assert!(told.is_skipped(CheckId::Protocols, Skip::NoHandshake));
}

#[test]
fn a_server_that_does_not_change_to_tls_says_why() {
    let mail = Server::doing(|stream| {
        for words in ["220 mail\r\n", "250 mail\r\n", "454 TLS not available\r\n"] {
            stream.write_all(words.as_bytes()).ok();
            hear(stream);
        }
    });
    let told = look_after(mail.address, StartTls::Smtp);
    assert_eq!(told.found(mail.address), Id::TlsStartTlsRefused);
}

fn alert(code: u8) -> Vec<u8> {
    vec![21, 3, 3, 0, 2, 2, code]
}

#[test]
fn an_alert_is_told_from_a_closed_and_a_broken_connection() {
    let refuses = Server::doing(|stream| {
        record(stream).ok();
        stream.write_all(&alert(40)).ok();
        drain(stream);
    });
    let closes = Server::doing(|stream| {
        record(stream).ok();
    });
    let resets = Server::doing(|_| ());
    let silent = Server::doing(drain);
    let all = [
        refuses.address,
        closes.address,
        resets.address,
        silent.address,
    ];
    let told = look(&all);
    let found = all.map(|address| told.found(address));
    let wanted = [Id::TlsAlert, Id::TlsClosed, Id::TlsClosed, Id::TlsSilent];
    assert_eq!(found, wanted);
}

#[test]
fn a_server_that_insists_on_a_client_certificate_is_no_failure_of_its_own_certificate() {
    let identity = Identity::of(NAME);
    let of = |wants| {
        let config = Arc::new(identity.config(rustls::ALL_VERSIONS, wants));
        Server::doing(move |stream| serve(stream, &config))
    };
    let (asks, insists) = (of(Wants::Asks), of(Wants::Insists));
    let told = look(&[asks.address, insists.address]);
    for (server, severity) in [(&asks, Severity::Info), (&insists, Severity::Warning)] {
        assert_eq!(told.found(server.address), Id::TlsClientCertificate);
        assert_eq!(told.at(server.address).findings[0].severity, severity);
    }
    assert_eq!(told.served(), 2);
}

#[test]
fn an_address_that_fails_beside_one_that_answers_is_named() {
    let good = Identity::of(NAME).server();
    let bad = saying(b"HTTP/1.1 400 Bad Request\r\n\r\n");
    let told = look(&[good.address, bad.address]);
    assert_eq!(told.ids(CheckId::Reach), [Id::AddressesUnequal]);
    assert_eq!(told.mark(CheckId::Reach), Some(Mark::Warning));
}

#[test]
fn a_server_that_answers_once_is_found_out() {
    let config = Arc::new(Identity::of(NAME).config(rustls::ALL_VERSIONS, Wants::Nothing));
    let once = Server::once(move |stream| serve(stream, &config));
    let told = look(&[once.address]);
    assert_eq!(told.found(once.address), Id::TlsAnswersOnce);
    assert_eq!(told.at(once.address).mark(), Some(Mark::Warning));
}

/// Every call ends like this.
struct Ends(TalkEnd, Vec<Listener>);

impl Dialer for Ends {
    fn talk_all(&self, calls: Vec<Call>, _progress: &dyn Progress) -> Vec<Talked> {
        let ended = |call: Call| Talked {
            script: call.script,
            times: TalkTimes::default(),
            end: self.0.clone(),
            heard_bytes: 0,
        };
        calls.into_iter().map(ended).collect()
    }

    fn is_own(&self, address: std::net::IpAddr) -> bool {
        NoDialer.is_own(address)
    }

    fn listeners(&self) -> Result<Vec<Listener>, String> {
        Ok(self.1.clone())
    }
}

fn ending(end: TalkEnd, at: &str, listening: &[&str]) -> (Told, SocketAddr) {
    let listeners = listening.iter().map(|at| Listener {
        address: at.parse().unwrap(),
        program: Some("nginx".to_owned()),
    });
    let address: SocketAddr = at.parse().unwrap();
    let dialer = Ends(end, listeners.collect());
    (look_with(&[address], None, &dialer), address)
}

#[test]
fn a_port_without_an_answer_and_a_way_that_is_missing_are_two_things() {
    let (told, address) = ending(TalkEnd::Filtered, "192.0.2.1:443", &[]);
    assert_eq!(told.found(address), Id::PortFiltered);
    assert_eq!(told.mark(CheckId::Reach), Some(Mark::Problem));
    let no_way = TalkEnd::Unreachable("no route to host".to_owned());
    let (told, address) = ending(no_way, "[2001:db8::1]:443", &[]);
    assert_eq!(told.found(address), Id::PortUnreachable);
    assert_eq!(told.mark(CheckId::Reach), Some(Mark::Unknown));
    let (told, address) = ending(
        TalkEnd::Broken("too many files".to_owned()),
        "192.0.2.1:443",
        &[],
    );
    assert!(told.at(address).findings.is_empty());
    assert_eq!(told.at(address).mark(), Some(Mark::Unknown));
    assert_eq!(told.mark(CheckId::Reach), Some(Mark::Unknown));
}

#[test]
fn a_port_that_is_listened_at_and_out_of_reach_points_to_the_firewall() {
    let here = "127.0.0.1:443";
    for listening in [["127.0.0.1:443"], ["0.0.0.0:443"], ["[::]:443"]] {
        let (told, _) = ending(TalkEnd::Filtered, here, &listening);
        assert_eq!(told.ids(CheckId::ThisServer), [Id::ListenerBlocked]);
    }
    let (told, _) = ending(TalkEnd::Filtered, here, &["[::1]:443", "0.0.0.0:80"]);
    assert_eq!(told.ids(CheckId::ThisServer), [Id::ListenerElsewhere]);
}
