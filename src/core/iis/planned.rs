//! A plan for chosen bindings, together with what can be said of it before it is carried out.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::binding::{Address, Endpoint};
use super::config::Binding;
use super::http_sys::{SslEntry, Table};
use super::plan::{BindingAt, Fix, Plan, PlanFile, Step, Wanted, make, suggest};
use super::scan::Scan;
use super::store::{StoreCertificate, Thumbprint};
use crate::core::artifact::Fingerprint;
use crate::core::env::Env;
use crate::core::limits;
use crate::core::op::{Outcome, Report};
use crate::core::progress::{Progress, Stage};

/// Make a plan.
pub struct Request {
    /// What it is made on.
    pub scan: Arc<Scan>,
    /// Bindings that are repaired as their findings suggest.
    pub bindings: BTreeSet<BindingAt>,
    /// What is wished for by hand; a binding in here is left out of the suggestions.
    pub edits: BTreeMap<BindingAt, Vec<Fix>>,
}

/// A plan, and what is known of it.
pub struct Planned {
    /// What it was made on.
    pub scan: Arc<Scan>,
    /// What was wished for.
    pub fixes: Vec<Fix>,
    /// The plan.
    pub plan: Plan,
    /// The same as a file.
    pub file: PlanFile,
    /// Bindings it changes.
    pub bindings: usize,
    /// Chosen bindings that nothing here repairs.
    pub without_answer: Vec<BindingAt>,
    /// Whether the configuration still holds what the scan read; `None` when it cannot be read now.
    pub is_unchanged: Option<bool>,
    /// Whether certificates cover the hosts of changed bindings.
    pub cover: Cover,
    /// Changed bindings that would share address, port and host with another one.
    pub conflicts: usize,
}

/// How many hosts of changed bindings a certificate was looked up for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cover {
    /// Covered by the certificate that will be served.
    pub covered: usize,
    /// Not covered.
    pub other_name: usize,
    /// Which certificate will be served, or what it covers, is not known.
    pub unknown: usize,
}

/// Makes the plan.
pub fn run(request: &Request, env: &Env<'_>, progress: &dyn Progress) -> Outcome {
    progress.report(Stage::Judging, 0, 0);
    let mut planned = planned(request);
    if progress.is_cancelled() {
        return Outcome::Cancelled;
    }
    let now = env.files.read(&request.scan.path, limits::FILE_BYTES);
    planned.is_unchanged = now
        .ok()
        .map(|bytes| Fingerprint::of(&bytes) == request.scan.sha256);
    match progress.is_cancelled() {
        true => Outcome::Cancelled,
        false => Outcome::Done(Report::IisPlanned(Arc::new(planned))),
    }
}

/// The plan as far as it can be made without looking at the file again.
pub fn planned(request: &Request) -> Planned {
    let scan = &*request.scan;
    let fixes = wishes(request);
    let ground = scan.ground();
    let plan = make(&ground, &fixes);
    let file = PlanFile::of(&plan, &scan.path, scan.sha256, &ground);
    let changed: BTreeSet<BindingAt> = plan.steps.iter().map(|step| step.at).collect();
    let goals = goals(scan, &plan);
    Planned {
        scan: Arc::clone(&request.scan),
        bindings: changed.len(),
        without_answer: without_answer(request, &fixes),
        is_unchanged: None,
        cover: cover(scan, &plan, &goals),
        conflicts: conflicts(scan, &changed, &goals),
        fixes,
        plan,
        file,
    }
}

/// What the findings suggest for chosen bindings, and what is wished for by hand, in order of the file.
fn wishes(request: &Request) -> Vec<Fix> {
    let scan = &*request.scan;
    let chosen: BTreeSet<BindingAt> = request
        .bindings
        .iter()
        .filter(|at| !request.edits.contains_key(at))
        .copied()
        .collect();
    let mut fixes = Vec::new();
    if !chosen.is_empty() {
        let wanted = Wanted {
            bindings: Some(&chosen),
            ..Wanted::default()
        };
        fixes = suggest(scan, &wanted);
    }
    fixes.extend(request.edits.values().flatten().cloned());
    fixes
}

fn without_answer(request: &Request, fixes: &[Fix]) -> Vec<BindingAt> {
    let answered: BTreeSet<_> = fixes.iter().map(Fix::binding).collect();
    let scan = &*request.scan;
    let is_left = |at: &&BindingAt| {
        let name = super::plan::BindingName::of(&scan.configuration, **at);
        !name.is_some_and(|name| answered.contains(&name)) && !request.edits.contains_key(at)
    };
    request.bindings.iter().filter(is_left).copied().collect()
}

/// Where changed bindings will listen; those that are added count under the step's number.
struct Goal {
    at: BindingAt,
    is_new: bool,
    endpoint: Endpoint,
    is_https: bool,
}

fn goals(scan: &Scan, plan: &Plan) -> Vec<Goal> {
    let mut moved: BTreeMap<BindingAt, Endpoint> = BTreeMap::new();
    let mut goals = Vec::new();
    let mut gone = BTreeSet::new();
    for step in &plan.steps {
        if matches!(step.fix, Fix::Remove { .. }) {
            gone.insert(step.at);
        }
        let Some(endpoint) = endpoint_after(scan, step) else {
            continue;
        };
        if matches!(step.fix, Fix::AddHttps { .. }) {
            goals.push(Goal {
                at: step.at,
                is_new: true,
                endpoint,
                is_https: true,
            });
        } else if step.information.is_some() || !moved.contains_key(&step.at) {
            moved.insert(step.at, endpoint);
        }
    }
    let kept = moved.into_iter().filter(|(at, _)| !gone.contains(at));
    goals.extend(kept.map(|(at, endpoint)| Goal {
        at,
        is_new: false,
        endpoint,
        is_https: binding_at(scan, at).is_some_and(Binding::is_https),
    }));
    goals
}

fn binding_at(scan: &Scan, at: BindingAt) -> Option<&Binding> {
    let site = scan.configuration.sites.get(at.site as usize)?;
    site.bindings.get(at.binding as usize)
}

fn endpoint_after(scan: &Scan, step: &Step) -> Option<Endpoint> {
    match &step.information {
        Some(information) => Endpoint::parse(information).ok(),
        None => binding_at(scan, step.at)?.endpoint().cloned(),
    }
}

/// Which certificate answers for the hosts of changed bindings once http.sys has the plan's entries.
fn cover(scan: &Scan, plan: &Plan, goals: &[Goal]) -> Cover {
    let mut cover = Cover::default();
    let entries: Vec<SslEntry> = scan
        .entries
        .get()
        .into_iter()
        .flatten()
        .chain(plan.entries())
        .cloned()
        .collect();
    let table = Table::new(&entries);
    let all = scan.certificates.get().into_iter().flatten();
    let prints: HashMap<Thumbprint, &StoreCertificate> =
        all.map(|held| (held.thumbprint, held)).collect();
    for goal in goals {
        if !goal.is_https || goal.endpoint.host.is_empty() {
            continue;
        }
        let answer = table.served(&goal.endpoint).cases.with_host;
        let thumbprint = answer.and_then(|answer| answer.entry.thumbprint);
        let held = thumbprint.and_then(|print| prints.get(&print));
        let covers = held.and_then(|held| held.covers_host(&goal.endpoint.host_key()));
        match covers {
            Some(true) => cover.covered += 1,
            Some(false) => cover.other_name += 1,
            None => cover.unknown += 1,
        }
    }
    cover
}

fn conflicts(scan: &Scan, changed: &BTreeSet<BindingAt>, goals: &[Goal]) -> usize {
    if goals.is_empty() {
        return 0;
    }
    let key = |endpoint: &Endpoint| -> (Address, u16, String) {
        let host = endpoint.host_key().into_owned();
        (endpoint.address, endpoint.port, host)
    };
    let moved: BTreeSet<BindingAt> = goals
        .iter()
        .filter(|goal| !goal.is_new)
        .map(|goal| goal.at)
        .collect();
    // A binding that only gets a sibling stays where it is.
    let added: BTreeSet<BindingAt> = goals
        .iter()
        .filter(|goal| goal.is_new && !moved.contains(&goal.at))
        .map(|goal| goal.at)
        .collect();
    let is_kept = |at: &BindingAt| !changed.contains(at) || added.contains(at);
    let mut wanted: HashMap<(Address, u16, String), usize> = HashMap::new();
    for goal in goals {
        *wanted.entry(key(&goal.endpoint)).or_default() += 1;
    }
    let mut conflicts: usize = wanted.values().map(|count| count - 1).sum();
    for (site, index) in scan.configuration.sites.iter().zip(0u32..) {
        for (binding, number) in site.bindings.iter().zip(0u32..) {
            let at = BindingAt {
                site: index,
                binding: number,
            };
            let Some(endpoint) = binding.endpoint().filter(|_| is_kept(&at)) else {
                continue;
            };
            conflicts += usize::from(wanted.contains_key(&key(endpoint)));
        }
    }
    conflicts
}
