//! What no program can carry, before one is asked: hidden characters, empty values, letters that a field's
//! string type does not have, identifiers that are none.

use super::{Asked, Tool, TwinField, TwinReason, TwinRefusal};
use crate::core::csr::encode::{alternative_names, is_printable};
use crate::core::csr::{AltName, Subject};
use crate::core::der::is_oid;
use crate::text::foreign::is_plain;

/// countryName, PrintableString (RFC 5280 appendix A).
const COUNTRY: &str = "2.5.4.6";
/// serialNumber and dnQualifier, PrintableString; jurisdictionCountryName of the EV guidelines too.
const PRINTABLE: [&str; 4] = [COUNTRY, "2.5.4.5", "2.5.4.46", "1.3.6.1.4.1.311.60.2.1.3"];
/// domainComponent (RFC 4519) and emailAddress (RFC 2985), IA5String.
const IA5: [&str; 2] = ["0.9.2342.19200300.100.1.25", "1.2.840.113549.1.9.1"];

/// Checks whatever holds for every program.
pub fn check(tool: Tool, asked: &Asked<'_>) -> Result<(), TwinRefusal> {
    let spec = asked.spec;
    subject(tool, &spec.subject)?;
    for name in &spec.names {
        let field = || TwinField::AltName(shown(name));
        alternative(tool, name).map_err(|reason| reason.of(tool, field()))?;
    }
    for usage in &spec.extended_usage {
        if !is_oid(usage) {
            return Err(TwinReason::NotAnOid.of(tool, TwinField::ExtendedUsage(usage.clone())));
        }
    }
    if spec.key_usage.is_some_and(|usage| usage.bits == 0) {
        return Err(TwinReason::Empty.of(tool, TwinField::KeyUsage));
    }
    let challenge = spec.challenge.as_deref().map_or(Ok(()), value);
    challenge.map_err(|reason| reason.of(tool, TwinField::Challenge))?;
    for (file, field) in [
        (asked.csr_file, TwinField::CsrFile),
        (asked.key_file, TwinField::KeyFile),
    ] {
        value(file).map_err(|reason| reason.of(tool, field))?;
    }
    Ok(())
}

fn subject(tool: Tool, subject: &Subject) -> Result<(), TwinRefusal> {
    for field in &subject.0 {
        let named = || TwinField::SubjectField(field.oid.clone());
        attribute(&field.oid, &field.value).map_err(|reason| reason.of(tool, named()))?;
    }
    Ok(())
}

fn attribute(oid: &str, text: &str) -> Result<(), TwinReason> {
    value(text)?;
    if !is_oid(oid) {
        return Err(TwinReason::NotAnOid);
    }
    let is_right = match oid {
        COUNTRY => text.len() == 2 && is_printable(text),
        _ if PRINTABLE.contains(&oid) => is_printable(text),
        _ if IA5.contains(&oid) => text.is_ascii(),
        _ => true,
    };
    if is_right {
        Ok(())
    } else {
        Err(TwinReason::Letters)
    }
}

fn alternative(tool: Tool, name: &AltName) -> Result<(), TwinReason> {
    match name {
        AltName::Dns(text) | AltName::Email(text) | AltName::Uri(text) => {
            value(text)?;
            let is_right = text.chars().all(|char| char.is_ascii_graphic());
            if is_right {
                Ok(())
            } else {
                Err(TwinReason::Letters)
            }
        }
        AltName::Ip(_) => Ok(()),
        AltName::Directory(name) if name.0.is_empty() => Err(TwinReason::Empty),
        AltName::Directory(name) => subject(tool, name).map_err(|refusal| refusal.reason),
        AltName::Upn(text) => value(text),
        AltName::RegisteredId(oid) if is_oid(oid) => Ok(()),
        AltName::RegisteredId(_) => Err(TwinReason::NotAnOid),
    }
}

fn value(text: &str) -> Result<(), TwinReason> {
    match text {
        "" => Err(TwinReason::Empty),
        _ if !is_plain(text) => Err(TwinReason::Hidden),
        _ => Ok(()),
    }
}

/// A name as the refusal shows it.
pub fn shown(name: &AltName) -> String {
    match name {
        AltName::Dns(text) | AltName::Email(text) | AltName::Uri(text) | AltName::Upn(text) => {
            text.clone()
        }
        AltName::Ip(address) => address.to_string(),
        AltName::Directory(subject) => {
            let values = subject.0.iter().map(|field| field.value.as_str());
            values.collect::<Vec<_>>().join(", ")
        }
        AltName::RegisteredId(oid) => oid.to_string(),
    }
}

/// The subjectAltName's value in DER, for programs that have no words for some name in it.
pub fn names_der(tool: Tool, names: &[AltName]) -> Result<Vec<u8>, TwinRefusal> {
    alternative_names(names).map_err(|_| {
        let first = names.first().map(shown).unwrap_or_default();
        TwinReason::Letters.of(tool, TwinField::AltName(first))
    })
}

/// Bytes in hex, parted by colons.
pub fn hex(bytes: &[u8]) -> String {
    let bytes: Vec<String> = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
    bytes.join(":")
}
