//! PEM blocks wherever they stand in a text (RFC 7468), tolerant of what surrounds and disfigures them.

use super::armour::{self, Armour, Word, kind_of};
use super::base64;
use super::block::{self, Block};
use super::headers;
use super::text::blank_prefix;
use super::{Piece, Recognition, TextNote, What, damage};
use crate::core::finding::{Kind, NotOpenedKind};
use crate::core::limits::PEM_BLOCKS;

/// A word shorter than this right behind a BEGIN line belongs to a sentence, not to a block.
const PROSE_WORD: usize = 16;
const BYTE_ORDER_MARK: &[u8] = &[0xEF, 0xBB, 0xBF];

struct Scan<'a> {
    text: &'a [u8],
    found: Recognition,
    /// Everything before it is told.
    cursor: usize,
    line: u32,
    line_at: usize,
    extra_lines: usize,
    blocks: usize,
}

/// All blocks of a text; no pieces when there are none.
pub fn scan(text: &[u8]) -> Recognition {
    let mut scan = Scan {
        text,
        found: Recognition::default(),
        cursor: 0,
        line: 1,
        line_at: 0,
        extra_lines: 0,
        blocks: 0,
    };
    let mut from = 0;
    while let Some(armour) = armour::next(text, from) {
        from = match armour.word {
            Word::Begin if is_prose(text, &armour) => armour.end,
            Word::Begin => scan.block(&armour),
            Word::End => scan.stray_end(&armour),
        };
    }
    scan.finish()
}

impl<'a> Scan<'a> {
    /// Reads one block; returns where to go on.
    fn block(&mut self, begin: &Armour<'a>) -> usize {
        self.outside(begin.start);
        self.blocks += 1;
        let line = self.line_of(begin.start);
        if self.blocks > PEM_BLOCKS {
            self.cursor = begin.end;
            return begin.end;
        }
        let headers = headers::read(self.text, begin.end);
        let body = base64::decode(self.text, headers.end);
        let footer = armour::next(self.text, body.end);
        let end = footer.filter(|footer| footer.word == Word::End);
        let block = Block {
            label: begin.label,
            headers,
            has_end: end.is_some(),
            // Words between the base64 and the END line are not base64 either.
            fault: body
                .fault
                .or_else(|| {
                    end.is_some_and(|end| end.start != body.end)
                        .then_some(body.end)
                })
                .map(|offset| self.line_of(offset)),
            body,
        };
        self.extra_lines += block.body.indented_lines;
        let found = block::read(block);
        self.tell(begin, end.as_ref(), line, found);
        self.cursor = match (end, footer) {
            (Some(end), _) => end.end,
            (None, Some(next)) => next.start,
            (None, None) => self.text.len(),
        };
        self.cursor
    }

    fn tell(&mut self, begin: &Armour<'_>, end: Option<&Armour<'_>>, line: u32, found: Vec<What>) {
        let kind = found.first().map_or(Kind::Unknown, What::kind);
        let differs = end.is_some_and(|end| end.is_repaired || end.label != begin.label);
        if begin.is_repaired || differs {
            self.found
                .notes
                .push(TextNote::ArmourRepaired { kind, line });
        }
        let promised = kind_of(begin.label);
        if kind != Kind::Unknown && promised.is_some_and(|promised| promised != kind) {
            let label = begin.label.to_owned();
            self.found.notes.push(TextNote::WrongLabel { label, kind });
        }
        for what in found {
            self.found.push(Some(line), Some(begin.label), what);
        }
    }

    /// An END line without its BEGIN line.
    fn stray_end(&mut self, end: &Armour<'a>) -> usize {
        self.outside(end.start);
        self.cursor = end.end;
        if let Some(kind) = kind_of(end.label)
            && self.blocks < PEM_BLOCKS
            && !is_prose(self.text, end)
        {
            self.blocks += 1;
            let line = self.line_of(end.start);
            let detail = damage::NO_BEGIN.to_owned();
            self.found
                .push(Some(line), Some(end.label), What::Damaged { kind, detail });
        }
        end.end
    }

    /// Counts the lines with words from the cursor to an offset.
    fn outside(&mut self, to: usize) {
        let segment = self.text.get(self.cursor..to).unwrap_or_default();
        if segment.ends_with(BYTE_ORDER_MARK) && !self.found.notes.contains(&TextNote::Bom) {
            self.found.notes.push(TextNote::Bom);
        }
        self.extra_lines += lines_with_words(segment);
    }

    /// Line of an offset, from 1. Offsets must not go down by more than one block.
    fn line_of(&mut self, offset: usize) -> u32 {
        let passed = self.text.get(self.line_at..offset).unwrap_or_default();
        let before = self.line_at.checked_sub(1).and_then(|at| self.text.get(at));
        let mut last = before.copied();
        for byte in passed {
            let is_end = *byte == b'\r' || (*byte == b'\n' && last != Some(b'\r'));
            self.line = self.line.saturating_add(u32::from(is_end));
            last = Some(*byte);
        }
        self.line_at = self.line_at.max(offset);
        self.line
    }

    /// `openssl ecparam -genkey` writes curve parameters before the key, web servers want DH parameters
    /// behind the certificate: beside those they are no news.
    fn leave_out_parameters(&mut self) {
        let is_parameters =
            |piece: &Piece| matches!(piece.what, What::NotOpened(NotOpenedKind::Parameters));
        let is_main = |piece: &Piece| matches!(piece.what.kind(), Kind::Certificate | Kind::Key);
        if self.found.pieces.iter().any(is_main) {
            self.found.pieces.retain(|piece| !is_parameters(piece));
        }
    }

    fn finish(mut self) -> Recognition {
        if self.found.pieces.is_empty() {
            return Recognition::default();
        }
        self.outside(self.text.len());
        self.leave_out_parameters();
        if self.extra_lines > 0 {
            self.found
                .notes
                .push(TextNote::ExtraLines(self.extra_lines));
        }
        if self.blocks > PEM_BLOCKS {
            self.found.notes.push(TextNote::LimitReached {
                limit: "pem_blocks",
                allowed: PEM_BLOCKS as u64,
                seen: self.blocks as u64,
            });
        }
        self.found
    }
}

/// `copy all from -----BEGIN CERTIFICATE----- to -----END …`: a short word follows on the same line.
fn is_prose(text: &[u8], armour: &Armour<'_>) -> bool {
    let rest = text.get(armour.end..).unwrap_or_default();
    let is_space = |byte: &&u8| matches!(byte, b' ' | b'\t');
    let spaces = rest.iter().take(8).take_while(is_space).count();
    let is_letter = |byte: &&u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
    let rest = rest.get(spaces..).unwrap_or_default();
    let word = rest.iter().take(PROSE_WORD).take_while(is_letter).count();
    // A header such as `Proc-Type:` is no sentence.
    word > 0
        && word < PROSE_WORD
        && !matches!(rest.get(word), Some(b'-' | b':' | b'+' | b'/'))
        && blank_prefix(rest).is_none()
}

/// Lines that hold more than blanks and quoting; the last one also when it is only quoting or indentation.
fn lines_with_words(segment: &[u8]) -> usize {
    let mut count = 0;
    let mut has_words = false;
    let mut has_indent = false;
    let mut rest = segment;
    while let Some(&first) = rest.first() {
        let escape = matches!(rest, [b'\\', b'n' | b'r', ..]);
        let blank = blank_prefix(rest);
        if escape || matches!(first, b'\n' | b'\r') {
            has_words = false;
            has_indent = false;
        } else if matches!(first, b' ' | b'\t' | b'>') {
            has_indent = true;
        } else if blank.is_none() && !matches!(first, b'"' | b'\'' | b',' | b'|') && !has_words {
            has_words = true;
            count += 1;
        }
        rest = rest.get(blank.unwrap_or(1)..).unwrap_or_default();
    }
    count + usize::from(has_indent && !has_words)
}
