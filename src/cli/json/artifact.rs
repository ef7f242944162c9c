//! One entry of `report.artifacts`.

use std::collections::{BTreeSet, HashSet};
use std::net::{Ipv4Addr, Ipv6Addr};

use serde_json::{Map, Value, json};

use crate::core::artifact::{Artifact, ArtifactId, Content, Lock, Protection};
use crate::core::bundle::Inspection;
use crate::core::place::Entry;
use crate::core::x509::name::GeneralName;
use crate::core::x509::public_key::{KeyAlgorithm, KeyInfo};
use crate::core::x509::{Certificate, Csr, RevocationList};
use crate::text::bundle::place;

/// Which public keys have their private half in the inspection, and which containers hold private keys.
pub struct KeyIndex<'a> {
    public: HashSet<&'a [u8]>,
    containers: BTreeSet<ArtifactId>,
}

impl<'a> KeyIndex<'a> {
    pub fn of(inspection: &'a Inspection) -> Self {
        let keys = inspection
            .artifacts
            .iter()
            .filter_map(|artifact| Some((artifact, artifact.key()?)));
        let (mut public, mut containers) = (HashSet::new(), BTreeSet::new());
        for (artifact, key) in keys {
            public.insert(&*key.spki);
            containers.extend(artifact.container);
        }
        Self { public, containers }
    }
}

pub fn entry(inspection: &Inspection, artifact: &Artifact, keys: &KeyIndex<'_>) -> Value {
    let mut fields = Map::new();
    let mut put = |name: &str, value: Value| {
        fields.insert(name.to_owned(), value);
    };
    put("id", json!(artifact.id));
    put("kind", json!(artifact.kind()));
    put("where", json!(place(inspection, &artifact.place)));
    put("container", json!(artifact.container));
    put("fingerprint_sha256", json!(artifact.fingerprint));
    if let Some(Entry::Alias(alias)) = &artifact.place.entry {
        put("alias", json!(alias));
    }
    for (name, value) in details(artifact, keys) {
        put(name, value);
    }
    Value::Object(fields)
}

type Details = Vec<(&'static str, Value)>;

fn details(artifact: &Artifact, keys: &KeyIndex<'_>) -> Details {
    match &artifact.content {
        Content::Certificate {
            certificate,
            trusted,
        } => {
            let mut details = certificate_details(certificate);
            details.push(("trusted_entry", json!(trusted)));
            details.push((
                "has_private_key",
                json!(keys.public.contains(&*certificate.spki)),
            ));
            details
        }
        Content::Crl(list) => crl_details(list),
        Content::Csr(csr) => csr_details(csr, keys),
        Content::Key {
            key, protection, ..
        } => vec![
            ("key", key_info(&key.info)),
            ("protection", json!(protection_name(protection))),
            ("lock", json!("open")),
        ],
        Content::Keystore {
            lock,
            protection,
            internals,
            ..
        } => vec![
            ("protection", json!(protection)),
            ("internals", json!(internals.as_deref())),
            ("lock", json!(lock_name(lock))),
            (
                "has_private_key",
                json!(keys.containers.contains(&artifact.id)),
            ),
        ],
        Content::LockedKey { lock, protection } => {
            vec![
                ("protection", json!(protection)),
                ("lock", json!(lock_name(lock))),
            ]
        }
        Content::NotOpened(content) => vec![("content", json!(content))],
        Content::PasswordFile { candidates } => vec![("candidates", json!(candidates))],
        Content::PublicKey(spki) => vec![("has_private_key", json!(keys.public.contains(&**spki)))],
        Content::Archive | Content::Pkcs7 | Content::Text | Content::Unknown => Vec::new(),
    }
}

fn certificate_details(certificate: &Certificate) -> Details {
    vec![
        ("subject", json!(certificate.subject.to_string())),
        ("issuer", json!(certificate.issuer.to_string())),
        ("serial", json!(certificate.serial_hex())),
        ("sans", sans(&certificate.alternative_names)),
        ("not_before", json!(certificate.not_before)),
        ("not_after", json!(certificate.not_after)),
        ("key", key_info(&certificate.key)),
        ("is_ca", json!(certificate.is_ca.unwrap_or(false))),
    ]
}

fn csr_details(csr: &Csr, keys: &KeyIndex<'_>) -> Details {
    vec![
        ("subject", json!(csr.subject.to_string())),
        ("sans", sans(&csr.alternative_names)),
        ("key", key_info(&csr.key)),
        ("has_private_key", json!(keys.public.contains(&*csr.spki))),
    ]
}

fn crl_details(list: &RevocationList) -> Details {
    vec![
        ("issuer", json!(list.issuer.to_string())),
        ("this_update", json!(list.this_update)),
        ("next_update", json!(list.next_update)),
        ("revoked", json!(list.revoked)),
    ]
}

pub(super) fn key_info(key: &KeyInfo) -> Value {
    let (algorithm, curve) = match &key.algorithm {
        KeyAlgorithm::Rsa => ("rsa", None),
        KeyAlgorithm::RsaPss => ("rsa-pss", None),
        KeyAlgorithm::Ec(curve) => ("ec", Some(&**curve)),
        KeyAlgorithm::Ed25519 => ("ed25519", None),
        KeyAlgorithm::Ed448 => ("ed448", None),
        KeyAlgorithm::Dsa => ("dsa", None),
        KeyAlgorithm::Other(oid) => (&**oid, None),
    };
    json!({ "alg": algorithm, "bits": key.bits, "curve": curve })
}

fn protection_name(protection: &Protection) -> &str {
    match protection {
        Protection::None => "none",
        Protection::Keystore => "keystore",
        Protection::Password { words, .. } => words,
    }
}

fn lock_name(lock: &Lock) -> &'static str {
    match lock {
        Lock::Open(_) => "open",
        Lock::PasswordNeeded => "password_needed",
        Lock::PasswordWrong => "password_wrong",
        Lock::TooCostly(_) => "too_costly",
        Lock::Unsupported(_) => "cipher_unsupported",
        Lock::Damaged(_) => "damaged",
    }
}

pub(super) fn sans(names: &[GeneralName]) -> Value {
    names.iter().map(|name| Value::String(san(name))).collect()
}

fn san(name: &GeneralName) -> String {
    match name {
        GeneralName::Dns(text) | GeneralName::Email(text) | GeneralName::Uri(text) => {
            text.to_string()
        }
        GeneralName::Ip(bytes) => address(bytes),
        GeneralName::Directory(name) => format!("directory:{name}"),
        GeneralName::RegisteredId(oid) => format!("oid:{oid}"),
        GeneralName::Other(oid, value) => format!("other:{oid}:{value}"),
        GeneralName::Unknown(tag, hex) => format!("unknown:{tag}:{hex}"),
    }
}

fn address(bytes: &[u8]) -> String {
    let four = <[u8; 4]>::try_from(bytes).map(|four| Ipv4Addr::from(four).to_string());
    let sixteen = || <[u8; 16]>::try_from(bytes).map(|sixteen| Ipv6Addr::from(sixteen).to_string());
    four.or_else(|_| sixteen())
        .unwrap_or_else(|_| crate::text::number::colon_hex(bytes))
}
