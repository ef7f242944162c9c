//! From http to https and to the end.

use certwright::core::diagnose::checks::page::PageSummary;
use certwright::core::diagnose::{CheckId, Mark, Skip, State};
use certwright::core::finding::{Id, PageFact, RedirectFault, Severity};

use super::scene::{At, RECORDS, REDIRECTS, of_page, pages, site, told};
use crate::diagnose::file::scene::Scene;

use Severity::{Error, Info, Warning};

#[test]
fn a_page_in_order_has_no_findings() {
    let page = of_page(&[
        At("/", "<p>Hello<img src=/a.png>", ""),
        At("/a.png", "", ""),
    ]);
    assert_eq!(page.ids(), []);
    for id in [
        CheckId::HttpsRedirect,
        CheckId::FinalUrl,
        CheckId::MixedContent,
        CheckId::Forms,
    ] {
        assert_eq!(page.mark(id), Some(Mark::Good), "{id:?}");
    }
    let PageSummary::Redirected { to, redirects } = page.summary(CheckId::HttpsRedirect) else {
        panic!("not redirected");
    };
    assert_eq!((to.as_str(), *redirects), ("https://www.example.com/", 1));
    let PageSummary::Mixed {
        over_http, parts, ..
    } = page.summary(CheckId::MixedContent)
    else {
        panic!("not looked at");
    };
    assert_eq!((*over_http, *parts), (0, 1));
}

#[test]
fn http_that_stays_http_is_told_and_the_page_is_read_all_the_same() {
    let body = pages(&[At("/", "<p>Hello", "")]);
    let page = told(&site(&body, &body));
    assert_eq!(page.ids(), [("http_not_redirected", Warning)]);
    assert_eq!(page.mark(CheckId::MixedContent), Some(Mark::Good));
}

#[test]
fn a_page_that_leads_to_https_by_itself_counts_as_leading_there() {
    let refresh = "<meta http-equiv=refresh content='0; url=https://www.example.com/'>";
    let page = told(&site(
        &pages(&[At("/", refresh, "")]),
        &pages(&[At("/", "<p>Hello", "")]),
    ));
    assert_eq!(page.ids(), []);
}

#[test]
fn https_that_leads_back_to_http_is_an_error() {
    let http = pages(&[At("/in", "<p>Hello", "")]);
    let page = told(&site(&http, "location / { return 302 http://$host/in; }"));
    assert_eq!(
        page.ids(),
        [
            ("http_not_redirected", Warning),
            ("https_downgraded", Error)
        ]
    );
    let state = page.check(CheckId::MixedContent).state;
    assert_eq!(state, State::Skipped(Skip::NoPage));
    let refresh = "<meta http-equiv=refresh content='1;http://www.example.com/x'>";
    assert_eq!(
        of_page(&[At("/", refresh, "")]).ids(),
        [("https_downgraded", Error)]
    );
}

#[test]
fn redirects_in_a_circle_are_an_error() {
    let page = told(&site(
        REDIRECTS,
        "location = / { return 301 /a; } location = /a { return 302 /; }",
    ));
    assert_eq!(page.ids(), [("page_redirect_loop", Error)]);
    let page = told(&site(
        REDIRECTS,
        "location / { return 302 http://$host$request_uri; }",
    ));
    assert_eq!(
        page.ids(),
        [("https_downgraded", Error), ("page_redirect_loop", Error)]
    );
    let endless = "location / { return 302 https://$host/a$request_uri; }";
    let page = told(&site(REDIRECTS, endless));
    assert_eq!(page.ids(), [("page_redirect_loop", Error)]);
    let PageFact::RedirectLoop {
        is_circle, count, ..
    } = page.fact(Id::PageRedirectLoop)
    else {
        panic!("another fact");
    };
    assert_eq!((*is_circle, *count), (false, 11));
}

#[test]
fn redirects_to_other_hosts_are_followed_and_to_the_inside_never() {
    let page = told(&site(
        REDIRECTS,
        "location = / { if ($host = www.example.com) { return 301 https://cdn.example.com/; } return 200 hi; }",
    ));
    assert_eq!(page.ids(), [("page_other_host", Info)]);
    for to in [
        "http://inside.example.com/",
        "http://10.1.1.1/",
        "http://169.254.169.254/",
        "http://localhost/",
    ] {
        let page = told(&site(
            REDIRECTS,
            &format!("location / {{ return 302 {to}; }}"),
        ));
        assert_eq!(page.ids(), [("page_redirect_refused", Error)], "{to}");
        let PageFact::RedirectRefused { fault, .. } = page.fact(Id::PageRedirectRefused) else {
            panic!("another fact");
        };
        assert!(matches!(fault, RedirectFault::Inside { .. }), "{fault:?}");
    }
    let page = told(&site(
        REDIRECTS,
        "location / { return 302 javascript:alert; }",
    ));
    assert_eq!(page.ids(), [("page_redirect_refused", Error)]);
}

#[test]
fn a_status_that_tells_of_a_fault_is_told() {
    for status in [403, 404, 500] {
        let page = told(&site(
            REDIRECTS,
            &format!("location / {{ return {status}; }}"),
        ));
        assert_eq!(page.ids(), [("page_status", Warning)], "{status}");
        for id in [CheckId::MixedContent, CheckId::Forms] {
            assert_eq!(page.check(id).state, State::Skipped(Skip::NoPage));
        }
    }
}

#[test]
fn without_servers_nothing_is_called_fine() {
    let page = told(&Scene::of(RECORDS));
    assert_eq!(page.ids(), [("page_not_answered", Error)]);
    assert!(matches!(
        page.summary(CheckId::HttpsRedirect),
        PageSummary::NoHttp
    ));
    assert_eq!(page.mark(CheckId::FinalUrl), Some(Mark::Problem));
    assert_eq!(page.mark(CheckId::Hsts), Some(Mark::Unknown));
    for id in [CheckId::MixedContent, CheckId::Forms] {
        assert_eq!(page.check(id).state, State::Skipped(Skip::NoPage));
    }
    let page = told(&Scene::of("other IN A 127.0.0.1"));
    assert_eq!(page.mark(CheckId::FinalUrl), Some(Mark::Unknown));
    assert_eq!(page.mark(CheckId::HttpsRedirect), Some(Mark::Unknown));
    let page = told(&Scene::of("www IN A 10.1.1.1"));
    let state = page.check(CheckId::FinalUrl).state;
    assert_eq!(state, State::Skipped(Skip::InsideNotAgreed));
}
