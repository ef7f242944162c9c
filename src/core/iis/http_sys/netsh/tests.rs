//! Listings in several languages and encodings, whole, cut and damaged.

use super::{ListingFault, ListingFaultKind, read};
use crate::core::iis::http_sys::SslEntry;

const EN_2025: &str = include_str!("../../../../../tests/fixtures/iis/netsh/en-2025.txt");
const EN_2016: &str = include_str!("../../../../../tests/fixtures/iis/netsh/en-2016.txt");
const EN_2008: &str = include_str!("../../../../../tests/fixtures/iis/netsh/en-2008r2.txt");
const DE: &str = include_str!("../../../../../tests/fixtures/iis/netsh/de.txt");
const ZH: &str = include_str!("../../../../../tests/fixtures/iis/netsh/zh.txt");
const JA: &str = include_str!("../../../../../tests/fixtures/iis/netsh/ja.txt");
const URLACL: &str = include_str!("../../../../../tests/fixtures/iis/netsh/urlacl.txt");

/// Parameter, value, start of the hash, store, flags.
fn brief(entries: &[SslEntry]) -> Vec<String> {
    let one = |entry: &SslEntry| {
        let hash = entry
            .thumbprint
            .map(|hash| hash.to_string().chars().take(4).collect());
        format!(
            "{}={} {} {} {:x}",
            entry.key.netsh_parameter(),
            entry.key.netsh_value(),
            hash.unwrap_or_else(|| "-".to_owned()),
            entry.store.as_deref().unwrap_or("-"),
            entry.flags.0
        )
    };
    entries.iter().map(one).collect()
}

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

#[test]
fn entries_are_read_in_every_language() {
    let table: [(&str, &[&str]); 6] = [
        (
            EN_2025,
            &[
                "ipport=0.0.0.0:443 c40d My 0",
                "ipport=192.0.2.10:443 0011 WebHosting 412",
                "ipport=[2001:db8::10]:8443 c40d MY 0",
                "hostnameport=shop.example.com:443 c40d My 1040",
                "hostnameport=*.example.com:443 0011 WebHosting 0",
                "ccs=443 - - 0",
                "scopedccs=media.example.com:443 - - 0",
            ],
        ),
        (
            EN_2016,
            &[
                "ipport=0.0.0.0:443 c40d My 10",
                "hostnameport=adfs.example.com:443 0011 MY 0",
            ],
        ),
        (
            EN_2008,
            &["ipport=0.0.0.0:443 c40d MY 0", "ipport=[::]:443 c40d - 2"],
        ),
        (
            DE,
            &[
                "ipport=0.0.0.0:443 c40d My 2",
                "hostnameport=laden.example:443 0011 WebHosting 10",
            ],
        ),
        (
            ZH,
            &[
                "ipport=0.0.0.0:443 c40d My 2",
                "hostnameport=xn--czru2d.example:443 0011 WebHosting 0",
                "ccs=8443 - - 0",
            ],
        ),
        (
            JA,
            &[
                "ipport=0.0.0.0:443 c40d MY 2",
                "hostnameport=shop.example.jp:443 0011 - 0",
            ],
        ),
    ];
    for (text, expected) in table {
        let found = read(text.as_bytes()).expect("listing");
        assert_eq!(brief(&found), expected);
        assert!(found.iter().all(|entry| entry.app_id.is_some()));
    }
}

#[test]
fn the_encoding_makes_no_difference() {
    for text in [EN_2025, DE, ZH, JA] {
        let expected = brief(&read(text.as_bytes()).expect("UTF-8"));
        let marked = format!("\u{feff}{text}");
        let forms = [
            marked.clone().into_bytes(),
            utf16(&marked, u16::to_le_bytes),
            utf16(&marked, u16::to_be_bytes),
            utf16(text, u16::to_le_bytes),
            utf16(text, u16::to_be_bytes),
            text.replace("\r\n", "\n").into_bytes(),
            text.replace(" : ", "：").into_bytes(),
        ];
        for form in forms {
            assert_eq!(brief(&read(&form).expect("form")), expected);
        }
    }
}

#[test]
fn code_pages_of_consoles_are_read() {
    for (text, code_page) in [
        (ZH, encoding_rs::GBK),
        (JA, encoding_rs::SHIFT_JIS),
        (DE, encoding_rs::WINDOWS_1252),
    ] {
        // A name beyond ASCII cannot be told in an unknown code page.
        let text = text.replace("商城", "shop");
        let (bytes, _, failed) = code_page.encode(&text);
        assert!(!failed && std::str::from_utf8(&bytes).is_err());
        let expected = brief(&read(text.as_bytes()).expect("UTF-8"));
        assert_eq!(brief(&read(&bytes).expect("code page")), expected);
    }
}

#[test]
fn what_is_around_a_listing_is_passed_over() {
    let prompt = "C:\\Users\\a>netsh http show sslcert";
    let window = format!("{prompt}\r\n{EN_2016}\r\nC:\\Users\\a>");
    let expected = brief(&read(EN_2016.as_bytes()).expect("listing"));
    assert_eq!(brief(&read(window.as_bytes()).expect("window")), expected);
    // Pasted, with blank lines lost.
    let pasted = EN_2016.replace("\r\n\r\n", "\r\n");
    assert_eq!(brief(&read(pasted.as_bytes()).expect("pasted")), expected);
    // Only the four rows, by findstr.
    let is_head = |line: &&str| {
        ["port", "Hash", "Application", "Store Name   "]
            .iter()
            .any(|word| line.contains(word))
            && !line.contains("Ctl")
    };
    let picked: Vec<&str> = EN_2016.lines().filter(is_head).collect();
    let picked = read(picked.join("\n").as_bytes()).expect("picked");
    assert_eq!(picked.len(), 2);
}

#[test]
fn a_title_without_entries_is_an_empty_listing() {
    for text in [
        "\r\nSSL Certificate bindings:\r\n-------------------------\r\n\r\n",
        "\nSSL 证书绑定:\n-------------------------\n",
        "C:\\>netsh http show sslcert\r\n\r\nSSL Certificate bindings:\r\n-----\r\n\r\n\r\nC:\\>",
    ] {
        assert_eq!(read(text.as_bytes()), Ok(Vec::new()), "{text}");
    }
}

#[test]
fn what_is_no_listing_is_said_with_its_line() {
    use ListingFaultKind::{Binary, Cut, Empty, Entry, Message, NoListing};
    let message = "\r\nSSL Certificate bindings:\r\n-----\r\n\r\n    The system cannot find the file specified.\r\n";
    let no_hash = EN_2016.replace("c40d7f219ae356b8d0", "c40d");
    let no_key = EN_2016.replace("0.0.0.0:443", "0.0.0:443");
    let no_second = EN_2016.replace("adfs.example.com:443", "adfs.example.com");
    let head: String = EN_2016
        .lines()
        .take(7)
        .map(|line| format!("{line}\n"))
        .collect();
    let key_only: String = EN_2016
        .lines()
        .take(5)
        .map(|line| format!("{line}\n"))
        .collect();
    let rows: String = EN_2016
        .lines()
        .take(12)
        .map(|line| format!("{line}\n"))
        .collect();
    let short = EN_2025.split("\r\n Extended").next().expect("first");
    let fewer = format!("{short}\r\n{}", rows.replace("SSL", "").replace("---", ""));
    let listener = "\nIP addresses present in the IP listen list:\n-----\n\n    127.0.0.1\n";
    for (text, line, kind) in [
        ("", 1, Empty),
        (" \r\n\r\n", 1, Empty),
        (
            "<!DOCTYPE html>\n<html><body>: a</body></html>",
            1,
            NoListing,
        ),
        ("\n\n[req]\nprompt = no\n", 3, NoListing),
        (URLACL, 5, NoListing),
        (message, 5, Message),
        (listener, 5, Message),
        ("MZ\u{0}\u{1}\u{2}abcdef", 1, Binary),
        ("a\nb\n\u{7f}", 3, Binary),
        (&no_hash, 5, Entry),
        (&no_key, 6, Entry),
        (&no_second, 22, Entry),
        (&key_only, 5, Cut),
        (&head, 7, Cut),
        (&rows, 12, Cut),
        (&fewer, 41, Cut),
    ] {
        assert_eq!(
            read(text.as_bytes()),
            Err(ListingFault { line, kind }),
            "{text}"
        );
    }
}

#[test]
fn every_cut_is_a_fault_or_loses_no_more_than_words() {
    // Whatever is cut off: never a panic, and never entries that are not there.
    for at in 0..EN_2025.len() {
        let Some(part) = EN_2025.get(..at) else {
            continue;
        };
        if let Ok(found) = read(part.as_bytes()) {
            let whole = read(EN_2025.as_bytes()).expect("listing");
            assert!(found.len() <= whole.len());
            for (found, whole) in found.iter().zip(&whole) {
                assert_eq!(
                    (&found.key, found.thumbprint),
                    (&whole.key, whole.thumbprint)
                );
            }
        }
    }
}

#[test]
fn faults_are_data() {
    let fault = read(b"").expect_err("empty");
    let json = serde_json::to_string(&fault).expect("json");
    assert_eq!(json, r#"{"line":1,"kind":"empty"}"#);
    assert_eq!(fault.to_string(), "line 1: the file is empty");
}

#[test]
fn too_many_entries_are_refused() {
    let entry = |number: usize| {
        format!(
            "\na : h{number}.x:1\nb : (null)\nc : {{4dc3e181-e14b-4a21-b022-59fc669b0914}}\nd : MY\n"
        )
    };
    let text: String = (0..=crate::core::limits::IIS_LISTING_ENTRIES)
        .map(entry)
        .collect();
    let fault = read(text.as_bytes()).expect_err("too many");
    assert_eq!(fault.kind, ListingFaultKind::TooMany);
}
