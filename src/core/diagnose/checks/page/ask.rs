//! Asks for parts of a page: batch by batch, over redirects, until one leads to http; no host twice that gave no
//! answer, none inside, and not for ever.

use std::collections::{HashMap, HashSet};

use url::Url;

use super::hosts::{Hosts, NoContact, question};
use super::visit::location;
use crate::core::bundle::trust::TrustChoice;
use crate::core::diagnose::Lane;
use crate::core::diagnose::ask::Asker;
use crate::core::env::{DnsName, WebAnswer, WebCause, WebFault, WebPhase, WebRequest, WebUrl};
use crate::core::finding::RedirectFault;
use crate::core::limits;
use crate::core::page::address::{is_in_clear, redirected};
use crate::core::progress::Cancelled;

/// How the way to a part ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// With an answer of this status; 200 where it is only known to be large.
    Status(u16),
    /// A redirect leads to http.
    Insecure(String),
    /// No answer, or redirects without end.
    NoAnswer,
    /// It is not contacted.
    Refused(RedirectFault),
    /// There were too many, it took too long already, or nobody could say where its host is.
    Left,
}

/// An answer, and where it came from.
pub type Answered = (WebUrl, WebAnswer);

/// Parts asked at once; between batches the time is looked at.
const AT_ONCE: usize = 2 * limits::WEB_AT_ONCE;
/// Redirects followed on the way to a part.
const REDIRECTS: usize = 5;

/// Asks, and remembers how each ended.
pub struct Post<'a> {
    asker: &'a Asker<'a>,
    hosts: Hosts<'a>,
    /// The page's own host, whose certificate is judged elsewhere.
    own: String,
    begun_ms: u64,
    /// Hosts that gave no answer.
    silent: HashSet<(String, u16)>,
    known: HashMap<String, Ended>,
}

/// A part on its way.
struct Open {
    /// The address asked first.
    first: String,
    url: WebUrl,
    hops: usize,
}

impl<'a> Post<'a> {
    /// Nothing was asked yet for this page.
    pub fn new(asker: &'a Asker<'a>, name: &'a DnsName, page: &Url) -> Self {
        Self {
            asker,
            hosts: Hosts::new(asker, name),
            own: page.host_str().unwrap_or_default().to_owned(),
            begun_ms: asker.ticks(),
            silent: HashSet::new(),
            known: HashMap::new(),
        }
    }

    /// How the way to an address ended; [`Ended::Left`] for one that was not asked.
    pub fn ended(&self, url: &WebUrl) -> Ended {
        self.known
            .get(&url.to_string())
            .cloned()
            .unwrap_or(Ended::Left)
    }

    /// Whether an address was asked already.
    pub fn knows(&self, url: &WebUrl) -> bool {
        self.known.contains_key(&url.to_string())
    }

    /// Asks for whole style sheets; gives those that came.
    pub fn sheets(&mut self, urls: Vec<WebUrl>) -> Result<Vec<Answered>, Cancelled> {
        self.batches(urls, |url, address| {
            question(url, address, limits::PAGE_BYTES)
        })
    }

    /// Asks whether parts are there and where they lead; of each only the beginning is read.
    pub fn parts(&mut self, urls: Vec<WebUrl>) -> Result<(), Cancelled> {
        self.batches(urls, |url, address| WebRequest {
            headers: vec![("Range".to_owned(), "bytes=0-1023".to_owned())],
            ..question(url, address, limits::PAGE_PART_BYTES)
        })?;
        Ok(())
    }

    fn batches(
        &mut self,
        urls: Vec<WebUrl>,
        ask: impl Fn(&WebUrl, std::net::SocketAddr) -> WebRequest,
    ) -> Result<Vec<Answered>, Cancelled> {
        let begin = |url: WebUrl| Open {
            first: url.to_string(),
            url,
            hops: 0,
        };
        let mut open: Vec<Open> = urls.into_iter().map(begin).collect();
        open.reverse();
        let mut came = Vec::new();
        while !open.is_empty() && !self.is_late() {
            let batch = open.split_off(open.len().saturating_sub(AT_ONCE));
            let mut asked = Vec::new();
            for one in batch.into_iter().rev() {
                if let Some(address) = self.address(&one)? {
                    asked.push((self.trusting(ask(&one.url, address)), one));
                }
            }
            let requests: Vec<WebRequest> =
                asked.iter().map(|(request, _)| request.clone()).collect();
            let answers = self.asker.fetch_all(Lane::Page, &requests)?;
            for ((_, one), answer) in asked.into_iter().zip(answers) {
                match answer {
                    Ok(answer) => open.extend(self.heard(one, answer, &mut came)),
                    Err(fault) => self.fault(&one, &fault),
                }
            }
        }
        Ok(came)
    }

    /// Certificates of other hosts are judged as browsers do: a part behind a bad one is not loaded.
    fn trusting(&self, request: WebRequest) -> WebRequest {
        let is_own = WebUrl::parse(&request.url).is_ok_and(|url| url.host == self.own);
        WebRequest {
            trusts_any: is_own,
            ..request
        }
    }

    fn is_late(&self) -> bool {
        self.asker.ticks().saturating_sub(self.begun_ms) > limits::PAGE_WHOLE_MS
    }

    fn ends(&mut self, one: &Open, ended: Ended) {
        self.known.insert(one.first.clone(), ended);
    }

    /// The address to ask, unless it is known how it ends.
    fn address(&mut self, one: &Open) -> Result<Option<std::net::SocketAddr>, Cancelled> {
        let server = (one.url.host.clone(), one.url.port);
        if self.silent.contains(&server) {
            self.ends(one, Ended::NoAnswer);
            return Ok(None);
        }
        match self.hosts.contact(&one.url)? {
            Ok(places) => Ok(places.first().copied()),
            Err(why) => {
                self.ends(
                    one,
                    match why {
                        NoContact::Unknown => Ended::Left,
                        NoContact::Nowhere(RedirectFault::NoAddress { .. }) => Ended::NoAnswer,
                        NoContact::Nowhere(fault) => Ended::Refused(fault),
                    },
                );
                Ok(None)
            }
        }
    }

    /// Judges an answer; gives the part again when it is to be asked elsewhere.
    fn heard(&mut self, one: Open, answer: WebAnswer, came: &mut Vec<Answered>) -> Option<Open> {
        let Some(to) = location(&answer) else {
            // A part of it was asked for (RFC 9110 section 15.3.7), or it is too short for that (15.5.17).
            let status = match answer.status {
                206 | 416 => 200,
                status => status,
            };
            self.ends(&one, Ended::Status(status));
            came.push((one.url, answer));
            return None;
        };
        let Some(next) = redirected(&one.url, to) else {
            self.ends(&one, Ended::NoAnswer);
            return None;
        };
        if is_in_clear(&next) {
            self.ends(&one, Ended::Insecure(next.to_string()));
            return None;
        }
        if one.hops == REDIRECTS {
            self.ends(&one, Ended::NoAnswer);
            return None;
        }
        Some(Open {
            url: next,
            hops: one.hops + 1,
            ..one
        })
    }

    fn fault(&mut self, one: &Open, fault: &WebFault) {
        match fault.cause {
            // It is there, and larger than what is read.
            WebCause::TooLarge { .. } => self.ends(one, Ended::Status(200)),
            WebCause::Refused(_)
            | WebCause::Unreachable { .. }
            | WebCause::TimedOut {
                phase: WebPhase::Connecting,
                ..
            } => {
                self.silent.insert((one.url.host.clone(), one.url.port));
                self.ends(one, Ended::NoAnswer);
            }
            // Slow is not the same as not there; and the web client knows its own roots alone.
            WebCause::TimedOut { .. } => self.ends(one, Ended::Left),
            WebCause::Tls(_) if self.asker.request.trust != TrustChoice::Mozilla => {
                self.ends(one, Ended::Left);
            }
            WebCause::Tls(_) => {
                self.silent.insert((one.url.host.clone(), one.url.port));
                self.ends(one, Ended::NoAnswer);
            }
            _ => self.ends(one, Ended::NoAnswer),
        }
    }
}
