//! Which names are kept inside: those that mean something in a network of one's own only, and those for which
//! this computer's resolver gives addresses of the inside. Nobody outside is to learn them.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use super::{Asker, Labelled, Said, Source};
use crate::core::diagnose::{Lane, plan};
use crate::core::env::{DnsName, DnsQuestion, DnsServer, RecordData, RecordType};
use crate::core::progress::Cancelled;

/// Names of the order, and whether this computer's resolver gives addresses of the inside for them.
#[derive(Default)]
pub(super) struct Insides(Mutex<HashMap<DnsName, bool>>);

impl Asker<'_> {
    /// Whether a name may be asked about only at the system's resolvers and those the user named. Asks the
    /// system's first, once for each name of the order.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn stays_inside(&self, lane: Lane, name: &DnsName) -> Result<bool, Cancelled> {
        if self.request.setup.is_inside_agreed {
            return Ok(false);
        }
        let bases = self.request.names.iter().map(DnsName::base);
        for base in bases.filter(|base| name.is_within(base)) {
            let is_known = {
                let known = self.inside.0.lock();
                known
                    .unwrap_or_else(PoisonError::into_inner)
                    .contains_key(&base)
            };
            if !is_known {
                let is_inside = plan::is_inside(&base) || self.has_inside_address(lane, &base)?;
                let mut known = self.inside.0.lock().unwrap_or_else(PoisonError::into_inner);
                known.insert(base, is_inside);
            }
        }
        Ok(self.is_known_inside(name))
    }

    /// Whether the way to a name may be walked: to names of the outside, and to any from roots that the user
    /// named.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn may_walk(&self, lane: Lane, name: &DnsName) -> Result<bool, Cancelled> {
        Ok(!self.request.setup.roots.is_empty() || !self.stays_inside(lane, name)?)
    }

    /// [`Self::stays_inside`] by what is known so far.
    pub(super) fn is_known_inside(&self, name: &DnsName) -> bool {
        let known = self.inside.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_below = |(base, is_inside): (&DnsName, &bool)| *is_inside && name.is_within(base);
        // `com` alone looks like a host of the inside; above a name of the outside it is none.
        let is_above = |(base, is_inside): (&DnsName, &bool)| !is_inside && base.is_within(name);
        known.iter().any(is_below) || (plan::is_inside(name) && !known.iter().any(is_above))
    }

    fn has_inside_address(&self, lane: Lane, base: &DnsName) -> Result<bool, Cancelled> {
        let setup = &self.request.setup;
        let system = self.system.resolvers.iter().filter(|_| setup.with_system);
        let mut questions: Vec<Labelled> = Vec::new();
        for address in system {
            for kind in [RecordType::A, RecordType::AAAA] {
                let question = DnsQuestion {
                    server: DnsServer::udp(*address),
                    name: base.clone(),
                    kind,
                    is_recursive: true,
                    wants_signatures: false,
                };
                questions.push((question.server.to_string(), question));
            }
        }
        let mut is_inside = false;
        for ((_, question), reply) in questions.iter().zip(self.ask_all(lane, &questions, true)?) {
            let source = Source::System(question.server.clone());
            self.said(Said::of(&source, base, question.kind, &reply));
            let answers = reply.outcome.map(|answer| answer.answers);
            is_inside |= answers.unwrap_or_default().iter().any(|record| {
                let address = match record.data {
                    RecordData::A(address) => IpAddr::V4(address),
                    RecordData::Aaaa(address) => IpAddr::V6(address),
                    _ => return false,
                };
                setup.may_contact(address).is_err()
            });
        }
        Ok(is_inside)
    }
}
