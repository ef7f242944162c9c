//! What a CA certificate says about the certificates below it: name constraints, policies and their
//! mappings, and where revocation lists lie (RFC 5280 sections 4.2.1.4 to 4.2.1.14). Read on demand:
//! only chains ask for it.

use super::Certificate;
use super::der::{Class, Reader, Value, single, tag};
use super::general_name::GeneralName;
use super::name::DistinguishedName;
use super::oid::{self, Oid};
use crate::core::limits;

/// anyPolicy.
pub const ANY_POLICY: &str = "2.5.29.32.0";

/// Everything of a certificate that path validation needs beside its plain fields.
#[derive(Default)]
pub struct Constraints {
    /// OIDs of all extensions in order, repeated ones repeated, with the critical flag.
    pub extensions: Box<[(Oid, bool)]>,
    /// Authority key identifier: which of its three fields are there.
    pub authority_key: Option<AuthorityKey>,
    /// Number of entries of the authority information access; `None` when absent.
    pub access_descriptions: Option<usize>,
    /// Name constraints; `None` when absent.
    pub names: Option<NameConstraints>,
    /// Policies; `None` when the extension is absent.
    pub policies: Option<Box<[Oid]>>,
    /// Policy mappings: the issuer's policy and the subject's.
    pub mappings: Box<[(Oid, Oid)]>,
    /// Certificates that may follow before a policy is required.
    pub require_policy: Option<u32>,
    /// Certificates that may follow before mapping ends.
    pub inhibit_mapping: Option<u32>,
    /// Certificates that may follow before anyPolicy counts no more.
    pub inhibit_any: Option<u32>,
    /// Where revocation lists lie.
    pub distribution_points: Box<[DistributionPoint]>,
    /// Extensions read here that are broken.
    pub broken: Vec<Oid>,
}

/// Fields of an authority key identifier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AuthorityKey {
    /// keyIdentifier is there.
    pub has_key_id: bool,
    /// authorityCertIssuer or authorityCertSerialNumber is there.
    pub has_issuer: bool,
}

/// Name constraints (RFC 5280 section 4.2.1.10).
#[derive(Default)]
pub struct NameConstraints {
    /// Spaces that names have to lie in, by form.
    pub permitted: Box<[Subtree]>,
    /// Spaces that names must not lie in.
    pub excluded: Box<[Subtree]>,
}

/// One space of names.
pub struct Subtree {
    /// Its base.
    pub base: GeneralName,
    /// Whether minimum and maximum have other values than 0 and none, which nobody processes.
    pub has_distances: bool,
}

/// One place for revocation lists, and what they cover (RFC 5280 section 4.2.1.13).
#[derive(Clone, Default)]
pub struct DistributionPoint {
    /// Full names.
    pub names: Box<[GeneralName]>,
    /// Name relative to the issuer of the list: the RDN in DER, tagged SET.
    pub relative: Option<Box<[u8]>>,
    /// Reasons as bits, bit 1 = keyCompromise; all when absent.
    pub reasons: Option<u16>,
    /// Who signs the list when the certificate's issuer does not.
    pub issuer: Box<[GeneralName]>,
}

impl Certificate {
    /// The constraints, read once. Broken extensions are listed, not refused.
    pub fn constraints(&self) -> &Constraints {
        self.constraints
            .get_or_init(|| Box::new(self.read_constraints()))
    }

    fn read_constraints(&self) -> Constraints {
        let mut found = Constraints::default();
        let mut listed = Vec::new();
        for extension in self.extensions().take(limits::EXTENSIONS) {
            let is_second = listed.iter().any(|(oid, _)| *oid == extension.oid);
            if !is_second
                && let Some(value) = extension.value
                && found.read(&extension.oid, value).is_none()
            {
                found.broken.push(extension.oid.clone());
            }
            listed.push((extension.oid, extension.is_critical));
        }
        found.extensions = listed.into_boxed_slice();
        found
    }
}

impl Constraints {
    /// Whether an extension is there and marked critical.
    pub fn is_critical(&self, oid: &str) -> bool {
        self.extensions
            .iter()
            .any(|(listed, is_critical)| listed == oid && *is_critical)
    }

    /// Whether an extension is there.
    pub fn has(&self, oid: &str) -> bool {
        self.extensions.iter().any(|(listed, _)| listed == oid)
    }

    fn read(&mut self, oid: &str, value: &[u8]) -> Option<()> {
        match oid {
            "2.5.29.30" => self.names = Some(name_constraints(value)?),
            "2.5.29.31" => self.distribution_points = distribution_points(value)?,
            "2.5.29.32" => self.policies = Some(policies(value)?),
            "2.5.29.33" => self.mappings = mappings(value)?,
            "2.5.29.35" => self.authority_key = Some(authority_key(value)?),
            "2.5.29.36" => (self.require_policy, self.inhibit_mapping) = policy_constraints(value)?,
            "2.5.29.54" => self.inhibit_any = Some(skip_certs(&single(value, tag::INTEGER)?)?),
            "1.3.6.1.5.5.7.1.1" => self.access_descriptions = Some(access_descriptions(value)?),
            _ => {}
        }
        Some(())
    }
}

fn sequence(bytes: &[u8]) -> Option<Reader<'_>> {
    Some(single(bytes, tag::SEQUENCE)?.inside())
}

/// Every value up to the end; `None` when one is broken.
fn each<'a, T>(reader: Reader<'a>, read: impl Fn(&Value<'a>) -> Option<T>) -> Option<Box<[T]>> {
    let mut reader = reader;
    let mut all = Vec::new();
    while !reader.is_empty() {
        all.push(read(&reader.next()?)?);
    }
    Some(all.into_boxed_slice())
}

fn skip_certs(value: &Value<'_>) -> Option<u32> {
    Some(u32::try_from(value.small_unsigned()?).unwrap_or(u32::MAX))
}

fn oid_of(value: &Value<'_>) -> Option<Oid> {
    (value.is(tag::OID) || value.class == Class::Context).then(|| oid::dotted(value.content))
}

fn name_constraints(bytes: &[u8]) -> Option<NameConstraints> {
    let mut parts = sequence(bytes)?;
    let permitted = match parts.optional_context(0) {
        Some(list) => each(list.inside(), subtree)?,
        None => Box::default(),
    };
    let excluded = match parts.optional_context(1) {
        Some(list) => each(list.inside(), subtree)?,
        None => Box::default(),
    };
    parts.is_empty().then_some(NameConstraints {
        permitted,
        excluded,
    })
}

fn subtree(value: &Value<'_>) -> Option<Subtree> {
    let mut parts = value.inside();
    let base = GeneralName::parse(&parts.next()?);
    let minimum = parts.optional_context(0);
    let is_zero = minimum.is_none_or(|minimum| minimum.small_unsigned() == Some(0));
    let maximum = parts.optional_context(1);
    parts.is_empty().then_some(Subtree {
        base,
        has_distances: !is_zero || maximum.is_some(),
    })
}

fn policies(bytes: &[u8]) -> Option<Box<[Oid]>> {
    let all = each(sequence(bytes)?, |policy| {
        oid_of(&policy.inside().optional(tag::OID)?)
    })?;
    let mut seen = std::collections::HashSet::with_capacity(all.len());
    let is_distinct = all.iter().all(|oid| seen.insert(oid));
    (is_distinct && !all.is_empty() && all.len() <= limits::OIDS_KEPT).then_some(all)
}

fn mappings(bytes: &[u8]) -> Option<Box<[(Oid, Oid)]>> {
    let all = each(sequence(bytes)?, |pair| {
        let mut pair = pair.inside();
        let (issuer, subject) = (pair.optional(tag::OID)?, pair.optional(tag::OID)?);
        Some((oid_of(&issuer)?, oid_of(&subject)?))
    })?;
    (!all.is_empty() && all.len() <= limits::OIDS_KEPT).then_some(all)
}

fn policy_constraints(bytes: &[u8]) -> Option<(Option<u32>, Option<u32>)> {
    let mut parts = sequence(bytes)?;
    let mut one = |number| match parts.optional_context(number) {
        Some(value) => skip_certs(&value).map(Some),
        None => Some(None),
    };
    let (require, inhibit) = (one(0)?, one(1)?);
    (parts.is_empty() && (require.is_some() || inhibit.is_some())).then_some((require, inhibit))
}

fn authority_key(bytes: &[u8]) -> Option<AuthorityKey> {
    let mut parts = sequence(bytes)?;
    let has_key_id = parts.optional_context(0).is_some();
    let issuer = parts.optional_context(1);
    let serial = parts.optional_context(2);
    parts.is_empty().then_some(AuthorityKey {
        has_key_id,
        has_issuer: issuer.is_some() || serial.is_some(),
    })
}

fn access_descriptions(bytes: &[u8]) -> Option<usize> {
    let all = each(sequence(bytes)?, |description| {
        let mut parts = description.inside();
        parts.optional(tag::OID)?;
        parts.next()?;
        parts.is_empty().then_some(())
    })?;
    (!all.is_empty()).then_some(all.len())
}

fn distribution_points(bytes: &[u8]) -> Option<Box<[DistributionPoint]>> {
    let all = each(sequence(bytes)?, |point| distribution_point(point.inside()))?;
    (!all.is_empty()).then_some(all)
}

fn distribution_point(mut parts: Reader<'_>) -> Option<DistributionPoint> {
    let (names, relative) = match parts.optional_context(0) {
        Some(name) => point_name(&name)?,
        None => Default::default(),
    };
    let reasons = match parts.optional_context(1) {
        Some(bits) => Some(reason_bits(&bits)?),
        None => None,
    };
    let issuer = match parts.optional_context(2) {
        Some(names) => each(names.inside(), |name| Some(GeneralName::parse(name)))?,
        None => Box::default(),
    };
    parts.is_empty().then_some(DistributionPoint {
        names,
        relative,
        reasons,
        issuer,
    })
}

/// Full names, or a name relative to the issuer.
type PointName = (Box<[GeneralName]>, Option<Box<[u8]>>);

/// DistributionPointName inside its `[0]`.
pub(super) fn point_name(value: &Value<'_>) -> Option<PointName> {
    let name = value.inside().next()?;
    match name.tag {
        0 => Some((
            each(name.inside(), |name| Some(GeneralName::parse(name)))?,
            None,
        )),
        1 => Some((Box::default(), Some(name.content.into()))),
        _ => None,
    }
}

/// Reason flags: bit 0 of the BIT STRING becomes bit 0 of the number.
pub(super) fn reason_bits(value: &Value<'_>) -> Option<u16> {
    let (bits, _) = value.bit_string()?;
    let first = bits.first().copied().unwrap_or(0).reverse_bits();
    let second = bits.get(1).copied().unwrap_or(0).reverse_bits();
    Some(u16::from_le_bytes([first, second]))
}

impl DistributionPoint {
    /// Directory names of the signer named here.
    pub fn issuer_names(&self) -> impl Iterator<Item = &DistinguishedName> {
        self.issuer.iter().filter_map(|name| match name {
            GeneralName::Directory(name) => Some(name),
            _ => None,
        })
    }
}
