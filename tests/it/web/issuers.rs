//! Issuers fetched from the addresses that certificates name: what is believed, and what came instead.

use std::sync::Arc;

use certwright::core::chain::Roots;
use certwright::core::chain::aia::{self, Came, End, Issuers, Misfit, StepOutcome};
use certwright::core::env::memory::{FixedClock, MemoryWeb};
use certwright::core::env::{Env, WebCause, WebClient};
use certwright::core::finding::{NotOpenedKind, Severity};
use certwright::core::op::{self, Outcome, Report, Request};
use certwright::core::pkcs7;
use certwright::core::progress::{Progress, Stage, Unwatched};
use certwright::core::time::Moment;
use certwright::core::x509::Certificate;
use certwright::platform::World;
use certwright::text::{Lang, finding, report};

use super::ca::{Entity, Like, root};
use super::client::web;
use super::server::{Reply, Server};
use crate::support::NOW;

const DER: &str = "application/pkix-cert";

fn ask(leaf: &Entity, roots: &[&Entity]) -> aia::Request {
    let mut trusted = Roots::default();
    for root in roots {
        trusted.add(Arc::clone(&root.certificate));
    }
    aia::Request {
        certificate: Arc::clone(&leaf.certificate),
        known: Vec::new(),
        roots: Arc::new(trusted),
        at: None,
        agreed_hosts: vec!["127.0.0.1".to_owned()],
    }
}

fn outcome(request: aia::Request, web: &dyn WebClient, progress: &dyn Progress) -> Outcome {
    let (world, clock) = (World::new(), FixedClock(Moment::parse(NOW).unwrap()));
    let env = Env {
        clock: &clock,
        web,
        ..world.env()
    };
    op::run(&Request::FetchIssuers(request), &env, progress)
}

fn run_with(request: aia::Request, web: &dyn WebClient) -> Arc<Issuers> {
    match outcome(request, web, &Unwatched) {
        Outcome::Done(Report::Issuers(issuers)) => issuers,
        _ => panic!("no issuers"),
    }
}

fn run(request: aia::Request) -> Arc<Issuers> {
    run_with(request, &web())
}

fn titles(certificates: &[Arc<Certificate>]) -> Vec<String> {
    certificates.iter().map(|one| one.title()).collect()
}

fn ids(issuers: &Issuers) -> Vec<&'static str> {
    issuers.findings.iter().map(|one| one.id().name()).collect()
}

fn misfit(issuers: &Issuers) -> &Misfit {
    match &issuers.steps[0].outcome {
        StepOutcome::Unusable(unusable) => &unusable.misfit,
        StepOutcome::Found(_) => panic!("found"),
        StepOutcome::Fault(cause) => panic!("{cause:?}"),
    }
}

/// A leaf below one intermediate at `/issuer` below a root, and their server.
fn scene(server: &Server) -> (Entity, Entity, Entity) {
    let top = root(&Like {
        name: "Top",
        ..Like::default()
    });
    let middle = top.issue(&Like {
        name: "Middle",
        issuer_at: &[&server.url("/top")],
        ..Like::default()
    });
    let leaf = middle.issue(&leaf_at(&[&server.url("/issuer")]));
    (top, middle, leaf)
}

fn leaf_at<'a>(issuer_at: &'a [&'a str]) -> Like<'a> {
    Like {
        name: "shop.example.com",
        issuer_at,
        is_leaf: true,
        ..Like::default()
    }
}

fn pem(der: &[u8]) -> String {
    use base64ct::{Base64, Encoding};
    let body = Base64::encode_string(der);
    format!("-----BEGIN CERTIFICATE-----\n{body}\n-----END CERTIFICATE-----\n")
}

#[test]
fn der_pem_and_p7c_lead_to_the_trusted_root() {
    let server = Server::start();
    let (top, middle, leaf) = scene(&server);
    for (content_type, body) in [
        (DER, middle.der().to_vec()),
        ("application/x-pem-file", pem(middle.der()).into_bytes()),
        ("application/pkcs7-mime", pkcs7::write(&[middle.der()])),
        // Servers that do not know the type
        ("text/html", middle.der().to_vec()),
    ] {
        server.put("/issuer", Reply::page(content_type, &body));
        let issuers = run(ask(&leaf, &[&top]));
        assert_eq!(titles(&issuers.found), ["Middle"], "{content_type}");
        assert!(matches!(&issuers.end, End::Root(root) if root.title() == "Top"));
        assert!(issuers.findings.is_empty());
        let step = &issuers.steps[0];
        assert_eq!(
            (step.asked_for.as_str(), step.below.as_str()),
            ("Middle", "shop.example.com")
        );
        assert_eq!(step.host, Some(server.address.to_string()));
        assert_eq!(step.addresses, [server.address]);
    }
    // The root was not asked for: it is known.
    assert!(
        server
            .heard()
            .iter()
            .all(|heard| heard.starts_with("GET /issuer "))
    );
}

#[test]
fn a_root_is_reported_apart_and_never_as_an_intermediate() {
    let server = Server::start();
    let (top, middle, leaf) = scene(&server);
    server.put("/issuer", Reply::page(DER, middle.der()));
    server.put("/top", Reply::page(DER, top.der()));
    let issuers = run(ask(&leaf, &[]));
    assert_eq!(titles(&issuers.found), ["Middle"]);
    assert!(matches!(&issuers.end, End::SelfSigned(root) if root.title() == "Top"));
    assert_eq!(
        issuers.downloaded_root().map(|root| root.title()),
        Some("Top".to_owned())
    );
    assert_eq!(issuers.steps.len(), 2);
}

#[test]
fn what_came_along_is_not_asked_for_again() {
    let server = Server::start();
    let (top, middle, leaf) = scene(&server);
    let all = pkcs7::write(&[top.der(), middle.der(), leaf.der()]);
    server.put("/issuer", Reply::page("application/pkcs7-mime", &all));
    let issuers = run(ask(&leaf, &[]));
    assert_eq!(titles(&issuers.found), ["Middle"]);
    assert!(matches!(issuers.end, End::SelfSigned(_)));
    assert_eq!(server.heard().len(), 1);
}

#[test]
fn what_is_at_hand_is_neither_asked_for_nor_found() {
    let server = Server::start();
    let (top, middle, leaf) = scene(&server);
    server.put("/top", Reply::page(DER, top.der()));
    let request = aia::Request {
        known: vec![Arc::clone(&middle.certificate)],
        ..ask(&leaf, &[])
    };
    let issuers = run(request);
    assert!(issuers.found.is_empty());
    assert!(matches!(issuers.end, End::SelfSigned(_)));
    assert!(
        server
            .heard()
            .iter()
            .all(|heard| heard.starts_with("GET /top "))
    );
}

#[test]
fn a_page_a_status_and_a_compressed_answer_are_told() {
    let server = Server::start();
    let (top, _, leaf) = scene(&server);
    let page = b"<!DOCTYPE html><html><body>Sign in</body></html>";
    for (reply, wanted) in [
        (Reply::with_head("404 Not Found", page), Misfit::Status),
        (
            Reply::page("text/html", page),
            Misfit::NotCertificates(Came::Html),
        ),
        (Reply::page(DER, b""), Misfit::NotCertificates(Came::Empty)),
        (
            Reply::page(DER, b"\x1f\x8b\x08\0\0\0\0\0\0\x03"),
            Misfit::NotCertificates(Came::NotOpened(NotOpenedKind::Gzip)),
        ),
    ] {
        server.put("/issuer", reply);
        let issuers = run(ask(&leaf, &[&top]));
        assert_eq!(misfit(&issuers), &wanted);
        assert_eq!(ids(&issuers), ["issuer_download_failed"]);
        assert_eq!(issuers.findings[0].severity, Severity::Warning);
        assert!(issuers.found.is_empty() && matches!(issuers.end, End::NotFound));
        let evidence = issuers.findings[0].fact.evidence();
        assert_eq!(evidence["url"], server.url("/issuer"));
        assert_eq!(evidence["address"], server.address.to_string());
        assert!(evidence["elapsed_ms"].is_u64() && evidence["came"].is_object());
    }
}

#[test]
fn another_certificate_is_not_believed() {
    let server = Server::start();
    let (top, middle, leaf) = scene(&server);
    let like = Like {
        name: "Middle",
        ..Like::default()
    };
    let namesake = top.issue(&like);
    let expired = top.issue_for(
        &Like {
            has_expired: true,
            ..like.clone()
        },
        key_of(&middle),
    );
    let no_ca = top.issue_for(
        &Like {
            is_leaf: true,
            ..like
        },
        key_of(&middle),
    );
    type Check = fn(&Misfit) -> bool;
    let cases: [(&Entity, Check); 4] = [
        (
            &top,
            |misfit| matches!(misfit, Misfit::OtherCertificate { subject } if subject == "Top"),
        ),
        (&namesake, |misfit| {
            matches!(misfit, Misfit::OtherKey { .. })
        }),
        (&expired, |misfit| matches!(misfit, Misfit::Expired { .. })),
        (&no_ca, |misfit| matches!(misfit, Misfit::NotCa { .. })),
    ];
    for (sent, is_wanted) in cases {
        server.put("/issuer", Reply::page(DER, sent.der()));
        let issuers = run(ask(&leaf, &[&top]));
        assert!(is_wanted(misfit(&issuers)), "{:?}", misfit(&issuers));
        assert!(issuers.found.is_empty());
        assert_eq!(ids(&issuers), ["issuer_download_failed"]);
    }
    // Beside them the right one is found.
    let all = pkcs7::write(&[namesake.der(), expired.der(), middle.der(), no_ca.der()]);
    server.put("/issuer", Reply::page("application/pkcs7-mime", &all));
    let issuers = run(ask(&leaf, &[&top]));
    assert_eq!(issuers.found[0].fingerprint, middle.certificate.fingerprint);
}

fn key_of(entity: &Entity) -> rcgen::KeyPair {
    rcgen::KeyPair::from_pem(&entity.key.serialize_pem()).unwrap()
}

#[test]
fn an_ldap_address_beside_a_good_one_is_no_finding() {
    let server = Server::start();
    let (top, middle, _) = scene(&server);
    server.put("/issuer", Reply::page(DER, middle.der()));
    let ldap = "ldap:///CN=Middle,DC=corp?cACertificate";
    let leaf = middle.issue(&leaf_at(&[ldap, &server.url("/issuer")]));
    let issuers = run(ask(&leaf, &[&top]));
    assert_eq!(titles(&issuers.found), ["Middle"]);
    assert!(issuers.findings.is_empty());
    let scheme = "ldap".to_owned();
    assert!(
        matches!(&issuers.steps[0].outcome, StepOutcome::Fault(cause) if *cause == WebCause::Scheme { scheme })
    );
    let alone = middle.issue(&leaf_at(&[ldap]));
    assert_eq!(ids(&run(ask(&alone, &[&top]))), ["issuer_download_refused"]);
}

#[test]
fn an_internal_address_needs_consent() {
    let server = Server::start();
    let (top, middle, leaf) = scene(&server);
    server.put("/issuer", Reply::page(DER, middle.der()));
    let request = aia::Request {
        agreed_hosts: vec!["ca.example.com".to_owned()],
        ..ask(&leaf, &[&top])
    };
    let issuers = run(request);
    assert_eq!(ids(&issuers), ["issuer_download_refused"]);
    assert!(issuers.found.is_empty() && server.heard().is_empty());
    for lang in Lang::ALL {
        let said = finding::words(lang, &issuers.findings[0]);
        assert!(said.why.contains("127.0.0.1"), "{}", said.why);
    }
    let contacts = aia::contacts(&leaf.certificate);
    let named: Vec<String> = contacts
        .iter()
        .map(|one| one.target.as_ref().unwrap().to_string())
        .collect();
    assert_eq!(named, [server.address.to_string()]);
}

#[test]
fn consent_to_one_host_is_none_to_those_that_come_later() {
    let server = Server::start();
    let port = server.address.port();
    let top = root(&Like {
        name: "Top",
        ..Like::default()
    });
    let middle = top.issue(&Like {
        name: "Middle",
        issuer_at: &[&format!("http://127.0.0.2:{port}/top")],
        ..Like::default()
    });
    let leaf = middle.issue(&leaf_at(&[&server.url("/issuer")]));
    server.put("/issuer", Reply::page(DER, middle.der()));
    let issuers = run(ask(&leaf, &[]));
    assert_eq!(titles(&issuers.found), ["Middle"]);
    assert!(matches!(issuers.end, End::NotFound));
    assert_eq!(ids(&issuers), ["issuer_download_refused"]);
    let about = issuers.findings[0].certificate;
    assert_eq!(about, Some(middle.certificate.fingerprint));
}

#[test]
fn an_endless_hierarchy_ends_after_four_steps() {
    let server = Server::start();
    let mut below = root(&Like {
        name: "CA 0",
        ..Like::default()
    });
    for number in 1..8 {
        let (name, at) = (
            format!("CA {number}"),
            server.url(&format!("/{}", number - 1)),
        );
        server.put(&format!("/{}", number - 1), Reply::page(DER, below.der()));
        below = below.issue(&Like {
            name: &name,
            issuer_at: &[&at],
            ..Like::default()
        });
    }
    let issuers = run(ask(&below, &[]));
    assert_eq!(titles(&issuers.found), ["CA 6", "CA 5", "CA 4", "CA 3"]);
    assert!(matches!(issuers.end, End::TooLong));
    assert_eq!(server.heard().len(), 4);
}

#[test]
fn a_circle_of_issuers_ends() {
    let server = Server::start();
    let (at_a, at_b) = (server.url("/a"), server.url("/b"));
    let a = Like {
        name: "A",
        issuer_at: &[&at_b],
        ..Like::default()
    };
    let b = Like {
        name: "B",
        issuer_at: &[&at_a],
        ..Like::default()
    };
    let (root_a, root_b) = (root(&a), root(&b));
    let a_by_b = root_b.issue_for(&a, key_of(&root_a));
    let b_by_a = root_a.issue_for(&b, key_of(&root_b));
    server.put("/a", Reply::page(DER, a_by_b.der()));
    server.put("/b", Reply::page(DER, b_by_a.der()));
    let leaf = root_a.issue(&leaf_at(&[&at_a]));
    let issuers = run(ask(&leaf, &[]));
    assert_eq!(titles(&issuers.found), ["A", "B"]);
    assert!(matches!(issuers.end, End::Circle));
    assert_eq!(server.heard().len(), 2);
}

#[test]
fn a_certificate_without_addresses_asks_nobody() {
    let (memory, top) = (
        MemoryWeb::default(),
        root(&Like {
            name: "Top",
            ..Like::default()
        }),
    );
    let leaf = top.issue(&leaf_at(&[]));
    let issuers = run_with(ask(&leaf, &[]), &memory);
    assert!(matches!(issuers.end, End::NoAddress));
    let trusted = run_with(ask(&leaf, &[&top]), &memory);
    assert!(matches!(trusted.end, End::Root(_)));
    assert!(memory.asked().is_empty());
}

#[test]
fn the_preview_is_told_in_both_languages() {
    let top = root(&Like {
        name: "Top",
        ..Like::default()
    });
    let middle = top.issue(&Like {
        name: "Middle",
        issuer_at: &["http://ca.example.com/none"],
        ..Like::default()
    });
    let leaf = middle.issue(&leaf_at(&["http://ca.example.com/issuer"]));
    let memory = MemoryWeb::default().with("http://ca.example.com/issuer", DER, middle.der());
    let issuers = run_with(ask(&leaf, &[]), &memory);
    let report = Report::Issuers(issuers);
    let (en, zh) = (
        report::render(Lang::En, &report),
        report::render(Lang::Zh, &report),
    );
    assert!(
        en.contains("Middle") && en.contains("http://ca.example.com/none"),
        "{en}"
    );
    assert!(zh.contains("尚未添加") && !zh.contains("Nothing"), "{zh}");
}

#[test]
fn a_cancel_ends_without_a_report() {
    struct Cancelled;
    impl Progress for Cancelled {
        fn report(&self, _stage: Stage, _done: u64, _total: u64) {}
        fn is_cancelled(&self) -> bool {
            true
        }
    }
    let server = Server::start();
    let (_, _, leaf) = scene(&server);
    let ended = outcome(ask(&leaf, &[]), &web(), &Cancelled);
    assert!(matches!(ended, Outcome::Cancelled));
    assert!(server.heard().is_empty());
}
