//! Questions that are on their way, so that lanes side by side ask none of them twice.

use std::collections::HashSet;
use std::hash::Hash;
use std::sync::{Condvar, Mutex, PoisonError};

/// Questions on their way.
pub(super) struct OnTheWay<K> {
    keys: Mutex<HashSet<K>>,
    has_ended: Condvar,
}

/// Questions that somebody asks now; they have ended when it is dropped.
pub(super) struct Claim<'a, K: Eq + Hash> {
    way: &'a OnTheWay<K>,
    keys: Vec<K>,
}

impl<K> Default for OnTheWay<K> {
    fn default() -> Self {
        Self {
            keys: Mutex::default(),
            has_ended: Condvar::new(),
        }
    }
}

impl<K: Clone + Eq + Hash> OnTheWay<K> {
    /// Nothing claimed yet.
    pub fn claim(&self) -> Claim<'_, K> {
        Claim {
            way: self,
            keys: Vec::new(),
        }
    }

    /// Waits until nobody asks this question any more. A cancel ends every question, and so the waiting.
    pub fn wait(&self, key: &K) {
        let mut keys = self.keys.lock().unwrap_or_else(PoisonError::into_inner);
        while keys.contains(key) {
            let woken = self.has_ended.wait(keys);
            keys = woken.unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl<K: Clone + Eq + Hash> Claim<'_, K> {
    /// Whether the question is the claimant's to ask: nobody else does.
    pub fn takes(&mut self, key: K) -> bool {
        let mut keys = self.way.keys.lock().unwrap_or_else(PoisonError::into_inner);
        let is_new = keys.insert(key.clone());
        if is_new {
            self.keys.push(key);
        }
        is_new
    }
}

impl<K: Eq + Hash> Drop for Claim<'_, K> {
    fn drop(&mut self) {
        let mut keys = self.way.keys.lock().unwrap_or_else(PoisonError::into_inner);
        for key in &self.keys {
            keys.remove(key);
        }
        drop(keys);
        self.way.has_ended.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::OnTheWay;

    #[test]
    fn a_question_is_taken_once_and_again_when_it_has_ended() {
        let way: OnTheWay<u8> = OnTheWay::default();
        let mut first = way.claim();
        assert!(first.takes(1) && !first.takes(1));
        let mut second = way.claim();
        assert!(!second.takes(1) && second.takes(2));
        std::thread::scope(|scope| {
            let waiting = scope.spawn(|| way.wait(&1));
            drop(first);
            waiting.join().unwrap();
        });
        assert!(second.takes(1));
    }
}
