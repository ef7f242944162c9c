//! What a finding found, with its evidence. Serialises to the flat `evidence` object of the JSON report.

use serde::Serialize;

use super::{
    CaaFact, ConnectionFact, DnsFact, DownloadFact, Id, IisFact, Kind, NameFact, NotOpenedKind,
    PageFact, PathFact, RecordFact, RequestFact, RuleFact, ScanFact, ServedFact, Severity, TlsFact,
    WebFileFact,
};
use crate::core::convert::{Reason, Target};
use crate::core::env::FileFault;
use crate::core::keystore::{ChecksumFault, OtherEntry};
use crate::core::place::Place;
use crate::core::time::Moment;

/// Any fact, by area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Fact {
    /// About files and the bundle as a whole.
    Bundle(BundleFact),
    /// About one certificate.
    Certificate(CertificateFact),
    /// About a chain.
    Chain(ChainFact),
    /// About what DNS says of a name, and its servers.
    Dns(DnsFact),
    /// About who may issue (RFC 8659).
    Caa(CaaFact),
    /// About records that a CA looks for.
    Record(RecordFact),
    /// About files that a CA looks for on a web server.
    WebFile(WebFileFact),
    /// About connections to a server.
    Connection(ConnectionFact),
    /// About what a server agrees upon and sends.
    Tls(TlsFact),
    /// About the versions and suites that servers accept.
    Scan(ScanFact),
    /// About the certificates that a server sends.
    Served(ServedFact),
    /// About a page and what it loads.
    Page(PageFact),
    /// About a download.
    Download(DownloadFact),
    /// About IIS.
    Iis(IisFact),
    /// About a private key or request.
    Key(KeyFact),
    /// About a keystore.
    Keystore(KeystoreFact),
    /// About a name of an order.
    Name(NameFact),
    /// About a whole path.
    Path(PathFact),
    /// About a certificate request.
    Request(RequestFact),
    /// About the form of one certificate.
    Rule(RuleFact),
}

/// Why an archive entry was left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SkipReason {
    /// The name climbs out of the folder or is absolute.
    ClimbingName,
    /// Another entry has the same name; both are told apart here, unpackers keep one of them.
    DuplicateName,
    /// A symbolic link.
    Link,
    /// Its own checksum does not fit, or the data ends early.
    Damaged(String),
    /// Packed by a method that is not read here.
    Method(String),
    /// Encrypted entry.
    Encrypted,
}

/// Facts about files and the bundle as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum BundleFact {
    /// A limit against hostile archives or files was reached; the rest is told.
    ArchiveLimitReached {
        limit: &'static str,
        allowed: u64,
        seen: u64,
    },
    /// One entry was left out.
    ArchiveEntrySkipped { entry: String, reason: SkipReason },
    /// Containers made for one purpose hold different leaf certificates for the same names.
    ContainersDisagree {
        name: String,
        places: Vec<Place>,
        fingerprints: Vec<String>,
    },
    /// No server certificate although there are keys, requests or issuers.
    CertificateMissing {
        keys: usize,
        requests: usize,
        issuers: usize,
    },
    /// File name extension and content do not agree.
    ExtensionLies { extension: String, kind: Kind },
    /// Recognised, but broken: truncated, contradictory or beyond a limit.
    FileDamaged { kind: Kind, detail: String },
    /// Recognised by content, not opened here.
    FileNotOpened { content: NotOpenedKind },
    /// Nothing known in it.
    FileNotUnderstood { bytes: u64, begins: String },
    /// Could not be read from disk.
    FileUnreadable { fault: FileFault },
    /// UTF-8 byte order mark at the start of a text file.
    TextBom {},
    /// PEM written as UTF-16.
    TextUtf16 { little_endian: bool },
    /// Text around PEM blocks.
    TextExtraLines { lines: usize },
    /// A PEM header that servers do not accept, such as one with typographic dashes; read anyway.
    ArmourRepaired { kind: Kind, line: u32 },
    /// A PEM block whose label names something else than it holds.
    WrongLabel { label: String, kind: Kind },
}

/// Facts about one certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum CertificateFact {
    /// The certificate before it, among the files too, allowed or named more. `before` is when that one began.
    ChangedOnRenewal {
        subject: String,
        before: Moment,
        lost_usages: Vec<String>,
        lost_names: Vec<String>,
        /// Kinds of key, the old one first.
        key: Option<[String; 2]>,
        lost_common_name: Option<String>,
    },
    /// notAfter has passed.
    Expired {
        subject: String,
        not_after: Moment,
        days_ago: i64,
    },
    /// Expires within the renewal window.
    ExpiresSoon {
        subject: String,
        not_after: Moment,
        days_left: i64,
    },
    /// Lives longer than public CAs may issue. `public` tells whether the chain ends at a public root.
    LifetimeTooLong {
        subject: String,
        days: i64,
        limit_days: i64,
        public: bool,
    },
    /// notBefore lies ahead.
    NotYetValid { subject: String, not_before: Moment },
    /// Has names only in the common name.
    NameCommonNameOnly { common_name: String },
    /// Not made for the host asked for.
    NameMismatch { host: String, names: Vec<String> },
    /// Extended key usage leaves server authentication out.
    UsageNotServer {
        subject: String,
        usages: Vec<String>,
    },
    /// Key too small to be accepted.
    WeakKey {
        subject: String,
        algorithm: String,
        bits: u32,
    },
    /// Signed with MD5 or SHA-1.
    WeakSignature { subject: String, algorithm: String },
}

/// Facts about a chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum ChainFact {
    /// The same certificate more than once in one chain file.
    DuplicateCertificate { subject: String, copies: usize },
    /// No issuer in the bundle for `below`.
    MissingIntermediate {
        issuer: String,
        below: String,
        download: Option<String>,
    },
    /// The chain file carries the root.
    RootIncluded { root: String },
    /// Leaf signed by itself.
    SelfSignedLeaf { subject: String },
    /// Names fit, signature does not.
    SignatureInvalid { subject: String, issuer: String },
    /// The work budget or length limit ended the search.
    TooLong { certificates: usize, limit: usize },
    /// Belongs to no chain of this bundle.
    UnrelatedCertificate { subject: String },
    /// Ends at a root the chosen trust does not hold.
    UntrustedRoot { root: String, trust: String },
    /// A chain file in the wrong order. `leaf_first` tells whether servers will start with it at all.
    WrongOrder {
        found: Vec<String>,
        right: Vec<String>,
        leaf_first: bool,
    },
}

/// Why there is no private key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyMissingCause {
    /// The bundle has the shape of an order with the user's own CSR.
    CsrSupplied,
    /// Something is still locked, and the key may be in it.
    MayBeLocked,
    /// It is simply not among the files.
    NotAmongFiles,
    /// The certificate came from a server, which keeps its key.
    Served,
}

/// Facts about private keys and requests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum KeyFact {
    /// A key whose cipher is not read here.
    CipherUnsupported { cipher: String },
    /// An encrypted key that needs a password.
    Encrypted { seconds: u64 },
    /// A key beside a certificate that it does not fit.
    Mismatch {
        certificate: String,
        key_algorithm: String,
    },
    /// No key for the certificate.
    Missing {
        certificate: String,
        cause: KeyMissingCause,
    },
    /// A key of a kind that cannot be proven here.
    NotChecked {
        certificate: String,
        algorithm: String,
    },
    /// The keystore is open, and keys in it have a password of their own. `entries` are their aliases.
    PasswordDiffers {
        kind: Kind,
        entries: Vec<String>,
        tried: usize,
    },
    /// No password known opens the key.
    PasswordWrong { tried: usize, files: Vec<String> },
    /// A request that fits no certificate here.
    RequestMismatch { names: Vec<String> },
}

/// Facts about keystores.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum KeystoreFact {
    /// Windows protected it for these accounts or groups; only they can unwrap its random password.
    AccountNeeded { kind: Kind, accounts: Vec<String> },
    /// Its checksum (MAC) does not stand for the content, whatever the password.
    ChecksumWrong { kind: Kind, cause: ChecksumFault },
    /// Two entries of a result would have one alias.
    AliasCollision { alias: String },
    /// Protected by a cipher that is not read here.
    CipherUnsupported { kind: Kind, cipher: String },
    /// A known password fits the checksum and not the content, which has one of its own.
    ContentPasswordWrong { kind: Kind, tried: usize },
    /// Structure broken; not a matter of the password.
    Damaged { kind: Kind, detail: String },
    /// Entries that are listed by name and not read, such as secret keys.
    EntryNotShown {
        kind: Kind,
        entries: usize,
        listed: Vec<OtherEntry>,
    },
    /// No MAC, so neither password nor integrity can be checked.
    NoMac {},
    /// The user chose a password when ordering, so there is no password file.
    PasswordFileAbsent { files: Vec<String> },
    /// Locked, and no password is known.
    PasswordNeeded { kind: Kind, seconds: u64 },
    /// None of the known passwords opens it. `files` are the password files beside it;
    /// without a checksum, damage would look the same.
    PasswordWrong {
        kind: Kind,
        tried: usize,
        files: Vec<String>,
        has_checksum: bool,
    },
    /// What was made cannot be read where it was made for.
    TargetCannotRead { target: Target, reason: Reason },
}

macro_rules! ids_of {
    ($facts:ident => $wrapper:ident { $($variant:ident => $id:ident,)* }) => {
        impl $facts {
            /// Stable id of this fact.
            pub fn id(&self) -> Id {
                match self { $($facts::$variant { .. } => Id::$id,)* }
            }
        }

        impl From<$facts> for Fact {
            fn from(fact: $facts) -> Self {
                Self::$wrapper(fact)
            }
        }
    };
}

ids_of!(BundleFact => Bundle {
    ArchiveLimitReached => ArchiveLimitReached,
    ArchiveEntrySkipped => ArchiveEntrySkipped,
    ContainersDisagree => ContainersDisagree,
    CertificateMissing => CertificateMissing,
    ExtensionLies => ExtensionLies,
    FileDamaged => FileNotUnderstood,
    FileNotOpened => FileNotUnderstood,
    FileNotUnderstood => FileNotUnderstood,
    FileUnreadable => FileUnreadable,
    TextBom => TextBom,
    TextUtf16 => TextUtf16,
    TextExtraLines => TextExtraLines,
    ArmourRepaired => PemArmourRepaired,
    WrongLabel => PemLabelWrong,
});

ids_of!(CertificateFact => Certificate {
    ChangedOnRenewal => UsageChangedOnRenewal,
    Expired => CertificateExpired,
    ExpiresSoon => CertificateExpiresSoon,
    LifetimeTooLong => CertificateLifetimeTooLong,
    NotYetValid => CertificateNotYetValid,
    NameCommonNameOnly => NameCommonNameOnly,
    NameMismatch => NameMismatch,
    UsageNotServer => UsageNotServer,
    WeakKey => WeakKey,
    WeakSignature => WeakSignature,
});

ids_of!(ChainFact => Chain {
    DuplicateCertificate => ChainDuplicateCertificate,
    MissingIntermediate => ChainMissingIntermediate,
    RootIncluded => ChainRootIncluded,
    SelfSignedLeaf => ChainSelfSignedLeaf,
    SignatureInvalid => ChainSignatureInvalid,
    TooLong => ChainTooLong,
    UnrelatedCertificate => ChainUnrelatedCertificate,
    UntrustedRoot => ChainUntrustedRoot,
    WrongOrder => ChainWrongOrder,
});

ids_of!(KeyFact => Key {
    CipherUnsupported => KeyCipherUnsupported,
    Encrypted => KeyEncrypted,
    Mismatch => KeyMismatch,
    Missing => KeyMissing,
    NotChecked => KeyNotChecked,
    PasswordDiffers => KeyPasswordWrong,
    PasswordWrong => KeyPasswordWrong,
    RequestMismatch => KeyMismatch,
});

ids_of!(KeystoreFact => Keystore {
    AccountNeeded => KeystoreAccountNeeded,
    ChecksumWrong => KeystoreChecksumWrong,
    AliasCollision => KeystoreAliasCollision,
    CipherUnsupported => KeystoreCipherUnsupported,
    ContentPasswordWrong => KeystorePasswordWrong,
    Damaged => FileNotUnderstood,
    EntryNotShown => KeystoreEntryNotShown,
    NoMac => KeystoreNoMac,
    PasswordFileAbsent => PasswordFileAbsent,
    PasswordNeeded => KeystorePasswordNeeded,
    PasswordWrong => KeystorePasswordWrong,
    TargetCannotRead => KeystoreTargetCannotRead,
});

impl Fact {
    /// Stable id of this fact.
    pub fn id(&self) -> Id {
        match self {
            Self::Bundle(fact) => fact.id(),
            Self::Certificate(fact) => fact.id(),
            Self::Chain(fact) => fact.id(),
            Self::Dns(fact) => fact.id(),
            Self::Caa(fact) => fact.id(),
            Self::Record(fact) => fact.id(),
            Self::WebFile(fact) => fact.id(),
            Self::Connection(fact) => fact.id(),
            Self::Tls(fact) => fact.id(),
            Self::Scan(fact) => fact.id(),
            Self::Served(fact) => fact.id(),
            Self::Page(fact) => fact.id(),
            Self::Download(fact) => fact.id(),
            Self::Iis(fact) => fact.id(),
            Self::Key(fact) => fact.id(),
            Self::Keystore(fact) => fact.id(),
            Self::Name(fact) => fact.id(),
            Self::Path(fact) => fact.id(),
            Self::Request(fact) => fact.id(),
            Self::Rule(fact) => fact.id(),
        }
    }

    /// How bad it usually is: as its id, except that a broken file is worse than a strange one,
    /// and a request of another key is less bad than a key that does not fit.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Bundle(BundleFact::FileDamaged { .. })
            | Self::Keystore(KeystoreFact::Damaged { .. }) => Severity::Error,
            Self::Key(KeyFact::RequestMismatch { .. }) => Severity::Warning,
            fact => fact.id().severity(),
        }
    }

    /// The values seen, as a flat JSON object.
    pub fn evidence(&self) -> serde_json::Value {
        serde_json::to_value(self).unwrap_or(serde_json::Value::Null)
    }
}
