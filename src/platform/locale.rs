//! The user's language and time zone.

use jiff::tz::TimeZone;

use crate::core::time::Moment;

/// The system's language as a locale name such as `zh_CN` or `en-GB`; empty when it says nothing.
#[cfg(not(windows))]
pub fn language() -> String {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    names
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
        .unwrap_or_default()
}

/// The system's language as a locale name such as `zh-CN`.
#[cfg(windows)]
pub fn language() -> String {
    super::windows::locale::language()
}

/// Seconds to add to UTC for the local time at a moment.
pub fn local_offset_secs(at: Moment) -> i32 {
    jiff::Timestamp::from_second(at.0)
        .map_or(0, |stamp| TimeZone::system().to_offset(stamp).seconds())
}
