//! Words around the raw tree of a certificate.

use crate::text::Lang;
use crate::text::number::{counted, whole};

phrases! {
    tag: "Type", "类型";
    offset: "Offset", "偏移";
    length: "Length", "长度";
    content: "Value", "值";
    tree: "ASN.1 tree", "ASN.1 结构";
    tree_cut: "The tree goes on; only its beginning is shown", "结构未完，只显示开头部分";
    opened_bytes: "holds", "包含";
}

/// Name of the whole tree for screen readers: `ASN.1 tree, 120 values`.
pub fn tree_name(lang: Lang, values: usize) -> String {
    let values = counted(lang, values, ("value", "values"), "个值");
    say!(lang, "ASN.1 tree, {values}", "ASN.1 结构，{values}")
}

/// Bytes of one value: tag and length, then content, as `4 + 1,234`.
pub fn sizes(header: usize, length: usize) -> String {
    format!("{header} + {}", whole(length as u64))
}
