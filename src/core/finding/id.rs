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
    CaFlagMissing "ca_flag_missing" Error "RFC 5280 section 6.1.4 (k)";
    CaUsageMissing "ca_usage_missing" Error "RFC 5280 section 6.1.4 (n)";
    CertificateRevoked "certificate_revoked" Error "RFC 5280 section 6.3";
    ChainAlternativePaths "chain_alternative_paths" Info "RFC 4158 section 2";
    ChainDepthExceeded "chain_depth_exceeded" Error "RFC 5280 section 6.1";
    ChainNamesDiffer "chain_names_differ" Error "RFC 5280 section 6.1.3 (a)(4)";
    ChainSecondOpinion "chain_second_opinion" Info "RFC 5280 section 6";
    ChainWorkLimit "chain_work_limit" Warning "RFC 4158 section 2.4.2";
    CriticalExtensionUnknown "critical_extension_unknown" Error "RFC 5280 section 4.2";
    CrlNotUsable "crl_not_usable" Warning "RFC 5280 section 6.3.3";
    KeyUsageUnfit "key_usage_unfit" Error "RFC 5280 section 4.2.1.3";
    NameConstraintUnusable "name_constraint_unusable" Error "RFC 5280 section 4.2.1.10";
    NameConstraintViolated "name_constraint_violated" Error "RFC 5280 section 4.2.1.10";
    PathLengthExceeded "path_length_exceeded" Error "RFC 5280 section 4.2.1.9";
    PolicyMappingAny "policy_mapping_any" Error "RFC 5280 section 4.2.1.5";
    PolicyMissing "policy_missing" Error "RFC 5280 section 6.1.5 (g), RFC 9618";
    RevocationUnknown "revocation_unknown" Error "RFC 5280 section 6.3.3";
    SignatureNotChecked "signature_not_checked" Warning "RFC 5280 section 6.1.3 (a)(1)";
    UsageChangedOnRenewal "usage_changed_on_renewal" Warning "RFC 5280 section 4.2.1.12";
    UsageNotClient "usage_not_client" Error "RFC 5280 section 4.2.1.12";
    AccessInfoCritical "access_info_critical" Warning "RFC 5280 section 4.2.2.1";
    AuthorityKeyIdCritical "authority_key_id_critical" Warning "RFC 5280 section 4.2.1.1";
    AuthorityKeyIdMissing "authority_key_id_missing" Warning "RFC 5280 section 4.2.1.1";
    BasicConstraintsMissing "basic_constraints_missing" Warning "RFC 5280 section 4.2.1.9";
    BasicConstraintsNotCritical "basic_constraints_not_critical" Warning "RFC 5280 section 4.2.1.9";
    ExtensionDuplicate "extension_duplicate" Error "RFC 5280 section 4.2";
    ExtensionMalformed "extension_malformed" Error "RFC 5280 section 4.2";
    IssuerEmpty "issuer_empty" Warning "RFC 5280 section 4.1.2.4";
    KeyUsageInconsistent "key_usage_inconsistent" Warning "RFC 5280 sections 4.2.1.3 and 4.2.1.9";
    NameConstraintsMisplaced "name_constraints_misplaced" Warning "RFC 5280 section 4.2.1.10";
    NameConstraintsNotCritical "name_constraints_not_critical" Warning "RFC 5280 section 4.2.1.10";
    NameMalformed "name_malformed" Warning "RFC 5280 section 4.2.1.6";
    PolicyConstraintsNotCritical "policy_constraints_not_critical" Warning "RFC 5280 section 4.2.1.11";
    SerialNotPositive "serial_not_positive" Warning "RFC 5280 section 4.1.2.2";
    SerialTooLong "serial_too_long" Warning "RFC 5280 section 4.1.2.2";
    SignatureAlgorithmsDiffer "signature_algorithms_differ" Error "RFC 5280 section 4.1.1.2";
    SubjectEmpty "subject_empty" Warning "RFC 5280 section 4.1.2.6";
    SubjectKeyIdCritical "subject_key_id_critical" Warning "RFC 5280 section 4.2.1.2";
    SubjectKeyIdMissing "subject_key_id_missing" Warning "RFC 5280 section 4.2.1.2";
    ValidityMalformed "validity_malformed" Warning "RFC 5280 section 4.1.2.5";
    VersionTooOld "version_too_old" Warning "RFC 5280 section 4.1.2.1";
    AuthorityKeyIdDiffers "authority_key_id_differs" Warning "CA/B Forum BR section 7.1.2.1.3";
    AuthorityKeyIdIssuer "authority_key_id_issuer" Warning "CA/B Forum BR section 7.1.2.11.1";
    CaAsServerCertificate "ca_as_server_certificate" Warning "CA/B Forum BR section 7.1.2.7.8";
    CommonNameMisspelt "common_name_misspelt" Warning "CA/B Forum BR section 7.1.4.3";
    CommonNameNotInNames "common_name_not_in_names" Warning "CA/B Forum BR section 7.1.4.3";
    CurveForbidden "curve_forbidden" Warning "CA/B Forum BR section 7.1.3.1.2";
    ExtendedKeyUsageAny "extended_key_usage_any" Warning "CA/B Forum BR section 7.1.2.7.10";
    ExtendedKeyUsageCritical "extended_key_usage_critical" Warning "CA/B Forum BR section 7.1.2.7.6";
    ExtendedKeyUsageMissing "extended_key_usage_missing" Warning "CA/B Forum BR section 7.1.2.7.10";
    ExtendedKeyUsageOnRoot "extended_key_usage_on_root" Warning "CA/B Forum BR section 7.1.2.1.2";
    KeyKindForbidden "key_kind_forbidden" Warning "CA/B Forum BR section 6.1.5";
    NameConstraintsEmpty "name_constraints_empty" Warning "CA/B Forum BR section 7.1.2.5.2";
    NamesCritical "names_critical" Warning "CA/B Forum BR section 7.1.2.7.12";
    NamesMissing "names_missing" Warning "CA/B Forum BR section 7.1.2.7.12";
    RsaSizeUneven "rsa_size_uneven" Warning "CA/B Forum BR section 6.1.5";
    WildcardForPublicSuffix "wildcard_for_public_suffix" Warning "CA/B Forum BR section 3.2.2.6";
    WildcardMisplaced "wildcard_misplaced" Warning "CA/B Forum BR section 1.6.1, RFC 9525 section 6.3";
    NameInternal "name_internal" Warning "CA/B Forum BR section 7.1.4.2.1";
    PolicyNotSaid "policy_not_said" Warning "CA/B Forum BR section 7.1.2.7.9";
    RsaExponentWeak "rsa_exponent_weak" Warning "CA/B Forum BR section 6.1.6";
    SerialTooShort "serial_too_short" Warning "CA/B Forum BR section 7.1";
    ServerAndOtherUsage "server_and_other_usage" Warning "CA/B Forum BR section 7.1.2.7.10";
    TransparencyMissing "transparency_missing" Warning "Chrome Certificate Transparency Policy, RFC 6962 section 3.3";
    KeyMissing "key_missing" Warning "RFC 8446 section 4.4.3";
    KeyEncrypted "key_encrypted" Info "RFC 5958 section 3";
    KeyPasswordWrong "key_password_wrong" Error "RFC 8018 section 6";
    KeyCipherUnsupported "key_cipher_unsupported" Warning "RFC 8018 section 6";
    KeyNotChecked "key_not_checked" Warning "RFC 8446 section 4.4.3";
    KeyReused "key_reused" Warning "CA/B Forum BR section 6.1.1.3; one vendor’s order rules (2024)";
    CsrSignatureInvalid "csr_signature_invalid" Error "RFC 2986 section 4.2";
    CsrChallengeInClear "csr_challenge_in_clear" Info "RFC 2985 section 5.4.1";
    CsrKeyNotTakenEverywhere "csr_key_not_taken_everywhere" Info "One vendor’s order rules (2024)";
    OrderNamesMissing "order_names_missing" Error "CA/B Forum BR section 3.2.2.4";
    OrderNamesExtra "order_names_extra" Warning "CA/B Forum BR section 3.2.2.4";
    SubjectCommonNameMissing "subject_common_name_missing" Info "CA/B Forum BR section 7.1.4.3";
    SubjectCountryUnknown "subject_country_unknown" Error "ISO 3166-1; CA/B Forum BR section 7.1.2.7.4";
    SubjectEmailMalformed "subject_email_malformed" Warning "RFC 5321 section 4.1.2";
    SubjectFieldMissing "subject_field_missing" Error "CA/B Forum BR section 7.1.2.7.4, EV Guidelines section 7.1.4.2";
    SubjectFieldNotIssued "subject_field_not_issued" Info "CA/B Forum BR section 7.1.2.7.2";
    SubjectHiddenCharacters "subject_hidden_characters" Error "CA/B Forum BR section 7.1.4.2; Unicode TR 36";
    SubjectPlaceholder "subject_placeholder" Error "CA/B Forum BR section 7.1.2.7.4";
    SubjectSpacesAround "subject_spaces_around" Warning "RFC 4518 section 2.6.1";
    SubjectUnitPresent "subject_unit_present" Warning "CA/B Forum ballot SC-47, since 2022-09-01";
    SubjectValueEmpty "subject_value_empty" Error "RFC 5280 appendix A.1";
    SubjectValueTooLong "subject_value_too_long" Error "RFC 5280 appendix A.1, upper bounds";
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
    IisBindingNotUnderstood "iis_binding_not_understood" Error "Microsoft Learn, IIS Binding <binding>, bindingInformation";
    IisFlagsNotUnderstood "iis_flags_not_understood" Error "IIS_schema.xml, sslFlags; HTTP 500.19";
    IisDuplicateElement "iis_duplicate_element" Error "Microsoft Learn, HTTP 500.19, 0x800700b7";
    IisDuplicateBinding "iis_duplicate_binding" Error "Microsoft Learn, IIS Site Bindings; error 0x800700b7";
    IisPortBothSchemes "iis_port_both_schemes" Error "Microsoft Learn, HTTP Server API, UrlPrefix strings";
    IisHostMalformed "iis_host_malformed" Error "RFC 1123 section 2.1, RFC 5890";
    IisWildcardNeeds10 "iis_wildcard_needs_10" Error "Microsoft Learn, New features introduced in IIS 10.0, wildcard host headers";
    IisFlagTooNew "iis_flag_too_new" Warning "Microsoft Learn, IIS Binding <binding>, sslFlags";
    IisFlagsAgainstCentralStore "iis_flags_against_central_store" Error "Microsoft Learn, IIS Binding <binding>, sslFlags";
    IisOneCertificatePerAddress "iis_one_certificate_per_address" Error "Microsoft Learn, IIS 8.0 Server Name Indication";
    IisHostMissing "iis_host_missing" Warning "Microsoft Learn, IIS Binding <binding>, bindingInformation";
    IisCatchAllBesideNamed "iis_catch_all_beside_named" Warning "Microsoft Learn, IIS 8.0 Server Name Indication";
    IisSniOff "iis_sni_off" Warning "Microsoft Learn, IIS 8.0 Server Name Indication; RFC 6066 section 3";
    IisSniMixed "iis_sni_mixed" Warning "Microsoft Learn, IIS 8.0 Server Name Indication";
    IisSniWithoutSslcert "iis_sni_without_sslcert" Error "Microsoft Learn, netsh http, add sslcert hostnameport";
    IisSslcertMissing "iis_sslcert_missing" Error "Microsoft Learn, netsh http, add sslcert ipport";
    IisSslcertOverrules "iis_sslcert_overrules" Warning "Microsoft Learn, HTTP Server API, HttpServiceConfigSslSniCertInfo";
    IisSslcertOrphan "iis_sslcert_orphan" Info "Microsoft Learn, netsh http, delete sslcert";
    IisCentralStoreWithoutSslcert "iis_central_store_without_sslcert" Error "Microsoft Learn, IIS 8.0 Centralized SSL Certificate Support";
    IisCertificateMissing "iis_certificate_missing" Error "Microsoft Learn, netsh http, certhash and certstorename";
    IisCertificateExpired "iis_certificate_expired" Error "RFC 5280 section 4.1.2.5";
    IisCertificateNotYetValid "iis_certificate_not_yet_valid" Error "RFC 5280 section 4.1.2.5";
    IisCertificateExpiresSoon "iis_certificate_expires_soon" Warning "RFC 5280 section 4.1.2.5";
    IisCertificateWrongName "iis_certificate_wrong_name" Error "RFC 9525 section 6";
    IisKeyMissing "iis_key_missing" Error "Microsoft Learn, certutil -repairstore";
    IisKeyBroken "iis_key_broken" Error "Microsoft Learn, error 1312 (0x80070520), certutil -repairstore";
    IisIntermediateMissing "iis_intermediate_missing" Warning "RFC 8446 section 4.4.2; Microsoft Learn, intermediate certification authorities store";
    IisStoppedSiteConflict "iis_stopped_site_conflict" Warning "Microsoft Learn, IIS Site Bindings";
    IisRequiresHttpsWithoutBinding "iis_requires_https_without_binding" Error "Microsoft Learn, IIS Access <access>; HTTP 403.4";
    IisHttpOnly "iis_http_only" Info "RFC 9110 section 4.2.2";
    IisHttpNotRedirected "iis_http_not_redirected" Info "RFC 6797 section 7.2";
    IisValidationBlocked "iis_validation_blocked" Warning "CA/B Forum BR section 3.2.2.4.18, RFC 8555 section 8.3";
    IisSharedConfiguration "iis_shared_configuration" Warning "Microsoft Learn, IIS Shared Configuration, redirection.config";
    IisWow64View "iis_wow64_view" Error "Microsoft Learn, File System Redirector";
    IisPartElsewhere "iis_part_elsewhere" Warning "Microsoft Learn, IIS configSource";
    IisLayerNotRead "iis_layer_not_read" Warning "Microsoft Learn, netsh http show sslcert";
    IssuerDownloadFailed "issuer_download_failed" Warning "RFC 5280 section 4.2.2.1";
    IssuerDownloadRefused "issuer_download_refused" Warning "RFC 5280 section 8";
    OrderNameMalformed "order_name_malformed" Error "RFC 1123 section 2.1, RFC 5890; CA/B Forum BR section 7.1.4.2.1";
    OrderNameWildcardMisplaced "order_name_wildcard_misplaced" Error "CA/B Forum BR section 1.6.1, RFC 9525 section 6.3";
    OrderNamePublicSuffix "order_name_public_suffix" Error "CA/B Forum BR section 3.2.2.6";
    OrderNamePrivateAddress "order_name_private_address" Error "CA/B Forum BR section 7.1.4.2.1, RFC 6890";
    OrderNameInternal "order_name_internal" Error "CA/B Forum BR section 7.1.4.2.1, RFC 6761";
    OrderNameTopLevelUnknown "order_name_top_level_unknown" Warning "CA/B Forum BR section 7.1.4.2.1; publicsuffix.org";
    OrderNameLong "order_name_long" Warning "ITU-T X.520 ub-common-name, RFC 5280 appendix A.1";
    OrderNameTwoLevels "order_name_two_levels" Warning "RFC 9525 section 6.3";
    OrderNameFilterWord "order_name_filter_word" Warning "CA/B Forum BR section 4.2.1, high risk certificate requests; one vendor's examples, 2024";
    OrderNameDuplicate "order_name_duplicate" Info "RFC 4343 section 3";
    OrderNameCovered "order_name_covered" Info "RFC 9525 section 6.3";
    OrderNameOnion "order_name_onion" Info "CA/B Forum BR appendix B, RFC 7686";
    OrderNameVendorRule "order_name_vendor_rule" Info "one vendor's console, 2024";
    OrderAddressFewCas "order_address_few_cas" Info "CA/B Forum BR section 3.2.2.5; one vendor's table, 2024";
    OrderAddressesNotByDns "order_addresses_not_by_dns" Info "CA/B Forum BR section 3.2.2.5, RFC 8738";
    OrderListDnsOnly "order_list_dns_only" Info "CA/B Forum BR sections 3.2.2.4.18 and 3.2.2.4.19";
    OrderListLimit "order_list_limit" Warning "RFC 5280 section 4.2.1.6";
    DnsNameMissing "dns_name_missing" Error "RFC 1035 section 4.1.1, RFC 8020";
    DnsNotDelegated "dns_not_delegated" Error "RFC 1034 section 4.2.1, RFC 5731 section 2.3";
    DnsLookupFailed "dns_lookup_failed" Error "RFC 1035 section 4.1.1, CA/B Forum BR section 3.2.2.8";
    DnsNoAddress "dns_no_address" Warning "CA/B Forum BR section 3.2.2.4.18, RFC 8555 section 8.3";
    DnsReservedAddress "dns_reserved_address" Warning "RFC 6890, IANA special-purpose address registries";
    DnsPublicSuffix "dns_public_suffix" Warning "CA/B Forum BR section 3.2.2.6; publicsuffix.org";
    DnsIntercepted "dns_intercepted" Warning "RFC 8109 section 3.3, RFC 7858 section 1";
    DnsServerSilent "dns_server_silent" Warning "RFC 2182 section 3.1, RFC 1034 section 4.1";
    DnsServerRefuses "dns_server_refuses" Warning "RFC 1035 section 4.1.1";
    DnsLameDelegation "dns_lame_delegation" Warning "RFC 1912 section 2.8, RFC 9499 section 7";
    DnsDelegationDiffers "dns_delegation_differs" Warning "RFC 1034 section 4.2.2";
    DnsServerAddressMissing "dns_server_address_missing" Warning "RFC 1912 section 2.8, RFC 9471";
    DnsTcpClosed "dns_tcp_closed" Warning "RFC 7766 section 5";
    DnsOneServer "dns_one_server" Info "RFC 2182 section 5, RFC 1034 section 4.1";
    DnsOneNetwork "dns_one_network" Info "RFC 2182 section 3.1";
    DnsServersDisagree "dns_servers_disagree" Warning "RFC 1034 section 4.3.5, CA/B Forum BR section 3.2.2.9";
    DnsResolversDisagree "dns_resolvers_disagree" Warning "RFC 1035 section 3.2.1, CA/B Forum BR section 3.2.2.9";
    DnsCnameLoop "dns_cname_loop" Error "RFC 1034 section 3.6.2";
    DnsCnameDangling "dns_cname_dangling" Warning "RFC 1034 section 3.6.2";
    DnsCnameBesideOthers "dns_cname_beside_others" Warning "RFC 1034 section 3.6.2, RFC 2181 section 10.1";
    DnsWildcardAnswers "dns_wildcard_answers" Info "RFC 4592";
    DnsNegativeCached "dns_negative_cached" Warning "RFC 2308 section 5";
    DnssecBroken "dnssec_broken" Error "RFC 4035 section 5, CA/B Forum BR section 3.2.2.8.1";
    DnssecNotChecked "dnssec_not_checked" Info "RFC 4035 section 4.3";
    DnsHostsFile "dns_hosts_file" Warning "RFC 952";
    DnsSplit "dns_split" Info "RFC 6950 section 4";
    DnsAnswerBroken "dns_answer_broken" Warning "RFC 1035 section 4.1";
    CaaForbids "caa_forbids" Error "RFC 8659 section 4";
    CaaAuthorityRetired "caa_authority_retired" Warning "CCADB, list of CAA identifiers; announcements of the CAs, 2025";
    CaaCriticalUnknown "caa_critical_unknown" Error "RFC 8659 section 4.1";
    CaaLookupFailed "caa_lookup_failed" Error "RFC 8659 section 6, CA/B Forum BR section 3.2.2.8";
    CaaMalformed "caa_malformed" Warning "RFC 8659 section 4.2";
    CaaParameters "caa_parameters" Warning "RFC 8657 sections 3 and 4";
    CaaServersDisagree "caa_servers_disagree" Warning "RFC 8659 section 3, RFC 1034 section 4.3.5";
    TxtMissing "txt_missing" Error "CA/B Forum BR section 3.2.2.4.7, RFC 8555 section 8.4";
    TxtWrongValue "txt_wrong_value" Error "CA/B Forum BR section 3.2.2.4.7, RFC 8555 section 8.4";
    TxtDoubledLabel "txt_doubled_label" Error "RFC 1035 section 5.1";
    TxtServersDisagree "txt_servers_disagree" Error "RFC 1034 section 4.3.5, CA/B Forum BR section 3.2.2.9";
    TxtSeveral "txt_several" Info "RFC 8555 section 8.4";
    RecordWrongPlace "record_wrong_place" Error "CA/B Forum BR section 3.2.2.4.7, RFC 1035 section 5.1";
    RecordFromWildcard "record_from_wildcard" Warning "RFC 4592 section 2.2";
    RecordStale "record_stale" Warning "RFC 1035 section 3.2.1, RFC 2308 section 5";
    RecordLookupFailed "record_lookup_failed" Error "RFC 1035 section 4.1.1, RFC 8555 section 8.4";
    CnameMissing "cname_missing" Error "CA/B Forum BR section 3.2.2.4.7";
    CnameWrongTarget "cname_wrong_target" Error "CA/B Forum BR section 3.2.2.4.7";
    CnameTargetMissing "cname_target_missing" Warning "RFC 1034 section 3.6.2";
    AcmeChallengeDangling "acme_challenge_dangling" Info "RFC 8555 section 8.4, RFC 1034 section 3.6.2";
    AcmeChallengeDelegated "acme_challenge_delegated" Info "RFC 8555 section 8.4";
    ValidationPersistFound "validation_persist_found" Info "draft-ietf-acme-dns-persist";
    ValidationPlacesDisagree "validation_places_disagree" Warning "CA/B Forum BR section 3.2.2.9";
    ValidationGeoOrFirewallSuspected "validation_geo_or_firewall_suspected" Warning "CA/B Forum BR section 3.2.2.9";
    FileWrongStatus "file_wrong_status" Error "CA/B Forum BR section 3.2.2.4.18, RFC 8555 section 8.3";
    FileWrongContent "file_wrong_content" Error "CA/B Forum BR section 3.2.2.4.18, RFC 8555 section 8.3";
    FileBom "file_bom" Error "RFC 8555 section 8.3; Unicode 15, section 23.8, byte order mark";
    FileExtraNewline "file_extra_newline" Warning "RFC 8555 section 8.3; one vendor's console, 2024: exact content";
    FileContentType "file_content_type" Info "RFC 8555 section 8.3: application/octet-stream";
    FileRedirected "file_redirected" Info "CA/B Forum BR section 3.2.2.4.18; one vendor's console, 2024: no redirect";
    FileForcedHttps "file_forced_https" Info "CA/B Forum BR section 3.2.2.4.18; one vendor's console, 2024: no redirect";
    FileRedirectRefused "file_redirect_refused" Error "CA/B Forum BR section 3.2.2.4.18; RFC 8555 section 10.4";
    FileRedirectLoop "file_redirect_loop" Error "RFC 9110 section 15.4";
    FileNotReachable "file_not_reachable" Error "RFC 8555 section 8.3; CA/B Forum BR section 1.6.1, authorized ports";
    FileAnswerBroken "file_answer_broken" Error "RFC 9112 section 2";
    FilePathBlocked "file_path_blocked" Error "Palo Alto Networks App-ID, acme-protocol; RFC 8555 section 8.3";
    FileTlsBroken "file_tls_broken" Error "RFC 8446 section 4; CA/B Forum BR section 3.2.2.4.18";
    FileWrongProtocol "file_wrong_protocol" Error "RFC 9110 sections 4.2.1 and 4.2.2";
    FileBlockPage "file_block_page" Error "CA/B Forum BR section 3.2.2.4.18; the page's own source is in the evidence";
    FileIisBlocked "file_iis_blocked" Error "Microsoft Learn, HTTP status code overview, IIS 7 and later";
    FileBehindCdn "file_behind_cdn" Info "RFC 9110 section 3.7";
    FileHttpsDiffers "file_https_differs" Warning "one vendor's console, 2024: https on, file under http only";
    FileIpv6Differs "file_ipv6_differs" Error "RFC 6724, RFC 8305: IPv6 first";
    FileAddressesDiffer "file_addresses_differ" Error "RFC 1035 section 3.4.1; CA/B Forum BR section 3.2.2.9";
    FileWildcardNotAllowed "file_wildcard_not_allowed" Error "CA/B Forum BR section 3.2.2.4.18, since 2021-12-01";
    FileNoAddress "file_no_address" Error "RFC 8555 section 8.3";
    PortRefused "port_refused" Error "RFC 9293 section 3.10.7.1";
    TlsObsoleteProtocol "tls_obsolete_protocol" Warning "RFC 8996, RFC 7568";
    TlsObsoleteOnly "tls_obsolete_only" Error "RFC 8996, RFC 7568; Chrome 98, Firefox 97: TLS 1.2 at least";
    TlsNoTls13 "tls_no_tls13" Info "RFC 9325 section 3.1.1";
    TlsWeakSuites "tls_weak_suites" Warning "RFC 9325 section 4.1, RFC 7465, CVE-2016-2183";
    TlsNoForwardSecrecy "tls_no_forward_secrecy" Warning "RFC 9325 section 4.1";
    TlsVersionUnanswered "tls_version_unanswered" Warning "RFC 8446 sections 4.2.1 and 6.2: protocol_version";
    TlsScanLimit "tls_scan_limit" Info "no more than 300 connections to one server";
    ServedDiffersFromFile "served_differs_from_file" Error "RFC 8446 section 4.4.2";
    ServedPartly "served_partly" Warning "RFC 1035 section 3.4.1, RFC 8446 section 4.4.2";
    ServedDiffersBetweenAddresses "served_differs_between_addresses" Warning "RFC 1035 section 3.4.1, RFC 8446 section 4.4.2";
    ServedNotCertificate "served_not_certificate" Error "RFC 8446 section 4.4.2";
    ServedDefaultCertificate "served_default_certificate" Error "CA/B Forum BR section 7.1.2.7";
    ServedByInspection "served_by_inspection" Warning "RFC 8446 section 9.3";
    ServedStillExpired "served_still_expired" Warning "RFC 5280 section 4.1.2.5";
    OcspStapleBad "ocsp_staple_bad" Warning "RFC 6960 section 3.2, RFC 6066 section 8";
    OcspStapleMissing "ocsp_staple_missing" Error "RFC 7633 section 4.2.3";
    WebSocketRefused "websocket_refused" Warning "RFC 6455 section 4.2.2";
    PortFiltered "port_filtered" Error "RFC 9293 section 3.8.3";
    PortUnreachable "port_unreachable" Warning "RFC 1122 section 3.3.1";
    TlsPlainHttp "tls_plain_http" Error "RFC 9110 section 4.2.2";
    TlsOtherProtocol "tls_other_protocol" Error "RFC 8446 section 5.1";
    TlsStartTlsRefused "tls_starttls_refused" Error "RFC 3207 section 4, RFC 9051 section 6.2.1, MS-RDPBCGR section 2.2.1.2";
    TlsAlert "tls_alert" Error "RFC 8446 section 6";
    TlsClosed "tls_closed" Error "RFC 8446 section 6.1";
    TlsSilent "tls_silent" Error "RFC 8446 section 4";
    TlsBroken "tls_broken" Error "RFC 8446 section 5";
    TlsTooMuch "tls_too_much" Error "RFC 8446 section 4.4.2";
    TlsClientCertificate "tls_client_certificate" Info "RFC 8446 section 4.3.2";
    TlsOldClientOnly "tls_old_client_only" Error "RFC 8996, RFC 9325 section 4";
    TlsAnswersOnce "tls_answers_once" Warning "RFC 9293 section 3.5";
    AddressesUnequal "addresses_unequal" Warning "RFC 6724, RFC 8305";
    ListenerMissing "listener_missing" Error "RFC 9293 section 3.10.7.1";
    ListenerElsewhere "listener_elsewhere" Error "RFC 9293 section 3.9.1";
    ListenerBlocked "listener_blocked" Warning "Microsoft Learn: New-NetFirewallRule";
    TlsSniNeeded "tls_sni_needed" Info "RFC 6066 section 3";
    HttpNotRedirected "http_not_redirected" Warning "RFC 9110 section 4.2.2";
    HttpsDowngraded "https_downgraded" Error "RFC 9110 section 4.2.2";
    PageRedirectLoop "page_redirect_loop" Error "RFC 9110 section 15.4";
    PageRedirectRefused "page_redirect_refused" Error "RFC 9110 section 15.4";
    PageNotAnswered "page_not_answered" Error "RFC 9110 section 3.4";
    PageStatus "page_status" Warning "RFC 9110 section 15";
    PageOtherHost "page_other_host" Info "RFC 9110 section 10.2.2";
    PageTooLarge "page_too_large" Info "this program's limits";
    PagePacked "page_packed" Info "RFC 9110 section 8.4";
    PageLeftOut "page_left_out" Info "this program's limits";
    PagePartInside "page_part_inside" Warning "RFC 1918; IANA special-purpose address registries";
    MixedContent "mixed_content" Error "W3C Mixed Content Level 2, section 3";
    MixedByRedirect "mixed_by_redirect" Error "W3C Mixed Content Level 2, section 4.4";
    MixedUpgraded "mixed_upgraded" Info "W3C Upgrade Insecure Requests, section 3";
    FormOverHttp "form_over_http" Warning "W3C Mixed Content Level 2, section 6.1";
    DownloadOverHttp "download_over_http" Warning "W3C Secure Contexts, section 3.1; Chromium, blocking insecure downloads";
    HstsMissing "hsts_missing" Info "RFC 6797 section 6.1";
    HstsUnreadable "hsts_unreadable" Warning "RFC 6797 section 6.1";
    HstsShort "hsts_short" Info "RFC 6797 section 11.2";
    HstsOverHttp "hsts_over_http" Info "RFC 6797 section 8.1";
    HstsIgnored "hsts_ignored" Info "RFC 6797 section 8.1";
    HstsPreload "hsts_preload" Info "hstspreload.org, submission requirements";
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
