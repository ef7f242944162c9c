//! The fields of a certificate request, as groups of lines.

use super::super::der::Value;
use super::super::signed::Signed;
use super::super::{Csr, der::tag};
use super::{Group, GroupKind, Label, Line, LineValue, Lines, any_value, fields, key};

/// Attributes that hold the extensions, which are shown on their own.
const EXTENSIONS: [&str; 2] = ["1.2.840.113549.1.9.14", "1.3.6.1.4.1.311.2.1.14"];

pub(super) fn groups(csr: &Csr) -> Vec<Group> {
    let group = |kind, lines| Group { kind, lines };
    vec![
        group(GroupKind::Subject, fields::name(&csr.subject)),
        group(GroupKind::PublicKey, key::lines(&csr.spki)),
        group(GroupKind::Attributes, attributes(csr)),
        group(GroupKind::Signature, signature(csr)),
        group(GroupKind::Identity, identity(csr)),
    ]
}

fn attributes(csr: &Csr) -> Vec<Line> {
    let mut lines = Lines::new(super::LINES);
    for (oid, values) in csr.attribute_values() {
        if EXTENSIONS.contains(&&*oid) {
            continue;
        }
        for value in values.inside() {
            lines.add(Label::Oid(oid.clone()), attribute_value(&value));
        }
    }
    lines.finish()
}

/// A plain value; what is made of values as hex.
fn attribute_value(value: &Value<'_>) -> LineValue {
    match value.tag {
        tag::SEQUENCE | tag::SET => LineValue::Hex(value.raw.into()),
        _ => any_value(value),
    }
}

fn signature(csr: &Csr) -> Vec<Line> {
    let mut lines = Lines::new(super::LINES);
    let algorithm = LineValue::Oid(csr.signature_oid.clone());
    lines.add(Label::SignatureAlgorithm, algorithm);
    if let Some(signed) = Signed::of(&csr.der) {
        fields::parameters(&signed.algorithm, &mut lines);
        let value = signed.signature();
        lines.add(Label::SignatureValue, LineValue::Hex(value.into()));
    }
    lines.finish()
}

fn identity(csr: &Csr) -> Vec<Line> {
    let mut lines = Lines::new(2);
    // Version 1 is written as 0.
    let version = i128::from(csr.version) + 1;
    lines.add(Label::Version, LineValue::Number(version));
    let sha256 = csr.fingerprint.0;
    lines.add(Label::FingerprintSha256, LineValue::Hex(sha256.into()));
    lines.finish()
}
