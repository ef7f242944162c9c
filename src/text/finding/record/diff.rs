//! A comparison of two values in one line, spaces visible. Foreign text: whoever shows it makes the rest visible.

use crate::core::diagnose::checks::records::{DiffKind, DiffPart};

/// What is missing in `[-…-]`, what is too much in `{+…+}`, as word-wise comparisons write it; spaces as `␣`.
pub(super) fn marked(parts: &[DiffPart]) -> String {
    let part = |part: &DiffPart| {
        let text = part.text.replace(' ', "␣");
        match part.kind {
            DiffKind::Same => text,
            DiffKind::Missing => format!("[-{text}-]"),
            DiffKind::Extra => format!("{{+{text}+}}"),
        }
    };
    parts.iter().map(part).collect()
}
