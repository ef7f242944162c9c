//! What was opened before.

use super::Tone;
use super::status::FileKind;
use crate::core::time::Moment;
use crate::state::model::Model;
use crate::text::{Lang, foreign, time, window};

/// One row of the recent list.
#[derive(Clone, Debug)]
pub struct RecentView {
    pub kind: FileKind,
    pub name: String,
    pub path: String,
    pub tone: Tone,
    pub verdict: String,
    pub opened: String,
}

pub(super) fn build(lang: Lang, model: &Model) -> Vec<RecentView> {
    let recent = model.settings.recent.iter();
    recent
        .map(|recent| {
            let name = recent.path.file_name().unwrap_or(recent.path.as_os_str());
            let extension = recent
                .path
                .extension()
                .map(|text| text.to_string_lossy().to_lowercase());
            RecentView {
                kind: match extension.as_deref() {
                    None => FileKind::Folder,
                    Some("zip") => FileKind::Archive,
                    Some("pfx" | "p12" | "jks") => FileKind::Keystore,
                    Some("key") => FileKind::Key,
                    Some("csr") => FileKind::Csr,
                    Some("cer" | "crt" | "der" | "pem" | "p7b") => FileKind::Certificate,
                    Some(_) => FileKind::Other,
                },
                name: foreign::display(&name.to_string_lossy()).into_owned(),
                path: foreign::display(&recent.path.to_string_lossy()).into_owned(),
                tone: recent.verdict().into(),
                verdict: window::recent_verdict(lang, recent.errors, recent.warnings),
                opened: Moment::parse(&recent.opened)
                    .map(|moment| time::date_time(lang, moment, model.offset_secs))
                    .unwrap_or_default(),
            }
        })
        .collect()
}
