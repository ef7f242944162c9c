//! What a server sent goes into the workspace like a file.

use crate::core::diagnose::{CheckKey, Served};
use crate::state::apply::opening;
use crate::state::effect::Effect;
use crate::state::model::Model;

/// Opens what was served for the name of a check: at its own address where it has one, else at the first.
pub(super) fn open(model: &mut Model, key: &CheckKey) -> Vec<Effect> {
    let last = model.diagnose.last.as_ref();
    let served = last.and_then(|last| Served::of_check(&last.served, key));
    match served.map(Served::source) {
        Some(source) => opening::open_served(model, source),
        None => Vec::new(),
    }
}
