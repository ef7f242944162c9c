//! A comparison of two values in one line, spaces visible.

use crate::core::diagnose::checks::records::{DiffKind, DiffPart};
use crate::text::foreign::display;

/// What is missing in `[-…-]`, what is too much in `{+…+}`, as word-wise comparisons write it; spaces as `␣`.
pub(super) fn marked(parts: &[DiffPart]) -> String {
    let part = |part: &DiffPart| {
        let text = display(&part.text).replace(' ', "␣");
        match part.kind {
            DiffKind::Same => text,
            DiffKind::Missing => format!("[-{text}-]"),
            DiffKind::Extra => format!("{{+{text}+}}"),
        }
    };
    parts.iter().map(part).collect()
}
