//! Names, numbers, dates and damage.

use super::{fixture, fixtures};
use certwright::core::x509::name::GeneralName;
use certwright::core::x509::{Certificate, Csr, RevocationList};

/// Forms that are refused, and what the reason names.
const REFUSED: &[(&str, &str)] = &[
    ("date-impossible", "not after"),
    ("date-without-seconds", "not after"),
];

#[test]
fn every_fixture_is_read_or_refused_with_a_reason() {
    for folder in ["extensions", "names", "forms"] {
        for fixture in fixtures(folder) {
            let refused = REFUSED.iter().find(|(name, _)| *name == fixture.name);
            match (Certificate::parse(&fixture.der), refused) {
                (Ok(_), None) => {}
                (Err(fault), Some((_, reason))) => {
                    assert!(fault.detail.contains(reason), "{}: {fault}", fixture.name);
                }
                (Ok(_), Some(_)) => panic!("{} is read", fixture.name),
                (Err(fault), None) => panic!("{}: {fault}", fixture.name),
            }
        }
    }
}

#[test]
fn dates_are_those_of_openssl() {
    let mut compared = 0;
    for fixture in fixtures("forms").into_iter().chain(fixtures("extensions")) {
        let Ok(certificate) = Certificate::parse(&fixture.der) else {
            continue;
        };
        for (label, moment) in [
            ("Not Before: ", certificate.not_before),
            ("Not After : ", certificate.not_after),
        ] {
            // openssl stops at a date that it cannot read, and shows fractions.
            let theirs = fixture
                .text
                .split(label)
                .nth(1)
                .and_then(|rest| rest.lines().next());
            let Some(theirs) =
                theirs.filter(|theirs| theirs.ends_with(" GMT") && !theirs.contains('.'))
            else {
                continue;
            };
            let civil = moment.civil().unwrap();
            let ours = civil.strftime("%b %e %H:%M:%S %Y GMT").to_string();
            assert_eq!(ours, theirs, "{}", fixture.name);
            compared += 1;
        }
    }
    assert!(compared > 200, "only {compared} compared");
}

#[test]
fn bytes_behind_a_certificate_are_named() {
    let mut der = fixture("forms/key-p256").der;
    der.extend([1, 2, 3]);
    let fault = Certificate::parse(&der).err().unwrap();
    assert_eq!(fault.detail, "3 bytes follow the certificate");
}

#[test]
fn a_broken_extension_leaves_the_rest_readable() {
    let certificate = fixture("extensions/garbled-san").certificate();
    assert_eq!(&*certificate.broken_extensions, ["2.5.29.17"]);
    assert!(certificate.subject_key_id.is_some());
    let twice = fixture("forms/extension-twice").certificate();
    assert_eq!(&*twice.broken_extensions, ["2.5.29.17"]);
}

#[test]
fn a_nul_in_a_name_is_data() {
    let certificate = fixture("names/nul-in-san").certificate();
    assert!(certificate.dns_names().any(|name| name.contains('\0')));
    assert!(!certificate.covers_host("shop.example.com\0"));
}

#[test]
fn gbk_in_old_string_types_reads_as_chinese() {
    let certificate = fixture("names/t61-string-holds-gbk").certificate();
    assert_eq!(certificate.title(), "示例公司");
}

#[test]
fn versions_and_numbers_are_kept_as_written() {
    let version = |name: &str| fixture(&format!("forms/{name}")).certificate().version;
    assert_eq!(version("version-1"), 1);
    assert_eq!(version("version-9"), 9);
    let serial = |name: &str| fixture(&format!("forms/{name}")).certificate().serial_hex();
    assert_eq!(serial("serial-zero"), "00");
    assert!(serial("serial-negative").starts_with('-'));
    assert_eq!(serial("serial-200-bytes").len(), 400);
}

#[test]
fn requests_of_all_tools_are_read() {
    for fixture in fixtures("requests") {
        let request =
            Csr::parse(&fixture.der).unwrap_or_else(|fault| panic!("{}: {fault}", fixture.name));
        let is_bare = fixture.name == "openssl-empty-subject";
        assert_eq!(request.subject.is_empty(), is_bare, "{}", fixture.name);
        assert!(!request.spki.is_empty());
    }
}

#[test]
fn revocation_lists_are_read_and_counted() {
    let counted = |name: &str| {
        let fixture = fixture(&format!("crls/{name}"));
        let list = RevocationList::parse(&fixture.der).unwrap();
        assert_eq!(
            list.revoked,
            fixture.text.matches("Revocation Date:").count(),
            "{name}"
        );
        list
    };
    assert_eq!(counted("empty").revoked, 0);
    assert!(counted("plain").revoked > 0);
    assert!(counted("many-extensions").next_update.is_some());
}

#[test]
fn names_far_beyond_any_use_are_refused_or_shown_as_bytes() {
    let attribute = tlv(
        0x31,
        &tlv(0x30, &[tlv(6, &[0x55, 4, 3]), tlv(12, b"x")].concat()),
    );
    let name = |count: usize| tlv(0x30, &attribute.repeat(count));
    let fault = Certificate::parse(&der_with(&name(1_001), &[]))
        .err()
        .unwrap();
    assert_eq!(fault.detail, "subject: more than 1000 attributes");
    let directory = tlv(0xa4, &name(500));
    let certificate = Certificate::parse(&der_with(&name(1_000), &directory)).unwrap();
    assert!(matches!(
        certificate.alternative_names[0],
        GeneralName::Unknown(4, _)
    ));
}

fn tlv(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut out = vec![tag];
    let length = content.len();
    match length {
        0..0x80 => out.push(length as u8),
        _ => {
            out.push(0x84);
            out.extend((length as u32).to_be_bytes());
        }
    }
    out.extend(content);
    out
}

/// A certificate with this many DNS names `n0.example.com`, … and nothing else worth reading.
pub fn with_names(count: usize) -> Certificate {
    let names: Vec<u8> = (0..count)
        .flat_map(|index| tlv(0x82, format!("n{index}.example.com").as_bytes()))
        .collect();
    Certificate::parse(&der_with(&tlv(0x30, &[]), &names)).unwrap()
}

/// The smallest certificate with this subject and these alternative names.
fn der_with(subject: &[u8], names: &[u8]) -> Vec<u8> {
    let value = tlv(0x04, &tlv(0x30, names));
    let extension = tlv(0x30, &[tlv(6, &[0x55, 0x1d, 0x11]), value].concat());
    let algorithm = tlv(0x30, &tlv(6, &[0x2a, 3]));
    let day = tlv(23, b"261119120000Z");
    let fields = [
        tlv(0xa0, &tlv(2, &[2])),
        tlv(2, &[1]),
        algorithm.clone(),
        tlv(0x30, &[]),
        tlv(0x30, &[day.clone(), day].concat()),
        subject.to_vec(),
        tlv(0x30, &[algorithm.clone(), tlv(3, &[0])].concat()),
        tlv(0xa3, &tlv(0x30, &extension)),
    ];
    tlv(
        0x30,
        &[tlv(0x30, &fields.concat()), algorithm, tlv(3, &[0])].concat(),
    )
}
