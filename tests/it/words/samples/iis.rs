//! One sample of every fact about IIS, with each value of the enums in it.

pub mod plan;

use certwright::core::finding::{AtBinding, BlockCause, Fact, IisFact, KeyedElement, Layer};
use certwright::core::iis::binding::EndpointFault;
use certwright::core::iis::flags::SslFlag;
use certwright::core::iis::plan::HostFault;
use certwright::core::iis::version::IisVersion;
use certwright::core::time::Moment;

pub const PARTS: [EndpointFault; 3] = [
    EndpointFault::Parts,
    EndpointFault::Address,
    EndpointFault::Port,
];

pub fn host_faults() -> [HostFault; 9] {
    [
        HostFault::Empty,
        HostFault::Address,
        HostFault::Character('/'),
        HostFault::Character(' '),
        HostFault::Character('\u{202e}'),
        HostFault::Label,
        HostFault::Length,
        HostFault::Wildcard,
        HostFault::WildcardVersion(IisVersion::V8_5),
    ]
}

fn causes(name: &str) -> Vec<BlockCause> {
    let name = || name.into();
    vec![
        BlockCause::NoTypeWithoutExtension,
        BlockCause::NoTypeForText,
        BlockCause::Handlers { instead: None },
        BlockCause::Handlers {
            instead: Some(name()),
        },
        BlockCause::RequiresHttps,
        BlockCause::Redirect {
            destination: name(),
        },
        BlockCause::Rewrite {
            rule: name(),
            only_to_https: true,
        },
        BlockCause::Rewrite {
            rule: name(),
            only_to_https: false,
        },
        BlockCause::ExtensionsListed,
        BlockCause::HiddenSegment { segment: name() },
        BlockCause::DeniedSequence { sequence: name() },
        BlockCause::GetDenied,
    ]
}

/// Facts in which every text is this name.
pub fn facts(name: &str) -> Vec<Fact> {
    let mut all = bindings(name);
    all.extend(spelling(name));
    all.extend(entries(name));
    all.extend(certificates(name));
    all.extend(server(name));
    for cause in causes(name) {
        for path in ["", name] {
            all.push(IisFact::ValidationBlocked {
                path: path.into(),
                cause: cause.clone(),
            });
        }
    }
    all.into_iter().map(Fact::from).collect()
}

pub fn at(name: &str) -> AtBinding {
    AtBinding {
        site: name.into(),
        binding: match name {
            "shop" => "*:443:".into(),
            name => name.into(),
        },
    }
}

fn bindings(name: &str) -> Vec<IisFact> {
    let mut all = Vec::new();
    for (named, sharing) in [(0, 0), (1, 0), (3, 0), (3, 1), (3, 2)] {
        all.push(IisFact::HostMissing {
            at: at(name),
            named,
            sharing,
        });
    }
    all.push(IisFact::CatchAllBesideNamed {
        at: at(name),
        named: 2,
        first: name.into(),
    });
    for other in [name, "other"] {
        all.push(IisFact::DuplicateBinding {
            at: at(name),
            other_site: other.into(),
            other_binding: name.into(),
        });
        all.push(IisFact::StoppedSiteConflict {
            at: at(name),
            other_site: other.into(),
            stopped: name.into(),
        });
        all.push(IisFact::PortBothSchemes {
            at: at(name),
            other_site: other.into(),
            other_binding: name.into(),
        });
    }
    for beside in [0, 1, 4] {
        all.push(IisFact::SniOff {
            at: at(name),
            host: name.into(),
            beside,
        });
    }
    all.push(IisFact::SniMixed {
        at: at(name),
        with_sni: 2,
        without_sni: 1,
    });
    all.push(IisFact::OneCertificatePerAddress {
        at: at(name),
        version: IisVersion::V7_5,
        hosts: vec![name.to_owned(); 5],
        sites: 1,
    });
    all
}

fn spelling(name: &str) -> Vec<IisFact> {
    let mut all: Vec<IisFact> = PARTS
        .into_iter()
        .map(|part| IisFact::BindingNotUnderstood { at: at(name), part })
        .collect();
    all.push(IisFact::BindingNotUnderstood {
        at: AtBinding {
            site: name.into(),
            binding: "".into(),
        },
        part: EndpointFault::Parts,
    });
    for element in [
        KeyedElement::Binding,
        KeyedElement::SiteId,
        KeyedElement::SiteName,
    ] {
        all.push(IisFact::DuplicateElement {
            site: name.into(),
            element,
            value: name.into(),
            first_line: 120,
        });
    }
    for flag in SslFlag::ALL {
        for version in [IisVersion::V7_5, IisVersion::V8_5] {
            all.push(IisFact::FlagTooNew {
                at: at(name),
                flag: *flag,
                version,
            });
        }
    }
    all.push(IisFact::FlagsAgainstCentralStore {
        at: at(name),
        flags: SslFlag::ALL.to_vec(),
    });
    all.push(IisFact::FlagsNotUnderstood {
        at: at(name),
        written: name.into(),
    });
    for fault in host_faults() {
        all.push(IisFact::HostMalformed {
            at: at(name),
            host: name.into(),
            fault,
        });
    }
    for version in [None, Some(IisVersion::V8_5)] {
        all.push(IisFact::WildcardNeeds10 {
            at: at(name),
            host: name.into(),
            version,
        });
    }
    all
}

fn entries(name: &str) -> Vec<IisFact> {
    let mut all = vec![
        IisFact::EntryMissing { at: at(name) },
        IisFact::CentralStoreWithoutEntry {
            at: at(name),
            port: 443,
        },
    ];
    for other in [None, Some(name)] {
        all.push(IisFact::SniWithoutEntry {
            at: at(name),
            host: name.into(),
            instead: other.map(Into::into),
        });
        all.push(IisFact::EntryOrphan {
            entry: name.into(),
            thumbprint: other.map(Into::into),
        });
        for bindings in [1, 3] {
            all.push(IisFact::EntryOverrules {
                at: at(name),
                entry: name.into(),
                thumbprint: other.map(Into::into),
                bindings,
            });
        }
    }
    all
}

fn certificates(name: &str) -> Vec<IisFact> {
    let moment = Moment::parse("2026-11-19T12:00:00Z").unwrap();
    let mut all = vec![
        IisFact::CertificateNotYetValid {
            at: at(name),
            certificate: name.into(),
            not_before: moment,
        },
        IisFact::KeyMissing {
            at: at(name),
            certificate: name.into(),
        },
        IisFact::IntermediateMissing {
            certificate: name.into(),
            issuer: name.into(),
            bindings: 2,
        },
        IisFact::CertificateMissing {
            at: at(name),
            thumbprint: "".into(),
            store: None,
            found_in: None,
        },
    ];
    for days in [0, 1, 12] {
        all.push(IisFact::CertificateExpired {
            at: at(name),
            certificate: name.into(),
            not_after: moment,
            days_ago: days,
        });
        all.push(IisFact::CertificateExpiresSoon {
            at: at(name),
            certificate: name.into(),
            not_after: moment,
            days_left: days,
        });
    }
    for other in [None, Some(name)] {
        all.push(IisFact::CertificateMissing {
            at: at(name),
            thumbprint: "c40d7f219ae356b8d01234567890abcdef012345".into(),
            store: other.map(Into::into),
            found_in: other.map(Into::into),
        });
        all.push(IisFact::CertificateWrongName {
            at: at(name),
            host: name.into(),
            certificate: name.into(),
            names: vec![name.to_owned(); 8],
            too_deep: other.map(Into::into),
        });
        all.push(IisFact::KeyBroken {
            at: at(name),
            certificate: name.into(),
            serial: other.map(Into::into),
        });
    }
    all
}

fn server(name: &str) -> Vec<IisFact> {
    let mut all = vec![
        IisFact::HttpNotRedirected { site: name.into() },
        IisFact::RequiresHttpsWithoutBinding { site: name.into() },
        IisFact::Wow64View { path: name.into() },
        IisFact::PartElsewhere { file: name.into() },
    ];
    for has_account in [false, true] {
        all.push(IisFact::SharedConfiguration {
            folder: name.into(),
            has_account,
        });
    }
    for count in [1, 7] {
        all.push(IisFact::HttpOnly {
            site: name.into(),
            bindings: count,
        });
        for layer in [Layer::HttpSys, Layer::Store] {
            all.push(IisFact::LayerNotRead {
                layer,
                https: count,
            });
        }
    }
    all
}
