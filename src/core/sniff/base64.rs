//! Base64 (RFC 4648 section 4) as it lies in files: broken into lines, quoted, escaped by JSON, URLs or mailers.

use zeroize::Zeroizing;

use super::armour::dash;
use super::text::blank_prefix;
use crate::core::limits::PEM_BLOCK_BYTES;

/// Decoded text up to where it ends.
pub struct Body {
    /// The bytes.
    pub bytes: Zeroizing<Vec<u8>>,
    /// Offset of what ended it: a dash, a fault or the end of the text.
    pub end: usize,
    /// Offset of the first thing that is not base64, or of the line that lacks characters.
    pub fault: Option<usize>,
    /// Whether the block is above the size limit.
    pub is_too_long: bool,
    /// Whether padding was seen, after which a new value may begin.
    pub is_padded: bool,
    /// Lines that are indented or quoted.
    pub indented_lines: usize,
}

enum Step {
    Blank(usize),
    Line(usize),
    Quote,
    Symbol(u8, usize),
    Padding(usize),
    End,
    Fault,
}

struct Decoder {
    body: Body,
    bits: u32,
    held_bits: u32,
    symbols: usize,
    padding: usize,
    line_start: usize,
    line_symbols: usize,
    is_indented: bool,
    uneven_line: Option<usize>,
}

/// Decodes from an offset to the next dash, the first fault or the end.
pub fn decode(text: &[u8], from: usize) -> Body {
    let mut decoder = Decoder::new(text, from);
    let mut at = from;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let length = match step(rest, decoder.line_symbols == 0) {
            Step::Blank(length) => decoder.blank(rest, length),
            Step::Line(length) => decoder.line(at + length, length),
            Step::Quote => decoder.quote(),
            Step::Symbol(value, length) if decoder.padding == 0 => decoder.symbol(value, length),
            Step::Padding(length) if decoder.padding < 2 => decoder.pad(length),
            Step::End => break,
            Step::Symbol(..) | Step::Padding(_) | Step::Fault => {
                decoder.body.fault = Some(at);
                break;
            }
        };
        at += length;
        if at - from > PEM_BLOCK_BYTES {
            decoder.body.is_too_long = true;
            break;
        }
    }
    decoder.finish(at)
}

impl Decoder {
    fn new(text: &[u8], from: usize) -> Self {
        let rest = text.get(from..).unwrap_or_default();
        // The whole room at once: growing would leave copies of a key behind.
        let is_inside = |byte: &&u8| byte.is_ascii() && !matches!(byte, b'-' | b'=');
        let length = rest.iter().take(PEM_BLOCK_BYTES).take_while(is_inside);
        let room = length.count() / 4 * 3 + 3;
        Self {
            body: Body {
                bytes: Zeroizing::new(Vec::with_capacity(room)),
                end: from,
                fault: None,
                is_too_long: false,
                is_padded: false,
                indented_lines: 0,
            },
            bits: 0,
            held_bits: 0,
            symbols: 0,
            padding: 0,
            line_start: from,
            line_symbols: 0,
            is_indented: false,
            uneven_line: None,
        }
    }

    fn blank(&mut self, rest: &[u8], length: usize) -> usize {
        let is_space = matches!(rest.first(), Some(b' ' | b'\t'));
        self.is_indented |= is_space && self.line_symbols == 0;
        length
    }

    fn line(&mut self, start: usize, length: usize) -> usize {
        if !self.line_symbols.is_multiple_of(4) && self.uneven_line.is_none() {
            self.uneven_line = Some(self.line_start);
        }
        self.line_start = start;
        self.line_symbols = 0;
        self.is_indented = false;
        length
    }

    fn quote(&mut self) -> usize {
        self.is_indented = true;
        1
    }

    fn symbol(&mut self, value: u8, length: usize) -> usize {
        if self.line_symbols == 0 && self.is_indented {
            self.body.indented_lines += 1;
        }
        self.symbols += 1;
        self.line_symbols += 1;
        self.bits = self.bits << 6 | u32::from(value);
        self.held_bits += 6;
        if self.held_bits >= 8 {
            self.held_bits -= 8;
            let [.., byte] = (self.bits >> self.held_bits).to_be_bytes();
            self.body.bytes.push(byte);
        }
        length
    }

    fn pad(&mut self, length: usize) -> usize {
        self.padding += 1;
        self.line_symbols += 1;
        self.body.is_padded = true;
        length
    }

    fn finish(mut self, end: usize) -> Body {
        self.body.end = end;
        if self.body.fault.is_none() && !(self.symbols + self.padding).is_multiple_of(4) {
            self.body.fault = Some(self.uneven_line.unwrap_or(self.line_start));
        }
        self.body
    }
}

fn step(rest: &[u8], is_line_start: bool) -> Step {
    let Some(&first) = rest.first() else {
        return Step::End;
    };
    if let Some(value) = value_of(first) {
        return Step::Symbol(value, 1);
    }
    match rest {
        [b'\r', b'\n', ..] | [b'\\', b'n' | b'r', ..] => Step::Line(2),
        [b'\n' | b'\r', ..] => Step::Line(1),
        [b'\\', b'\\', b'n' | b'r', ..] | [b'%', b'0', b'A' | b'D' | b'a' | b'd', ..] => {
            Step::Line(3)
        }
        // Quoted-printable mail writes the padding as =3D and breaks lines with = at their end.
        [b'=', b'3', b'D', ..] => Step::Padding(3),
        [b'=', ..] => Step::Padding(1),
        [b'%', b'3', b'D' | b'd', ..] => Step::Padding(3),
        [b'%', b'2', b'B' | b'b', ..] => Step::Symbol(62, 3),
        [b'%', b'2', b'F' | b'f', ..] => Step::Symbol(63, 3),
        [b'\\', b'/', ..] => Step::Symbol(63, 2),
        [b'\\', b'u', b'0', b'0', b'3', b'd' | b'D', ..] => Step::Padding(6),
        [b'\\', b'u', b'0', b'0', b'2', b'b' | b'B', ..] => Step::Symbol(62, 6),
        [b'\\', b'\n' | b'\r', ..] => Step::Blank(1),
        [b'"' | b'\'' | b',', ..] => Step::Blank(1),
        [b'>' | b'|', ..] if is_line_start => Step::Quote,
        [b'<', ..] => tag(rest).map_or(Step::Fault, Step::Blank),
        _ if dash(rest).is_some() => Step::End,
        _ => blank_prefix(rest).map_or(Step::Fault, Step::Blank),
    }
}

/// Length of an HTML tag such as `<br />`.
fn tag(rest: &[u8]) -> Option<usize> {
    let end = rest.iter().take(32).position(|byte| *byte == b'>')?;
    Some(end + 1)
}

fn value_of(symbol: u8) -> Option<u8> {
    match symbol {
        b'A'..=b'Z' => Some(symbol - b'A'),
        b'a'..=b'z' => Some(symbol - b'a' + 26),
        b'0'..=b'9' => Some(symbol - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    }
}
