//! Every finding about IIS, provoked by a server that has the fault.

use certwright::core::env::{CentralStore, HostFault};
use certwright::core::finding::{BlockCause, Fact, Id, IisFact, Severity};
use certwright::core::iis::scan;
use certwright::core::iis::store::{KeyLink, StoreCertificate};
use certwright::core::iis::version::IisVersion;

use super::made::{Server, held, issued, site, sound, told, whole};

use Severity::{Error, Info, Warning};

#[track_caller]
fn has(server: &Server, id: Id, severity: Severity) {
    let scan = server.scan();
    let told = told(&scan);
    assert!(
        told.contains(&(id, severity)),
        "{id:?} {severity:?} not in {told:?}"
    );
}

#[track_caller]
fn has_not(server: &Server, id: Id) {
    let scan = server.scan();
    let told = told(&scan);
    assert!(!told.iter().any(|(found, _)| *found == id), "{told:?}");
}

fn one(bindings: &[&str]) -> Server {
    Server::of(&[site("shop", 1, bindings)])
}

fn two(first: &[&str], second: &[&str]) -> Server {
    Server::of(&[site("shop", 1, first), site("www", 2, second)])
}

#[test]
fn a_missing_host_is_worse_the_more_it_takes_from_others() {
    has(&one(&["https *:443:"]), Id::IisHostMissing, Info);
    has(
        &two(&["https *:443:"], &["https *:443:www.example.com 1"]),
        Id::IisHostMissing,
        Warning,
    );
    has(
        &two(&["https :443:"], &["https *:443:www.example.com 0"]),
        Id::IisHostMissing,
        Error,
    );
    has(
        &two(&["https [::]:443:"], &["https 192.0.2.1:443:w.example 0"]),
        Id::IisHostMissing,
        Error,
    );
    // Another port, an address of its own, and plain http are nobody else's.
    has(
        &two(&["https *:8443:"], &["https *:443:www.example.com 0"]),
        Id::IisHostMissing,
        Info,
    );
    has_not(&one(&["https 192.0.2.1:443:"]), Id::IisHostMissing);
    has_not(&one(&["http *:80:"]), Id::IisHostMissing);
    has_not(&one(&["https *:443: 2"]), Id::IisHostMissing);
    let beside = two(
        &["https 192.0.2.1:443:"],
        &["https 192.0.2.1:443:www.example.com 1"],
    );
    has(&beside, Id::IisCatchAllBesideNamed, Warning);
}

#[test]
fn duplicates_are_found_over_all_sites_and_spellings() {
    for (first, second) in [
        (
            "https *:443:shop.example.com 1",
            "https :443:SHOP.example.com 1",
        ),
        (
            "https *:443:shop.example.com 1",
            "https 0.0.0.0:443:shop.example.com. 0",
        ),
        (
            "https *:443:b\u{fc}cher.example 1",
            "https *:443:xn--bcher-kva.example 1",
        ),
        ("http [2001:db8::1]:80:", "http [2001:DB8:0::1]:80:"),
    ] {
        has(&two(&[first], &[second]), Id::IisDuplicateBinding, Error);
    }
    has(
        &one(&["https *:443:a.example 1", "https :443:A.example 1"]),
        Id::IisDuplicateBinding,
        Error,
    );
    has_not(
        &two(&["https *:443:a.example 1"], &["https *:443:b.example 1"]),
        Id::IisDuplicateBinding,
    );
    has_not(
        &two(
            &["https *:443:a.example 1"],
            &["https 192.0.2.1:443:a.example 1"],
        ),
        Id::IisDuplicateBinding,
    );
    has(
        &two(&["https *:443:a.example 1"], &["http *:443:b.example"]),
        Id::IisPortBothSchemes,
        Error,
    );
}

#[test]
fn elements_with_one_key_make_iis_refuse_the_file() {
    let twice = one(&["https *:443:a.example 1", "https *:443:A.example 0"]);
    has(&twice, Id::IisDuplicateElement, Error);
    has_not(&twice, Id::IisDuplicateBinding);
    let names = Server::of(&[site("shop", 1, &[]), site("Shop", 2, &[])]);
    has(&names, Id::IisDuplicateElement, Error);
    let ids = Server::of(&[site("shop", 1, &[]), site("www", 1, &[])]);
    has(&ids, Id::IisDuplicateElement, Error);
}

#[test]
fn a_stopped_site_in_conflict_is_a_warning() {
    let stopped = site("old", 2, &["https *:443:a.example 1"])
        .replace("id=\"2\"", "id=\"2\" serverAutoStart=\"false\"");
    let sites = [site("shop", 1, &["https *:443:a.example 1"]), stopped];
    let mut server = Server::of(&sites);
    server.iis.stopped = Err(HostFault::Denied);
    has(&server, Id::IisStoppedSiteConflict, Warning);
    has_not(&server, Id::IisDuplicateBinding);
    // What runs now counts more than how it starts.
    server.iis.stopped = Ok(Vec::new());
    has(&server, Id::IisDuplicateBinding, Error);
    server.iis.stopped = Ok(vec!["shop".to_owned()]);
    has(&server, Id::IisStoppedSiteConflict, Warning);
}

#[test]
fn sni_is_missed_where_others_share_the_port() {
    let beside = two(&["https *:443:a.example 0"], &["https *:443:b.example 0"]);
    has(&beside, Id::IisSniOff, Warning);
    has(&one(&["https *:443:a.example 0"]), Id::IisSniOff, Info);
    has(&one(&["https *:443:a.example"]), Id::IisSniOff, Info);
    has_not(&one(&["https *:443:a.example 1"]), Id::IisSniOff);
    has_not(&one(&["https *:443:a.example 2"]), Id::IisSniOff);
    let mixed = two(&["https *:443:a.example 0"], &["https *:443:b.example 1"]);
    has(&mixed, Id::IisSniMixed, Warning);
    has_not(&beside, Id::IisSniMixed);
    // There is none before IIS 8, where all share one certificate.
    let old = two(&["https *:443:a.example"], &["https *:443:b.example"]).version(IisVersion::V7_5);
    has_not(&old, Id::IisSniOff);
    has(&old, Id::IisOneCertificatePerAddress, Error);
    has_not(
        &one(&["https *:443:a.example"]).version(IisVersion::V7_5),
        Id::IisOneCertificatePerAddress,
    );
}

#[test]
fn flags_are_measured_by_the_version() {
    has(
        &one(&["https *:443:a.example 1"]).version(IisVersion::V7_5),
        Id::IisFlagTooNew,
        Warning,
    );
    has(
        &one(&["https *:443:a.example 5"]).version(IisVersion::V8_5),
        Id::IisFlagTooNew,
        Warning,
    );
    has(
        &one(&["https *:443:a.example 129"]),
        Id::IisFlagTooNew,
        Warning,
    );
    has_not(&one(&["https *:443:a.example 113"]), Id::IisFlagTooNew);
    has_not(
        &one(&["https *:443:a.example 129"]).unknown(),
        Id::IisFlagTooNew,
    );
    has(
        &one(&["https *:443:a.example 7"]),
        Id::IisFlagsAgainstCentralStore,
        Error,
    );
    has_not(
        &one(&["https *:443:a.example 3"]),
        Id::IisFlagsAgainstCentralStore,
    );
    has(
        &one(&["https *:443:a.example Ssl"]),
        Id::IisFlagsNotUnderstood,
        Error,
    );
    has_not(
        &one(&["https *:443:a.example 0x1"]),
        Id::IisFlagsNotUnderstood,
    );
}

#[test]
fn hosts_and_bindings_that_cannot_be_are_told() {
    for written in [
        "https *:443",
        "https web:443:",
        "https *:0:",
        "https *:https:a",
    ] {
        has(&one(&[written]), Id::IisBindingNotUnderstood, Error);
    }
    has_not(
        &one(&["net.tcp 808:*", "net.pipe *", "msmq.formatname localhost"]),
        Id::IisBindingNotUnderstood,
    );
    for written in [
        "https *:443:https://a.example 1",
        "https *:443:a..example 1",
        "https *:443:w*.example 1",
    ] {
        has(&one(&[written]), Id::IisHostMalformed, Error);
    }
    let wildcard = || one(&["https *:443:*.example.com 1"]);
    has(
        &wildcard().version(IisVersion::V8_5),
        Id::IisWildcardNeeds10,
        Error,
    );
    has(&wildcard().unknown(), Id::IisWildcardNeeds10, Info);
    has_not(
        &wildcard().version(IisVersion::V10_2016),
        Id::IisWildcardNeeds10,
    );
}

#[test]
fn entries_of_http_sys_are_missed_overruled_or_left_over() {
    let cert = sound(&["a.example"]);
    let entry = Some(&cert);
    let sni = || one(&["https *:443:a.example 1"]);
    has(
        &sni().entries(&[("ipport=0.0.0.0:443", entry)]),
        Id::IisSniWithoutSslcert,
        Error,
    );
    has(&sni().entries(&[]), Id::IisSniWithoutSslcert, Error);
    has_not(
        &sni().entries(&[("hostnameport=a.example:443", entry)]),
        Id::IisSniWithoutSslcert,
    );
    has_not(
        &sni().entries(&[("hostnameport=*.example:443", entry)]),
        Id::IisSniWithoutSslcert,
    );
    let plain = || one(&["https *:443:"]);
    has(&plain().entries(&[]), Id::IisSslcertMissing, Error);
    has(
        &plain().entries(&[("ipport=0.0.0.0:8443", entry)]),
        Id::IisSslcertMissing,
        Error,
    );
    has_not(
        &plain().entries(&[("ipport=0.0.0.0:443", entry)]),
        Id::IisSslcertMissing,
    );
    let overruled = sni().entries(&[
        ("hostnameport=a.example:443", entry),
        ("ipport=192.0.2.1:443", entry),
    ]);
    has(&overruled, Id::IisSslcertOverrules, Warning);
    let own = two(&["https *:443:a.example 1"], &["https 192.0.2.1:443:"]).entries(&[
        ("hostnameport=a.example:443", entry),
        ("ipport=192.0.2.1:443", entry),
    ]);
    has_not(&own, Id::IisSslcertOverrules);
    let left = sni().entries(&[
        ("hostnameport=a.example:443", entry),
        ("hostnameport=gone.example:443", entry),
    ]);
    has(&left, Id::IisSslcertOrphan, Info);
    let central = || one(&["https *:443:a.example 3"]);
    has(
        &central().entries(&[]),
        Id::IisCentralStoreWithoutSslcert,
        Error,
    );
    has_not(
        &central().entries(&[("ccs=443", None)]),
        Id::IisCentralStoreWithoutSslcert,
    );
    has(&plain(), Id::IisLayerNotRead, Warning);
    has_not(&one(&["http *:80:"]), Id::IisLayerNotRead);
}

fn served(cert: &StoreCertificate, stores: &[&StoreCertificate]) -> Server {
    one(&["https *:443:shop.example.com 1"])
        .entries(&[("hostnameport=shop.example.com:443", Some(cert))])
        .certificates(stores)
}

#[test]
fn the_certificate_served_is_held_against_stores_clock_and_host() {
    let cert = sound(&["shop.example.com"]);
    let scan = served(&cert, &[&cert]).scan();
    assert_eq!(told(&scan), []);
    has(&served(&cert, &[]), Id::IisCertificateMissing, Error);
    let elsewhere = StoreCertificate {
        store: "WebHosting".into(),
        ..cert.clone()
    };
    has(
        &served(&cert, &[&elsewhere]),
        Id::IisCertificateMissing,
        Error,
    );
    let old = issued(&["shop.example.com"], "2025-10-01", "2026-10-01");
    has(&served(&old, &[&old]), Id::IisCertificateExpired, Error);
    let soon = issued(&["shop.example.com"], "2026-06-01", "2026-12-01");
    has(
        &served(&soon, &[&soon]),
        Id::IisCertificateExpiresSoon,
        Warning,
    );
    let early = issued(&["shop.example.com"], "2026-12-01", "2027-12-01");
    has(
        &served(&early, &[&early]),
        Id::IisCertificateNotYetValid,
        Error,
    );
    for names in [["www.example.com"], ["*.shop.example.com"], ["*.com"]] {
        let other = sound(&names);
        has(
            &served(&other, &[&other]),
            Id::IisCertificateWrongName,
            Error,
        );
    }
    for names in [["*.example.com"], ["SHOP.example.com"]] {
        let fine = sound(&names);
        has_not(&served(&fine, &[&fine]), Id::IisCertificateWrongName);
    }
    for (key, id) in [
        (KeyLink::Missing, Id::IisKeyMissing),
        (KeyLink::Broken, Id::IisKeyBroken),
    ] {
        let keyless = StoreCertificate {
            key,
            ..cert.clone()
        };
        has(&served(&cert, &[&keyless]), id, Error);
    }
}

#[test]
fn a_wildcard_that_is_too_high_is_named() {
    let cert = sound(&["*.example.com", "example.com"]);
    let scan = one(&["https *:443:a.b.example.com 1"])
        .entries(&[("hostnameport=a.b.example.com:443", Some(&cert))])
        .certificates(&[&cert])
        .scan();
    let deep = scan
        .notices
        .iter()
        .find_map(|notice| match &notice.finding.fact {
            Fact::Iis(IisFact::CertificateWrongName { too_deep, .. }) => too_deep.clone(),
            _ => None,
        });
    assert_eq!(deep.as_deref(), Some("*.example.com"));
}

#[test]
fn an_issuer_that_no_store_holds_is_told_once() {
    let leaf = held("bundles/certbot/live/shop.example.com/cert.pem");
    let authority = |fixture: &str, store: &str| StoreCertificate {
        store: store.into(),
        key: KeyLink::Missing,
        ..held(fixture)
    };
    let (issuer, root) = (
        authority("ca/ecc1.pem", "CA"),
        authority("ca/root-r4.pem", "Root"),
    );
    let server = |stores: &[&StoreCertificate]| {
        two(
            &["https *:443:shop.example.com 1"],
            &["https *:443:www.shop.example.com 1"],
        )
        .entries(&[
            ("hostnameport=shop.example.com:443", Some(&leaf)),
            ("hostnameport=www.shop.example.com:443", Some(&leaf)),
        ])
        .certificates(stores)
    };
    let missing = server(&[&leaf, &root]).scan();
    let told: Vec<Id> = told(&missing).into_iter().map(|(id, _)| id).collect();
    assert_eq!(told, [Id::IisIntermediateMissing]);
    has_not(
        &server(&[&leaf, &root, &issuer]),
        Id::IisIntermediateMissing,
    );
    // Without any authority in the listing nothing is claimed.
    has_not(&server(&[&leaf]), Id::IisIntermediateMissing);
}

#[test]
fn sites_without_https_or_without_a_way_to_it_are_told() {
    has(&one(&["http *:80:a.example"]), Id::IisHttpOnly, Info);
    let location = |settings: &str| {
        let behind = format!(
            "<location path=\"shop\"><system.webServer>{settings}</system.webServer></location>"
        );
        Server::written(&whole(
            &[site("shop", 1, &["http *:80:a.example"])],
            &behind,
        ))
    };
    let elsewhere = "<httpRedirect enabled=\"true\" destination=\"https://other.example\" />";
    has_not(&location(elsewhere), Id::IisHttpOnly);
    has(
        &location(&elsewhere.replace("true", "false")),
        Id::IisHttpOnly,
        Info,
    );
    let access = "<security><access sslFlags=\"Ssl, SslNegotiateCert\" /></security>";
    has(&location(access), Id::IisRequiresHttpsWithoutBinding, Error);
    let both = || one(&["http *:80:a.example", "https *:443:a.example 1"]);
    // The rule usually stands in web.config: without that nothing is claimed.
    has_not(&both(), Id::IisHttpNotRedirected);
}

const TO_HTTPS: &str = "<rewrite><rules><rule name=\"to https\"><match url=\"(.*)\" /><conditions>\
    <add input=\"{HTTPS}\" pattern=\"^OFF$\" /></conditions>\
    <action type=\"Redirect\" url=\"https://{HTTP_HOST}/{R:1}\" /></rule></rules></rewrite>";

fn with_web_config(settings: &str) -> scan::Scan {
    let text = format!(
        "<configuration>\n<system.webServer>\n{settings}\n</system.webServer>\n</configuration>"
    );
    let server = one(&["http *:80:a.example", "https *:443:a.example 1"])
        .file("/server/shop/web.config", &text);
    server.scan_with(scan::Request {
        web_configs: vec!["/server/shop/web.config".into()],
        ..scan::Request::default()
    })
}

#[test]
fn web_config_tells_whether_http_leads_to_https() {
    let ids = |settings: &str| -> Vec<Id> {
        told(&with_web_config(settings))
            .into_iter()
            .map(|(id, _)| id)
            .collect()
    };
    assert!(ids("").contains(&Id::IisHttpNotRedirected));
    assert!(!ids(TO_HTTPS).contains(&Id::IisHttpNotRedirected));
}

#[test]
fn what_keeps_a_ca_from_its_file_is_told_by_cause() {
    let types =
        "<staticContent><mimeMap fileExtension=\".\" mimeType=\"text/plain\" /></staticContent>";
    let causes = |settings: &str| -> Vec<BlockCause> {
        let scan = with_web_config(&format!("{types}{settings}"));
        let all = scan.notices.iter();
        all.filter_map(|notice| match &notice.finding.fact {
            Fact::Iis(IisFact::ValidationBlocked { cause, .. }) => Some(cause.clone()),
            _ => None,
        })
        .collect()
    };
    assert_eq!(causes(""), []);
    assert_eq!(
        causes(TO_HTTPS),
        [BlockCause::Rewrite {
            rule: "to https".into(),
            only_to_https: true
        }]
    );
    let filtering = |inside: &str| {
        format!("<security><requestFiltering>{inside}</requestFiltering></security>")
    };
    let cases: [(String, BlockCause); 8] = [
        ("<security><access sslFlags=\"Ssl\" /></security>".to_owned(), BlockCause::RequiresHttps),
        (
            "<httpRedirect enabled=\"true\" destination=\"https://a.example/x\" />".to_owned(),
            BlockCause::Redirect { destination: "https://a.example/x".into() },
        ),
        (
            "<handlers><clear /><add name=\"node\" path=\"*\" verb=\"*\" modules=\"iisnode\" /></handlers>".to_owned(),
            BlockCause::Handlers { instead: Some("node".into()) },
        ),
        ("<handlers><remove name=\"StaticFile\" /></handlers>".to_owned(), BlockCause::Handlers { instead: None }),
        (filtering("<fileExtensions allowUnlisted=\"false\" />"), BlockCause::ExtensionsListed),
        (
            filtering("<hiddenSegments><add segment=\".well-known\" /></hiddenSegments>"),
            BlockCause::HiddenSegment { segment: ".well-known".into() },
        ),
        (
            filtering("<denyUrlSequences><add sequence=\"/.\" /></denyUrlSequences>"),
            BlockCause::DeniedSequence { sequence: "/.".into() },
        ),
        (filtering("<verbs allowUnlisted=\"false\"><add verb=\"POST\" allowed=\"true\" /></verbs>"), BlockCause::GetDenied),
    ];
    for (settings, cause) in cases {
        assert_eq!(causes(&settings), [cause], "{settings}");
    }
    let scan = with_web_config("");
    assert!(told(&scan).contains(&(Id::IisValidationBlocked, Warning)));
    // Types of the site hold for the folder below it; what the folder adds itself is told.
    let below = |inside: &str| {
        format!(
            "{types}</system.webServer><location path=\".well-known\"><system.webServer>{inside}</system.webServer></location><system.webServer>"
        )
    };
    let of_folder = |inside: &str| {
        let scan = with_web_config(&below(inside));
        told(&scan)
            .into_iter()
            .filter(|(id, _)| *id == Id::IisValidationBlocked)
            .count()
    };
    let changes =
        "<staticContent><mimeMap fileExtension=\".x\" mimeType=\"a/b\" /></staticContent>";
    let harmless = "<rewrite><rules><rule name=\"x\"><match url=\"^x$\" /><action type=\"Redirect\" url=\"y\" /></rule></rules></rewrite>";
    assert_eq!(of_folder(changes), 0);
    assert_eq!(of_folder(harmless), 0);
    assert_eq!(of_folder("<staticContent><clear /></staticContent>"), 2);
    // A rule that leaves the folder alone is none of the causes.
    let spares = TO_HTTPS.replace(
        "</conditions>",
        "<add input=\"{REQUEST_URI}\" pattern=\"^/\\.well-known\" negate=\"true\" /></conditions>",
    );
    assert_eq!(causes(&spares), []);
}

#[test]
fn the_file_itself_may_be_the_wrong_one() {
    let redirected = one(&["http *:80:"]).file(
        "/server/redirection.config",
        "<configuration><configurationRedirection enabled=\"true\" path=\"\\\\files\\iis\" userName=\"EXAMPLE\\iis\" password=\"secret\" /></configuration>",
    );
    has(&redirected, Id::IisSharedConfiguration, Warning);
    let scan = redirected.scan();
    assert!(!format!("{:?}", scan.redirection).contains("secret"));
    assert!(!format!("{:?}", scan.notices).contains("secret"));
    let wow = Server::of(&[]).file(
        "/c/SysWOW64/inetsrv/config/applicationHost.config",
        &whole(&[], ""),
    );
    let scan = wow.scan_with(scan::Request {
        config: Some("/c/SysWOW64/inetsrv/config/applicationHost.config".into()),
        ..scan::Request::default()
    });
    assert!(told(&scan).contains(&(Id::IisWow64View, Error)));
    let parted = Server::written(
        "<configuration><system.applicationHost><sites configSource=\"sites.config\" /></system.applicationHost></configuration>",
    );
    has(&parted, Id::IisPartElsewhere, Warning);
    let parted = parted.file("/server/sites.config", "<sites>\n<site name=\"a\" id=\"1\"><bindings><binding protocol=\"http\" bindingInformation=\"*:80:\" /></bindings></site></sites>");
    has_not(&parted, Id::IisPartElsewhere);
    let scan = parted.scan();
    assert_eq!(scan.path, std::path::Path::new("/server/sites.config"));
    assert_eq!(scan.configuration.sites.len(), 1);
}

#[test]
fn the_central_store_is_read_and_its_password_is_nowhere() {
    let mut server = one(&["https *:443:a.example 3"]).entries(&[("ccs=443", None)]);
    server.iis.central = Ok(CentralStore {
        is_enabled: true,
        folder: Some(r"\\files\certs".to_owned()),
    });
    let scan = server.scan();
    let central = scan.central.get().expect("read");
    assert_eq!(central.folder.as_deref(), Some(r"\\files\certs"));
}

#[test]
fn no_finding_about_iis_is_without_its_case() {
    let text = [include_str!("findings.rs"), include_str!("server.rs")].concat();
    for id in Id::ALL.iter().filter(|id| id.name().starts_with("iis_")) {
        assert!(text.contains(&format!("Id::{id:?}")), "{id:?}");
    }
}
