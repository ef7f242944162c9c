//! Reading XML within limits, each refusal with line and column. Document types are refused before any
//! entity is looked at.

use roxmltree::{Document, Error, Node, ParsingOptions};

use super::fault::{ConfigFault, ConfigFaultKind, OtherFile};
use super::source::{Source, end_of};
use crate::core::limits;

/// A piece of the text, by byte offsets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// Byte behind the last.
    pub end: u32,
}

impl Span {
    /// Of an element with everything in it.
    pub fn of(node: Node<'_, '_>) -> Self {
        let range = node.range();
        Self {
            start: range.start as u32,
            end: range.end as u32,
        }
    }

    /// As a range.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Parses the text of a file.
///
/// # Errors
/// Everything that is not well-formed XML of a decent size without a document type.
pub fn parse(source: &Source) -> Result<(Document<'_>, Survey), ConfigFault> {
    let text = &source.text;
    if !text.trim_start().starts_with('<') {
        let kind = match text.trim().is_empty() {
            true => ConfigFaultKind::Empty,
            false => ConfigFaultKind::WrongFile(OtherFile::NotXml),
        };
        return Err(at(source, 0, kind));
    }
    let options = ParsingOptions {
        allow_dtd: false,
        nodes_limit: limits::IIS_NODES,
        entity_resolver: None,
    };
    let document =
        Document::parse_with_options(text, options).map_err(|error| fault(source, &error))?;
    let survey = survey(source, &document)?;
    Ok((document, survey))
}

/// What was seen on one way through all elements; a large file is gone through once.
#[derive(Debug, Default)]
pub struct Survey {
    /// Values of `configSource`, with where their element begins.
    pub sources: Vec<(usize, Box<str>)>,
    /// Values that IIS encrypted: `[enc:AesProvider:…:enc]`.
    pub encrypted: usize,
}

fn survey(source: &Source, document: &Document<'_>) -> Result<Survey, ConfigFault> {
    let mut seen = Survey::default();
    for node in document.descendants() {
        for attribute in node.attributes() {
            let range = attribute.range();
            let value = attribute.value();
            if value.starts_with("[enc:") {
                seen.encrypted += 1;
            }
            if attribute.name() == "configSource" {
                seen.sources.push((node.range().start, value.into()));
            }
            if range.len() > limits::IIS_ATTRIBUTE_BYTES {
                let kind = ConfigFaultKind::LongAttribute {
                    name: attribute.name().chars().take(80).collect(),
                    bytes: range.len(),
                };
                return Err(at(source, range.start as u32, kind));
            }
        }
    }
    Ok(seen)
}

/// The value of an attribute as it stands in the text, between its quotes. Not by the parser's own count
/// of the blanks before the value, which ends at 255.
pub fn value_span(text: &str, node: Node<'_, '_>, name: &str) -> Option<Span> {
    let range = node.attribute_node(name)?.range();
    let written = text.get(range.clone())?;
    let quote = written.chars().next_back()?;
    let start = range.start + written.find(quote)? + 1;
    Some(Span {
        start: start as u32,
        end: range.end as u32 - 1,
    })
}

/// Line and column of an offset.
pub(super) fn at(source: &Source, offset: u32, kind: ConfigFaultKind) -> ConfigFault {
    let line = source.line(offset);
    let before = source
        .text
        .get(source.line_start(line) as usize..offset as usize)
        .unwrap_or_default();
    ConfigFault {
        line,
        column: before.chars().count() as u32 + 1,
        kind,
    }
}

fn fault(source: &Source, error: &Error) -> ConfigFault {
    let text = &source.text;
    let at_end = |kind| {
        let (line, column) = end_of(text);
        ConfigFault { line, column, kind }
    };
    match error {
        Error::DtdDetected => {
            let offset = text.find("<!DOCTYPE").unwrap_or(0);
            at(source, offset as u32, ConfigFaultKind::Dtd)
        }
        Error::UnclosedRootNode | Error::UnexpectedEndOfStream => at_end(ConfigFaultKind::CutOff),
        Error::NoRootNode => at_end(ConfigFaultKind::Empty),
        Error::NodesLimitReached
        | Error::AttributesLimitReached
        | Error::NamespacesLimitReached => at_end(ConfigFaultKind::TooMuch),
        other => {
            let position = other.pos();
            let (last, _) = end_of(text);
            // A tag, comment or value that never ends is said of its beginning.
            let is_cut = position.row == last && !text.trim_end().ends_with('>');
            let kind = match is_cut {
                true => ConfigFaultKind::CutOff,
                false => ConfigFaultKind::NotWellFormed {
                    detail: other.to_string(),
                },
            };
            ConfigFault {
                line: position.row,
                column: position.col,
                kind,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{parse, value_span};
    use crate::core::iis::config::fault::ConfigFaultKind;
    use crate::core::iis::config::source::Source;

    fn fault(text: &str) -> (u32, u32, ConfigFaultKind) {
        let source = Source::read(text.as_bytes()).expect("text");
        let fault = parse(&source).expect_err("refused");
        (fault.line, fault.column, fault.kind)
    }

    #[test]
    fn what_is_no_sound_xml_is_refused_with_its_place() {
        assert_eq!(fault("<a>\n  <b>\n").2, ConfigFaultKind::CutOff);
        assert_eq!(fault("<a>\n  <b c=\"d").0, 2);
        assert_eq!(
            fault("<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY b \"c\">]>\n<a>&b;</a>"),
            (2, 1, ConfigFaultKind::Dtd)
        );
        let (line, _, kind) = fault("<a>\n<b></c>\n</a>");
        assert_eq!(line, 2);
        assert!(matches!(kind, ConfigFaultKind::NotWellFormed { .. }));
        assert_eq!(fault("  \n ").2, ConfigFaultKind::Empty);
        let (line, column, kind) = fault(&format!("<a>\n <b c=\"{}\"/></a>", "x".repeat(1 << 20)));
        assert_eq!((line, column), (2, 5));
        assert!(matches!(kind, ConfigFaultKind::LongAttribute { .. }));
    }

    #[test]
    fn a_deep_file_neither_overflows_nor_hangs() {
        let deep = "<a>".repeat(200_000);
        assert_eq!(fault(&deep).2, ConfigFaultKind::CutOff);
    }

    #[test]
    fn a_value_is_found_behind_any_blanks() {
        for written in ["b='c'", "b = \"c\"", "b\t=\r\n'c'"] {
            let blanks = " ".repeat(300);
            let wide = written.replace('=', &format!("{blanks}={blanks}"));
            for written in [written, &wide] {
                let text = format!("<a x=\"b='c'\" {written} d=''/>");
                let source = Source::read(text.as_bytes()).expect("text");
                let (document, _) = parse(&source).expect("XML");
                let root = document.root_element();
                let span = value_span(&source.text, root, "b").expect("there");
                assert_eq!(source.text.get(span.range()), Some("c"));
                let empty = value_span(&source.text, root, "d").expect("there");
                assert_eq!(empty.start, empty.end);
            }
        }
    }
}
