//! Words of facts about what DNS says of a name, and its servers.

mod dnssec;
mod names;
mod servers;

use super::{Words, about, name, names as shown};
use crate::core::env::DnsName;
use crate::core::finding::{DnsFact as F, DnssecFault, Told};
use crate::text::Lang;
use crate::text::dns::seconds;

/// What happened, and why.
type Pair = (String, String);

pub(super) fn words(lang: Lang, fact: &F) -> Words {
    let (message, why) = match fact {
        F::NameMissing { name, zone } => names::missing(lang, name, zone),
        F::NotDelegated { domain, registry } => names::not_delegated(lang, domain, registry),
        F::NoAddress { name } => names::no_address(lang, name),
        F::ReservedAddress {
            name,
            address,
            range,
        } => names::reserved(lang, name, address, *range),
        F::PublicSuffix { name } => names::suffix(lang, name),
        F::LookupFailed {
            name, record, code, ..
        } => names::failed(lang, name, *record, *code),
        F::AliasCircle { names } => names::circle(lang, names),
        F::AliasDangling { name, target } => names::dangling(lang, name, target),
        F::AliasBesideOthers {
            name,
            target,
            others,
        } => names::beside(lang, name, target, others),
        F::HostsFile { name, address } => names::hosts(lang, name, address),
        F::SplitDns {
            name,
            inside,
            outside,
        } => names::split(lang, name, inside, outside),
        F::NegativeCached {
            name,
            sources,
            seconds,
        } => names::negative(lang, name, sources, *seconds),
        F::WildcardAnswers {
            name,
            record,
            values,
        } => names::wildcard(lang, name, *record, values),
        F::ResolversDisagree { name, record, told } => names::resolvers(lang, name, *record, told),
        F::DnssecBroken { zone, fault } => dnssec::broken(lang, zone, fault),
        F::DnssecNotChecked { zone } => dnssec::not_checked(lang, zone),
        F::DelegationDiffers {
            zone,
            at_parent,
            at_zone,
        } => servers::differing(lang, zone, at_parent, at_zone),
        F::OneServer { zone, server } => servers::single(lang, zone, server),
        F::OneNetwork { zone, network } => servers::one_network(lang, zone, network),
        F::Intercepted { server } => servers::intercepted(lang, server),
        F::ServerAddressMissing { zone, server } => servers::no_address(lang, zone, server),
        F::ServersDisagree { name, record, told } => servers::disagree(lang, name, *record, told),
        F::AnswerBroken { server, detail } => servers::broken(lang, server, detail),
        F::ServerSilent { .. }
        | F::ServerRefuses { .. }
        | F::LameDelegation { .. }
        | F::TcpClosed { .. } => servers::one(lang, fact),
    };
    let words = Words::new(message, why, about(lang, fact.id()).remedy);
    match fact {
        F::LookupFailed { detail, .. }
        | F::DnssecBroken {
            fault: DnssecFault::Resolvers { detail },
            ..
        } => words.raw(detail),
        _ => words,
    }
}

/// Names for a sentence.
fn listed(lang: Lang, all: &[DnsName]) -> String {
    let all: Vec<String> = all.iter().map(ToString::to_string).collect();
    shown(lang, &all)
}

/// Who said what: `1.1.1.1: 192.0.2.1 (4 min); 9.9.9.9: none`. A sentence.
fn table(lang: Lang, told: &[Told]) -> String {
    let cell = |one: &Told| {
        let (source, values) = (name(&one.source), shown(lang, &one.values));
        match one.ttl {
            Some(ttl) => {
                let ttl = seconds(lang, ttl);
                say!(
                    lang,
                    "{source}: {values} ({ttl})",
                    "{source}：{values}（{ttl}）"
                )
            }
            None => say!(lang, "{source}: {values}", "{source}：{values}"),
        }
    };
    let mut cells: Vec<String> = told.iter().take(6).map(cell).collect();
    if told.len() > cells.len() {
        cells.push("…".to_owned());
    }
    let cells = cells.join(lang.pick("; ", "；"));
    say!(lang, "{cells}.", "{cells}。")
}
