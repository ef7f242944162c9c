//! A diagnosis told: report, ticket and document hold what servers said, and nothing of it acts on a terminal, in a
//! page or in a sentence.

use certwright::core::diagnose::ask::{Said, Source};
use certwright::core::diagnose::expected::Expected;
use certwright::core::diagnose::{Check, CheckId, CheckKey, Diagnosis, Lane, Mark, Request, State};
use certwright::core::env::{DnsFault, DnsName, DnsServer, RecordType};
use certwright::core::finding::{Finding, RecordFact};
use certwright::core::time::Moment;
use certwright::text::Lang;
use certwright::text::diagnose::ticket::{Form, render};
use certwright::text::diagnose::{document, report};
use certwright::text::prose::columns;
use serde_json::Value;

use crate::schema::violations;
use crate::support::NOW;
use crate::words::check_chinese;

const HOSTILE: [&str; 5] = [
    "\u{1b}[31mred\u{1b}[0m",
    "</td><script>alert(1)</script>",
    "gro\u{202e}moc",
    "\" onload=\"x",
    "two\nlines\r\u{7}",
];

fn name(text: &str) -> DnsName {
    DnsName::parse(text).unwrap()
}

fn said(source: Source, values: &[&str]) -> Said {
    Said {
        source,
        name: name("_dnsauth.shop.example.com"),
        record: RecordType::TXT,
        values: values.iter().map(|value| (*value).to_owned()).collect(),
        ttl: Some(300),
        code: Some(0),
        fault: None,
        took_ms: 23,
    }
}

fn server(text: &str) -> DnsServer {
    DnsServer::parse(text).unwrap()
}

fn missing() -> Finding {
    Finding::new(RecordFact::TxtMissing {
        name: name("_dnsauth.shop.example.com"),
        missing_at: vec!["ns1.example.com".to_owned()],
    })
}

/// A record that is missing at one server, and says something hostile at others.
fn diagnosis() -> Diagnosis {
    let shop = name("shop.example.com");
    let key = CheckKey::at(CheckId::RecordAtServers, &shop, "_dnsauth.shop.example.com");
    let check = Check {
        state: State::Done(Mark::Problem),
        findings: vec![missing()],
        took_ms: 41,
        ..Check::waiting(key)
    };
    let lost = Said {
        values: Vec::new(),
        ttl: None,
        code: None,
        fault: Some(DnsFault::TimedOut(3_000)),
        ..said(Source::Public(server("119.29.29.29")), &[])
    };
    let own = Source::Authoritative(name("ns1.example.com"), server("192.0.2.53"));
    Diagnosis {
        request: Request {
            expected: vec![Expected::Txt {
                name: name("_dnsauth.shop.example.com"),
                value: "it's \"quoted\" \u{1b}[1m".to_owned(),
            }],
            lanes: vec![Lane::Validation],
            ..Request::of(vec![shop])
        },
        at: Moment::parse(NOW).unwrap(),
        took_ms: 1_400,
        checks: vec![check],
        said: vec![
            said(own, &HOSTILE),
            said(Source::User(server("[2001:db8::1]:5353")), &[]),
            lost,
        ],
        asked: Vec::new(),
        served: Vec::new(),
        no_network: None,
        rounds: 1,
    }
}

#[test]
fn nothing_that_servers_say_acts_on_a_terminal() {
    for lang in Lang::ALL {
        let texts = [
            report::render(lang, &diagnosis()),
            render(lang, &diagnosis(), Form::Text),
            render(lang, &diagnosis(), Form::Html),
            document::render(lang, &diagnosis()),
        ];
        for text in texts {
            let acts = |char: char| char.is_control() && char != '\n' || char == '\u{202e}';
            assert!(!text.contains(acts), "{text}");
            assert!(!text.contains("‹U+2039›"), "shown twice: {text}");
        }
    }
}

#[test]
fn the_report_says_who_says_what() {
    let text = report::render(Lang::En, &diagnosis());
    for part in [
        "The TXT record is missing",
        "[error]",
        "Who says what: TXT _dnsauth.shop.example.com",
        "ns1.example.com, 192.0.2.53",
        "DNSPod, 119.29.29.29",
        "no answer in 3.0 s",
        "TTL 300",
        "‹U+001B›[31mred",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let chinese = report::render(Lang::Zh, &diagnosis());
    let mut faults = Vec::new();
    let own = |line: &&str| !line.contains("example.com") && !line.contains("‹U+");
    for line in chinese.lines().filter(own) {
        let line = line.replace("‹U+", "");
        check_chinese("report", line.trim(), &mut faults);
        assert!(columns(&line) <= 80 || line.contains("TXT"), "{line}");
    }
    let faults: Vec<&String> = faults
        .iter()
        .filter(|fault| !fault.contains("spacing"))
        .collect();
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn a_ticket_holds_the_record_and_how_to_verify_it() {
    let text = render(Lang::En, &diagnosis(), Form::Text);
    for part in [
        "Certificate for shop.example.com",
        "Host record",
        "_dnsauth.shop ",
        r#"_dnsauth.shop.example.com. IN TXT "it's \"quoted\" \027[1m""#,
        "dig +noall +answer TXT _dnsauth.shop.example.com @192.0.2.53",
        "nslookup -port=5353 -type=TXT _dnsauth.shop.example.com. 2001:db8::1",
        "What was seen",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn a_ticket_as_a_page_holds_no_markup_of_others() {
    let page = render(Lang::Zh, &diagnosis(), Form::Html);
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("lang=\"zh-CN\""));
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    for part in ["<script", "http://", "src=", "href="] {
        assert!(!page.contains(part), "{part}");
    }
    let tags: std::collections::BTreeSet<&str> = page
        .split('<')
        .skip(1)
        .filter_map(|rest| rest.split([' ', '>']).next())
        .map(|tag| tag.trim_start_matches('/'))
        .collect();
    let known = [
        "!DOCTYPE", "body", "br", "h1", "h2", "head", "html", "meta", "p", "pre", "strong",
        "style", "table", "td", "th", "title", "tr",
    ];
    assert!(tags.iter().all(|tag| known.contains(tag)), "{tags:?}");
}

#[test]
fn a_ticket_as_a_document_is_the_one_of_the_program_and_keeps_every_value() {
    let told = render(Lang::En, &diagnosis(), Form::Json);
    assert_eq!(told, document::render(Lang::En, &diagnosis()));
    let document: Value = serde_json::from_str(&told).unwrap();
    assert_eq!(violations(&document), Vec::<String>::new());
    let report = &document["report"];
    let values: Vec<&str> = report["said"][0]["values"]
        .as_array()
        .unwrap()
        .iter()
        .map(|value| value.as_str().unwrap())
        .collect();
    assert_eq!(values, HOSTILE);
    assert_eq!(report["checks"][0]["mark"], "problem");
    assert_eq!(report["to_publish"][0]["host"], "_dnsauth.shop");
    assert_eq!(document["verdict"], "error");
}

#[test]
fn no_network_is_said_once() {
    let cut = Diagnosis {
        checks: Vec::new(),
        said: Vec::new(),
        served: Vec::new(),
        no_network: Some("Network is unreachable (os error 101)".to_owned()),
        ..diagnosis()
    };
    for lang in Lang::ALL {
        let text = report::render(lang, &cut).replace('\n', " ");
        assert_eq!(text.matches("os error 101").count(), 1, "{text}");
    }
    let document: Value = serde_json::from_str(&document::render(Lang::En, &cut)).unwrap();
    assert_eq!(violations(&document), Vec::<String>::new());
    assert_eq!(document["verdict"], "warning");
}
