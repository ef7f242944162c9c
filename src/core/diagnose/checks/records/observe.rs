//! What each server and resolver says of a record, over every alias.

use crate::core::diagnose::Lane;
use crate::core::diagnose::ask::Asker;
use crate::core::env::{
    DnsAnswer, DnsFault, DnsName, DnsReply, NO_ERROR, NO_SUCH_NAME, RecordData, RecordType,
};
use crate::core::progress::Cancelled;

/// Aliases followed on the way to a record.
const ALIASES: usize = 8;

/// What one place says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    /// A server's name, or a resolver's address.
    pub who: String,
    /// What.
    pub what: What,
    /// Seconds for which it may be kept; of an absence those of its SOA.
    pub ttl: Option<u32>,
}

/// What a place says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// Values of the type asked for: text of TXT, the target of CNAME.
    Values(Vec<String>),
    /// No such record.
    Absent,
    /// A failure, with its code.
    Failing(u16),
    /// No answer.
    Silent,
}

/// What all of them say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct View {
    /// One after the other.
    pub seen: Vec<Seen>,
    /// Where the record was looked for in the end, behind aliases.
    pub at: Option<DnsName>,
    /// Whether the servers of the zone could be found.
    pub is_reached: bool,
}

impl View {
    /// Places that answer, whatever they say.
    pub fn answering(&self) -> impl Iterator<Item = &Seen> {
        let answers = |seen: &&Seen| matches!(seen.what, What::Values(_) | What::Absent);
        self.seen.iter().filter(answers)
    }

    /// Names of places for which a test holds, each once.
    pub fn who(&self, holds: impl Fn(&Seen) -> bool) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for seen in self.seen.iter().filter(|seen| holds(seen)) {
            if !names.contains(&seen.who) {
                names.push(seen.who.clone());
            }
        }
        names
    }

    /// Every value that somebody gives, each once.
    pub fn values(&self) -> Vec<String> {
        self.values_where(|_| true)
    }

    /// The same of those for whom a test holds.
    pub fn values_where(&self, holds: impl Fn(&Seen) -> bool) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for seen in self.seen.iter().filter(|seen| holds(seen)) {
            let What::Values(values) = &seen.what else {
                continue;
            };
            for value in values {
                if !all.contains(value) {
                    all.push(value.clone());
                }
            }
        }
        all
    }
}

impl Seen {
    /// Whether a value is among those given.
    pub fn has(&self, value: &str) -> bool {
        matches!(&self.what, What::Values(values) if values.iter().any(|one| one == value))
    }

    /// Whether it says nothing that helps: a failure or silence.
    pub fn is_dumb(&self) -> bool {
        matches!(self.what, What::Failing(_) | What::Silent)
    }
}

/// Asks every authoritative server of the record's zone. For TXT aliases are followed from zone to zone; a server
/// on the way that does not know the alias counts as one without the record.
pub(super) fn at_servers(
    asker: &Asker<'_>,
    name: &DnsName,
    kind: RecordType,
) -> Result<View, Cancelled> {
    let mut view = View::default();
    let mut at = name.clone();
    for _ in 0..ALIASES {
        let walk = asker.walk(Lane::Validation, &at)?;
        let Some(zone) = walk.zone() else {
            view.at = Some(at);
            view.is_reached = false;
            return Ok(view);
        };
        let mut replies = asker.at_servers(Lane::Validation, zone, &at, kind)?;
        replies.retain(|one| !one.is_own_fault());
        let mut next: Option<DnsName> = None;
        let mut seen: Vec<Seen> = Vec::new();
        for one in &replies {
            let alias = target(&one.reply, &at).filter(|_| kind != RecordType::CNAME);
            match alias {
                Some(alias) if !has_answer(&one.reply, kind) => next = next.or(Some(alias)),
                _ if one.is_lame() => seen.push(Seen {
                    who: one.name.to_string(),
                    what: What::Failing(NO_ERROR),
                    ttl: None,
                }),
                _ => seen.push(judged(one.name.to_string(), &one.reply, kind)),
            }
        }
        view.is_reached = true;
        match next {
            None => {
                view.seen.extend(seen);
                view.at = Some(at);
                return Ok(view);
            }
            Some(next) => {
                view.seen.extend(seen);
                at = next;
            }
        }
    }
    view.at = Some(at);
    Ok(view)
}

/// Asks the resolvers.
pub(super) fn at_resolvers(
    asker: &Asker<'_>,
    name: &DnsName,
    kind: RecordType,
) -> Result<View, Cancelled> {
    let replies = asker.at_resolvers(Lane::Validation, name, kind)?;
    let is_asked = |reply: &DnsReply| !reply.outcome.as_ref().is_err_and(DnsFault::is_own);
    let seen = replies
        .iter()
        .filter(|one| is_asked(&one.reply))
        .map(|one| judged(one.source.label(), &one.reply, kind));
    Ok(View {
        seen: seen.collect(),
        at: Some(name.clone()),
        is_reached: true,
    })
}

/// One answer to a question, from the zone's servers or a resolver; empty where there is none.
pub(super) fn values_of(
    asker: &Asker<'_>,
    name: &DnsName,
    kind: RecordType,
) -> Result<Vec<String>, Cancelled> {
    let resolution = asker.resolve(Lane::Validation, name, kind)?;
    let records = resolution.records.iter();
    Ok(records.filter_map(|record| value(&record.data)).collect())
}

fn judged(who: String, reply: &DnsReply, kind: RecordType) -> Seen {
    let (what, ttl) = match &reply.outcome {
        Err(_) => (What::Silent, None),
        Ok(answer) if !matches!(answer.code, NO_ERROR | NO_SUCH_NAME) => {
            (What::Failing(answer.code), None)
        }
        Ok(answer) => said(answer, kind),
    };
    Seen { who, what, ttl }
}

fn said(answer: &DnsAnswer, kind: RecordType) -> (What, Option<u32>) {
    let records = answer.answers.iter();
    let of_kind: Vec<_> = records.filter(|record| record.kind == kind).collect();
    let mut values: Vec<String> = of_kind
        .iter()
        .filter_map(|record| value(&record.data))
        .collect();
    values.sort();
    match values.is_empty() {
        false => (
            What::Values(values),
            of_kind.iter().map(|record| record.ttl).min(),
        ),
        true => {
            let kept = answer
                .authority
                .iter()
                .find_map(|record| match record.data {
                    RecordData::Soa { minimum, .. } => Some(minimum.min(record.ttl)),
                    _ => None,
                });
            (What::Absent, kept)
        }
    }
}

fn has_answer(reply: &DnsReply, kind: RecordType) -> bool {
    let answer = reply.outcome.as_ref().ok();
    answer.is_some_and(|answer| answer.answers.iter().any(|record| record.kind == kind))
}

/// Where a name leads by an answer.
fn target(reply: &DnsReply, name: &DnsName) -> Option<DnsName> {
    let answer = reply.outcome.as_ref().ok()?;
    answer.answers.iter().find_map(|record| match &record.data {
        RecordData::Cname(target) if record.kind == RecordType::CNAME && record.name == *name => {
            Some(target.clone())
        }
        _ => None,
    })
}

/// A value as it is compared.
fn value(data: &RecordData) -> Option<String> {
    match data {
        RecordData::Txt(_) => data
            .text()
            .map(|text| String::from_utf8_lossy(&text).into_owned()),
        RecordData::Cname(name) => Some(name.to_string()),
        RecordData::A(address) => Some(address.to_string()),
        RecordData::Aaaa(address) => Some(address.to_string()),
        _ => None,
    }
}
