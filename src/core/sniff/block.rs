//! What one PEM block holds, once its base64 is decoded.

use super::armour::kind_of;
use super::base64::Body;
use super::headers::Headers;
use super::{What, damage, magic, structure};
use crate::core::finding::{Kind, NotOpenedKind};

/// A block as it was cut out of the text.
pub struct Block<'a> {
    /// Label of its BEGIN line.
    pub label: &'a str,
    /// Its headers.
    pub headers: Headers,
    /// Its decoded base64.
    pub body: Body,
    /// Whether an END line follows.
    pub has_end: bool,
    /// Line of the first thing that is not base64.
    pub fault: Option<u32>,
}

/// Recognises the content; one value or, where a tool put several into one block, all of them.
pub fn read(block: Block<'_>) -> Vec<What> {
    if let Some(content) = not_opened(block.label) {
        return vec![What::NotOpened(content)];
    }
    let kind = kind_of(block.label).unwrap_or(Kind::Unknown);
    if let Some(detail) = fault(&block) {
        return vec![What::Damaged { kind, detail }];
    }
    if block.headers.is_encrypted
        && let Some(dek_info) = block.headers.dek_info
    {
        let bytes = block.body.bytes;
        return vec![What::LegacyPemKey { dek_info, bytes }];
    }
    let is_trusted = block.label == "TRUSTED CERTIFICATE";
    let mut found = structure::block(&block.body.bytes, is_trusted);
    for what in &mut found {
        name_by_label(what, kind);
    }
    if !found.is_empty() {
        return found;
    }
    if kind == Kind::Unknown {
        return vec![magic::not_understood(&block.body.bytes)];
    }
    let detail = damage::NOT_DER.to_owned();
    vec![What::Damaged { kind, detail }]
}

fn fault(block: &Block<'_>) -> Option<String> {
    if block.body.is_too_long {
        Some(damage::TOO_LONG.to_owned())
    } else if !block.has_end {
        Some(damage::NO_END.to_owned())
    } else if let Some(line) = block.fault {
        Some(damage::bad_base64(line))
    } else if block.body.bytes.is_empty() {
        Some(damage::NO_CONTENT.to_owned())
    } else {
        None
    }
}

/// A cut structure that could be anything is what its label says.
fn name_by_label(what: &mut What, label_kind: Kind) {
    if let What::Damaged { kind, .. } = what
        && *kind == Kind::Unknown
    {
        *kind = label_kind;
    }
}

/// Blocks that are known by their label and not opened here.
fn not_opened(label: &str) -> Option<NotOpenedKind> {
    if label.starts_with("PGP ") {
        Some(NotOpenedKind::Pgp)
    } else if label.starts_with("OPENSSH ") || label.starts_with("SSH2 ") {
        Some(NotOpenedKind::OpenSshKey)
    } else if label.ends_with(" PARAMETERS") && label != "SSL SESSION PARAMETERS" {
        Some(NotOpenedKind::Parameters)
    } else {
        None
    }
}
