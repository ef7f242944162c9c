//! The way from a root to the zone that holds a name, and asking every server of that zone.

mod roots;
mod step;
mod way;

use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;

use super::{Asker, Labelled, Said, Source};
use crate::core::diagnose::Lane;
use crate::core::env::{
    AddressRange, DnsFault, DnsName, DnsQuestion, DnsReply, DnsServer, NO_ERROR, RecordType,
};
use crate::core::limits;
use crate::core::progress::Cancelled;

/// A server of a zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ZoneServer {
    /// Its name; of a root given by address, the address.
    pub name: DnsName,
    /// Its addresses, those that may not be contacted too.
    pub addresses: Vec<IpAddr>,
    /// Ports differ from 53 only for roots the user named.
    #[serde(skip)]
    pub port: Option<u16>,
    /// Whether the parent names it.
    pub at_parent: bool,
    /// Whether the zone itself names it.
    pub at_zone: bool,
}

/// A zone on the way, and who serves it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Zone {
    /// The name it begins at.
    pub apex: DnsName,
    /// Its servers as the parent and the zone itself name them.
    pub servers: Vec<ZoneServer>,
}

/// The way to a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walk {
    /// The zones from the root downwards.
    pub zones: Vec<Arc<Zone>>,
    /// How it ended.
    pub end: WalkEnd,
}

/// How a walk ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum WalkEnd {
    /// The last zone holds the name, be it that the name does not exist.
    Reached,
    /// No server of this zone could be contacted; everything below is unknown.
    Silent {
        /// The zone.
        zone: DnsName,
        /// Why, of the first server.
        fault: DnsFault,
    },
    /// The servers of this zone answer, but not for it: a lame delegation (RFC 1912 section 2.8).
    Lame {
        /// The zone.
        zone: DnsName,
        /// The code they answer with.
        code: u16,
    },
    /// No address is known of any server of this zone.
    NoServerAddress {
        /// The zone.
        zone: DnsName,
    },
    /// Somebody on the way answers in place of this root server: a router, firewall or provider that takes
    /// questions on port 53 for itself. No server of any zone can be asked from here.
    Intercepted {
        /// The root server that was asked.
        server: DnsName,
    },
    /// More steps, or more time, than any honest way takes.
    TooDeep,
}

/// What one server of a zone said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerReply {
    /// The server's name.
    pub name: DnsName,
    /// The address asked.
    pub server: DnsServer,
    /// What it said.
    pub reply: DnsReply,
}

/// Walks made so far. One at a time: what one finds spares the others their questions.
#[derive(Default)]
pub(super) struct Walks(Mutex<way::Known>);

impl Walks {
    pub fn forget(&self) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *known = way::Known::default();
    }
}

impl ServerReply {
    /// Whether it was not asked, for a reason of this computer.
    pub fn is_own_fault(&self) -> bool {
        self.reply.outcome.as_ref().is_err_and(DnsFault::is_own)
    }

    /// Whether it is an answer of a server that does not have the zone: neither records nor a word of its own.
    pub fn is_lame(&self) -> bool {
        self.reply.outcome.as_ref().is_ok_and(|answer| {
            answer.code == NO_ERROR && !answer.is_authoritative && answer.answers.is_empty()
        })
    }
}

impl Walk {
    /// The zone that holds the name, when the walk reached it.
    pub fn zone(&self) -> Option<&Arc<Zone>> {
        match self.end {
            WalkEnd::Reached => self.zones.last(),
            _ => None,
        }
    }
}

impl Asker<'_> {
    /// The way to a name, walked once and remembered. Names of the inside are not walked to unless the user
    /// agreed: nobody outside is to learn them.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn walk(&self, lane: Lane, name: &DnsName) -> Result<Arc<Walk>, Cancelled> {
        self.check()?;
        if !self.may_walk(lane, name)? {
            return Ok(Arc::new(Walk {
                zones: Vec::new(),
                end: WalkEnd::Silent {
                    zone: DnsName::default(),
                    fault: DnsFault::AddressRefused(AddressRange::Private),
                },
            }));
        }
        let mut known = self.walks.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut walker = way::Walker {
            asker: self,
            lane,
            known: &mut known,
            depth: 0,
            until: self.ticks().saturating_add(limits::DNS_WALK_MS),
        };
        walker.walk(name)
    }

    /// Asks every address of every server of a zone, without recursion, all at once. Told as
    /// [`super::Said`] too.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn at_servers(
        &self,
        lane: Lane,
        zone: &Zone,
        name: &DnsName,
        kind: RecordType,
    ) -> Result<Vec<ServerReply>, Cancelled> {
        let servers = way::addresses(self, zone);
        let replies = self.at_these(lane, zone, &servers, name, kind, false)?;
        self.say(name, kind, &replies);
        Ok(replies)
    }

    /// Asks a few servers of a zone, with signatures or without; the others only when those do not answer. Not
    /// told as [`super::Said`].
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn at_few(
        &self,
        lane: Lane,
        zone: &Zone,
        name: &DnsName,
        kind: RecordType,
        wants_signatures: bool,
    ) -> Result<Vec<ServerReply>, Cancelled> {
        let mut replies: Vec<ServerReply> = Vec::new();
        for few in way::addresses(self, zone).chunks(way::FIRST) {
            replies.extend(self.at_these(lane, zone, few, name, kind, wants_signatures)?);
            if replies.iter().any(|one| one.reply.outcome.is_ok()) {
                break;
            }
        }
        Ok(replies)
    }

    fn at_these(
        &self,
        lane: Lane,
        zone: &Zone,
        servers: &[(DnsName, SocketAddr)],
        name: &DnsName,
        kind: RecordType,
        wants_signatures: bool,
    ) -> Result<Vec<ServerReply>, Cancelled> {
        let questions: Vec<Labelled> = servers
            .iter()
            .map(|(label, address)| {
                let question = DnsQuestion {
                    wants_signatures,
                    ..way::question(*address, name, kind)
                };
                (label.to_string(), question)
            })
            .collect();
        let replies = self.ask_all(lane, &questions, zone.apex.is_root())?;
        let told = servers.iter().zip(questions).zip(replies);
        Ok(told
            .map(|(((label, _), (_, question)), reply)| ServerReply {
                name: label.clone(),
                server: question.server,
                reply,
            })
            .collect())
    }

    /// Tells what servers of a zone said.
    pub(super) fn say(&self, name: &DnsName, kind: RecordType, replies: &[ServerReply]) {
        for one in replies {
            let source = Source::Authoritative(one.name.clone(), one.server.clone());
            self.said(Said::of(&source, name, kind, &one.reply));
        }
    }
}
