//! The certificate's ASN.1 tree as rows.

use crate::core::x509::Certificate;
use crate::core::x509::details::LineValue;
use crate::core::x509::dump::{self, Node};
use crate::text::Lang;
use crate::text::foreign::short;
use crate::text::x509::{self as words, Oids, panel};

/// The tree.
#[derive(Clone, Debug)]
pub struct RawView {
    /// Its name for screen readers.
    pub name: String,
    pub rows: Vec<RawRow>,
    /// Said where only the beginning is shown.
    pub cut: Option<&'static str>,
}

/// One value of the tree.
#[derive(Clone, Debug)]
pub struct RawRow {
    pub offset: String,
    pub sizes: String,
    pub tag: String,
    pub value: String,
    pub depth: usize,
}

pub(super) fn build(lang: Lang, certificate: &Certificate) -> RawView {
    let tree = dump::tree(&certificate.der);
    RawView {
        name: panel::tree_name(lang, tree.nodes.len()),
        rows: tree.nodes.iter().map(|node| row(lang, node)).collect(),
        cut: tree.is_cut.then(|| panel::tree_cut(lang)),
    }
}

fn row(lang: Lang, node: &Node) -> RawRow {
    let value = match &node.value {
        _ if node.is_wrapper => panel::opened_bytes(lang).to_owned(),
        LineValue::Text(text) => short(text).into_owned(),
        value => words::value(lang, value, Oids::Shown),
    };
    RawRow {
        offset: node.offset.to_string(),
        sizes: panel::sizes(node.header, node.length),
        tag: node.tag.clone(),
        value,
        depth: node.depth,
    }
}
