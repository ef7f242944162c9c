//! What is typed as a request.

use crate::core::bundle::trust::TrustChoice;
use crate::core::diagnose::authority::Authority;
use crate::core::diagnose::watch::Watch;
use crate::core::diagnose::{Request, Setup};
use crate::state::diagnose::{Purpose, Roots, compare, known};
use crate::state::model::Model;

/// What a run would be.
pub(super) fn of(model: &Model, purpose: &Purpose) -> Option<Request> {
    let held = &model.diagnose;
    let draft = &held.draft;
    if let Purpose::One(key) = purpose {
        let whole = held.request.clone()?;
        return Some(Request {
            only: Some(key.clone()),
            watch: None,
            ..whole
        });
    }
    if held.target.names.is_empty() || draft.read_lanes().is_empty() {
        return None;
    }
    let watch = (*purpose == Purpose::Watch).then_some(Watch {
        every_secs: draft.watch_every_secs,
        until_secs: draft.watch_until_mins.saturating_mul(60),
    });
    let request = Request {
        authority: Authority::find_among(&draft.authority, &model.settings.authorities),
        profile: draft.profile,
        expected: held.expected(),
        setup: setup(model),
        lanes: draft.read_lanes(),
        connect: draft.read_connect(),
        port: draft.read_port()?,
        start: draft.start,
        against: compare::against(model),
        trust: match draft.roots {
            Roots::Mozilla => TrustChoice::Mozilla,
            Roots::System => TrustChoice::System,
        },
        websocket: draft.read_websocket(),
        watch,
        ..Request::of(held.target.names.clone())
    };
    Some(request.with_hosts_of_files())
}

fn setup(model: &Model) -> Setup {
    let draft = &model.diagnose.draft;
    let public = match draft.with_public {
        true => known::public_resolvers(&model.settings),
        false => Vec::new(),
    };
    Setup {
        resolvers: known::typed_resolvers(&draft.resolvers),
        with_system: draft.with_system,
        public,
        families: draft.families,
        is_inside_agreed: draft.is_inside_agreed,
        ..Setup::default()
    }
}
