//! Recognition by content, against files that openssl, keytool and others made.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use certwright::core::finding::{Kind, NotOpenedKind};
use certwright::core::sniff::{Recognition, TextNote, What, password_candidates, recognise};
use proptest::prelude::*;

fn fixture(path: &str) -> Vec<u8> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    fs::read(root.join(path)).expect(path)
}

/// Kind and size of each piece, one word each.
fn words(found: &Recognition) -> Vec<String> {
    found
        .pieces
        .iter()
        .map(|piece| match &piece.what {
            What::Damaged { kind, detail } => format!("damaged {kind:?}: {detail}"),
            What::NotOpened(content) => format!("not opened {content:?}"),
            What::Text => "text".to_owned(),
            What::Empty => "empty".to_owned(),
            What::NotUnderstood { .. } => "not understood".to_owned(),
            What::EncryptedPkcs8(_) => "encrypted key".to_owned(),
            What::LegacyPemKey { dek_info, .. } => format!("legacy key {dek_info}"),
            other => format!("{:?}", other.kind()).to_lowercase(),
        })
        .collect()
}

fn words_of(path: &str) -> Vec<String> {
    words(&recognise(&fixture(path)))
}

fn certificates(found: &Recognition) -> Vec<Vec<u8>> {
    let der = |what: &What| match what {
        What::Certificate(der) => Some(der.clone()),
        _ => None,
    };
    found
        .pieces
        .iter()
        .filter_map(|piece| der(&piece.what))
        .collect()
}

#[test]
fn disfigured_pem_gives_the_same_certificates() {
    // Every one of these files holds a sound leaf and its intermediate, in this order.
    let disfigured = [
        "text-around",
        "text-cr",
        "text-crlf",
        "text-escaped-newlines",
        "text-glued",
        "text-indented",
        "text-no-last-newline",
        "text-one-line",
        "text-quoted",
        "text-utf16be",
        "text-utf16be-bom",
        "text-utf16le",
        "text-utf16le-bom",
        "text-utf8-bom",
        "label-x509",
    ];
    let plain = certificates(&recognise(&fixture("broken/text-no-end/fullchain.pem")));
    assert_eq!(plain.len(), 2);
    for name in disfigured {
        let found = recognise(&fixture(&format!("broken/{name}/fullchain.pem")));
        assert_eq!(words(&found), ["certificate", "certificate"], "{name}");
        let sound = x509_parser::parse_x509_certificate(&certificates(&found)[0]).is_ok();
        assert!(sound, "{name}");
        assert_eq!(
            certificates(&found)[1].len(),
            plain[1].len(),
            "{name}: the intermediate"
        );
    }
}

#[test]
fn notes_tell_how_the_text_is_written() {
    let notes = |name: &str| recognise(&fixture(&format!("broken/{name}/fullchain.pem"))).notes;
    assert_eq!(notes("text-utf8-bom"), [TextNote::Bom]);
    let utf16 = |little_endian| [TextNote::Utf16 { little_endian }];
    assert_eq!(notes("text-utf16le-bom"), utf16(true));
    assert_eq!(notes("text-utf16le"), utf16(true));
    assert_eq!(notes("text-utf16be-bom"), utf16(false));
    assert_eq!(notes("text-utf16be"), utf16(false));
    // Dear customer / your certificate / The intermediate / Best regards / -- / Example Trust.
    assert_eq!(notes("text-around"), [TextNote::ExtraLines(6)]);
    for clean in [
        "text-cr",
        "text-crlf",
        "text-glued",
        "text-one-line",
        "text-escaped-newlines",
    ] {
        assert_eq!(notes(clean), [], "{clean}");
    }
    let is_extra = |notes: &[TextNote]| matches!(notes, [TextNote::ExtraLines(_)]);
    assert!(is_extra(&notes("text-indented")));
    assert!(is_extra(&notes("text-quoted")));
}

#[test]
fn structure_decides_and_wrong_labels_are_told() {
    assert_eq!(
        words_of("broken/label-p7b-as-certificate/shop.example.com.p7b"),
        ["pkcs7"]
    );
    assert_eq!(
        words_of("broken/label-pkcs7-signed-data/shop.example.com.p7b"),
        ["pkcs7"]
    );
    assert_eq!(words_of("broken/label-key-kinds/pkcs1.key"), ["key"]);
    assert_eq!(words_of("broken/label-key-kinds/pkcs8.key"), ["key"]);
    assert_eq!(
        words_of("broken/label-new-request/shop.example.com.csr"),
        ["csr"]
    );
    assert_eq!(
        words_of("broken/label-trusted/fullchain.pem"),
        ["certificate"]
    );
    let wrong = |kind| {
        let label = "CERTIFICATE".to_owned();
        [TextNote::WrongLabel { label, kind }]
    };
    let key = recognise(&fixture("broken/label-key-as-certificate/first.pem"));
    assert_eq!(
        (words(&key), key.notes),
        (vec!["key".to_owned()], wrong(Kind::Key).to_vec())
    );
    let csr = recognise(&fixture("broken/label-key-as-certificate/second.pem"));
    assert_eq!(
        (words(&csr), csr.notes),
        (vec!["csr".to_owned()], wrong(Kind::Csr).to_vec())
    );
}

#[test]
fn damage_is_named() {
    assert_eq!(
        words_of("broken/text-no-end/cert.pem"),
        ["damaged Certificate: no END line"]
    );
    assert_eq!(
        words_of("broken/text-lost-character/cert.pem"),
        ["damaged Certificate: bad base64 in line 3"]
    );
    let cut = words_of("broken/truncated-certificate/shop.example.com.cer");
    assert!(
        cut[0].starts_with("damaged Certificate: bytes missing: "),
        "{cut:?}"
    );
    let cut = words_of("broken/truncated-pfx/shop.example.com.pfx");
    assert!(
        cut[0].starts_with("damaged Pfx: bytes missing: "),
        "{cut:?}"
    );
    assert_eq!(
        words_of("broken/truncated-jks/shop.example.com.jks"),
        ["jks"]
    );
}

#[test]
fn content_wins_over_names() {
    let lies = |name: &str| words_of(&format!("broken/extension-lies/shop.example.com.{name}"));
    assert_eq!(lies("cer"), ["pfx"]);
    assert_eq!(lies("pfx"), ["key", "certificate", "certificate"]);
    assert_eq!(lies("key"), ["certificate"]);
    assert_eq!(lies("crt"), ["key"]);
    assert_eq!(
        words_of("broken/pkcs12-named-jks/shop.example.com.jks"),
        ["pfx"]
    );
    assert_eq!(words_of("broken/not-a-zip.zip"), ["text"]);
    assert_eq!(
        words_of("broken/base64-bare/fullchain.pem"),
        ["certificate"]
    );
}

#[test]
fn foreign_files_are_named() {
    assert_eq!(
        words_of("broken/html-error/shop.example.com.crt"),
        ["not opened Html"]
    );
    assert_eq!(words_of("broken/empty/shop.example.com.crt"), ["empty"]);
    let other = |name: &str| words_of(&format!("broken/something-else/{name}"));
    assert_eq!(other("logo.png"), ["not opened Picture"]);
    assert_eq!(other("setup.exe"), ["not opened Program"]);
    assert_eq!(other("data.bin"), ["not understood"]);
    assert_eq!(other("readme.txt"), ["text"]);
}

#[test]
fn parameters_beside_a_key_are_no_news() {
    let key =
        String::from_utf8(fixture("bundles/certbot/live/shop.example.com/privkey.pem")).unwrap();
    let parameters =
        "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";
    assert_eq!(
        words(&recognise(parameters.as_bytes())),
        ["not opened Parameters"]
    );
    let both = format!("{parameters}{key}");
    assert_eq!(words(&recognise(both.as_bytes())), ["key"]);
}

#[test]
fn binary_saved_as_text_is_damaged() {
    let der = fixture("broken/extension-lies/shop.example.com.cer");
    let replaced = String::from_utf8_lossy(&der).into_owned();
    let widened: String = der.iter().map(|byte| char::from(*byte)).collect();
    for text in [replaced, widened] {
        let told = words(&recognise(text.as_bytes()));
        assert_eq!(told, ["damaged Unknown: binary content was saved as text"]);
    }
}

#[test]
fn pkcs7_is_told_in_der_and_pem() {
    assert_eq!(words_of("bundles/digicert-der.p7b"), ["pkcs7"]);
    assert_eq!(words_of("bundles/digicert-pem.p7b"), ["pkcs7"]);
}

#[test]
fn several_der_certificates_in_one_file_are_all_found() {
    let mut joined = Vec::new();
    for der in certificates(&recognise(&fixture("broken/text-no-end/fullchain.pem"))) {
        joined.extend_from_slice(&der);
    }
    assert_eq!(words(&recognise(&joined)), ["certificate", "certificate"]);
}

#[test]
fn dashes_of_word_processors_are_understood_and_told() {
    let pem = String::from_utf8(fixture("broken/text-no-end/fullchain.pem")).unwrap();
    for dashes in [
        "----",
        "\u{2014}\u{2014}-",
        "\u{2013}\u{2013}\u{2013}\u{2013}\u{2013}",
    ] {
        let found = recognise(pem.replace("-----", dashes).as_bytes());
        assert_eq!(words(&found), ["certificate", "certificate"], "{dashes}");
        let is_told = |note: &TextNote| matches!(note, TextNote::ArmourRepaired { line: 1, .. });
        assert!(found.notes.iter().any(is_told), "{dashes}");
    }
}

#[test]
fn sentences_about_pem_are_no_blocks() {
    let text = "Copy all from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE----- into it.";
    assert_eq!(words(&recognise(text.as_bytes())), ["text"]);
}

#[test]
fn values_of_json_files_are_read() {
    let pem = String::from_utf8(fixture("broken/text-no-end/fullchain.pem")).unwrap();
    let json = serde_json::json!({ "certificate": pem }).to_string();
    let escaped = json.replace('/', "\\/").replace('=', "\\u003d");
    for text in [json, escaped] {
        assert_eq!(
            words(&recognise(text.as_bytes())),
            ["certificate", "certificate"]
        );
    }
}

#[test]
fn password_files_give_candidates_in_order() {
    let told = |bytes: &[u8], name: &str| {
        let secrets = password_candidates(bytes, name)?;
        let texts = secrets.iter().map(|secret| secret.expose().to_owned());
        Some(texts.collect::<Vec<_>>())
    };
    let one = |text: &str| Some(vec![text.to_owned()]);
    assert_eq!(
        told(b"d8NcV5tZaR4w", "keystorePass.txt"),
        one("d8NcV5tZaR4w")
    );
    assert_eq!(
        told(b"\xEF\xBB\xBFd8NcV5tZaR4w\r\n", "keystorePass.txt"),
        one("d8NcV5tZaR4w")
    );
    assert_eq!(told(b"\xFF\xFEa\0b\0c\0\r\0\n\0", "x.txt"), one("abc"));
    assert_eq!(
        told("密码：秘密x\n".as_bytes(), "私钥密码.txt").unwrap()[0],
        "秘密x"
    );
    let (gbk, _, _) = encoding_rs::GBK.encode("密码：秘密x\r\n");
    assert_eq!(told(&gbk, "私钥密码.txt").unwrap()[0], "秘密x");
    let prefixed = told(b"keystorePass=xyz ", "readme.txt").unwrap();
    assert_eq!(prefixed, ["xyz", "keystorePass=xyz", "keystorePass=xyz "]);
    assert_eq!(told(b"Copy both files to the server.", "readme.txt"), None);
    assert_eq!(told(b"-----BEGIN CERTIFICATE-----", "password.txt"), None);
    assert_eq!(told(b"abc", "shop.crt"), None);
    assert_eq!(told(b"one two\nthree", "mapping.txt"), None);
    assert_eq!(told(b"12 34", "pin.txt").unwrap(), ["12 34"]);
}

#[test]
fn garbage_takes_linear_time() {
    let size = 4 << 20;
    let blocks: &[&[u8]] = &[
        b"-----BEGIN",
        b"-----BEGIN CERTIFICATE-----\n",
        b"-----END CERTIFICATE-----\n",
        b"-----BEGIN CERTIFICATE-----\nMIIB\n",
        b"-----BEGIN RSA PRIVATE KEY-----\nA:",
        b"-----BEGIN CERTIFICATE-----A:",
        "\u{2014}BEGIN CERTIFICATE\u{2014}".as_bytes(),
        b"-",
        b"\x30\x80",
        b"> > ",
        b"\\n",
        b"a: ",
        b"\0-\0B",
        b"=",
        b"MIIB",
    ];
    for block in blocks {
        let bytes: Vec<u8> = block.iter().copied().cycle().take(size).collect();
        let start = Instant::now();
        let found = recognise(&bytes);
        let took = start.elapsed();
        assert!(!found.pieces.is_empty());
        assert!(took < Duration::from_secs(3), "{took:?} for {block:?}");
    }
}

fn some_files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let folders = [
        "broken/text-utf16le",
        "broken/text-bag-attributes",
        "broken/extension-lies",
        "bundles",
    ];
    let mut files: Vec<PathBuf> = folders
        .iter()
        .flat_map(|folder| fs::read_dir(root.join(folder)).expect(folder))
        .map(|entry| entry.expect("entry").path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    files
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_bytes_are_recognised(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        prop_assert!(!recognise(&bytes).pieces.is_empty());
    }

    #[test]
    fn any_text_with_armour_is_recognised(
        parts in proptest::collection::vec(
            prop_oneof![
                Just("-----BEGIN CERTIFICATE-----\n".to_owned()),
                Just("-----END CERTIFICATE-----\n".to_owned()),
                Just("\u{2014}BEGIN PKCS7\u{2014}".to_owned()),
                Just("Proc-Type: 4,ENCRYPTED\nDEK-Info: x".to_owned()),
                Just("MIIB\\nAAA=3D".to_owned()),
                "[ -~\n\r>]{0,40}",
            ],
            0..20,
        ),
    ) {
        let text = parts.concat();
        prop_assert!(!recognise(text.as_bytes()).pieces.is_empty());
        drop(password_candidates(text.as_bytes(), "password.txt"));
    }

    #[test]
    fn mutated_files_are_recognised(file in 0_usize..64, spots in proptest::collection::vec((any::<u32>(), any::<u8>()), 1..8), cut in any::<u32>()) {
        let files = some_files();
        let mut bytes = fs::read(&files[file % files.len()]).expect("fixture");
        for (spot, value) in spots {
            let length = bytes.len();
            if length > 0 {
                bytes[spot as usize % length] = value;
            }
        }
        if cut % 3 == 0 {
            bytes.truncate(cut as usize % (bytes.len() + 1));
        }
        prop_assert!(!recognise(&bytes).pieces.is_empty());
    }
}

#[test]
fn openssh_and_pgp_blocks_are_named() {
    let block = |label: &str| {
        let text =
            format!("-----BEGIN {label}-----\nVersion: x\n\nAAAA\n=abcd\n-----END {label}-----\n");
        words(&recognise(text.as_bytes()))
    };
    let named = |content: NotOpenedKind| vec![format!("not opened {content:?}")];
    assert_eq!(
        block("OPENSSH PRIVATE KEY"),
        named(NotOpenedKind::OpenSshKey)
    );
    assert_eq!(block("PGP MESSAGE"), named(NotOpenedKind::Pgp));
}
