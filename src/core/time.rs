//! Moments as the field writes them: seconds since 1970 in UTC, RFC 3339 for people and JSON.

use std::fmt;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Seconds since 1970-01-01T00:00:00Z. Covers the years 0000 to 9999 that X.509 can write.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub i64);

/// Seconds of a day; X.509 knows no leap seconds (RFC 5280 section 4.1.2.5).
pub const DAY_SECS: i64 = 86_400;

impl Moment {
    /// Reads RFC 3339, for example `2026-11-23T10:42:00Z`, or a bare date, which means its first second.
    pub fn parse(text: &str) -> Option<Self> {
        if let Ok(stamp) = text.parse::<Timestamp>() {
            return Some(Self(stamp.as_second()));
        }
        // A time without its zone is not a bare date with something to be ignored behind it.
        if text.contains(['T', ' ', ':']) {
            return None;
        }
        let date: jiff::civil::Date = text.parse().ok()?;
        let stamp = TimeZone::UTC.to_timestamp(date.at(0, 0, 0, 0)).ok()?;
        Some(Self(stamp.as_second()))
    }

    /// Calendar date and time in UTC; `None` outside the calendar that X.509 can write.
    pub fn civil(self) -> Option<DateTime> {
        // Not by way of a timestamp: that one ends before the last day of the year 9999.
        let days = Span::new().try_days(self.0.div_euclid(DAY_SECS)).ok()?;
        let time = Span::new().try_seconds(self.0.rem_euclid(DAY_SECS)).ok()?;
        let epoch = jiff::civil::date(1970, 1, 1).at(0, 0, 0, 0);
        epoch.checked_add(days).ok()?.checked_add(time).ok()
    }

    /// Whole days from `self` to `later`, rounded down; negative when `later` is earlier.
    pub fn days_until(self, later: Moment) -> i64 {
        later.0.saturating_sub(self.0).div_euclid(DAY_SECS)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.civil() {
            Some(civil) => write!(out, "{civil}Z"),
            None => write!(out, "{} s", self.0),
        }
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom("no moment"))
    }
}

#[cfg(test)]
mod tests {
    use super::Moment;

    #[test]
    fn rfc3339_and_bare_dates_are_read() {
        assert_eq!(Moment::parse("1970-01-02T00:00:00Z"), Some(Moment(86_400)));
        assert_eq!(Moment::parse("1970-01-02"), Some(Moment(86_400)));
        assert_eq!(Moment::parse("yesterday"), None);
        assert_eq!(Moment::parse("2027-01-31 23:59"), None);
        assert_eq!(Moment(0).to_string(), "1970-01-01T00:00:00Z");
    }

    #[test]
    fn first_and_last_second_of_the_calendar_are_written() {
        // date -u -d @253402300799, and the year 0 that X.509 can write
        assert_eq!(Moment(253_402_300_799).to_string(), "9999-12-31T23:59:59Z");
        assert_eq!(Moment(-62_167_219_200).to_string(), "0000-01-01T00:00:00Z");
        assert_eq!(
            Moment(-62_167_219_201).to_string(),
            "-000001-12-31T23:59:59Z"
        );
        assert_eq!(Moment(i64::MAX).to_string(), format!("{} s", i64::MAX));
    }
}
