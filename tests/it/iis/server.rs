//! The fixture of a whole server, as the collecting script brings it home.

use certwright::core::finding::{Id, Severity};
use certwright::core::iis::plan::{Fix, Wanted, make, suggest};
use certwright::core::iis::scan::{self, Known};
use certwright::core::progress::Unwatched;
use certwright::platform::World;

use super::made::{now, told, web_03};

fn scanned() -> scan::Scan {
    let request = scan::Request {
        paths: vec![web_03()],
        time: Some(now()),
        ..scan::Request::default()
    };
    let world = World::new();
    scan::scan(&request, &world.env(), &Unwatched)
        .expect("a scan")
        .expect("not cancelled")
}

#[test]
fn a_folder_of_files_is_recognised_by_content() {
    let scan = scanned();
    assert_eq!(scan.computer.as_deref(), Some("WEB-03"));
    assert_eq!(scan.configuration.sites.len(), 8);
    assert_eq!(scan.configuration.encrypted, 1);
    assert!(matches!(&scan.entries, Known::Read(entries) if entries.len() == 6));
    assert!(matches!(&scan.certificates, Known::Read(held) if held.len() == 9));
    assert!(matches!(&scan.stopped, Known::Read(names) if names == &["legacy"]));
    assert!(scan.is_stopped(7));
}

#[test]
fn its_faults_are_told_and_nothing_else() {
    let expected = [
        (Id::IisHostMissing, Severity::Error),
        (Id::IisCertificateWrongName, Severity::Error),
        (Id::IisCertificateWrongName, Severity::Error),
        (Id::IisSniOff, Severity::Warning),
        (Id::IisSniMixed, Severity::Warning),
        (Id::IisHttpOnly, Severity::Info),
    ];
    assert_eq!(told(&scanned()), expected);
}

#[test]
fn what_can_be_repaired_is_planned_at_once() {
    let scan = scanned();
    let fixes = suggest(&scan, &Wanted::default());
    let hosts: Vec<&str> = fixes
        .iter()
        .filter_map(|fix| match fix {
            Fix::GiveHost { host, .. } => Some(&**host),
            _ => None,
        })
        .collect();
    assert_eq!(hosts, ["shop.example.com"]);
    let plan = make(&scan.ground(), &fixes);
    assert_eq!(plan.refused, []);
    assert_eq!(plan.edits.len(), 2);
    let entries: Vec<String> = plan
        .entries()
        .map(|entry| entry.key.netsh_value())
        .collect();
    assert_eq!(entries, ["www.example.com:443"]);
    // Not the certificate of the address, which does not cover the name, but the one that does.
    let certificates = scan.certificates.get().expect("read");
    let chosen = plan.entries().next().and_then(|entry| entry.thumbprint);
    let www = certificates
        .iter()
        .find(|held| held.friendly_name.as_deref() == Some("www"));
    assert_eq!(chosen, www.map(|held| held.thumbprint));
}
