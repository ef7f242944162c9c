//! Whether names that nobody made get an answer.

use super::view::registered;
use super::{DnsSummary, LANE};
use crate::core::diagnose::ask::{Asker, Ended, value};
use crate::core::diagnose::{Check, CheckKey};
use crate::core::env::{DnsName, RecordType};
use crate::core::finding::{DnsFact, Finding};
use crate::core::progress::Cancelled;

pub(super) fn check(asker: &Asker<'_>, key: CheckKey) -> Result<Check, Cancelled> {
    let name = key.name.base();
    let mut places = vec![name.clone()];
    // Where the name itself may come from a wildcard. Not among the customers of a registry.
    let above = name.parent().filter(|above| registered(above).is_some());
    if asker.may_walk(LANE, &name)? {
        places.extend(above);
    }
    let mut bytes = [0_u8; 8];
    if asker.env.random.fill(&mut bytes).is_err() {
        return Ok(Check::unknown(key, DnsSummary::NotFoundOut, Vec::new()));
    }
    let label: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let (mut findings, mut below) = (Vec::new(), Vec::new());
    let mut is_known = true;
    for place in places {
        let Some(random) = place.below(&label) else {
            continue;
        };
        match answering(asker, &random)? {
            Known::Answers(record, values) => {
                below.push(place.clone());
                findings.push(Finding::new(DnsFact::WildcardAnswers {
                    name: place,
                    record,
                    values,
                }));
            }
            Known::Silent => {}
            Known::Nothing => is_known = false,
        }
    }
    let summary = DnsSummary::Wildcard { below };
    Ok(match is_known {
        true => Check::done(key, summary, findings),
        false => Check::unknown(key, DnsSummary::NotFoundOut, findings),
    })
}

enum Known {
    Answers(RecordType, Vec<String>),
    Silent,
    Nothing,
}

fn answering(asker: &Asker<'_>, random: &DnsName) -> Result<Known, Cancelled> {
    for kind in [RecordType::A, RecordType::TXT] {
        let found = asker.resolve(LANE, random, kind)?;
        if let Some(target) = found.names.get(1) {
            let values = vec![target.to_string()];
            return Ok(Known::Answers(RecordType::CNAME, values));
        }
        match found.ended {
            Ended::Found => {
                let values = found.records.iter().map(|one| value(&one.data)).collect();
                return Ok(Known::Answers(kind, values));
            }
            Ended::Failed { .. } | Ended::Silent { .. } => return Ok(Known::Nothing),
            _ => {}
        }
    }
    Ok(Known::Silent)
}
