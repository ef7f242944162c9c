//! The time line: whom was asked what, when, what came; and who said what of which name.

use std::net::SocketAddr;
use std::sync::{Mutex, PoisonError};

use serde::Serialize;

use super::super::check::Lane;
use crate::core::env::{
    DnsAnswer, DnsFault, DnsName, DnsQuestion, DnsReply, DnsServer, RecordData, RecordType,
    TalkEnd, Talked, WebAnswer, WebCause, WebFault, WebRequest,
};

/// Who gives answers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "server")]
pub enum Source {
    /// A resolver the user named.
    User(DnsServer),
    /// A resolver of this computer.
    System(DnsServer),
    /// A well-known public resolver.
    Public(DnsServer),
    /// A server that has the zone itself: its name, and the address asked.
    Authoritative(DnsName, DnsServer),
    /// The hosts file of this computer.
    HostsFile,
}

impl Source {
    /// The server behind it; the hosts file has none.
    pub fn server(&self) -> Option<&DnsServer> {
        match self {
            Self::User(server)
            | Self::System(server)
            | Self::Public(server)
            | Self::Authoritative(_, server) => Some(server),
            Self::HostsFile => None,
        }
    }

    /// As the time line calls it, never translated: an address, or a server's name.
    pub fn label(&self) -> String {
        match self {
            Self::Authoritative(name, _) => name.to_string(),
            Self::HostsFile => "hosts".to_owned(),
            other => other.server().map(ToString::to_string).unwrap_or_default(),
        }
    }
}

/// One line of the time line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// For which lane.
    pub lane: Lane,
    /// Whom: a server's name or address. Foreign text.
    pub whom: String,
    /// Where.
    pub address: Option<SocketAddr>,
    /// What.
    pub what: What,
    /// Milliseconds from the start of the run until it was asked.
    pub begun_ms: u64,
    /// Milliseconds it took.
    pub took_ms: u64,
    /// What came.
    pub outcome: AskedOutcome,
}

/// What was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum What {
    /// Records.
    Records {
        /// Of this name.
        name: DnsName,
        /// Of this type.
        record: RecordType,
    },
    /// A page.
    Page {
        /// Its address.
        url: String,
    },
    /// Connections.
    Connections {
        /// What for.
        purpose: Purpose,
    },
}

/// What connections are opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// A handshake.
    Handshake,
    /// A handshake without the name.
    WithoutName,
    /// Which versions are accepted.
    Versions,
    /// Which cipher suites are accepted.
    Suites,
    /// A WebSocket.
    WebSocket,
}

/// What came, in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum AskedOutcome {
    /// A server's answer.
    Records {
        /// Response code.
        code: u16,
        /// Records of the type asked for.
        count: usize,
    },
    /// A web server's answer.
    Page {
        /// HTTP status.
        status: u16,
        /// Bytes of its body.
        bytes: usize,
    },
    /// How conversations with a server ended.
    Talks {
        /// How many there were.
        count: usize,
        /// How the first ended that did not come to a good end; else `Over`.
        end: TalkEnd,
    },
    /// No answer from a name server.
    NoRecords {
        /// Why.
        fault: DnsFault,
    },
    /// No answer from a web server.
    NoPage {
        /// Why.
        cause: WebCause,
    },
}

/// What one source said of a name: a cell of the table of who says what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Said {
    /// Who.
    pub source: Source,
    /// Of which name.
    pub name: DnsName,
    /// Of which type.
    pub record: RecordType,
    /// The values, sorted; foreign text. Empty where there are none.
    pub values: Vec<String>,
    /// The least seconds for which they may be kept; of a negative answer its SOA's.
    pub ttl: Option<u32>,
    /// Response code; `None` without an answer.
    pub code: Option<u16>,
    /// Why there is no answer.
    pub fault: Option<DnsFault>,
    /// Milliseconds it took.
    pub took_ms: u64,
}

impl Asked {
    pub(super) fn dns(
        lane: Lane,
        label: &str,
        question: &DnsQuestion,
        reply: &DnsReply,
        batch_ms: u64,
    ) -> Self {
        let outcome = match &reply.outcome {
            Ok(answer) => AskedOutcome::Records {
                code: answer.code,
                count: answer
                    .answers
                    .iter()
                    .filter(|record| record.kind == question.kind)
                    .count(),
            },
            Err(fault) => AskedOutcome::NoRecords {
                fault: fault.clone(),
            },
        };
        Self {
            lane,
            whom: label.to_owned(),
            address: Some(question.server.address),
            what: What::Records {
                name: question.name.clone(),
                record: question.kind,
            },
            begun_ms: batch_ms + reply.begun_ms,
            took_ms: reply.took_ms,
            outcome,
        }
    }

    /// All conversations of one batch with one server, as one line.
    pub(super) fn talks(
        lane: Lane,
        purpose: Purpose,
        address: SocketAddr,
        talks: &[&Talked],
        batch_ms: u64,
    ) -> Self {
        let begun = talks.iter().map(|talk| talk.times.begun_ms).min();
        let ended = talks
            .iter()
            .map(|talk| talk.times.begun_ms + talk.times.ended_ms)
            .max();
        let begun_ms = begun.unwrap_or(0);
        let mut ends = talks.iter().map(|talk| &talk.end);
        let end = ends.find(|end| !matches!(end, TalkEnd::Over | TalkEnd::Closed));
        Self {
            lane,
            whom: address.to_string(),
            address: Some(address),
            what: What::Connections { purpose },
            begun_ms: batch_ms + begun_ms,
            took_ms: ended.unwrap_or(0).saturating_sub(begun_ms),
            outcome: AskedOutcome::Talks {
                count: talks.len(),
                end: end.cloned().unwrap_or(TalkEnd::Over),
            },
        }
    }

    /// Takes a later conversation with the same server into this line.
    pub(super) fn joins(&mut self, later: &Self) {
        let end_ms = |one: &Self| one.begun_ms + one.took_ms;
        let ended_ms = end_ms(self).max(end_ms(later));
        self.took_ms = ended_ms.saturating_sub(self.begun_ms);
        if let (
            AskedOutcome::Talks { count, end },
            AskedOutcome::Talks {
                count: more,
                end: last,
            },
        ) = (&mut self.outcome, &later.outcome)
        {
            *count += more;
            if *end == TalkEnd::Over {
                *end = last.clone();
            }
        }
    }

    pub(super) fn web(
        lane: Lane,
        request: &WebRequest,
        answer: &Result<WebAnswer, WebFault>,
        begun_ms: u64,
    ) -> Self {
        let (contact, outcome) = match answer {
            Ok(answer) => (
                &answer.contact,
                AskedOutcome::Page {
                    status: answer.status,
                    bytes: answer.body.len(),
                },
            ),
            Err(fault) => (
                &fault.contact,
                AskedOutcome::NoPage {
                    cause: fault.cause.clone(),
                },
            ),
        };
        let address = contact.addresses.last().copied().or(request.address);
        Self {
            lane,
            whom: address.map_or_else(|| request.url.clone(), |address| address.to_string()),
            address,
            what: What::Page {
                url: request.url.clone(),
            },
            begun_ms,
            took_ms: contact.elapsed_ms,
            outcome,
        }
    }
}

impl Said {
    /// What a reply says.
    pub fn of(source: &Source, name: &DnsName, kind: RecordType, reply: &DnsReply) -> Self {
        let answer = reply.outcome.as_ref().ok();
        Self {
            source: source.clone(),
            name: name.clone(),
            record: kind,
            values: answer
                .map(|answer| values(answer, kind))
                .unwrap_or_default(),
            ttl: answer.and_then(|answer| ttl(answer, kind)),
            code: answer.map(|answer| answer.code),
            fault: reply.outcome.as_ref().err().cloned(),
            took_ms: reply.took_ms,
        }
    }
}

/// The values of a type in an answer, as zone files write them without quotes, sorted.
fn values(answer: &DnsAnswer, kind: RecordType) -> Vec<String> {
    let records = answer.answers.iter().filter(|record| record.kind == kind);
    let mut values: Vec<String> = records.map(|record| value(&record.data)).collect();
    values.sort();
    values.dedup();
    values
}

/// One value as text. Foreign text: bytes that are no UTF-8 become U+FFFD.
pub fn value(data: &RecordData) -> String {
    let lossy = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    match data {
        RecordData::A(address) => address.to_string(),
        RecordData::Aaaa(address) => address.to_string(),
        RecordData::Cname(name) | RecordData::Ns(name) => name.to_string(),
        RecordData::Soa {
            primary, serial, ..
        } => format!("{primary} {serial}"),
        RecordData::Txt(strings) => lossy(&strings.concat()),
        RecordData::Caa { flags, tag, value } => format!("{flags} {tag} \"{}\"", lossy(value)),
        RecordData::Other(bytes) => bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
    }
}

fn ttl(answer: &DnsAnswer, kind: RecordType) -> Option<u32> {
    let of_type = answer.answers.iter().filter(|record| record.kind == kind);
    let positive = of_type.map(|record| record.ttl).min();
    let negative = || {
        answer
            .authority
            .iter()
            .find_map(|record| match record.data {
                RecordData::Soa { minimum, .. } => Some(minimum.min(record.ttl)),
                _ => None,
            })
    };
    positive.or_else(negative)
}

/// All lines so far.
pub(super) struct Journal {
    /// The clock's ticks at the start.
    pub start: u64,
    lines: Mutex<(Vec<Asked>, Vec<Said>)>,
}

impl Journal {
    pub fn new(start: u64) -> Self {
        Self {
            start,
            lines: Mutex::default(),
        }
    }

    pub fn add(&self, asked: Asked) {
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        lines.0.push(asked);
    }

    /// Whether it is new.
    pub fn add_said(&self, said: Said) -> bool {
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        let same = |one: &Said| {
            one.source == said.source && one.name == said.name && one.record == said.record
        };
        match lines.1.iter_mut().find(|one| same(one)) {
            Some(one) if *one == said => return false,
            Some(one) => *one = said,
            None => lines.1.push(said),
        }
        true
    }

    pub fn all(&self) -> (Vec<Asked>, Vec<Said>) {
        let lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut asked, said) = lines.clone();
        asked.sort_by_key(|line| line.begun_ms);
        (asked, said)
    }

    /// Forgets whom was asked in rounds before, so that a watch of days stays small.
    pub fn next_round(&self) {
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        lines.0.clear();
        lines.1.clear();
    }

    pub fn no_network(&self) -> Option<String> {
        let lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        let mut words = None;
        for line in &lines.0 {
            match &line.outcome {
                AskedOutcome::NoRecords {
                    fault: DnsFault::NoNetwork(detail),
                } => words = words.or_else(|| Some(detail.clone())),
                // Some systems say so of single addresses.
                AskedOutcome::Talks {
                    end: TalkEnd::NoNetwork(detail),
                    ..
                } => words = words.or_else(|| Some(detail.clone())),
                AskedOutcome::NoRecords {
                    fault: DnsFault::Unreachable(_) | DnsFault::NotAsked,
                }
                | AskedOutcome::NoPage {
                    cause: WebCause::Unreachable { .. },
                } => {}
                _ => return None,
            }
        }
        words
    }
}
