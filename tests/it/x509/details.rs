//! Every extension decoded, with the values that openssl sees too.

use std::collections::BTreeSet;

use super::{Fixture, fixture, fixtures};
use certwright::core::x509::details::{Details, GroupKind, Label, Line, LineValue, Reading};
use certwright::text::Lang;
use certwright::text::x509::{Oids, label, value};

/// Fixtures whose extension nobody knows, or that is damaged on purpose.
const NOT_DECODED: [&str; 5] = [
    "garbled-key-usage",
    "garbled-san",
    "unknown",
    "unknown-critical",
    "unknown-not-der",
];

/// Fixture, and what both openssl and we must say of its extension.
const SEEN_BY_BOTH: &[(&str, &[&str])] = &[
    ("admission", &["Notary"]),
    ("android-attestation", &[]),
    (
        "authority-info",
        &[
            "http://ocsp.example.net",
            "ldap://ldap.example.net/cn=CA",
            "1.3.6.1.4.1.55555.5",
            "ca@example.com",
        ],
    ),
    ("basic-constraints-ca", &["3"]),
    ("biometric-info", &["http://example.com/face.png"]),
    ("cabf-organization-id", &["VAT", "DE", "123456789"]),
    ("cabf-tor-descriptor", &["https://expyuzz4wqqyqhjn.onion"]),
    (
        "crl-distribution-points",
        &[
            "http://crl.example.net/a.crl",
            "ldap://ldap.example.net/cn=CA?certificateRevocationList",
            "Example Trust",
            "CRL 1",
        ],
    ),
    ("entrust-version", &["V8.1"]),
    (
        "ext-key-usage-rare",
        &[
            "1.3.6.1.4.1.311.54.1.2",
            "1.3.6.1.4.1.311.10.3.12",
            "2.23.133.8.1",
        ],
    ),
    ("freshest-crl", &["http://crl.example.net/delta.crl"]),
    (
        "gm-enterprise-numbers",
        &["91310000MA1FL0000X", "MA1FL000-X"],
    ),
    ("inhibit-any-policy", &["1"]),
    (
        "issuer-alt-name",
        &["ca@example.com", "http://ca.example.com/"],
    ),
    (
        "key-usage-all",
        &[
            "Digital Signature",
            "Key Encipherment",
            "CRL Sign",
            "Decipher Only",
        ],
    ),
    (
        "logotype",
        &["image/svg+xml", "https://logo.example.com/mark.svg"],
    ),
    ("ms-sid", &["S-1-5-21-1004336348-1177238915-682003330-1104"]),
    (
        "name-constraints",
        &[
            "example.com",
            ".example.org",
            "192.0.2.0",
            "10.0.0.0",
            "Example Shop",
            "bad.example.com",
        ],
    ),
    ("netscape-comment", &["OpenSSL Generated Certificate"]),
    ("netscape-cert-type", &["SSL Client", "Object Signing CA"]),
    (
        "netscape-urls",
        &["http://ca.example.com/", "policy.html", "shop.example.com"],
    ),
    (
        "policies",
        &[
            "2.23.140.1.2.2",
            "1.3.6.1.4.1.55555.4.1",
            "https://www.example.com/cps",
            "Example Trust",
            "1, 2",
            "For tests only",
        ],
    ),
    ("policies-chinese-notice", &["仅供测试"]),
    ("policies-ev", &["2.23.140.1.1"]),
    ("policy-constraints", &["2", "0"]),
    (
        "policy-mappings",
        &[
            "1.3.6.1.4.1.55555.4.2",
            "2.23.140.1.2.1",
            "1.3.6.1.4.1.55555.4.3",
        ],
    ),
    ("private-key-usage-period", &["12:00:00"]),
    ("proxy-certificate", &["3", "any language"]),
    (
        "qc-statements",
        &[
            "EUR",
            "https://www.example.com/pds",
            "PSP_AS",
            "Example Authority",
            "SG-EXA",
        ],
    ),
    (
        "rpki-addresses",
        &["192.0.2.0/24", "2001:db8::/32", "64496-64511"],
    ),
    (
        "san-all-kinds",
        &[
            "*.shop.example.com",
            "admin@example.com",
            "192.0.2.7",
            "spiffe://example.com/workload",
            "1.3.6.1.4.1.55555.1",
            "user@example.com",
            "user-name@example.com",
            "_xmpp-server.example.com",
            "juliet@im.example.com",
            "Example Shop",
        ],
    ),
    ("san-chinese", &["用户@示例.中国", "用户@example.com"]),
    (
        "san-dns",
        &["*.example.com", "xn--fiqs8s.example.com", "a_b.example.com"],
    ),
    ("san-hardware-module", &["1.3.6.1.5.5.7.8.4"]),
    ("sct-list", &["ECDSA", "SHA256", "12:00:05"]),
    ("subject-directory-attributes", &["SG", "CN"]),
    (
        "subject-info",
        &["http://repo.example.net/", "http://tsa.example.net/"],
    ),
    ("telephone-authority", &["1234"]),
];

/// What the extension of a fixture must say where openssl shows only bytes; read off the fixtures' script.
const SEEN_BY_US: &[(&str, &[&str])] = &[
    ("android-attestation", &["challenge"]),
    (
        "ms-application-policies",
        &["server authentication", "client authentication"],
    ),
    ("ms-application-policy-mappings", &["1.3.6.1.4.1.55555.3"]),
    (
        "ms-ca-version",
        &["CA certificate number 1", "CA key number 2"],
    ),
    ("ms-template-v1", &["WebServer"]),
    (
        "ms-template-v2",
        &[
            "1.3.6.1.4.1.311.21.8.1234567.7654321.1.2.3.4",
            "Major version 100",
            "Minor version 7",
        ],
    ),
    (
        "san-all-kinds",
        &["host/shop.example.com@EXAMPLE.COM", "2001:db8::7"],
    ),
    ("san-x400-edi", &["X.400 address", "assigner: party"]),
    (
        "smime-capabilities",
        &["aes256-cbc", "des-ede3-cbc", "rc2-cbc", "128"],
    ),
    ("tls-feature", &["must-staple", "several OCSP answers"]),
    ("tls-feature-must-staple", &["must-staple"]),
];

/// All lines in English, label and value, with identifiers.
fn words(lines: &[Line]) -> String {
    let lines = lines.iter().map(|line| {
        let label = label(Lang::En, &line.label, Oids::Shown);
        format!("{label} {}\n", value(Lang::En, &line.value, Oids::Shown))
    });
    lines.collect()
}

fn extension_words(fixture: &Fixture) -> String {
    let details = Details::decode(&fixture.certificate());
    details
        .extensions
        .iter()
        .map(|one| words(&one.lines))
        .collect()
}

/// Letters and digits only, in lower case: the two lay their output out differently.
fn bare(text: &str) -> String {
    let kept = text
        .chars()
        .filter(|char| !char.is_whitespace() && !matches!(char, ':' | '-'));
    kept.flat_map(char::to_lowercase).collect()
}

#[test]
fn every_known_extension_is_decoded() {
    let mut decoded = BTreeSet::new();
    for fixture in fixtures("extensions") {
        let details = Details::decode(&fixture.certificate());
        for extension in &details.extensions {
            let is_unknown = extension.oid.starts_with("1.3.6.1.4.1.55555.");
            match extension.reading {
                Reading::Decoded => {
                    decoded.insert(extension.oid.to_string());
                }
                _ => assert!(
                    is_unknown || NOT_DECODED.contains(&&*fixture.name),
                    "{}: {} is {:?}",
                    fixture.name,
                    extension.oid,
                    extension.reading
                ),
            }
            assert!(
                !extension.lines.is_empty(),
                "{}: {}",
                fixture.name,
                extension.oid
            );
        }
    }
    assert!(decoded.len() >= 35, "only {}: {decoded:?}", decoded.len());
}

#[test]
fn openssl_sees_the_same_values() {
    for (name, expected) in SEEN_BY_BOTH {
        let fixture = fixture(&format!("extensions/{name}"));
        let (ours, theirs) = (bare(&extension_words(&fixture)), bare(&fixture.text));
        for one in *expected {
            let one = bare(one);
            assert!(theirs.contains(&one), "{name}: openssl does not say {one}");
            assert!(ours.contains(&one), "{name}: we do not say {one}: {ours}");
        }
    }
}

#[test]
fn values_that_openssl_leaves_as_bytes_are_said() {
    for (name, expected) in SEEN_BY_US {
        let ours = extension_words(&fixture(&format!("extensions/{name}")));
        let hex_of_text = |text: &str| {
            let pairs: Vec<String> = text.bytes().map(|byte| format!("{byte:02X}")).collect();
            pairs.join(":")
        };
        for one in *expected {
            let is_said = ours.contains(one) || ours.contains(&hex_of_text(one));
            assert!(is_said, "{name}: {one} is missing in {ours}");
        }
    }
}

/// The value under a label, where it is bytes.
fn bytes_of(details: &Details, kind: GroupKind, label: &Label) -> Option<Vec<u8>> {
    let line = details
        .group(kind)
        .iter()
        .find(|line| line.label == *label)?;
    match &line.value {
        LineValue::Hex(bytes) => Some(bytes.to_vec()),
        _ => None,
    }
}

#[test]
fn keys_and_signatures_are_those_of_another_reader() {
    use x509_parser::public_key::PublicKey;
    let mut compared = 0;
    for fixture in fixtures("forms").into_iter().chain(fixtures("names")) {
        let Ok((_, theirs)) = x509_parser::parse_x509_certificate(&fixture.der) else {
            continue;
        };
        let Ok(certificate) = certwright::core::x509::Certificate::parse(&fixture.der) else {
            continue;
        };
        let details = Details::decode(&certificate);
        let signature = bytes_of(&details, GroupKind::Signature, &Label::SignatureValue);
        assert_eq!(
            signature.unwrap(),
            theirs.signature_value.data.as_ref(),
            "{}",
            fixture.name
        );
        assert_eq!(
            certificate.tbs(),
            theirs.tbs_certificate.as_ref(),
            "{}",
            fixture.name
        );
        assert_eq!(
            &*certificate.spki,
            theirs.public_key().raw,
            "{}",
            fixture.name
        );
        assert_eq!(
            certificate.version,
            theirs.version().0.wrapping_add(1),
            "{}",
            fixture.name
        );
        let key = |label| bytes_of(&details, GroupKind::PublicKey, &label);
        match theirs.public_key().parsed() {
            Ok(PublicKey::RSA(rsa)) => {
                let modulus = rsa.modulus.strip_prefix(&[0]).unwrap_or(rsa.modulus);
                assert_eq!(key(Label::Modulus).unwrap(), modulus, "{}", fixture.name);
            }
            Ok(PublicKey::EC(point)) => {
                assert_eq!(key(Label::Point).unwrap(), point.data(), "{}", fixture.name);
            }
            _ => {}
        }
        compared += 1;
    }
    assert!(compared > 80, "only {compared} compared");
}

#[test]
fn a_million_names_are_counted_and_a_thousand_shown() {
    let certificate = super::forms::with_names(1_000_000);
    assert_eq!(certificate.alternative_name_count, 1_000_000);
    assert!(certificate.covers_host("n999999.example.com"));
    let details = Details::decode(&certificate);
    let names = &details.extensions[0].lines;
    assert_eq!(names.len(), 1_001);
    assert_eq!(names[1_000].value, LineValue::Count(999_000));
}

#[test]
fn unknown_extensions_are_shown_byte_by_byte() {
    let details = Details::decode(&fixture("extensions/unknown-not-der").certificate());
    let unknown = details
        .extensions
        .iter()
        .find(|one| one.reading == Reading::Unknown);
    let unknown = unknown.unwrap();
    assert_eq!(unknown.oid, "1.3.6.1.4.1.55555.9.3");
    assert_eq!(details.der_of(unknown), b"\xff\xff\xff not DER at all");
    assert_eq!(
        unknown.lines[0].value,
        LineValue::Hex((*b"\xff\xff\xff not DER at all").into())
    );
}
