//! Profiles of organisations: only the fields that say who asks, kept with the settings.

use crate::state::drafts::csr::Field;
use crate::state::effect::Effect;
use crate::state::model::Model;
use crate::state::settings::Profile;

/// Whether a field says who asks; the e-mail and directory parts belong to one request.
fn is_about_organisation(field: Field) -> bool {
    !matches!(field, Field::DomainComponent | Field::Email)
}

/// Keeps the fields under a name; the profile of that name before is replaced.
pub(super) fn save(model: &mut Model, name: String) -> Vec<Effect> {
    let name = name.trim().to_owned();
    let draft = &model.csr.draft;
    let fields = Field::ALL
        .into_iter()
        .filter(|field| is_about_organisation(*field));
    let fields: Vec<(String, String)> = fields
        .flat_map(|field| draft.values(field).iter().map(move |value| (field, value)))
        .filter(|(_, value)| !value.is_empty())
        .map(|(field, value)| (field.oid().to_owned(), value.clone()))
        .collect();
    if name.is_empty() || fields.is_empty() {
        return Vec::new();
    }
    let profiles = &mut model.settings.profiles;
    profiles.retain(|held| held.name != name);
    profiles.push(Profile { name, fields });
    vec![Effect::StoreSettings]
}

/// Fills in the fields of a profile; fields that it does not have are emptied.
pub(super) fn fill(model: &mut Model, index: usize) -> Vec<Effect> {
    let Some(profile) = model.settings.profiles.get(index).cloned() else {
        return Vec::new();
    };
    let before = model.csr.draft.clone();
    let held = &mut model.csr.draft.fields;
    held.retain(|field, _| !is_about_organisation(*field));
    for (oid, value) in profile.fields {
        if let Some(field) = Field::of(&oid) {
            held.entry(field).or_default().push(value);
        }
    }
    model.undo.keep_csr(before);
    Vec::new()
}

/// Drops a profile.
pub(super) fn forget(model: &mut Model, index: usize) -> Vec<Effect> {
    if index >= model.settings.profiles.len() {
        return Vec::new();
    }
    model.settings.profiles.remove(index);
    vec![Effect::StoreSettings]
}
