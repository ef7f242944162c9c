//! Words of conversion: targets and forms, protection and its reason, who can read the result, what is left
//! out, why nothing was made. Typed functions over [`crate::core::convert`].

pub mod contents;
pub mod file;
pub mod label;
pub mod listed;
pub mod lost;
pub mod note;
pub mod panel;
pub mod password;
pub mod protection;
pub mod readers;
pub mod refusal;
pub mod snippet;
pub mod target;

use crate::core::x509::Certificate;
use crate::text::foreign::file_name;

/// The first part of the names of files made for a certificate: its name, safe as a file name.
pub fn stem(leaf: &Certificate) -> String {
    file_name(&leaf.title())
}
