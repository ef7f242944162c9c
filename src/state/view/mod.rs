//! View-models: finished strings, built when data changes, drawn as they are.
//! Uses core's data and the words of `text`; decides nothing that core should decide.

pub mod bundle;
pub mod export;
mod tone;

use std::sync::Arc;

pub use tone::Tone;

use super::model::Model;
use super::settings::Language;
use crate::core::artifact::ArtifactId;
use crate::text::Lang;
use crate::text::foreign;

/// The language of words for the language of the settings.
pub fn lang(language: Language) -> Lang {
    match language {
        Language::Chinese => Lang::Zh,
        Language::English => Lang::En,
    }
}

/// All view-models that belong to the present revision.
#[derive(Default)]
pub struct Views {
    /// Title of the window.
    pub title: String,
    /// The bundle panel, when something is open.
    pub bundle: Option<Arc<bundle::BundleView>>,
    built: Option<(u64, Language, Option<ArtifactId>)>,
}

impl Views {
    /// Builds anew what is out of date.
    pub fn refresh(&mut self, model: &Model) {
        let key = (model.revision, model.language(), model.certificate);
        if self.built == Some(key) {
            return;
        }
        let lang = lang(model.language());
        self.bundle = model
            .workspace
            .as_ref()
            .map(|workspace| Arc::new(bundle::build(lang, workspace)));
        self.title = self.bundle.as_ref().map_or_else(
            || crate::text::window::app_name(lang).to_owned(),
            |bundle| format!("{} — Certwright", foreign::display(&bundle.title)),
        );
        self.built = Some(key);
    }
}
