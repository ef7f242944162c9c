//! What servers sent, told: nothing of it acts anywhere, the same is told once, commands show it again; and that a
//! server that was named is called without any question to DNS.

use std::sync::Arc;

use certwright::core::diagnose::{Check, Diagnosis, Lane, Mark, Request, Served, Skip, State, run};
use certwright::core::env::{
    DnsName, Env, NoDialer, NoDns, WebAnswer, WebCause, WebClient, WebFault, WebRequest,
};
use certwright::core::op::{Outcome, Report};
use certwright::core::progress::{Progress, Unwatched};
use certwright::core::time::Moment;
use certwright::core::tls::{Handshake, StartTls, Suite, Version};
use certwright::platform::World;
use certwright::text::Lang;
use certwright::text::diagnose::ticket::{Form, render};
use certwright::text::diagnose::{document, report};
use serde_json::Value;

use crate::schema::violations;
use crate::support::NOW;

fn name() -> DnsName {
    DnsName::parse("shop.example.com").unwrap()
}

fn request() -> Request {
    Request {
        lanes: vec![Lane::Connection],
        connect: vec!["127.0.0.1:443".parse().unwrap()],
        ..Request::of(vec![name()])
    }
}

/// Two addresses that send the same, which is no certificate, under a hostile protocol name.
fn diagnosis(request: Request) -> Diagnosis {
    let served = |address: &str, with_sni| Served {
        name: name(),
        address: address.parse().unwrap(),
        with_sni,
        handshake: Handshake {
            version: Version::Tls13,
            suite: Suite(0x1301),
            chain: vec![b"\x1b[31mred".to_vec()],
            staple: None,
            alpn: Some("\u{1b}[31mred\u{202e}".to_owned()),
            wants_client_certificate: true,
            is_old_client: false,
            is_unfinished: false,
            took_ms: 3,
        },
    };
    Diagnosis {
        request,
        at: Moment::parse(NOW).unwrap(),
        took_ms: 90,
        checks: Vec::new(),
        said: Vec::new(),
        asked: Vec::new(),
        served: vec![
            served("192.0.2.10:443", true),
            served("[2001:db8::10]:8443", true),
            served("192.0.2.10:443", false),
        ],
        no_network: None,
        rounds: 1,
    }
}

#[test]
fn nothing_that_servers_send_acts_anywhere() {
    let found = diagnosis(request());
    for lang in Lang::ALL {
        let texts = [
            report::render(lang, &found),
            render(lang, &found, Form::Text),
            render(lang, &found, Form::Html),
            document::render(lang, &found),
        ];
        for text in texts {
            let acts = |char: char| char.is_control() && char != '\n' || char == '\u{202e}';
            assert!(!text.contains(acts), "{text}");
        }
    }
}

#[test]
fn the_same_at_several_addresses_is_told_once() {
    let text = report::render(Lang::En, &diagnosis(request()));
    let told = "Served for shop.example.com at 192.0.2.10:443, [2001:db8::10]:8443:";
    assert!(text.contains(told), "{text}");
    assert!(!text.contains("without the name"), "{text}");
    for part in [
        "TLS 1.3, TLS_AES_128_GCM_SHA256",
        "wants a client certificate",
        "no certificate that can be read",
    ] {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(part), "{part}: {text}");
    }
    let document: Value =
        serde_json::from_str(&document::render(Lang::En, &diagnosis(request()))).unwrap();
    assert_eq!(violations(&document), Vec::<String>::new());
    let served = document["report"]["served"].as_array().unwrap();
    assert_eq!(served.len(), 3, "the document keeps all");
    assert_eq!(served[0]["suite"]["number"], 0x1301);
    assert_eq!(served[0]["chain"][0]["subject"], Value::Null);
}

#[test]
fn a_ticket_gives_commands_for_every_place() {
    let text = render(Lang::En, &diagnosis(request()), Form::Text);
    for part in [
        "openssl s_client -connect 192.0.2.10:443 -servername shop.example.com -showcerts < /dev/null",
        "curl -vI --resolve shop.example.com:443:192.0.2.10 https://shop.example.com/",
        "--resolve 'shop.example.com:8443:[2001:db8::10]' https://shop.example.com:8443/",
        "-showcerts < NUL",
        "curl.exe -vI",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let mail = Request {
        start: Some(StartTls::Smtp),
        ..request()
    };
    let text = render(Lang::En, &diagnosis(mail), Form::Text);
    assert!(text.contains("-starttls smtp -showcerts"), "{text}");
    assert!(!text.contains("curl"), "{text}");
}

/// A web client that has no way out.
struct CutOff;

impl WebClient for CutOff {
    fn fetch_all(
        &self,
        requests: &[WebRequest],
        _progress: &dyn Progress,
    ) -> Vec<Result<WebAnswer, WebFault>> {
        let fault = |_: &WebRequest| {
            Err(WebFault::from(WebCause::Unreachable {
                address: "127.0.0.1:443".parse().unwrap(),
                detail: "not connected".to_owned(),
            }))
        };
        requests.iter().map(fault).collect()
    }
}

/// Runs where neither name servers nor servers can be reached.
fn cut_off(request: &Request) -> Arc<Diagnosis> {
    let world = World::new();
    let env = Env {
        dns: &NoDns,
        dial: &NoDialer,
        web: &CutOff,
        ..world.env()
    };
    match run(request, &env, &Unwatched) {
        Outcome::Done(Report::Diagnosis(found)) => found,
        _ => panic!("another report"),
    }
}

#[test]
fn a_named_server_is_called_without_a_question_to_dns_and_no_network_is_said() {
    let found = cut_off(&request());
    let document: Value = serde_json::from_str(&document::render(Lang::En, &found)).unwrap();
    assert_eq!(violations(&document), Vec::<String>::new());
    let asked = document["report"]["asked"].as_array().unwrap();
    assert!(!asked.is_empty(), "{document:#}");
    assert!(
        asked.iter().all(|one| one["what"]["kind"] != "records"),
        "{document:#}"
    );
    assert_eq!(found.no_network.as_deref(), Some("not connected"));
    let is_left_out = |check: &Check| check.state == State::Skipped(Skip::NoNetwork);
    assert!(found.checks.iter().all(is_left_out), "{:#?}", found.checks);
    for (lang, head) in [(Lang::En, "No network"), (Lang::Zh, "没有网络")] {
        assert!(report::render(lang, &found).starts_with(head));
    }
}

#[test]
fn a_wildcard_has_no_server_and_nobody_is_called() {
    let request = Request::of(vec![DnsName::parse("*.example.com").unwrap()]);
    let request = Request {
        lanes: vec![Lane::Connection, Lane::Page],
        connect: vec!["127.0.0.1:1".parse().unwrap()],
        ..request
    };
    let found = cut_off(&request);
    assert!(found.asked.is_empty(), "{:#?}", found.asked);
    let is_left_out = |check: &Check| check.state == State::Skipped(Skip::Wildcard);
    assert!(found.checks.iter().all(is_left_out), "{:#?}", found.checks);
    assert!(
        found
            .checks
            .iter()
            .all(|check| check.mark() != Some(Mark::Good))
    );
}
