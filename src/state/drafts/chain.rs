//! What the chain panel judges for, as it is typed; it becomes a wish once its moment can be read.

use crate::core::bundle::chains::Wish;
use crate::core::chain::{PeerName, Profile};
use crate::core::finding::Usage;
use crate::core::time::Moment;

/// What is judged for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JudgeFor {
    /// Host name or IP address; blank for that which the files were opened with.
    pub host: String,
    /// Day, or day and minute in UTC; blank for now.
    pub at: String,
    pub usage: Usage,
    pub profile: Profile,
}

impl JudgeFor {
    /// The moment; `None` where none is given.
    ///
    /// # Errors
    /// It is no moment that can be read.
    pub fn moment(&self) -> Result<Option<Moment>, NotAMoment> {
        let text = self.at.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let (day, clock) = match text.split_once([' ', 'T']) {
            Some((day, clock)) => (day, clock.trim().trim_end_matches('Z')),
            None => (text, "00:00:00"),
        };
        let seconds = if clock.matches(':').count() == 1 {
            ":00"
        } else {
            ""
        };
        let whole = format!("{day}T{clock}{seconds}Z");
        let moment = Moment::parse(&whole).or_else(|| Moment::parse(text));
        moment.map(Some).ok_or(NotAMoment)
    }

    /// The wish; `None` while the moment cannot be read.
    pub fn wish(&self) -> Option<Wish> {
        let host = Some(self.host.trim()).filter(|host| !host.is_empty());
        Some(Wish {
            at: self.moment().ok()?,
            names: host.map(PeerName::host).into_iter().collect(),
            usage: self.usage,
            profile: self.profile,
            ..Wish::default()
        })
    }
}

/// A text that names no moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAMoment;

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Result<Option<String>, NotAMoment> {
        let asked = JudgeFor {
            at: text.to_owned(),
            ..JudgeFor::default()
        };
        asked
            .moment()
            .map(|moment| moment.map(|moment| moment.to_string()))
    }

    #[test]
    fn days_minutes_and_whole_moments_are_read() {
        assert_eq!(at("  "), Ok(None));
        for (typed, read) in [
            ("2027-01-31", "2027-01-31T00:00:00Z"),
            ("2027-01-31 23:59", "2027-01-31T23:59:00Z"),
            ("2027-01-31T23:59:30Z", "2027-01-31T23:59:30Z"),
        ] {
            assert_eq!(at(typed), Ok(Some(read.to_owned())));
        }
    }

    #[test]
    fn what_is_no_moment_is_no_wish() {
        for typed in ["31 Jan 2027", "2027-13-01", "soon"] {
            assert_eq!(at(typed), Err(NotAMoment), "{typed}");
        }
    }

    #[test]
    fn host_that_is_an_address_is_judged_as_one() {
        let asked = JudgeFor {
            host: " [2001:db8::1] ".to_owned(),
            ..JudgeFor::default()
        };
        let wish = asked.wish().expect("a wish");
        assert!(matches!(wish.names.as_slice(), [PeerName::Ip(_)]));
    }
}
