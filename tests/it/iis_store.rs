//! Saved listings of certificate stores, in the formats and languages that Windows writes.

use std::path::Path;

use certwright::core::iis::store::listing::{StoreListingFaultKind, read};
use certwright::core::iis::store::{KeyLink, StoreCertificate};

fn bytes(file: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/iis/store");
    std::fs::read(folder.join(file)).expect(file)
}

fn listing(file: &str) -> Vec<StoreCertificate> {
    read(&bytes(file), None).unwrap_or_else(|fault| panic!("{file}: {fault:?}"))
}

/// One line for each certificate: store, thumbprint, key, title, dates, friendly name.
fn summary(file: &str) -> Vec<String> {
    let line = |found: &StoreCertificate| {
        let moment = |moment: Option<_>| {
            moment.map_or_else(
                || "?".to_owned(),
                |at: certwright::core::time::Moment| at.to_string(),
            )
        };
        let thumbprint: String = found.thumbprint.to_string().chars().take(8).collect();
        format!(
            "{} {} {:?} {} {} {} {}",
            found.store,
            thumbprint,
            found.key,
            found.title(),
            moment(found.not_before()),
            moment(found.not_after()),
            found.friendly_name.as_deref().unwrap_or("-")
        )
    };
    listing(file).iter().map(line).collect()
}

#[test]
fn certutil_is_read_in_english() {
    assert_eq!(
        summary("certutil-english.txt"),
        [
            "MY 82ad1e0c Broken corp-DC01-CA 2025-11-03T15:30:00Z 2030-11-03T15:40:00Z -",
            "MY 779a97b1 Present shop.example.com 2026-06-14T20:14:00Z 2027-06-30T20:14:00Z -",
            "MY 11223344 Missing old.example.com 2025-06-01T00:00:00Z 2026-06-01T00:00:00Z -",
        ]
    );
}

#[test]
fn certutil_is_read_in_other_languages_and_code_pages() {
    let german = [
        "MY aabbccdd Present www.beispiel.example 2026-01-02T01:00:00Z 2027-03-02T01:00:00Z -",
        "MY bbbbccdd Missing ohne.beispiel.example 2026-01-02T01:00:00Z 2027-03-02T01:00:00Z -",
    ];
    assert_eq!(summary("certutil-german.txt"), german);
    let chinese = [
        "WebHosting efba8a81 Present 商店.example 2026-06-14T08:14:00Z 2027-06-30T08:14:00Z -",
        "WebHosting f37620fc Missing bbs.example 2026-06-14T08:14:00Z 2027-06-30T08:14:00Z -",
    ];
    assert_eq!(summary("certutil-chinese-gbk.txt"), chinese);
    let japanese =
        ["MY a46eabd8 Present www.example.jp 2026-06-14T08:14:00Z 2027-06-30T08:14:00Z -"];
    assert_eq!(summary("certutil-japanese.txt"), japanese);
    let french =
        ["MY aabbccdd Present www.exemple.example 2026-02-01T01:00:00Z 2027-02-01T01:00:00Z -"];
    assert_eq!(summary("certutil-french.txt"), french);
}

#[test]
fn a_verbose_listing_gives_more() {
    let verbose = [
        "MY 37ed7c3e Present shop.example.com 2026-06-14T10:00:00Z 2027-07-05T10:00:00Z *.shop 2026",
    ];
    assert_eq!(summary("certutil-verbose.txt"), verbose);
    let found = listing("certutil-verbose.txt");
    let listed = &found.first().expect("one").listed;
    assert_eq!(
        listed.subject.as_deref(),
        Some("CN=shop.example.com, O=Example, Ltd, L=Ghent")
    );
    assert_eq!(
        listed.issuer.as_deref(),
        Some("CN=Example DV TLS CA 3, O=Example Trust, C=US")
    );
    let covers = |host: &str| found.first().and_then(|found| found.covers_host(host));
    assert_eq!(covers("www.shop.example.com"), Some(true));
    assert_eq!(covers("example.com"), Some(false));
}

#[test]
fn revocation_lists_are_no_certificates() {
    let agency = ["CA fee449ee Missing Root Agency 1996-05-28T15:02:00Z 2039-12-31T16:59:00Z -"];
    assert_eq!(summary("certutil-intermediates.txt"), agency);
}

#[test]
fn several_stores_of_one_file_are_kept_apart() {
    assert_eq!(
        summary("certutil-all.txt"),
        [
            "MY 01010101 Unknown a.example 2026-06-14T20:14:00Z 2027-06-30T20:14:00Z -",
            "Custom 02020202 Unknown 0202020202020202020202020202020202020202 2026-06-14T20:14:00Z 2027-06-30T20:14:00Z -",
        ]
    );
}

#[test]
fn an_empty_store_is_no_fault_and_a_refusal_is_one() {
    assert!(listing("certutil-empty.txt").is_empty());
    let fault = read(&bytes("certutil-denied.txt"), None)
        .err()
        .expect("denied");
    assert_eq!(fault.line, 2);
    assert_eq!(
        fault.kind,
        StoreListingFaultKind::CommandFailed(0x8007_0005)
    );
    assert!(read(b"[\r\n\r\n]\r\n", None).expect("empty").is_empty());
    let header = b"\"Thumbprint\",\"Subject\"\r\n";
    assert!(read(header, None).expect("empty").is_empty());
}

#[test]
fn an_error_of_a_key_belongs_to_its_record() {
    let text = String::from_utf8(bytes("certutil-english.txt")).expect("ASCII");
    let failed = text.replace(
        "CertUtil: -store command completed successfully.",
        "CertUtil: -store command FAILED: 0x80090016 (-2146893802 NTE_BAD_KEYSET)",
    );
    let found = read(failed.as_bytes(), None).expect("a listing");
    assert_eq!(found.last().map(|last| last.key), Some(KeyLink::Broken));
}

#[test]
fn powershell_lists_are_read() {
    assert_eq!(
        summary("list.txt"),
        [
            "MY c40d7f21 Present shop.example.com 2026-06-14T00:00:00Z 2027-06-30T23:59:59Z shop 2026",
            "MY d50d7f21 Missing a.example 2026-06-14T00:00:00Z 2027-07-02T23:59:59Z -",
        ]
    );
    let found = listing("list.txt");
    let names = found
        .iter()
        .map(|found| found.listed.dns_names.as_deref().map(<[_]>::len));
    // The second list is cut by PowerShell.
    assert_eq!(names.collect::<Vec<_>>(), [Some(2), None]);
}

#[test]
fn powershell_tables_are_read() {
    assert_eq!(
        summary("table.txt"),
        [
            "CA fee449ee Unknown Root Agency ? ? -",
            "CA d559a586 Unknown d559a586669b08f46a30a133f8a9ed3d038e2ea8 ? ? -",
            "CurrentUser\\MY 109f1cae Unknown stray.example ? ? -",
            "CurrentUser\\MY 0f9f1cae Unknown 0f9f1caed645bb78b3ea2b94c0697c740733031c ? ? -",
        ]
    );
}

#[test]
fn powershell_json_and_csv_are_read() {
    assert_eq!(
        summary("convertto-json.txt"),
        [
            "WebHosting c40d7f21 Present xn--bcher-kva.example 2026-06-14T00:00:00Z 2027-06-30T23:59:59Z -"
        ]
    );
    let found = listing("convertto-json.txt");
    let covers = found
        .first()
        .and_then(|found| found.covers_host("bücher.example"));
    assert_eq!(covers, Some(true));
    assert_eq!(
        summary("export.csv"),
        [
            "MY c40d7f21 Present shop.example.com 2026-06-14T00:00:00Z 2027-06-30T23:59:59Z the \"new\" one, 2026"
        ]
    );
}

#[test]
fn our_own_collector_brings_the_certificates_themselves() {
    let found = listing("collector.json");
    let keys: Vec<KeyLink> = found.iter().map(|found| found.key).collect();
    use KeyLink::{Broken, Missing, Present, Unknown};
    assert_eq!(keys, [Present, Broken, Unknown, Missing]);
    assert!(found.iter().all(|found| found.certificate.is_some()));
    let stores: Vec<&str> = found.iter().map(|found| &*found.store).collect();
    assert_eq!(stores, ["MY", "MY", "WebHosting", "Root"]);
    let names: Vec<_> = found
        .iter()
        .map(|found| found.friendly_name.as_deref())
        .collect();
    assert_eq!(names, [Some("*.shop 2026"), None, Some("商店 \"1\""), None]);
}

#[test]
fn a_listing_that_contradicts_its_certificate_is_refused() {
    let text = String::from_utf8(bytes("collector.json")).expect("ASCII");
    let found = listing("collector.json");
    let second = found.get(1).expect("second").thumbprint.to_string();
    let forged = text.replace(
        &second.to_uppercase(),
        "C40D7F219AE356B8D01234567890ABCDEF012345",
    );
    let fault = read(forged.as_bytes(), None).err().expect("forged");
    assert_eq!(fault.kind, StoreListingFaultKind::AnotherCertificate);
    assert_eq!(fault.line, 3);
}

#[test]
fn a_hint_names_the_store_that_a_listing_does_not() {
    let text = "Thumbprint : C40D7F219AE356B8D01234567890ABCDEF012345\n";
    let store = |hint| {
        let found = read(text.as_bytes(), hint).expect("list");
        found.first().map(|found| found.store.clone())
    };
    assert_eq!(store(None).as_deref(), Some("MY"));
    assert_eq!(store(Some("webhosting")).as_deref(), Some("WebHosting"));
}

#[test]
fn damaged_listings_say_where() {
    for (text, line, kind) in [
        (
            "[\n{\"Thumbprint\": \"C40D\"},\n{]",
            3,
            StoreListingFaultKind::Json(String::new()),
        ),
        ("{\"a\": 1}", 1, StoreListingFaultKind::NotAListing),
        (
            "Subject    : CN=a\nThumbprint :\n",
            1,
            StoreListingFaultKind::NoThumbprint,
        ),
        (
            "Thumbprint  Subject\n----------  -------\nC40D7F2...  CN=a\n",
            3,
            StoreListingFaultKind::NoThumbprint,
        ),
        (
            "\"Thumbprint\",\"Subject\"\n\"C40D\",\"CN=a\"\n",
            2,
            StoreListingFaultKind::NoThumbprint,
        ),
        (
            "My \"Personal\"\n================ Certificate 0 ================\nSerial Number: 00\n",
            2,
            StoreListingFaultKind::NoThumbprint,
        ),
    ] {
        let fault = read(text.as_bytes(), None).err().expect(text);
        assert_eq!(fault.line, line, "{text}");
        let is_same = std::mem::discriminant(&fault.kind) == std::mem::discriminant(&kind);
        assert!(is_same, "{text}: {fault:?}");
    }
}

#[test]
fn a_listing_cut_or_flipped_anywhere_never_panics() {
    for file in [
        "certutil-english.txt",
        "certutil-verbose.txt",
        "certutil-chinese-gbk.txt",
        "list.txt",
        "table.txt",
        "convertto-json.txt",
        "export.csv",
    ] {
        let whole = bytes(file);
        for cut in (0..whole.len()).step_by(7) {
            let _may_fail = read(whole.get(..cut).unwrap_or_default(), None);
            let mut flipped = whole.clone();
            if let Some(byte) = flipped.get_mut(cut) {
                *byte ^= 0x55;
            }
            let _may_fail = read(&flipped, None);
        }
    }
}
