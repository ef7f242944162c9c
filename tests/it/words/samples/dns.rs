//! Samples of facts about what DNS says of a name, and its servers.

use std::net::IpAddr;

use certwright::core::env::{AddressRange, DnsFault, DnsName, RecordType};
use certwright::core::finding::{DnsFact, DnssecFault, Fact, Told};
use certwright::core::time::Moment;

pub fn facts(text: &str) -> Vec<Fact> {
    let mut all = names(text);
    all.extend(servers(text));
    all.extend(signatures(text));
    all.into_iter().map(Fact::from).collect()
}

fn name(text: &str) -> DnsName {
    DnsName::parse(text).unwrap()
}

fn told(text: &str) -> Vec<Told> {
    ["192.0.2.1", "192.0.2.2"]
        .map(|source| Told {
            source: source.to_owned(),
            values: vec![text.to_owned()],
            ttl: Some(4_000),
        })
        .to_vec()
}

fn names(text: &str) -> Vec<DnsFact> {
    let at = || name("www.example.net");
    let address: IpAddr = "10.0.0.1".parse().unwrap();
    let values = || vec![text.to_owned()];
    vec![
        DnsFact::NameMissing {
            name: at(),
            zone: name("example.net"),
        },
        DnsFact::NameMissing {
            name: at(),
            zone: DnsName::default(),
        },
        DnsFact::NotDelegated {
            domain: name("example.net"),
            registry: name("net"),
        },
        DnsFact::NoAddress { name: at() },
        DnsFact::ReservedAddress {
            name: at(),
            address,
            range: AddressRange::Private,
        },
        DnsFact::PublicSuffix { name: name("net") },
        DnsFact::LookupFailed {
            name: at(),
            record: RecordType::A,
            code: Some(2),
            detail: text.to_owned(),
        },
        DnsFact::LookupFailed {
            name: at(),
            record: RecordType::A,
            code: None,
            detail: text.to_owned(),
        },
        DnsFact::AliasCircle {
            names: vec![at(), name("b.example.net"), at()],
        },
        DnsFact::AliasDangling {
            name: at(),
            target: name("b.example.net"),
        },
        DnsFact::AliasBesideOthers {
            name: at(),
            target: name("b.example.net"),
            others: vec![RecordType::TXT],
        },
        DnsFact::HostsFile {
            name: at(),
            address,
        },
        DnsFact::SplitDns {
            name: at(),
            inside: values(),
            outside: values(),
        },
        DnsFact::NegativeCached {
            name: at(),
            sources: values(),
            seconds: 90,
        },
        DnsFact::WildcardAnswers {
            name: at(),
            record: RecordType::TXT,
            values: values(),
        },
        DnsFact::ResolversDisagree {
            name: at(),
            record: RecordType::A,
            told: told(text),
        },
    ]
}

fn servers(text: &str) -> Vec<DnsFact> {
    let (zone, server) = (|| name("example.net"), || name("ns1.example.net"));
    let address: IpAddr = "192.0.2.1".parse().unwrap();
    vec![
        DnsFact::AnswerBroken {
            server: text.to_owned(),
            detail: text.to_owned(),
        },
        DnsFact::DelegationDiffers {
            zone: zone(),
            at_parent: vec![server()],
            at_zone: Vec::new(),
        },
        DnsFact::LameDelegation {
            zone: zone(),
            server: server(),
            address,
        },
        DnsFact::OneServer {
            zone: zone(),
            server: server(),
        },
        DnsFact::OneNetwork {
            zone: zone(),
            network: "192.0.2.0/24".to_owned(),
        },
        DnsFact::Intercepted { server: server() },
        DnsFact::ServerAddressMissing {
            zone: zone(),
            server: server(),
        },
        DnsFact::ServerRefuses {
            zone: zone(),
            server: server(),
            address,
            code: 5,
        },
        DnsFact::ServerSilent {
            zone: zone(),
            server: server(),
            address,
            fault: DnsFault::TimedOut(3_000),
        },
        DnsFact::ServersDisagree {
            name: zone(),
            record: RecordType::A,
            told: told(text),
        },
        DnsFact::ServersDisagree {
            name: zone(),
            record: RecordType::SOA,
            told: told(text),
        },
        DnsFact::TcpClosed {
            zone: zone(),
            server: server(),
            address,
        },
    ]
}

fn signatures(text: &str) -> Vec<DnsFact> {
    let record = RecordType::A;
    let at = Moment(1_790_000_000);
    let faults = [
        DnssecFault::NoMatchingKey {
            wanted: vec![20_326],
            found: vec![38_696, 1],
        },
        DnssecFault::NotSigned,
        DnssecFault::Expired { record, at },
        DnssecFault::NotYetValid { record, from: at },
        DnssecFault::Wrong { record },
        DnssecFault::Missing { record },
        DnssecFault::NoProof { record },
        DnssecFault::Resolvers {
            detail: text.to_owned(),
        },
    ];
    let zone = || name("example.net");
    let broken = faults.map(|fault| DnsFact::DnssecBroken {
        zone: zone(),
        fault,
    });
    let mut all = broken.to_vec();
    all.push(DnsFact::DnssecNotChecked { zone: zone() });
    all
}
