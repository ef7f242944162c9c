//! Carrying plans out, and taking them back.

use std::collections::HashSet;
use std::path::PathBuf;

use zeroize::Zeroizing;

use super::config::Source;
use super::history::{self, Act, ActFault, Applied, PlanId};
use super::http_sys::{EntryKey, SslEntry};
use super::plan::{PlanFile, Remade, prove, spliced};
use crate::core::artifact::Fingerprint;
use crate::core::env::{Elevated, ElevationFault, Env, FileFault};
use crate::core::limits;
use crate::core::op::{Outcome, Report};
use crate::core::problem::Failure;
use crate::core::progress::Progress;

/// Carry a plan out.
pub struct ApplyRequest {
    /// The plan.
    pub plan: PlanFile,
    /// Write the edited configuration here instead, for a server elsewhere or without the rights.
    pub copy_to: Option<PathBuf>,
    /// Have the helper do it, for which Windows asks the user: the plan is handed over by its hash.
    pub as_administrator: bool,
}

/// What was carried out.
#[derive(Clone, Debug)]
pub struct Acted {
    /// The plan.
    pub plan: PlanFile,
    /// Where the configuration was written.
    pub path: PathBuf,
    /// How; `None` for a copy, and when the helper did it.
    pub applied: Option<Applied>,
    /// Whether the helper did it.
    pub by_helper: bool,
}

/// Look at the history of a file.
pub struct HistoryRequest {
    /// The configuration.
    pub config: PathBuf,
}

/// Take an act back.
pub struct UndoRequest {
    /// The configuration.
    pub config: PathBuf,
    /// Which act; the newest in force when not said.
    pub id: Option<PlanId>,
}

/// A plan made anew of the configuration that it was made of.
///
/// # Errors
/// When the file cannot be read, is another version than the plan was made of, or a wish is refused now.
pub fn remade(plan: &PlanFile, env: &Env<'_>) -> Result<Remade, Failure> {
    let path = &plan.config;
    let bytes = env
        .files
        .read(path, limits::FILE_BYTES)
        .map_err(|fault| Failure::Unreadable {
            path: path.clone(),
            fault,
        })?;
    if Fingerprint::of(&bytes) != plan.sha256 {
        let path = path.clone();
        return Err(Failure::IisAct(ActFault::Changed { path }));
    }
    let remade = plan
        .remake(&bytes)
        .map_err(|fault| Failure::NotConfiguration {
            path: path.clone(),
            fault,
        })?;
    match remade.plan.refused.first() {
        Some((_, refusal)) => Err(Failure::IisPlanRefused(refusal.clone())),
        None => Ok(remade),
    }
}

/// The configuration as a plan leaves it, proven by reading it.
///
/// # Errors
/// As [`remade`]; and when the plan would not lead where it should, which is a fault of ours.
pub fn edited(plan: &PlanFile, env: &Env<'_>) -> Result<Zeroizing<Vec<u8>>, Failure> {
    edited_of(&remade(plan, env)?)
}

/// The configuration as a plan made anew leaves it, proven by reading it.
///
/// # Errors
/// When the plan would not lead where it should, which is a fault of ours.
pub fn edited_of(remade: &Remade) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let Remade {
        plan: remade,
        configuration,
        source,
    } = remade;
    let not_proven = |detail: String| Failure::Internal {
        operation: "iis-apply",
        detail,
    };
    let text = spliced(&source.text, &remade.edits);
    let new = source
        .encode(&text)
        .ok_or_else(|| not_proven("encoding".to_owned()))?;
    let new = Zeroizing::new(new);
    let read = Source::read(&new).map_err(|fault| not_proven(fault.to_string()))?;
    prove(remade, configuration, &read).map_err(not_proven)?;
    Ok(new)
}

/// Carries a plan out.
pub fn apply(request: &ApplyRequest, env: &Env<'_>, progress: &dyn Progress) -> Outcome {
    match try_apply(request, env, progress) {
        Ok(acted) => Outcome::Done(Report::IisActed(Box::new(acted))),
        Err(Failure::IisAct(ActFault::Cancelled)) => Outcome::Cancelled,
        Err(failure) => Outcome::Failed(failure),
    }
}

fn try_apply(
    request: &ApplyRequest,
    env: &Env<'_>,
    progress: &dyn Progress,
) -> Result<Acted, Failure> {
    let plan = &request.plan;
    if request.as_administrator {
        return hand_over(plan, env, progress);
    }
    let bytes = edited(plan, env)?;
    if let Some(copy) = &request.copy_to {
        // It holds all that the configuration holds, so it is as private.
        env.files
            .write(copy, &bytes, true, false)
            .map_err(|fault| match fault {
                FileFault::Exists => Failure::Exists { path: copy.clone() },
                fault => Failure::Unwritable {
                    path: copy.clone(),
                    fault,
                },
            })?;
        return Ok(Acted {
            plan: plan.clone(),
            path: copy.clone(),
            applied: None,
            by_helper: false,
        });
    }
    let missing = missing_entries(plan, env);
    if !missing.is_empty() {
        return Err(Failure::IisEntriesFirst(missing));
    }
    let act = Act {
        id: plan.id.clone(),
        config: plan.config.clone(),
        expected: plan.sha256,
        bytes,
        plan: serde_json::to_value(plan).unwrap_or_default(),
    };
    let applied = history::apply(&act, env, progress).map_err(Failure::IisAct)?;
    Ok(Acted {
        plan: plan.clone(),
        path: plan.config.clone(),
        applied: Some(applied),
        by_helper: false,
    })
}

/// Entries of http.sys that the plan counts on and that are not there. Known only for this computer's own
/// configuration: a flag in it without its entry would cut the site off at once.
fn missing_entries(plan: &PlanFile, env: &Env<'_>) -> Vec<SslEntry> {
    let is_own = env.iis.config_path().is_ok_and(|own| own == plan.config);
    let live = match is_own && !plan.entries.is_empty() {
        true => env.iis.ssl_entries().ok(),
        false => None,
    };
    let Some(live) = live else {
        return Vec::new();
    };
    let keys: HashSet<&EntryKey> = live.iter().map(|entry| &entry.key).collect();
    let missing = plan
        .entries
        .iter()
        .filter(|entry| !keys.contains(&entry.key));
    missing.cloned().collect()
}

/// Has the helper carry the plan out. It is looked at here first, so that nobody is asked for nothing; what
/// the helper does it makes anew of what it finds.
fn hand_over(plan: &PlanFile, env: &Env<'_>, progress: &dyn Progress) -> Result<Acted, Failure> {
    let failed = |fault| Failure::NotElevated(fault);
    edited(plan, env)?;
    let folder = env.elevation.folder();
    let folder = folder.ok_or_else(|| failed(ElevationFault::NotWindows))?;
    let moment = env.clock.now().0;
    let path = folder.join(format!("certwright-plan-{}-{moment}.json", plan.id.0));
    let text = plan.text();
    env.files
        .write(&path, text.as_bytes(), true, false)
        .map_err(|fault| Failure::Unwritable {
            path: path.clone(),
            fault,
        })?;
    let ended = env
        .elevation
        .run(&path, &Fingerprint::of(text.as_bytes()), progress);
    // It says nothing that the user may not know; left behind it is only litter.
    env.files.remove(&path).ok();
    match ended.map_err(failed)? {
        Elevated::Exited(0) => Ok(Acted {
            plan: plan.clone(),
            path: plan.config.clone(),
            applied: None,
            by_helper: true,
        }),
        Elevated::Exited(code) => Err(Failure::HelperFailed { code }),
        Elevated::Declined => Err(Failure::HelperDeclined),
        Elevated::LeftRunning => Err(Failure::IisAct(ActFault::Cancelled)),
    }
}

/// Takes an act back.
pub fn undo(request: &UndoRequest, env: &Env<'_>) -> Outcome {
    match history::undo(&request.config, request.id.as_ref(), env) {
        Ok(undone) => Outcome::Done(Report::IisUndone(request.config.clone(), undone)),
        Err(fault) => Outcome::Failed(Failure::IisAct(fault)),
    }
}

/// Looks at the history.
pub fn look(request: &HistoryRequest, env: &Env<'_>) -> Outcome {
    match history::history(&request.config, env) {
        Ok(found) => Outcome::Done(Report::IisHistory(request.config.clone(), Box::new(found))),
        Err(fault) => Outcome::Failed(Failure::IisAct(fault)),
    }
}
