//! What the resolvers say, and whether it is what the zone says now.

use super::view::{contents, told};
use super::{DnsSummary, LANE};
use crate::core::diagnose::ask::{Asker, Ended, Source, value};
use crate::core::diagnose::{Check, CheckKey, Skip};
use crate::core::env::RecordType;
use crate::core::finding::{DnsFact, Finding, Severity, Told};
use crate::core::progress::Cancelled;

pub(super) fn check(asker: &Asker<'_>, key: CheckKey) -> Result<Check, Cancelled> {
    let name = key.name.base();
    let (mut answering, mut of, mut answers) = (0, 0, 0);
    let mut findings: Vec<Finding> = Vec::new();
    for kind in [RecordType::A, RecordType::AAAA] {
        let replies = asker.at_resolvers(LANE, &name, kind)?;
        let told: Vec<Told> = replies
            .iter()
            .filter_map(|one| {
                Some(told(
                    one.source.label(),
                    one.reply.outcome.as_ref().ok()?,
                    kind,
                ))
            })
            .collect();
        (answering, of) = (told.len(), replies.len());
        answers = answers.max(contents(&told));
        findings.extend(disagreeing(asker, &key, kind, told)?);
    }
    if of == 0 {
        return Ok(Check::skipped(key, Skip::NobodyToAsk));
    }
    let summary = DnsSummary::Resolvers {
        answering,
        of,
        answers,
    };
    Ok(match answering == 0 {
        true => Check::unknown(key, summary, findings),
        false => Check::done(key, summary, findings),
    })
}

fn disagreeing(
    asker: &Asker<'_>,
    key: &CheckKey,
    kind: RecordType,
    mut told: Vec<Told>,
) -> Result<Option<Finding>, Cancelled> {
    let name = key.name.base();
    let found = asker.resolve(LANE, &name, kind)?;
    let is_own = matches!(found.source, Some(Source::Authoritative(..)));
    let has_alias = found.names.len() > 1;
    if is_own && !has_alias && matches!(found.ended, Ended::Found) {
        let mut values: Vec<String> = found.records.iter().map(|one| value(&one.data)).collect();
        values.sort();
        let source = found.source.as_ref().map(Source::label).unwrap_or_default();
        let ttl = found.records.iter().map(|record| record.ttl).min();
        told.insert(
            0,
            Told {
                source,
                values,
                ttl,
            },
        );
    }
    if contents(&told) < 2 {
        return Ok(None);
    }
    let is_failure = |one: &Told| {
        let mut values = one.values.iter();
        values.any(|value| matches!(value.as_str(), "NXDOMAIN" | "SERVFAIL" | "REFUSED"))
    };
    // Behind an alias there is often a service that answers by place.
    let is_by_place = has_alias
        && !told
            .iter()
            .any(|one| one.values.is_empty() || is_failure(one));
    let finding = Finding::new(DnsFact::ResolversDisagree {
        name,
        record: kind,
        told,
    });
    Ok(Some(match is_by_place {
        true => finding.rated(Severity::Info),
        false => finding,
    }))
}
