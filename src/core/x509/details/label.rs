//! What a line can be about. The words are in `text::x509`.

use super::super::oid::Oid;

macro_rules! labels {
    ($($name:ident)*) => {
        /// What a line is about.
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub enum Label {
            /// An attribute, access method, statement or name type by its dotted OID.
            Oid(Oid),
            $(
                #[doc = concat!("See the words of `", stringify!($name), "`.")]
                $name,
            )*
        }

        impl Label {
            /// All labels but [`Label::Oid`].
            pub const ALL: &[Label] = &[$(Label::$name),*];
        }
    };
}

labels! {
    AddressFamily
    AddressRange
    Admission
    Algorithm
    AllAddresses
    Amount
    AttestationChallenge
    AttestationVersion
    AutonomousSystem
    AutonomousSystems
    BaseCrlNumber
    BiometricType
    CaCertificateIndex
    CaKeyIndex
    Capability
    CertificateAuthority
    CrlIssuer
    CrlNumber
    Curve
    DirectoryName
    DistributionPoint
    DnsName
    EdiPartyName
    Email
    EmptyList
    Excluded
    ExplicitText
    Exponent
    FingerprintSha1
    FingerprintSha256
    Flags
    FromPolicy
    Generator
    Hash
    HashAlgorithm
    IndirectCrl
    InhibitPolicyMapping
    InnerAlgorithm
    IpAddress
    IssuerUniqueId
    KeyId
    KeyLength
    KeySize
    Language
    LogId
    Logotype
    MajorVersion
    MaskAlgorithm
    MediaType
    MinorVersion
    Modulus
    More
    NotAfter
    NotBefore
    NoticeNumbers
    NoticeOrganization
    OnlyAttributeCertificates
    OnlyAuthorityCertificates
    OnlyUserCertificates
    OrganizationNumber
    OtherName
    Parameters
    PathLength
    Permitted
    Point
    Policy
    PolicyLanguage
    PolicyText
    Present
    PrimeP
    PrimeQ
    Profession
    PublicKeyValue
    Purpose
    Purposes
    RawValue
    Reasons
    Receipt
    RegisteredId
    RegistrationNumber
    RelativeName
    RequireExplicitPolicy
    RetentionYears
    Role
    SaltLength
    Serial
    ServiceProviderCode
    SignatureAlgorithm
    SignatureValue
    SkipCertificates
    SubjectUniqueId
    Supervisor
    TelephoneNumber
    TelephoneRange
    Template
    TemplateName
    Timestamp
    TlsFeatures
    ToPolicy
    UnknownBits
    Uri
    Value
    Version
    X400Address
}
