//! Samples of facts about a page and what it loads.

use certwright::core::env::{AddressRange, WebCause, WebPhase};
use certwright::core::finding::{
    Change, Fact, LeftOut, PageFact, PagePart, PageParts, RedirectFault,
};
use certwright::core::page::{HstsFault, Position};

pub fn facts(text: &str) -> Vec<Fact> {
    let mut all = way(text);
    all.extend(limits(text));
    all.extend(parts(text));
    all.extend(hsts(text));
    all.into_iter().map(Fact::from).collect()
}

fn url(text: &str) -> String {
    format!("https://{text}/")
}

fn way(name: &str) -> Vec<PageFact> {
    let address = "192.0.2.1".parse().unwrap();
    let mut all = vec![PageFact::HttpNotRedirected {
        name: name.to_owned(),
        status: 200,
    }];
    all.extend([true, false].map(|is_refresh| PageFact::HttpsDowngraded {
        from: url(name),
        to: format!("http://{name}/"),
        is_refresh,
    }));
    all.extend([true, false].map(|is_circle| PageFact::RedirectLoop {
        url: url(name),
        to: url(name),
        is_circle,
        count: 11,
    }));
    let faults = [
        RedirectFault::Scheme {
            scheme: "javascript".to_owned(),
        },
        RedirectFault::Inside {
            address,
            range: AddressRange::Private,
        },
        RedirectFault::NoAddress {
            host: name.to_owned(),
        },
        RedirectFault::Unreadable,
    ];
    all.extend(faults.map(|fault| PageFact::RedirectRefused {
        url: url(name),
        to: name.to_owned(),
        fault,
    }));
    let causes = [
        WebCause::Tls("handshake failure".to_owned()),
        WebCause::Refused("192.0.2.1:443".parse().unwrap()),
        WebCause::Broken("unexpected end".to_owned()),
        WebCause::TimedOut {
            phase: WebPhase::Reading,
            after_ms: 10_000,
        },
    ];
    all.extend(causes.map(|cause| PageFact::NotAnswered {
        url: url(name),
        address: "192.0.2.1:443".to_owned(),
        cause,
    }));
    all.extend([401, 403, 404, 418, 500].map(|status| PageFact::Status {
        url: url(name),
        status,
    }));
    all.push(PageFact::OtherHost {
        name: name.to_owned(),
        url: url(name),
    });
    all
}

fn limits(name: &str) -> Vec<PageFact> {
    let left_out = |addresses, sheets, parts| PageFact::LeftOut {
        url: url(name),
        left_out: LeftOut {
            addresses,
            sheets,
            parts,
        },
    };
    vec![
        PageFact::TooLarge {
            url: url(name),
            limit: 4 << 20,
        },
        PageFact::Packed {
            url: url(name),
            encoding: name.to_owned(),
        },
        left_out(1, 0, 0),
        left_out(0, 1, 2),
        left_out(3, 2, 1),
        PageFact::PartInside {
            page: url(name),
            url: url(name),
            address: "10.0.0.1".parse().unwrap(),
            range: AddressRange::Private,
            count: 2,
        },
    ]
}

fn parts(name: &str) -> Vec<PageFact> {
    let changes = [
        Change::Path("/a.js".to_owned()),
        Change::Https(url(name)),
        Change::TryHttps(url(name)),
        Change::HostItself,
        Change::Base(url(name)),
    ];
    let mut all = Vec::new();
    for change in changes {
        for (count, to) in [(1, None), (3, Some(format!("http://{name}/")))] {
            let part = PagePart {
                url: format!("http://{name}/a.js"),
                found_in: if count == 1 {
                    url(name)
                } else {
                    format!("{}a.css", url(name))
                },
                at: Position {
                    line: 12,
                    column: 3,
                },
                loaded_by: "<script src>",
                to,
                change: change.clone(),
            };
            let parts = || PageParts {
                page: url(name),
                count,
                parts: vec![part.clone()],
            };
            for is_blocked in [true, false] {
                let parts = parts();
                all.push(PageFact::MixedContent { parts, is_blocked });
            }
            for is_blocked in [true, false] {
                let parts = parts();
                all.push(PageFact::MixedByRedirect { parts, is_blocked });
            }
            for missing in [0, 2] {
                let parts = parts();
                all.push(PageFact::MixedUpgraded { parts, missing });
            }
            for has_password in [true, false] {
                let parts = parts();
                all.push(PageFact::FormOverHttp {
                    parts,
                    has_password,
                });
            }
            all.push(PageFact::DownloadOverHttp { parts: parts() });
        }
    }
    all
}

fn hsts(name: &str) -> Vec<PageFact> {
    let host = || name.to_owned();
    let mut all = vec![
        PageFact::HstsMissing { name: host() },
        PageFact::HstsOverHttp { name: host() },
        PageFact::HstsIgnored {
            name: host(),
            detail: "UnknownIssuer".to_owned(),
        },
    ];
    let faults = [
        HstsFault::NoMaxAge,
        HstsFault::BadMaxAge,
        HstsFault::Twice,
        HstsFault::HasValue,
    ];
    all.extend(faults.map(|fault| PageFact::HstsUnreadable {
        name: host(),
        value: host(),
        fault,
    }));
    all.extend([0, 300, 86_400 * 30].map(|max_age_s| PageFact::HstsShort {
        name: host(),
        max_age_s,
    }));
    all.extend(
        [true, false].map(|include_subdomains| PageFact::HstsPreload {
            name: host(),
            max_age_s: 86_400,
            include_subdomains,
        }),
    );
    all
}
