//! Names come out of whatever people paste, and what was tidied is told.

use certwright::core::csr::names::{Cleaning, advise, text_of};

use super::ascii;

/// A paste, the names in it, and what was tidied with how often.
type Row = (
    &'static str,
    &'static [&'static str],
    &'static [(Cleaning, usize)],
);

const SEPARATORS: &[Row] = &[
    (
        "a.com,b.com;c.com|d.com\te.com f.com\ng.com",
        &[
            "a.com", "b.com", "c.com", "d.com", "e.com", "f.com", "g.com",
        ],
        &[],
    ),
    (
        "a.com，b.com、c.com；d.com｜e.com",
        &["a.com", "b.com", "c.com", "d.com", "e.com"],
        &[],
    ),
    (
        "a.com\u{a0}b.com\u{3000}c.com\r\nd.com\re.com\u{2028}f.com",
        &["a.com", "b.com", "c.com", "d.com", "e.com", "f.com"],
        &[],
    ),
    (",, ;\n\n | a.com , ", &["a.com"], &[]),
    ("", &[], &[]),
    (" \n\t，、", &[], &[]),
];

const ADDRESSES_OF_PAGES: &[Row] = &[
    (
        "https://shop.example.com/login?next=/a#b",
        &["shop.example.com"],
        &[(Cleaning::Url, 1)],
    ),
    (
        "HTTP://Jane:pw@Shop.Example.com:8443/x",
        &["shop.example.com"],
        &[(Cleaning::Url, 1)],
    ),
    (
        "http://user@h.example.com,https://b.example.com",
        &["h.example.com", "b.example.com"],
        &[(Cleaning::Url, 2)],
    ),
    (
        "https://[2606:4700::1111]:8443/x",
        &["2606:4700::1111"],
        &[(Cleaning::Url, 1)],
    ),
    (
        "//cdn.example.com/lib.js",
        &["cdn.example.com"],
        &[(Cleaning::Url, 1)],
    ),
    (
        "shop.example.com/path",
        &["shop.example.com"],
        &[(Cleaning::Url, 1)],
    ),
    (
        "*://*.example.com/*",
        &["*.example.com"],
        &[(Cleaning::Url, 1)],
    ),
    (
        "shop.example.com:443",
        &["shop.example.com"],
        &[(Cleaning::Port, 1)],
    ),
    ("1.1.1.1:853", &["1.1.1.1"], &[(Cleaning::Port, 1)]),
    (
        "[2606:4700::1111]:53",
        &["2606:4700::1111"],
        &[(Cleaning::Port, 1)],
    ),
    (
        "[2606:4700::1111]",
        &["2606:4700::1111"],
        &[(Cleaning::Punctuation, 1)],
    ),
    ("2606:4700::", &["2606:4700::"], &[]),
    ("fe80::1%eth0", &["fe80::1"], &[]),
];

const MAIL: &[Row] = &[
    (
        "admin@example.com",
        &["example.com"],
        &[(Cleaning::Email, 1)],
    ),
    (
        "Jane Doe <jane@example.com>, \"It\" <it@example.net>",
        &["example.com", "example.net"],
        &[(Cleaning::Email, 2), (Cleaning::Punctuation, 2)],
    ),
    (
        "To: jane@example.com",
        &["example.com"],
        &[(Cleaning::Email, 1), (Cleaning::Punctuation, 1)],
    ),
    (
        "mailto:jane@example.com",
        &["example.com"],
        &[(Cleaning::Url, 1)],
    ),
];

const LABELS: &[Row] = &[
    (
        "X509v3 Subject Alternative Name: \n    DNS:a.com, DNS:*.b.com, IP Address:1.1.1.1",
        &["a.com", "*.b.com", "1.1.1.1"],
        &[(Cleaning::Punctuation, 3)],
    ),
    (
        "DNS Name=a.com\nDNS Name=b.com\nIP Address=1.1.1.1",
        &["a.com", "b.com", "1.1.1.1"],
        &[(Cleaning::Punctuation, 3)],
    ),
    (
        "DNS 名称=a.com，DNS名称=b.com",
        &["a.com", "b.com"],
        &[(Cleaning::Punctuation, 2)],
    ),
    (
        "SAN:dns=a.com&dns=b.com",
        &["a.com", "b.com"],
        &[(Cleaning::Punctuation, 2)],
    ),
    (
        "DNS.1 = a.com\nDNS.2=b.com\nIP.1 = 1.1.1.1",
        &["a.com", "b.com", "1.1.1.1"],
        &[(Cleaning::Punctuation, 3)],
    ),
    (
        "URL=https://a.com/",
        &["a.com"],
        &[(Cleaning::Url, 1), (Cleaning::Punctuation, 1)],
    ),
    ("CN = a.com", &["a.com"], &[(Cleaning::Punctuation, 1)]),
    ("dns.google", &["dns.google"], &[]),
    ("host.example.com", &["host.example.com"], &[]),
    ("ip-api.com", &["ip-api.com"], &[]),
];

const MARKS: &[Row] = &[
    (
        "1. a.com\n2) b.com\n(3) c.com\n4、d.com",
        &["a.com", "b.com", "c.com", "d.com"],
        &[(Cleaning::Punctuation, 4)],
    ),
    (
        "- a.com\n* b.com\n• c.com\n* *.d.com",
        &["a.com", "b.com", "c.com", "*.d.com"],
        &[(Cleaning::Punctuation, 4)],
    ),
    (
        "1)a.com •b.com",
        &["a.com", "b.com"],
        &[(Cleaning::Punctuation, 2)],
    ),
    ("1.example.com", &["1.example.com"], &[]),
    (
        "[\"a.com\", 'b.com', `c.com`]",
        &["a.com", "b.com", "c.com"],
        &[(Cleaning::Punctuation, 3)],
    ),
    (
        "(see a.com!)",
        &["see", "a.com"],
        &[(Cleaning::Punctuation, 2)],
    ),
    ("a.com.", &["a.com"], &[(Cleaning::FinalDot, 1)]),
    (
        "DNS:a.com.",
        &["a.com"],
        &[(Cleaning::FinalDot, 1), (Cleaning::Punctuation, 1)],
    ),
];

const ODD_CHARACTERS: &[Row] = &[
    (
        "\u{200e}a.com\u{200b} b\u{2060}.com \u{feff}c.com",
        &["a.com", "b.com", "c.com"],
        &[(Cleaning::Invisible, 3)],
    ),
    (
        "ｗｗｗ．ｅｘａｍｐｌｅ．ｃｏｍ",
        &["www.example.com"],
        &[(Cleaning::FullWidth, 1)],
    ),
    (
        "公司。中国",
        &["xn--55qx5d.xn--fiqs8s"],
        &[(Cleaning::FullWidth, 1)],
    ),
    ("SHOP.Example.COM", &["shop.example.com"], &[]),
    ("a\u{202e}moc.b", &["amoc.b"], &[(Cleaning::Invisible, 1)]),
];

#[test]
fn names_come_out_of_every_kind_of_list() {
    for (rows, what) in [
        (SEPARATORS, "separators"),
        (ADDRESSES_OF_PAGES, "pages"),
        (MAIL, "mail"),
        (LABELS, "labels"),
        (MARKS, "marks"),
        (ODD_CHARACTERS, "characters"),
    ] {
        for (text, names, cleaned) in rows.iter() {
            let advice = advise(text);
            assert_eq!(ascii(&advice), *names, "{what}: {text:?}");
            let told: Vec<_> = advice
                .cleaned
                .iter()
                .map(|one| (one.what, one.count))
                .collect();
            assert_eq!(told, *cleaned, "{what}: {text:?}");
        }
    }
}

#[test]
fn a_span_is_the_place_of_its_name_with_its_label() {
    let text = "DNS:a.com, \"b.com\"；https://c.com/x 公司.cn";
    let advice = advise(text);
    let places: Vec<&str> = advice
        .names
        .iter()
        .map(|name| text.get(name.span.clone()).unwrap())
        .collect();
    assert_eq!(
        places,
        ["DNS:a.com", "\"b.com\"", "https://c.com/x", "公司.cn"]
    );
}

#[test]
fn more_than_is_read_is_said() {
    let many: String = (0..10_001)
        .map(|number| format!("h{number}.example.com\n"))
        .collect();
    let advice = advise(&many);
    assert_eq!(advice.names.len(), 10_000);
    assert_eq!(advice.findings[0].id().name(), "order_list_limit");
    let long = "中".repeat(1 << 20);
    let advice = advise(&long);
    assert_eq!(advice.names.len(), 1);
    assert!(advice.names[0].span.end <= 1 << 20);
    assert_eq!(advice.findings[0].id().name(), "order_list_limit");
}

#[test]
fn files_of_names_may_be_utf_16() {
    let bytes: Vec<u8> = "\u{feff}a.com\r\n公司.cn"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(ascii(&advise(&text_of(&bytes))), ["a.com", "xn--55qx5d.cn"]);
    assert_eq!(
        ascii(&advise(&text_of("\u{feff}a.com".as_bytes()))),
        ["a.com"]
    );
}
