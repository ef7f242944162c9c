//! Distinguished names, kept as text for people and as DER for comparison.
use std::sync::Arc;

use super::ParseFault;
use super::asn1_text;
use super::der::{Reader, Value, tag};
pub use super::general_name::{GeneralName, address};
use super::oid::{self, Oid};
use crate::core::limits;

/// A distinguished name.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct DistinguishedName {
    /// The name's DER, for exact comparison.
    pub der: Arc<[u8]>,
    /// Attributes in order of encoding: dotted OID and value as text.
    pub attributes: Box<[Attribute]>,
}

/// One attribute of a name.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Attribute {
    /// Dotted OID.
    pub oid: Oid,
    /// Value as text; foreign text, to be quoted by `text::foreign` before it is shown.
    pub value: Box<str>,
    /// Whether it belongs to the same RDN as the one before (multi-valued RDN).
    pub joined: bool,
}

impl Attribute {
    /// Short technical name such as `CN`, or the dotted OID where there is none.
    pub fn label(&self) -> &str {
        oid::name(&self.oid).unwrap_or(&self.oid)
    }
}

/// OID of the common name.
pub const COMMON_NAME: &str = "2.5.4.3";
/// OID of the organisation.
pub const ORGANIZATION: &str = "2.5.4.10";
/// OID of the organisational unit.
pub const ORGANIZATIONAL_UNIT: &str = "2.5.4.11";

impl DistinguishedName {
    /// The name people know it by: CN, else O, else OU, else its first attribute.
    pub fn title(&self) -> String {
        let preferred = ["2.5.4.3", "2.5.4.10", "2.5.4.11"]
            .into_iter()
            .find_map(|oid| self.value_of(oid));
        let first = || {
            self.attributes
                .first()
                .map(|attribute| attribute.value.as_ref())
        };
        preferred.or_else(first).unwrap_or_default().to_owned()
    }

    /// Reads a Name (RFC 5280 section 4.1.2.4).
    ///
    /// # Errors
    /// When its structure is broken or it has more than [`limits::NAME_ATTRIBUTES`] attributes.
    pub(in crate::core) fn parse(value: &Value<'_>, what: &str) -> Result<Self, ParseFault> {
        let mut attributes = Vec::new();
        let mut names = value.inside();
        while !names.is_empty() {
            let set = names.expect(tag::SET, what)?;
            let mut members = set.inside();
            let mut joined = false;
            while !members.is_empty() {
                let member = members.expect(tag::SEQUENCE, what)?;
                if attributes.len() == limits::NAME_ATTRIBUTES {
                    return Err(ParseFault {
                        detail: format!("{what}: more than {} attributes", limits::NAME_ATTRIBUTES),
                    });
                }
                attributes.push(attribute(&member, joined, what)?);
                joined = true;
            }
        }
        Ok(Self {
            der: value.raw.into(),
            attributes: attributes.into_boxed_slice(),
        })
    }

    /// A name of one RDN whose SET has a tag of its own (nameRelativeToCRLIssuer).
    pub(super) fn relative(set: &Value<'_>) -> Option<Self> {
        let mut attributes = Vec::new();
        for member in set.inside().take(limits::NAME_ATTRIBUTES) {
            let joined = !attributes.is_empty();
            attributes.push(attribute(&member, joined, "relative name").ok()?);
        }
        Some(Self {
            der: set.raw.into(),
            attributes: attributes.into_boxed_slice(),
        })
    }

    /// The last value of an attribute, the most specific one; empty values count as absent.
    pub fn value_of(&self, oid: &str) -> Option<&str> {
        let mut values = self.attributes.iter().rev().filter(|one| one.oid == oid);
        values.find_map(|one| (!one.value.trim().is_empty()).then_some(&*one.value))
    }

    /// Whether both name the same (RFC 5280 section 7.1): exact DER, or the same attributes with letters'
    /// case, runs of spaces and the string type left out of account.
    pub fn matches(&self, other: &Self) -> bool {
        self.der == other.der
            || (self.attributes.len() == other.attributes.len()
                && self
                    .attributes
                    .iter()
                    .zip(&other.attributes)
                    .all(|(one, two)| {
                        one.oid == two.oid
                            && one.joined == two.joined
                            && (one.value == two.value || folded(&one.value) == folded(&two.value))
                    }))
    }

    /// The name in the form in which [`Self::matches`] compares, for use as a key of an index.
    pub fn key(&self) -> Box<str> {
        let mut key = String::with_capacity(self.der.len());
        for attribute in &self.attributes {
            key.push(if attribute.joined { '+' } else { ',' });
            key.push_str(&attribute.oid);
            key.push('=');
            fold_into(&mut key, &attribute.value);
            key.push('\0');
        }
        key.into_boxed_str()
    }

    /// Its relative names (RDNs): runs of attributes that belong together.
    pub fn relative_names(&self) -> impl Iterator<Item = &[Attribute]> {
        self.attributes.chunk_by(|_, next| next.joined)
    }

    /// Whether it lies in the space below `base`: every relative name of the base, in order, begins it
    /// (RFC 5280 section 4.2.1.10).
    pub fn is_below(&self, base: &Self) -> bool {
        let mut own = self.relative_names();
        base.relative_names()
            .all(|wanted| own.next().is_some_and(|own| is_same_set(own, wanted)))
    }

    /// This name with one relative name more, given as the members of its SET (nameRelativeToCRLIssuer).
    pub fn with_relative(&self, members: &[u8]) -> Option<Self> {
        let mut attributes = self.attributes.to_vec();
        let mut joined = false;
        for member in Reader::new(members).take(limits::NAME_ATTRIBUTES) {
            attributes.push(attribute(&member, joined, "relative name").ok()?);
            joined = true;
        }
        let der = [&self.der, members].concat();
        Some(Self {
            der: der.into(),
            attributes: attributes.into_boxed_slice(),
        })
    }

    /// Whether it has no attribute at all.
    pub fn is_empty(&self) -> bool {
        self.attributes.is_empty()
    }
}

/// One line for people and logs: `C=US, O=Example + OU=Web, CN=example.com`, in order of encoding.
/// Foreign text: quoted before it is shown.
impl std::fmt::Display for DistinguishedName {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (index, attribute) in self.attributes.iter().enumerate() {
            let separator = match (index, attribute.joined) {
                (0, _) => "",
                (_, true) => " + ",
                (_, false) => ", ",
            };
            write!(out, "{separator}{}={}", attribute.label(), attribute.value)?;
        }
        Ok(())
    }
}

impl std::fmt::Debug for DistinguishedName {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_list().entries(self.attributes.iter()).finish()
    }
}

fn attribute(member: &Value<'_>, joined: bool, what: &str) -> Result<Attribute, ParseFault> {
    let mut parts = member.inside();
    let oid = oid::dotted(parts.expect(tag::OID, what)?.content);
    let value = any_text(&mut parts);
    Ok(Attribute {
        oid,
        value: value.into_boxed_str(),
        joined,
    })
}

/// The next value as text; as hex when it is no string, empty when nothing readable follows.
fn any_text(parts: &mut Reader<'_>) -> String {
    match parts.next() {
        Some(value) => asn1_text::text(&value).unwrap_or_else(|| hex(value.raw)),
        None => String::new(),
    }
}

/// Hex of at most [`limits::HEX_KEPT`] bytes, then `…`.
pub(super) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut text = String::with_capacity(2 * bytes.len().min(limits::HEX_KEPT));
    for byte in bytes.iter().take(limits::HEX_KEPT) {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    if bytes.len() > limits::HEX_KEPT {
        text.push('…');
    }
    text
}

/// Whether two relative names hold the same attributes, in whatever order.
fn is_same_set(one: &[Attribute], two: &[Attribute]) -> bool {
    one.len() == two.len()
        && one.iter().all(|attribute| {
            two.iter().any(|other| {
                other.oid == attribute.oid
                    && (other.value == attribute.value
                        || folded(&other.value) == folded(&attribute.value))
            })
        })
}

/// Lower case, outer spaces gone, inner runs of spaces made one.
fn folded(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    fold_into(&mut out, value);
    out
}

/// [`folded`], without a string of its own: names are keys of every index.
fn fold_into(out: &mut String, value: &str) {
    let start = out.len();
    let mut is_after_space = false;
    for char in value.chars() {
        if char.is_whitespace() {
            is_after_space = out.len() > start;
            continue;
        }
        if std::mem::take(&mut is_after_space) {
            out.push(' ');
        }
        match char.is_ascii() {
            true => out.push(char.to_ascii_lowercase()),
            false => out.extend(char.to_lowercase()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::der::Reader;
    use super::DistinguishedName;

    fn name(der: &[u8]) -> DistinguishedName {
        DistinguishedName::parse(&Reader::new(der).next().unwrap(), "name").unwrap()
    }

    #[test]
    fn multi_valued_rdns_are_joined() {
        // openssl req -subj "/CN=a+OU=b" -multivalue-rdn, names in order of the DER SET
        let two = name(b"\x30\x16\x31\x14\x30\x08\x06\x03\x55\x04\x03\x0c\x01a\x30\x08\x06\x03\x55\x04\x0b\x0c\x01b");
        assert_eq!(two.to_string(), "CN=a + OU=b");
        assert_eq!(two.value_of("2.5.4.11"), Some("b"));
    }

    #[test]
    fn case_spaces_and_string_types_do_not_matter_when_names_are_compared() {
        let utf8 = name(b"\x30\x10\x31\x0e\x30\x0c\x06\x03\x55\x04\x0a\x0c\x05A  Co");
        let printable = name(b"\x30\x0f\x31\x0d\x30\x0b\x06\x03\x55\x04\x0a\x13\x04a co");
        let other = name(b"\x30\x0f\x31\x0d\x30\x0b\x06\x03\x55\x04\x0a\x13\x04b co");
        assert!(utf8.matches(&printable));
        assert!(!utf8.matches(&other));
    }
}
