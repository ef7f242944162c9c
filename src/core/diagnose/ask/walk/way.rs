//! Walking: zone by zone, the next label asked of a few servers at once and of the others only when those do
//! not help.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use super::step::{Cut, Step, address_of, read, server_of};
use super::{Walk, WalkEnd, Zone, ZoneServer, roots};
use crate::core::diagnose::Lane;
use crate::core::diagnose::ask::{Asker, Labelled};
use crate::core::env::{
    DnsAnswer, DnsName, DnsQuestion, DnsReply, DnsServer, NO_ERROR, RecordType,
};
use crate::core::limits;
use crate::core::progress::Cancelled;

/// Servers of a zone asked at first.
pub(super) const FIRST: usize = 3;

/// What was found on all walks so far.
#[derive(Default)]
pub(super) struct Known {
    walks: HashMap<DnsName, Arc<Walk>>,
    /// By apex, the zones from the root to it, and how entering the last one went wrong.
    zones: HashMap<DnsName, (Vec<Arc<Zone>>, Option<WalkEnd>)>,
    addresses: HashMap<DnsName, Vec<IpAddr>>,
}

/// One walk, or one within another for the address of a server.
pub(super) struct Walker<'w, 'a> {
    pub asker: &'w Asker<'a>,
    pub lane: Lane,
    pub known: &'w mut Known,
    /// How many walks lie around this one.
    pub depth: usize,
    /// When it ends at the latest, by the run's ticks, whatever hostile delegations lead to.
    pub until: u64,
}

/// What all useful answers to one question say together.
enum Heard {
    Cut(Vec<Cut>),
    Goes,
    Missing,
    Nobody(WalkEnd),
}

impl Walker<'_, '_> {
    pub fn walk(&mut self, name: &DnsName) -> Result<Arc<Walk>, Cancelled> {
        if let Some(walk) = self.known.walks.get(name) {
            return Ok(Arc::clone(walk));
        }
        let walk = Arc::new(self.walked(name)?);
        if self.is_late() && self.depth > 0 {
            return Ok(walk);
        }
        self.known.walks.insert(name.clone(), Arc::clone(&walk));
        Ok(walk)
    }

    fn walked(&mut self, name: &DnsName) -> Result<Walk, Cancelled> {
        let above: Vec<DnsName> =
            std::iter::successors(Some(name.clone()), DnsName::parent).collect();
        if above.len() > limits::DNS_WALK_LABELS || self.depth > limits::DNS_WALKS_WITHIN {
            let end = WalkEnd::TooDeep;
            return Ok(Walk {
                zones: Vec::new(),
                end,
            });
        }
        let (mut zones, end) = self.nearest(&above);
        if let Some(end) = end {
            return Ok(Walk { zones, end });
        }
        for wanted in above.iter().rev() {
            if self.is_late() {
                let end = WalkEnd::TooDeep;
                return Ok(Walk { zones, end });
            }
            let Some(zone) = zones.last().cloned() else {
                break;
            };
            // A referral may lead down by several labels.
            if zone.apex.is_within(wanted) {
                continue;
            }
            match self.heard(&zone, wanted)? {
                Heard::Goes => {}
                // Some servers deny a name that has names below: the whole name decides.
                Heard::Missing if wanted != name && self.is_there(&zone, name)? => {}
                Heard::Missing => break,
                Heard::Nobody(end) => return Ok(Walk { zones, end }),
                Heard::Cut(cuts) => {
                    let (below, end) = self.entered(&zone, cuts)?;
                    let apex = below.apex.clone();
                    zones.push(Arc::new(below));
                    let known = (zones.clone(), end.clone());
                    self.known.zones.insert(apex, known);
                    if let Some(end) = end {
                        return Ok(Walk { zones, end });
                    }
                }
            }
        }
        Ok(Walk {
            zones,
            end: WalkEnd::Reached,
        })
    }

    fn is_late(&self) -> bool {
        self.asker.ticks() > self.until
    }

    /// The zones down to the deepest one known that may hold a name.
    fn nearest(&self, above: &[DnsName]) -> (Vec<Arc<Zone>>, Option<WalkEnd>) {
        let known = above.iter().find_map(|at| self.known.zones.get(at));
        known.cloned().unwrap_or_else(|| {
            let root = roots::root(&self.asker.request.setup);
            (vec![Arc::new(root)], None)
        })
    }

    fn is_there(&mut self, zone: &Zone, name: &DnsName) -> Result<bool, Cancelled> {
        let heard = self.heard(zone, name)?;
        Ok(matches!(heard, Heard::Cut(_) | Heard::Goes))
    }

    fn heard(&mut self, zone: &Zone, wanted: &DnsName) -> Result<Heard, Cancelled> {
        let mut useful: Vec<Step> = Vec::new();
        let mut code = None;
        let mut fault = None;
        let replies = self.replies(zone, wanted, |answer| {
            read(&zone.apex, wanted, answer).is_ok()
        })?;
        if self.is_intercepted(zone, &replies) {
            let server = zone.servers.first().map(|one| one.name.clone());
            return Ok(Heard::Nobody(WalkEnd::Intercepted {
                server: server.unwrap_or_default(),
            }));
        }
        for reply in replies {
            match reply
                .outcome
                .map(|answer| read(&zone.apex, wanted, &answer))
            {
                Ok(Ok(step)) => useful.push(step),
                Ok(Err(lame)) => code = code.or(Some(lame)),
                Err(why) => fault = fault.or(Some(why)),
            }
        }
        let mut cuts: Vec<Cut> = Vec::new();
        let (mut goes, mut is_missing) = (false, false);
        for step in useful {
            match step {
                Step::Cut(cut) if cuts.first().is_none_or(|one| one.apex == cut.apex) => {
                    cuts.push(cut);
                }
                Step::Cut(_) => {}
                Step::Goes => goes = true,
                Step::Missing => is_missing = true,
            }
        }
        let zone = zone.apex.clone();
        Ok(match (cuts.is_empty(), goes, is_missing, code, fault) {
            (false, ..) => Heard::Cut(cuts),
            (true, true, ..) => Heard::Goes,
            (true, false, true, ..) => Heard::Missing,
            // Below the apex they do answer: they fail at this name alone, which its own records will show.
            (.., Some(_), _) if !zone.is_root() => Heard::Goes,
            (.., Some(code), _) => Heard::Nobody(WalkEnd::Lame { zone, code }),
            (.., Some(fault)) => Heard::Nobody(WalkEnd::Silent { zone, fault }),
            _ => Heard::Nobody(WalkEnd::NoServerAddress { zone }),
        })
    }

    /// Whether a resolver answers in place of a root server of the Internet: those never ask others on anybody's
    /// behalf, and they have the root.
    fn is_intercepted(&self, zone: &Zone, replies: &[DnsReply]) -> bool {
        let is_internet = zone.apex.is_root() && self.asker.request.setup.roots.is_empty();
        let mut answers = replies.iter().filter_map(|one| one.outcome.as_ref().ok());
        is_internet && answers.any(|answer| answer.recurses && !answer.is_authoritative)
    }

    /// Asks a few servers of a zone who serves a name, and all others where none of those helps.
    fn replies(
        &mut self,
        zone: &Zone,
        wanted: &DnsName,
        is_useful: impl Fn(&DnsAnswer) -> bool,
    ) -> Result<Vec<DnsReply>, Cancelled> {
        let servers = addresses(self.asker, zone);
        let (first, rest) = servers.split_at_checked(FIRST).unwrap_or((&servers, &[]));
        let mut replies = self.ask(zone, first, wanted, RecordType::NS)?;
        let helps = |reply: &DnsReply| reply.outcome.as_ref().is_ok_and(&is_useful);
        if !replies.iter().any(helps) && !rest.is_empty() {
            replies.extend(self.ask(zone, rest, wanted, RecordType::NS)?);
        }
        Ok(replies)
    }

    fn ask(
        &self,
        zone: &Zone,
        servers: &[(DnsName, SocketAddr)],
        name: &DnsName,
        kind: RecordType,
    ) -> Result<Vec<DnsReply>, Cancelled> {
        let questions: Vec<Labelled> = servers
            .iter()
            .map(|(label, address)| (label.to_string(), question(*address, name, kind)))
            .collect();
        // Roots are the user's own, or those of the Internet.
        self.asker
            .ask_all(self.lane, &questions, zone.apex.is_root())
    }

    /// The zone below a cut with all its servers, and what is wrong with it.
    fn entered(
        &mut self,
        parent: &Zone,
        cuts: Vec<Cut>,
    ) -> Result<(Zone, Option<WalkEnd>), Cancelled> {
        let apex = cuts.first().map(|cut| cut.apex.clone()).unwrap_or_default();
        let is_shared = cuts.iter().all(|cut| cut.is_from_zone);
        let mut zone = Zone {
            apex: apex.clone(),
            servers: Vec::new(),
        };
        for cut in cuts {
            let at_parent = !cut.is_from_zone || is_shared;
            for name in cut.servers {
                let at_zone = cut.is_from_zone;
                let glue = cut.glue.iter().filter(|(owner, _)| *owner == name);
                // Only addresses that the zone above may know are believed.
                let glue = glue.filter(|(owner, _)| owner.is_within(&parent.apex));
                let found: Vec<IpAddr> = glue.map(|(_, address)| *address).collect();
                add(&mut zone, &name, at_parent, at_zone, &found);
            }
        }
        self.find_addresses(&mut zone)?;
        if zone
            .servers
            .iter()
            .all(|server| server.addresses.is_empty())
        {
            return Ok((zone, Some(WalkEnd::NoServerAddress { zone: apex })));
        }
        let is_useful = |answer: &DnsAnswer| answer.is_authoritative && answer.code == NO_ERROR;
        let (mut code, mut fault, mut is_served) = (None, None, false);
        for reply in self.replies(&zone.clone(), &apex, is_useful)? {
            match reply.outcome {
                Ok(answer) if is_useful(&answer) => {
                    is_served = true;
                    for name in answer.answers.iter().filter_map(server_of) {
                        add(&mut zone, &name, false, true, &[]);
                    }
                }
                Ok(answer) => code = code.or(Some(answer.code)),
                Err(why) => fault = fault.or(Some(why)),
            }
        }
        let end = match (is_served, code, fault) {
            (true, ..) => None,
            (false, Some(code), _) => Some(WalkEnd::Lame { zone: apex, code }),
            (false, None, Some(fault)) => Some(WalkEnd::Silent { zone: apex, fault }),
            (false, None, None) => Some(WalkEnd::NoServerAddress { zone: apex }),
        };
        self.find_addresses(&mut zone)?;
        Ok((zone, end))
    }

    /// Addresses of servers that came without.
    fn find_addresses(&mut self, zone: &mut Zone) -> Result<(), Cancelled> {
        let apex = zone.apex.clone();
        for index in 0..zone.servers.len() {
            let has_some = zone.servers.iter().any(|one| !one.addresses.is_empty());
            // One server will do on the way to the address of another.
            if self.is_late() || (has_some && self.depth > 0) {
                break;
            }
            let Some(server) = zone.servers.get_mut(index) else {
                break;
            };
            let is_inside = server.name.is_within(&apex);
            if server.addresses.is_empty() && !is_inside {
                server.addresses = self.addresses_of(&server.name)?;
            }
        }
        // Servers named by the zone itself, within it: their addresses are there too.
        let within: Vec<DnsName> = zone
            .servers
            .iter()
            .filter(|server| server.addresses.is_empty() && server.name.is_within(&apex))
            .map(|server| server.name.clone())
            .collect();
        for name in within {
            let found = self.asked_addresses(zone, &name)?;
            if let Some(server) = zone.servers.iter_mut().find(|server| server.name == name) {
                server.addresses = found;
            }
        }
        Ok(())
    }

    fn addresses_of(&mut self, name: &DnsName) -> Result<Vec<IpAddr>, Cancelled> {
        if let Some(known) = self.known.addresses.get(name) {
            return Ok(known.clone());
        }
        // A server whose address needs its own zone first leads in a circle: empty until it is known.
        self.known.addresses.insert(name.clone(), Vec::new());
        let walk = Walker {
            asker: self.asker,
            lane: self.lane,
            known: &mut *self.known,
            depth: self.depth + 1,
            until: self.until,
        }
        .walk(name)?;
        let found = match walk.zone() {
            Some(zone) => self.asked_addresses(&Arc::clone(zone), name)?,
            None => Vec::new(),
        };
        self.known.addresses.insert(name.clone(), found.clone());
        Ok(found)
    }

    fn asked_addresses(&mut self, zone: &Zone, name: &DnsName) -> Result<Vec<IpAddr>, Cancelled> {
        let servers = addresses(self.asker, zone);
        let mut found: Vec<IpAddr> = Vec::new();
        for few in servers.chunks(FIRST) {
            let mut is_told = false;
            let mut questions: Vec<Labelled> = Vec::new();
            for (label, address) in few {
                for kind in [RecordType::A, RecordType::AAAA] {
                    questions.push((label.to_string(), question(*address, name, kind)));
                }
            }
            for reply in self.asker.ask_all(self.lane, &questions, false)? {
                let Ok(answer) = reply.outcome else { continue };
                is_told |= answer.is_authoritative;
                let own = answer.answers.iter().filter(|record| record.name == *name);
                found.extend(own.filter_map(address_of));
            }
            if is_told {
                break;
            }
        }
        found.sort();
        found.dedup();
        found.truncate(limits::DNS_SERVER_ADDRESSES);
        Ok(found)
    }
}

fn add(zone: &mut Zone, name: &DnsName, at_parent: bool, at_zone: bool, found: &[IpAddr]) {
    if let Some(server) = zone.servers.iter_mut().find(|one| one.name == *name) {
        server.at_parent |= at_parent;
        server.at_zone |= at_zone;
        for address in found {
            let is_full = server.addresses.len() >= limits::DNS_SERVER_ADDRESSES;
            if !is_full && !server.addresses.contains(address) {
                server.addresses.push(*address);
            }
        }
        return;
    }
    if zone.servers.len() < limits::DNS_ZONE_SERVERS {
        let mut addresses = found.to_vec();
        addresses.truncate(limits::DNS_SERVER_ADDRESSES);
        zone.servers.push(ZoneServer {
            name: name.clone(),
            addresses,
            port: None,
            at_parent,
            at_zone,
        });
    }
}

/// Every address of a zone's servers to ask, IPv4 first: that works nearly everywhere.
pub(super) fn addresses(asker: &Asker<'_>, zone: &Zone) -> Vec<(DnsName, SocketAddr)> {
    let families = asker.request.setup.families;
    let mut all: Vec<(usize, DnsName, SocketAddr)> = Vec::new();
    for server in &zone.servers {
        let wanted = server.addresses.iter().filter(|one| families.holds(**one));
        for (nth, address) in wanted.enumerate() {
            let at = match server.port {
                Some(port) => SocketAddr::new(*address, port),
                None => asker.dns_port(*address),
            };
            all.push((nth, server.name.clone(), at));
        }
    }
    // Servers rotate their lists; the same run asks the same servers.
    all.sort_by_key(|(nth, name, at)| (at.is_ipv6(), *nth, name.clone()));
    all.into_iter().map(|(_, name, at)| (name, at)).collect()
}

/// A question to a server that has the zone itself.
pub(super) fn question(address: SocketAddr, name: &DnsName, kind: RecordType) -> DnsQuestion {
    DnsQuestion {
        server: DnsServer::udp(address),
        name: name.clone(),
        kind,
        is_recursive: false,
        wants_signatures: false,
    }
}
