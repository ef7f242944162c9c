//! `Strict-Transport-Security`, with a certificate that is not trusted, as on loopback.

use certwright::core::diagnose::checks::page::PageSummary;
use certwright::core::diagnose::{CheckId, Lane, Mark, Request};

use super::scene::{At, Page, REDIRECTS, pages, request, site, told};
use crate::diagnose::file::scene::look;

fn ids(page: &Page) -> Vec<&'static str> {
    let findings = &page.check(CheckId::Hsts).findings;
    let mut ids: Vec<&str> = findings.iter().map(|finding| finding.id().name()).collect();
    ids.sort_unstable();
    ids
}

fn sending(value: &str) -> Page {
    let more = format!("add_header Strict-Transport-Security '{value}';");
    told(&site(REDIRECTS, &pages(&[At("/", "", &more)])))
}

#[test]
fn each_header_is_judged() {
    for (value, expected) in [
        ("max-age=31536000", vec!["hsts_ignored"]),
        (
            "max-age=31536000; includeSubDomains; preload",
            vec!["hsts_ignored"],
        ),
        ("max-age=300", vec!["hsts_ignored", "hsts_short"]),
        ("max-age=0", vec!["hsts_ignored", "hsts_short"]),
        (
            "max-age=31536000; preload",
            vec!["hsts_ignored", "hsts_preload"],
        ),
        ("includeSubDomains", vec!["hsts_ignored", "hsts_unreadable"]),
        (
            "max-age=1; max-age=1",
            vec!["hsts_ignored", "hsts_unreadable"],
        ),
    ] {
        assert_eq!(ids(&sending(value)), expected, "{value}");
    }
}

#[test]
fn a_missing_header_is_worth_knowing() {
    let page = told(&site(REDIRECTS, &pages(&[At("/", "", "")])));
    assert_eq!(ids(&page), ["hsts_missing"]);
    assert_eq!(page.mark(CheckId::Hsts), Some(Mark::Notice));
    assert!(matches!(page.summary(CheckId::Hsts), PageSummary::NoHsts));
}

#[test]
fn over_http_the_header_does_nothing() {
    let header = "add_header Strict-Transport-Security max-age=31536000 always;";
    let page = told(&site(
        &format!("{header} {REDIRECTS}"),
        &pages(&[At("/", "", "")]),
    ));
    assert_eq!(ids(&page), ["hsts_missing", "hsts_over_http"]);
}

#[test]
fn the_header_is_looked_at_beside_the_connection_too() {
    let scene = site(REDIRECTS, &pages(&[At("/", "", "")]));
    let of_connection = Request {
        lanes: vec![Lane::Connection],
        ..request(&scene)
    };
    let page = Page(look(&of_connection));
    assert_eq!(ids(&page), ["hsts_missing"]);
}
