//! The text of a configuration file and the bytes it stands for. Decoding is lossless, so encoding the
//! text again gives the same bytes: an edit of the text changes no byte beside it.

use encoding_rs::Encoding as Legacy;

use super::fault::{ConfigFault, ConfigFaultKind};

const UTF8_MARK: &[u8] = &[0xEF, 0xBB, 0xBF];
/// Bytes in which an XML declaration is looked for.
const DECLARATION_BYTES: usize = 256;

/// How the text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without its mark.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Another one that the declaration names.
    Legacy(&'static Legacy),
}

impl Encoding {
    /// Its usual name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
            Self::Legacy(other) => other.name(),
        }
    }
}

/// A decoded file.
#[derive(Clone, Debug)]
pub struct Source {
    /// The text without its mark.
    pub text: String,
    /// How it is written.
    pub encoding: Encoding,
    /// Whether a byte order mark comes first.
    pub has_mark: bool,
    /// Offset of each line's first byte in the text.
    lines: Vec<u32>,
}

impl Source {
    /// Decodes a file.
    ///
    /// # Errors
    /// When the bytes are not text in its encoding, or the encoding is not known.
    pub fn read(bytes: &[u8]) -> Result<Self, ConfigFault> {
        let (rest, encoding, has_mark) = recognise(bytes)?;
        let text = decode(rest, encoding)?;
        let lines = std::iter::once(0)
            .chain(text.bytes().enumerate().filter_map(|(index, byte)| {
                // A file is at most 64 MiB.
                (byte == b'\n').then_some(index as u32 + 1)
            }))
            .collect();
        Ok(Self {
            text,
            encoding,
            has_mark,
            lines,
        })
    }

    /// Line of an offset in the text, counted from 1.
    pub fn line(&self, offset: u32) -> u32 {
        self.lines.partition_point(|start| *start <= offset) as u32
    }

    /// The text of a line without its end.
    pub fn line_text(&self, line: u32) -> &str {
        let (start, end) = (self.line_start(line), self.line_start(line + 1));
        let (start, end) = (start as usize, end as usize);
        let text = self.text.get(start..end).unwrap_or_default();
        text.trim_end_matches(['\r', '\n'])
    }

    /// Offset of a line's first byte.
    pub fn line_start(&self, line: u32) -> u32 {
        let index = line.saturating_sub(1) as usize;
        self.lines
            .get(index)
            .copied()
            .unwrap_or(self.text.len() as u32)
    }

    /// Lines in all.
    pub fn line_count(&self) -> u32 {
        self.lines.len() as u32
    }

    /// What ends its lines: as in the first of them.
    pub fn line_end(&self) -> &'static str {
        match self.text.split_once('\n') {
            Some((first, _)) if first.ends_with('\r') => "\r\n",
            Some(_) => "\n",
            None => "\r\n",
        }
    }

    /// The bytes of another text in this file's encoding, with its mark. `None` when a character has no
    /// place in the encoding.
    pub fn encode(&self, text: &str) -> Option<Vec<u8>> {
        let mut bytes = Vec::with_capacity(text.len() + 3);
        match self.encoding {
            Encoding::Utf8 => {
                if self.has_mark {
                    bytes.extend(UTF8_MARK);
                }
                bytes.extend(text.as_bytes());
            }
            Encoding::Utf16Le | Encoding::Utf16Be => {
                let is_little = self.encoding == Encoding::Utf16Le;
                let write = |unit: u16| match is_little {
                    true => unit.to_le_bytes(),
                    false => unit.to_be_bytes(),
                };
                if self.has_mark {
                    bytes.extend(write(0xFEFF));
                }
                bytes.extend(text.encode_utf16().flat_map(write));
            }
            Encoding::Legacy(other) => {
                let (encoded, _, has_lost) = other.encode(text);
                if has_lost {
                    return None;
                }
                bytes.extend(&*encoded);
            }
        }
        Some(bytes)
    }
}

/// Encoding, by the mark, by zeros in the first characters, or by the declaration (XML 1.0 appendix F).
fn recognise(bytes: &[u8]) -> Result<(&[u8], Encoding, bool), ConfigFault> {
    if let Some(rest) = bytes.strip_prefix(UTF8_MARK) {
        return Ok((rest, Encoding::Utf8, true));
    }
    Ok(match bytes {
        [] => return Err(at_start(ConfigFaultKind::Empty)),
        [0xFF, 0xFE, rest @ ..] => (rest, Encoding::Utf16Le, true),
        [0xFE, 0xFF, rest @ ..] => (rest, Encoding::Utf16Be, true),
        [0, b'<', ..] => (bytes, Encoding::Utf16Be, false),
        [b'<', 0, ..] => (bytes, Encoding::Utf16Le, false),
        _ => (bytes, declared(bytes)?, false),
    })
}

fn declared(bytes: &[u8]) -> Result<Encoding, ConfigFault> {
    let start = bytes
        .get(..bytes.len().min(DECLARATION_BYTES))
        .unwrap_or_default();
    let start = String::from_utf8_lossy(start);
    let declaration = start
        .strip_prefix("<?xml")
        .and_then(|rest| rest.split_once("?>"));
    let label = declaration.and_then(|(declaration, _)| {
        let (_, value) = declaration.split_once("encoding")?;
        let value = value.trim_start().strip_prefix('=')?.trim_start();
        let quote = value
            .chars()
            .next()
            .filter(|char| matches!(char, '"' | '\''))?;
        value.strip_prefix(quote)?.split(quote).next()
    });
    let Some(label) = label else {
        return Ok(Encoding::Utf8);
    };
    match Legacy::for_label(label.as_bytes()) {
        Some(found) if found == encoding_rs::UTF_8 => Ok(Encoding::Utf8),
        // The declaration is read as bytes of ASCII, so it cannot be UTF-16; readers take UTF-8 then.
        Some(found) if found == encoding_rs::UTF_16LE || found == encoding_rs::UTF_16BE => {
            Ok(Encoding::Utf8)
        }
        Some(found) => Ok(Encoding::Legacy(found)),
        None => Err(at_start(ConfigFaultKind::Encoding {
            encoding: label.chars().take(40).collect(),
        })),
    }
}

fn decode(bytes: &[u8], encoding: Encoding) -> Result<String, ConfigFault> {
    match encoding {
        Encoding::Utf8 => String::from_utf8(bytes.to_vec()).map_err(|error| {
            let valid = error.utf8_error().valid_up_to();
            let before = bytes.get(..valid).unwrap_or_default();
            not_text(&String::from_utf8_lossy(before), encoding)
        }),
        Encoding::Utf16Le | Encoding::Utf16Be => from_utf16(bytes, encoding),
        Encoding::Legacy(other) => {
            let text = other
                .decode_without_bom_handling_and_without_replacement(bytes)
                .ok_or_else(|| not_text("", encoding))?;
            let (again, _, has_lost) = other.encode(&text);
            if has_lost || *again != *bytes {
                return Err(at_start(ConfigFaultKind::Encoding {
                    encoding: other.name().to_owned(),
                }));
            }
            Ok(text.into_owned())
        }
    }
}

fn from_utf16(bytes: &[u8], encoding: Encoding) -> Result<String, ConfigFault> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| match encoding {
        Encoding::Utf16Be => u16::from_be_bytes(*pair),
        _ => u16::from_le_bytes(*pair),
    });
    let mut text = String::with_capacity(bytes.len());
    for char in char::decode_utf16(units) {
        match char {
            Ok(char) => text.push(char),
            Err(_) => return Err(not_text(&text, encoding)),
        }
    }
    match odd.is_empty() {
        true => Ok(text),
        false => Err(not_text(&text, encoding)),
    }
}

fn at_start(kind: ConfigFaultKind) -> ConfigFault {
    ConfigFault {
        line: 1,
        column: 1,
        kind,
    }
}

/// The fault behind the text that could be read.
fn not_text(before: &str, encoding: Encoding) -> ConfigFault {
    let (line, column) = end_of(before);
    ConfigFault {
        line,
        column,
        kind: ConfigFaultKind::NotText {
            encoding: encoding.name().to_owned(),
        },
    }
}

/// Line and column just behind a text.
pub(super) fn end_of(text: &str) -> (u32, u32) {
    let line = text.bytes().filter(|byte| *byte == b'\n').count() as u32 + 1;
    let last = text.rsplit('\n').next().unwrap_or_default();
    (line, last.chars().count() as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::{Encoding, Source};
    use crate::core::iis::config::fault::ConfigFaultKind;

    fn utf16(text: &str, big: bool, mark: bool) -> Vec<u8> {
        let mark = mark.then_some(0xFEFF);
        let units = mark.into_iter().chain(text.encode_utf16());
        units
            .flat_map(|unit| match big {
                true => unit.to_be_bytes(),
                false => unit.to_le_bytes(),
            })
            .collect()
    }

    #[test]
    fn every_encoding_gives_the_same_bytes_again() {
        let text = "<a b=\"店\u{1F512}\">\r\n\t<c/>\n</a>";
        let mut marked = vec![0xEF, 0xBB, 0xBF];
        marked.extend(text.as_bytes());
        let mut gbk = b"<?xml version=\"1.0\" encoding=\"gb2312\"?><a>".to_vec();
        gbk.extend([0xB5, 0xEA, b'<', b'/', b'a', b'>']);
        for (bytes, encoding) in [
            (text.as_bytes().to_vec(), Encoding::Utf8),
            (marked, Encoding::Utf8),
            (utf16(text, false, true), Encoding::Utf16Le),
            (utf16(text, true, true), Encoding::Utf16Be),
            (utf16(text, false, false), Encoding::Utf16Le),
            (utf16(text, true, false), Encoding::Utf16Be),
            (gbk, Encoding::Legacy(encoding_rs::GBK)),
        ] {
            let source = Source::read(&bytes).expect("text");
            assert_eq!(source.encoding, encoding);
            assert!(source.text.contains('店'));
            assert_eq!(source.encode(&source.text), Some(bytes));
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_said_by_line() {
        let fault = Source::read(b"<a>\r\n  \xff</a>").expect_err("not text");
        assert_eq!((fault.line, fault.column), (2, 3));
        assert!(matches!(fault.kind, ConfigFaultKind::NotText { .. }));
        let mut lone = utf16("<a>\n", false, true);
        lone.extend([0x00, 0xD8, b'<', 0]);
        let fault = Source::read(&lone).expect_err("a lone surrogate");
        assert_eq!((fault.line, fault.column), (2, 1));
        let fault = Source::read(b"").expect_err("empty");
        assert_eq!(fault.kind, ConfigFaultKind::Empty);
        let unknown = Source::read(b"<?xml version='1.0' encoding='x-none'?><a/>");
        assert!(matches!(
            unknown.expect_err("unknown").kind,
            ConfigFaultKind::Encoding { .. }
        ));
    }

    #[test]
    fn lines_are_found_by_offset() {
        let source = Source::read(b"one\r\ntwo\nthree").expect("text");
        assert_eq!((source.line(0), source.line(4)), (1, 1));
        assert_eq!((source.line(5), source.line(9)), (2, 3));
        assert_eq!(source.line_text(1), "one");
        assert_eq!(source.line_text(3), "three");
        assert_eq!(source.line_text(4), "");
        assert_eq!(source.line_end(), "\r\n");
    }
}
