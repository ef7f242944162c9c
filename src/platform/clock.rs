//! The system's clock.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::core::env::Clock;
use crate::core::time::Moment;

/// The system's clock.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        Moment(since.map_or(0, |since| {
            i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
        }))
    }
}
