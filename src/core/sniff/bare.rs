//! Base64 without BEGIN and END lines, as copied out of a console's text box or a Kubernetes secret.

use super::{Recognition, What, base64, recognise_at, structure};
use crate::core::finding::NotOpenedKind;
use crate::core::limits::PEM_BLOCKS;

/// Fewer bytes than this are no certificate or key.
const FEWEST_BYTES: usize = 32;

/// Recognises the text as bare base64; `None` when it is not, or holds nothing known.
pub fn read(text: &[u8], depth: u32) -> Option<Recognition> {
    let mut found = Recognition::default();
    let mut at = 0;
    while found.pieces.len() < PEM_BLOCKS {
        let body = base64::decode(text, at);
        // One value's padding may be followed by the next value.
        let goes_on = body.is_padded && body.fault.is_some_and(|fault| fault > at);
        let is_short = body.bytes.len() < FEWEST_BYTES;
        if body.is_too_long || (body.fault.is_some() && !goes_on) || (goes_on && is_short) {
            return None;
        }
        if !is_short {
            add(&mut found, &body.bytes, depth)?;
        }
        if !goes_on {
            return (body.end >= text.len() && !found.pieces.is_empty()).then_some(found);
        }
        at = body.end;
    }
    Some(found)
}

fn add(found: &mut Recognition, bytes: &[u8], depth: u32) -> Option<()> {
    let inside = structure::block(bytes, false);
    let is_ours = |what: &What| {
        !matches!(
            what,
            What::NotOpened(NotOpenedKind::OtherDer | NotOpenedKind::Parameters)
                | What::NotUnderstood { .. }
        )
    };
    if !inside.is_empty() {
        inside.iter().all(is_ours).then_some(())?;
        inside
            .into_iter()
            .for_each(|what| found.push(None, None, what));
        return Some(());
    }
    if depth > 0 {
        return None;
    }
    let within = recognise_at(bytes, depth + 1);
    for piece in within.pieces {
        if matches!(piece.what, What::Text | What::Empty | What::Zip) || !is_ours(&piece.what) {
            return None;
        }
        found.push(piece.line, piece.label.as_deref(), piece.what);
    }
    Some(())
}
