//! Random bytes of the system.

use aws_lc_rs::rand;

use crate::core::env::{Random, RandomFault};

/// The system's generator.
pub struct SystemRandom;

impl Random for SystemRandom {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), RandomFault> {
        rand::fill(bytes).map_err(|_| RandomFault)
    }
}
