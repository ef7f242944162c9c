//! A certificate revocation list (RFC 5280 section 5).

use std::sync::Arc;

use super::constraints::{point_name, reason_bits};
use super::der::{Reader, Value, single, tag};
use super::extension;
use super::general_name::GeneralName;
use super::name::DistinguishedName;
use super::oid::Oid;
use super::signed::Signed;
use crate::core::artifact::Fingerprint;
use crate::core::finding::RevocationReason;
use crate::core::limits;
use crate::core::time::Moment;

use super::asn1_text;

/// A parsed revocation list. Its entries are read on demand.
pub struct RevocationList {
    /// The whole list.
    pub der: Arc<[u8]>,
    /// SHA-256 over the DER.
    pub fingerprint: Fingerprint,
    /// Who issued it.
    pub issuer: DistinguishedName,
    /// When it was made.
    pub this_update: Moment,
    /// When the next one comes.
    pub next_update: Option<Moment>,
    /// Number of revoked certificates.
    pub revoked: usize,
    /// Signature algorithm as dotted OID.
    pub signature_oid: Oid,
}

/// What a list says about itself in its extensions (RFC 5280 section 5.2).
#[derive(Default)]
pub struct CrlScope {
    /// Number of the list, big-endian; `None` when absent.
    pub number: Option<Box<[u8]>>,
    /// Whether the number is marked critical, which it must not be.
    pub is_number_critical: bool,
    /// Number of the base when this is a delta.
    pub delta_base: Option<Box<[u8]>>,
    /// Authority key identifier.
    pub authority_key_id: Option<Box<[u8]>>,
    /// Issuing distribution point; `None` when absent.
    pub distribution: Option<IssuingPoint>,
    /// Critical extensions that are not known, of the list or of an entry.
    pub unknown_critical: Vec<Oid>,
    /// Whether an extension is broken or repeated.
    pub is_broken: bool,
}

/// Issuing distribution point (RFC 5280 section 5.2.5).
#[derive(Default)]
pub struct IssuingPoint {
    /// Full names.
    pub names: Box<[GeneralName]>,
    /// Name relative to the list's issuer.
    pub relative: Option<Box<[u8]>>,
    /// Covers end entities only.
    pub only_users: bool,
    /// Covers CAs only.
    pub only_cas: bool,
    /// Covers these reasons only; bits as in distribution points.
    pub some_reasons: Option<u16>,
    /// Covers certificates of other issuers too.
    pub is_indirect: bool,
    /// Covers attribute certificates only.
    pub only_attributes: bool,
}

/// One revoked certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revocation {
    /// When.
    pub at: Moment,
    /// Why.
    pub reason: RevocationReason,
}

impl RevocationList {
    /// The signed part with its tag and length.
    pub fn tbs(&self) -> &[u8] {
        Signed::of(&self.der).map_or(&[], |signed| signed.tbs.raw)
    }

    /// The signature's bytes.
    pub fn signature_value(&self) -> &[u8] {
        Signed::of(&self.der).map_or(&[], |signed| signed.signature())
    }

    /// DER of the signature algorithm's parameters; empty when absent.
    pub fn signature_parameters(&self) -> &[u8] {
        Signed::of(&self.der).map_or(&[], |signed| signed.parameters())
    }

    /// Entries, then extensions.
    fn parts(&self) -> Option<(Option<Value<'_>>, Option<Value<'_>>)> {
        let mut fields = Signed::of(&self.der)?.fields();
        fields.expect(tag::SEQUENCE, "signature algorithm").ok()?;
        fields.expect(tag::SEQUENCE, "issuer").ok()?;
        fields.next()?;
        if fields
            .peek()
            .is_some_and(|value| asn1_text::moment(&value).is_some())
        {
            fields.next();
        }
        let entries = fields.optional(tag::SEQUENCE);
        Some((entries, fields.optional_context(0)))
    }

    /// Reads what the list says about itself.
    pub fn scope(&self) -> CrlScope {
        let mut scope = CrlScope::default();
        let Some((entries, extensions)) = self.parts() else {
            scope.is_broken = true;
            return scope;
        };
        let mut seen: Vec<Oid> = Vec::new();
        // Section 5.1.1.2.
        scope.is_broken = !Signed::of(&self.der).is_some_and(|signed| signed.has_one_algorithm());
        for one in extension::list(extensions.as_ref()).take(limits::EXTENSIONS) {
            let value = one.value.unwrap_or_default();
            let read = scope.read(&one.oid, value, one.is_critical);
            scope.is_broken |= one.value.is_none() || read.is_none() || seen.contains(&one.oid);
            seen.push(one.oid);
        }
        for entry in entries.iter().flat_map(|entries| entries.inside()) {
            scope.note_entry(&entry);
        }
        scope
    }

    /// Whether the list names the certificate of this issuer and serial number. In an indirect list an
    /// entry's issuer stands until another is named (RFC 5280 section 5.3.3).
    pub fn entry(&self, issuer: &DistinguishedName, serial: &[u8]) -> Option<Revocation> {
        let (entries, _) = self.parts()?;
        let mut is_ours = self.issuer.matches(issuer);
        let mut found = None;
        for entry in entries?.inside() {
            let mut parts = entry.inside();
            let Some(number) = parts.optional(tag::INTEGER) else {
                continue;
            };
            let at = parts.next().and_then(|at| asn1_text::moment(&at));
            let extensions = parts.optional(tag::SEQUENCE);
            if let Some(named) = extensions.as_ref().and_then(certificate_issuer) {
                is_ours = named.matches(issuer);
            }
            if is_ours && is_same_number(number.content, serial) {
                let reason = extensions.as_ref().and_then(reason).unwrap_or_default();
                let at = at.unwrap_or_default();
                found = Some(Revocation { at, reason });
            }
        }
        found
    }
}

impl CrlScope {
    fn read(&mut self, oid: &str, value: &[u8], is_critical: bool) -> Option<()> {
        match oid {
            "2.5.29.20" => {
                self.number = Some(single(value, tag::INTEGER)?.content.into());
                self.is_number_critical = is_critical;
            }
            "2.5.29.27" => self.delta_base = Some(single(value, tag::INTEGER)?.content.into()),
            "2.5.29.28" => self.distribution = Some(issuing_point(value)?),
            "2.5.29.35" => {
                let mut parts = single(value, tag::SEQUENCE)?.inside();
                self.authority_key_id = parts.optional_context(0).map(|id| id.content.into());
            }
            "2.5.29.46" => {}
            _ if is_critical => self.unknown_critical.push(oid.to_owned().into()),
            _ => {}
        }
        Some(())
    }

    /// Entry extensions: reason, invalidity date and certificate issuer are known.
    fn note_entry(&mut self, entry: &Value<'_>) {
        let mut parts = entry.inside();
        parts.optional(tag::INTEGER);
        parts.next();
        let Some(list) = parts.optional(tag::SEQUENCE) else {
            return;
        };
        for one in list.inside() {
            let mut one = one.inside();
            let Some(oid) = one.optional(tag::OID) else {
                self.is_broken = true;
                continue;
            };
            let is_critical = one
                .optional(tag::BOOLEAN)
                .and_then(|flag| flag.boolean())
                .unwrap_or(false);
            let is_known = matches!(
                oid.content,
                [0x55, 0x1d, 21] | [0x55, 0x1d, 23] | [0x55, 0x1d, 24] | [0x55, 0x1d, 29]
            );
            if is_critical && !is_known && self.unknown_critical.len() < limits::EXTENSIONS {
                self.unknown_critical.push(super::oid::dotted(oid.content));
            }
        }
    }
}

fn issuing_point(bytes: &[u8]) -> Option<IssuingPoint> {
    let mut parts = single(bytes, tag::SEQUENCE)?.inside();
    let (names, relative) = match parts.optional_context(0) {
        Some(name) => point_name(&name)?,
        None => Default::default(),
    };
    let flag = |parts: &mut Reader<'_>, number| match parts.optional_context(number) {
        Some(value) => value.boolean(),
        None => Some(false),
    };
    let only_users = flag(&mut parts, 1)?;
    let only_cas = flag(&mut parts, 2)?;
    let some_reasons = match parts.optional_context(3) {
        Some(bits) => Some(reason_bits(&bits)?),
        None => None,
    };
    let is_indirect = flag(&mut parts, 4)?;
    let only_attributes = flag(&mut parts, 5)?;
    parts.is_empty().then_some(IssuingPoint {
        names,
        relative,
        only_users,
        only_cas,
        some_reasons,
        is_indirect,
        only_attributes,
    })
}

/// The value of an entry's extension.
fn entry_extension<'a>(extensions: &Value<'a>, oid: &[u8]) -> Option<&'a [u8]> {
    extensions
        .inside()
        .find_map(|one| {
            let mut parts = one.inside();
            let found = parts.optional(tag::OID)?;
            parts.optional(tag::BOOLEAN);
            (found.content == oid).then(|| parts.optional(tag::OCTET_STRING))?
        })
        .map(|value| value.content)
}

fn certificate_issuer(extensions: &Value<'_>) -> Option<DistinguishedName> {
    let names = entry_extension(extensions, &[0x55, 0x1d, 29])?;
    let mut names = single(names, tag::SEQUENCE)?.inside();
    names.find_map(|name| match GeneralName::parse(&name) {
        GeneralName::Directory(name) => Some(name),
        _ => None,
    })
}

fn reason(extensions: &Value<'_>) -> Option<RevocationReason> {
    let value = entry_extension(extensions, &[0x55, 0x1d, 21])?;
    let code = single(value, tag::ENUMERATED)?.small_unsigned()?;
    Some(reason_of_code(code))
}

/// The reason behind a number (section 5.3.1); OCSP has the same ones.
pub(super) fn reason_of_code(code: u64) -> RevocationReason {
    use RevocationReason as Reason;
    match code {
        1 => Reason::KeyCompromise,
        2 => Reason::CaCompromise,
        3 => Reason::AffiliationChanged,
        4 => Reason::Superseded,
        5 => Reason::CessationOfOperation,
        6 => Reason::CertificateHold,
        8 => Reason::RemoveFromCrl,
        9 => Reason::PrivilegeWithdrawn,
        10 => Reason::AaCompromise,
        _ => Reason::Unspecified,
    }
}

/// Serial numbers are integers: a leading zero more or less is the same number.
pub(in crate::core) fn is_same_number(one: &[u8], two: &[u8]) -> bool {
    fn trimmed(bytes: &[u8]) -> &[u8] {
        let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
        bytes.get(zeros..).unwrap_or_default()
    }
    one == two
        || (trimmed(one) == trimmed(two)
            && one.first().map(|b| b >> 7) == two.first().map(|b| b >> 7))
}
