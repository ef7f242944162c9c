//! One sample of every fact about the names of an order.

use certwright::core::env::AddressRange;
use certwright::core::finding::{Fact, NameFact, NameFault, VendorRule, WildcardFault};

const RANGES: [AddressRange; 7] = [
    AddressRange::Loopback,
    AddressRange::LinkLocal,
    AddressRange::Metadata,
    AddressRange::Multicast,
    AddressRange::Private,
    AddressRange::Reserved,
    AddressRange::Unspecified,
];
const FAULTS: [NameFault; 13] = [
    NameFault::ALabel,
    NameFault::AddressRange,
    NameFault::Character('$'),
    NameFault::Character('\u{202e}'),
    NameFault::EmptyLabel,
    NameFault::HyphenAtEnd,
    NameFault::HyphensReserved,
    NameFault::International,
    NameFault::LabelTooLong,
    NameFault::NameTooLong,
    NameFault::NumericEnding,
    NameFault::TooManyLabels,
    NameFault::Underscore,
];
const STARS: [WildcardFault; 5] = [
    WildcardFault::Address,
    WildcardFault::Alone,
    WildcardFault::NotLeftmost,
    WildcardFault::PartOfLabel,
    WildcardFault::Several,
];

pub fn facts(text: &str) -> Vec<Fact> {
    let name = || Box::<str>::from(text);
    let mut all = vec![
        NameFact::AddressesNotByDns { addresses: 2 },
        NameFact::AddressFewCas { name: name() },
        NameFact::Covered {
            name: name(),
            by: name(),
        },
        NameFact::Duplicate { name: name() },
        NameFact::DnsOnly { wildcards: 1 },
        NameFact::ListLimit {
            limit: "names",
            allowed: 10_000,
        },
        NameFact::ListLimit {
            limit: "bytes",
            allowed: 1 << 20,
        },
        NameFact::Long {
            name: name(),
            characters: 70,
        },
        NameFact::Onion { name: name() },
        NameFact::PublicSuffix {
            name: name(),
            suffix: name(),
        },
        NameFact::TwoLevels {
            name: name(),
            wildcard: name(),
        },
        NameFact::TopLevelUnknown {
            name: name(),
            ending: name(),
        },
        NameFact::VendorRule {
            name: name(),
            rule: VendorRule::Fails,
        },
        NameFact::VendorRule {
            name: name(),
            rule: VendorRule::NotBound,
        },
    ];
    all.extend([true, false].map(|is_whole| NameFact::FilterWord {
        name: name(),
        word: "bank",
        is_whole,
    }));
    all.extend(["", text].map(|ending| NameFact::Internal {
        name: name(),
        ending: ending.into(),
    }));
    all.extend(RANGES.map(|range| NameFact::AddressPrivate {
        name: name(),
        range,
    }));
    all.extend(FAULTS.map(|cause| NameFact::Malformed {
        name: name(),
        cause,
    }));
    all.extend(STARS.map(|cause| NameFact::WildcardMisplaced {
        name: name(),
        cause,
    }));
    all.into_iter().map(Fact::from).collect()
}
