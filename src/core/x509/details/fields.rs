//! The fields that every certificate has, as groups of lines.

use super::super::Certificate;
use super::super::der::{Value, tag};
use super::super::name::DistinguishedName;
use super::super::oid;
use super::super::signed::Signed;
use super::{Group, GroupKind, Label, Line, LineValue, Lines, any_value, key};

pub(super) fn groups(certificate: &Certificate) -> Vec<Group> {
    let group = |kind, lines| Group { kind, lines };
    vec![
        group(GroupKind::Subject, name(&certificate.subject)),
        group(GroupKind::Issuer, name(&certificate.issuer)),
        group(GroupKind::Validity, validity(certificate)),
        group(GroupKind::PublicKey, key::lines(&certificate.spki)),
        group(GroupKind::Signature, signature(certificate)),
        group(GroupKind::Identity, identity(certificate)),
    ]
}

pub(super) fn name(name: &DistinguishedName) -> Vec<Line> {
    let mut lines = Lines::new(super::LINES);
    if name.is_empty() {
        lines.add(Label::EmptyList, LineValue::None);
    }
    for attribute in &name.attributes {
        let value = LineValue::Text(attribute.value.to_string());
        lines.add(Label::Oid(attribute.oid.clone()), value);
    }
    lines.finish()
}

fn validity(certificate: &Certificate) -> Vec<Line> {
    let mut lines = Lines::new(2);
    lines.add(Label::NotBefore, LineValue::Moment(certificate.not_before));
    lines.add(Label::NotAfter, LineValue::Moment(certificate.not_after));
    lines.finish()
}

fn signature(certificate: &Certificate) -> Vec<Line> {
    let mut lines = Lines::new(super::LINES);
    let algorithm = LineValue::Oid(certificate.signature_oid.clone());
    lines.add(Label::SignatureAlgorithm, algorithm);
    let Some(Signed {
        tbs,
        algorithm: outer,
        ..
    }) = Signed::of(&certificate.der)
    else {
        return lines.finish();
    };
    parameters(&outer, &mut lines);
    let inner = tbs.inside().find(|value| value.is(tag::SEQUENCE));
    if let Some(inner) = inner.filter(|inner| inner.content != outer.content) {
        let oid = inner.inside().optional(tag::OID);
        let oid = oid.map_or(LineValue::Hex(inner.raw.into()), |oid| any_value(&oid));
        lines.add(Label::InnerAlgorithm, oid);
    }
    let value = certificate.signature_value();
    lines.add(Label::SignatureValue, LineValue::Hex(value.into()));
    lines.finish()
}

/// Parameters of an algorithm: those of RSA-PSS in words, others but NULL as hex.
pub(super) fn parameters(algorithm: &Value<'_>, lines: &mut Lines) {
    const RSA_PSS: &str = "1.2.840.113549.1.1.10";
    let mut parts = algorithm.inside();
    let oid = parts.optional(tag::OID).map(|oid| oid::dotted(oid.content));
    let Some(parameters) = parts.next() else {
        return;
    };
    if oid.as_deref() == Some(RSA_PSS) && parameters.is(tag::SEQUENCE) {
        pss(&parameters, lines);
    } else if !parameters.is(tag::NULL) {
        lines.add(Label::Parameters, any_value(&parameters));
    }
}

/// RSASSA-PSS-params (RFC 4055 section 3.1) with its defaults: SHA-1, MGF1 with SHA-1, salt of 20 bytes.
fn pss(parameters: &Value<'_>, lines: &mut Lines) {
    let mut parts = parameters.inside();
    let hash = parts.optional_context(0).and_then(|hash| first_oid(&hash));
    let mask = parts.optional_context(1).and_then(|mask| {
        let mut parts = mask.inside().next()?.inside();
        parts.next()?;
        Some(oid::dotted(
            parts.next()?.inside().optional(tag::OID)?.content,
        ))
    });
    let salt = parts
        .optional_context(2)
        .and_then(|salt| salt.inside().next()?.small_unsigned());
    let sha1 = oid::Oid::Borrowed("1.3.14.3.2.26");
    let hash = hash.unwrap_or(sha1.clone());
    lines.add(Label::HashAlgorithm, LineValue::Oid(hash));
    lines.add(Label::MaskAlgorithm, LineValue::Oid(mask.unwrap_or(sha1)));
    let salt = i128::from(salt.unwrap_or(20));
    lines.add(Label::SaltLength, LineValue::Number(salt));
}

/// OID of the AlgorithmIdentifier inside an explicit tag.
fn first_oid(explicit: &Value<'_>) -> Option<oid::Oid> {
    let algorithm = explicit.inside().next()?;
    Some(oid::dotted(algorithm.inside().optional(tag::OID)?.content))
}

fn identity(certificate: &Certificate) -> Vec<Line> {
    let mut lines = Lines::new(8);
    let version = i128::from(certificate.version);
    lines.add(Label::Version, LineValue::Number(version));
    lines.add(Label::Serial, serial(certificate));
    let sha256 = certificate.fingerprint.0;
    lines.add(Label::FingerprintSha256, LineValue::Hex(sha256.into()));
    let sha1 = certificate.fingerprint_sha1();
    lines.add(Label::FingerprintSha1, LineValue::Hex(sha1.into()));
    let tbs = Signed::of(&certificate.der).map(|signed| signed.tbs.inside());
    for field in tbs.into_iter().flatten() {
        let label = match field.tag {
            1 if field.is_context(1) => Label::IssuerUniqueId,
            2 if field.is_context(2) => Label::SubjectUniqueId,
            _ => continue,
        };
        lines.add(label, LineValue::Hex(field.content.into()));
    }
    lines.finish()
}

/// The number without its leading zero; negative ones with their sign.
fn serial(certificate: &Certificate) -> LineValue {
    match &*certificate.serial {
        [0, rest @ ..] if !rest.is_empty() => LineValue::Hex(rest.into()),
        [first, ..] if *first >= 0x80 => LineValue::Plain(certificate.serial_hex()),
        serial => LineValue::Hex(serial.into()),
    }
}
