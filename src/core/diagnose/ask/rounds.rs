//! Conversations whose answers decide which are held next, as one line of the time line for each server.

use super::{Asked, Asker, Purpose};
use crate::core::diagnose::Lane;
use crate::core::diagnose::report::Event;
use crate::core::env::{Call, Talked};
use crate::core::progress::{Cancelled, check};

impl Asker<'_> {
    /// Holds conversations in rounds, until a round's answers lead to no more. Addresses must have been judged
    /// before, or named by the user.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn talk_rounds(
        &self,
        lane: Lane,
        purpose: Purpose,
        first: Vec<Call>,
        next: &mut dyn FnMut(Vec<Talked>) -> Vec<Call>,
    ) -> Result<(), Cancelled> {
        let mut told: Vec<Asked> = Vec::new();
        let mut calls = first;
        while !calls.is_empty() {
            check(self.progress)?;
            let begun = self.ticks();
            let addresses: Vec<_> = calls.iter().map(|call| call.address).collect();
            let talked = self.env.dial.talk_all(calls, self.progress);
            check(self.progress)?;
            for (address, talk) in addresses.iter().zip(&talked) {
                let one = Asked::talks(lane, purpose, *address, &[talk], begun);
                match told.iter_mut().find(|line| line.address == one.address) {
                    Some(line) => line.joins(&one),
                    None => told.push(one),
                }
            }
            calls = next(talked);
        }
        for asked in told {
            self.progress.learnt(Event::Asked(asked.clone()));
            self.journal.add(asked);
        }
        Ok(())
    }
}
