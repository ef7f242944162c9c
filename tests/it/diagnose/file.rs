//! The file a CA looks for, against real web servers and names on loopback.

mod hostile;
mod lookalikes;
mod redirects;
pub mod scene;

use certwright::core::diagnose::{CheckId, Mark, Profile, Skip, State};
use certwright::core::env::DnsName;
use certwright::core::finding::{ContentFault, Fact, FileSeen, Id, Severity, WebFileFact};
use scene::{CONTENT, NAME, Scene, has_ipv6, look};

use Severity::{Error, Info, Warning};

const V4: &str = "www IN A 127.0.0.1";
const BOTH: &str = "www IN A 127.0.0.1\nwww IN AAAA ::1";

/// A site that has the file on every way.
const EVERYWHERE: &str = "server { \
    listen 127.0.0.1:{http}; listen [::1]:{http}; \
    listen 127.0.0.1:{https} ssl; listen [::1]:{https} ssl; \
    location = {file} { return 200 {content}; } location / { return 404; } }";

#[test]
fn the_expected_file_is_found_on_every_way() {
    if !has_ipv6() {
        return;
    }
    let scene = Scene::served(BOTH, EVERYWHERE);
    for profile in Profile::ALL {
        let told = scene.look(profile);
        assert_eq!(told.ids(), [], "{profile:?}");
        for place in ["http IPv4", "http IPv6", "https IPv4", "https IPv6"] {
            assert_eq!(told.way(place).mark(), Some(Mark::Good), "{place}");
        }
        assert_eq!(told.places().mark(), Some(Mark::Good));
    }
}

#[test]
fn without_an_expectation_a_server_that_answers_404_is_fine() {
    if !has_ipv6() {
        return;
    }
    let told = Scene::served(BOTH, EVERYWHERE).probe();
    assert_eq!(told.ids(), []);
    assert_eq!(told.way("http IPv4").mark(), Some(Mark::Good));
}

#[test]
fn an_address_where_nobody_listens_is_told() {
    let told = Scene::of(V4).look(Profile::Acme);
    assert_eq!(told.ids(), [("file_not_reachable", Error)]);
    assert_eq!(told.way("http IPv6").state, State::Skipped(Skip::NoAddress));
    // Nobody needs https before there is a certificate.
    assert_eq!(told.way("https IPv4").mark(), Some(Mark::Good));
}

#[test]
fn an_ipv6_address_that_does_not_answer_is_told() {
    if !has_ipv6() {
        return;
    }
    let servers = EVERYWHERE.replace("listen [::1]:{http};", "");
    let told = Scene::served(BOTH, &servers).look(Profile::Acme);
    assert_eq!(told.ids(), [("file_not_reachable", Error)]);
    assert_eq!(told.way("http IPv6").mark(), Some(Mark::Problem));
    assert_eq!(told.way("http IPv4").mark(), Some(Mark::Good));
}

#[test]
fn ipv6_that_gives_something_else_is_told() {
    if !has_ipv6() {
        return;
    }
    let servers = "server { listen 127.0.0.1:{http}; location = {file} { return 200 {content}; } }\
        server { listen [::1]:{http}; location / { return 404; } }";
    let told = Scene::served(BOTH, servers).look(Profile::Br);
    let expected = [("file_ipv6_differs", Error), ("file_wrong_status", Error)];
    assert_eq!(told.ids(), expected);
}

#[test]
fn addresses_that_differ_are_told() {
    let servers = "server { listen 127.0.0.1:{http}; location = {file} { return 200 {content}; } }\
        server { listen 127.0.0.2:{http}; location / { return 404; } }";
    let records = "www IN A 127.0.0.1\nwww IN A 127.0.0.2";
    let told = Scene::served(records, servers).look(Profile::Br);
    let expected = [
        ("file_addresses_differ", Error),
        ("file_wrong_status", Error),
    ];
    assert_eq!(told.ids(), expected);
}

#[test]
fn https_without_the_file_weighs_by_profile() {
    let servers = "server { listen 127.0.0.1:{http}; location = {file} { return 200 {content}; } }\
        server { listen 127.0.0.1:{https} ssl; location / { return 404; } }";
    let scene = Scene::served(V4, servers);
    for (profile, severity) in [
        (Profile::Strict, Error),
        (Profile::Br, Warning),
        (Profile::Acme, Info),
    ] {
        let expected = [
            ("file_https_differs", severity),
            ("file_wrong_status", severity),
        ];
        assert_eq!(scene.look(profile).ids(), expected, "{profile:?}");
    }
}

#[test]
fn other_statuses_than_200_are_told() {
    for status in [401, 403, 404, 410, 500, 503] {
        let servers =
            format!("server {{ listen 127.0.0.1:{{http}}; location / {{ return {status}; }} }}");
        let scene = Scene::served(V4, &servers);
        assert_eq!(
            scene.look(Profile::Br).ids(),
            [("file_wrong_status", Error)],
            "{status}"
        );
        let refuses = !matches!(status, 404 | 410);
        let expected = match refuses {
            true => vec![("file_wrong_status", Warning)],
            false => Vec::new(),
        };
        assert_eq!(scene.probe().ids(), expected, "{status}");
    }
}

/// A site whose file holds this, as nginx writes it.
fn holding(content: &str) -> String {
    format!(
        "server {{ listen 127.0.0.1:{{http}}; location = {{file}} {{ return 200 \"{content}\"; }} }}"
    )
}

#[test]
fn a_byte_order_mark_is_told() {
    let told = Scene::served(V4, &holding("\u{feff}{content}")).look(Profile::Acme);
    assert_eq!(told.ids(), [("file_bom", Error)]);
}

#[test]
fn white_space_at_the_end_weighs_by_profile() {
    let scene = Scene::served(V4, &holding("{content}\\r\\n"));
    for (profile, severity) in [
        (Profile::Strict, Error),
        (Profile::Br, Warning),
        (Profile::Acme, Info),
    ] {
        let told = scene.look(profile);
        assert_eq!(told.ids(), [("file_extra_newline", severity)]);
        let Fact::WebFile(WebFileFact::ExtraNewline { tail, .. }) =
            &told.finding(Id::FileExtraNewline).fact
        else {
            panic!("another fact");
        };
        assert_eq!(tail, "\r\n");
    }
}

#[test]
fn other_content_is_told_with_its_first_difference() {
    for (content, fault) in [
        ("<!DOCTYPE html><title>Shop</title>", ContentFault::Html),
        ("", ContentFault::Empty),
        ("20261125 other value", ContentFault::Other),
        ("'{content}'", ContentFault::Quoted),
    ] {
        let told = Scene::served(V4, &holding(content)).look(Profile::Br);
        let Fact::WebFile(WebFileFact::WrongContent {
            fault: found,
            difference,
            ..
        }) = &told.finding(Id::FileWrongContent).fact
        else {
            panic!("another fact");
        };
        assert_eq!(*found, fault, "{content}");
        assert_eq!(difference.expected_bytes, CONTENT.len());
    }
}

#[test]
fn a_file_called_a_page_is_told() {
    let servers = "server { listen 127.0.0.1:{http}; default_type text/html; \
        location = {file} { return 200 {content}; } }";
    let told = Scene::served(V4, servers).look(Profile::Br);
    assert_eq!(told.ids(), [("file_content_type", Info)]);
}

#[test]
fn http_on_the_https_port_is_told() {
    let servers = "server { listen 127.0.0.1:{http}; listen 127.0.0.1:{https}; \
        location = {file} { return 200 {content}; } }";
    let told = Scene::served(V4, servers).look(Profile::Br);
    assert_eq!(told.ids(), [("file_wrong_protocol", Warning)]);
    assert_eq!(told.way("https IPv4").mark(), Some(Mark::Warning));
}

#[test]
fn https_on_the_http_port_is_told() {
    let servers = "server { listen 127.0.0.1:{http} ssl; location / { return 404; } }";
    let told = Scene::served(V4, servers).look(Profile::Br);
    assert_eq!(told.ids(), [("file_wrong_protocol", Error)]);
}

#[test]
fn a_handshake_that_fails_is_told() {
    let servers = "server { listen 127.0.0.1:{http}; return 301 https://$host$request_uri; }\
        server { listen 127.0.0.1:{https} ssl; ssl_reject_handshake on; }";
    let told = Scene::served(V4, servers).look(Profile::Acme);
    let expected = [
        ("file_forced_https", Info),
        ("file_tls_broken", Info),
        ("file_tls_broken", Error),
    ];
    assert_eq!(told.ids(), expected);
}

#[test]
fn addresses_of_the_inside_are_not_asked() {
    let told = Scene::of("www IN A 10.0.0.1\nwww IN AAAA fd00::1").look(Profile::Br);
    for place in ["http IPv4", "http IPv6", "https IPv4", "https IPv6"] {
        let state = told.way(place).state;
        assert_eq!(state, State::Skipped(Skip::InsideNotAgreed), "{place}");
    }
    let asked = &told.0.asked;
    let pages = asked.iter().filter(|asked| {
        matches!(
            asked.what,
            certwright::core::diagnose::ask::What::Page { .. }
        )
    });
    assert_eq!(pages.count(), 0);
}

#[test]
fn a_name_without_addresses_is_told() {
    let scene = Scene::of("www IN TXT \"here\"");
    assert_eq!(scene.look(Profile::Br).ids(), [("file_no_address", Error)]);
    assert_eq!(scene.probe().ids(), []);
}

#[test]
fn a_wildcard_is_not_proven_by_a_file() {
    let scene = Scene::of(V4);
    let mut request = scene.request(Profile::Br);
    request.names = vec![DnsName::parse("*.example.com").unwrap()];
    let told = look(&request);
    assert_eq!(told.ids(), [("file_wildcard_not_allowed", Error)]);
    request.expected.clear();
    let told = look(&request);
    let check = &told.0.checks;
    let file = check.iter().find(|check| check.key.id == CheckId::File);
    assert_eq!(file.unwrap().state, State::Skipped(Skip::WildcardByDnsOnly));
}

#[test]
fn one_way_can_be_looked_at_alone() {
    if !has_ipv6() {
        return;
    }
    let scene = Scene::served(BOTH, EVERYWHERE);
    let mut request = scene.request(Profile::Br);
    let whole = look(&request);
    request.only = Some(whole.way("http IPv6").key.clone());
    let alone = look(&request);
    assert_eq!(alone.0.checks.len(), 1);
    assert_eq!(alone.way("http IPv6").mark(), Some(Mark::Good));
}

#[test]
fn each_name_of_an_order_needs_its_own_file() {
    let servers = EVERYWHERE
        .replace("listen [::1]:{http};", "")
        .replace("listen [::1]:{https} ssl;", "");
    let scene = Scene::served("@ IN A 127.0.0.1\nwww IN A 127.0.0.1", &servers);
    let mut request = scene.request(Profile::Br);
    request.names.push(DnsName::parse("example.com").unwrap());
    let told = look(&request);
    let of_apex = told.0.checks.iter().find(|check| {
        check.key.id == CheckId::File
            && check.key.place == "http IPv4"
            && check.key.name.as_str() != NAME
    });
    // Nothing was said of the apex: it is asked for a name of chance.
    let summary = of_apex.unwrap().summary.clone();
    let Some(certwright::core::diagnose::Summary::File(
        certwright::core::diagnose::checks::file::FileSummary::Way { seen, .. },
    )) = summary
    else {
        panic!("another summary");
    };
    assert_eq!(seen, FileSeen::Reachable { status: 404 });
}
