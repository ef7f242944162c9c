//! The ASN.1 tree of any DER, line by line, for people who want to see every byte. Bounded in lines and depth.

use super::der::{Class, Reader, Value, tag};
use super::details::{LineValue, any_value};
use crate::core::limits::DER_DEPTH;

/// Lines of one tree.
pub const LINES: usize = 5_000;
/// Bytes of a value that are kept for display.
const VALUE_BYTES: usize = 256;

/// One value of the tree.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Where its tag begins, in bytes from the start.
    pub offset: usize,
    /// How deep it lies; 0 is the outermost.
    pub depth: usize,
    /// Name of its tag: `SEQUENCE`, `[0]`, `UTF8String`.
    pub tag: String,
    /// Bytes of tag and length.
    pub header: usize,
    /// Bytes of content.
    pub length: usize,
    /// Whether it wraps the values that follow one level deeper, though it is a string of bytes.
    pub is_wrapper: bool,
    /// The beginning of its value; [`LineValue::None`] when values follow deeper.
    pub value: LineValue,
}

/// A tree, perhaps cut.
#[derive(Clone, Debug, PartialEq)]
pub struct Tree {
    /// Its values from the outside in.
    pub nodes: Vec<Node>,
    /// Whether lines, depth or the input ended before the tree did.
    pub is_cut: bool,
}

/// Reads the tree. Strings of bytes that hold one complete constructed value are opened as well.
pub fn tree(der: &[u8]) -> Tree {
    let mut tree = Tree {
        nodes: Vec::new(),
        is_cut: false,
    };
    let mut stack = vec![Reader::new(der)];
    while let Some(mut reader) = stack.pop() {
        let Some(value) = reader.next() else {
            tree.is_cut |= !reader.is_empty();
            continue;
        };
        stack.push(reader);
        if tree.nodes.len() == LINES {
            tree.is_cut = true;
            return tree;
        }
        let depth = stack.len() - 1;
        let deeper = inside(&value);
        tree.nodes.push(node(der, &value, depth, deeper.is_some()));
        match deeper {
            Some(deeper) if depth < DER_DEPTH => stack.push(deeper),
            Some(_) => tree.is_cut = true,
            None => {}
        }
    }
    tree
}

/// The values inside: of a constructed value, or of a string of bytes that is DER itself.
fn inside<'a>(value: &Value<'a>) -> Option<Reader<'a>> {
    if value.is_constructed {
        return Some(value.inside());
    }
    let wrapped = match value.tag {
        tag::OCTET_STRING if value.class == Class::Universal => value.content,
        tag::BIT_STRING if value.class == Class::Universal => value.bit_string()?.0,
        _ => return None,
    };
    let mut reader = Reader::new(wrapped);
    let first = reader.next()?;
    let is_der = first.is_constructed && first.class == Class::Universal && reader.is_empty();
    is_der.then(|| Reader::new(wrapped))
}

fn node(der: &[u8], value: &Value<'_>, depth: usize, has_inside: bool) -> Node {
    let offset = (value.raw.as_ptr() as usize).saturating_sub(der.as_ptr() as usize);
    Node {
        offset,
        depth,
        tag: tag_name(value),
        header: value.raw.len() - value.content.len(),
        length: value.content.len(),
        is_wrapper: has_inside && !value.is_constructed,
        value: match has_inside {
            true => LineValue::None,
            false => beginning(value),
        },
    }
}

/// The value, of long ones only the first bytes.
fn beginning(value: &Value<'_>) -> LineValue {
    match value.content.get(..VALUE_BYTES) {
        Some(first) if value.content.len() > VALUE_BYTES => any_value(&Value {
            content: first,
            ..*value
        }),
        _ if value.is(tag::BIT_STRING) => LineValue::Hex(value.content.into()),
        _ => any_value(value),
    }
}

fn tag_name(value: &Value<'_>) -> String {
    let number = value.tag;
    match value.class {
        Class::Context => format!("[{number}]"),
        Class::Application => format!("[APPLICATION {number}]"),
        Class::Private => format!("[PRIVATE {number}]"),
        Class::Universal => {
            universal(number).map_or_else(|| format!("[UNIVERSAL {number}]"), str::to_owned)
        }
    }
}

/// Names of the universal types (X.680).
fn universal(number: u32) -> Option<&'static str> {
    Some(match number {
        tag::BOOLEAN => "BOOLEAN",
        tag::INTEGER => "INTEGER",
        tag::BIT_STRING => "BIT STRING",
        tag::OCTET_STRING => "OCTET STRING",
        tag::NULL => "NULL",
        tag::OID => "OBJECT IDENTIFIER",
        tag::ENUMERATED => "ENUMERATED",
        tag::UTF8_STRING => "UTF8String",
        tag::SEQUENCE => "SEQUENCE",
        tag::SET => "SET",
        tag::NUMERIC_STRING => "NumericString",
        tag::PRINTABLE_STRING => "PrintableString",
        tag::T61_STRING => "T61String",
        tag::IA5_STRING => "IA5String",
        tag::UTC_TIME => "UTCTime",
        tag::GENERALIZED_TIME => "GeneralizedTime",
        tag::GRAPHIC_STRING => "GraphicString",
        tag::VISIBLE_STRING => "VisibleString",
        tag::GENERAL_STRING => "GeneralString",
        tag::UNIVERSAL_STRING => "UniversalString",
        tag::BMP_STRING => "BMPString",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::tree;
    use crate::core::x509::details::LineValue;

    #[test]
    fn strings_of_bytes_that_hold_der_are_opened() {
        let tree = tree(&[0x30, 7, 4, 5, 0x30, 3, 2, 1, 5]);
        let shape: Vec<(usize, usize, &str)> = tree
            .nodes
            .iter()
            .map(|node| (node.offset, node.depth, node.tag.as_str()))
            .collect();
        assert_eq!(
            shape,
            [
                (0, 0, "SEQUENCE"),
                (2, 1, "OCTET STRING"),
                (4, 2, "SEQUENCE"),
                (6, 3, "INTEGER")
            ]
        );
        assert!(tree.nodes[1].is_wrapper);
        assert_eq!(tree.nodes[3].value, LineValue::Number(5));
        assert!(!tree.is_cut);
    }

    #[test]
    fn deep_and_long_trees_are_cut() {
        let mut deep = vec![5, 0];
        for _ in 0..60 {
            deep.splice(0..0, [0x30, u8::try_from(deep.len()).unwrap()]);
        }
        assert!(tree(&deep).is_cut);
        assert!(tree(&[5, 0].repeat(6_000)).is_cut);
        assert!(tree(&[5, 0, 0x30, 9]).is_cut);
    }
}
