//! The flags of an https binding and those of an http.sys entry. The two number different things, and
//! taking one for the other switches something off without a word: so each is a type of its own, and
//! [`HttpSysFlags::of_binding`] is the only way between them.

use serde::{Serialize, Serializer};

use super::version::IisVersion;

/// The `sslFlags` of a binding in `applicationHost.config` (Microsoft Learn, "IIS `<binding>`" and
/// IIS_schema.xml). Unknown bits are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SslFlags(pub u32);

/// One flag of a binding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SslFlag {
    /// 1: the certificate is chosen by the host name sent (SNI).
    Sni,
    /// 2: the certificate comes from the central store.
    CentralStore,
    /// 4: no HTTP/2.
    NoHttp2,
    /// 8: no OCSP stapling.
    NoOcspStapling,
    /// 16: no QUIC, so no HTTP/3.
    NoQuic,
    /// 32: no TLS 1.3.
    NoTls13,
    /// 64: no TLS 1.0 and 1.1.
    NoLegacyTls,
    /// 128: the client's certificate is asked for during the first handshake.
    NegotiateClientCertificate,
}

impl SslFlag {
    /// All flags by their bits.
    pub const ALL: &[SslFlag] = &[
        Self::Sni,
        Self::CentralStore,
        Self::NoHttp2,
        Self::NoOcspStapling,
        Self::NoQuic,
        Self::NoTls13,
        Self::NoLegacyTls,
        Self::NegotiateClientCertificate,
    ];

    /// Its bit in `sslFlags`.
    pub fn bit(self) -> u32 {
        match self {
            Self::Sni => 1,
            Self::CentralStore => 2,
            Self::NoHttp2 => 4,
            Self::NoOcspStapling => 8,
            Self::NoQuic => 16,
            Self::NoTls13 => 32,
            Self::NoLegacyTls => 64,
            Self::NegotiateClientCertificate => 128,
        }
    }

    /// Name on the command line and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sni => "sni",
            Self::CentralStore => "central-store",
            Self::NoHttp2 => "no-http2",
            Self::NoOcspStapling => "no-ocsp-stapling",
            Self::NoQuic => "no-quic",
            Self::NoTls13 => "no-tls13",
            Self::NoLegacyTls => "no-legacy-tls",
            Self::NegotiateClientCertificate => "negotiate-client-certificate",
        }
    }

    /// The flag of a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|flag| flag.name() == name)
    }

    /// The oldest version that knows it. The three of Server 2022 came to Server 2019 with updates.
    pub fn since(self) -> IisVersion {
        match self {
            Self::Sni | Self::CentralStore => IisVersion::V8_0,
            Self::NoHttp2 | Self::NoOcspStapling => IisVersion::V10_2016,
            Self::NoQuic | Self::NoTls13 | Self::NoLegacyTls => IisVersion::V10_2019,
            Self::NegotiateClientCertificate => IisVersion::V10_2025,
        }
    }
}

impl SslFlags {
    /// Whether a flag is set.
    pub fn has(self, flag: SslFlag) -> bool {
        self.0 & flag.bit() != 0
    }

    /// With a flag set.
    #[must_use]
    pub fn with(self, flag: SslFlag) -> Self {
        Self(self.0 | flag.bit())
    }

    /// With a flag cleared.
    #[must_use]
    pub fn without(self, flag: SslFlag) -> Self {
        Self(self.0 & !flag.bit())
    }

    /// The flags that are set.
    pub fn list(self) -> impl Iterator<Item = SslFlag> {
        SslFlag::ALL
            .iter()
            .copied()
            .filter(move |flag| self.has(*flag))
    }

    /// Bits that no version is known to use; always kept.
    pub fn unknown_bits(self) -> u32 {
        SslFlag::ALL
            .iter()
            .fold(self.0, |bits, flag| bits & !flag.bit())
    }

    /// Flags that this version does not have.
    pub fn too_new_for(self, version: IisVersion) -> impl Iterator<Item = SslFlag> {
        self.list().filter(move |flag| flag.since() > version)
    }

    /// Flags that do nothing but harm together with the central store: IIS refuses 4 to 128 beside 2.
    pub fn against_central_store(self) -> impl Iterator<Item = SslFlag> {
        let is_central = self.has(SslFlag::CentralStore);
        self.list()
            .filter(move |flag| is_central && flag.bit() > SslFlag::CentralStore.bit())
    }
}

impl Serialize for SslFlag {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> serde::Deserialize<'de> for SslFlag {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let name = String::deserialize(from)?;
        Self::parse(&name).ok_or_else(|| serde::de::Error::custom("not a flag of a binding"))
    }
}

/// The flags of an http.sys certificate entry (`HTTP_SERVICE_CONFIG_SSL_FLAG_…` in http.h). Not those of
/// a binding. Unknown bits are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HttpSysFlags(pub u32);

/// One flag of an http.sys entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HttpSysFlag {
    /// 0x01: client certificates are mapped to Windows accounts by the directory.
    DsMapper,
    /// 0x02: the client's certificate is asked for during the first handshake.
    NegotiateClientCertificate,
    /// 0x04: raw ISAPI filters are passed by.
    NoRawFilter,
    /// 0x08: connections are refused.
    RejectConnections,
    /// 0x10: no HTTP/2.
    NoHttp2,
    /// 0x20: no QUIC.
    NoQuic,
    /// 0x40: no TLS 1.3.
    NoTls13,
    /// 0x80: no OCSP stapling.
    NoOcspStapling,
    /// 0x100: tokens are bound to the connection.
    TokenBinding,
    /// 0x200: more is logged.
    LogExtendedEvents,
    /// 0x400: no TLS 1.0 and 1.1.
    NoLegacyTls,
    /// 0x800: session tickets.
    SessionTicket,
}

impl HttpSysFlag {
    /// All flags by their bits.
    pub const ALL: &[HttpSysFlag] = &[
        Self::DsMapper,
        Self::NegotiateClientCertificate,
        Self::NoRawFilter,
        Self::RejectConnections,
        Self::NoHttp2,
        Self::NoQuic,
        Self::NoTls13,
        Self::NoOcspStapling,
        Self::TokenBinding,
        Self::LogExtendedEvents,
        Self::NoLegacyTls,
        Self::SessionTicket,
    ];

    /// Its bit in http.sys.
    pub fn bit(self) -> u32 {
        match self {
            Self::DsMapper => 0x01,
            Self::NegotiateClientCertificate => 0x02,
            Self::NoRawFilter => 0x04,
            Self::RejectConnections => 0x08,
            Self::NoHttp2 => 0x10,
            Self::NoQuic => 0x20,
            Self::NoTls13 => 0x40,
            Self::NoOcspStapling => 0x80,
            Self::TokenBinding => 0x100,
            Self::LogExtendedEvents => 0x200,
            Self::NoLegacyTls => 0x400,
            Self::SessionTicket => 0x800,
        }
    }

    /// The parameter of `netsh http add sslcert` that sets it, with `enable`; `None` where netsh has none
    /// of that kind.
    pub fn netsh_parameter(self) -> Option<&'static str> {
        Some(match self {
            Self::DsMapper => "dsmapperusage",
            Self::NegotiateClientCertificate => "clientcertnegotiation",
            Self::RejectConnections => "reject",
            Self::NoHttp2 => "disablehttp2",
            Self::NoQuic => "disablequic",
            Self::NoTls13 => "disabletls13",
            Self::NoOcspStapling => "disableocspstapling",
            Self::TokenBinding => "enabletokenbinding",
            Self::LogExtendedEvents => "logextendedevents",
            Self::NoLegacyTls => "disablelegacytls",
            Self::SessionTicket => "enablesessionticket",
            Self::NoRawFilter => return None,
        })
    }
}

/// What one side calls by one name and the other by another.
const SAME: &[(SslFlag, HttpSysFlag)] = &[
    (SslFlag::NoHttp2, HttpSysFlag::NoHttp2),
    (SslFlag::NoOcspStapling, HttpSysFlag::NoOcspStapling),
    (SslFlag::NoQuic, HttpSysFlag::NoQuic),
    (SslFlag::NoTls13, HttpSysFlag::NoTls13),
    (SslFlag::NoLegacyTls, HttpSysFlag::NoLegacyTls),
    (
        SslFlag::NegotiateClientCertificate,
        HttpSysFlag::NegotiateClientCertificate,
    ),
];

impl HttpSysFlags {
    /// Whether a flag is set.
    pub fn has(self, flag: HttpSysFlag) -> bool {
        self.0 & flag.bit() != 0
    }

    /// With a flag set.
    #[must_use]
    pub fn with(self, flag: HttpSysFlag) -> Self {
        Self(self.0 | flag.bit())
    }

    /// The flags that are set.
    pub fn list(self) -> impl Iterator<Item = HttpSysFlag> {
        HttpSysFlag::ALL
            .iter()
            .copied()
            .filter(move |flag| self.has(*flag))
    }

    /// What the entry of a binding carries. SNI and the central store are no flags there: they make
    /// another kind of entry.
    pub fn of_binding(flags: SslFlags) -> Self {
        let mut own = Self::default();
        for (binding, entry) in SAME {
            if flags.has(*binding) {
                own = own.with(*entry);
            }
        }
        own
    }

    /// What a binding would say that has an entry with these flags, SNI and central store left out.
    pub fn to_binding(self) -> SslFlags {
        let mut flags = SslFlags::default();
        for (binding, entry) in SAME {
            if self.has(*entry) {
                flags = flags.with(*binding);
            }
        }
        flags
    }
}

impl<'de> serde::Deserialize<'de> for HttpSysFlags {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        u32::deserialize(from).map(Self)
    }
}

impl Serialize for SslFlags {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(self.0)
    }
}

impl Serialize for HttpSysFlags {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{HttpSysFlag, HttpSysFlags, SslFlag, SslFlags};
    use crate::core::iis::version::IisVersion;

    #[test]
    fn flags_are_converted_in_both_directions() {
        // binding's sslFlags, http.sys flags
        let table = [
            (0, 0),
            (4, 0x10),
            (8, 0x80),
            (16, 0x20),
            (32, 0x40),
            (64, 0x400),
            (128, 0x02),
            (4 | 32 | 64, 0x10 | 0x40 | 0x400),
            (252, 0x4f2),
        ];
        for (binding, entry) in table {
            let (binding, entry) = (SslFlags(binding), HttpSysFlags(entry));
            assert_eq!(HttpSysFlags::of_binding(binding), entry, "{binding:?}");
            assert_eq!(entry.to_binding(), binding, "{entry:?}");
        }
        // SNI and central store have no bit there, other bits of http.sys none here.
        assert_eq!(HttpSysFlags::of_binding(SslFlags(3)), HttpSysFlags(0));
        assert_eq!(HttpSysFlags(0x1 | 0x4 | 0x8).to_binding(), SslFlags(0));
    }

    #[test]
    fn no_bit_is_used_twice() {
        let all = SslFlag::ALL.iter().fold(0, |bits, flag| {
            assert_eq!(bits & flag.bit(), 0);
            bits | flag.bit()
        });
        assert_eq!(all, 255);
        let all = HttpSysFlag::ALL.iter().fold(0, |bits, flag| {
            assert_eq!(bits & flag.bit(), 0);
            bits | flag.bit()
        });
        assert_eq!(all, 0xfff);
    }

    #[test]
    fn unknown_bits_stay_when_a_flag_changes() {
        let flags = SslFlags(0x8000_0100).with(SslFlag::Sni);
        assert_eq!(flags, SslFlags(0x8000_0101));
        assert_eq!(flags.without(SslFlag::Sni).unknown_bits(), 0x8000_0100);
    }

    #[test]
    fn flags_are_blocked_below_their_version_and_beside_the_central_store() {
        let too_new = |bits, version| SslFlags(bits).too_new_for(version).count();
        assert_eq!(too_new(1, IisVersion::V7_5), 1);
        assert_eq!(too_new(1, IisVersion::V8_0), 0);
        assert_eq!(too_new(4 | 8, IisVersion::V8_5), 2);
        assert_eq!(too_new(16 | 32 | 64, IisVersion::V10_2016), 3);
        assert_eq!(too_new(255, IisVersion::V10_2022), 1);
        assert_eq!(SslFlags(3).against_central_store().count(), 0);
        assert_eq!(SslFlags(2 | 4 | 128).against_central_store().count(), 2);
        assert_eq!(SslFlags(4).against_central_store().count(), 0);
    }
}
