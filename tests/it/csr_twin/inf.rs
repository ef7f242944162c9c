//! certreq's file, judged by a reader of its documented grammar: General Syntax Rules for INF Files, the page
//! of certreq, CertStrToName. certreq itself runs on Windows alone.

use base64ct::{Base64, Encoding as _};
use certwright::core::csr::encode;
use certwright::core::csr::spec::KeyUsage;
use certwright::core::csr::{AltName, Curve, NewKey, Spec};
use certwright::text::Lang;
use certwright::text::csr::twin::{Encoding, Tool, twin};

use super::specs::{CN, HOSTILE, O, OU, asked, server, specs, subject};

/// A section: its name and its entries.
type Section = (String, Vec<(String, String)>);

/// Characters of a field that Windows takes, the end mark left out.
const LONGEST: usize = 4095;

/// Reads a file in UTF-16 with a mark.
fn read(bytes: &[u8]) -> Result<Vec<Section>, String> {
    let units: Vec<u16> = bytes
        .chunks(2)
        .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
        .collect();
    let text = String::from_utf16(&units).map_err(|fault| fault.to_string())?;
    let text = text.strip_prefix('\u{feff}').ok_or("no mark")?;
    let mut sections: Vec<Section> = Vec::new();
    for line in text.split("\r\n") {
        if line.contains(['\r', '\n']) {
            return Err("a bare line end".to_owned());
        }
        let line = line.trim();
        if line.is_empty() || line.starts_with(';') {
            continue;
        }
        if let Some(name) = line.strip_prefix('[') {
            let name = name.strip_suffix(']').ok_or("a section without its end")?;
            sections.push((name.to_owned(), Vec::new()));
            continue;
        }
        let (key, value) = line.split_once('=').ok_or("no value")?;
        let entry = (key.trim().to_owned(), field(value.trim())?);
        sections.last_mut().ok_or("no section")?.1.push(entry);
    }
    Ok(sections)
}

/// One field: quotes in which a quote is doubled, or bare text; then `%%` for a percent sign, and no token,
/// for there is no section of strings.
fn field(text: &str) -> Result<String, String> {
    let mut out = String::new();
    let mut chars = text.chars().peekable();
    let mut is_quoted = false;
    while let Some(char) = chars.next() {
        match char {
            '"' if is_quoted && chars.peek() == Some(&'"') => out.extend(chars.next()),
            '"' => is_quoted = !is_quoted,
            ',' | ';' | '\\' if !is_quoted => return Err(format!("{char} acts in {text}")),
            '%' if chars.next() != Some('%') => return Err(format!("a token in {text}")),
            char => out.push(char),
        }
    }
    if is_quoted || out.encode_utf16().count() > LONGEST {
        return Err(format!("no end or too long: {text}"));
    }
    Ok(out)
}

/// CertStrToName with its flags.
fn name(text: &str, flags: u32) -> Result<Vec<(String, String)>, String> {
    const COMMA: u32 = 0x0400_0000;
    const NO_PLUS: u32 = 0x2000_0000;
    const REVERSE: u32 = 0x0200_0000;
    const FORCE_UTF8: u32 = 0x0008_0000;
    let needed = COMMA | NO_PLUS | REVERSE | FORCE_UTF8;
    if flags & needed != needed || flags & 0xf != 3 {
        return Err(format!("flags {flags:x}"));
    }
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let (key, after) = rest.split_once('=').ok_or("no key")?;
        let (value, after) = value(after.trim_start())?;
        found.push((oid(key.trim())?, value));
        rest = after.trim_start();
        if !rest.is_empty() {
            rest = rest
                .strip_prefix(',')
                .ok_or(format!("no comma before {rest}"))?;
        }
    }
    found.reverse();
    Ok(found)
}

fn value(text: &str) -> Result<(String, &str), String> {
    let Some(inside) = text.strip_prefix('"') else {
        if text.starts_with('#') {
            return Err("bytes".to_owned());
        }
        let (value, after) = text.split_at(text.find(',').unwrap_or(text.len()));
        return Ok((value.trim_end().to_owned(), after));
    };
    let mut out = String::new();
    let mut chars = inside.char_indices().peekable();
    while let Some((index, char)) = chars.next() {
        if char != '"' {
            out.push(char);
        } else if chars.peek().is_some_and(|(_, next)| *next == '"') {
            chars.next();
            out.push('"');
        } else {
            return Ok((out, inside.get(index + 1..).unwrap_or_default()));
        }
    }
    Err("a quote without its end".to_owned())
}

fn oid(key: &str) -> Result<String, String> {
    let known = match key {
        "CN" => "2.5.4.3",
        "SERIALNUMBER" => "2.5.4.5",
        "C" => "2.5.4.6",
        "L" => "2.5.4.7",
        "S" => "2.5.4.8",
        "O" => "2.5.4.10",
        "OU" => "2.5.4.11",
        "DC" => "0.9.2342.19200300.100.1.25",
        "E" => "1.2.840.113549.1.9.1",
        other => other
            .strip_prefix("OID.")
            .ok_or(format!("the key {other}"))?,
    };
    Ok(known.to_owned())
}

/// A name of a `{text}` list.
fn alternative(text: &str) -> Result<AltName, String> {
    let (kind, value) = text.split_once('=').ok_or("no kind")?;
    let value = value.to_owned();
    Ok(match kind {
        "dns" => AltName::Dns(value),
        "ipaddress" => AltName::Ip(value.parse().map_err(|_| value)?),
        "email" => AltName::Email(value),
        "url" => AltName::Uri(value),
        "upn" => AltName::Upn(value),
        "registeredid" => AltName::RegisteredId(value.into()),
        other => return Err(format!("the kind {other}")),
    })
}

/// The file's entries, and what certreq reads out of them.
struct Inf(Vec<Section>);

impl Inf {
    fn section(&self, name: &str) -> &[(String, String)] {
        let section = self.0.iter().find(|(own, _)| own == name);
        section.map_or(&[], |(_, entries)| entries)
    }

    fn value(&self, key: &str) -> Option<&str> {
        let entries = self.section("NewRequest").iter();
        let mut found = entries.filter(|(own, _)| own == key);
        let value = found.next().map(|(_, value)| value.as_str());
        assert!(found.next().is_none(), "{key} twice");
        value
    }

    fn subject(&self) -> Vec<(String, String)> {
        let Some(text) = self.value("Subject") else {
            return Vec::new();
        };
        let flags = self.value("X500NameFlags").expect("flags");
        let flags = u32::from_str_radix(flags.strip_prefix("0x").unwrap(), 16).unwrap();
        name(text, flags).expect("a name")
    }

    /// An extension's bytes: Base64, or names in words.
    fn extension(&self, oid: &str) -> Option<Vec<u8>> {
        let entries = self.section("Extensions");
        let at = entries.iter().position(|(key, _)| key == oid)?;
        let mut value = entries[at].1.clone();
        let more = entries[at + 1..].iter();
        for (_, next) in more.take_while(|(key, _)| key == "_continue_") {
            value.push_str(next);
        }
        let Some(text) = value.strip_prefix("{text}") else {
            return Some(Base64::decode_vec(&value).expect("Base64"));
        };
        let names = text
            .split('&')
            .map(|name| alternative(name).expect("a name"));
        Some(encode::alternative_names(&names.collect::<Vec<_>>()).unwrap())
    }

    fn critical_usage(&self) -> Option<u16> {
        let hex = self.value("KeyUsage")?.strip_prefix("0x").unwrap();
        let windows = u16::from_str_radix(hex, 16).unwrap();
        Some((windows & 0xff) << 1 | windows >> 15)
    }
}

fn judged(what: &str, spec: &Spec, kind: NewKey) {
    let twin = twin(Lang::Zh, Tool::Certreq, &asked(spec, kind))
        .unwrap_or_else(|fault| panic!("{what}: {fault:?}"));
    let [file] = &*twin.files else {
        panic!("one file");
    };
    assert_eq!(file.encoding, Encoding::Utf16);
    let inf = Inf(
        read(&file.bytes()).unwrap_or_else(|fault| panic!("{what}: {fault}\n{}", file.content))
    );
    assert_eq!(
        inf.section("Version"),
        [("Signature".to_owned(), "$Windows NT$".to_owned())]
    );
    let subject: Vec<(String, String)> = spec
        .subject
        .0
        .iter()
        .map(|field| (field.oid.to_string(), field.value.clone()))
        .collect();
    assert_eq!(inf.subject(), subject, "{what}");
    let names = (!spec.names.is_empty()).then(|| encode::alternative_names(&spec.names).unwrap());
    assert_eq!(inf.extension("2.5.29.17"), names, "{what}");
    let staple = spec.must_staple.then(|| vec![0x30, 3, 2, 1, 5]);
    assert_eq!(inf.extension(encode::TLS_FEATURE), staple, "{what}");
    let usages = inf.section("EnhancedKeyUsageExtension").iter();
    let usages: Vec<&str> = usages.map(|(_, oid)| oid.as_str()).collect();
    assert_eq!(usages, spec.extended_usage, "{what}");
    let critical = spec.key_usage.filter(|usage| usage.is_critical);
    assert_eq!(
        inf.critical_usage(),
        critical.map(|usage| usage.bits),
        "{what}"
    );
    let other = spec.key_usage.filter(|usage| !usage.is_critical);
    assert_eq!(
        inf.extension("2.5.29.15"),
        other.map(encode::key_usage),
        "{what}"
    );
    assert_eq!(inf.value("RequestType"), Some("PKCS10"));
    assert_eq!(inf.value("MachineKeySet"), Some("TRUE"));
}

#[test]
fn the_judge_knows_wrong_from_right() {
    assert_eq!(field("\"a \"\"b\"\" 5 %%\"").as_deref(), Ok("a \"b\" 5 %"));
    for wrong in ["\"%PATH%\"", "\"a", "a;b", "a,b", "\"a\" \"b"] {
        assert!(field(wrong).is_err(), "{wrong}");
    }
    let flags = 0x260C_0003;
    let read = name("CN=\"a \"\"b\"\", c\",O=x", flags).unwrap();
    assert_eq!(read[1], (CN.to_owned(), "a \"b\", c".to_owned()));
    assert!(name("CN=\"a\" b", flags).is_err());
    assert!(name("CN=#3031", flags).is_err());
    assert!(name("XX=a", flags).is_err());
    assert!(alternative("ip address=1").is_err());
}

#[test]
fn everything_that_can_be_asked_for_is_in_the_file() {
    for (what, spec) in specs() {
        judged(what, &spec, NewKey::Rsa2048);
    }
}

#[test]
fn every_kind_of_key_that_windows_has_is_named() {
    let algorithm = |kind: NewKey| {
        let spec = server();
        judged(kind.name(), &spec, kind);
        let twin = twin(Lang::En, Tool::Certreq, &asked(&spec, kind)).unwrap();
        let inf = Inf(read(&twin.files[0].bytes()).unwrap());
        let value = |key: &str| inf.value(key).unwrap().to_owned();
        format!(
            "{} {} {}",
            value("KeyAlgorithm"),
            value("KeyLength"),
            value("HashAlgorithm")
        )
    };
    assert_eq!(algorithm(NewKey::Rsa2048), "RSA 2048 sha256");
    assert_eq!(algorithm(NewKey::Rsa3072), "RSA 3072 sha256");
    assert_eq!(algorithm(NewKey::Rsa4096), "RSA 4096 sha256");
    assert_eq!(algorithm(NewKey::Ec(Curve::P256)), "ECDSA_P256 256 sha256");
    assert_eq!(algorithm(NewKey::Ec(Curve::P384)), "ECDSA_P384 384 sha384");
    assert_eq!(algorithm(NewKey::Ec(Curve::P521)), "ECDSA_P521 521 sha512");
}

#[test]
fn no_value_becomes_another() {
    for name in HOSTILE {
        let spec = Spec {
            subject: subject(&[(O, name), (OU, "plain"), (OU, name), (CN, name)]),
            names: vec![
                AltName::Upn(name.to_owned()),
                AltName::Dns("a.example".to_owned()),
            ],
            key_usage: Some(KeyUsage {
                bits: KeyUsage::DIGITAL_SIGNATURE | KeyUsage::DECIPHER_ONLY,
                is_critical: true,
            }),
            ..Spec::default()
        };
        judged(name, &spec, NewKey::Ec(Curve::P256));
    }
}
