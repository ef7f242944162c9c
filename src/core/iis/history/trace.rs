//! What is in force, from nothing but the hashes of the records and of the present file.

use serde::Serialize;

use super::record::{Record, What};
use crate::core::artifact::Fingerprint;

/// What became of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// The present file is its work, or builds on it.
    InForce,
    /// It was never carried out, or it was undone.
    NotInForce,
    /// Somebody else changed the file since, and nothing says whether that kept the change.
    Overtaken,
}

/// A record and its number.
pub struct Filed {
    pub number: u32,
    pub record: Record,
}

/// The path that led to the present file.
pub struct Trace {
    /// Whether the history knows what the file holds now.
    pub is_known: bool,
    /// Records that were carried out, the oldest first, as far back as their hashes join.
    done: Vec<usize>,
    /// Everything before this record is cut off by a change of somebody else.
    known_from: usize,
    /// Acts in force, the oldest first.
    pub in_force: Vec<usize>,
}

impl Trace {
    /// Walks back from the present state; `filed` is sorted by number.
    ///
    /// A record that was never carried out has a new state that nothing younger starts from, so the newest
    /// record that leads to a state is the one that did.
    pub fn of(present: &Fingerprint, filed: &[Filed]) -> Self {
        let (mut hash, mut below, mut done) = (*present, filed.len(), Vec::new());
        let older = |below: usize| filed.get(..below).unwrap_or_default();
        while let Some(index) = older(below)
            .iter()
            .rposition(|filed| filed.record.new_sha256 == hash)
        {
            let Some(found) = filed.get(index) else { break };
            done.push(index);
            (hash, below) = (found.record.old_sha256, index);
        }
        // The same state is known from earlier: what started from it since left no trace.
        let start = older(below)
            .iter()
            .position(|filed| filed.record.old_sha256 == hash);
        done.reverse();
        Self {
            is_known: filed.is_empty() || start.is_some() || !done.is_empty(),
            in_force: in_force(&done, filed),
            known_from: start.unwrap_or(below),
            done,
        }
    }

    /// What became of the act with this index.
    pub fn state(&self, index: usize) -> State {
        if self.in_force.contains(&index) {
            State::InForce
        } else if index < self.known_from {
            State::Overtaken
        } else {
            State::NotInForce
        }
    }

    /// The index of the undo that took this record back last.
    pub fn undone_by(&self, number: u32, filed: &[Filed]) -> Option<usize> {
        self.done.iter().rev().copied().find(|index| {
            filed.get(*index).is_some_and(
                |undo| matches!(undo.record.what, What::Undo { record } if record == number),
            )
        })
    }
}

fn in_force(done: &[usize], filed: &[Filed]) -> Vec<usize> {
    let mut acts: Vec<usize> = Vec::new();
    for index in done {
        match filed.get(*index).map(|filed| &filed.record.what) {
            Some(What::Apply { .. }) => acts.push(*index),
            Some(What::Undo { record }) => {
                acts.retain(|act| filed.get(*act).is_some_and(|filed| filed.number != *record))
            }
            None => {}
        }
    }
    acts
}

#[cfg(test)]
mod tests {
    use super::{Filed, State, Trace};
    use crate::core::artifact::Fingerprint;
    use crate::core::iis::history::PlanId;
    use crate::core::iis::history::record::{Record, SCHEMA, What};
    use crate::core::time::Moment;

    fn hash(letter: char) -> Fingerprint {
        Fingerprint::of(letter.to_string().as_bytes())
    }

    /// `AB` is an act from A to B; `BA1` undoes the record with number 1.
    fn filed(steps: &[&str]) -> Vec<Filed> {
        let record = |(index, step): (usize, &&str)| {
            let letters: Vec<char> = step.chars().collect();
            let what = match letters.get(2) {
                Some(of) => What::Undo {
                    record: of.to_digit(10).expect("a number"),
                },
                None => What::Apply {
                    copy: "copy".to_owned(),
                    plan: serde_json::Value::Null,
                },
            };
            Filed {
                number: index as u32 + 1,
                record: Record {
                    schema: SCHEMA,
                    file: "a.config".to_owned(),
                    plan_id: PlanId(format!("plan {index}")),
                    when: Moment(0),
                    old_sha256: hash(letters[0]),
                    new_sha256: hash(letters[1]),
                    what,
                },
            }
        };
        steps.iter().enumerate().map(record).collect()
    }

    /// One letter a record: in force, not in force, overtaken; undos are left out.
    fn states(present: char, steps: &[&str]) -> String {
        let filed = filed(steps);
        let trace = Trace::of(&hash(present), &filed);
        (0..filed.len())
            .filter(|index| matches!(filed[*index].record.what, What::Apply { .. }))
            .map(|index| match trace.state(index) {
                State::InForce => 'f',
                State::NotInForce => 'n',
                State::Overtaken => 'o',
            })
            .collect()
    }

    #[test]
    fn states_follow_from_hashes_alone() {
        for (present, steps, expected) in [
            // Carried out, or killed before.
            ('B', &["AB"][..], "f"),
            ('A', &["AB"], "n"),
            ('C', &["AB", "BC"], "ff"),
            ('B', &["AB", "BC"], "fn"),
            // Undone, or killed before that.
            ('A', &["AB", "BA1"], "n"),
            ('B', &["AB", "BA1"], "f"),
            // Undone and done again; back by another act.
            ('B', &["AB", "BA1", "AB"], "nf"),
            ('A', &["AB", "BA"], "ff"),
            // Two undone of three states that come back.
            ('B', &["AB", "BA", "AB", "BA3", "AB2"], "fnn"),
            // A killed act leads to a state that an older undo gives.
            ('B', &["AB", "BA", "AB", "AB2"], "fnn"),
            ('A', &["AB", "BA", "AB"], "ffn"),
            // Changed by somebody else: at the end, in the middle, and back again.
            ('X', &["AB", "BC"], "oo"),
            ('Y', &["AB", "XY"], "of"),
            ('X', &["AB", "XY"], "on"),
            ('A', &["AB", "BC"], "nn"),
            ('C', &["AB", "AC"], "nf"),
        ] {
            assert_eq!(
                states(present, steps),
                expected,
                "{present} after {steps:?}"
            );
        }
    }
}
