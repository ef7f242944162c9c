//! A diagnosis as plain text.

use super::{lane, lines};
use crate::core::diagnose::{Diagnosis, Lane};
use crate::text::Lang;

/// The whole report; ends with a line break.
pub fn render(lang: Lang, diagnosis: &Diagnosis) -> String {
    let mut out = String::new();
    for one in Lane::ALL {
        out.push_str(lane(lang, one));
        out.push('\n');
        let checks = diagnosis.checks.iter();
        for check in checks.filter(|check| check.key.id.lane() == one) {
            let told = lines(lang, check);
            out.push_str(&format!("  {}: {}\n", told.title, told.detail));
        }
    }
    out
}
