//! The finding ids that everything shares. An id never changes its meaning; new ones are added at will.

use serde::{Serialize, Serializer};

use super::Severity;

macro_rules! ids {
    ($($variant:ident $name:literal $severity:ident $citation:literal;)*) => {
        /// Stable name of one kind of finding.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Id { $(#[doc = $citation] $variant,)* }

        impl Id {
            /// All ids in the order of the list.
            pub const ALL: &[Id] = &[$(Id::$variant,)*];

            /// The name in JSON and on the command line.
            pub fn name(self) -> &'static str {
                match self { $(Id::$variant => $name,)* }
            }

            /// How bad it usually is.
            pub fn severity(self) -> Severity {
                match self { $(Id::$variant => Severity::$severity,)* }
            }

            /// The rule or page it rests on.
            pub fn citation(self) -> &'static str {
                match self { $(Id::$variant => $citation,)* }
            }
        }
    };
}

ids! {
    CertificateMissing "certificate_missing" Error "RFC 8446 section 4.4.2";
    KeyMismatch "key_mismatch" Error "RFC 8446 section 4.4.3";
    ChainSignatureInvalid "chain_signature_invalid" Error "RFC 5280 section 6.1.3 (a)(1)";
    ChainMissingIntermediate "chain_missing_intermediate" Error "RFC 8446 section 4.4.2";
    ChainUntrustedRoot "chain_untrusted_root" Error "RFC 5280 section 6.1.1 (d)";
    ChainSelfSignedLeaf "chain_self_signed_leaf" Error "CA/B Forum BR section 7.1.2.7";
    ChainWrongOrder "chain_wrong_order" Error "RFC 5246 section 7.4.2";
    ChainDuplicateCertificate "chain_duplicate_certificate" Warning "RFC 8446 section 4.4.2";
    ChainUnrelatedCertificate "chain_unrelated_certificate" Warning "RFC 8446 section 4.4.2";
    ChainRootIncluded "chain_root_included" Info "RFC 8446 section 4.4.2";
    ChainTooLong "chain_too_long" Warning "RFC 5280 section 6.1";
    CertificateExpired "certificate_expired" Error "RFC 5280 section 4.1.2.5";
    CertificateNotYetValid "certificate_not_yet_valid" Error "RFC 5280 section 4.1.2.5";
    CertificateExpiresSoon "certificate_expires_soon" Warning "RFC 5280 section 4.1.2.5";
    CertificateLifetimeTooLong "certificate_lifetime_too_long" Error "CA/B Forum BR section 6.3.2";
    NameMismatch "name_mismatch" Error "RFC 9525 section 6";
    NameCommonNameOnly "name_common_name_only" Error "RFC 9525 section 2, CA/B Forum BR section 7.1.2.7.12";
    UsageNotServer "usage_not_server" Error "RFC 5280 section 4.2.1.12";
    WeakKey "weak_key" Error "CA/B Forum BR section 6.1.5";
    WeakSignature "weak_signature" Error "CA/B Forum BR section 7.1.3.2";
    KeyMissing "key_missing" Warning "RFC 8446 section 4.4.3";
    KeyEncrypted "key_encrypted" Info "RFC 5958 section 3";
    KeyPasswordWrong "key_password_wrong" Error "RFC 8018 section 6";
    KeyCipherUnsupported "key_cipher_unsupported" Warning "RFC 8018 section 6";
    KeyNotChecked "key_not_checked" Warning "RFC 8446 section 4.4.3";
    KeystorePasswordNeeded "keystore_password_needed" Warning "RFC 7292 section 4";
    KeystorePasswordWrong "keystore_password_wrong" Error "RFC 7292 section 5.1";
    KeystoreAccountNeeded "keystore_account_needed" Warning "Windows SDK PFXExportCertStoreEx, PKCS12_PROTECT_TO_DOMAIN_SIDS";
    KeystoreChecksumWrong "keystore_checksum_wrong" Error "RFC 7292 section 5.1, RFC 9579";
    KeystoreNoMac "keystore_no_mac" Warning "RFC 7292 section 4";
    KeystoreCipherUnsupported "keystore_cipher_unsupported" Warning "RFC 7292 appendix C";
    KeystoreAliasCollision "keystore_alias_collision" Error "Java KeyStore API, KeyStore.setKeyEntry";
    KeystoreTargetCannotRead "keystore_target_cannot_read" Error "Microsoft Export-PfxCertificate, CryptoAlgorithmOption";
    KeystoreEntryNotShown "keystore_entry_not_shown" Info "RFC 7292 section 4.2";
    PasswordFileAbsent "password_file_absent" Info "RFC 7292 section 4";
    ContainersDisagree "containers_disagree" Error "RFC 5280 section 4.1";
    ExtensionLies "extension_lies" Warning "RFC 7468 section 5";
    TextBom "text_bom" Warning "RFC 7468 section 2";
    TextUtf16 "text_utf16" Warning "RFC 7468 section 2";
    TextExtraLines "text_extra_lines" Info "RFC 7468 section 2";
    PemArmourRepaired "pem_armour_repaired" Warning "RFC 7468 section 3";
    PemLabelWrong "pem_label_wrong" Info "RFC 7468 section 4";
    ArchiveLimitReached "archive_limit_reached" Error "APPNOTE.TXT 4.4";
    ArchiveEntrySkipped "archive_entry_skipped" Warning "APPNOTE.TXT 4.4.17";
    FileNotUnderstood "file_not_understood" Warning "X.690 section 8";
    IssuerDownloadFailed "issuer_download_failed" Warning "RFC 5280 section 4.2.2.1";
    IssuerDownloadRefused "issuer_download_refused" Warning "RFC 5280 section 8";
    FileUnreadable "file_unreadable" Error "POSIX.1-2017 open()";
}

impl Id {
    /// The id behind a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|id| id.name() == name)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
