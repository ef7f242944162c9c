//! Whether names that nobody made get an answer.

use super::view::{content, registered};
use super::{DnsSummary, LANE};
use crate::core::diagnose::ask::{Asker, alias};
use crate::core::diagnose::{Check, CheckKey};
use crate::core::env::{DnsName, DnsQuestion, DnsReply, NO_ERROR, NO_SUCH_NAME, RecordType};
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

/// What a name gets that nobody made. Not told as said of a name: it is another one in each run.
fn answering(asker: &Asker<'_>, random: &DnsName) -> Result<Known, Cancelled> {
    let mut known = Known::Nothing;
    for kind in [RecordType::A, RecordType::TXT] {
        for reply in replies(asker, random, kind)? {
            let Ok(answer) = reply.outcome else { continue };
            if let Some(target) = alias(random, &answer) {
                return Ok(Known::Answers(RecordType::CNAME, vec![target.to_string()]));
            }
            let values = content(&answer, kind);
            if answer.code == NO_ERROR && !values.is_empty() {
                return Ok(Known::Answers(kind, values));
            }
            if matches!(answer.code, NO_ERROR | NO_SUCH_NAME) {
                known = Known::Silent;
            }
        }
    }
    Ok(known)
}

fn replies(
    asker: &Asker<'_>,
    random: &DnsName,
    kind: RecordType,
) -> Result<Vec<DnsReply>, Cancelled> {
    let walk = asker.walk(LANE, random)?;
    if let Some(zone) = walk.zone() {
        let replies = asker.at_few(LANE, zone, random, kind, false)?;
        return Ok(replies.into_iter().map(|one| one.reply).collect());
    }
    let mut questions: Vec<(String, DnsQuestion)> = Vec::new();
    for source in asker.sources(random) {
        let question = source.server().map(|server| DnsQuestion {
            server: server.clone(),
            name: random.clone(),
            kind,
            is_recursive: true,
            wants_signatures: false,
        });
        questions.extend(question.map(|question| (source.label(), question)));
    }
    asker.ask_all(LANE, &questions, true)
}
