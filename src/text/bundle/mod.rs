//! The story of a bundle in words: the verdict line, what was opened, each identity, what its files are made for.

mod contents;
mod identity;
mod made_for;
mod next;
mod opened;
mod verdict;

pub use contents::{content, counts, lock, place};
pub use identity::{
    ChainNode, chain, issued_by, issuer_name, key, key_note, names, subject_name, validity,
};
pub use made_for::{cell, file_count, files, header, password, server};
pub use next::Step;
pub use opened::opened;
pub use verdict::{Line, verdict};
