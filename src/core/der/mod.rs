//! ASN.1 values in DER and definite-length BER, read from slices without copying (X.690).
//! Reading never recurses, never allocates from a length in the input and never panics.

mod normalise;
mod oid;
mod write;

pub use normalise::normalise;
pub use oid::{is_oid, oid_bytes, oid_text};
pub use write::{
    bit_string, bmp_string, integer, null, octet_string, oid, sequence, set_of, tlv, unsigned,
};

/// Why bytes are not the value that was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct DerFault(pub &'static str);

/// Identifier of a value: class, form and number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag {
    /// 0 universal, 1 application, 2 context, 3 private.
    pub class: u8,
    /// Whether the content is itself made of values.
    pub is_constructed: bool,
    /// Number within the class.
    pub number: u32,
}

impl Tag {
    /// BOOLEAN.
    pub const BOOLEAN: Self = Self::universal(1);
    /// INTEGER.
    pub const INTEGER: Self = Self::universal(2);
    /// BIT STRING.
    pub const BIT_STRING: Self = Self::universal(3);
    /// OCTET STRING.
    pub const OCTET_STRING: Self = Self::universal(4);
    /// NULL.
    pub const NULL: Self = Self::universal(5);
    /// OBJECT IDENTIFIER.
    pub const OID: Self = Self::universal(6);
    /// UTF8String.
    pub const UTF8_STRING: Self = Self::universal(12);
    /// BMPString.
    pub const BMP_STRING: Self = Self::universal(30);
    /// SEQUENCE and SEQUENCE OF.
    pub const SEQUENCE: Self = Self {
        class: 0,
        is_constructed: true,
        number: 16,
    };
    /// SET and SET OF.
    pub const SET: Self = Self {
        class: 0,
        is_constructed: true,
        number: 17,
    };

    /// A primitive type of the universal class.
    pub const fn universal(number: u32) -> Self {
        Self {
            class: 0,
            is_constructed: false,
            number,
        }
    }

    /// `[number]` around a value, or an implicitly tagged sequence.
    pub const fn context(number: u32) -> Self {
        Self {
            class: 2,
            is_constructed: true,
            number,
        }
    }

    /// `[number]` in place of a primitive type's own tag.
    pub const fn context_primitive(number: u32) -> Self {
        Self {
            class: 2,
            is_constructed: false,
            number,
        }
    }

    /// Universal types that BER may cut into pieces.
    fn is_string(self) -> bool {
        self.class == 0 && matches!(self.number, 3 | 4 | 12 | 18..=22 | 25..=30)
    }
}

/// One value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tlv<'a> {
    /// Its identifier.
    pub tag: Tag,
    /// Its content.
    pub content: &'a [u8],
    /// Identifier, length and content.
    pub whole: &'a [u8],
}

impl<'a> Tlv<'a> {
    /// The values inside a constructed one.
    pub fn children(&self) -> Reader<'a> {
        Reader::new(if self.tag.is_constructed {
            self.content
        } else {
            &[]
        })
    }

    /// The octets of a string with an implicit tag, which BER may have cut into pieces.
    pub fn octets(&self) -> Result<Vec<u8>, DerFault> {
        if !self.tag.is_constructed {
            return Ok(self.content.to_vec());
        }
        let mut joined = Vec::with_capacity(self.content.len());
        let mut pieces = self.children();
        while !pieces.is_empty() {
            joined.extend_from_slice(pieces.expect(Tag::OCTET_STRING)?.content);
        }
        Ok(joined)
    }
}

/// A parsed identifier and length.
struct Header {
    tag: Tag,
    /// Bytes of identifier and length.
    size: usize,
    /// `None` for the indefinite form.
    length: Option<usize>,
}

fn tag(bytes: &mut std::slice::Iter<'_, u8>) -> Result<Tag, DerFault> {
    const TRUNCATED: DerFault = DerFault("ends inside a tag");
    let first = *bytes.next().ok_or(TRUNCATED)?;
    let mut number = u32::from(first & 0x1f);
    if number == 0x1f {
        number = 0;
        loop {
            let byte = *bytes.next().ok_or(TRUNCATED)?;
            if number >> 25 != 0 {
                return Err(DerFault("tag number too large"));
            }
            number = number << 7 | u32::from(byte & 0x7f);
            if byte & 0x80 == 0 {
                break;
            }
        }
    }
    Ok(Tag {
        class: first >> 6,
        is_constructed: first & 0x20 != 0,
        number,
    })
}

fn header(input: &[u8]) -> Result<Header, DerFault> {
    const TRUNCATED: DerFault = DerFault("ends inside a length");
    let mut bytes = input.iter();
    let tag = tag(&mut bytes)?;
    let first = *bytes.next().ok_or(TRUNCATED)?;
    let length = match first {
        0..=0x7f => Some(usize::from(first)),
        0x80 => None,
        0xff => return Err(DerFault("reserved length")),
        _ => {
            let mut length = 0usize;
            for _ in 0..first & 0x7f {
                let byte = *bytes.next().ok_or(TRUNCATED)?;
                if length >> 48 != 0 {
                    return Err(DerFault("length beyond the data"));
                }
                length = length << 8 | usize::from(byte);
            }
            Some(length)
        }
    };
    let size = input.len() - bytes.as_slice().len();
    if length.is_some_and(|length| length > bytes.as_slice().len()) {
        return Err(DerFault("length beyond the data"));
    }
    Ok(Header { tag, size, length })
}

/// Reads values one after the other.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Starts at the first byte.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// Whether everything was read.
    pub fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// What was not read yet.
    pub fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// The next value without moving on.
    pub fn peek(&self) -> Result<Tlv<'a>, DerFault> {
        let header = header(self.rest)?;
        let length = header.length.ok_or(DerFault("indefinite length"))?;
        let whole = self.rest.get(..header.size.saturating_add(length));
        let content = whole.and_then(|whole| whole.get(header.size..));
        match (whole, content) {
            (Some(whole), Some(content)) => Ok(Tlv {
                tag: header.tag,
                content,
                whole,
            }),
            _ => Err(DerFault("length beyond the data")),
        }
    }

    /// The next value.
    pub fn read(&mut self) -> Result<Tlv<'a>, DerFault> {
        let value = self.peek()?;
        self.rest = self.rest.get(value.whole.len()..).unwrap_or_default();
        Ok(value)
    }

    /// The next value, which must have this tag.
    pub fn expect(&mut self, tag: Tag) -> Result<Tlv<'a>, DerFault> {
        match self.peek()? {
            value if value.tag == tag => self.read(),
            _ => Err(DerFault("another type than expected")),
        }
    }

    /// The next value when it has this tag; otherwise, and at the end, nothing is read.
    pub fn optional(&mut self, tag: Tag) -> Result<Option<Tlv<'a>>, DerFault> {
        if self.is_empty() || self.peek()?.tag != tag {
            return Ok(None);
        }
        self.read().map(Some)
    }

    /// The inside of the next value, which must be a SEQUENCE.
    pub fn sequence(&mut self) -> Result<Reader<'a>, DerFault> {
        Ok(self.expect(Tag::SEQUENCE)?.children())
    }

    /// The inside of the next value, which must be a SET.
    pub fn set(&mut self) -> Result<Reader<'a>, DerFault> {
        Ok(self.expect(Tag::SET)?.children())
    }

    /// The inside of the next value, which must be `[number]`, constructed.
    pub fn context(&mut self, number: u32) -> Result<Reader<'a>, DerFault> {
        Ok(self.expect(Tag::context(number))?.children())
    }

    /// An INTEGER's magnitude, big-endian without leading zeros; negative ones are refused.
    pub fn unsigned(&mut self) -> Result<&'a [u8], DerFault> {
        let content = self.expect(Tag::INTEGER)?.content;
        match content.first() {
            None => Err(DerFault("empty integer")),
            Some(first) if first & 0x80 != 0 => Err(DerFault("negative integer")),
            Some(_) => {
                let zeros = content.iter().take_while(|byte| **byte == 0).count();
                Ok(content.get(zeros..).unwrap_or_default())
            }
        }
    }

    /// A small INTEGER that is not negative.
    pub fn small(&mut self) -> Result<u64, DerFault> {
        let digits = self.unsigned()?;
        if digits.len() > 8 {
            return Err(DerFault("integer too large"));
        }
        Ok(digits
            .iter()
            .fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }

    /// An OBJECT IDENTIFIER as dotted text.
    pub fn oid(&mut self) -> Result<String, DerFault> {
        oid_text(self.expect(Tag::OID)?.content)
    }

    /// The content of an OCTET STRING.
    pub fn octets(&mut self) -> Result<&'a [u8], DerFault> {
        Ok(self.expect(Tag::OCTET_STRING)?.content)
    }

    /// The octets of a BIT STRING that has no unused bits.
    pub fn bits(&mut self) -> Result<&'a [u8], DerFault> {
        match self.expect(Tag::BIT_STRING)?.content.split_first() {
            Some((0, octets)) => Ok(octets),
            _ => Err(DerFault("bit string with unused bits")),
        }
    }

    /// An AlgorithmIdentifier: dotted OID, and its parameters in DER, empty when absent.
    pub fn algorithm(&mut self) -> Result<(String, &'a [u8]), DerFault> {
        let mut inside = self.sequence()?;
        Ok((inside.oid()?, inside.rest()))
    }
}

#[cfg(test)]
mod tests;
