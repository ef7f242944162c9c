//! Dates, times and durations in both languages.

use super::Lang;
use super::number::{counted, whole};
use crate::core::time::Moment;

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// The calendar day in UTC: `19 Nov 2026` or `2026-11-19`.
pub fn date(lang: Lang, moment: Moment) -> String {
    let Some(civil) = moment.civil() else {
        return moment.to_string();
    };
    let (year, month, day) = (civil.year(), civil.month(), civil.day());
    match lang {
        Lang::En => format!("{day} {} {year}", month_name(month)),
        Lang::Zh => format!("{year:04}-{month:02}-{day:02}"),
    }
}

/// Day and minute at an offset from UTC in seconds: `23 Nov 2026, 10:42` or `2026-11-23 10:42`.
pub fn date_time(lang: Lang, moment: Moment, offset_secs: i32) -> String {
    let local = Moment(moment.0.saturating_add(i64::from(offset_secs)));
    let Some(civil) = local.civil() else {
        return moment.to_string();
    };
    let day = date(lang, local);
    let (hour, minute) = (civil.hour(), civil.minute());
    say!(
        lang,
        "{day}, {hour:02}:{minute:02}",
        "{day} {hour:02}:{minute:02}"
    )
}

/// Day and second in UTC, said so: `23 Nov 2026, 10:42:00 UTC`.
pub fn exact(lang: Lang, moment: Moment) -> String {
    let Some(civil) = moment.civil() else {
        return moment.to_string();
    };
    let clock = format!(
        "{:02}:{:02}:{:02}",
        civil.hour(),
        civil.minute(),
        civil.second()
    );
    let day = date(lang, moment);
    say!(lang, "{day}, {clock} UTC", "{day} {clock} UTC")
}

/// The first and last day: `19 Nov 2026 to 6 Jun 2027` or `2026-11-19 至 2027-06-06`.
pub fn span(lang: Lang, first: Moment, last: Moment) -> String {
    let (first, last) = (date(lang, first), date(lang, last));
    say!(lang, "{first} to {last}", "{first} 至 {last}")
}

/// A number of days: `1 day`, `195 days`, `195 天`.
pub fn days(lang: Lang, count: i64) -> String {
    counted(
        lang,
        usize::try_from(count.max(0)).unwrap_or_default(),
        ("day", "days"),
        "天",
    )
}

/// What is left of the validity: `195 days left`, `expired 3 days ago`, `expires today`.
pub fn left(lang: Lang, days_left: i64) -> String {
    let count = days(lang, days_left.saturating_abs());
    match days_left {
        0 => lang.pick("expires today", "今天到期").to_owned(),
        1.. => say!(lang, "{count} left", "剩余 {count}"),
        _ => say!(lang, "expired {count} ago", "已过期 {count}"),
    }
}

/// A duration in its two largest useful units: `40 s`, `3 min 20 s`, `2 h 5 min`.
pub fn duration(lang: Lang, secs: u64) -> String {
    let (hours, minutes, rest) = (whole(secs / 3600), secs / 60 % 60, secs % 60);
    match (secs, minutes, rest) {
        (0..60, _, _) => say!(lang, "{rest} s", "{rest} 秒"),
        (60..3600, _, 0) => say!(lang, "{minutes} min", "{minutes} 分钟"),
        (60..3600, _, _) => say!(lang, "{minutes} min {rest} s", "{minutes} 分 {rest} 秒"),
        (_, 0, _) => say!(lang, "{hours} h", "{hours} 小时"),
        _ => say!(lang, "{hours} h {minutes} min", "{hours} 小时 {minutes} 分"),
    }
}

/// A length of time of whatever size: whole days from two days on, else as [`duration`].
pub fn length(lang: Lang, secs: u64) -> String {
    const DAY: u64 = 86_400;
    match secs < 2 * DAY {
        true => duration(lang, secs),
        false => days(lang, i64::try_from(secs / DAY).unwrap_or(i64::MAX)),
    }
}

fn month_name(month: i8) -> &'static str {
    let index = usize::try_from(month).unwrap_or_default().wrapping_sub(1);
    MONTHS.get(index).copied().unwrap_or("?")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    #[test]
    fn dates_read_as_each_language_writes_them() {
        let day = moment("2026-11-19T23:59:59Z");
        assert_eq!(date(Lang::En, day), "19 Nov 2026");
        assert_eq!(date(Lang::Zh, day), "2026-11-19");
        assert_eq!(
            date_time(Lang::En, moment("2026-11-23T09:42:10Z"), 3600),
            "23 Nov 2026, 10:42"
        );
        assert_eq!(
            date_time(Lang::Zh, moment("2026-11-23T23:42:10Z"), 28_800),
            "2026-11-24 07:42"
        );
        assert_eq!(exact(Lang::En, day), "19 Nov 2026, 23:59:59 UTC");
        assert_eq!(date(Lang::En, Moment(i64::MAX)), format!("{} s", i64::MAX));
    }

    #[test]
    fn days_left_say_past_present_and_future() {
        assert_eq!(left(Lang::En, 195), "195 days left");
        assert_eq!(left(Lang::Zh, 195), "剩余 195 天");
        assert_eq!(left(Lang::En, 0), "expires today");
        assert_eq!(left(Lang::En, -1), "expired 1 day ago");
    }

    #[test]
    fn durations_use_two_units_at_most() {
        assert_eq!(duration(Lang::En, 0), "0 s");
        assert_eq!(duration(Lang::En, 200), "3 min 20 s");
        assert_eq!(duration(Lang::En, 120), "2 min");
        assert_eq!(duration(Lang::Zh, 7500), "2 小时 5 分");
    }
}
