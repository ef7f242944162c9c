//! Servers that do not answer. One that never did is not waited for again: each further question would take as
//! long. One that answered before is silent for that type alone: firewalls drop single types, such as CAA, and
//! any question may be lost once.

use std::collections::{HashMap, HashSet};

use crate::core::env::{DnsFault, DnsQuestion, DnsReply, DnsServer, RecordType};

/// Who did not answer so far.
#[derive(Default)]
pub(super) struct Silent {
    /// For a type, or for all.
    silent: HashMap<(DnsServer, Option<RecordType>), DnsReply>,
    answered: HashSet<DnsServer>,
}

impl Silent {
    /// How a question like this ended before, where it need not be asked again.
    pub fn before(&self, question: &DnsQuestion) -> Option<DnsReply> {
        let of = |kind| self.silent.get(&(question.server.clone(), kind)).cloned();
        of(None).or_else(|| of(Some(question.kind)))
    }

    /// Notes who answered in a batch, and who did not.
    pub fn note(&mut self, batch: &[DnsQuestion], came: &[DnsReply]) {
        for (question, _) in batch
            .iter()
            .zip(came)
            .filter(|(_, one)| one.outcome.is_ok())
        {
            self.answered.insert(question.server.clone());
            self.silent.remove(&(question.server.clone(), None));
        }
        for (question, reply) in batch.iter().zip(came) {
            let is_dead = matches!(
                reply.outcome,
                Err(DnsFault::TimedOut(_) | DnsFault::Unreachable(_) | DnsFault::Refused)
            );
            if is_dead {
                let has_answered = self.answered.contains(&question.server);
                let kind = has_answered.then_some(question.kind);
                let key = (question.server.clone(), kind);
                self.silent.insert(key, reply.clone());
            }
        }
    }
}
