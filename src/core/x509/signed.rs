//! The frame that certificates and revocation lists share: signed part, algorithm, signature
//! (RFC 5280 sections 4.1.1 and 5.1.1).

use super::der::{Reader, Value, tag};

/// The three parts, borrowed from the DER.
pub(super) struct Signed<'a> {
    /// What is signed, with its tag and length.
    pub tbs: Value<'a>,
    /// The algorithm beside the signature.
    pub algorithm: Value<'a>,
    signature: Value<'a>,
}

impl<'a> Signed<'a> {
    /// Takes DER apart; `None` when it has another shape.
    pub fn of(der: &'a [u8]) -> Option<Self> {
        let mut outer = Reader::new(der).next()?.inside();
        Some(Self {
            tbs: outer.next()?,
            algorithm: outer.next()?,
            signature: outer.next()?,
        })
    }

    /// The signature's bytes, without the count of unused bits.
    pub fn signature(&self) -> &'a [u8] {
        self.signature.bit_string().map_or(&[], |(bytes, _)| bytes)
    }

    /// DER of the algorithm's parameters; empty when absent.
    pub fn parameters(&self) -> &'a [u8] {
        let mut parts = self.algorithm.inside();
        parts.optional(tag::OID);
        parts.rest()
    }

    /// The fields of the signed part from its own copy of the algorithm on.
    pub fn fields(&self) -> Reader<'a> {
        let mut fields = self.tbs.inside();
        fields.optional_context(0);
        fields.optional(tag::INTEGER);
        fields
    }

    /// Whether both copies of the algorithm are the same.
    pub fn has_one_algorithm(&self) -> bool {
        let inner = self.fields().next();
        inner.is_some_and(|inner| inner.raw == self.algorithm.raw)
    }
}
