//! One sample of every wish, refusal and fault of the file.

use certwright::core::iis::config::{ConfigFaultKind, OtherFile};
use certwright::core::iis::flags::SslFlag;
use certwright::core::iis::plan::{BindingName, Fix, Refusal};
use certwright::core::iis::version::IisVersion;

use super::{PARTS, host_faults};

pub fn binding_name(site: &str, information: &str) -> BindingName {
    BindingName {
        site: site.into(),
        protocol: "https".into(),
        information: information.into(),
        nth: 0,
    }
}

pub fn refusals(name: &str) -> Vec<Refusal> {
    let mut all = vec![
        Refusal::SiteUnknown,
        Refusal::SiteTwice,
        Refusal::BindingUnknown,
        Refusal::BindingNotUnderstood,
        Refusal::NotHttps,
        Refusal::NotHttp,
        Refusal::Taken {
            by: binding_name(name, name),
        },
        Refusal::SameGoal {
            other: binding_name(name, name),
        },
        Refusal::Contradicts { other: 2 },
        Refusal::SniWithoutHost,
        Refusal::NeedsCertificate { host: name.into() },
        Refusal::NeedsCertificate { host: "".into() },
        Refusal::CertificateUnknown,
        Refusal::CertificateOtherName { host: name.into() },
        Refusal::CentralStore,
        Refusal::Inherited,
    ];
    all.extend(host_faults().map(|fault| Refusal::Host { fault }));
    all.extend(PARTS.map(|part| Refusal::Information { part }));
    for flag in SslFlag::ALL {
        all.push(Refusal::FlagAgainstCentralStore { flag: *flag });
        all.push(Refusal::FlagTooNew {
            flag: *flag,
            version: IisVersion::V7_5,
        });
    }
    all
}

/// Whether a refusal is among the samples: a new one does not compile here until it is.
pub fn number_of(refusal: &Refusal) -> usize {
    match refusal {
        Refusal::SiteUnknown => 0,
        Refusal::SiteTwice => 1,
        Refusal::BindingUnknown => 2,
        Refusal::BindingNotUnderstood => 3,
        Refusal::NotHttps => 4,
        Refusal::NotHttp => 5,
        Refusal::Host { .. } => 6,
        Refusal::Information { .. } => 7,
        Refusal::Taken { .. } => 8,
        Refusal::SameGoal { .. } => 9,
        Refusal::Contradicts { .. } => 10,
        Refusal::FlagTooNew { .. } => 11,
        Refusal::FlagAgainstCentralStore { .. } => 12,
        Refusal::SniWithoutHost => 13,
        Refusal::NeedsCertificate { .. } => 14,
        Refusal::CertificateUnknown => 15,
        Refusal::CertificateOtherName { .. } => 16,
        Refusal::CentralStore => 17,
        Refusal::Inherited => 18,
    }
}

pub fn config_faults(name: &str) -> Vec<ConfigFaultKind> {
    let other = [
        OtherFile::NotXml,
        OtherFile::WebConfig,
        OtherFile::Administration,
        OtherFile::Redirection,
        OtherFile::NoIis,
        OtherFile::Root(name.to_owned()),
    ];
    let mut all = vec![
        ConfigFaultKind::Empty,
        ConfigFaultKind::NotText {
            encoding: name.to_owned(),
        },
        ConfigFaultKind::Encoding {
            encoding: name.to_owned(),
        },
        ConfigFaultKind::CutOff,
        ConfigFaultKind::NotWellFormed {
            detail: "expected '>'".to_owned(),
        },
        ConfigFaultKind::Dtd,
        ConfigFaultKind::TooMuch,
        ConfigFaultKind::LongAttribute {
            name: name.to_owned(),
            bytes: 70_000,
        },
    ];
    all.extend(other.map(ConfigFaultKind::WrongFile));
    all
}

pub fn fixes(site: &str, information: &str) -> Vec<Fix> {
    let binding = || binding_name(site, information);
    vec![
        Fix::GiveHost {
            binding: binding(),
            host: "shop.example.com".into(),
        },
        Fix::TurnSniOn {
            binding: binding(),
            thumbprint: None,
        },
        Fix::SetFlags {
            binding: binding(),
            set: vec![SslFlag::NoHttp2, SslFlag::NoTls13],
            clear: vec![SslFlag::Sni],
        },
        Fix::SetFlags {
            binding: binding(),
            set: Vec::new(),
            clear: vec![SslFlag::CentralStore],
        },
        Fix::Move {
            binding: binding(),
            information: "*:8443:".into(),
        },
        Fix::Remove { binding: binding() },
        Fix::AddHttps {
            beside: binding(),
            port: 443,
            thumbprint: None,
        },
        Fix::AddEntry {
            binding: binding(),
            thumbprint: None,
        },
    ]
}
