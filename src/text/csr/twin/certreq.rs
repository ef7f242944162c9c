//! The request with certreq.exe of Windows: an INF file whose names follow CertStrToName
//! (learn.microsoft.com: certreq, "General Syntax Rules for INF Files", CertStrToName, X500NameFlags).

use base64ct::{Base64, Encoding as _};

use super::shell::Line;
use super::{
    Asked, Encoding, Tool, Twin, TwinField, TwinFile, TwinKey, TwinNote, TwinReason, TwinRefusal,
    check, hash, words,
};
use crate::core::csr::encode::{TLS_FEATURE, key_usage};
use crate::core::csr::spec::KeyUsage;
use crate::core::csr::{AltName, Curve, NewKey, Spec, Subject};
use crate::core::kdf::Hash;
use crate::text::Lang;
use crate::text::foreign::certreq_inf;

const INF: &str = "request.inf";
/// Characters of a value that Windows' reader of INF files takes, its end mark left out.
const LONGEST: usize = 4095;
/// CERT_X500_NAME_STR, and the flags COMMA (nothing else separates), NO_PLUS, REVERSE (the last attribute
/// stands first), ENABLE_UTF8_UNICODE and FORCE_UTF8_DIR_STR.
const NAME_FLAGS: &str = "0x260C0003";

/// The INF file and the command for certreq.
pub fn twin(lang: Lang, asked: &Asked<'_>) -> Result<Twin, TwinRefusal> {
    let TwinKey::New { kind, .. } = asked.key else {
        return Err(TwinReason::ExistingKey.of(Tool::Certreq, TwinField::Key));
    };
    let command = Line::of(asked.shell, "certreq")
        .words("-new")
        .words(INF)
        .argument(asked.csr_file)
        .map(Line::finish)
        .ok_or_else(|| TwinReason::Shell(asked.shell).of(Tool::Certreq, TwinField::CsrFile))?;
    let mut notes = vec![TwinNote::KeyStaysInWindows, TwinNote::AcceptLater];
    if asked.spec.challenge.is_some() {
        notes.push(TwinNote::ChallengeLeftOut(Tool::Certreq));
    }
    Ok(Twin {
        files: vec![TwinFile {
            name: INF,
            content: inf(lang, asked, kind)?,
            encoding: Encoding::Utf16,
        }],
        commands: vec![command],
        notes,
    })
}

fn inf(lang: Lang, asked: &Asked<'_>, kind: NewKey) -> Result<String, TwinRefusal> {
    let spec = asked.spec;
    let mut lines = vec![
        format!("; {}", words::inf_comment(lang)),
        "[Version]".to_owned(),
        "Signature = \"$Windows NT$\"".to_owned(),
        String::new(),
        "[NewRequest]".to_owned(),
    ];
    lines.extend(new_request(asked, kind)?);
    if !spec.extended_usage.is_empty() {
        lines.extend([String::new(), "[EnhancedKeyUsageExtension]".to_owned()]);
        lines.extend(spec.extended_usage.iter().map(|oid| format!("OID = {oid}")));
    }
    let extensions = extensions(spec)?;
    if !extensions.is_empty() {
        lines.extend([String::new(), "[Extensions]".to_owned()]);
        lines.extend(extensions);
    }
    lines.push(String::new());
    Ok(lines.join("\r\n"))
}

fn new_request(asked: &Asked<'_>, kind: NewKey) -> Result<Vec<String>, TwinRefusal> {
    let spec = asked.spec;
    let mut lines = Vec::new();
    if !spec.subject.0.is_empty() {
        let subject = inf_value(&name(&spec.subject), TwinField::Subject)?;
        lines.push(format!("Subject = {subject}"));
        lines.push(format!("X500NameFlags = {NAME_FLAGS}"));
    }
    if let Some(friendly) = friendly_name(spec) {
        lines.push(format!(
            "FriendlyName = {}",
            inf_value(&friendly, TwinField::Subject)?
        ));
    }
    let key = key(kind).ok_or(TwinReason::Unknown.of(Tool::Certreq, TwinField::Key))?;
    lines.extend(key.map(str::to_owned));
    lines.push(format!("HashAlgorithm = {}", digest(asked)?));
    if let Some(usage) = spec.key_usage.filter(|usage| usage.is_critical) {
        lines.push(format!("KeyUsage = 0x{:X}", windows_bits(usage)));
    }
    let fixed = [
        "MachineKeySet = TRUE",
        "Exportable = TRUE",
        "RequestType = PKCS10",
        "SuppressDefaults = TRUE",
    ];
    lines.extend(fixed.map(str::to_owned));
    Ok(lines)
}

/// The lines that choose a key. RSA in the provider that every Windows web server takes; curves are known
/// to the newer one alone.
const fn key(kind: NewKey) -> Option<[&'static str; 4]> {
    const RSA: &str = "ProviderName = \"Microsoft RSA SChannel Cryptographic Provider\"";
    const CNG: &str = "ProviderName = \"Microsoft Software Key Storage Provider\"";
    Some(match kind {
        NewKey::Rsa2048 => [
            "KeyAlgorithm = RSA",
            "KeyLength = 2048",
            RSA,
            "KeySpec = AT_KEYEXCHANGE",
        ],
        NewKey::Rsa3072 => [
            "KeyAlgorithm = RSA",
            "KeyLength = 3072",
            RSA,
            "KeySpec = AT_KEYEXCHANGE",
        ],
        NewKey::Rsa4096 => [
            "KeyAlgorithm = RSA",
            "KeyLength = 4096",
            RSA,
            "KeySpec = AT_KEYEXCHANGE",
        ],
        NewKey::Ec(Curve::P256) => [
            "KeyAlgorithm = ECDSA_P256",
            "KeyLength = 256",
            CNG,
            "KeySpec = AT_NONE",
        ],
        NewKey::Ec(Curve::P384) => [
            "KeyAlgorithm = ECDSA_P384",
            "KeyLength = 384",
            CNG,
            "KeySpec = AT_NONE",
        ],
        NewKey::Ec(Curve::P521) => [
            "KeyAlgorithm = ECDSA_P521",
            "KeyLength = 521",
            CNG,
            "KeySpec = AT_NONE",
        ],
        NewKey::Ed25519 | NewKey::Sm2 => return None,
    })
}

fn digest(asked: &Asked<'_>) -> Result<&'static str, TwinRefusal> {
    match hash(asked) {
        Some(Hash::Sha1) => Ok("sha1"),
        Some(Hash::Sha256) => Ok("sha256"),
        Some(Hash::Sha384) => Ok("sha384"),
        Some(Hash::Sha512) => Ok("sha512"),
        _ => Err(TwinReason::Unknown.of(Tool::Certreq, TwinField::Hash)),
    }
}

/// A name as CertStrToName reads it, the last attribute first. Every value stands in quotes, in which
/// nothing acts but the quote itself, which is doubled.
fn name(subject: &Subject) -> String {
    let attributes = subject.0.iter().rev();
    let written = attributes.map(|field| {
        let value = field.value.replace('"', "\"\"");
        format!("{}=\"{value}\"", attribute(&field.oid))
    });
    written.collect::<Vec<_>>().join(",")
}

/// The keyword of an attribute in Windows, else `OID.` and its identifier.
fn attribute(oid: &str) -> String {
    let keyword = match oid {
        "2.5.4.3" => "CN",
        "2.5.4.5" => "SERIALNUMBER",
        "2.5.4.6" => "C",
        "2.5.4.7" => "L",
        "2.5.4.8" => "S",
        "2.5.4.10" => "O",
        "2.5.4.11" => "OU",
        "0.9.2342.19200300.100.1.25" => "DC",
        "1.2.840.113549.1.9.1" => "E",
        dotted => return format!("OID.{dotted}"),
    };
    keyword.to_owned()
}

/// What the certificate is called in Windows' store: its common name, else its first alternative name.
fn friendly_name(spec: &Spec) -> Option<String> {
    let common = spec.subject.value_of("2.5.4.3").map(str::to_owned);
    common.or_else(|| spec.names.first().map(check::shown))
}

fn extensions(spec: &Spec) -> Result<Vec<String>, TwinRefusal> {
    let mut lines = Vec::new();
    if let Some(usage) = spec.key_usage.filter(|usage| !usage.is_critical) {
        // The key KeyUsage makes a critical extension; this one is not.
        lines.push(extension("2.5.29.15", &key_usage(usage)));
    }
    let words: Option<Vec<String>> = spec.names.iter().map(alternative).collect();
    match (spec.names.is_empty(), words) {
        (true, _) => {}
        (false, Some(words)) => lines.extend(names(&words)?),
        (false, None) => {
            let der = check::names_der(Tool::Certreq, &spec.names)?;
            lines.push(extension("2.5.29.17", &der));
        }
    }
    if spec.must_staple {
        // status_request (RFC 7633).
        lines.push(extension(TLS_FEATURE, &[0x30, 0x03, 0x02, 0x01, 0x05]));
    }
    Ok(lines)
}

/// An extension as its bytes in Base64.
fn extension(oid: &str, value: &[u8]) -> String {
    format!("{oid} = \"{}\"", Base64::encode_string(value))
}

/// The lines of the alternative names, each but the last with the mark that parts them.
fn names(words: &[String]) -> Result<Vec<String>, TwinRefusal> {
    let mut lines = vec!["2.5.29.17 = \"{text}\"".to_owned()];
    for (index, word) in words.iter().enumerate() {
        let end = if index + 1 < words.len() { "&" } else { "" };
        let value = inf_value(&format!("{word}{end}"), TwinField::AltName(word.clone()))?;
        lines.push(format!("_continue_ = {value}"));
    }
    Ok(lines)
}

/// A name in certreq's words; `None` where it has none, or would cut the text at a mark that nothing escapes.
fn alternative(name: &AltName) -> Option<String> {
    let kind = match name {
        AltName::Dns(_) => "dns",
        AltName::Ip(_) => "ipaddress",
        AltName::Email(_) => "email",
        AltName::Uri(_) => "url",
        AltName::Upn(_) => "upn",
        AltName::RegisteredId(_) => "registeredid",
        AltName::Directory(_) => return None,
    };
    let text = check::shown(name);
    let is_whole = !text.contains(['&', '"', '{', '}']) && text.trim() == text;
    is_whole.then(|| format!("{kind}={text}"))
}

/// A value in quotes.
fn inf_value(text: &str, field: TwinField) -> Result<String, TwinRefusal> {
    if text.encode_utf16().count() > LONGEST {
        return Err(TwinReason::TooLong(LONGEST).of(Tool::Certreq, field));
    }
    certreq_inf(text).ok_or_else(|| TwinReason::Hidden.of(Tool::Certreq, field))
}

/// The bits as Windows counts them: bit 0 is the highest of the first octet, bit 8 of the second.
const fn windows_bits(usage: KeyUsage) -> u16 {
    (usage.bits >> 1) | ((usage.bits & 1) << 15)
}

#[cfg(test)]
mod tests {
    use super::{KeyUsage, windows_bits};

    fn usage(bits: u16) -> KeyUsage {
        KeyUsage {
            bits,
            is_critical: false,
        }
    }

    #[test]
    fn bits_of_key_usage_are_those_that_windows_knows() {
        let server = KeyUsage::DIGITAL_SIGNATURE | KeyUsage::KEY_ENCIPHERMENT;
        assert_eq!(windows_bits(usage(server)), 0xA0);
        assert_eq!(windows_bits(usage(KeyUsage::DECIPHER_ONLY)), 0x8000);
    }
}
