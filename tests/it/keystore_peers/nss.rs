//! NSS's pk12util, which writes BER: its ciphers for keys (-c) and certificates (-C).

use super::bench::{answer, export_source, folder, peer};
use super::{Cell, judge};

const WHOLE: &str = "1 key, 3 certificates";
const TRIPLE_DES: &str = "PKCS #12 V2 PBE With SHA-1 And 3KEY Triple DES-CBC";
const RC2_40: &str = "PKCS #12 V2 PBE With SHA-1 And 40 Bit RC2 CBC";

const CELLS: &[Cell] = &[
    ("default", &[], &["changeit"], WHOLE),
    (
        "3DES and RC2-40",
        &["-c", TRIPLE_DES, "-C", RC2_40],
        &["changeit"],
        WHOLE,
    ),
    (
        "AES-128",
        &["-c", "AES-128-CBC", "-C", "AES-128-CBC"],
        &["changeit"],
        WHOLE,
    ),
    (
        "AES-256",
        &["-c", "AES-256-CBC", "-C", "AES-256-CBC"],
        &["changeit"],
        WHOLE,
    ),
    (
        "certificates open",
        &["-c", "AES-256-CBC", "-C", "none"],
        &["changeit"],
        WHOLE,
    ),
    (
        "Camellia",
        &["-c", "CAMELLIA-256-CBC", "-C", "CAMELLIA-256-CBC"],
        &["changeit"],
        "0 key, 0 certificates, keystore_cipher_unsupported PBES2 CAMELLIA-256-CBC",
    ),
    (
        "wrong",
        &[],
        &["wrong"],
        "0 key, 0 certificates, keystore_password_wrong",
    ),
];

#[test]
fn every_store_of_pk12util_answers_as_written_down() {
    let (own, mut faults) = (folder(), Vec::new());
    export_source(own.path());
    std::fs::create_dir(own.path().join("db")).unwrap();
    for (program, arguments) in [
        ("certutil", &["-N", "-d", "sql:db", "--empty-password"][..]),
        (
            "pk12util",
            &["-i", "source.p12", "-d", "sql:db", "-W", "changeit"],
        ),
    ] {
        assert!(peer(own.path(), program, arguments, ""), "{program}");
    }
    let path = own.path().join("n.p12");
    for (name, arguments, passwords, expected) in CELLS {
        let base = [
            "-o", "n.p12", "-d", "sql:db", "-n", "shop", "-W", "changeit",
        ];
        assert!(
            peer(own.path(), "pk12util", &[&base, *arguments].concat(), ""),
            "{name}"
        );
        let found = answer(&path, passwords);
        if found != *expected {
            faults.push(format!("{name}: {found}, not {expected}"));
        }
    }
    judge(faults);
}
