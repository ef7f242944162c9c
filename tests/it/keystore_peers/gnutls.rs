//! GnuTLS's certtool: its ciphers, hashes, and its two ways of having no password.

use super::bench::{answer, folder, peer};
use super::{Cell, judge};

const WHOLE: &str = "1 key, 3 certificates";

const CELLS: &[Cell] = &[
    ("default", &[], &["changeit"], WHOLE),
    ("3des", &["--pkcs-cipher", "3des"], &["changeit"], WHOLE),
    (
        "3des-pkcs12",
        &["--pkcs-cipher", "3des-pkcs12"],
        &["changeit"],
        WHOLE,
    ),
    (
        "aes-128",
        &["--pkcs-cipher", "aes-128"],
        &["changeit"],
        WHOLE,
    ),
    (
        "aes-192",
        &["--pkcs-cipher", "aes-192"],
        &["changeit"],
        WHOLE,
    ),
    (
        "aes-256",
        &["--pkcs-cipher", "aes-256"],
        &["changeit"],
        WHOLE,
    ),
    ("rc2-40", &["--pkcs-cipher", "rc2-40"], &["changeit"], WHOLE),
    (
        "arcfour",
        &["--pkcs-cipher", "arcfour"],
        &["changeit"],
        WHOLE,
    ),
    ("SHA-512", &["--hash", "SHA512"], &["changeit"], WHOLE),
    ("SHA-1", &["--hash", "SHA1"], &["changeit"], WHOLE),
    ("null password", &["--null-password"], &[""], WHOLE),
    ("empty password", &["--empty-password"], &[""], WHOLE),
    (
        "wrong",
        &[],
        &["wrong"],
        "0 key, 0 certificates, keystore_password_wrong",
    ),
];

#[test]
fn every_store_of_certtool_answers_as_written_down() {
    let (own, mut faults) = (folder(), Vec::new());
    let path = own.path().join("g.p12");
    for (name, arguments, passwords, expected) in CELLS {
        let base = [
            "--to-p12",
            "--load-privkey",
            "leaf.key",
            "--load-certificate",
            "all.pem",
            "--p12-name",
            "shop",
            "--outder",
            "--outfile",
            "g.p12",
        ];
        let has_none = arguments
            .iter()
            .any(|argument| argument.ends_with("-password"));
        let password: &[&str] = if has_none {
            &[]
        } else {
            &["--password", "changeit"]
        };
        assert!(
            peer(
                own.path(),
                "certtool",
                &[&base, password, arguments].concat(),
                ""
            ),
            "{name}"
        );
        let found = answer(&path, passwords);
        if found != *expected {
            faults.push(format!("{name}: {found}, not {expected}"));
        }
    }
    judge(faults);
}
