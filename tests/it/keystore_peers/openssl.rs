//! openssl 3 with its default and legacy providers: every cipher, PRF and MAC it writes, and its flavours.

use std::path::Path;
use std::process::Command;

use super::bench::{answer, folder, peer};
use super::{Cell, judge};

const PROVIDERS: [&str; 4] = ["-provider", "default", "-provider", "legacy"];
const WHOLE: &str = "1 key, 3 certificates";

/// PBES2 ciphers that are read.
const READ: &str = "AES-128-CBC AES-128-CFB AES-128-CFB1 AES-128-CFB8 AES-128-ECB AES-128-OFB \
    AES-192-CBC AES-192-CFB AES-192-CFB1 AES-192-CFB8 AES-192-ECB AES-192-OFB \
    AES-256-CBC AES-256-CFB AES-256-CFB1 AES-256-CFB8 AES-256-ECB AES-256-OFB \
    DES-CBC DES-CFB DES-CFB1 DES-CFB8 DES-ECB DES-EDE DES-EDE3-CBC DES-EDE3-CFB DES-EDE3-CFB1 \
    DES-EDE3-CFB8 DES-OFB RC2-40-CBC RC2-64-CBC RC2-CBC RC4 RC4-40";

/// PBES2 ciphers that are named, by openssl's name and ours where they differ.
const NAMED: &str = "ARIA-128-CBC ARIA-128-CFB ARIA-128-CTR ARIA-128-ECB ARIA-128-OFB \
    ARIA-192-CBC ARIA-192-CFB ARIA-192-CTR ARIA-192-ECB ARIA-192-OFB \
    ARIA-256-CBC ARIA-256-CFB ARIA-256-CTR ARIA-256-ECB ARIA-256-OFB \
    CAMELLIA-128-CBC CAMELLIA-128-CFB CAMELLIA-128-CTR CAMELLIA-128-ECB CAMELLIA-128-OFB \
    CAMELLIA-192-CBC CAMELLIA-192-CFB CAMELLIA-192-CTR CAMELLIA-192-ECB CAMELLIA-192-OFB \
    CAMELLIA-256-CBC CAMELLIA-256-CFB CAMELLIA-256-CTR CAMELLIA-256-ECB CAMELLIA-256-OFB \
    CAST5-CBC SEED-CBC SEED-CFB SEED-ECB SEED-OFB SM4-CBC SM4-CFB SM4-CTR SM4-ECB SM4-OFB";
const NAMED_OTHERWISE: [(&str, &str); 4] = [
    ("BF-CBC", "BLOWFISH-CBC"),
    ("id-aes128-wrap-pad", "AES-128 key wrap with padding"),
    ("id-aes192-wrap-pad", "AES-192 key wrap with padding"),
    ("id-aes256-wrap-pad", "AES-256 key wrap with padding"),
];

/// The schemes before PBES2, which are all read.
const OLD: [&str; 10] = [
    "PBE-MD5-DES",
    "PBE-MD5-RC2-64",
    "PBE-SHA1-DES",
    "PBE-SHA1-RC2-64",
    "PBE-SHA1-RC4-128",
    "PBE-SHA1-RC4-40",
    "PBE-SHA1-3DES",
    "PBE-SHA1-2DES",
    "PBE-SHA1-RC2-128",
    "PBE-SHA1-RC2-40",
];

/// Why a cipher is not read; `None` for one that is; panics for one that is in no list.
fn reason(cipher: &str) -> Option<String> {
    if READ.split_whitespace().any(|name| name == cipher) {
        return None;
    }
    let otherwise = NAMED_OTHERWISE.iter().find(|(name, _)| *name == cipher);
    let name = otherwise.map_or(cipher, |(_, ours)| ours);
    let is_named = NAMED.split_whitespace().any(|name| name == cipher);
    assert!(is_named || otherwise.is_some(), "{cipher} is in no list");
    Some(format!("PBES2 {name}"))
}

/// Names of all ciphers that this openssl knows.
fn known_ciphers() -> Vec<String> {
    let listed = Command::new("openssl")
        .args(["list", "-cipher-algorithms"])
        .args(PROVIDERS)
        .output()
        .unwrap();
    let listed = String::from_utf8(listed.stdout).unwrap();
    let words = listed.split(|char: char| char.is_whitespace() || "{},".contains(char));
    let is_name = |word: &&str| {
        word.len() > 2
            && !word.contains(['@', ':', '='])
            && word.contains(|char: char| char.is_ascii_alphabetic())
    };
    let mut names: Vec<String> = words.filter(is_name).map(str::to_owned).collect();
    names.sort();
    names.dedup();
    assert!(names.len() > 100, "{}", names.len());
    names
}

fn export(folder: &Path, out: &str, password: &str, arguments: &[&str]) -> bool {
    let password = format!("pass:{password}");
    let base = [
        "pkcs12",
        "-export",
        "-inkey",
        "leaf.key",
        "-in",
        "leaf.pem",
        "-certfile",
        "chain.pem",
        "-name",
        "shop",
        "-out",
        out,
        "-passout",
        &password,
    ];
    peer(
        folder,
        "openssl",
        &[&base, arguments, &PROVIDERS].concat(),
        "",
    )
}

#[test]
fn every_cipher_that_openssl_writes_is_read_or_named() {
    let (folder, mut faults, mut written) = (folder(), Vec::new(), 0);
    let path = folder.path().join("o.p12");
    for cipher in known_ciphers() {
        if !export(
            folder.path(),
            "o.p12",
            "changeit",
            &["-keypbe", &cipher, "-certpbe", &cipher],
        ) {
            continue;
        }
        written += 1;
        let expected = match reason(&cipher) {
            None => WHOLE.to_owned(),
            Some(name) => format!("0 key, 0 certificates, keystore_cipher_unsupported {name}"),
        };
        let found = answer(&path, &["changeit"]);
        if found != expected {
            faults.push(format!("{cipher}: {found}, not {expected}"));
        }
    }
    // Some releases of openssl no longer write the CFB modes of triple DES.
    assert!(written >= 75, "{written}");
    judge(faults);
}

#[test]
fn every_pair_of_key_and_certificate_ciphers_is_read() {
    let (folder, mut faults) = (folder(), Vec::new());
    let path = folder.path().join("pair.p12");
    let others = ["NONE", "AES-256-CBC", "DES-EDE3-CBC", "CAMELLIA-128-CBC"];
    let ciphers: Vec<&str> = OLD.into_iter().chain(others).collect();
    for key in &ciphers {
        for certificate in &ciphers {
            let arguments = ["-keypbe", key, "-certpbe", certificate];
            assert!(
                export(folder.path(), "pair.p12", "changeit", &arguments),
                "{arguments:?}"
            );
            let named = "keystore_cipher_unsupported PBES2 CAMELLIA-128-CBC";
            let expected = match (*key, *certificate) {
                ("CAMELLIA-128-CBC", "CAMELLIA-128-CBC") => {
                    format!("0 key, 0 certificates, {named}")
                }
                ("CAMELLIA-128-CBC", _) => format!("0 key, 3 certificates, {named}"),
                (_, "CAMELLIA-128-CBC") => format!("1 key, 0 certificates, {named}"),
                _ => WHOLE.to_owned(),
            };
            let found = answer(&path, &["changeit"]);
            if found != expected {
                faults.push(format!("{key} + {certificate}: {found}, not {expected}"));
            }
        }
    }
    judge(faults);
}

/// Flavours by `pkcs12 -export` arguments; the password is the first of those known.
const FLAVOURS: &[Cell] = &[
    ("default", &[], &["changeit"], WHOLE),
    ("legacy", &["-legacy"], &["changeit"], WHOLE),
    (
        "3DES",
        &[
            "-keypbe",
            "PBE-SHA1-3DES",
            "-certpbe",
            "PBE-SHA1-3DES",
            "-macalg",
            "sha1",
        ],
        &["changeit"],
        WHOLE,
    ),
    ("descert", &["-descert"], &["changeit"], WHOLE),
    (
        "no MAC",
        &["-nomac"],
        &["changeit"],
        "1 key, 3 certificates, keystore_no_mac",
    ),
    (
        "no MAC, wrong",
        &["-nomac"],
        &["changeit!", "wrong"],
        "0 key, 0 certificates, keystore_password_wrong, keystore_no_mac",
    ),
    (
        "open, no MAC",
        &["-nomac", "-keypbe", "NONE", "-certpbe", "NONE"],
        &["changeit"],
        "1 key, 3 certificates, keystore_no_mac",
    ),
    (
        "one round",
        &["-noiter", "-nomaciter"],
        &["changeit"],
        WHOLE,
    ),
    ("100,000 rounds", &["-iter", "100000"], &["changeit"], WHOLE),
    ("empty password", &[], &[""], WHOLE),
    ("empty password, 3DES", &["-legacy"], &[""], WHOLE),
    ("non-ASCII password", &[], &["密码Ünï"], WHOLE),
    (
        "non-ASCII password, legacy",
        &["-legacy"],
        &["密码Ünï"],
        WHOLE,
    ),
    ("astral password", &[], &["p😀w"], WHOLE),
    ("astral password, legacy", &["-legacy"], &["p😀w"], WHOLE),
    (
        "Windows attributes",
        &[
            "-CSP",
            "Microsoft RSA SChannel Cryptographic Provider",
            "-LMK",
            "-keyex",
        ],
        &["changeit"],
        WHOLE,
    ),
    (
        "aliases of issuers",
        &["-caname", "mid", "-caname", "root"],
        &["changeit"],
        WHOLE,
    ),
    (
        "certificates only",
        &["-nokeys"],
        &["changeit"],
        "0 key, 3 certificates",
    ),
    (
        "no leaf, only its issuers",
        &["-nocerts"],
        &["changeit"],
        "1 key, 2 certificates",
    ),
    ("MAC MD5", &["-macalg", "md5"], &["changeit"], WHOLE),
    ("MAC SHA-1", &["-macalg", "sha1"], &["changeit"], WHOLE),
    ("MAC SHA-224", &["-macalg", "sha224"], &["changeit"], WHOLE),
    ("MAC SHA-256", &["-macalg", "sha256"], &["changeit"], WHOLE),
    ("MAC SHA-384", &["-macalg", "sha384"], &["changeit"], WHOLE),
    ("MAC SHA-512", &["-macalg", "sha512"], &["changeit"], WHOLE),
    (
        "MAC SHA-512/224",
        &["-macalg", "sha512-224"],
        &["changeit"],
        WHOLE,
    ),
    (
        "MAC SHA-512/256",
        &["-macalg", "sha512-256"],
        &["changeit"],
        WHOLE,
    ),
    (
        "MAC SHA3-256",
        &["-macalg", "sha3-256"],
        &["changeit"],
        "0 key, 0 certificates, keystore_cipher_unsupported MAC with SHA3-256",
    ),
    (
        "MAC SM3",
        &["-macalg", "sm3"],
        &["changeit"],
        "0 key, 0 certificates, keystore_cipher_unsupported MAC with SM3",
    ),
    (
        "MAC RIPEMD-160",
        &["-macalg", "ripemd160"],
        &["changeit"],
        "0 key, 0 certificates, keystore_cipher_unsupported MAC with RIPEMD-160",
    ),
    (
        "MAC BLAKE2b",
        &["-macalg", "blake2b512"],
        &["changeit"],
        "0 key, 0 certificates, keystore_cipher_unsupported MAC with BLAKE2b-512",
    ),
    (
        "MAC Whirlpool",
        &["-macalg", "whirlpool"],
        &["changeit"],
        "0 key, 0 certificates, keystore_cipher_unsupported MAC with Whirlpool",
    ),
];

#[test]
fn flavours_of_openssl_answer_as_written_down() {
    let (folder, mut faults) = (folder(), Vec::new());
    let path = folder.path().join("flavour.p12");
    for (name, arguments, passwords, expected) in FLAVOURS {
        let (made_with, tried) = match passwords {
            [made_with, tried @ ..] if !tried.is_empty() => (made_with, tried),
            passwords => (&passwords[0], *passwords),
        };
        assert!(
            export(folder.path(), "flavour.p12", made_with, arguments),
            "{name}"
        );
        let found = answer(&path, tried);
        if found != *expected {
            faults.push(format!("{name}: {found}, not {expected}"));
        }
    }
    judge(faults);
}

#[test]
fn separate_passwords_for_integrity_and_privacy_are_told() {
    let folder = folder();
    // Without a terminal, openssl asks on standard input: the content's password, then the MAC's.
    let export = |out: &str, more: &[&str]| {
        let base = [
            "-w",
            "openssl",
            "pkcs12",
            "-export",
            "-inkey",
            "leaf.key",
            "-in",
            "leaf.pem",
            "-certfile",
            "chain.pem",
            "-twopass",
            "-out",
            out,
        ];
        let input = "mac-password\nmac-password\ncontent-password\ncontent-password\n";
        let other = "content-password\ncontent-password\nmac-password\nmac-password\n";
        let arguments = [&base, more].concat();
        assert!(
            peer(folder.path(), "setsid", &arguments, input)
                || peer(folder.path(), "setsid", &arguments, other)
        );
        folder.path().join(out)
    };
    let both = export("two.p12", &[]);
    let open_certificates = export("two-open.p12", &["-certpbe", "NONE"]);
    let mut faults = Vec::new();
    for (path, passwords, expected) in [
        (
            &both,
            &["one"][..],
            "0 key, 0 certificates, keystore_password_wrong",
        ),
        (
            &both,
            &["mac-password"],
            "0 key, 0 certificates, keystore_password_wrong",
        ),
        (
            &both,
            &["content-password"],
            "0 key, 0 certificates, keystore_checksum_wrong content_opens",
        ),
        (&both, &["mac-password", "content-password"], WHOLE),
        (&both, &["content-password", "mac-password"], WHOLE),
        (
            &open_certificates,
            &["mac-password"],
            "0 key, 3 certificates, key_password_wrong",
        ),
        (
            &open_certificates,
            &["mac-password", "content-password"],
            WHOLE,
        ),
    ] {
        let found = answer(path, passwords);
        if found != expected {
            faults.push(format!("{passwords:?}: {found}, not {expected}"));
        }
    }
    judge(faults);
}

/// Encrypted keys: every cipher and every PRF.
#[test]
fn every_encrypted_key_of_openssl_is_read_or_named() {
    let (folder, mut faults) = (folder(), Vec::new());
    let path = folder.path().join("key.pem");
    let mut check = |arguments: &[&str], expected: &str| {
        let base = [
            "pkcs8",
            "-topk8",
            "-in",
            "leaf.key",
            "-out",
            "key.pem",
            "-passout",
            "pass:changeit",
        ];
        let is_written = peer(
            folder.path(),
            "openssl",
            &[&base, arguments, &PROVIDERS].concat(),
            "",
        );
        // Some releases of openssl no longer write the CFB modes of triple DES.
        if !is_written
            && arguments
                .iter()
                .any(|argument| argument.starts_with("DES-EDE3-CFB"))
        {
            return;
        }
        assert!(is_written, "{arguments:?}");
        let found = answer(&path, &["changeit"]);
        if found != expected {
            faults.push(format!("{arguments:?}: {found}, not {expected}"));
        }
    };
    let others = NAMED_OTHERWISE.iter().map(|(name, _)| *name);
    for cipher in READ
        .split_whitespace()
        .chain(NAMED.split_whitespace())
        .chain(others)
    {
        let expected = match reason(cipher) {
            None => "1 key, 0 certificates".to_owned(),
            Some(name) => format!("0 key, 0 certificates, key_cipher_unsupported {name}"),
        };
        check(&["-v2", cipher], &expected);
    }
    for prf in [
        "hmacWithMD5",
        "hmacWithSHA1",
        "hmacWithSHA224",
        "hmacWithSHA256",
        "hmacWithSHA384",
        "hmacWithSHA512",
        "hmacWithSHA512-224",
        "hmacWithSHA512-256",
    ] {
        check(
            &["-v2", "aes-256-cbc", "-v2prf", prf],
            "1 key, 0 certificates",
        );
    }
    for scheme in OLD {
        check(&["-v1", scheme], "1 key, 0 certificates");
    }
    check(&["-scrypt"], "1 key, 0 certificates");
    judge(faults);
}
