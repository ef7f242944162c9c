//! Requests that are hard to say in another program's words.

use certwright::core::csr::spec::KeyUsage;
use certwright::core::csr::{AltName, NewKey, Spec, Subject, SubjectField};
use certwright::text::csr::twin::{Asked, TwinKey, TwinShell};

/// Values that somebody could put into a subject, on purpose or not.
pub const HOSTILE: [&str; 46] = [
    "O'Brien & Söhne",
    "\"quoted\"",
    "half \" a quote",
    "$HOME",
    "${HOME}",
    "$ENV::HOME",
    "$(touch owned)",
    "`touch owned`",
    "%PATH%",
    "%%twice%%",
    "!PATH!",
    "; rm -rf /",
    "# comment",
    "a # b",
    "#31323334",
    "back\\slash",
    "trailing\\",
    "\\n is no line",
    "\\41\\2C",
    "Example, Inc.",
    "a+b",
    "a=b",
    "CN=evil, O=evil",
    "/CN=evil",
    "<script>",
    " leading",
    "trailing ",
    "two  spaces",
    "|tee owned",
    "&calc.exe",
    "^caret^",
    "@san",
    "[section]",
    "file:/etc/passwd",
    "critical, DER:05:00",
    "{text}",
    "{hex}41",
    "_continue_ = x",
    "\u{2018}typographic\u{2019}",
    "北京示例科技有限公司",
    "شركة المثال",
    "👩‍💻 and 🚀",
    "-out /etc/passwd",
    "*?~!",
    "copy",
    "0123456789012345678901234567890123456789012345678901234567890123",
];

pub const CN: &str = "2.5.4.3";
pub const COUNTRY: &str = "2.5.4.6";
pub const O: &str = "2.5.4.10";
pub const OU: &str = "2.5.4.11";
pub const DC: &str = "0.9.2342.19200300.100.1.25";
pub const EMAIL: &str = "1.2.840.113549.1.9.1";

pub fn subject(fields: &[(&'static str, &str)]) -> Subject {
    let field = |(oid, value): &(&'static str, &str)| SubjectField {
        oid: (*oid).into(),
        value: (*value).to_owned(),
    };
    Subject(fields.iter().map(field).collect())
}

fn dns(name: &str) -> AltName {
    AltName::Dns(name.to_owned())
}

/// What a server usually asks for.
pub fn server() -> Spec {
    Spec {
        subject: subject(&[(CN, "shop.example.com")]),
        names: vec![dns("shop.example.com"), dns("*.shop.example.com")],
        key_usage: Some(KeyUsage {
            bits: KeyUsage::DIGITAL_SIGNATURE | KeyUsage::KEY_ENCIPHERMENT,
            is_critical: true,
        }),
        extended_usage: vec!["1.3.6.1.5.5.7.3.1".into(), "1.3.6.1.5.5.7.3.2".into()],
        ..Spec::default()
    }
}

/// One request for each thing that can be asked for.
pub fn specs() -> Vec<(&'static str, Spec)> {
    let mut specs = subjects();
    specs.extend(names());
    specs.extend(uses());
    specs
}

/// A server's request, changed.
fn with(change: impl Fn(&mut Spec)) -> Spec {
    let mut spec = server();
    change(&mut spec);
    spec
}

fn subjects() -> Vec<(&'static str, Spec)> {
    vec![
        ("a server", server()),
        (
            "only a subject",
            Spec {
                subject: subject(&[(CN, "a.example")]),
                ..Spec::default()
            },
        ),
        (
            "many units and domain components, in order",
            with(|spec| {
                spec.subject = subject(&[
                    (DC, "com"),
                    (DC, "example"),
                    (COUNTRY, "CN"),
                    ("2.5.4.8", "北京市"),
                    ("2.5.4.7", "北京"),
                    (O, "示例公司"),
                    (OU, "one"),
                    (OU, "二"),
                    (OU, "three"),
                    (CN, "shop.example.com"),
                    (EMAIL, "admin@example.com"),
                ]);
            }),
        ),
        (
            "extended validation",
            with(|spec| {
                spec.subject = subject(&[
                    ("2.5.4.15", "Private Organization"),
                    ("1.3.6.1.4.1.311.60.2.1.3", "CN"),
                    ("1.3.6.1.4.1.311.60.2.1.2", "Guangdong"),
                    ("2.5.4.5", "91440300-X/1"),
                    (COUNTRY, "CN"),
                    ("2.5.4.9", "1 Example Road"),
                    ("2.5.4.17", "518000"),
                    (O, "Example, Inc."),
                    ("1.2.3.4.5", "an own attribute"),
                    (CN, "shop.example.com"),
                ]);
            }),
        ),
    ]
}

fn names() -> Vec<(&'static str, Spec)> {
    vec![
        (
            "all kinds of plain names",
            with(|spec| {
                spec.names = vec![
                    dns("shop.example.com"),
                    AltName::Ip("192.0.2.7".parse().unwrap()),
                    AltName::Ip("2001:db8::7".parse().unwrap()),
                    AltName::Email("admin@example.com".to_owned()),
                    AltName::Uri("https://example.com/a?b=c".to_owned()),
                    AltName::RegisteredId("1.2.3.4".into()),
                ];
            }),
        ),
        (
            "names with structure",
            with(|spec| {
                spec.names = vec![
                    AltName::Upn("user, the 1st; é@example.com".to_owned()),
                    AltName::Directory(subject(&[
                        (COUNTRY, "CN"),
                        (O, "Example, Inc."),
                        (CN, "a"),
                    ])),
                    AltName::Uri("https://example.com/?a=1&b=2,3".to_owned()),
                    AltName::Email("copy".to_owned()),
                ];
            }),
        ),
        (
            "a directory name in ASCII",
            with(|spec| {
                spec.names = vec![
                    dns("a.example"),
                    AltName::Directory(subject(&[(COUNTRY, "CN"), (O, "$x, \"y\""), (O, "z")])),
                ];
            }),
        ),
        (
            "a directory name in Chinese",
            with(|spec| {
                spec.names = vec![AltName::Directory(subject(&[(O, "示例公司"), (CN, "店")]))];
            }),
        ),
    ]
}

fn uses() -> Vec<(&'static str, Spec)> {
    vec![
        (
            "every use of the key, not critical",
            with(|spec| {
                spec.key_usage = Some(KeyUsage {
                    bits: 0x1ff,
                    is_critical: false,
                });
                spec.extended_usage.push("1.3.6.1.4.1.311.10.3.12".into());
            }),
        ),
        ("a staple", with(|spec| spec.must_staple = true)),
        (
            "a staple and nothing else",
            Spec {
                subject: subject(&[(CN, "a.example")]),
                must_staple: true,
                ..Spec::default()
            },
        ),
        (
            "another hash",
            with(|spec| spec.hash = Some(certwright::core::kdf::Hash::Sha512)),
        ),
        (
            "a challenge",
            with(|spec| spec.challenge = Some("$ecret # \"x\"".to_owned())),
        ),
        ("no subject", with(|spec| spec.subject = Subject::default())),
    ]
}

/// The request for a new key without a password, in a POSIX shell.
pub fn asked(spec: &Spec, kind: NewKey) -> Asked<'_> {
    Asked {
        spec,
        key: TwinKey::New {
            kind,
            is_encrypted: false,
        },
        csr_file: "my shop's.csr",
        key_file: "my $hop.key",
        shell: TwinShell::Sh,
    }
}
