//! A labelled, typed value, and the bounded list that decoders write into.

use super::super::name::DistinguishedName;
use super::super::oid::Oid;
use super::Label;
use crate::core::time::Moment;

/// One line: a label and a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What the value is.
    pub label: Label,
    /// The value.
    pub value: LineValue,
    /// How deep it lies below the lines before it.
    pub depth: u8,
}

/// A value, typed so that each language can word it.
#[derive(Clone, Debug, PartialEq)]
pub enum LineValue {
    /// Nothing: the label says it all, or is a heading for deeper lines.
    None,
    /// Number of lines that are not shown.
    Count(usize),
    /// Yes or no.
    Flag(bool),
    /// Bytes, shown in hex.
    Hex(Box<[u8]>),
    /// Milliseconds since 1970, as log timestamps have them.
    Millis(u64),
    /// A moment.
    Moment(Moment),
    /// A distinguished name. Foreign.
    Name(DistinguishedName),
    /// A whole number.
    Number(i128),
    /// An identifier; known ones have words.
    Oid(Oid),
    /// Technical text of ours, the same in every language, such as `P-256` or an address.
    Plain(String),
    /// Terms of the standards.
    Terms(Vec<Term>),
    /// Text out of the certificate. Foreign.
    Text(String),
}

/// A term of the standards that has words in each language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Term {
    /// Bit of keyUsage, 0 = digitalSignature.
    KeyUsage(u8),
    /// Bit of the Netscape certificate type, 0 = SSL client.
    NetscapeType(u8),
    /// Bit of ReasonFlags or number of CRLReason (RFC 5280 sections 4.2.1.13 and 5.3.1).
    Reason(u8),
    /// Number of a TLS extension that the server promises to send.
    TlsFeature(u16),
}

impl LineValue {
    /// Whether it reads better in a fixed-width face.
    pub fn is_mono(&self) -> bool {
        matches!(self, Self::Hex(_))
    }
}

/// Lines being written, never more than its bound.
pub struct Lines {
    lines: Vec<Line>,
    bound: usize,
    dropped: usize,
    depth: u8,
}

impl Lines {
    /// An empty list that keeps `bound` lines.
    pub fn new(bound: usize) -> Self {
        Self {
            lines: Vec::new(),
            bound,
            dropped: 0,
            depth: 0,
        }
    }

    /// Adds a line at the current depth.
    pub fn add(&mut self, label: Label, value: LineValue) {
        if self.lines.len() >= self.bound {
            self.dropped += 1;
            return;
        }
        self.lines.push(Line {
            label,
            value,
            depth: self.depth,
        });
    }

    /// Adds a heading and what `fill` writes below it.
    pub fn below(
        &mut self,
        label: Label,
        value: LineValue,
        fill: impl FnOnce(&mut Self) -> Option<()>,
    ) -> Option<()> {
        self.add(label, value);
        self.depth = self.depth.saturating_add(1);
        let done = fill(self);
        self.depth = self.depth.saturating_sub(1);
        done
    }

    /// Whether further lines are only counted, so that decoding them can be saved.
    pub fn is_full(&self) -> bool {
        self.lines.len() >= self.bound
    }

    /// Counts lines that were not even decoded.
    pub fn skip(&mut self, count: usize) {
        self.dropped = self.dropped.saturating_add(count);
    }

    /// The lines; the last one says how many more there are.
    pub fn finish(mut self) -> Vec<Line> {
        if self.dropped > 0 {
            self.lines.push(Line {
                label: Label::More,
                value: LineValue::Count(self.dropped),
                depth: 0,
            });
        }
        self.lines
    }
}
