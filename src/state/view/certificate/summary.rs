//! The fields everybody asks for, human first.

use crate::core::x509::Certificate;
use crate::core::x509::signature::algorithm_name;
use crate::text::number::{colon_hex, listed, shortened};
use crate::text::{Lang, bundle as words, key, time, window};

/// Names shown; all of them are copied, and listed among the extensions.
const NAMES: usize = 24;
/// Bytes of a fingerprint on one line.
const LINE_BYTES: usize = 16;

/// What a field is, for what is drawn beside its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    Issuer,
    Mono,
    Text,
    Validity,
}

/// One field.
#[derive(Clone, Debug)]
pub struct FieldView {
    pub kind: FieldKind,
    pub label: String,
    pub value: String,
    /// DV, OV or EV beside the issuer.
    pub chip: Option<&'static str>,
    /// What its copy button puts on the clipboard.
    pub copied: String,
    /// Name of its copy button.
    pub copy: String,
}

pub(super) fn build(lang: Lang, certificate: &Certificate) -> Vec<FieldView> {
    let field = |kind, label: &str, value: String| FieldView {
        kind,
        copy: window::copy_named(lang, label),
        copied: value.replace('\n', ":"),
        label: label.to_owned(),
        value,
        chip: None,
    };
    let all = words::names(certificate);
    let (names, copied) = if all.is_empty() {
        let name = words::subject_name(certificate);
        (name.clone(), name)
    } else {
        (shortened(lang, &all, NAMES), listed(&all))
    };
    let sha1 = certificate.fingerprint_sha1();
    vec![
        FieldView {
            copied,
            ..field(FieldKind::Text, window::names(lang), names)
        },
        FieldView {
            chip: super::super::validation_level(certificate),
            ..field(
                FieldKind::Issuer,
                window::issued_by(lang),
                words::issuer_name(certificate),
            )
        },
        field(
            FieldKind::Validity,
            window::valid(lang),
            time::span(lang, certificate.not_before, certificate.not_after),
        ),
        field(
            FieldKind::Text,
            window::key(lang),
            window::key_and_signature(
                lang,
                &key::name(&certificate.key),
                algorithm_name(&certificate.signature_oid),
            ),
        ),
        field(FieldKind::Mono, window::serial(lang), serial(certificate)),
        field(
            FieldKind::Mono,
            "SHA-256",
            in_lines(&certificate.fingerprint.0),
        ),
        field(FieldKind::Mono, "SHA-1", colon_hex(&sha1)),
    ]
}

fn serial(certificate: &Certificate) -> String {
    colon_hex(&certificate.serial).to_lowercase()
}

fn in_lines(bytes: &[u8]) -> String {
    let lines: Vec<String> = bytes.chunks(LINE_BYTES).map(colon_hex).collect();
    lines.join("\n")
}
