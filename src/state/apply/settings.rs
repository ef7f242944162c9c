//! Looks, language, the recent list.

use crate::state::effect::Effect;
use crate::state::model::Model;
use crate::state::settings::{Language, ThemeChoice};

pub(super) fn language(model: &mut Model, language: Option<Language>) -> Vec<Effect> {
    model.settings.language = language;
    // Finished strings are in the old language.
    model.revision += 1;
    vec![Effect::StoreSettings]
}

pub(super) fn theme(model: &mut Model, theme: ThemeChoice) -> Vec<Effect> {
    model.settings.theme = theme;
    vec![Effect::StoreSettings]
}

pub(super) fn clear_recent(model: &mut Model) -> Vec<Effect> {
    model.settings.recent.clear();
    model.revision += 1;
    vec![Effect::StoreSettings]
}
