//! How long certificates live and may live, and how thoroughly their owner was checked.

use jiff::ToSpan as _;

use super::Certificate;
use crate::core::time::{DAY_SECS, Moment};

/// How thoroughly the CA checked who the certificate is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ValidationLevel {
    /// Control of the domain only.
    Domain,
    /// A person.
    Individual,
    /// An organisation.
    Organization,
    /// An organisation, by the stricter EV rules.
    Extended,
}

impl ValidationLevel {
    /// All levels, the simplest first.
    pub const ALL: [Self; 4] = [
        Self::Domain,
        Self::Individual,
        Self::Organization,
        Self::Extended,
    ];

    /// Its usual letters on the command line: `dv`, `iv`, `ov`, `ev`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Domain => "dv",
            Self::Individual => "iv",
            Self::Organization => "ov",
            Self::Extended => "ev",
        }
    }
}

/// First notBefore of each limit of public TLS certificates and the limit in days, newest first
/// (CA/B Forum Baseline Requirements 6.3.2 and ballot SC-081).
const LIMITS: [(Moment, i64); 5] = [
    (Moment(1_868_227_200), 47),  // 2029-03-15
    (Moment(1_805_068_800), 100), // 2027-03-15
    (Moment(1_773_532_800), 200), // 2026-03-15
    (Moment(1_598_918_400), 398), // 2020-09-01
    (Moment(1_519_862_400), 825), // 2018-03-01
];

/// Months before the first limit in days.
const OLDEST_LIMIT_MONTHS: i64 = 39;

impl Certificate {
    /// Days of validity, both ends counted: any excess over a whole day counts as a further day
    /// (Baseline Requirements 6.3.2). Negative when it ends before it begins.
    pub fn lifetime_days(&self) -> i64 {
        lifetime_days(self.not_before, self.not_after)
    }

    /// Days that a public TLS server certificate of this notBefore may live.
    pub fn lifetime_limit_days(&self) -> i64 {
        lifetime_limit_days(self.not_before)
    }

    /// The level its policies claim; `None` when they claim none.
    pub fn validation_level(&self) -> Option<ValidationLevel> {
        self.policies.iter().filter_map(|oid| level(oid)).max()
    }
}

fn lifetime_days(not_before: Moment, not_after: Moment) -> i64 {
    let secs = not_after.0.saturating_sub(not_before.0).saturating_add(1);
    secs.div_euclid(DAY_SECS) + i64::from(secs.rem_euclid(DAY_SECS) != 0)
}

fn lifetime_limit_days(not_before: Moment) -> i64 {
    let by_day = LIMITS.iter().find(|(since, _)| not_before >= *since);
    if let Some((_, days)) = by_day {
        return *days;
    }
    let end = not_before
        .civil()
        .and_then(|start| Some((start, start.checked_add(OLDEST_LIMIT_MONTHS.months()).ok()?)));
    end.and_then(|(start, end)| start.until(end).ok())
        .map_or(1187, |span| i64::from(span.get_days()))
}

/// Policies of the CA/Browser Forum, and the EV ones that CAs had before those.
fn level(oid: &str) -> Option<ValidationLevel> {
    match oid {
        "2.23.140.1.1" | "2.23.140.1.31" => Some(ValidationLevel::Extended),
        "2.23.140.1.2.1" => Some(ValidationLevel::Domain),
        "2.23.140.1.2.2" => Some(ValidationLevel::Organization),
        "2.23.140.1.2.3" => Some(ValidationLevel::Individual),
        _ => match super::oid::name(oid)? {
            name if name.ends_with("-EV") => Some(ValidationLevel::Extended),
            name if name.ends_with("-OV") => Some(ValidationLevel::Organization),
            name if name.ends_with("-DV") => Some(ValidationLevel::Domain),
            _ => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{ValidationLevel, level, lifetime_days, lifetime_limit_days};
    use crate::core::time::{DAY_SECS, Moment};

    #[test]
    fn both_ends_of_the_validity_count() {
        let start = Moment(1_780_000_000);
        assert_eq!(lifetime_days(start, Moment(start.0 + 200 * DAY_SECS)), 201);
        assert_eq!(
            lifetime_days(start, Moment(start.0 + 200 * DAY_SECS - 1)),
            200
        );
        assert_eq!(lifetime_days(start, start), 1);
        assert_eq!(lifetime_days(start, Moment(start.0 - 10 * DAY_SECS)), -9);
    }

    #[test]
    fn limits_change_at_midnight_utc() {
        let limit = |text: &str| lifetime_limit_days(Moment::parse(text).unwrap());
        assert_eq!(limit("2018-02-28T23:59:59Z"), 1185);
        assert_eq!(limit("2018-03-01"), 825);
        assert_eq!(limit("2020-08-31T23:59:59Z"), 825);
        assert_eq!(limit("2020-09-01"), 398);
        assert_eq!(limit("2026-03-14T23:59:59Z"), 398);
        assert_eq!(limit("2026-03-15"), 200);
        assert_eq!(limit("2027-03-14T23:59:59Z"), 200);
        assert_eq!(limit("2027-03-15"), 100);
        assert_eq!(limit("2029-03-14T23:59:59Z"), 100);
        assert_eq!(limit("2029-03-15"), 47);
    }

    #[test]
    fn policies_tell_the_level() {
        assert_eq!(level("2.23.140.1.2.2"), Some(ValidationLevel::Organization));
        assert_eq!(
            level("2.16.840.1.114412.2.1"),
            Some(ValidationLevel::Extended)
        );
        assert_eq!(level("2.5.29.32.0"), None);
    }
}
