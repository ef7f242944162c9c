//! Drawn parts that every panel is made of. They take plain text, icons and tones, never domain
//! types, and each carries a role and a name for screen readers.
