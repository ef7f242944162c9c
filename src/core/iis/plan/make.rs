//! Makes a plan of wishes.

use std::collections::{BTreeMap, BTreeSet};

use super::certificate::{Entries, missing_entry};
use super::collide::{collisions, https_beside};
use super::draft::Draft;
use super::edit::{self, Edit};
use super::fix::{BindingAt, Fix};
use super::ground::{Ground, Names};
use super::refusal::Refusal;
use super::{Change, Plan, Step};
use crate::core::iis::binding::Endpoint;
use crate::core::iis::config::Binding;
use crate::core::iis::flags::{SslFlag, SslFlags};
use crate::core::iis::http_sys::SslEntry;
use crate::core::iis::store::Thumbprint;

/// Rounds in which wishes that stand on refused ones fall too; then all that move a binding fall.
const ROUNDS: usize = 16;

/// Makes the plan. Wishes that cannot be carried out are left out with their reason; the others do not
/// depend on them.
pub fn make(ground: &Ground<'_>, fixes: &[Fix]) -> Plan {
    let names = Names::new(ground.configuration);
    let mut refused: BTreeMap<u32, Refusal> = BTreeMap::new();
    let mut found = Vec::with_capacity(fixes.len());
    for (fix, number) in fixes.iter().zip(0u32..) {
        match names.find(fix.binding()) {
            Ok((at, binding)) => found.push(Wish {
                number,
                fix,
                at,
                binding,
            }),
            Err(refusal) => drop(refused.insert(number, refusal)),
        }
    }
    let mut round = 0;
    loop {
        let drafts = fold(&found, ground, &mut refused);
        let known = refused.len();
        refused.extend(collisions(ground.configuration, &drafts));
        let is_settled = refused.len() == known;
        let mut entries = BTreeMap::new();
        if is_settled {
            entries = needed_entries(&found, &drafts, ground, &mut refused);
        }
        if is_settled && refused.len() == known {
            return finish(ground, &found, &drafts, entries, refused);
        }
        round += 1;
        if round == ROUNDS {
            for wish in &found {
                if drafts
                    .get(&wish.at)
                    .is_some_and(|draft| draft.information.is_some())
                {
                    refused.entry(wish.number).or_insert(Refusal::Contradicts {
                        other: wish.number + 1,
                    });
                }
            }
        }
    }
}

/// A wish whose binding is there.
struct Wish<'a> {
    number: u32,
    fix: &'a Fix,
    at: BindingAt,
    binding: &'a Binding,
}

fn fold(
    wishes: &[Wish<'_>],
    ground: &Ground<'_>,
    refused: &mut BTreeMap<u32, Refusal>,
) -> BTreeMap<BindingAt, Draft> {
    let mut drafts: BTreeMap<BindingAt, Draft> = BTreeMap::new();
    for wish in wishes {
        if refused.contains_key(&wish.number) {
            continue;
        }
        let draft = drafts.entry(wish.at).or_default();
        if let Err(refusal) = draft.take(wish.number, wish.fix, wish.binding, ground) {
            refused.insert(wish.number, refusal);
        }
    }
    drafts
}

/// The entries that http.sys needs, by wish. A binding that has SNI needs one whenever its host changes.
fn needed_entries(
    wishes: &[Wish<'_>],
    drafts: &BTreeMap<BindingAt, Draft>,
    ground: &Ground<'_>,
    refused: &mut BTreeMap<u32, Refusal>,
) -> BTreeMap<u32, SslEntry> {
    let mut entries: BTreeMap<u32, SslEntry> = BTreeMap::new();
    let mut keys = BTreeSet::new();
    let known = Entries::new(ground);
    for wish in wishes {
        let Some(draft) = drafts.get(&wish.at) else {
            continue;
        };
        if refused.contains_key(&wish.number) {
            continue;
        }
        let Some((endpoint, flags, wanted)) = needs_entry(wish, draft, ground) else {
            continue;
        };
        match missing_entry(&endpoint, flags, wanted, ground, &known) {
            Ok(Some(entry)) if keys.insert(entry.key.clone()) => {
                entries.insert(wish.number, entry);
            }
            Ok(_) => {}
            Err(refusal) => drop(refused.insert(wish.number, refusal)),
        }
    }
    entries
}

/// The endpoint, flags and certificate of the entry that a wish may need.
fn needs_entry(
    wish: &Wish<'_>,
    draft: &Draft,
    ground: &Ground<'_>,
) -> Option<(Endpoint, SslFlags, Option<Thumbprint>)> {
    let goal = Endpoint::parse(draft.information(wish.binding)).ok()?;
    let flags = draft.flags(wish.binding);
    match wish.fix {
        Fix::TurnSniOn { thumbprint, .. } | Fix::AddEntry { thumbprint, .. } => {
            Some((goal, flags, *thumbprint))
        }
        Fix::SetFlags { set, .. } => set.contains(&SslFlag::Sni).then_some((goal, flags, None)),
        Fix::GiveHost { .. } | Fix::Move { .. } => {
            let is_new = wish.binding.endpoint() != Some(&goal);
            let turns_on = !wish.binding.flags().has(SslFlag::Sni);
            let is_sni = flags.has(SslFlag::Sni) && !turns_on;
            (wish.binding.is_https() && is_new && is_sni).then_some((goal, flags, None))
        }
        Fix::AddHttps {
            port, thumbprint, ..
        } => {
            let goal = https_beside(&goal, *port);
            let flags = new_flags(&goal, ground);
            Some((goal, flags, *thumbprint))
        }
        Fix::Remove { .. } => None,
    }
}

/// A new binding of https has SNI wherever it can.
fn new_flags(goal: &Endpoint, ground: &Ground<'_>) -> SslFlags {
    let has_sni = ground.version.is_none_or(|version| version.has_sni());
    match has_sni && !goal.host.is_empty() {
        true => SslFlags::default().with(SslFlag::Sni),
        false => SslFlags::default(),
    }
}

fn finish(
    ground: &Ground<'_>,
    wishes: &[Wish<'_>],
    drafts: &BTreeMap<BindingAt, Draft>,
    mut entries: BTreeMap<u32, SslEntry>,
    refused: BTreeMap<u32, Refusal>,
) -> Plan {
    let mut plan = Plan::default();
    let mut done: BTreeSet<(BindingAt, Part)> = BTreeSet::new();
    for wish in wishes {
        let Some(draft) = drafts.get(&wish.at) else {
            continue;
        };
        if refused.contains_key(&wish.number) {
            continue;
        }
        let mut changes = Vec::new();
        for (part, edit) in edits(ground, wish, draft) {
            if done.insert((wish.at, part)) {
                changes.push(shown(ground, &edit, part));
                plan.edits.push(edit);
            }
        }
        plan.steps.push(Step {
            number: wish.number,
            fix: wish.fix.clone(),
            at: wish.at,
            line: wish.binding.line,
            changes,
            information: draft.information.as_ref().map(|(text, _)| text.clone()),
            new_flags: added_flags(wish, draft, ground).0,
            entry: entries.remove(&wish.number),
        });
    }
    plan.edits.sort();
    plan.refused = refused.into_iter().collect();
    plan
}

/// Flags of the binding that a wish adds.
fn added_flags(wish: &Wish<'_>, draft: &Draft, ground: &Ground<'_>) -> SslFlags {
    let goal = Endpoint::parse(draft.information(wish.binding)).ok();
    match (wish.fix, goal) {
        (Fix::AddHttps { port, .. }, Some(goal)) => new_flags(&https_beside(&goal, *port), ground),
        _ => SslFlags::default(),
    }
}

/// A part of a binding that one edit is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Information,
    Flags,
    Element,
    Beside,
}

/// The edits of a wish; those that change nothing are left out.
fn edits(ground: &Ground<'_>, wish: &Wish<'_>, draft: &Draft) -> Vec<(Part, Edit)> {
    let (source, binding) = (ground.source, wish.binding);
    let edit = match wish.fix {
        Fix::GiveHost { .. } | Fix::Move { .. } => {
            let value = draft.information(binding);
            let is_new = *value != *binding.information;
            let edit = is_new.then(|| edit::information(source, binding, value));
            (Part::Information, edit.flatten())
        }
        Fix::TurnSniOn { .. } | Fix::SetFlags { .. } => {
            let flags = draft.flags(binding);
            let is_new = flags != binding.flags();
            let edit = is_new.then(|| edit::flags(source, binding, flags.0));
            (Part::Flags, edit.flatten())
        }
        Fix::Remove { .. } => (Part::Element, Some(edit::removed(source, binding.span))),
        Fix::AddHttps { port, .. } => {
            let information = https_information(draft.information(binding), *port);
            let flags = added_flags(wish, draft, ground);
            let edit = Some(edit::added(source, binding.span, &information, flags.0));
            (Part::Beside, edit)
        }
        Fix::AddEntry { .. } => (Part::Element, None),
    };
    match edit {
        (part, Some(edit)) => vec![(part, edit)],
        (_, None) => Vec::new(),
    }
}

/// The same address and host with another port, the address as it is written.
pub(super) fn https_information(http: &str, port: u16) -> String {
    let (rest, host) = http.rsplit_once(':').unwrap_or((http, ""));
    let (address, _) = rest.rsplit_once(':').unwrap_or((rest, ""));
    format!("{address}:{port}:{host}")
}

/// The change as people read it: the attribute with its name, or the whole element.
fn shown(ground: &Ground<'_>, edit: &Edit, part: Part) -> Change {
    let old = ground
        .source
        .text
        .get(edit.span.range())
        .unwrap_or_default();
    let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let named = |name: &str, value: &str| Some(format!("{name}=\"{value}\""));
    match part {
        Part::Information => Change {
            old: named("bindingInformation", old),
            new: named("bindingInformation", &edit.new),
        },
        Part::Flags if old.is_empty() => Change {
            old: None,
            new: some(&edit.new),
        },
        Part::Flags => Change {
            old: named("sslFlags", old),
            new: named("sslFlags", &edit.new),
        },
        Part::Element | Part::Beside => Change {
            old: some(old),
            new: some(&edit.new),
        },
    }
}
