//! Redirects on the way to the file.

use certwright::core::diagnose::Profile;
use certwright::core::env::AddressRange;
use certwright::core::finding::{Fact, Id, RedirectFault, Severity, WebFileFact};

use super::V4;
use super::scene::Scene;

use Severity::{Error, Info};

#[test]
fn plain_http_sent_on_to_https_weighs_by_profile() {
    let servers = "server { listen 127.0.0.1:{http}; return 301 https://$host$request_uri; }\
        server { listen 127.0.0.1:{https} ssl; location = {file} { return 200 {content}; } }";
    let scene = Scene::served(V4, servers);
    for (profile, severity) in [
        (Profile::Strict, Error),
        (Profile::Br, Info),
        (Profile::Acme, Info),
    ] {
        let told = scene.look(profile);
        assert_eq!(told.ids(), [("file_forced_https", severity)], "{profile:?}");
    }
}

#[test]
fn a_redirect_to_another_name_is_followed_and_told() {
    let records = "www IN A 127.0.0.1\nfiles IN A 127.0.0.2";
    let servers = "server { listen 127.0.0.1:{http}; return 302 http://files.example.com/f; }\
        server { listen 127.0.0.2:{http}; server_name files.example.com; \
            location = /f { return 200 {content}; } }";
    let scene = Scene::served(records, servers);
    assert_eq!(scene.look(Profile::Br).ids(), [("file_redirected", Info)]);
    assert_eq!(
        scene.look(Profile::Strict).ids(),
        [("file_redirected", Error)]
    );
}

#[test]
fn redirects_that_no_ca_follows_are_told() {
    let records = "www IN A 127.0.0.1\ninside IN A 10.0.0.1\nmeta IN A 169.254.169.254";
    let scene = Scene::of(records);
    for (to, fault) in [
        ("http://10.0.0.1/", RedirectFault::IpAddress),
        ("http://169.254.169.254/latest/", RedirectFault::IpAddress),
        ("http://[::1]/", RedirectFault::IpAddress),
        (
            "http://inside.example.com/",
            RedirectFault::Inside {
                address: [10, 0, 0, 1].into(),
                range: AddressRange::Private,
            },
        ),
        (
            "http://meta.example.com/",
            RedirectFault::Inside {
                address: [169, 254, 169, 254].into(),
                range: AddressRange::Metadata,
            },
        ),
        (
            "http://www.example.com:8080/",
            RedirectFault::Port { port: 8080 },
        ),
        (
            "ftp://www.example.com/",
            RedirectFault::Scheme {
                scheme: "ftp".to_owned(),
            },
        ),
        (
            "file:///etc/passwd",
            RedirectFault::Scheme {
                scheme: "file".to_owned(),
            },
        ),
        (
            "http://nowhere.example.com/",
            RedirectFault::NoAddress {
                host: "nowhere.example.com".to_owned(),
            },
        ),
        ("http://a b/", RedirectFault::Unreadable),
    ] {
        let server = super::lookalikes::answering(&format!("302 Found\r\nLocation: {to}"), b"");
        let told = scene.look_at(server.address.port(), Profile::Acme);
        assert_eq!(told.ids(), [("file_redirect_refused", Error)], "{to}");
        let Fact::WebFile(WebFileFact::RedirectRefused { fault: found, .. }) =
            &told.finding(Id::FileRedirectRefused).fact
        else {
            panic!("another fact");
        };
        assert_eq!(*found, fault, "{to}");
    }
}

#[test]
fn see_other_is_no_redirect_of_the_rules() {
    let servers = "server { listen 127.0.0.1:{http}; \
        location = {file} { return 303 http://$host/f; } location = /f { return 200 {content}; } }";
    let scene = Scene::served(V4, servers);
    let expected = [("file_redirect_refused", Error), ("file_redirected", Info)];
    assert_eq!(scene.look(Profile::Br).ids(), expected);
    assert_eq!(scene.look(Profile::Acme).ids(), [("file_redirected", Info)]);
}

#[test]
fn redirects_without_end_are_told() {
    let circle = "server { listen 127.0.0.1:{http}; \
        location = {file} { return 302 http://$host/a; } location / { return 302 http://$host{file}; } }";
    let endless =
        "server { listen 127.0.0.1:{http}; location / { return 302 http://$host${uri}x; } }";
    for (servers, is_circle_expected) in [(circle, true), (endless, false)] {
        let told = Scene::served(V4, servers).look(Profile::Acme);
        let Fact::WebFile(WebFileFact::RedirectLoop {
            is_circle, count, ..
        }) = &told.finding(Id::FileRedirectLoop).fact
        else {
            panic!("another fact");
        };
        assert_eq!(*is_circle, is_circle_expected);
        assert!(*count <= 11);
    }
}
