//! DER (X.690) as certificates in the wild write it: a lenient view over [`crate::core::der`] that gives
//! nothing where a value is broken, so that each part of a certificate can be judged for itself.

use super::ParseFault;

/// Universal tags that X.509 uses.
pub mod tag {
    /// BOOLEAN.
    pub const BOOLEAN: u32 = 1;
    /// INTEGER.
    pub const INTEGER: u32 = 2;
    /// BIT STRING.
    pub const BIT_STRING: u32 = 3;
    /// OCTET STRING.
    pub const OCTET_STRING: u32 = 4;
    /// NULL.
    pub const NULL: u32 = 5;
    /// OBJECT IDENTIFIER.
    pub const OID: u32 = 6;
    /// ENUMERATED.
    pub const ENUMERATED: u32 = 10;
    /// UTF8String.
    pub const UTF8_STRING: u32 = 12;
    /// SEQUENCE.
    pub const SEQUENCE: u32 = 16;
    /// SET.
    pub const SET: u32 = 17;
    /// NumericString.
    pub const NUMERIC_STRING: u32 = 18;
    /// PrintableString.
    pub const PRINTABLE_STRING: u32 = 19;
    /// T61String (TeletexString).
    pub const T61_STRING: u32 = 20;
    /// IA5String.
    pub const IA5_STRING: u32 = 22;
    /// UTCTime.
    pub const UTC_TIME: u32 = 23;
    /// GeneralizedTime.
    pub const GENERALIZED_TIME: u32 = 24;
    /// GraphicString.
    pub const GRAPHIC_STRING: u32 = 25;
    /// VisibleString.
    pub const VISIBLE_STRING: u32 = 26;
    /// GeneralString.
    pub const GENERAL_STRING: u32 = 27;
    /// UniversalString.
    pub const UNIVERSAL_STRING: u32 = 28;
    /// BMPString.
    pub const BMP_STRING: u32 = 30;
}

/// Class of a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Defined by ASN.1 itself.
    Universal,
    /// Defined by the application.
    Application,
    /// Defined by the structure around it, written `[n]`.
    Context,
    /// Private use.
    Private,
}

/// One value: tag, length and content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Value<'a> {
    /// Class of the tag.
    pub class: Class,
    /// Number of the tag.
    pub tag: u32,
    /// Whether the content is made of further values.
    pub is_constructed: bool,
    /// The content.
    pub content: &'a [u8],
    /// Tag, length and content.
    pub raw: &'a [u8],
}

impl<'a> Value<'a> {
    /// Whether it is the universal tag.
    pub fn is(&self, tag: u32) -> bool {
        self.class == Class::Universal && self.tag == tag
    }

    /// Whether it is `[number]`.
    pub fn is_context(&self, number: u32) -> bool {
        self.class == Class::Context && self.tag == number
    }

    /// Reads what is inside.
    pub fn inside(&self) -> Reader<'a> {
        Reader::new(self.content)
    }

    /// Bytes of a BIT STRING and how many of its last bits are unused; `None` when it is none.
    pub fn bit_string(&self) -> Option<(&'a [u8], u8)> {
        let (unused, bytes) = self.content.split_first()?;
        (*unused < 8 && (*unused == 0 || !bytes.is_empty())).then_some((bytes, *unused))
    }

    /// An INTEGER or ENUMERATED that is not negative and fits.
    pub fn small_unsigned(&self) -> Option<u64> {
        let (first, _) = self.content.split_first()?;
        if *first >= 0x80 {
            return None;
        }
        let significant = self.content.iter().skip_while(|byte| **byte == 0);
        if significant.clone().count() > 8 {
            return None;
        }
        Some(significant.fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
    }

    /// A BOOLEAN; any byte but zero is true, as BER has it.
    pub fn boolean(&self) -> Option<bool> {
        match self.content {
            [byte] => Some(*byte != 0),
            _ => None,
        }
    }
}

/// Reads one value after the other.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Reads from the start of `bytes`.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// Bytes not read yet.
    pub fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// Whether everything is read.
    pub fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// The next value without taking it.
    pub fn peek(&self) -> Option<Value<'a>> {
        split_value(self.rest).map(|(value, _)| value)
    }

    /// The next value, which has to be of this universal tag; `what` names it in the fault.
    ///
    /// # Errors
    /// When nothing is left, its length does not fit or its tag is another.
    pub fn expect(&mut self, tag: u32, what: &str) -> Result<Value<'a>, ParseFault> {
        match self.next() {
            Some(value) if value.is(tag) => Ok(value),
            Some(value) => Err(ParseFault {
                detail: format!("{what}: unexpected tag {:?} {}", value.class, value.tag),
            }),
            None => Err(ParseFault {
                detail: format!("{what}: missing or cut short"),
            }),
        }
    }

    /// The next value when it is of this universal tag.
    pub fn optional(&mut self, tag: u32) -> Option<Value<'a>> {
        let value = self.peek().filter(|value| value.is(tag))?;
        self.next();
        Some(value)
    }

    /// The next value when it is `[number]`.
    pub fn optional_context(&mut self, number: u32) -> Option<Value<'a>> {
        let value = self.peek().filter(|value| value.is_context(number))?;
        self.next();
        Some(value)
    }
}

impl<'a> Iterator for Reader<'a> {
    type Item = Value<'a>;

    /// The next value, `None` when it is broken or nothing is left.
    fn next(&mut self) -> Option<Value<'a>> {
        let (value, rest) = split_value(self.rest)?;
        self.rest = rest;
        Some(value)
    }
}

/// The only value that `bytes` hold, of this universal tag.
pub fn single(bytes: &[u8], tag: u32) -> Option<Value<'_>> {
    let mut reader = Reader::new(bytes);
    let value = reader.next()?;
    (value.is(tag) && reader.is_empty()).then_some(value)
}

/// Splits the first value off. Lengths need not be minimal; indefinite ones are BER and refused.
fn split_value(bytes: &[u8]) -> Option<(Value<'_>, &[u8])> {
    let mut reader = crate::core::der::Reader::new(bytes);
    let value = reader.read().ok()?;
    let class = match value.tag.class {
        0 => Class::Universal,
        1 => Class::Application,
        2 => Class::Context,
        _ => Class::Private,
    };
    let value = Value {
        class,
        tag: value.tag.number,
        is_constructed: value.tag.is_constructed,
        content: value.content,
        raw: value.whole,
    };
    Some((value, reader.rest()))
}

#[cfg(test)]
mod tests {
    use super::{Reader, single, tag};

    #[test]
    fn lengths_beyond_the_input_are_refused() {
        assert!(
            Reader::new(&[0x30, 0x84, 0xff, 0xff, 0xff, 0xff])
                .next()
                .is_none()
        );
        assert!(Reader::new(&[0x30, 0x80, 0, 0]).next().is_none());
        assert!(
            Reader::new(&[0x1f, 0x81, 0x81, 0x81, 0x81, 0])
                .next()
                .is_none()
        );
    }

    #[test]
    fn values_follow_each_other() {
        let mut reader = Reader::new(&[2, 1, 5, 1, 1, 0xff]);
        assert_eq!(
            reader.next().and_then(|value| value.small_unsigned()),
            Some(5)
        );
        assert_eq!(reader.optional(tag::INTEGER), None);
        assert_eq!(reader.next().and_then(|value| value.boolean()), Some(true));
        assert!(reader.is_empty());
    }

    #[test]
    fn a_single_value_has_nothing_behind_it() {
        assert!(single(&[5, 0], tag::NULL).is_some());
        assert!(single(&[5, 0, 0], tag::NULL).is_none());
    }
}
