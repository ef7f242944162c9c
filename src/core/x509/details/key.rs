//! The public key: modulus and exponent, curve and point, or the bytes.

use super::super::der::{Reader, Value, tag};
use super::super::oid;
use super::super::public_key::KeyInfo;
use super::fields::parameters;
use super::{Label, Line, LineValue, Lines, any_value, integer};

pub(super) fn lines(whole: &[u8]) -> Vec<Line> {
    let mut lines = Lines::new(super::LINES);
    let mut spki = Reader::new(whole).next().map(|spki| spki.inside());
    let algorithm = spki.as_mut().and_then(|parts| parts.next());
    let key = spki.as_mut().and_then(|parts| parts.next());
    if let (Some(algorithm), Some(key)) = (algorithm, key) {
        known(whole, &algorithm, &key, &mut lines);
    } else {
        let raw = LineValue::Hex(whole.into());
        lines.add(Label::RawValue, raw);
    }
    lines.finish()
}

fn known(whole: &[u8], algorithm: &Value<'_>, key: &Value<'_>, lines: &mut Lines) {
    let oid = algorithm.inside().optional(tag::OID);
    let oid = oid.map_or(oid::Oid::Borrowed("?"), |oid| oid::dotted(oid.content));
    lines.add(Label::Algorithm, LineValue::Oid(oid.clone()));
    let bits = KeyInfo::from_spki(whole).bits;
    if bits > 0 {
        let bits = i128::from(bits);
        lines.add(Label::KeySize, LineValue::Number(bits));
    }
    let bytes = key.bit_string().map_or(key.content, |(bytes, _)| bytes);
    let shown = match &*oid {
        "1.2.840.113549.1.1.1" => rsa(bytes, lines),
        "1.2.840.113549.1.1.10" => {
            parameters(algorithm, lines);
            rsa(bytes, lines)
        }
        "1.2.840.10045.2.1" => elliptic(algorithm, bytes, lines),
        "1.2.840.10040.4.1" => dsa(algorithm, bytes, lines),
        _ => None,
    };
    if shown.is_none() {
        parameters(algorithm, lines);
        lines.add(Label::PublicKeyValue, LineValue::Hex(bytes.into()));
    }
}

/// RSAPublicKey (RFC 8017 appendix A.1.1).
fn rsa(bytes: &[u8], lines: &mut Lines) -> Option<()> {
    let mut parts = super::super::der::single(bytes, tag::SEQUENCE)?.inside();
    let modulus = parts.optional(tag::INTEGER)?.content;
    let exponent = parts.optional(tag::INTEGER)?.content;
    let modulus = modulus.strip_prefix(&[0]).unwrap_or(modulus);
    lines.add(Label::Modulus, LineValue::Hex(modulus.into()));
    lines.add(Label::Exponent, integer(exponent));
    Some(())
}

/// A named curve and a point (RFC 5480); explicit parameters are shown as hex.
fn elliptic(algorithm: &Value<'_>, point: &[u8], lines: &mut Lines) -> Option<()> {
    let mut parts = algorithm.inside();
    parts.optional(tag::OID)?;
    let curve = parts.next()?;
    lines.add(Label::Curve, any_value(&curve));
    lines.add(Label::Point, LineValue::Hex(point.into()));
    Some(())
}

/// Dss-Parms and the public number (RFC 3279 section 2.3.2).
fn dsa(algorithm: &Value<'_>, bytes: &[u8], lines: &mut Lines) -> Option<()> {
    let mut parts = algorithm.inside();
    parts.optional(tag::OID)?;
    let mut numbers = parts.optional(tag::SEQUENCE)?.inside();
    for label in [Label::PrimeP, Label::PrimeQ, Label::Generator] {
        let number = numbers.optional(tag::INTEGER)?.content;
        lines.add(label, LineValue::Hex(number.into()));
    }
    let public = super::super::der::single(bytes, tag::INTEGER)?.content;
    lines.add(Label::PublicKeyValue, LineValue::Hex(public.into()));
    Some(())
}
