//! Passwords: asked once per group, the answer is tried everywhere.

use std::sync::Arc;

use crate::core::bundle::unlock;
use crate::core::op::Request;
use crate::core::secret::Secret;
use crate::state::effect::Effect;
use crate::state::model::{Dialog, JobEntry, JobNumber, JobPurpose, Model};

pub(super) fn ask(model: &mut Model, group: usize) -> Vec<Effect> {
    let is_there = model
        .inspection()
        .is_some_and(|inspection| inspection.locked.get(group).is_some());
    if is_there {
        model.dialog = Some(Dialog::Password {
            group,
            is_refused: false,
        });
    }
    Vec::new()
}

pub(super) fn submit(model: &mut Model, group: usize, secret: Arc<Secret>) -> Vec<Effect> {
    model.dialog = None;
    let Some(inspection) = model.inspection().cloned() else {
        return Vec::new();
    };
    let job = JobNumber(model.next_number());
    model.jobs.push(JobEntry {
        number: job,
        purpose: JobPurpose::Unlock {
            revision: model.revision,
            group,
            secret: Arc::clone(&secret),
        },
        started_secs: model.uptime_secs,
        stage: None,
        done: 0,
        total: 0,
    });
    vec![Effect::Start {
        job,
        request: Request::Unlock(unlock::Request {
            inspection,
            group,
            secret,
        }),
    }]
}
