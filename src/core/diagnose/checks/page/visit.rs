//! Visits: a page asked for as a browser does, over redirects to its end.

use std::net::SocketAddr;

use super::hosts::{Hosts, NoContact, page};
use super::read::Page;
use crate::core::diagnose::Lane;
use crate::core::diagnose::ask::Asker;
use crate::core::env::{DnsName, Scheme, WebAnswer, WebCause, WebFault, WebPhase, WebUrl};
use crate::core::finding::{Finding, PageFact, RedirectFault};
use crate::core::limits;
use crate::core::page::address::redirected;
use crate::core::progress::Cancelled;

/// A visit that has ended.
#[derive(Debug)]
pub struct Visit {
    /// Answers that led on, in order.
    pub hops: Vec<Hop>,
    /// What was asked last.
    pub url: WebUrl,
    /// Of whom; `None` where nobody could be asked.
    pub address: Option<SocketAddr>,
    /// How it ended.
    pub end: End,
    /// The page that it ended with, where it is one that can be read.
    pub page: Option<Page>,
}

/// An answer that led on.
#[derive(Clone, Debug)]
pub struct Hop {
    /// What was asked.
    pub url: WebUrl,
    /// Of whom.
    pub address: SocketAddr,
    /// The redirect.
    pub answer: WebAnswer,
}

/// How a visit ended.
#[derive(Clone, Debug)]
pub enum End {
    /// An answer that leads nowhere else.
    Answer(Box<WebAnswer>),
    /// No answer.
    Fault(WebCause),
    /// Nobody could be asked, at the first address already.
    Nowhere(RedirectFault),
    /// A redirect that is not followed.
    Refused { to: String, fault: RedirectFault },
    /// Redirects without end.
    Loop { to: String, is_circle: bool },
}

/// Addresses of one server that are tried.
const TRIES: usize = 3;

/// Visits a page.
pub fn visit(asker: &Asker<'_>, name: &DnsName, first: WebUrl) -> Result<Visit, Cancelled> {
    let mut hosts = Hosts::new(asker, name);
    let mut hops: Vec<Hop> = Vec::new();
    let mut url = first;
    let begun = asker.ticks();
    loop {
        let contact = match hosts.contact(&url)? {
            Ok(contact) => contact,
            Err(NoContact::Nowhere(fault)) => return Ok(nowhere(hops, url, fault)),
            Err(NoContact::Unknown) => {
                let host = url.host.clone();
                return Ok(nowhere(hops, url, RedirectFault::NoAddress { host }));
            }
        };
        let after_ms = asker.ticks().saturating_sub(begun);
        let (address, answer) = match after_ms > limits::PAGE_WHOLE_MS {
            true => (contact.first().copied(), Err(late(after_ms))),
            false => asked(asker, &url, &contact)?,
        };
        let ended = |hops, url, end| Visit {
            page: read(&url, &end),
            hops,
            url,
            address,
            end,
        };
        let answer = match answer {
            Ok(answer) => answer,
            Err(cause) => return Ok(ended(hops, url, End::Fault(cause))),
        };
        let (Some(to), Some(at)) = (location(&answer).map(ToOwned::to_owned), address) else {
            return Ok(ended(hops, url, End::Answer(Box::new(answer))));
        };
        let next = redirected(&url, &to);
        hops.push(Hop {
            url: url.clone(),
            address: at,
            answer,
        });
        let Some(next) = next else {
            let fault = unfollowed(&url, &to);
            return Ok(ended(hops, url, End::Refused { to, fault }));
        };
        let is_circle = hops.iter().any(|hop| hop.url == next);
        if is_circle || hops.len() > limits::PAGE_REDIRECTS {
            return Ok(ended(hops, url, End::Loop { to, is_circle }));
        }
        url = next;
    }
}

fn read(url: &WebUrl, end: &End) -> Option<Page> {
    match end {
        End::Answer(answer) => Page::read(url, answer),
        _ => None,
    }
}

/// Where an answer leads, as it says; `None` for an answer that is no redirect.
pub fn location(answer: &WebAnswer) -> Option<&str> {
    match answer.status {
        301..=303 | 307 | 308 => answer.header("location"),
        _ => None,
    }
}

fn late(after_ms: u64) -> WebCause {
    let phase = WebPhase::Whole;
    WebCause::TimedOut { phase, after_ms }
}

/// Why a redirect leads to no web server.
fn unfollowed(from: &WebUrl, to: &str) -> RedirectFault {
    match from.join(to) {
        Err(WebCause::Scheme { scheme }) => RedirectFault::Scheme { scheme },
        _ => RedirectFault::Unreadable,
    }
}

/// The end of a visit whose next host cannot be contacted: its last redirect leads nowhere.
fn nowhere(mut hops: Vec<Hop>, url: WebUrl, fault: RedirectFault) -> Visit {
    match hops.pop() {
        Some(last) => Visit {
            url: last.url.clone(),
            address: Some(last.address),
            hops: hops.into_iter().chain([last]).collect(),
            end: End::Refused {
                to: url.to_string(),
                fault,
            },
            page: None,
        },
        None => Visit {
            hops,
            url,
            address: None,
            end: End::Nowhere(fault),
            page: None,
        },
    }
}

type Asked = (Option<SocketAddr>, Result<WebAnswer, WebCause>);

/// Asks the addresses of a server one after the other until one can be connected to, as browsers do.
fn asked(asker: &Asker<'_>, url: &WebUrl, contact: &[SocketAddr]) -> Result<Asked, Cancelled> {
    let mut last: Asked = (None, Err(WebCause::BadUrl));
    for address in contact.iter().take(TRIES) {
        let answers = asker.fetch_all(Lane::Page, &[page(url, *address)])?;
        let answer = answers.into_iter().next();
        let answer = answer.unwrap_or_else(|| Err(WebFault::from(WebCause::BadUrl)));
        let answer = answer.map_err(|fault| fault.cause);
        let is_elsewhere = answer.as_ref().is_err_and(is_no_connection);
        last = (Some(*address), answer);
        if !is_elsewhere {
            break;
        }
    }
    Ok(last)
}

/// Whether there was no connection at all.
pub fn is_no_connection(cause: &WebCause) -> bool {
    matches!(
        cause,
        WebCause::Refused(_)
            | WebCause::Unreachable { .. }
            | WebCause::TimedOut {
                phase: WebPhase::Connecting,
                ..
            }
    )
}

impl Visit {
    /// The answer at its end.
    pub fn answer(&self) -> Option<&WebAnswer> {
        match &self.end {
            End::Answer(answer) => Some(answer),
            _ => None,
        }
    }

    /// The first answer of all.
    pub fn first_answer(&self) -> Option<&WebAnswer> {
        let first = self.hops.first().map(|hop| &hop.answer);
        first.or_else(|| self.answer())
    }

    /// Whether it ended with a page over https.
    pub fn is_over_https(&self) -> bool {
        self.answer().is_some() && self.url.scheme == Scheme::Https
    }

    /// What is wrong on the way, whatever the way.
    pub fn findings(&self) -> Vec<Finding> {
        let mut all: Vec<Finding> = self.downgrades().map(Finding::new).collect();
        let url = self.url.to_string();
        match &self.end {
            End::Answer(answer) if answer.status >= 400 => {
                let status = answer.status;
                all.push(Finding::new(PageFact::Status { url, status }));
            }
            End::Answer(_) => {}
            End::Fault(WebCause::TooLarge { limit, .. }) => {
                let limit = *limit;
                all.push(Finding::new(PageFact::TooLarge { url, limit }));
            }
            End::Fault(cause) => {
                let address = self.address.map(|one| one.to_string());
                all.push(Finding::new(PageFact::NotAnswered {
                    url,
                    address: address.unwrap_or_default(),
                    cause: cause.clone(),
                }));
            }
            End::Refused { to, fault } => {
                let (to, fault) = (to.clone(), fault.clone());
                all.push(Finding::new(PageFact::RedirectRefused { url, to, fault }));
            }
            End::Loop { to, is_circle } => all.push(Finding::new(PageFact::RedirectLoop {
                url,
                to: to.clone(),
                is_circle: *is_circle,
                count: self.hops.len(),
            })),
            End::Nowhere(_) => {}
        }
        all
    }

    fn downgrades(&self) -> impl Iterator<Item = PageFact> {
        let next = self.hops.iter().skip(1).map(|hop| &hop.url);
        let pairs = self.hops.iter().zip(next.chain([&self.url]));
        pairs
            .filter(|(hop, next)| hop.url.scheme == Scheme::Https && next.scheme == Scheme::Http)
            .map(|(hop, next)| PageFact::HttpsDowngraded {
                from: hop.url.to_string(),
                to: next.to_string(),
                is_refresh: false,
            })
    }
}
