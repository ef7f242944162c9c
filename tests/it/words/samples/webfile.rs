//! Samples of facts about files that a CA looks for on a web server.

use certwright::core::env::{AddressRange, Scheme, WebCause, WebPhase};
use certwright::core::finding::{
    AtPage, BlockCause, ContentFault, Difference, Fact, FileSeen, IisSign, PageKind, RedirectFault,
    WebFileFact,
};

fn at(text: &str) -> AtPage {
    AtPage {
        url: format!("http://{text}/.well-known/pki-validation/fileauth.txt"),
        address: "192.0.2.1:80".to_owned(),
    }
}

pub fn facts(text: &str) -> Vec<Fact> {
    let mut all = content(text);
    all.extend(redirects(text));
    all.extend(reach(text));
    all.extend(pages(text));
    all.extend(places(text));
    all.into_iter().map(Fact::from).collect()
}

fn content(text: &str) -> Vec<WebFileFact> {
    let faults = [
        ContentFault::Empty,
        ContentFault::Html,
        ContentFault::Utf16,
        ContentFault::Compressed("gzip".to_owned()),
        ContentFault::LeadingSpace,
        ContentFault::LineEnds,
        ContentFault::Quoted,
        ContentFault::Truncated,
        ContentFault::Longer,
        ContentFault::Around,
        ContentFault::Case,
        ContentFault::OtherAccount,
        ContentFault::OtherToken,
        ContentFault::Other,
    ];
    let wrong = faults.map(|fault| WebFileFact::WrongContent {
        at: at(text),
        fault,
        difference: Difference {
            at: 12,
            expected: "…0a1b2c3d".to_owned(),
            found: "…\u{feff}1b2c3d".to_owned(),
            expected_bytes: 64,
            found_bytes: 67,
        },
    });
    let mut all = vec![WebFileFact::Bom { at: at(text) }];
    all.extend(["\r\n", ""].map(|tail| WebFileFact::ExtraNewline {
        at: at(text),
        tail: tail.to_owned(),
    }));
    all.extend(
        [Some("text/html".to_owned()), None].map(|content_type| WebFileFact::ContentType {
            at: at(text),
            content_type,
        }),
    );
    all.extend(wrong);
    all
}

fn redirects(text: &str) -> Vec<WebFileFact> {
    let from = format!("http://{text}/");
    let faults = [
        RedirectFault::Scheme {
            scheme: "ftp".to_owned(),
        },
        RedirectFault::Port { port: 8443 },
        RedirectFault::IpAddress,
        RedirectFault::Inside {
            address: [10, 0, 0, 1].into(),
            range: AddressRange::Private,
        },
        RedirectFault::NoAddress {
            host: text.to_owned(),
        },
        RedirectFault::Unreadable,
        RedirectFault::Status { status: 303 },
    ];
    let mut all = vec![
        WebFileFact::Redirected {
            at: at(text),
            from: from.clone(),
            count: 2,
        },
        WebFileFact::ForcedHttps {
            at: at(text),
            from: from.clone(),
        },
    ];
    all.extend([true, false].map(|is_circle| WebFileFact::RedirectLoop {
        at: at(text),
        to: from.clone(),
        is_circle,
        count: 10,
    }));
    all.extend(faults.map(|fault| WebFileFact::RedirectRefused {
        at: at(text),
        to: from.clone(),
        fault,
    }));
    all
}

fn reach(text: &str) -> Vec<WebFileFact> {
    let timed_out = |phase| WebCause::TimedOut {
        phase,
        after_ms: 5_000,
    };
    let unreached = [
        WebCause::Refused(([192, 0, 2, 1], 80).into()),
        timed_out(WebPhase::Connecting),
    ];
    let broken = [
        timed_out(WebPhase::Reading),
        WebCause::HeaderTooLarge(65_536),
        WebCause::TooLarge {
            limit: 1 << 20,
            announced: None,
        },
        WebCause::Broken("unexpected end of file".to_owned()),
    ];
    let mut all: Vec<WebFileFact> = Vec::new();
    all.extend(unreached.map(|cause| WebFileFact::NotReachable {
        at: at(text),
        cause,
    }));
    all.extend(broken.map(|cause| WebFileFact::AnswerBroken {
        at: at(text),
        cause,
    }));
    all.push(WebFileFact::PathBlocked {
        at: at(text),
        cause: WebCause::Broken("unexpected end of file".to_owned()),
    });
    all.extend(
        [None, Some("Cloudflare")].map(|behind| WebFileFact::TlsBroken {
            at: at(text),
            detail: "handshake failure".to_owned(),
            behind,
        }),
    );
    all.extend(
        [Scheme::Http, Scheme::Https].map(|speaks| WebFileFact::WrongProtocol {
            at: at(text),
            speaks,
        }),
    );
    all
}

fn pages(text: &str) -> Vec<WebFileFact> {
    let kinds = [
        PageKind::Challenge,
        PageKind::Firewall,
        PageKind::Origin,
        PageKind::OriginTls,
        PageKind::UnknownName,
        PageKind::NoFiling,
        PageKind::Provider,
        PageKind::Login,
        PageKind::Parking,
        PageKind::Router,
        PageKind::Default,
    ];
    let signs = [
        IisSign::Cause(BlockCause::NoTypeWithoutExtension),
        IisSign::Cause(BlockCause::RequiresHttps),
        IisSign::LikelyNoType,
        IisSign::NoSite,
        IisSign::PoolStopped,
        IisSign::Configuration,
        IisSign::Rights,
    ];
    let mut all: Vec<WebFileFact> = Vec::new();
    all.extend(
        [401, 403, 404, 429, 500, 204].map(|status| WebFileFact::WrongStatus {
            at: at(text),
            status,
        }),
    );
    for by in ["Cloudflare", ""] {
        all.extend(kinds.map(|kind| WebFileFact::BlockPage {
            at: at(text),
            by,
            kind,
            status: 403,
            source: "developers.cloudflare.com",
        }));
    }
    all.extend(signs.map(|sign| WebFileFact::IisBlocked {
        at: at(text),
        status: 404,
        sign,
    }));
    all.push(WebFileFact::BehindCdn {
        at: at(text),
        by: "Cloudflare",
    });
    all
}

/// Everything that can come.
pub fn seen() -> Vec<FileSeen> {
    vec![
        FileSeen::Expected,
        FileSeen::Reachable { status: 404 },
        FileSeen::NotServed,
        FileSeen::NoWay,
        FileSeen::Status { status: 403 },
        FileSeen::Other,
        FileSeen::Block { by: "Cloudflare" },
        FileSeen::Block { by: "" },
        FileSeen::Redirect,
        FileSeen::OtherProtocol,
        FileSeen::Tls,
        FileSeen::Broken,
        FileSeen::NoAnswer,
    ]
}

fn places(text: &str) -> Vec<WebFileFact> {
    let name = text.to_owned();
    let mut all: Vec<WebFileFact> = Vec::new();
    for other in seen() {
        all.push(WebFileFact::HttpsDiffers {
            name: name.clone(),
            http: FileSeen::Expected,
            https: other.clone(),
        });
        all.push(WebFileFact::Ipv6Differs {
            name: name.clone(),
            ipv4: FileSeen::Expected,
            ipv6: other.clone(),
        });
        all.push(WebFileFact::AddressesDiffer {
            name: name.clone(),
            first: "192.0.2.1:80".to_owned(),
            first_seen: FileSeen::Expected,
            second: "192.0.2.2:80".to_owned(),
            second_seen: other,
        });
    }
    all.push(WebFileFact::WildcardNotAllowed {
        name: format!("*.{name}"),
    });
    all.push(WebFileFact::NoAddress { name });
    all
}
