//! Every server of the zone, each address apart: does it answer, over TCP too, and do all say the same.

use super::view::{contents, told};
use super::{DnsSummary, LANE};
use crate::core::diagnose::ask::{Asker, ServerReply, Zone, is_registry};
use crate::core::diagnose::{Check, CheckKey, Skip};
use crate::core::env::{
    DnsAnswer, DnsFault, DnsName, DnsQuestion, DnsServer, NO_ERROR, NO_SUCH_NAME, RecordData,
    RecordType, Transport,
};
use crate::core::finding::{DnsFact, Finding, Severity, Told};
use crate::core::progress::Cancelled;

/// What is compared.
const COMPARED: [RecordType; 3] = [RecordType::A, RecordType::AAAA, RecordType::TXT];

pub(super) fn check(asker: &Asker<'_>, key: CheckKey) -> Result<Check, Cancelled> {
    let name = key.name.base();
    if !asker.may_walk(LANE, &name)? {
        return Ok(Check::skipped(key, Skip::InsideNotAgreed));
    }
    let walk = asker.walk(LANE, &name)?;
    let Some(zone) = walk.zone() else {
        return Ok(Check::unknown(key, DnsSummary::NotFoundOut, Vec::new()));
    };
    if is_registry(&zone.apex) && !is_registry(&name) {
        return Ok(Check::skipped(key, Skip::NoSuchName));
    }
    let starts = asker.at_servers(LANE, zone, &zone.apex, RecordType::SOA)?;
    let mut findings: Vec<Finding> = Vec::new();
    let mut answering: Vec<&ServerReply> = Vec::new();
    for reply in &starts {
        match fault(&zone.apex, reply) {
            Some(fact) => findings.push(Finding::new(fact)),
            None if reply.reply.outcome.is_ok() => answering.push(reply),
            None => {}
        }
    }
    findings.extend(serials(&zone.apex, &answering));
    let mut is_same = true;
    for kind in COMPARED {
        let replies = asker.at_servers(LANE, zone, &name, kind)?;
        let told: Vec<Told> = replies
            .iter()
            .filter_map(|one| answer_of(one, kind))
            .collect();
        if contents(&told) > 1 {
            is_same = false;
            findings.push(Finding::new(DnsFact::ServersDisagree {
                name: name.clone(),
                record: kind,
                told,
            }));
        }
    }
    findings.extend(over_tcp(asker, zone, &answering)?);
    let summary = DnsSummary::Servers {
        answering: answering.len(),
        of: starts.len(),
        is_same,
    };
    Ok(match answering.is_empty() {
        true => Check::unknown(key, summary, findings),
        false => Check::done(key, summary, findings),
    })
}

/// What is wrong with one server, by its answer to who serves the zone.
fn fault(zone: &DnsName, reply: &ServerReply) -> Option<DnsFact> {
    let (zone, server) = (zone.clone(), reply.name.clone());
    let address = reply.server.address.ip();
    match &reply.reply.outcome {
        Err(fault) if fault.is_own() => None,
        Err(DnsFault::Broken(detail)) => Some(DnsFact::AnswerBroken {
            server: format!("{server} ({address})"),
            detail: detail.clone(),
        }),
        Err(fault) => Some(DnsFact::ServerSilent {
            zone,
            server,
            address,
            fault: fault.clone(),
        }),
        Ok(answer) if !matches!(answer.code, NO_ERROR | NO_SUCH_NAME) => {
            Some(DnsFact::ServerRefuses {
                zone,
                server,
                address,
                code: answer.code,
            })
        }
        Ok(answer) => (!answer.is_authoritative || serial(answer).is_none()).then_some(
            DnsFact::LameDelegation {
                zone,
                server,
                address,
            },
        ),
    }
}

fn serial(answer: &DnsAnswer) -> Option<u32> {
    let mut answers = answer.answers.iter();
    answers.find_map(|record| match record.data {
        RecordData::Soa { serial, .. } => Some(serial),
        _ => None,
    })
}

/// Versions may differ for the seconds that a change takes to spread.
fn serials(zone: &DnsName, answering: &[&ServerReply]) -> Option<Finding> {
    let told: Vec<Told> = answering
        .iter()
        .filter_map(|reply| {
            let serial = serial(reply.reply.outcome.as_ref().ok()?)?;
            Some(Told {
                source: label(reply),
                values: vec![serial.to_string()],
                ttl: None,
            })
        })
        .collect();
    let fact = DnsFact::ServersDisagree {
        name: zone.clone(),
        record: RecordType::SOA,
        told: told.clone(),
    };
    (contents(&told) > 1).then(|| Finding::new(fact).rated(Severity::Info))
}

fn label(reply: &ServerReply) -> String {
    format!("{} ({})", reply.name, reply.server.address.ip())
}

/// What a server that serves the zone says.
fn answer_of(reply: &ServerReply, kind: RecordType) -> Option<Told> {
    let answer = reply.reply.outcome.as_ref().ok()?;
    let is_own = answer.is_authoritative && matches!(answer.code, NO_ERROR | NO_SUCH_NAME);
    is_own.then(|| told(label(reply), answer, kind))
}

fn over_tcp(
    asker: &Asker<'_>,
    zone: &Zone,
    answering: &[&ServerReply],
) -> Result<Vec<Finding>, Cancelled> {
    let questions: Vec<(String, DnsQuestion)> = answering
        .iter()
        .map(|reply| {
            let question = DnsQuestion {
                server: DnsServer {
                    address: reply.server.address,
                    transport: Transport::Tcp,
                },
                name: zone.apex.clone(),
                kind: RecordType::SOA,
                is_recursive: false,
                wants_signatures: false,
            };
            (reply.name.to_string(), question)
        })
        .collect();
    let replies = asker.ask_all(LANE, &questions, zone.apex.is_root())?;
    let silent = answering.iter().zip(replies).filter(|(_, reply)| {
        let fault = reply.outcome.as_ref().err();
        fault.is_some_and(|fault| !fault.is_own() && !matches!(fault, DnsFault::Broken(_)))
    });
    Ok(silent
        .map(|(server, _)| {
            Finding::new(DnsFact::TcpClosed {
                zone: zone.apex.clone(),
                server: server.name.clone(),
                address: server.server.address.ip(),
            })
        })
        .collect())
}
