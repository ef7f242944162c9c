//! Visits: one file asked of one address, over redirects to its end. All visits of a way go step by step
//! together, so that each step is one batch.

use std::collections::BTreeSet;
use std::net::{IpAddr, SocketAddr};

use super::redirect::{location, reached, read};
use super::wanted::Wanted;
use super::way::Way;
use crate::core::diagnose::Lane;
use crate::core::diagnose::ask::Asker;
use crate::core::env::{Scheme, WebAnswer, WebCause, WebFault, WebPhase, WebRequest, WebUrl};
use crate::core::finding::{AtPage, RedirectFault};
use crate::core::limits;
use crate::core::progress::Cancelled;

/// A visit that has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The address asked first.
    pub first: SocketAddr,
    /// Answers that led on, in order.
    pub hops: Vec<Hop>,
    /// What was asked last.
    pub url: WebUrl,
    /// Whom it was asked of.
    pub address: SocketAddr,
    /// How it ended.
    pub end: End,
}

/// An answer that led on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hop {
    /// What was asked.
    pub url: WebUrl,
    /// The redirect.
    pub answer: WebAnswer,
}

/// How a visit ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// An answer that leads nowhere else.
    Answer(Box<WebAnswer>),
    /// No answer.
    Fault(WebCause),
    /// A redirect that is not followed.
    Refused {
        /// Where it leads. Foreign text.
        to: String,
        /// Why not.
        fault: RedirectFault,
    },
    /// Redirects without end.
    Loop {
        /// Where the last one leads.
        to: String,
        /// Whether it was there before.
        is_circle: bool,
    },
    /// The other scheme is spoken at this port.
    OtherProtocol(Scheme),
    /// No answer, though the front page has one.
    PathBlocked(WebCause),
}

impl Visit {
    /// The page it ended at.
    pub fn at(&self) -> AtPage {
        AtPage {
            url: self.url.to_string(),
            address: self.address.to_string(),
        }
    }

    /// Every answer, the last one too.
    pub fn answers(&self) -> impl Iterator<Item = &WebAnswer> {
        let last = match &self.end {
            End::Answer(answer) => Some(&**answer),
            _ => None,
        };
        self.hops.iter().map(|hop| &hop.answer).chain(last)
    }
}

/// A visit on its way.
struct Open {
    place: usize,
    first: SocketAddr,
    url: WebUrl,
    ip: IpAddr,
    hops: Vec<Hop>,
}

enum Step {
    On(Open),
    Over(usize, Visit),
}

/// Asks each address for each file. Visits come file by file, in the order of the addresses.
pub fn visits(
    asker: &Asker<'_>,
    way: Way,
    wanted: &[Wanted],
    addresses: &[IpAddr],
) -> Result<Vec<Visit>, Cancelled> {
    let pairs = wanted
        .iter()
        .flat_map(|wanted| addresses.iter().map(move |ip| (wanted, *ip)));
    let begin = |(place, (wanted, ip)): (usize, (&Wanted, IpAddr))| {
        let url = wanted.at(way.scheme);
        Open {
            place,
            first: contacted(asker, &url, ip),
            url,
            ip,
            hops: Vec::new(),
        }
    };
    let mut open: Vec<Open> = pairs.enumerate().map(begin).collect();
    let mut over: Vec<(usize, Visit)> = Vec::new();
    let begun = asker.ticks();
    while !open.is_empty() {
        let after_ms = asker.ticks().saturating_sub(begun);
        if after_ms > limits::FILE_WAY_SECS * 1_000 {
            let phase = WebPhase::Whole;
            let late = || End::Fault(WebCause::TimedOut { phase, after_ms });
            over.extend(
                open.into_iter()
                    .map(|one| (one.place, ended(asker, one, late()))),
            );
            break;
        }
        let requests: Vec<WebRequest> = open
            .iter()
            .map(|one| request(asker, &one.url, one.ip))
            .collect();
        let answers = asker.fetch_all(Lane::Validation, &requests)?;
        let mut on = Vec::new();
        for (one, answer) in open.into_iter().zip(answers) {
            match step(asker, way, one, answer)? {
                Step::On(one) => on.push(one),
                Step::Over(place, visit) => over.push((place, visit)),
            }
        }
        open = on;
    }
    over.sort_by_key(|(place, _)| *place);
    Ok(over.into_iter().map(|(_, visit)| visit).collect())
}

/// The question for a page at an address that was judged.
pub fn request(asker: &Asker<'_>, url: &WebUrl, ip: IpAddr) -> WebRequest {
    WebRequest {
        address: Some(contacted(asker, url, ip)),
        // Judged by the setup of the run, which knows what the user agreed to.
        allow_private: true,
        tells_redirects: true,
        trusts_any: true,
        ..WebRequest::get(url.to_string(), limits::WEB_FILE_BYTES)
    }
}

/// Address and port by the port map.
fn contacted(asker: &Asker<'_>, url: &WebUrl, ip: IpAddr) -> SocketAddr {
    SocketAddr::new(ip, asker.request.setup.ports.of(url.port))
}

fn step(
    asker: &Asker<'_>,
    way: Way,
    one: Open,
    answer: Result<WebAnswer, WebFault>,
) -> Result<Step, Cancelled> {
    let answer = match answer {
        Ok(answer) => answer,
        Err(fault) => return Ok(stopped(asker, one, End::Fault(fault.cause))),
    };
    let Some(to) = location(&answer).map(ToOwned::to_owned) else {
        return Ok(stopped(asker, one, End::Answer(Box::new(answer))));
    };
    let from = one.url.clone();
    let mut one = one;
    one.hops.push(Hop {
        url: from.clone(),
        answer,
    });
    let next = match read(&from, &to) {
        Ok(next) => next,
        Err(fault) => return Ok(stopped(asker, one, End::Refused { to, fault })),
    };
    let seen: BTreeSet<String> = one.hops.iter().map(|hop| hop.url.to_string()).collect();
    let is_circle = seen.contains(&next.to_string());
    if is_circle || one.hops.len() > limits::FILE_REDIRECTS {
        return Ok(stopped(asker, one, End::Loop { to, is_circle }));
    }
    if next.host != from.host {
        match reached(asker, &next.host, way.family)? {
            Ok(ip) => one.ip = ip,
            Err(fault) => return Ok(stopped(asker, one, End::Refused { to, fault })),
        }
    }
    one.url = next;
    Ok(Step::On(one))
}

fn stopped(asker: &Asker<'_>, one: Open, end: End) -> Step {
    Step::Over(one.place, ended(asker, one, end))
}

fn ended(asker: &Asker<'_>, one: Open, end: End) -> Visit {
    Visit {
        address: contacted(asker, &one.url, one.ip),
        first: one.first,
        hops: one.hops,
        url: one.url,
        end,
    }
}
