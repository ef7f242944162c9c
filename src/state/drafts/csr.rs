//! The draft of a request: the step, what was pasted, who asks, which key. It holds no password and no key,
//! so it can be kept for undo.

use std::collections::{BTreeMap, BTreeSet};

use crate::core::artifact::ArtifactId;
use crate::core::csr::NewKey;
use crate::core::kdf::Hash;

/// A step of the wizard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Step {
    #[default]
    Names,
    Subject,
    Key,
    Protection,
    Review,
}

impl Step {
    /// All steps in order.
    pub const ALL: [Self; 5] = [
        Self::Names,
        Self::Subject,
        Self::Key,
        Self::Protection,
        Self::Review,
    ];

    /// Its place in the row, from 0.
    pub fn index(self) -> usize {
        let place = Self::ALL.iter().position(|step| *step == self);
        place.unwrap_or(0)
    }

    /// The one after it.
    pub fn next(self) -> Self {
        Self::ALL.get(self.index() + 1).copied().unwrap_or(self)
    }

    /// The one before it.
    pub fn previous(self) -> Self {
        let before = self.index().saturating_sub(1);
        Self::ALL.get(before).copied().unwrap_or(self)
    }
}

/// How much the CA checks before it issues.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Level {
    /// Control of the names alone.
    #[default]
    Domain,
    /// The organisation too.
    Organization,
    /// The organisation, thoroughly.
    Extended,
    /// The own CA decides; nothing public judges it.
    Own,
}

impl Level {
    /// All levels in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Domain, Self::Organization, Self::Extended, Self::Own];
}

/// A field of the subject with a place of its own in the form, in the order in which requests carry them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    DomainComponent,
    Country,
    State,
    Locality,
    Organization,
    Unit,
    BusinessCategory,
    SerialNumber,
    JurisdictionCountry,
    JurisdictionState,
    JurisdictionLocality,
    Email,
}

impl Field {
    /// All fields in order.
    pub const ALL: [Self; 12] = [
        Self::DomainComponent,
        Self::Country,
        Self::State,
        Self::Locality,
        Self::Organization,
        Self::Unit,
        Self::BusinessCategory,
        Self::SerialNumber,
        Self::JurisdictionCountry,
        Self::JurisdictionState,
        Self::JurisdictionLocality,
        Self::Email,
    ];

    /// Its dotted OID.
    pub const fn oid(self) -> &'static str {
        match self {
            Self::DomainComponent => "0.9.2342.19200300.100.1.25",
            Self::Country => "2.5.4.6",
            Self::State => "2.5.4.8",
            Self::Locality => "2.5.4.7",
            Self::Organization => "2.5.4.10",
            Self::Unit => "2.5.4.11",
            Self::BusinessCategory => "2.5.4.15",
            Self::SerialNumber => "2.5.4.5",
            Self::JurisdictionCountry => "1.3.6.1.4.1.311.60.2.1.3",
            Self::JurisdictionState => "1.3.6.1.4.1.311.60.2.1.2",
            Self::JurisdictionLocality => "1.3.6.1.4.1.311.60.2.1.1",
            Self::Email => "1.2.840.113549.1.9.1",
        }
    }

    /// The field of an OID.
    pub fn of(oid: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.oid() == oid)
    }

    /// Whether it may stand there several times.
    pub const fn is_repeated(self) -> bool {
        matches!(self, Self::DomainComponent | Self::Unit)
    }

    /// Whether its values are countries.
    pub const fn is_country(self) -> bool {
        matches!(self, Self::Country | Self::JurisdictionCountry)
    }

    /// Whether the form of a level shows it unasked.
    pub const fn belongs_to(self, level: Level) -> bool {
        match self {
            Self::Country | Self::State | Self::Locality | Self::Organization => {
                !matches!(level, Level::Domain)
            }
            Self::BusinessCategory
            | Self::SerialNumber
            | Self::JurisdictionCountry
            | Self::JurisdictionState => matches!(level, Level::Extended),
            Self::Unit => matches!(level, Level::Own),
            Self::DomainComponent | Self::JurisdictionLocality | Self::Email => false,
        }
    }
}

/// The common name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum CommonName {
    /// The first name that fits.
    #[default]
    First,
    /// This one.
    Chosen(String),
    /// None at all.
    Left,
}

/// An attribute that has no place of its own in the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Custom {
    /// Dotted OID, as typed.
    pub oid: String,
    pub value: String,
}

/// Where the key comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KeyFrom {
    /// It is made.
    #[default]
    New,
    /// It is open already.
    Open(ArtifactId),
    /// It was read from a file of its own.
    File,
}

/// Kinds of names beside host names and addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OtherKind {
    Email,
    Uri,
    Upn,
    RegisteredId,
    Directory,
}

impl OtherKind {
    /// All kinds in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Email,
        Self::Uri,
        Self::Upn,
        Self::RegisteredId,
        Self::Directory,
    ];
}

/// What the user has decided so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CsrDraft {
    pub step: Step,
    /// What was pasted.
    pub names: String,
    /// Names in A-labels that stay although something is said of them.
    pub kept: BTreeSet<Box<str>>,
    pub level: Level,
    pub common_name: CommonName,
    pub fields: BTreeMap<Field, Vec<String>>,
    pub custom: Vec<Custom>,
    /// Whether fields that the level does not need are shown.
    pub is_showing_all_fields: bool,
    pub key_from: KeyFrom,
    pub new_key: NewKeyChoice,
    pub other_names: Vec<(OtherKind, String)>,
    /// Bits of the key usage; none leaves the extension out.
    pub key_usage: u16,
    /// Extended key usages by OID, in order.
    pub usages: Vec<&'static str>,
    /// A further extended key usage, dotted, as typed.
    pub custom_usage: String,
    pub is_must_staple: bool,
    pub hash: Option<Hash>,
    /// Whether the key's file is left without a password.
    pub is_open_key: bool,
    /// Whether the password is written into a file beside the key.
    pub has_password_file: bool,
    /// An account or group that may read the key besides.
    pub readable_by: String,
    /// The folder, once it was changed.
    pub folder: Option<String>,
    /// Names of both files, once they were changed.
    pub key_file: Option<String>,
    pub csr_file: Option<String>,
    /// Which program's commands the review shows.
    pub twin: usize,
}

/// The kind of a new key; RSA 2048 unless said otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewKeyChoice(pub NewKey);

impl Default for NewKeyChoice {
    fn default() -> Self {
        Self(NewKey::Rsa2048)
    }
}

impl CsrDraft {
    /// The values of a field; a field that is shown has at least one.
    pub fn values(&self, field: Field) -> &[String] {
        self.fields.get(&field).map_or(&[], Vec::as_slice)
    }

    /// Whether the form shows a field.
    pub fn shows(&self, field: Field) -> bool {
        self.is_showing_all_fields
            || field.belongs_to(self.level)
            || self.values(field).iter().any(|value| !value.is_empty())
    }
}
