//! Mixes of entries and the one that answers, with and without a host name.

use std::net::IpAddr;

use super::{Answer, Cases, Rule, Table};
use crate::core::iis::binding::Endpoint;
use crate::core::iis::http_sys::{EntryAddress, EntryKey, SslEntry};

/// `ipport=…`, `hostnameport=…`, `ccs=…`, `scopedccs=…`, separated by spaces.
fn entries(text: &str) -> Vec<SslEntry> {
    let key = |text: &str| {
        let (kind, value) = text.split_once('=').expect("kind");
        let (place, port) = value.rsplit_once(':').unwrap_or(("", value));
        let port = port.parse().expect("port");
        match kind {
            "ip" => {
                let bare = place.trim_matches(['[', ']']);
                EntryKey::IpPort(EntryAddress(bare.parse().expect("address")), port)
            }
            "sni" => EntryKey::HostPort(place.into(), port),
            "ccs" => EntryKey::CentralStore(port),
            "scoped" => EntryKey::ScopedCentralStore(place.into(), port),
            _ => panic!("{kind}"),
        }
    };
    let entry = |text| SslEntry {
        key: key(text),
        thumbprint: None,
        app_id: None,
        store: None,
        flags: Default::default(),
    };
    text.split_whitespace().map(entry).collect()
}

fn short(answer: Option<Answer<'_>>) -> String {
    answer.map_or_else(|| "-".to_owned(), |answer| answer.entry.key.netsh_value())
}

fn pair(cases: Cases<'_>) -> (String, String) {
    (short(cases.with_host), short(cases.without_host))
}

#[test]
fn each_binding_is_served_by_the_entry_that_comes_first() {
    const ALL: &str = "ip=192.0.2.1:443 sni=a.example:443 sni=*.b.example:443 scoped=c.example:443 ccs=443 ip=[::]:443 ip=0.0.0.0:443";
    // entries, binding, with its host name sent, without a host name
    #[rustfmt::skip]
    let table = [
        ("", "*:443:", "-", "-"),
        ("ip=0.0.0.0:443", "*:443:", "0.0.0.0:443", "0.0.0.0:443"),
        ("ip=0.0.0.0:443", "*:443:a.example", "0.0.0.0:443", "0.0.0.0:443"),
        ("ip=0.0.0.0:443", "*:8443:a.example", "-", "-"),
        ("ip=0.0.0.0:443", "192.0.2.1:443:", "0.0.0.0:443", "0.0.0.0:443"),
        ("ip=0.0.0.0:443", "[2001:db8::1]:443:", "0.0.0.0:443", "0.0.0.0:443"),
        ("ip=[::]:443", "*:443:", "-", "-"),
        ("ip=[::]:443", "192.0.2.1:443:", "-", "-"),
        ("ip=[::]:443", "[2001:db8::1]:443:", "[::]:443", "[::]:443"),
        ("ip=[::]:443 ip=0.0.0.0:443", "[2001:db8::1]:443:", "[::]:443", "[::]:443"),
        ("ip=[::]:443 ip=0.0.0.0:443", "192.0.2.1:443:", "0.0.0.0:443", "0.0.0.0:443"),
        ("sni=a.example:443", "*:443:a.example", "a.example:443", "-"),
        ("sni=a.example:443", "*:443:A.Example.", "a.example:443", "-"),
        ("sni=a.example:443", "*:443:b.example", "-", "-"),
        ("sni=a.example:443", "*:443:", "-", "-"),
        ("sni=xn--bcher-kva.example:443", "*:443:Bücher.example", "xn--bcher-kva.example:443", "-"),
        ("sni=a.example:443 ip=0.0.0.0:443", "*:443:a.example", "a.example:443", "0.0.0.0:443"),
        ("sni=a.example:443 ip=192.0.2.1:443", "192.0.2.1:443:a.example", "192.0.2.1:443", "192.0.2.1:443"),
        ("sni=a.example:443 ip=192.0.2.1:443", "192.0.2.2:443:a.example", "a.example:443", "-"),
        ("sni=*.example:443", "*:443:a.example", "*.example:443", "-"),
        ("sni=*.example:443", "*:443:x.a.example", "-", "-"),
        ("sni=*.example:443", "*:443:*.example", "*.example:443", "-"),
        ("sni=a.example:443", "*:443:*.example", "-", "-"),
        ("sni=a.example:443 sni=*.example:443", "*:443:a.example", "a.example:443", "-"),
        ("ccs=443", "*:443:a.example", "443", "443"),
        ("ccs=443 ip=0.0.0.0:443", "*:443:a.example", "443", "443"),
        ("ccs=443 sni=a.example:443", "*:443:a.example", "a.example:443", "443"),
        ("ccs=443 ip=192.0.2.1:443", "192.0.2.1:443:a.example", "192.0.2.1:443", "192.0.2.1:443"),
        ("ccs=8443 ip=0.0.0.0:443", "*:443:a.example", "0.0.0.0:443", "0.0.0.0:443"),
        ("scoped=a.example:443 ip=0.0.0.0:443", "*:443:a.example", "a.example:443", "0.0.0.0:443"),
        ("scoped=*.example:443 ccs=443", "*:443:a.example", "*.example:443", "443"),
        ("scoped=*.example:443 ccs=443", "*:443:a.test", "443", "443"),
        (ALL, "192.0.2.1:443:a.example", "192.0.2.1:443", "192.0.2.1:443"),
        (ALL, "*:443:x.b.example", "*.b.example:443", "443"),
        (ALL, "*:443:c.example", "c.example:443", "443"),
        (ALL, "[2001:db8::1]:443:d.example", "443", "443"),
    ];
    for (held, binding, with_host, without_host) in table {
        let held = entries(held);
        let table = Table::new(&held);
        let binding = Endpoint::parse(binding).expect(binding);
        let found = pair(table.served(&binding).cases);
        let expected = (with_host.to_owned(), without_host.to_owned());
        assert_eq!(found, expected, "{binding} of {}", held.len());
    }
}

#[test]
fn a_binding_for_every_address_tells_where_it_is_overruled() {
    let held = entries(
        "ip=[2001:db8::1]:443 ip=192.0.2.9:443 ip=192.0.2.9:8443 ip=[::]:443 ip=0.0.0.0:443 ip=192.0.2.1:443",
    );
    let table = Table::new(&held);
    let served = table.served(&Endpoint::parse("*:443:a.example").expect("binding"));
    let keys: Vec<String> = served
        .elsewhere
        .iter()
        .map(|key| key.netsh_value())
        .collect();
    assert_eq!(
        keys,
        ["192.0.2.1:443", "192.0.2.9:443", "[2001:db8::1]:443"]
    );
    let over_v6 = served.over_v6.expect("another answer over IPv6");
    assert_eq!(short(over_v6.with_host), "[::]:443");
    let served = table.served(&Endpoint::parse("192.0.2.9:443:").expect("binding"));
    assert!(served.elsewhere.is_empty() && served.over_v6.is_none());
}

#[test]
fn a_connection_is_answered_by_rule() {
    let held = entries("ip=192.0.2.1:443 sni=a.example:443 ip=0.0.0.0:443 sni=10.0.0.1:443");
    let table = Table::new(&held);
    let rule = |local: &str, host| {
        let local: IpAddr = local.parse().expect("address");
        table.answer(local, 443, host).map(|answer| answer.rule)
    };
    assert_eq!(
        rule("192.0.2.1", Some("a.example")),
        Some(Rule::ExactAddress)
    );
    assert_eq!(rule("::ffff:192.0.2.1", None), Some(Rule::ExactAddress));
    assert_eq!(rule("192.0.2.2", Some("A.example")), Some(Rule::HostName));
    assert_eq!(rule("2001:db8::2", None), Some(Rule::AnyV4));
    assert_eq!(rule("192.0.2.2", Some("10.0.0.1")), Some(Rule::AnyV4));
    assert_eq!(
        table.answer("192.0.2.1".parse().expect("address"), 1, None),
        None
    );
}

#[test]
fn many_bindings_are_looked_up_at_once() {
    let held: String = (0..20_000)
        .map(|number| {
            format!(
                "sni=h{number}.example:443 ip=10.1.{}.{}:443 ",
                number / 250,
                number % 250
            )
        })
        .collect();
    let held = entries(&held);
    let table = Table::new(&held);
    for number in 0..20_000 {
        let binding = Endpoint::parse(&format!("*:443:h{number}.example")).expect("binding");
        let served = table.served(&binding);
        assert_eq!(served.elsewhere.len(), 20_000);
        assert_eq!(
            served.cases.with_host.map(|answer| answer.rule),
            Some(Rule::HostName)
        );
    }
}
