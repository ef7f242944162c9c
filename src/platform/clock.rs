//! The system's clock.

use std::sync::LazyLock;
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::core::env::Clock;
use crate::core::progress::{Cancelled, Progress, check};
use crate::core::time::Moment;

/// What ticks are counted from.
static START: LazyLock<Instant> = LazyLock::new(Instant::now);
/// Between two questions whether somebody still waits.
const LOOK: Duration = Duration::from_millis(50);

/// The system's clock.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        Moment(since.map_or(0, |since| {
            i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
        }))
    }

    fn ticks(&self) -> u64 {
        u64::try_from(START.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    fn rest(&self, milliseconds: u64, progress: &dyn Progress) -> Result<(), Cancelled> {
        let until = Instant::now() + Duration::from_millis(milliseconds);
        loop {
            check(progress)?;
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Ok(());
            }
            thread::sleep(left.min(LOOK));
        }
    }
}
