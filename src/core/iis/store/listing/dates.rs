//! Dates as Windows writes them for people: in the order of the server's language, and in its own time.
//! One that may be read in two ways is not read at all.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

use crate::core::time::Moment;

/// The order of a date whose year comes last and whose separator is `/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
}

/// Words that stand for the half of the day behind noon, in lower case.
const AFTERNOON: &[&str] = &["pm", "p.m", "p. m", "下午", "午後", "오후"];
/// Words for the half before noon.
const FORENOON: &[&str] = &["am", "a.m", "a. m", "上午", "午前", "오전"];
/// Years of certificates.
const YEARS: std::ops::RangeInclusive<i16> = 1950..=9999;
/// Years of today in the Buddhist calendar, which Thai Windows writes. Not guessed at.
const BUDDHIST_YEARS: std::ops::RangeInclusive<i16> = 2493..=2643;

struct Written {
    numbers: Vec<i16>,
    first_digits: usize,
    separator: char,
}

/// The order that the dates of one listing show together; each comes with whether its language writes the
/// day first. `None` when nothing tells, or they contradict each other.
pub(super) fn order<'a>(dates: impl Iterator<Item = (&'a str, bool)>) -> Option<Order> {
    let (mut day_first, mut month_first) = (false, false);
    for (text, is_day_first) in dates {
        let Some(written) = Written::read(text) else {
            continue;
        };
        if let ([first, second, ..], true) = (&*written.numbers, written.is_ambiguous_kind()) {
            day_first |= is_day_first || *first > 12;
            month_first |= *second > 12;
        }
    }
    match (day_first, month_first) {
        (true, false) => Some(Order::DayFirst),
        (false, true) => Some(Order::MonthFirst),
        _ => None,
    }
}

/// The moment, its local time taken as UTC.
pub(super) fn moment(text: &str, order: Option<Order>) -> Option<Moment> {
    if let Some(exact) = Moment::parse(text.trim()) {
        return Some(exact);
    }
    let written = Written::read(text)?;
    let date = written.date(order)?;
    let time = written.time(text)?;
    let stamp = TimeZone::UTC
        .to_timestamp(DateTime::from_parts(date, time))
        .ok()?;
    Some(Moment(stamp.as_second()))
}

/// Whether a value is a date in one of these shapes.
pub(super) fn is_date(text: &str) -> bool {
    let text = text.trim();
    text.starts_with(|char: char| char.is_ascii_digit()) && Written::read(text).is_some()
}

impl Written {
    /// Numbers of a date and a time: three, five or six of them.
    fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.len() > 64 {
            return None;
        }
        let mut numbers = Vec::new();
        let runs = text.split(|char: char| !char.is_ascii_digit());
        for run in runs.filter(|run| !run.is_empty()) {
            numbers.push(run.parse().ok()?);
        }
        let first_digits = text.chars().take_while(char::is_ascii_digit).count();
        let separator = text.chars().nth(first_digits)?;
        let is_date = matches!(separator, '/' | '.' | '-' | '年' | '년');
        let is_whole = matches!(numbers.len(), 3 | 5 | 6);
        (is_date && is_whole && first_digits > 0).then_some(Self {
            numbers,
            first_digits,
            separator,
        })
    }

    fn is_ambiguous_kind(&self) -> bool {
        self.separator == '/' && self.first_digits < 3
    }

    fn date(&self, order: Option<Order>) -> Option<Date> {
        let &[first, second, third, ..] = &*self.numbers else {
            return None;
        };
        let (year, month, day) = match (self.first_digits, self.separator) {
            (4, _) => (first, second, third),
            // Only the United States write the month first, and they do it with a slash.
            (1 | 2, '.') => (third, second, first),
            (1 | 2, '-') if third > 99 => (third, second, first),
            (1 | 2, '/') if first > 12 => (third, second, first),
            (1 | 2, '/') if second > 12 => (third, first, second),
            (1 | 2, '/') if first == second => (third, second, first),
            (1 | 2, '/') => match order? {
                Order::DayFirst => (third, second, first),
                Order::MonthFirst => (third, first, second),
            },
            _ => return None,
        };
        let year = if year < 80 { year + 2000 } else { year };
        if !YEARS.contains(&year) || BUDDHIST_YEARS.contains(&year) {
            return None;
        }
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    }

    fn time(&self, text: &str) -> Option<Time> {
        let [_, _, _, rest @ ..] = &*self.numbers else {
            return None;
        };
        let (hour, minute, second) = match rest {
            [] => (0, 0, 0),
            [hour, minute] => (*hour, *minute, 0),
            [hour, minute, second] => (*hour, *minute, *second),
            _ => return None,
        };
        let lower = text.to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
        let hour = match (hour, says(AFTERNOON), says(FORENOON)) {
            (12, false, true) => 0,
            (1..=11, true, _) => hour + 12,
            (hour, _, _) => hour,
        };
        let part = |number: i16| i8::try_from(number).ok();
        Time::new(part(hour)?, part(minute)?, part(second)?, 0).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::{Order, is_date, moment, order};

    fn read(text: &str) -> Option<String> {
        moment(text, None).map(|moment| moment.to_string())
    }

    #[test]
    fn dates_that_can_be_read_in_one_way_are_read() {
        for (written, expected) in [
            ("2026/1/5 8:00", "2026-01-05T08:00:00Z"),
            ("2022-11-04 15:05", "2022-11-04T15:05:00Z"),
            ("2026/01/05 8:00:09", "2026-01-05T08:00:09Z"),
            ("2026年1月5日 8:00", "2026-01-05T08:00:00Z"),
            ("2026/1/5 下午 8:00", "2026-01-05T20:00:00Z"),
            ("01.02.2026 01:00", "2026-02-01T01:00:00Z"),
            ("5-2-2026 10:00", "2026-02-05T10:00:00Z"),
            ("10/24/2016 4:59 PM", "2016-10-24T16:59:00Z"),
            ("24/10/2016 04:59", "2016-10-24T04:59:00Z"),
            ("1/1/2100 3:00 AM", "2100-01-01T03:00:00Z"),
            ("12/31/2039 12:30 AM", "2039-12-31T00:30:00Z"),
            ("12/31/2039 12:30 PM", "2039-12-31T12:30:00Z"),
            ("12/31/2039", "2039-12-31T00:00:00Z"),
            ("2026-01-05T08:00:00Z", "2026-01-05T08:00:00Z"),
        ] {
            assert_eq!(read(written).as_deref(), Some(expected), "{written}");
        }
    }

    #[test]
    fn what_may_be_read_in_two_ways_is_not_read() {
        for written in [
            "5/6/2026 1:00 PM",
            "13/13/2026",
            "24-01-05 x",
            "2567",
            "5/6",
            "1.1.2567 1.1.1",
        ] {
            assert_eq!(read(written), None, "{written}");
        }
        assert!(!is_date("CN=2026/1/5"));
        assert!(!is_date("184621"));
    }

    #[test]
    fn one_clear_date_decides_for_all() {
        let american = [("5/6/2026 1:00 AM", false), ("5/28/2027 1:00 AM", false)];
        assert_eq!(order(american.into_iter()), Some(Order::MonthFirst));
        let british = [("05/06/2026 01:00", false), ("28/05/2027 01:00", false)];
        assert_eq!(order(british.into_iter()), Some(Order::DayFirst));
        let both = [("28/5/2026", false), ("5/28/2027", false)];
        assert_eq!(order(both.into_iter()), None);
        assert_eq!(
            order([("5/6/2026", true)].into_iter()),
            Some(Order::DayFirst)
        );
        let found = moment("5/6/2026", Some(Order::DayFirst)).expect("day first");
        assert_eq!(found.to_string(), "2026-06-05T00:00:00Z");
    }
}
