//! How the checks of `checks::records` ended, in two lines.

use super::Lines;
use crate::core::diagnose::checks::records::RecordSummary;
use crate::text::Lang;

pub(super) fn lines(lang: Lang, summary: &RecordSummary) -> Lines {
    match summary {
        RecordSummary::Visible { at, of } => Lines::new(
            lang.pick("Record is there", "记录已生效"),
            say!(lang, "at {at} of {of} places", "{of} 处中有 {at} 处"),
        ),
    }
}
