//! Placeholder for the judge of subjects.
use super::Spec;
use crate::core::finding::Finding;

/// How much the CA checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// DV.
    Domain,
    /// OV.
    Organization,
    /// EV.
    Extended,
}

/// What is wrong with a field.
pub struct SubjectFault {
    /// Which field of the subject.
    pub field: Option<usize>,
    /// What.
    pub finding: Finding,
}

/// Judges.
pub fn judge(_spec: &Spec, _level: Level) -> Vec<SubjectFault> {
    Vec::new()
}
