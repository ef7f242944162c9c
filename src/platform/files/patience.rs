//! Trying again while another program is in the way.

use std::thread;
use std::time::Duration;

/// Two seconds in all: IIS, editors and virus scanners are done with a file sooner.
const TRIES: u32 = 20;
const PAUSE: Duration = Duration::from_millis(100);

/// The first outcome for which nobody is in the way, or the last one.
pub fn patiently<T, E>(
    mut act: impl FnMut() -> Result<T, E>,
    is_busy: impl Fn(&E) -> bool,
) -> Result<T, E> {
    for _ in 1..TRIES {
        match act() {
            Err(error) if is_busy(&error) => thread::sleep(PAUSE),
            outcome => return outcome,
        }
    }
    act()
}
