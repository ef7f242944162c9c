//! One decoder an extension, found by its OID. A decoder that gives `None` found content against the rules.

use super::super::der::{Reader, Value, single, tag};
use super::{Label, LineValue, Lines, any_value, integer};

mod authority;
mod devices;
mod microsoft;
mod names;
mod netscape;
mod policies;
mod qualified;
mod resources;
mod revocation;
mod transparency;
mod usage;

/// Decodes the content of an extension's OCTET STRING.
pub(super) type Decoder = fn(&[u8], &mut Lines) -> Option<()>;

/// The decoder of a dotted OID.
pub(super) fn decoder(oid: &str) -> Option<Decoder> {
    let decoder: Decoder = match oid {
        "2.5.29.9" => qualified::directory_attributes,
        "2.5.29.14" => usage::subject_key_id,
        "2.5.29.15" => usage::key_usage,
        "2.5.29.16" => usage::private_key_usage_period,
        "2.5.29.17" | "2.5.29.18" => names::alternative_names,
        "2.5.29.19" => usage::basic_constraints,
        "2.5.29.20" => revocation::crl_number,
        "2.5.29.27" => revocation::delta_crl,
        "2.5.29.28" => revocation::issuing_distribution_point,
        "2.5.29.30" => names::constraints,
        "2.5.29.31" | "2.5.29.46" => revocation::distribution_points,
        "2.5.29.32" | "1.3.6.1.4.1.311.21.10" => policies::policies,
        "2.5.29.33" | "1.3.6.1.4.1.311.21.11" => policies::mappings,
        "2.5.29.35" => names::authority_key_id,
        "2.5.29.36" | "1.3.6.1.4.1.311.21.12" => policies::constraints,
        "2.5.29.37" => usage::extended_key_usage,
        "2.5.29.54" => policies::inhibit_any,
        "2.5.29.56"
        | "1.3.6.1.5.5.7.48.1.5"
        | "1.3.6.1.4.1.11129.2.4.3"
        | "1.3.6.1.4.1.44363.44" => marker,
        "1.3.6.1.5.5.7.1.1" | "1.3.6.1.5.5.7.1.11" => authority::access,
        "1.3.6.1.5.5.7.1.2" => qualified::biometric,
        "1.3.6.1.5.5.7.1.3" => qualified::statements,
        "1.3.6.1.5.5.7.1.7" => resources::addresses,
        "1.3.6.1.5.5.7.1.8" => resources::autonomous_systems,
        "1.3.6.1.5.5.7.1.12" => authority::logotype,
        "1.3.6.1.5.5.7.1.14" => devices::proxy,
        "1.3.6.1.5.5.7.1.24" => usage::tls_feature,
        "1.3.6.1.5.5.7.1.26" => resources::telephone_authority,
        "1.3.6.1.5.5.7.1.31" => devices::acme,
        "1.3.6.1.4.1.11129.2.1.17" => devices::android_attestation,
        "1.3.6.1.4.1.11129.2.4.2" => transparency::receipts,
        "1.3.6.1.4.1.311.20.2" => microsoft::template_name,
        "1.3.6.1.4.1.311.21.1" => microsoft::ca_version,
        "1.3.6.1.4.1.311.21.2" => microsoft::previous_ca_hash,
        "1.3.6.1.4.1.311.21.7" => microsoft::template,
        "1.3.6.1.4.1.311.25.2" => microsoft::security_identifier,
        "1.3.36.8.3.3" => qualified::admission,
        "1.2.840.113533.7.65.0" => devices::entrust_version,
        "1.2.840.113549.1.9.15" => devices::smime_capabilities,
        "2.16.840.1.113730.1.1" => netscape::certificate_type,
        "2.23.140.1.31" | "2.23.140.1.31.1" => authority::tor_descriptor,
        "2.23.140.3.1" => authority::organization_id,
        _ => return family(oid),
    };
    Some(decoder)
}

/// Whole families that hold one plain value each.
fn family(oid: &str) -> Option<Decoder> {
    const NETSCAPE: &str = "2.16.840.1.113730.1.";
    const GM: &str = "1.2.156.10260.4.1.";
    const APPLE: &str = "1.2.840.113635.100.6.";
    [NETSCAPE, GM, APPLE]
        .iter()
        .any(|prefix| oid.starts_with(prefix))
        .then_some(plain as Decoder)
}

/// A mark whose presence says everything; its NULL is not looked at closely.
fn marker(value: &[u8], lines: &mut Lines) -> Option<()> {
    if !value.is_empty() {
        single(value, tag::NULL)?;
    }
    lines.add(Label::Present, LineValue::Flag(true));
    Some(())
}

/// One value of any plain type.
fn plain(value: &[u8], lines: &mut Lines) -> Option<()> {
    let mut reader = Reader::new(value);
    let value = reader.next()?;
    if value.is(tag::NULL) {
        lines.add(Label::Present, LineValue::Flag(true));
    } else {
        lines.add(Label::Value, any_value(&value));
    }
    reader.is_empty().then_some(())
}

/// The inside of the only SEQUENCE.
fn sequence(bytes: &[u8]) -> Option<Reader<'_>> {
    single(bytes, tag::SEQUENCE).map(|value| value.inside())
}

/// The items of a SEQUENCE OF, each of which must be sound.
fn each(
    mut items: Reader<'_>,
    lines: &mut Lines,
    mut read: impl FnMut(&Value<'_>, &mut Lines) -> Option<()>,
) -> Option<()> {
    while !items.is_empty() {
        let item = items.next()?;
        if lines.is_full() {
            lines.skip(1);
        } else {
            read(&item, lines)?;
        }
    }
    Some(())
}

/// Set bits of a BIT STRING by number, bit 0 first.
fn bits(value: &Value<'_>) -> Option<Vec<u16>> {
    let (bytes, _) = value.bit_string()?;
    let numbers = bytes.iter().take(4).enumerate().flat_map(|(index, byte)| {
        (0..8u16)
            .filter(move |bit| byte & (0x80 >> bit) != 0)
            .map(move |bit| bit + 8 * index as u16)
    });
    Some(numbers.collect())
}
