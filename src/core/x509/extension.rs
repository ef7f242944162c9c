//! The list of extensions, and the ones that the story needs.

use super::der::{Reader, Value, tag};
use super::general_name::general_names;
use super::name::GeneralName;
use super::oid::{self, Oid};
use crate::core::limits;

/// One extension, borrowed from the DER.
#[derive(Clone, Debug)]
pub struct Extension<'a> {
    /// Dotted OID.
    pub oid: Oid,
    /// Whether it is marked critical.
    pub is_critical: bool,
    /// Content of the OCTET STRING; `None` when the extension itself is malformed.
    pub value: Option<&'a [u8]>,
}

/// Reads the extensions inside `[3]` of a certificate, `[0]` of a list, or an extensionRequest.
pub(super) fn list<'a>(
    explicit: Option<&Value<'a>>,
) -> impl Iterator<Item = Extension<'a>> + use<'a> {
    let sequence = explicit.and_then(|value| value.inside().optional(tag::SEQUENCE));
    sequence
        .map_or(Reader::new(&[]), |sequence| sequence.inside())
        .map(|value| extension(&value))
}

fn extension<'a>(value: &Value<'a>) -> Extension<'a> {
    let mut parts = value.inside();
    let oid = parts
        .optional(tag::OID)
        .map_or(Oid::Borrowed("?"), |oid| oid::dotted(oid.content));
    let is_critical = parts
        .optional(tag::BOOLEAN)
        .and_then(|critical| critical.boolean())
        .unwrap_or(false);
    let value = parts.optional(tag::OCTET_STRING).map(|value| value.content);
    Extension {
        oid,
        is_critical,
        value,
    }
}

/// What the story needs from the extensions.
#[derive(Default)]
pub(super) struct Known {
    pub alternative_names: Box<[GeneralName]>,
    pub alternative_name_count: usize,
    pub is_ca: Option<bool>,
    pub path_length: Option<u32>,
    pub key_usage: Option<u16>,
    pub extended_key_usage: Option<Box<[Oid]>>,
    pub policies: Box<[Oid]>,
    pub subject_key_id: Option<Box<[u8]>>,
    pub authority_key_id: Option<Box<[u8]>>,
    pub issuer_urls: Box<[Box<str>]>,
    pub ocsp_urls: Box<[Box<str>]>,
    pub broken: Vec<Oid>,
}

impl Known {
    /// Reads all of them. A broken one, or the second of one kind, is only noted in `broken`.
    pub(super) fn read<'a>(extensions: impl Iterator<Item = Extension<'a>>) -> Self {
        let mut known = Self::default();
        let mut seen: Vec<Oid> = Vec::new();
        for extension in extensions.take(limits::EXTENSIONS) {
            let is_second = seen.contains(&extension.oid);
            let read = extension.value.and_then(|value| {
                if is_second {
                    return None;
                }
                known.read_one(&extension.oid, value)
            });
            if read.is_none() && !known.broken.contains(&extension.oid) {
                known.broken.push(extension.oid.clone());
            }
            if !is_second {
                seen.push(extension.oid);
            }
        }
        known
    }

    fn read_one(&mut self, oid: &str, value: &[u8]) -> Option<()> {
        match oid {
            "2.5.29.14" => self.subject_key_id = Some(octets(value)?),
            "2.5.29.15" => self.key_usage = Some(key_usage(value)?),
            "2.5.29.17" => {
                let names = der_sequence(value)?;
                (self.alternative_names, self.alternative_name_count) =
                    general_names(names.content, limits::NAMES_KEPT)?;
            }
            "2.5.29.19" => (self.is_ca, self.path_length) = basic_constraints(value)?,
            "2.5.29.32" => self.policies = policies(value)?,
            "2.5.29.35" => self.authority_key_id = authority_key_id(value)?,
            "2.5.29.37" => self.extended_key_usage = Some(oids(value)?),
            "1.3.6.1.5.5.7.1.1" => {
                self.issuer_urls = access_urls(value, "1.3.6.1.5.5.7.48.2")?;
                self.ocsp_urls = access_urls(value, "1.3.6.1.5.5.7.48.1")?;
            }
            _ => {}
        }
        Some(())
    }
}

fn der_sequence(bytes: &[u8]) -> Option<Value<'_>> {
    super::der::single(bytes, tag::SEQUENCE)
}

fn octets(bytes: &[u8]) -> Option<Box<[u8]>> {
    let value = super::der::single(bytes, tag::OCTET_STRING)?;
    Some(value.content.into())
}

/// Key usage bits: bit 0 of the BIT STRING, its first byte's highest, becomes bit 0 of the number.
fn key_usage(bytes: &[u8]) -> Option<u16> {
    let (bits, _) = super::der::single(bytes, tag::BIT_STRING)?.bit_string()?;
    let first = bits.first().copied().unwrap_or(0).reverse_bits();
    let second = bits.get(1).copied().unwrap_or(0).reverse_bits();
    Some(u16::from_le_bytes([first, second]))
}

fn basic_constraints(bytes: &[u8]) -> Option<(Option<bool>, Option<u32>)> {
    let mut parts = der_sequence(bytes)?.inside();
    let is_ca = match parts.optional(tag::BOOLEAN) {
        Some(value) => value.boolean()?,
        None => false,
    };
    let path_length = match parts.optional(tag::INTEGER) {
        Some(value) => Some(u32::try_from(value.small_unsigned()?).unwrap_or(u32::MAX)),
        None => None,
    };
    parts.is_empty().then_some((Some(is_ca), path_length))
}

fn policies(bytes: &[u8]) -> Option<Box<[Oid]>> {
    der_sequence(bytes)?
        .inside()
        .take(limits::OIDS_KEPT)
        .map(|policy| {
            let oid = policy.inside().optional(tag::OID)?;
            Some(oid::dotted(oid.content))
        })
        .collect()
}

fn oids(bytes: &[u8]) -> Option<Box<[Oid]>> {
    der_sequence(bytes)?
        .inside()
        .take(limits::OIDS_KEPT)
        .map(|value| value.is(tag::OID).then(|| oid::dotted(value.content)))
        .collect()
}

/// The key identifier; an extension that names issuer and serial only is fine too.
fn authority_key_id(bytes: &[u8]) -> Option<Option<Box<[u8]>>> {
    let mut parts = der_sequence(bytes)?.inside();
    Some(parts.optional_context(0).map(|id| id.content.into()))
}

fn access_urls(bytes: &[u8], method: &str) -> Option<Box<[Box<str>]>> {
    let descriptions = der_sequence(bytes)?.inside();
    let mut urls: Vec<Box<str>> = Vec::new();
    for description in descriptions.take(limits::URLS_KEPT) {
        let mut parts = description.inside();
        let oid = parts.optional(tag::OID)?;
        let location = parts.next()?;
        if oid::dotted(oid.content) == method
            && let GeneralName::Uri(url) = GeneralName::parse(&location)
        {
            urls.push(url);
        }
    }
    Some(urls.into_boxed_slice())
}
