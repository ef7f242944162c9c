//! The request with keytool of Java: a keystore with a new key, then the request. Everything foreign stands
//! in the arguments, in letters on which no shell acts.

use std::fmt::Write as _;

use super::shell::Line;
use super::{
    Asked, Tool, Twin, TwinField, TwinKey, TwinNote, TwinReason, TwinRefusal, check, hash,
};
use crate::core::csr::spec::KeyUsage;
use crate::core::csr::{AltName, Curve, NewKey, Spec, Subject};
use crate::core::kdf::Hash;

/// The entry in the keystore.
const ALIAS: &str = "server";

/// Commands for keytool.
pub fn twin(asked: &Asked<'_>) -> Result<Twin, TwinRefusal> {
    let TwinKey::New { kind, .. } = asked.key else {
        return Err(TwinReason::ExistingKey.of(Tool::Keytool, TwinField::Key));
    };
    if asked.spec.subject.0.is_empty() {
        return Err(TwinReason::Empty.of(Tool::Keytool, TwinField::Subject));
    }
    let keystore = keystore_name(asked.key_file);
    let commands = vec![
        make_key(asked, kind, &keystore)?,
        make_request(asked, kind, &keystore)?,
    ];
    let mut notes = vec![
        TwinNote::KeystoreAsked(keystore),
        TwinNote::PlainStrings,
        TwinNote::KeyIdentifierAdded,
    ];
    let fields = &asked.spec.subject.0;
    if fields
        .iter()
        .any(|field| distinguished(&field.value) != field.value)
    {
        notes.push(TwinNote::BytesForLetters);
    }
    if asked.spec.challenge.is_some() {
        notes.push(TwinNote::ChallengeLeftOut(Tool::Keytool));
    }
    Ok(Twin {
        files: Vec::new(),
        commands,
        notes,
    })
}

fn make_key(asked: &Asked<'_>, kind: NewKey, keystore: &str) -> Result<String, TwinRefusal> {
    let algorithm = algorithm(kind).ok_or(TwinReason::Unknown.of(Tool::Keytool, TwinField::Key))?;
    let line = Line::of(asked.shell, "keytool")
        .words("-genkeypair -alias")
        .words(ALIAS)
        .words(algorithm)
        .words("-dname")
        .argument(&name(&asked.spec.subject))
        .ok_or_else(|| unwritable(asked, TwinField::Subject))?;
    let line = line.words("-storetype PKCS12 -keystore").argument(keystore);
    line.map(Line::finish)
        .ok_or_else(|| unwritable(asked, TwinField::KeyFile))
}

fn make_request(asked: &Asked<'_>, kind: NewKey, keystore: &str) -> Result<String, TwinRefusal> {
    let line = Line::of(asked.shell, "keytool")
        .words("-certreq -alias")
        .words(ALIAS);
    let mut line = line
        .words("-keystore")
        .argument(keystore)
        .ok_or_else(|| unwritable(asked, TwinField::KeyFile))?;
    if let Some(signature) = signature(asked, kind)? {
        line = line.words("-sigalg").words(&signature);
    }
    for (extension, field) in extensions(asked.spec)? {
        line = line
            .words("-ext")
            .argument(&extension)
            .ok_or_else(|| unwritable(asked, field))?;
    }
    line.words("-file")
        .argument(asked.csr_file)
        .map(Line::finish)
        .ok_or_else(|| unwritable(asked, TwinField::CsrFile))
}

/// The options of `-genkeypair` for a kind of key; Java has no SM2 of its own.
const fn algorithm(kind: NewKey) -> Option<&'static str> {
    Some(match kind {
        NewKey::Rsa2048 => "-keyalg RSA -keysize 2048",
        NewKey::Rsa3072 => "-keyalg RSA -keysize 3072",
        NewKey::Rsa4096 => "-keyalg RSA -keysize 4096",
        NewKey::Ec(Curve::P256) => "-keyalg EC -groupname secp256r1",
        NewKey::Ec(Curve::P384) => "-keyalg EC -groupname secp384r1",
        NewKey::Ec(Curve::P521) => "-keyalg EC -groupname secp521r1",
        NewKey::Ed25519 => "-keyalg Ed25519",
        NewKey::Sm2 => return None,
    })
}

fn signature(asked: &Asked<'_>, kind: NewKey) -> Result<Option<String>, TwinRefusal> {
    let Some(hash) = hash(asked) else {
        return Ok(None);
    };
    let digest = match hash {
        Hash::Sha1 => "SHA1",
        Hash::Sha224 => "SHA224",
        Hash::Sha256 => "SHA256",
        Hash::Sha384 => "SHA384",
        Hash::Sha512 => "SHA512",
        Hash::Md5 | Hash::Sha512_224 | Hash::Sha512_256 => {
            return Err(TwinReason::Unknown.of(Tool::Keytool, TwinField::Hash));
        }
    };
    let scheme = if matches!(kind, NewKey::Ec(_)) {
        "ECDSA"
    } else {
        "RSA"
    };
    Ok(Some(format!("{digest}with{scheme}")))
}

/// A name as `sun.security.x509.X500Name` reads it: the last attribute first.
fn name(subject: &Subject) -> String {
    let attributes = subject.0.iter().rev();
    let written =
        attributes.map(|field| format!("{}={}", key(&field.oid), distinguished(&field.value)));
    written.collect::<Vec<_>>().join(", ")
}

/// The keyword of an attribute, else `OID.` and its identifier.
fn key(oid: &str) -> String {
    let keyword = match oid {
        "2.5.4.3" => "CN",
        "2.5.4.6" => "C",
        "2.5.4.7" => "L",
        "2.5.4.8" => "ST",
        "2.5.4.10" => "O",
        "2.5.4.11" => "OU",
        "0.9.2342.19200300.100.1.25" => "DC",
        "1.2.840.113549.1.9.1" => "EMAILADDRESS",
        dotted => return format!("OID.{dotted}"),
    };
    keyword.to_owned()
}

/// A value with every character that Java, a shell or a code page could act on as its bytes in UTF-8, each
/// `\XX` (RFC 4514 section 2.4). Java loses a space before such bytes, so spaces beside any are bytes too.
fn distinguished(value: &str) -> String {
    let is_plain = |char: char| char.is_ascii_alphanumeric() || ".-_:/@()*".contains(char);
    let is_harmless =
        value.trim() == value && value.chars().all(|char| is_plain(char) || char == ' ');
    if is_harmless {
        return value.to_owned();
    }
    let mut out = String::with_capacity(3 * value.len());
    for char in value.chars() {
        if is_plain(char) {
            out.push(char);
            continue;
        }
        for byte in char.encode_utf8(&mut [0; 4]).bytes() {
            // Writing to a String cannot fail.
            let _ = write!(out, "\\{byte:02X}");
        }
    }
    out
}

/// The values of `-ext`, each with the field that it is about.
fn extensions(spec: &Spec) -> Result<Vec<(String, TwinField)>, TwinRefusal> {
    let mut found = Vec::new();
    if let Some(usage) = spec.key_usage {
        let bits = KeyUsage::NAMES
            .iter()
            .filter(|(bit, _)| usage.bits & bit != 0);
        let names: Vec<&str> = bits.map(|(_, name)| *name).collect();
        let mark = if usage.is_critical { ":critical" } else { "" };
        found.push((format!("ku{mark}={}", names.join(",")), TwinField::KeyUsage));
    }
    if let Some(first) = spec.extended_usage.first() {
        let usages = format!("eku={}", spec.extended_usage.join(","));
        found.push((usages, TwinField::ExtendedUsage(first.clone())));
    }
    if let Some(first) = spec.names.first() {
        let words: Option<Vec<String>> = spec.names.iter().map(alternative).collect();
        let names = match words {
            Some(words) => format!("san={}", words.join(",")),
            None => {
                let der = check::names_der(Tool::Keytool, &spec.names)?;
                format!("2.5.29.17={}", check::hex(&der))
            }
        };
        found.push((names, TwinField::AltName(check::shown(first))));
    }
    if spec.must_staple {
        // id-pe-tlsfeature with status_request (RFC 7633); it has no word of its own.
        let staple = "1.3.6.1.5.5.7.1.24=30:03:02:01:05".to_owned();
        found.push((
            staple,
            TwinField::ExtendedUsage("1.3.6.1.5.5.7.1.24".into()),
        ));
    }
    Ok(found)
}

/// A name in keytool's words; `None` where it has none, or reads the text otherwise than it stands.
fn alternative(name: &AltName) -> Option<String> {
    let (kind, odd) = match name {
        AltName::Dns(_) => ("dns", "-._*"),
        AltName::Ip(_) => ("ip", ".:"),
        AltName::Email(_) => ("email", "-._@+"),
        AltName::Uri(_) => ("uri", "-._:/?=&"),
        AltName::RegisteredId(_) => ("oid", "."),
        AltName::Directory(_) | AltName::Upn(_) => return None,
    };
    let text = check::shown(name);
    let is_simple = |char: char| char.is_ascii_alphanumeric() || odd.contains(char);
    text.chars()
        .all(is_simple)
        .then(|| format!("{kind}:{text}"))
}

/// The key's file as a keystore's.
fn keystore_name(key_file: &str) -> String {
    let stem = key_file
        .strip_suffix(".key")
        .or_else(|| key_file.strip_suffix(".pem"));
    format!("{}.p12", stem.unwrap_or(key_file))
}

fn unwritable(asked: &Asked<'_>, field: TwinField) -> TwinRefusal {
    TwinReason::Shell(asked.shell).of(Tool::Keytool, field)
}
