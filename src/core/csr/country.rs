//! Placeholder for the countries.

/// Codes.
pub const CODES: [&str; 3] = ["CN", "DE", "GB"];
