//! SafeBags with their attributes (RFC 7292 section 4.2, RFC 2985 section 5.5).

use super::PfxKey;
use super::certificates::{CertificateBag, key_id};
use crate::core::der::{self, Tag};

const SHROUDED_KEY_BAG: &str = "1.2.840.113549.1.12.10.1.2";
const CERTIFICATE_BAG: &str = "1.2.840.113549.1.12.10.1.3";
const X509: &str = "1.2.840.113549.1.9.22.1";

const FRIENDLY_NAME: &str = "1.2.840.113549.1.9.20";
const LOCAL_KEY_ID: &str = "1.2.840.113549.1.9.21";
const MICROSOFT_PROVIDER: &str = "1.3.6.1.4.1.311.17.1";
const MICROSOFT_MACHINE_KEY: &str = "1.3.6.1.4.1.311.17.2";
/// Java's mark for trusted certificates; its value says for which usages.
const TRUSTED_KEY_USAGE: &str = "2.16.840.1.113894.746875.1.1";
const ANY_EXTENDED_KEY_USAGE: &str = "2.5.29.37.0";

/// A certificate bag.
pub(super) fn certificate(bag: &CertificateBag<'_>) -> Vec<u8> {
    let der = der::tlv(Tag::context(0), &[&der::octet_string(bag.der)]);
    let value = der::sequence(&[&der::oid(X509), &der]);
    let key_id = bag.is_leaf.then(|| key_id(bag.der));
    let mut attributes = names(bag.friendly_name, key_id.as_deref());
    if bag.is_java_trusted {
        let usage = der::oid(ANY_EXTENDED_KEY_USAGE);
        attributes.push(attribute(TRUSTED_KEY_USAGE, &usage));
    }
    safe_bag(CERTIFICATE_BAG, &value, attributes)
}

/// A bag with a key that is encrypted already.
pub(super) fn shrouded_key(key: &PfxKey<'_>, encrypted: &[u8]) -> Vec<u8> {
    let key_id = key.chain.first().map(|leaf| key_id(leaf));
    let mut attributes = names(key.friendly_name, key_id.as_deref());
    if let Some(provider) = &key.attributes.provider {
        attributes.push(attribute(MICROSOFT_PROVIDER, &der::bmp_string(provider)));
    }
    if key.attributes.is_machine_key {
        // Being there says it: Windows and OpenSSL write no value.
        attributes.push(attribute(MICROSOFT_MACHINE_KEY, &[]));
    }
    safe_bag(SHROUDED_KEY_BAG, encrypted, attributes)
}

fn names(friendly_name: Option<&str>, key_id: Option<&[u8]>) -> Vec<Vec<u8>> {
    let friendly_name = friendly_name.filter(|name| !name.is_empty());
    let name = friendly_name.map(|name| attribute(FRIENDLY_NAME, &der::bmp_string(name)));
    let key_id = key_id.map(|id| attribute(LOCAL_KEY_ID, &der::octet_string(id)));
    name.into_iter().chain(key_id).collect()
}

/// An attribute with one value, or none.
fn attribute(oid: &str, value: &[u8]) -> Vec<u8> {
    der::sequence(&[&der::oid(oid), &der::tlv(Tag::SET, &[value])])
}

fn safe_bag(oid: &str, value: &[u8], attributes: Vec<Vec<u8>>) -> Vec<u8> {
    let value = der::tlv(Tag::context(0), &[value]);
    let attributes = match attributes.is_empty() {
        true => Vec::new(),
        false => der::set_of(attributes),
    };
    der::sequence(&[&der::oid(oid), &value, &attributes])
}
