//! Every field and extension, in words and in raw form.

use super::super::Tone;
use crate::core::x509::Certificate;
use crate::core::x509::details::{Details, ExtensionDetail, Line, Reading};
use crate::text::x509::{self as words, Oids};
use crate::text::{Lang, window};

/// Fields that belong together.
#[derive(Clone, Debug)]
pub struct GroupView {
    pub title: String,
    pub lines: Vec<LineView>,
}

/// One line.
#[derive(Clone, Debug)]
pub struct LineView {
    pub label: String,
    pub value: String,
    pub is_mono: bool,
    /// How deep it lies below the lines before it.
    pub depth: u8,
    /// Name of its copy button.
    pub copy: String,
}

/// One extension.
#[derive(Clone, Debug)]
pub struct ExtensionView {
    pub name: String,
    pub name_with_oid: String,
    pub critical: String,
    pub summary: String,
    /// Set where it was not understood.
    pub tone: Option<Tone>,
    pub lines: Vec<LineView>,
}

pub(super) fn build(lang: Lang, certificate: &Certificate) -> (Vec<GroupView>, Vec<ExtensionView>) {
    let details = Details::decode(certificate);
    let groups = details.groups.iter().map(|group| GroupView {
        title: words::group(lang, group.kind).to_owned(),
        lines: lines(lang, &group.lines),
    });
    let extensions = details
        .extensions
        .iter()
        .map(|extension| view(lang, extension));
    (groups.collect(), extensions.collect())
}

fn view(lang: Lang, extension: &ExtensionDetail) -> ExtensionView {
    let name = words::extension_name(lang, &extension.oid).into_owned();
    ExtensionView {
        name_with_oid: if name == *extension.oid {
            name.clone()
        } else {
            format!("{name} ({})", extension.oid)
        },
        name,
        critical: words::critical(lang, extension.is_critical).to_owned(),
        summary: words::summary(lang, extension),
        tone: match extension.reading {
            Reading::Broken => Some(Tone::Error),
            Reading::Decoded => None,
            Reading::Unknown if extension.is_critical => Some(Tone::Warn),
            Reading::Unknown => Some(Tone::Neutral),
        },
        lines: lines(lang, &extension.lines),
    }
}

fn lines(lang: Lang, lines: &[Line]) -> Vec<LineView> {
    let views = lines.iter().map(|line| {
        let label = words::label(lang, &line.label, Oids::Shown).into_owned();
        LineView {
            value: words::value(lang, &line.value, Oids::Shown),
            is_mono: line.value.is_mono(),
            depth: line.depth,
            copy: window::copy_named(lang, &label),
            label,
        }
    });
    views.collect()
}
