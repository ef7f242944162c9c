//! Every way in which an issuer does not come.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use certwright::core::chain::aia::{Came, Misfit, Unusable};
use certwright::core::env::{AddressRange, WebCause, WebPhase};
use certwright::core::finding::{DownloadFact, Fact, Instead, Kind, NotOpenedKind};
use certwright::core::time::Moment;

const RANGES: [AddressRange; 7] = [
    AddressRange::Loopback,
    AddressRange::LinkLocal,
    AddressRange::Metadata,
    AddressRange::Multicast,
    AddressRange::Private,
    AddressRange::Reserved,
    AddressRange::Unspecified,
];

const PHASES: [WebPhase; 7] = [
    WebPhase::Resolving,
    WebPhase::Connecting,
    WebPhase::Handshake,
    WebPhase::Sending,
    WebPhase::Waiting,
    WebPhase::Reading,
    WebPhase::Whole,
];

/// Facts about an issuer, address and host of this name.
pub fn facts(name: &str) -> Vec<Fact> {
    let url = format!("http://ca.example/{name}");
    let failed = |came: Instead| DownloadFact::IssuerFailed {
        issuer: name.to_owned(),
        below: name.to_owned(),
        url: url.clone(),
        address: Some("203.0.113.9:80".to_owned()),
        elapsed_ms: 340,
        came,
    };
    let mut all: Vec<DownloadFact> = misfits(name)
        .into_iter()
        .flat_map(|misfit| {
            [None, Some(name.to_owned())].map(|content_type| Unusable {
                status: 404,
                content_type,
                misfit: misfit.clone(),
            })
        })
        .map(|unusable| failed(Instead::Answer(unusable)))
        .collect();
    for cause in causes(name) {
        all.push(match cause.is_refusal() {
            true => DownloadFact::IssuerRefused {
                issuer: name.to_owned(),
                below: name.to_owned(),
                url: url.clone(),
                cause,
            },
            false => failed(Instead::Fault(cause)),
        });
    }
    all.push(DownloadFact::IssuerFailed {
        issuer: name.to_owned(),
        below: name.to_owned(),
        url: url.clone(),
        address: None,
        elapsed_ms: 0,
        came: Instead::Fault(WebCause::BadUrl),
    });
    all.into_iter().map(Fact::from).collect()
}

fn causes(name: &str) -> Vec<WebCause> {
    let text = || name.to_owned();
    let address = IpAddr::V4(Ipv4Addr::new(10, 0, 0, 7));
    let socket = SocketAddr::new(address, 80);
    let mut all = vec![
        WebCause::BadUrl,
        WebCause::Broken(text()),
        WebCause::Cancelled,
        WebCause::HeaderTooLarge(64 << 10),
        WebCause::NameNotResolved {
            host: text(),
            detail: text(),
        },
        WebCause::RedirectToScheme { to: text() },
        WebCause::Refused(socket),
        WebCause::Tls(text()),
        WebCause::TooLarge {
            limit: 1 << 20,
            announced: None,
        },
        WebCause::TooLarge {
            limit: 1 << 20,
            announced: Some(1 << 40),
        },
        WebCause::TooManyRedirects(5),
        WebCause::Unreachable {
            address: socket,
            detail: text(),
        },
    ];
    for scheme in ["ldap", "file", "unc", "ftp", name] {
        let scheme = scheme.to_owned();
        all.push(WebCause::Scheme { scheme });
    }
    for range in RANGES {
        let host = text();
        all.push(WebCause::AddressRefused {
            host,
            address,
            range,
        });
        let to = text();
        all.push(WebCause::RedirectToAddress { to, address, range });
    }
    all.extend(PHASES.map(|phase| WebCause::TimedOut {
        phase,
        after_ms: 20_040,
    }));
    all
}

fn misfits(name: &str) -> Vec<Misfit> {
    let subject = || name.to_owned();
    let moment = Moment::parse("2026-11-19").unwrap();
    let mut all = vec![
        Misfit::Status,
        Misfit::Expired {
            subject: subject(),
            not_after: moment,
        },
        Misfit::NotYetValid {
            subject: subject(),
            not_before: moment,
        },
        Misfit::NotCa { subject: subject() },
        Misfit::NotChecked {
            subject: subject(),
            algorithm: "1.3.101.113".to_owned(),
        },
        Misfit::OtherCertificate { subject: subject() },
        Misfit::OtherKey { subject: subject() },
    ];
    let came = [
        Came::Empty,
        Came::Html,
        Came::Kind(Kind::Csr),
        Came::NotOpened(NotOpenedKind::Gzip),
        Came::NotOpened(NotOpenedKind::Document),
        Came::Other(subject()),
    ];
    all.extend(came.map(Misfit::NotCertificates));
    all
}
