//! Texts as CAs, consoles and programs word them, retold.

use super::{ExpectFault, Expected, Note, Recognised, recognise};
use crate::core::diagnose::Profile;
use crate::core::env::DnsName;

fn read(text: &str, names: &[&str]) -> Recognised {
    let names: Vec<DnsName> = names
        .iter()
        .filter_map(|name| DnsName::parse(name))
        .collect();
    recognise(text, &names)
}

fn told(expected: &Expected) -> String {
    match expected {
        Expected::Txt { name, value } => format!("TXT {name} {value}"),
        Expected::Cname { name, target } => format!("CNAME {name} {target}"),
        Expected::File { url, content } => {
            format!("FILE {url} {}", String::from_utf8_lossy(content))
        }
    }
}

/// Text, names of the order, what is expected.
const TEXTS: &[(&str, &[&str], &[&str])] = &[
    // Consoles, Chinese.
    (
        "主机记录：_dnsauth\n记录类型：TXT\n记录值：2026112500000abcdef0123456789",
        &["example.com"],
        &["TXT _dnsauth.example.com 2026112500000abcdef0123456789"],
    ),
    (
        "域名\t主机记录\t记录类型\t记录值\nwww.example.com\t_dnsauth.www\tTXT\t20261125abcdef",
        &["www.example.com"],
        &["TXT _dnsauth.www.example.com 20261125abcdef"],
    ),
    (
        "域名验证\n验证域名：www.example.com.cn\n主机记录\n_dnsauth.www\n记录类型\nTXT\n记录值\n202611250123abcdef",
        &[],
        &["TXT _dnsauth.www.example.com.cn 202611250123abcdef"],
    ),
    (
        "请添加如下解析记录：\n记录类型 主机记录 记录值\nTXT _dnsauth 默认 600 2026abcdefabcdef",
        &["example.com"],
        &["TXT _dnsauth.example.com 2026abcdefabcdef"],
    ),
    (
        "主机记录 = ＿dnsauth\u{200b}\n记录值 = “20261125ａｂｃ”",
        &["example.com"],
        &["TXT _dnsauth.example.com 20261125abc"],
    ),
    (
        "主机记录：_0a1b2c3d.shop\n记录类型：CNAME\n记录值：0f0e0d0c.comodoca.com",
        &["shop.example.com"],
        &["CNAME _0a1b2c3d.shop.example.com 0f0e0d0c.comodoca.com"],
    ),
    (
        "申请域名：example.com\n文件目录：/.well-known/pki-validation\n文件名：fileauth.txt\n文件内容：202611250000abc",
        &[],
        &["FILE http://example.com/.well-known/pki-validation/fileauth.txt 202611250000abc"],
    ),
    // Consoles and mails, English.
    (
        "Host record: _dnsauth\nRecord type: TXT\nRecord value: 20261125xyzxyz",
        &["*.example.com"],
        &["TXT _dnsauth.example.com 20261125xyzxyz"],
    ),
    (
        "Create this record with your DNS provider:\n\nHost name:  _dnsauth.example.com\nTXT value:  _k3jd92ls0ab4\n",
        &["example.com"],
        &["TXT _dnsauth.example.com _k3jd92ls0ab4"],
    ),
    (
        "_0123456789ABCDEF0123456789ABCDEF.example.com. CNAME aaaa0000.bbbb1111.sectigo.com.",
        &[],
        &["CNAME _0123456789abcdef0123456789abcdef.example.com aaaa0000.bbbb1111.sectigo.com"],
    ),
    (
        "Alias: _a1b2.example.com\nPoints to: c3d4.comodoca.com",
        &["example.com"],
        &["CNAME _a1b2.example.com c3d4.comodoca.com"],
    ),
    (
        "_a1b2.example.com -> c3d4.e5f6.comodoca.com",
        &[],
        &["CNAME _a1b2.example.com c3d4.e5f6.comodoca.com"],
    ),
    (
        "To show that you control example.com put this random value into a TXT record of the domain.\nRandom value: _9f8e7d6c5b4a39281706f5e4d3c2b1a0",
        &["example.com"],
        &["TXT example.com _9f8e7d6c5b4a39281706f5e4d3c2b1a0"],
    ),
    (
        "CNAME host: k2j3h4g5.example.com\nTarget: dcv.digicert.com",
        &["example.com"],
        &["CNAME k2j3h4g5.example.com dcv.digicert.com"],
    ),
    (
        "Add to your zone: _globalsign-domain-verification=Ab1-cD2_eF3",
        &["www.example.com"],
        &["TXT www.example.com _globalsign-domain-verification=Ab1-cD2_eF3"],
    ),
    (
        "Put this into the page gsdv.txt:\n<meta name=\"_globalsign-domain-verification\" content=\"Ab1cD2\" />",
        &["example.com"],
        &[
            "FILE http://example.com/.well-known/pki-validation/gsdv.txt <meta name=\"_globalsign-domain-verification\" content=\"Ab1cD2\" />",
        ],
    ),
    (
        "Save the file at http://example.com/.well-known/pki-validation/0A1B.txt\nFile content:\n1122aabb\ncomodoca.com\nt0k3n\n\nThe team",
        &[],
        &[
            "FILE http://example.com/.well-known/pki-validation/0A1B.txt 1122aabb\ncomodoca.com\nt0k3n",
        ],
    ),
    // ACME programs.
    (
        "Please deploy a DNS TXT record under the name:\n\n_acme-challenge.example.com.\n\nwith the following value:\n\nN0tARealValue-0123456789_abcdefghijklmnopqrs\n\nBefore continuing, verify",
        &[],
        &["TXT _acme-challenge.example.com N0tARealValue-0123456789_abcdefghijklmnopqrs"],
    ),
    (
        "Please deploy a DNS TXT record under the name\n_acme-challenge.example.com with the following value:\n\nAnotherValue0123\n",
        &[],
        &["TXT _acme-challenge.example.com AnotherValue0123"],
    ),
    (
        "Create a file containing just this data:\n\ntok.thumb\n\nAnd make it available on your web server at this URL:\n\nhttp://example.com/.well-known/acme-challenge/tok\n",
        &[],
        &["FILE http://example.com/.well-known/acme-challenge/tok tok.thumb"],
    ),
    (
        "[Wed Nov 25] Add the following TXT record:\n[x] \nDomain: '_acme-challenge.example.com'\nTXT value: 'aBcDeF0123456'\nBe aware",
        &[],
        &["TXT _acme-challenge.example.com aBcDeF0123456"],
    ),
    (
        "Domain:  example.com\nRecord:  _acme-challenge.example.com\nType:    TXT\nContent: \"w1nAcmeValue01\"\nNote:    Some DNS managers add quotes.",
        &[],
        &["TXT _acme-challenge.example.com w1nAcmeValue01"],
    ),
    (
        "{\"identifier\":{\"type\":\"dns\",\"value\":\"example.com\"},\"challenges\":[{\"type\":\"http-01\",\"token\":\"tok\",\"keyAuthorization\":\"tok.thumb\"}]}",
        &[],
        &["FILE http://example.com/.well-known/acme-challenge/tok tok.thumb"],
    ),
    (
        "{\"identifier\":{\"type\":\"dns\",\"value\":\"example.org\"},\"challenges\":[{\"type\":\"dns-01\",\"token\":\"tok\",\"keyAuthorization\":\"abc\"}]}",
        &[],
        &["TXT _acme-challenge.example.org ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0"],
    ),
    // Interfaces of consoles.
    (
        "{\"RecordDomain\":\"_dnsauth\",\"RecordType\":\"TXT\",\"RecordValue\":\"2026apivalue\",\"Domain\":\"example.com\"}",
        &[],
        &["TXT _dnsauth.example.com 2026apivalue"],
    ),
    (
        "{\"ResourceRecord\":{\"Name\":\"_c1.example.com.\",\"Type\":\"CNAME\",\"Value\":\"_d2.acm-validations.aws.\"}}",
        &[],
        &["CNAME _c1.example.com _d2.acm-validations.aws"],
    ),
    // Zone files and pairs.
    (
        "_acme-challenge.example.com. 300 IN TXT \"part-one-\" \"part-two\"",
        &[],
        &["TXT _acme-challenge.example.com part-one-part-two"],
    ),
    (
        "_dnsauth.example.com=2026pairvalue",
        &[],
        &["TXT _dnsauth.example.com 2026pairvalue"],
    ),
    (
        "| Name | Type | Value |\n|---|---|---|\n| _acme-challenge.a | TXT | one0123456 |\n| _acme-challenge.b | TXT | two0123456 |",
        &["a.example.com", "b.example.com"],
        &[
            "TXT _acme-challenge.a.example.com one0123456",
            "TXT _acme-challenge.b.example.com two0123456",
        ],
    ),
    (
        "@ IN TXT \"google-check=0123456789\"",
        &["example.com"],
        &["TXT example.com google-check=0123456789"],
    ),
];

#[test]
fn what_a_ca_wrote_becomes_what_is_expected() {
    let mut faults = Vec::new();
    for (text, names, wanted) in TEXTS {
        let found: Vec<String> = read(text, names).expected.iter().map(told).collect();
        if found != *wanted {
            faults.push(format!("{text}\n  found  {found:?}\n  wanted {wanted:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
    assert!(TEXTS.len() >= 25);
}

#[test]
fn nothing_recognised_is_said() {
    for text in [
        "",
        "Dear customer, your order is being looked at.",
        "Add a TXT record to the zone of your domain and wait.",
        "{\"status\":\"pending\"}",
        "您的订单正在审核。",
    ] {
        let found = read(text, &["example.com"]);
        assert_eq!(found.expected, [], "{text}");
        assert!(found.notes.contains(&Note::Nothing), "{text}");
    }
}

#[test]
fn the_ca_and_its_strictness_are_guessed() {
    for (text, authority, profile) in [
        (
            "Sectigo Limited: _a.example.com CNAME b.comodoca.com",
            "sectigo.com",
            Some(Profile::Br),
        ),
        ("Your DigiCert order", "digicert.com", Some(Profile::Br)),
        (
            "主机记录 _dnsauth，品牌 TrustAsia",
            "trustasia.com",
            Some(Profile::Strict),
        ),
        (
            "Let's Encrypt via certbot",
            "letsencrypt.org",
            Some(Profile::Acme),
        ),
        (
            "_x.example.com CNAME _y.acm-validations.aws",
            "amazon.com",
            None,
        ),
    ] {
        let found = read(text, &[]);
        let domain = found
            .authority
            .as_ref()
            .map(|one| one.to_write().to_owned());
        assert_eq!(domain.as_deref(), Some(authority), "{text}");
        assert_eq!(found.profile, profile, "{text}");
    }
}

#[test]
fn a_host_record_is_completed_and_that_is_said() {
    let name = |text: &str| DnsName::parse(text).unwrap();
    let found = read("_dnsauth.dev TXT 0123456789", &["dev.example.com"]);
    let full = name("_dnsauth.dev.example.com");
    assert_eq!(
        found.notes,
        [Note::Completed {
            host: "_dnsauth.dev".to_owned(),
            name: full
        }]
    );
    let unknown = read("_dnsauth TXT 0123456789", &[]);
    assert!(unknown.notes.contains(&Note::ZoneUnknown {
        host: "_dnsauth".to_owned()
    }));
    let token = "{\"type\":\"dns-01\",\"token\":\"abc\"}";
    assert!(read(token, &[]).notes.contains(&Note::TokenAlone));
    let lacking = read("Host record: _dnsauth.example.com\nType: TXT", &[]);
    assert!(lacking.notes.contains(&Note::ValueMissing {
        at: "_dnsauth.example.com".to_owned()
    }));
}

#[test]
fn hostile_text_is_read_in_no_time() {
    for text in [
        "[".repeat(100_000),
        "_a.example.com TXT \"".repeat(20_000),
        "主机记录：".repeat(50_000),
        "\u{200b}".repeat(200_000),
    ] {
        let begun = std::time::Instant::now();
        read(&text, &["example.com"]);
        assert!(begun.elapsed().as_secs() < 2);
    }
}

#[test]
fn pairs_of_the_command_line_are_read_or_refused() {
    let txt = Expected::txt("_a.example.com=b=c").unwrap();
    assert_eq!(told(&txt), "TXT _a.example.com b=c");
    let cname = Expected::cname("_a.example.com=B.Example.net.").unwrap();
    assert_eq!(told(&cname), "CNAME _a.example.com b.example.net");
    let file = Expected::file("http://example.com/.well-known/x=C:\\a.txt");
    assert_eq!(file, Ok(("http://example.com/.well-known/x", "C:\\a.txt")));
    assert_eq!(Expected::txt("_a.example.com"), Err(ExpectFault::NoPair));
    assert_eq!(Expected::txt("_a=b"), Err(ExpectFault::Name));
    assert_eq!(
        Expected::cname("_a.example.com=b c"),
        Err(ExpectFault::Target)
    );
    assert_eq!(Expected::file("ftp://x/y=z"), Err(ExpectFault::Url));
}
