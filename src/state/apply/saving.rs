//! Files the user asks for.

use std::path::PathBuf;

use crate::core::save::WhenExists;
use crate::state::effect::{Effect, Picked, Saving};
use crate::state::model::{Dialog, JobEntry, JobNumber, JobPurpose, Model};

pub(super) fn ask(model: &mut Model, what: Saving) -> Vec<Effect> {
    if !is_there(model, what) {
        return Vec::new();
    }
    vec![Effect::Pick(Picked::Save(what))]
}

pub(super) fn save(model: &mut Model, what: Saving, path: PathBuf, replace: bool) -> Vec<Effect> {
    if matches!(
        model.dialog,
        Some(Dialog::TypedSave { .. } | Dialog::Replace { .. })
    ) {
        model.dialog = None;
    }
    if matches!(what, Saving::Converted | Saving::ConvertedFolder) {
        return super::convert::write_to(model, path, WhenExists::Refuse);
    }
    if !is_there(model, what) {
        return Vec::new();
    }
    let job = JobNumber(model.next_number());
    model.jobs.push(JobEntry {
        number: job,
        purpose: JobPurpose::Save {
            what,
            path: path.clone(),
        },
        started_secs: model.uptime_secs,
        stage: None,
        done: 0,
        total: 0,
    });
    vec![Effect::Save {
        job,
        what,
        path,
        replace,
    }]
}

/// Whether there is what it would be made of.
fn is_there(model: &Model, what: Saving) -> bool {
    match what {
        Saving::IisCopy | Saving::IisPlan | Saving::IisScript => model.iis.is_plan_current(),
        Saving::TicketHtml | Saving::TicketJson | Saving::TicketText => {
            model.diagnose.last.is_some()
        }
        _ => model.workspace.is_some(),
    }
}
