//! Pages that stand in the file's place, as their makers send them.

use certwright::core::diagnose::Profile;
use certwright::core::finding::{BlockCause, Fact, Id, IisSign, PageKind, Severity, WebFileFact};

use super::V4;
use super::scene::{CONTENT, FILE, Scene};
use crate::web::server::{Reply, Server};

use Severity::{Error, Info};

/// A server that answers the CA's path with this head and body.
pub fn answering(head: &str, body: &[u8]) -> Server {
    Server::start().with(FILE, Reply::with_head(head, body))
}

fn page(scene: &Scene, head: &str, body: &str) -> (String, PageKind) {
    let server = answering(head, body.as_bytes());
    let told = scene.look_at(server.address.port(), Profile::Acme);
    assert_eq!(told.ids(), [("file_block_page", Error)], "{head}");
    match &told.finding(Id::FileBlockPage).fact {
        Fact::WebFile(WebFileFact::BlockPage { by, kind, .. }) => ((*by).to_owned(), *kind),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_firewall_that_names_the_application_is_told() {
    let body = "<h1>Application Blocked</h1><b>Application:</b> acme-protocol";
    let (by, kind) = page(&Scene::of(V4), "503 Service Unavailable", body);
    assert_eq!(
        (by.as_str(), kind),
        ("Palo Alto Networks", PageKind::Firewall)
    );
}

#[test]
fn the_settings_of_a_router_are_known() {
    let head = "401 Unauthorized\r\nServer: micro_httpd";
    let (by, kind) = page(&Scene::of(V4), head, "<h4>401 Unauthorized</h4>");
    assert_eq!((by.as_str(), kind), ("micro_httpd", PageKind::Router));
}

/// Status line with headers, body; whose page it is and what kind of.
const PAGES: &[(&str, &str, &str, PageKind)] = &[
    (
        "403 Forbidden\r\nServer: cloudflare\r\ncf-mitigated: challenge",
        "<title>Just a moment...</title>",
        "Cloudflare",
        PageKind::Challenge,
    ),
    (
        "403 Forbidden\r\nServer: cloudflare",
        "error code: 1020",
        "Cloudflare",
        PageKind::Firewall,
    ),
    (
        "409 Conflict\r\nServer: cloudflare",
        "error code: 1001",
        "Cloudflare",
        PageKind::UnknownName,
    ),
    (
        "522 Timed Out\r\nServer: cloudflare",
        "error code: 522",
        "Cloudflare",
        PageKind::Origin,
    ),
    (
        "526 Cert\r\nServer: cloudflare",
        "error code: 526",
        "Cloudflare",
        PageKind::OriginTls,
    ),
    (
        "403 Forbidden\r\nServer: AkamaiGHost",
        "<H1>Access Denied</H1> Reference #18.1",
        "Akamai",
        PageKind::Firewall,
    ),
    (
        "403 Forbidden\r\nServer: CloudFront",
        "<H1>403 ERROR</H1><H2>The request could not be satisfied.</H2>",
        "Amazon CloudFront",
        PageKind::Firewall,
    ),
    (
        "403 Forbidden\r\nServer: awselb/2.0",
        "<center><h1>403 Forbidden</h1></center>",
        "AWS WAF",
        PageKind::Firewall,
    ),
    (
        "500 Error",
        "Fastly error: unknown domain: www.example.com.",
        "Fastly",
        PageKind::UnknownName,
    ),
    (
        "200 OK",
        "<html><script src=\"/_Incapsula_Resource?SWJIYLWA=1\">",
        "Imperva Incapsula",
        PageKind::Firewall,
    ),
    (
        "403 Forbidden\r\nServer: Sucuri/Cloudproxy",
        "<title>Sucuri WebSite Firewall - Access Denied</title>",
        "Sucuri",
        PageKind::Firewall,
    ),
    (
        "403 Forbidden",
        "<title>FortiGuard Intrusion Prevention - Access Blocked</title>",
        "FortiGuard",
        PageKind::Firewall,
    ),
    (
        "503 Blocked",
        "<p>Access to the web page you were trying to visit has been blocked in accordance with company policy.",
        "Palo Alto Networks",
        PageKind::Firewall,
    ),
    (
        "403 Forbidden\r\nServer: Beaver",
        "<title>Non-compliance ICP Filing</title>",
        "Alibaba Cloud (阿里云)",
        PageKind::NoFiling,
    ),
    (
        "302 Found\r\nLocation: https://dnspod.qcloud.com/static/webblock.html?d=www.example.com",
        "",
        "Tencent Cloud (腾讯云)",
        PageKind::NoFiling,
    ),
    (
        "200 OK",
        "<title>网站未备案</title>",
        "",
        PageKind::NoFiling,
    ),
    (
        "302 Found\r\nLocation: https://login.microsoftonline.com/common/oauth2",
        "",
        "Microsoft",
        PageKind::Login,
    ),
    (
        "200 OK",
        "<form><input type=\"password\" name=\"p\">",
        "",
        PageKind::Login,
    ),
    (
        "200 OK",
        "<script src=\"//img.sedoparking.com/x.js\">",
        "Sedo",
        PageKind::Parking,
    ),
    (
        "200 OK",
        "<html><h1>Welcome to nginx!</h1>",
        "nginx",
        PageKind::Default,
    ),
];

#[test]
fn pages_of_networks_and_firewalls_are_known() {
    let scene = Scene::of(V4);
    for (head, body, by, kind) in PAGES {
        assert_eq!(
            page(&scene, head, body),
            ((*by).to_owned(), *kind),
            "{head} {body}"
        );
    }
}

#[test]
fn the_test_cookie_of_nginx_is_known() {
    let body = "<html><body><script>function toNumbers(d){var e=[];} \
        document.cookie=\"__test=\"+toHex(slowAES.decrypt(c,2,a,b));</script>";
    let (by, kind) = page(&Scene::of(V4), "200 OK\r\nContent-Type: text/html", body);
    assert_eq!(by, "testcookie-nginx-module");
    assert_eq!(kind, PageKind::Challenge);
}

#[test]
fn a_network_in_front_is_told_beside_a_file_that_is_there() {
    let head = "200 OK\r\nServer: cloudflare\r\nContent-Type: text/plain";
    let server = answering(head, CONTENT.as_bytes());
    let told = Scene::of(V4).on(server.address.port()).look(Profile::Br);
    assert_eq!(told.ids(), [("file_behind_cdn", Info)]);
}

#[test]
fn a_network_without_certificate_is_named_where_https_is_forced() {
    let head =
        format!("301 Moved\r\nServer: cloudflare\r\nLocation: https://www.example.com{FILE}");
    let server = answering(&head, b"");
    let servers = "server { listen 127.0.0.1:{http}; return 404; }\
        server { listen 127.0.0.1:{https} ssl; ssl_reject_handshake on; }";
    let told = Scene::served(V4, servers)
        .on(server.address.port())
        .look(Profile::Acme);
    let Fact::WebFile(WebFileFact::TlsBroken { behind, .. }) =
        &told.way("http IPv4").findings[0].fact
    else {
        panic!("another fact: {:?}", told.ids());
    };
    assert_eq!(*behind, Some("Cloudflare"));
}

#[test]
fn iis_tells_why_it_does_not_serve_the_file() {
    const IIS: &str = "Server: Microsoft-IIS/10.0";
    const KERNEL: &str = "Server: Microsoft-HTTPAPI/2.0";
    let cause = IisSign::Cause;
    let scene = Scene::of(V4);
    for (status, server, body, sign) in [
        (
            404,
            IIS,
            "HTTP Error 404.3 - Not Found",
            cause(BlockCause::NoTypeWithoutExtension),
        ),
        (
            404,
            IIS,
            "HTTP Error 404.7 - Not Found",
            cause(BlockCause::ExtensionsListed),
        ),
        (
            403,
            IIS,
            "HTTP Error 403.4 - Forbidden",
            cause(BlockCause::RequiresHttps),
        ),
        (503, KERNEL, "Service Unavailable", IisSign::PoolStopped),
        (
            400,
            KERNEL,
            "<h2>Bad Request - Invalid Hostname</h2>",
            IisSign::NoSite,
        ),
    ] {
        let server = answering(&format!("{status} X\r\n{server}"), body.as_bytes());
        let told = scene.look_at(server.address.port(), Profile::Br);
        assert_eq!(told.ids(), [("file_iis_blocked", Error)], "{body}");
        let Fact::WebFile(WebFileFact::IisBlocked { sign: found, .. }) =
            &told.finding(Id::FileIisBlocked).fact
        else {
            panic!("another fact");
        };
        assert_eq!(*found, sign, "{body}");
    }
}

#[test]
fn a_firewall_that_cuts_the_cas_path_alone_is_told() {
    let server = Server::start()
        .with(FILE, Reply::Bytes(Vec::new()))
        .with("/", Reply::page("text/html", b"<html>Welcome"));
    let told = Scene::of(V4).on(server.address.port()).look(Profile::Acme);
    assert_eq!(told.ids(), [("file_path_blocked", Error)]);
}
