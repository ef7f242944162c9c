//! A record of one act or undo: JSON, written once, never changed.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{PlanId, WhyUnreadable};
use crate::core::artifact::Fingerprint;
use crate::core::time::Moment;

/// The form written and read here.
pub const SCHEMA: u32 = 1;

/// Both states and what lies between.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    pub schema: u32,
    /// Name of the configuration file, which lies in the folder above.
    pub file: String,
    pub plan_id: PlanId,
    pub when: Moment,
    pub old_sha256: Fingerprint,
    pub new_sha256: Fingerprint,
    pub what: What,
}

/// What leads from the old to the new state.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum What {
    /// A plan was carried out.
    Apply {
        /// Name of the file, in the same folder, that holds the old state.
        copy: String,
        /// As given with the act.
        plan: Value,
    },
    /// The old state of an earlier act was put back.
    Undo {
        /// Number of its record.
        record: u32,
    },
}

/// All that is read of a record whose form may be another.
#[derive(Deserialize)]
struct Version {
    schema: u32,
}

/// Reads a record of the file of this name.
pub fn parse(bytes: &[u8], file: &str) -> Result<Record, WhyUnreadable> {
    let not_understood = |_| WhyUnreadable::NotUnderstood;
    let version: Version = serde_json::from_slice(bytes).map_err(not_understood)?;
    if version.schema != SCHEMA {
        return Err(WhyUnreadable::Schema(version.schema));
    }
    let record: Record = serde_json::from_slice(bytes).map_err(not_understood)?;
    let is_sound = record.file.eq_ignore_ascii_case(file)
        && match &record.what {
            What::Apply { copy, .. } => is_plain(copy),
            What::Undo { .. } => true,
        };
    is_sound
        .then_some(record)
        .ok_or(WhyUnreadable::NotUnderstood)
}

/// A name within the folder: no path, no drive, no stream of another file.
fn is_plain(name: &str) -> bool {
    !name.is_empty() && name != "." && name != ".." && !name.contains(['/', '\\', ':', '\0'])
}

/// `applicationHost.config.000012.json`
pub fn name(file: &str, number: u32) -> String {
    format!("{file}.{number:06}.json")
}

/// The number in such a name. Windows does not tell capitals apart, so neither does this.
pub fn number(file: &str, name: &str) -> Option<u32> {
    let (head, rest) = name.split_at_checked(file.len())?;
    let digits = rest.strip_prefix('.')?.strip_suffix(".json")?;
    let is_number = digits.len() >= 6 && digits.bytes().all(|digit| digit.is_ascii_digit());
    (is_number && head.eq_ignore_ascii_case(file))
        .then(|| digits.parse().ok())
        .flatten()
}

/// `applicationHost.config.2026-11-23T104200Z.bak`; further ones of the same second are counted.
pub fn copy_name(file: &str, now: Moment, number: u32) -> String {
    // Windows takes no colon in a name.
    let stamp = now.to_string().replace(':', "");
    match number {
        1 => format!("{file}.{stamp}.bak"),
        number => format!("{file}.{stamp}-{number}.bak"),
    }
}

#[cfg(test)]
mod tests {
    use super::{WhyUnreadable, is_plain, name, number, parse};

    #[test]
    fn numbers_are_read_from_names_of_this_file_only() {
        assert_eq!(number("a.config", &name("a.config", 12)), Some(12));
        assert_eq!(number("a.config", "A.Config.000012.json"), Some(12));
        assert_eq!(
            number("a.config", &name("a.config", 1_234_567)),
            Some(1_234_567)
        );
        for other in [
            "b.config.000012.json",
            "a.config.12.json",
            "a.config.json",
            "a.config",
        ] {
            assert_eq!(number("a.config", other), None, "{other}");
        }
        assert_eq!(number("äa", "a"), None);
    }

    #[test]
    fn a_newer_form_and_a_climbing_name_are_refused() {
        let newer = br#"{"schema":2,"surprise":true}"#;
        assert_eq!(parse(newer, "a"), Err(WhyUnreadable::Schema(2)));
        assert_eq!(parse(b"{", "a"), Err(WhyUnreadable::NotUnderstood));
        for name in ["../a", "c:a", "a:b", "..", "", "a\\b"] {
            assert!(!is_plain(name), "{name}");
        }
    }
}
