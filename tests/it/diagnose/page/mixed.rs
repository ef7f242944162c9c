//! What a page loads over http, with its place and what to write instead.

use certwright::core::diagnose::checks::page::PageSummary;
use certwright::core::diagnose::{CheckId, Mark};
use certwright::core::finding::{Change, Id, PageFact, Severity};
use certwright::text::Lang;
use certwright::text::finding::page_parts;

use super::scene::{At, of_page};

use Severity::{Error, Info, Warning};

#[test]
fn parts_over_http_are_told_with_place_and_change() {
    let body = "<!doctype html>\n<script src=http://cdn.example.com/a.js></script>\n<img\n src=\"http://www.example.com/b.png?c=1&amp;d=2\">\n<img src=http://gone.example.com/e.png>";
    let page = of_page(&[At("/", body, ""), At("/b.png", "", "")]);
    assert_eq!(
        page.ids(),
        [("mixed_content", Warning), ("mixed_content", Error)]
    );
    assert_eq!(
        page.parts(Id::MixedContent),
        [
            "http://cdn.example.com/a.js 2 <script src>",
            "http://www.example.com/b.png?c=1&d=2 4 <img src>",
            "http://gone.example.com/e.png 5 <img src>",
        ]
    );
    let findings = page.0.0.findings();
    let changes: Vec<Change> = findings
        .iter()
        .filter_map(|finding| match &finding.fact {
            certwright::core::finding::Fact::Page(fact) => fact.parts(),
            _ => None,
        })
        .flat_map(|parts| parts.parts.iter().map(|part| part.change.clone()))
        .collect();
    // The other host's certificate is not trusted, and the last one does not exist.
    assert_eq!(
        changes,
        [
            Change::HostItself,
            Change::Path("/b.png?c=1&d=2".to_owned()),
            Change::HostItself
        ]
    );
    let listed: Vec<String> = findings
        .iter()
        .flat_map(|one| page_parts(Lang::En, one))
        .collect();
    assert_eq!(
        listed,
        [
            "http://cdn.example.com/a.js (line 2, <script src>): not there over https",
            "http://www.example.com/b.png?c=1&d=2 (line 4, <img src>): write /b.png?c=1&d=2",
            "http://gone.example.com/e.png (line 5, <img src>): not there over https",
        ]
    );
    let PageSummary::Mixed {
        over_http, blocked, ..
    } = page.summary(CheckId::MixedContent)
    else {
        panic!("not looked at");
    };
    assert_eq!((*over_http, *blocked), (3, 1));
}

#[test]
fn style_sheets_are_read_with_what_they_import() {
    let page = of_page(&[
        At("/", "<link rel=stylesheet href=css/a.css>", ""),
        At(
            "/css/a.css",
            "@import 'b.css';\n@font-face{src:url(http://cdn.example.com/f.woff2)}",
            "",
        ),
        At(
            "/css/b.css",
            "/* */\n\np{background:url(//cdn.example.com/x.png)}\nq{background:url(http\\3a //cdn.example.com/y.png)}",
            "",
        ),
    ]);
    assert_eq!(
        page.ids(),
        [("mixed_content", Warning), ("mixed_content", Error)]
    );
    assert_eq!(
        page.parts(Id::MixedContent),
        [
            "http://cdn.example.com/f.woff2 2 @font-face",
            "http://cdn.example.com/y.png 4 url()",
        ]
    );
    let PageFact::MixedContent { parts, .. } = page.fact(Id::MixedContent) else {
        panic!("another fact");
    };
    assert_eq!(parts.parts[0].found_in, "https://www.example.com/css/a.css");
    let PageSummary::Mixed { sheets, .. } = page.summary(CheckId::MixedContent) else {
        panic!("not looked at");
    };
    assert_eq!(*sheets, 2);
}

#[test]
fn redirects_to_http_are_found_behind_addresses_that_look_right() {
    let to_http = "return 302 http://cdn.example.com$request_uri;";
    let page = of_page(&[
        At(
            "/",
            "<script src=/r.js></script><img src=/i.png><script src=/s.js></script>",
            "",
        ),
        At("/r.js", "", to_http),
        At("/i.png", "", "return 302 /j.png;"),
        At("/j.png", "", to_http),
        At("/s.js", "", "return 302 http://localhost/s.js;"),
    ]);
    // What is redirected to the visitor's own computer is no mixed content.
    assert_eq!(
        page.ids(),
        [
            ("mixed_by_redirect", Warning),
            ("mixed_by_redirect", Error),
            ("page_part_inside", Warning)
        ]
    );
    assert_eq!(
        page.parts(Id::MixedByRedirect),
        [
            "https://www.example.com/r.js 1 <script src>",
            "https://www.example.com/i.png 1 <img src>",
        ]
    );
}

#[test]
fn a_policy_that_upgrades_is_taken_into_account() {
    let body = "<script src=http://www.example.com/a.js></script>";
    let csp = "add_header Content-Security-Policy upgrade-insecure-requests;";
    let meta = format!(
        "<meta http-equiv=Content-Security-Policy content=upgrade-insecure-requests>{body}"
    );
    let script = At("/a.js", "", "");
    let page = of_page(&[At("/", body, csp), script]);
    assert_eq!(page.ids(), [("mixed_upgraded", Info)]);
    let page = of_page(&[At("/", &meta, "")]);
    assert_eq!(
        page.ids(),
        [("mixed_upgraded", Warning)],
        "the script is not there"
    );
    let report = csp.replace("Policy", "Policy-Report-Only");
    assert_eq!(
        of_page(&[At("/", body, &report)]).ids(),
        [("mixed_content", Error)]
    );
}

#[test]
fn a_base_over_http_is_named_as_the_cause() {
    let body = "<base href=http://www.example.com/><img src=a.png>";
    let page = of_page(&[At("/", body, "")]);
    assert_eq!(
        page.parts(Id::MixedContent),
        ["http://www.example.com/a.png 1 <img src>"]
    );
    let parts = page.fact(Id::MixedContent).parts().unwrap();
    assert_eq!(
        parts.parts[0].change,
        Change::Base("https://www.example.com/".to_owned())
    );
}

#[test]
fn this_computer_and_what_asks_nobody_is_not_mixed() {
    let body = "<img src=data:,x><img src='//cdn.example.com/a'><a href=http://cdn.example.com/>";
    assert_eq!(of_page(&[At("/", body, "")]).ids(), []);
    // What a developer left behind is no mixed content, and yet nobody else has it.
    let body = "<img src=http://localhost/a><img src=http://127.0.0.9:8080/a>";
    let page = of_page(&[At("/", body, "")]);
    assert!(page.parts(Id::MixedContent).is_empty());
    assert_eq!(page.ids(), [("page_part_inside", Warning)]);
}

#[test]
fn parts_inside_a_network_are_told_and_never_contacted() {
    let body = "<img src=https://inside.example.com/a><img src=https://10.1.1.1/b><script src=https://169.254.169.254/c></script>";
    let page = of_page(&[At("/", body, "")]);
    assert_eq!(page.ids(), [("page_part_inside", Warning)]);
    let PageFact::PartInside { count, .. } = page.fact(Id::PagePartInside) else {
        panic!("another fact");
    };
    assert_eq!(*count, 3);
    let contacted = page.0.0.asked.iter().filter_map(|asked| asked.address);
    assert!(
        contacted
            .into_iter()
            .all(|address| address.ip().is_loopback())
    );
}

#[test]
fn forms_and_downloads_over_http_are_told() {
    let body = "<form action=http://www.example.com/search></form><form action=/fine></form><a href=http://cdn.example.com/setup.exe>";
    let page = of_page(&[At("/", body, "")]);
    assert_eq!(
        page.ids(),
        [("download_over_http", Warning), ("form_over_http", Warning)]
    );
    let parts = page.fact(Id::FormOverHttp).parts().unwrap();
    assert_eq!(parts.parts[0].change, Change::Path("/search".to_owned()));
    let body = "<form><input type=password><button formaction=http://cdn.example.com/in></form>";
    let page = of_page(&[At("/", body, "")]);
    assert_eq!(page.ids(), [("form_over_http", Error)]);
    assert_eq!(page.mark(CheckId::Forms), Some(Mark::Problem));
    // Nothing is sent to where a form leads.
    assert!(
        !page
            .0
            .0
            .asked
            .iter()
            .any(|asked| format!("{asked:?}").contains("cdn.example.com"))
    );
}

#[test]
fn what_is_beyond_the_limits_is_said() {
    let sheets: String = (0..30)
        .map(|number| format!("<link rel=stylesheet href={number}.css>"))
        .collect();
    let page = of_page(&[At("/", &sheets, "")]);
    assert_eq!(page.ids(), [("page_left_out", Info)]);
    let images: String = (0..60)
        .map(|number| format!("<img src={number}.png>"))
        .collect();
    let page = of_page(&[At("/", &images, "")]);
    let PageFact::LeftOut { left_out, .. } = page.fact(Id::PageLeftOut) else {
        panic!("another fact");
    };
    assert_eq!((left_out.parts, left_out.sheets), (12, 0));
}
