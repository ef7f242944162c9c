//! Everything a certificate says, decoded on demand: groups of labelled lines and one entry an extension.
//! Data only; the words for labels and values are in `text::x509`.

use std::ops::Range;
use std::sync::Arc;

use super::der::{Value, tag};
use super::extension::Extension;
use super::oid::{self, Oid};
use super::{Certificate, Csr};

mod extensions;
mod fields;
mod key;
mod label;
mod line;
mod request;

pub use label::Label;
pub use line::{Line, LineValue, Lines, Term};

/// Lines of one group or extension; further ones are counted in a last line.
pub const LINES: usize = 1_000;
/// Lines of all extensions of one certificate; beyond, lines are only counted.
pub const LINES_IN_ALL: usize = 5_000;

/// All that a certificate says.
pub struct Details {
    /// The fields, in the order in which they are shown.
    pub groups: Vec<Group>,
    /// The extensions, in order of encoding.
    pub extensions: Vec<ExtensionDetail>,
    der: Arc<[u8]>,
}

/// Lines that belong together.
pub struct Group {
    /// What they are about.
    pub kind: GroupKind,
    /// The lines.
    pub lines: Vec<Line>,
}

/// What a group of lines is about, in order of display.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GroupKind {
    /// Whom the certificate is for.
    Subject,
    /// Who issued it.
    Issuer,
    /// From when to when.
    Validity,
    /// The public key.
    PublicKey,
    /// The signature.
    Signature,
    /// Version, serial number, fingerprints.
    Identity,
    /// Attributes of a request other than its extensions.
    Attributes,
}

/// Whether an extension was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// Decoded into lines.
    Decoded,
    /// Nobody here knows this identifier; hex only.
    Unknown,
    /// Known, but its content does not fit its own rules; hex only.
    Broken,
}

/// One extension.
pub struct ExtensionDetail {
    /// Its dotted OID.
    pub oid: Oid,
    /// Whether software that does not know it must refuse the certificate.
    pub is_critical: bool,
    /// Whether it was understood.
    pub reading: Reading,
    /// What it says.
    pub lines: Vec<Line>,
    range: Range<usize>,
}

impl Details {
    /// Decodes everything. Broken parts become hex; nothing fails.
    pub fn decode(certificate: &Certificate) -> Self {
        let der = Arc::clone(&certificate.der);
        Self::with(fields::groups(certificate), certificate.extensions(), der)
    }

    /// Decodes a certificate request in the same way.
    pub fn of_request(csr: &Csr) -> Self {
        let der = Arc::clone(&csr.der);
        Self::with(request::groups(csr), csr.extensions(), der)
    }

    fn with<'a>(
        groups: Vec<Group>,
        extensions: impl Iterator<Item = Extension<'a>>,
        der: Arc<[u8]>,
    ) -> Self {
        let mut budget = LINES_IN_ALL;
        let extensions = extensions
            .take(crate::core::limits::EXTENSIONS)
            .map(|extension| {
                let detail = detail(&extension, &der, budget);
                budget = budget.saturating_sub(detail.lines.len());
                detail
            })
            .collect();
        Self {
            groups,
            extensions,
            der,
        }
    }

    /// The content of an extension's OCTET STRING: its own DER.
    pub fn der_of(&self, extension: &ExtensionDetail) -> &[u8] {
        self.der.get(extension.range.clone()).unwrap_or_default()
    }

    /// The lines of one group.
    pub fn group(&self, kind: GroupKind) -> &[Line] {
        let group = self.groups.iter().find(|group| group.kind == kind);
        group.map_or(&[], |group| &group.lines)
    }
}

fn detail(extension: &Extension<'_>, der: &[u8], budget: usize) -> ExtensionDetail {
    let value = extension.value.unwrap_or_default();
    let mut lines = Lines::new(LINES.min(budget));
    let reading = match (extensions::decoder(&extension.oid), extension.value) {
        (_, None) => Reading::Broken,
        (None, _) => Reading::Unknown,
        (Some(decode), Some(value)) => match decode(value, &mut lines) {
            Some(()) => Reading::Decoded,
            None => Reading::Broken,
        },
    };
    if reading != Reading::Decoded {
        lines = Lines::new(1);
        lines.add(Label::RawValue, LineValue::Hex(value.into()));
    }
    ExtensionDetail {
        oid: extension.oid.clone(),
        is_critical: extension.is_critical,
        reading,
        lines: lines.finish(),
        range: range_in(der, value),
    }
}

/// Where `part`, a slice of `whole`, lies in it.
fn range_in(whole: &[u8], part: &[u8]) -> Range<usize> {
    let start = (part.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize);
    match start <= whole.len() && part.len() <= whole.len() - start {
        true => start..start + part.len(),
        false => 0..0,
    }
}

/// Any single value as it is best shown.
pub(super) fn any_value(value: &Value<'_>) -> LineValue {
    if let Some(text) = super::asn1_text::text(value) {
        return LineValue::Text(text);
    }
    if let Some(moment) = super::asn1_text::moment(value) {
        return LineValue::Moment(moment);
    }
    match value.tag {
        _ if value.class != super::der::Class::Universal => LineValue::Hex(value.content.into()),
        tag::OID => LineValue::Oid(oid::dotted(value.content)),
        tag::INTEGER | tag::ENUMERATED => integer(value.content),
        tag::BOOLEAN => value.boolean().map_or(LineValue::None, LineValue::Flag),
        tag::OCTET_STRING => LineValue::Hex(value.content.into()),
        tag::NULL => LineValue::None,
        _ => LineValue::Hex(value.raw.into()),
    }
}

/// An INTEGER in decimal up to 16 bytes, in hex beyond.
fn integer(content: &[u8]) -> LineValue {
    if content.is_empty() || content.len() > 16 {
        return LineValue::Hex(content.into());
    }
    let is_negative = content.first().is_some_and(|byte| byte & 0x80 != 0);
    let start = if is_negative { -1 } else { 0 };
    let number = content
        .iter()
        .fold(start, |sum: i128, byte| sum << 8 | i128::from(*byte));
    LineValue::Number(number)
}
