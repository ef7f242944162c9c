//! Web servers that mean harm: a finding each, no hang, no flood.

use std::time::{Duration, Instant};

use certwright::core::diagnose::{CheckId, Mark};
use certwright::core::finding::Severity;

use super::scene::{Page, RECORDS, REDIRECTS, site, told};
use crate::diagnose::file::scene::Scene;
use crate::web::server::{Reply, Server};

use Severity::{Error, Info};

/// Time for everything.
const LONGEST: Duration = Duration::from_secs(30);

/// What is said of a server that answers the front page so, behind a server of https.
fn behind(reply: Reply) -> Page {
    let server = Server::start().with("/", reply);
    let pass = format!(
        "location / {{ proxy_buffering off; proxy_pass http://{}; }}",
        server.address
    );
    let begun = Instant::now();
    let page = told(&site(REDIRECTS, &pass));
    assert!(begun.elapsed() < LONGEST);
    page
}

fn html(body: String) -> Page {
    behind(Reply::page("text/html", body.as_bytes()))
}

#[test]
fn servers_of_http_that_never_end_are_told_in_time() {
    let replies = [
        Reply::Endless(Vec::new(), b"HTTP/1.1 100 Continue\r\n\r\n".repeat(1_000)),
        Reply::Drip(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n".to_vec()),
        Reply::Drip(b"HTTP/1.1 200 OK\r\nX: ".to_vec()),
        Reply::Silence,
        Reply::Bytes(b"SSH-2.0-OpenSSH_9.6\r\n".to_vec()),
    ];
    std::thread::scope(|scope| {
        for reply in replies {
            scope.spawn(move || {
                let server = Server::start().with("/", reply);
                let begun = Instant::now();
                let page = told(&Scene::of(RECORDS).on(server.address.port()));
                assert!(begun.elapsed() < LONGEST);
                assert_eq!(page.ids(), [("page_not_answered", Error)]);
                assert_eq!(page.mark(CheckId::HttpsRedirect), Some(Mark::Problem));
            });
        }
    });
}

#[test]
fn a_page_without_end_is_not_called_fine() {
    let head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".to_vec();
    let page = behind(Reply::Endless(head, b"<img src=a>".repeat(6_000)));
    assert_eq!(page.ids(), [("page_too_large", Info)]);
    assert_eq!(page.mark(CheckId::MixedContent), Some(Mark::Unknown));
    assert_eq!(page.mark(CheckId::FinalUrl), Some(Mark::Unknown));
}

#[test]
fn a_packed_page_is_told_and_not_unpacked() {
    let head = "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip";
    let page = behind(Reply::with_head(
        head,
        &[0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3],
    ));
    assert_eq!(page.ids(), [("page_packed", Info)]);
    assert_eq!(page.mark(CheckId::MixedContent), Some(Mark::Unknown));
}

#[test]
fn pages_made_to_be_heavy_are_read_in_time() {
    for (what, body) in [
        ("a million tags", "<p>".repeat(1_000_000)),
        ("deep nesting", "<div><template>".repeat(200_000)),
        (
            "one attribute",
            format!("<img src='{}'>", "x".repeat(3 << 20)),
        ),
        (
            "a long base",
            format!(
                "<base href='/{}'>{}",
                "x".repeat(1 << 20),
                "<a download href=a>".repeat(50_000)
            ),
        ),
        ("NULs", "\0".repeat(1 << 20)),
        (
            "escapes",
            format!("<style>{}</style>", "\\2f ".repeat(500_000)),
        ),
    ] {
        let begun = Instant::now();
        html(body);
        eprintln!("{what}: {:?}", begun.elapsed());
    }
}

#[test]
fn many_parts_over_http_are_counted_and_few_are_asked() {
    let page = html(
        (0..20_500)
            .map(|number| format!("<img src=http://www.example.com/{number}>"))
            .collect(),
    );
    let parts = page
        .fact(certwright::core::finding::Id::MixedContent)
        .parts()
        .unwrap();
    assert_eq!((parts.count, parts.parts.len()), (20_000, 2_000));
    assert!(page.ids().contains(&("page_left_out", Info)));
    assert!(page.0.0.asked.len() < 150, "{}", page.0.0.asked.len());
}
