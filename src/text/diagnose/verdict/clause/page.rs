//! Of the page.

use super::Line;
use super::Words::Plain;
use crate::core::finding::Id;

pub(super) const TABLE: &[Line] = &[(
    Id::HttpNotRedirected,
    Plain("http does not lead to https", "http 没有跳转到 https"),
)];
