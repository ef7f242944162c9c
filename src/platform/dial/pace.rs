//! No server is overrun: few connections to it at the same time, and a rest between two, over all batches.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, sleep_until};

use crate::core::limits;

const GAP: Duration = Duration::from_millis(limits::DIAL_GAP_MS);

/// How fast each server is called.
#[derive(Default)]
pub struct Paces {
    of: Mutex<HashMap<SocketAddr, Arc<Pace>>>,
}

/// How fast one server is called.
pub struct Pace {
    at_once: Arc<Semaphore>,
    /// When it may be called again.
    next: Mutex<Option<Instant>>,
}

impl Paces {
    /// The pace of a server. Those of servers that nobody calls any more are forgotten.
    pub fn of(&self, server: SocketAddr) -> Arc<Pace> {
        let mut of = self.of.lock().unwrap_or_else(PoisonError::into_inner);
        of.retain(|_, pace| Arc::strong_count(pace) > 1);
        let pace = of.entry(server).or_insert_with(|| {
            Arc::new(Pace {
                at_once: Arc::new(Semaphore::new(limits::DIAL_AT_ONCE)),
                next: Mutex::default(),
            })
        });
        Arc::clone(pace)
    }
}

impl Pace {
    /// Waits until the server may be called; it counts as called until the permit is dropped.
    pub async fn turn(self: Arc<Self>) -> Option<OwnedSemaphorePermit> {
        let permit = Arc::clone(&self.at_once).acquire_owned().await.ok();
        sleep_until(self.slot()).await;
        permit
    }

    fn slot(&self) -> Instant {
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        let slot = next.map_or(now, |next| next.max(now));
        *next = Some(slot + GAP);
        slot
    }
}
