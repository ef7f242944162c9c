//! Words of facts about IIS.

use super::{Words, about};
use crate::core::finding::{IisFact, Severity};
use crate::text::Lang;

pub(super) fn words(lang: Lang, fact: &IisFact, _severity: Severity) -> Words {
    let told = about(lang, fact.id());
    Words::new(told.title, "", told.remedy)
}
