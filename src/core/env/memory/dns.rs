//! Name servers in memory: each address has zones, written as lines of a zone file, and answers from them as
//! a real server does; or says what it was told to say.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::Mutex;

use crate::core::env::{
    Dns, DnsAnswer, DnsFault, DnsName, DnsQuestion, DnsRecord, DnsReply, NO_SUCH_NAME, REFUSED,
    RecordData, RecordType, SystemDns, Transport,
};
use crate::core::progress::Progress;

/// Name servers by address. Whoever is not among them stays silent. Keeps what was asked.
#[derive(Default)]
pub struct MemoryDns {
    zones: BTreeMap<IpAddr, Vec<Zone>>,
    fixed: BTreeMap<(IpAddr, DnsName, RecordType), Result<DnsAnswer, DnsFault>>,
    faults: BTreeMap<IpAddr, DnsFault>,
    without_tcp: Vec<IpAddr>,
    system: SystemDns,
    asked: Mutex<Vec<DnsQuestion>>,
}

struct Zone {
    apex: DnsName,
    records: Vec<DnsRecord>,
}

/// Milliseconds every answer takes.
const TOOK_MS: u64 = 5;

impl MemoryDns {
    /// Adds a zone to the server at an address; a resolver is a server of `.` with everything in it. Lines are
    /// `NAME TTL TYPE DATA` with full names; lines that are none are left out.
    pub fn with_zone(mut self, address: &str, apex: &str, lines: &str) -> Self {
        if let (Ok(address), Some(apex)) = (address.parse(), DnsName::parse(apex)) {
            let records = lines.lines().filter_map(record).collect();
            let zones = self.zones.entry(address).or_default();
            zones.push(Zone { apex, records });
        }
        self
    }

    /// What the server at an address says to one question, whatever its zones hold.
    pub fn with_answer(
        mut self,
        address: &str,
        name: &str,
        kind: RecordType,
        outcome: Result<DnsAnswer, DnsFault>,
    ) -> Self {
        if let (Ok(address), Some(name)) = (address.parse(), DnsName::parse(name)) {
            self.fixed.insert((address, name, kind), outcome);
        }
        self
    }

    /// What becomes of every question to an address.
    pub fn with_fault(mut self, address: &str, fault: DnsFault) -> Self {
        if let Ok(address) = address.parse() {
            self.faults.insert(address, fault);
        }
        self
    }

    /// Nobody listens there over TCP.
    pub fn without_tcp(mut self, address: &str) -> Self {
        self.without_tcp.extend(address.parse::<IpAddr>());
        self
    }

    /// What this computer asks by itself.
    pub fn with_system(mut self, system: SystemDns) -> Self {
        self.system = system;
        self
    }

    /// Everything that was asked so far, in order.
    pub fn asked(&self) -> Vec<DnsQuestion> {
        let asked = self.asked.lock();
        asked.map(|asked| asked.clone()).unwrap_or_default()
    }

    fn outcome(&self, question: &DnsQuestion) -> Result<DnsAnswer, DnsFault> {
        let address = question.server.address.ip();
        if let Some(fault) = self.faults.get(&address) {
            return Err(fault.clone());
        }
        if question.server.transport == Transport::Tcp && self.without_tcp.contains(&address) {
            return Err(DnsFault::Refused);
        }
        let key = (address, question.name.clone(), question.kind);
        if let Some(fixed) = self.fixed.get(&key) {
            return fixed.clone();
        }
        let zones = self.zones.get(&address).ok_or(DnsFault::TimedOut(2_000))?;
        let holding = zones.iter().filter(|zone| {
            let is_ds_at_apex = question.kind == RecordType::DS && question.name == zone.apex;
            question.name.is_within(&zone.apex) && (!is_ds_at_apex || zone.apex.is_root())
        });
        let deepest = holding.max_by_key(|zone| zone.apex.labels().count());
        let mut answer = match deepest {
            Some(zone) => zone.answer(&question.name, question.kind),
            None => DnsAnswer {
                code: REFUSED,
                ..DnsAnswer::default()
            },
        };
        if question.is_recursive {
            answer.is_authoritative = false;
            answer.recurses = true;
        }
        Ok(answer)
    }
}

impl Zone {
    fn of(&self, name: &DnsName, kind: RecordType) -> Vec<DnsRecord> {
        let records = self.records.iter();
        let fits = |record: &&DnsRecord| record.name == *name && record.kind == kind;
        records.filter(fits).cloned().collect()
    }

    fn answer(&self, name: &DnsName, kind: RecordType) -> DnsAnswer {
        match self.cut(name, kind) {
            Some(cut) => self.referral(&cut),
            None => self.own(name, kind),
        }
    }

    /// The topmost delegation at or above a name.
    fn cut(&self, name: &DnsName, kind: RecordType) -> Option<DnsName> {
        let is_below = |at: &DnsName| at.is_within(&self.apex) && *at != self.apex;
        let above = std::iter::successors(Some(name.clone()), DnsName::parent);
        let cuts = above.take_while(is_below).filter(|at| {
            let is_own = kind == RecordType::DS && at == name;
            !is_own && !self.of(at, RecordType::NS).is_empty()
        });
        cuts.last()
    }

    fn referral(&self, cut: &DnsName) -> DnsAnswer {
        let authority = self.of(cut, RecordType::NS);
        let mut additional = Vec::new();
        for record in &authority {
            if let RecordData::Ns(server) = &record.data {
                additional.extend(self.of(server, RecordType::A));
                additional.extend(self.of(server, RecordType::AAAA));
            }
        }
        DnsAnswer {
            authority,
            additional,
            ..DnsAnswer::default()
        }
    }

    fn own(&self, name: &DnsName, kind: RecordType) -> DnsAnswer {
        let exists = self
            .records
            .iter()
            .any(|record| record.name.is_within(name));
        let above = std::iter::successors(name.parent(), DnsName::parent);
        let wildcard = above
            .filter_map(|at| at.below("*"))
            .find(|at| self.records.iter().any(|record| record.name == *at));
        let owner = match (exists, wildcard) {
            (true, _) => name.clone(),
            (false, Some(wildcard)) => wildcard,
            (false, None) => return self.negative(NO_SUCH_NAME),
        };
        let mut answers = self.of(&owner, kind);
        if answers.is_empty() {
            answers = self.of(&owner, RecordType::CNAME);
        }
        for record in &mut answers {
            record.name = name.clone();
        }
        match answers.is_empty() {
            true => self.negative(0),
            false => DnsAnswer {
                is_authoritative: true,
                answers,
                ..DnsAnswer::default()
            },
        }
    }

    fn negative(&self, code: u16) -> DnsAnswer {
        DnsAnswer {
            code,
            is_authoritative: true,
            authority: self.of(&self.apex, RecordType::SOA),
            ..DnsAnswer::default()
        }
    }
}

/// Reads `NAME TTL TYPE DATA`. Of a SOA the data is `PRIMARY SERIAL MINIMUM`, of CAA `FLAGS TAG VALUE`, of TXT
/// everything that follows, of an unknown `TYPEn` nothing.
fn record(line: &str) -> Option<DnsRecord> {
    let mut words = line.split_whitespace();
    let name = DnsName::parse(words.next()?)?;
    let ttl = words.next()?.parse().ok()?;
    let kind = words.next()?;
    let rest: Vec<&str> = words.collect();
    let text = rest.join(" ");
    let first = || rest.first().copied().and_then(DnsName::parse);
    let (kind, data) = match kind {
        "A" => (RecordType::A, RecordData::A(text.parse::<Ipv4Addr>().ok()?)),
        "AAAA" => (
            RecordType::AAAA,
            RecordData::Aaaa(text.parse::<Ipv6Addr>().ok()?),
        ),
        "CNAME" => (RecordType::CNAME, RecordData::Cname(first()?)),
        "DNAME" => (RecordType::DNAME, RecordData::Cname(first()?)),
        "NS" => (RecordType::NS, RecordData::Ns(first()?)),
        "TXT" => (
            RecordType::TXT,
            RecordData::Txt(vec![text.trim_matches('"').as_bytes().to_vec()]),
        ),
        "SOA" => (
            RecordType::SOA,
            RecordData::Soa {
                primary: first()?,
                serial: rest.get(1)?.parse().ok()?,
                minimum: rest.get(2)?.parse().ok()?,
            },
        ),
        "CAA" => (
            RecordType::CAA,
            RecordData::Caa {
                flags: rest.first()?.parse().ok()?,
                tag: (*rest.get(1)?).to_owned(),
                value: rest
                    .get(2..)?
                    .join(" ")
                    .trim_matches('"')
                    .as_bytes()
                    .to_vec(),
            },
        ),
        other => {
            let number = other.strip_prefix("TYPE")?.parse().ok()?;
            (RecordType(number), RecordData::Other(Vec::new()))
        }
    };
    Some(DnsRecord {
        name,
        ttl,
        kind,
        data,
    })
}

impl Dns for MemoryDns {
    fn ask_all(
        &self,
        questions: &[DnsQuestion],
        heard: &dyn Fn(usize, &DnsReply),
        progress: &dyn Progress,
    ) -> Vec<DnsReply> {
        if let Ok(mut asked) = self.asked.lock() {
            asked.extend_from_slice(questions);
        }
        let answered = questions.iter().enumerate().map(|(index, question)| {
            let outcome = match progress.is_cancelled() {
                true => Err(DnsFault::Cancelled),
                false => self.outcome(question),
            };
            let reply = DnsReply {
                begun_ms: 0,
                took_ms: TOOK_MS,
                outcome,
            };
            heard(index, &reply);
            reply
        });
        answered.collect()
    }

    fn system(&self) -> SystemDns {
        self.system.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::MemoryDns;
    use crate::core::env::{Dns, DnsName, DnsQuestion, DnsServer, RecordData, RecordType};
    use crate::core::progress::Unwatched;

    const ZONE: &str = "\
        example.net 300 SOA ns.example.net 1 60
        example.net 300 NS ns.example.net
        ns.example.net 300 A 192.0.2.1
        www.example.net 300 CNAME shop.example.org
        *.wild.example.net 300 TXT \"one two\"
        sub.example.net 300 NS ns.sub.example.net
        ns.sub.example.net 300 A 192.0.2.2";

    fn ask(dns: &MemoryDns, name: &str, kind: RecordType) -> super::DnsAnswer {
        let question = DnsQuestion {
            server: DnsServer::parse("192.0.2.1").unwrap(),
            name: DnsName::parse(name).unwrap(),
            kind,
            is_recursive: false,
            wants_signatures: false,
        };
        let mut replies = dns.ask_all(&[question], &|_, _| {}, &Unwatched);
        replies.remove(0).outcome.unwrap()
    }

    #[test]
    fn zones_answer_refer_and_deny() {
        let dns = MemoryDns::default().with_zone("192.0.2.1", "example.net", ZONE);
        let alias = ask(&dns, "www.example.net", RecordType::A);
        assert_eq!(alias.answers[0].kind, RecordType::CNAME);
        let wild = ask(&dns, "a.wild.example.net", RecordType::TXT);
        assert_eq!(wild.answers[0].data.text(), Some(b"one two".to_vec()));
        let referral = ask(&dns, "a.sub.example.net", RecordType::A);
        assert!(!referral.is_authoritative && referral.additional.len() == 1);
        let missing = ask(&dns, "none.example.net", RecordType::A);
        assert_eq!((missing.code, missing.authority.len()), (3, 1));
        let empty = ask(&dns, "wild.example.net", RecordType::A);
        assert_eq!((empty.code, empty.answers.len()), (0, 0));
        assert!(matches!(
            empty.authority[0].data,
            RecordData::Soa { minimum: 60, .. }
        ));
        assert_eq!(ask(&dns, "example.com", RecordType::A).code, 5);
    }
}
