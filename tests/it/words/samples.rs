//! One sample of every fact, fault and failure; exhaustive by the matches below.

mod caa;
mod connection;
mod dns;
pub mod iis;
mod name;
mod page;
pub mod path;
mod record;
pub mod request;
mod scan;
mod served;
mod tls;
mod webfile;

mod failure;
mod keystore;

use std::path::PathBuf;

use certwright::core::env::FileFault;
use certwright::core::finding::{
    BundleFact, CertificateFact, ChainFact, Fact, KeyFact, KeyMissingCause, Kind, NotOpenedKind,
    SkipReason,
};
use certwright::core::place::Place;
use certwright::core::problem::Failure;
use certwright::core::time::Moment;

pub const KINDS: &[Kind] = &[
    Kind::Archive,
    Kind::Certificate,
    Kind::Crl,
    Kind::Csr,
    Kind::Jceks,
    Kind::Jks,
    Kind::Key,
    Kind::PasswordFile,
    Kind::Pfx,
    Kind::Pkcs7,
    Kind::PublicKey,
    Kind::Text,
    Kind::Unknown,
];

const NOT_OPENED: &[NotOpenedKind] = &[
    NotOpenedKind::Tar,
    NotOpenedKind::Gzip,
    NotOpenedKind::OtherArchive,
    NotOpenedKind::EncryptedZip,
    NotOpenedKind::BouncyCastle,
    NotOpenedKind::OpenSshKey,
    NotOpenedKind::PuttyKey,
    NotOpenedKind::Pvk,
    NotOpenedKind::SerializedStore,
    NotOpenedKind::ProcTypeKey,
    NotOpenedKind::OldEncryptedKey,
    NotOpenedKind::OtherPkcs7,
    NotOpenedKind::PublicKeyPfx,
    NotOpenedKind::SignedPfx,
    NotOpenedKind::Parameters,
    NotOpenedKind::Pgp,
    NotOpenedKind::Html,
    NotOpenedKind::OtherDer,
    NotOpenedKind::Program,
    NotOpenedKind::Document,
    NotOpenedKind::Picture,
];

pub fn not_opened() -> Vec<Fact> {
    NOT_OPENED
        .iter()
        .map(|content| BundleFact::FileNotOpened { content: *content }.into())
        .collect()
}

pub fn facts() -> Vec<Fact> {
    let mut all: Vec<Fact> = not_opened();
    all.extend(bundle().into_iter().map(Fact::from));
    all.extend(certificate("shop.example.com").into_iter().map(Fact::from));
    all.extend(renewal("shop.example.com").map(Fact::from));
    all.extend(chain("Example CA 3").into_iter().map(Fact::from));
    all.extend(key("shop.example.com").into_iter().map(Fact::from));
    all.extend(keystore::facts().into_iter().map(Fact::from));
    all.extend(super::downloads::facts("Example CA 3"));
    all.extend(iis::facts("shop"));
    all.extend(dns::facts("shop.example.com"));
    all.extend(caa::facts("shop.example.com"));
    all.extend(record::facts("shop.example.com"));
    all.extend(webfile::facts("shop.example.com"));
    all.extend(connection::facts("shop.example.com"));
    all.extend(served::facts("shop.example.com"));
    all.extend(tls::facts("shop.example.com"));
    all.extend(scan::facts("shop.example.com"));
    all.extend(page::facts("shop.example.com"));
    all.extend(name::facts("shop.example.com"));
    all.extend(path::facts("Example CA 3").into_iter().map(Fact::from));
    all.extend(path::rules("shop.example.com").into_iter().map(Fact::from));
    all.extend(
        request::facts("shop.example.com")
            .into_iter()
            .map(Fact::from),
    );
    all
}

/// Facts whose names try to break out of the sentence.
pub fn hostile() -> Vec<Fact> {
    let long = "x".repeat(1_000_000);
    let mut all = Vec::new();
    for name in [
        "\u{1b}[31mred",
        "\u{202e}desrever",
        "two\nlines",
        "zero\u{200b}width",
        long.as_str(),
    ] {
        all.extend(certificate(name).into_iter().map(Fact::from));
        all.extend(dns::facts(name));
        all.extend(caa::facts(name));
        all.extend(record::facts(name));
        all.extend(webfile::facts(name));
        all.extend(connection::facts(name));
        all.extend(served::facts(name));
        all.extend(tls::facts(name));
        all.extend(scan::facts(name));
        all.extend(page::facts(name));
        all.extend(self::name::facts(name));
        all.extend(renewal(name).map(Fact::from));
        all.extend(chain(name).into_iter().map(Fact::from));
        all.extend(super::downloads::facts(name));
        all.extend(iis::facts(name));
        all.extend(key(name).into_iter().map(Fact::from));
        all.extend(path::facts(name).into_iter().map(Fact::from));
        all.extend(path::rules(name).into_iter().map(Fact::from));
        all.extend(request::facts(name).into_iter().map(Fact::from));
    }
    all
}

pub fn file_faults() -> Vec<FileFault> {
    vec![
        FileFault::Missing,
        FileFault::Denied,
        FileFault::NotAFile,
        FileFault::LinkLoop,
        FileFault::TooLarge(1 << 30),
        FileFault::Exists,
        FileFault::Full,
        FileFault::AccountUnknown("tomcat9".into()),
        FileFault::AccountTooWide("Everyone".into()),
        FileFault::AccountNotAllowed("ssl-cert".into()),
        FileFault::Other("I/O error".into()),
    ]
}

pub fn failures() -> Vec<Failure> {
    let path = PathBuf::from("bundle.zip");
    let mut all = vec![
        Failure::Internal {
            operation: "inspect",
            detail: "index out of bounds".into(),
        },
        Failure::NoRoots {
            source_name: "roots.pem".into(),
        },
        Failure::NoRoots {
            source_name: "system".into(),
        },
        Failure::Exists { path: path.clone() },
        Failure::NamedTwice { path: path.clone() },
        Failure::NotPutBack {
            path: path.clone(),
            copy: PathBuf::from("bundle.zip.2026-11-23T104200Z.bak"),
            fault: FileFault::Denied,
        },
    ];
    for fault in file_faults() {
        all.push(Failure::Unreadable {
            path: path.clone(),
            fault: fault.clone(),
        });
        all.push(Failure::Unwritable {
            path: path.clone(),
            fault,
        });
    }
    all.extend(failure::failures());
    all.extend(request::failures());
    all.extend(tls::failures());
    all
}

fn bundle() -> Vec<BundleFact> {
    let place = |path: &str| Place::root(0, "bundle.zip").inside(path);
    let skipped = |reason| BundleFact::ArchiveEntrySkipped {
        entry: "IIS/shop.pfx".into(),
        reason,
    };
    let mut all = vec![
        skipped(SkipReason::ClimbingName),
        skipped(SkipReason::DuplicateName),
        skipped(SkipReason::Link),
        skipped(SkipReason::Damaged("CRC".into())),
        skipped(SkipReason::Method("LZMA".into())),
        skipped(SkipReason::Encrypted),
        BundleFact::ContainersDisagree {
            name: "shop.example.com".into(),
            places: vec![
                place("a.pem"),
                place("b.pfx"),
                place("c.jks"),
                place("d.pem"),
            ],
            fingerprints: vec!["00".into(), "11".into()],
        },
        BundleFact::CertificateMissing {
            keys: 1,
            requests: 1,
            issuers: 2,
        },
        BundleFact::CertificateMissing {
            keys: 0,
            requests: 0,
            issuers: 0,
        },
        BundleFact::FileNotUnderstood {
            bytes: 2048,
            begins: "ca fe".into(),
        },
        BundleFact::FileNotUnderstood {
            bytes: 0,
            begins: String::new(),
        },
        BundleFact::TextBom {},
        BundleFact::TextUtf16 {
            little_endian: true,
        },
        BundleFact::TextExtraLines { lines: 3 },
    ];
    all.extend(limits());
    for kind in KINDS {
        all.push(BundleFact::ExtensionLies {
            extension: "crt".into(),
            kind: *kind,
        });
        all.push(BundleFact::FileDamaged {
            kind: *kind,
            detail: "unexpected end".into(),
        });
        all.push(BundleFact::ArmourRepaired {
            kind: *kind,
            line: 3,
        });
        all.push(BundleFact::WrongLabel {
            label: "TRUSTED CERTIFICATE".into(),
            kind: *kind,
        });
    }
    all.extend(
        file_faults()
            .into_iter()
            .map(|fault| BundleFact::FileUnreadable { fault }),
    );
    all
}

const LIMITS: &[&str] = &[
    "archive_depth",
    "archive_entries",
    "archive_ratio",
    "archive_total_bytes",
    "chain_pool",
    "der_depth",
    "file_bytes",
    "folder_depth",
    "folder_entries",
    "keystore_entries",
    "names_kept",
    "pem_block_bytes",
    "pem_blocks",
    "rsa_bits",
    "another",
];

fn limits() -> Vec<BundleFact> {
    let reached = |limit: &&'static str| BundleFact::ArchiveLimitReached {
        limit,
        allowed: 10_000,
        seen: 10_001,
    };
    LIMITS.iter().map(reached).collect()
}

/// What a certificate lost against its predecessor.
fn renewal(name: &str) -> [CertificateFact; 2] {
    let subject = name.to_owned();
    let moment = Moment::parse("2026-11-19").unwrap();
    [
        CertificateFact::ChangedOnRenewal {
            subject: subject.clone(),
            before: moment,
            lost_usages: vec!["1.3.6.1.5.5.7.3.2".to_owned(), name.to_owned()],
            lost_names: vec![name.to_owned()],
            key: Some(["RSA 2048".to_owned(), "P-256".to_owned()]),
            lost_common_name: Some(name.to_owned()),
        },
        CertificateFact::ChangedOnRenewal {
            subject,
            before: moment,
            lost_usages: Vec::new(),
            lost_names: vec![name.to_owned()],
            key: None,
            lost_common_name: None,
        },
    ]
}

fn certificate(name: &str) -> Vec<CertificateFact> {
    let subject = name.to_owned();
    let moment = Moment::parse("2026-11-19").unwrap();
    vec![
        CertificateFact::Expired {
            subject: subject.clone(),
            not_after: moment,
            days_ago: 4,
        },
        CertificateFact::Expired {
            subject: subject.clone(),
            not_after: moment,
            days_ago: 0,
        },
        CertificateFact::ExpiresSoon {
            subject: subject.clone(),
            not_after: moment,
            days_left: 1,
        },
        CertificateFact::ExpiresSoon {
            subject: subject.clone(),
            not_after: moment,
            days_left: 0,
        },
        CertificateFact::LifetimeTooLong {
            subject: subject.clone(),
            days: 400,
            limit_days: 200,
            public: true,
        },
        CertificateFact::LifetimeTooLong {
            subject: subject.clone(),
            days: 3650,
            limit_days: 200,
            public: false,
        },
        CertificateFact::NotYetValid {
            subject: subject.clone(),
            not_before: moment,
        },
        CertificateFact::NameCommonNameOnly {
            common_name: subject.clone(),
        },
        CertificateFact::NameMismatch {
            host: "www.example.com".into(),
            names: vec![
                subject.clone(),
                "b".into(),
                "c".into(),
                "d".into(),
                "e".into(),
            ],
        },
        CertificateFact::NameMismatch {
            host: subject.clone(),
            names: vec![],
        },
        CertificateFact::UsageNotServer {
            subject: subject.clone(),
            usages: vec![
                "1.3.6.1.5.5.7.3.2".into(),
                "1.3.6.1.5.5.7.3.4".into(),
                "1.2.3".into(),
            ],
        },
        CertificateFact::WeakKey {
            subject: subject.clone(),
            algorithm: "RSA".into(),
            bits: 1024,
        },
        CertificateFact::WeakSignature {
            subject,
            algorithm: "SHA-1".into(),
        },
    ]
}

fn chain(name: &str) -> Vec<ChainFact> {
    let subject = name.to_owned();
    vec![
        ChainFact::DuplicateCertificate {
            subject: subject.clone(),
            copies: 2,
        },
        ChainFact::MissingIntermediate {
            issuer: subject.clone(),
            below: "shop.example.com".into(),
            download: None,
        },
        ChainFact::MissingIntermediate {
            issuer: subject.clone(),
            below: subject.clone(),
            download: Some(format!("http://ca.example/{name}")),
        },
        ChainFact::RootIncluded {
            root: subject.clone(),
        },
        ChainFact::SelfSignedLeaf {
            subject: subject.clone(),
        },
        ChainFact::SignatureInvalid {
            subject: subject.clone(),
            issuer: subject.clone(),
        },
        ChainFact::TooLong {
            certificates: 12_000,
            limit: 10_000,
        },
        ChainFact::UnrelatedCertificate {
            subject: subject.clone(),
        },
        ChainFact::UntrustedRoot {
            root: subject.clone(),
            trust: "mozilla".into(),
        },
        ChainFact::UntrustedRoot {
            root: subject.clone(),
            trust: "system".into(),
        },
        ChainFact::UntrustedRoot {
            root: subject.clone(),
            trust: "root.pem".into(),
        },
        ChainFact::WrongOrder {
            found: vec![subject.clone(), "leaf".into()],
            right: vec!["leaf".into(), subject.clone()],
            leaf_first: false,
        },
        ChainFact::WrongOrder {
            found: vec!["leaf".into(), "root".into(), subject.clone()],
            right: vec!["leaf".into(), subject],
            leaf_first: true,
        },
    ]
}

fn key(name: &str) -> Vec<KeyFact> {
    let certificate = name.to_owned();
    vec![
        KeyFact::CipherUnsupported {
            cipher: "PBES2 Camellia-256-CBC".into(),
        },
        KeyFact::Encrypted { seconds: 0 },
        KeyFact::Encrypted { seconds: 130 },
        KeyFact::Mismatch {
            certificate: certificate.clone(),
            key_algorithm: "RSA 2048".into(),
        },
        KeyFact::Missing {
            certificate: certificate.clone(),
            cause: KeyMissingCause::CsrSupplied,
        },
        KeyFact::Missing {
            certificate: certificate.clone(),
            cause: KeyMissingCause::MayBeLocked,
        },
        KeyFact::Missing {
            certificate: certificate.clone(),
            cause: KeyMissingCause::NotAmongFiles,
        },
        KeyFact::Missing {
            certificate: certificate.clone(),
            cause: KeyMissingCause::Served,
        },
        KeyFact::NotChecked {
            certificate: certificate.clone(),
            algorithm: "Ed448".into(),
        },
        KeyFact::PasswordDiffers {
            kind: Kind::Jks,
            entries: vec!["tomcat".into()],
            tried: 2,
        },
        KeyFact::PasswordDiffers {
            kind: Kind::Pfx,
            entries: vec![],
            tried: 1,
        },
        KeyFact::PasswordWrong {
            tried: 1,
            files: vec![format!("IIS/{name}.txt")],
        },
        KeyFact::PasswordWrong {
            tried: 3,
            files: vec![],
        },
        KeyFact::RequestMismatch {
            names: vec![certificate],
        },
    ]
}
