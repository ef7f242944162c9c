//! Versions of IIS and the Windows they come with; what each of them knows.

use serde::{Serialize, Serializer};

/// A version of IIS, told apart as far as bindings differ. Ordered by age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IisVersion {
    /// IIS 7.0: Windows Vista, Server 2008.
    V7_0,
    /// IIS 7.5: Windows 7, Server 2008 R2.
    V7_5,
    /// IIS 8.0: Windows 8, Server 2012.
    V8_0,
    /// IIS 8.5: Windows 8.1, Server 2012 R2.
    V8_5,
    /// IIS 10.0 of Server 2016 (build 14393 on).
    V10_2016,
    /// IIS 10.0 of Server 2019 (build 17763 on).
    V10_2019,
    /// IIS 10.0 of Server 2022 (build 20348 on), and Windows 11.
    V10_2022,
    /// IIS 10.0 of Server 2025 (build 26100 on).
    V10_2025,
}

/// First builds of Windows (docs.microsoft.com "Windows Server release information"), newest first.
const BUILDS: &[(u32, IisVersion)] = &[
    (26_100, IisVersion::V10_2025),
    (20_348, IisVersion::V10_2022),
    (17_763, IisVersion::V10_2019),
    (10_240, IisVersion::V10_2016),
    (9_600, IisVersion::V8_5),
    (9_200, IisVersion::V8_0),
    (7_600, IisVersion::V7_5),
    (6_000, IisVersion::V7_0),
];

impl IisVersion {
    /// All versions, oldest first.
    pub const ALL: &[IisVersion] = &[
        Self::V7_0,
        Self::V7_5,
        Self::V8_0,
        Self::V8_5,
        Self::V10_2016,
        Self::V10_2019,
        Self::V10_2022,
        Self::V10_2025,
    ];

    /// Reads `7`, `7.5`, `8.5`, `10`, `2012 R2`, `server-2019`, `Windows Server 2022`. A bare `10`
    /// means Server 2019: it knows what most of them know.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.to_ascii_lowercase();
        let text = text
            .replace("iis", "")
            .replace("windows", "")
            .replace("server", "");
        let bare: String = text
            .chars()
            .filter(|char| char.is_ascii_alphanumeric() || *char == '.')
            .collect();
        Some(match bare.trim_start_matches('v') {
            "7" | "7.0" | "2008" => Self::V7_0,
            "7.5" | "2008r2" => Self::V7_5,
            "8" | "8.0" | "2012" => Self::V8_0,
            "8.5" | "2012r2" => Self::V8_5,
            "2016" => Self::V10_2016,
            "10" | "10.0" | "2019" => Self::V10_2019,
            "11" | "2022" => Self::V10_2022,
            "2025" => Self::V10_2025,
            _ => return None,
        })
    }

    /// The version of a Windows build number.
    pub fn of_build(build: u32) -> Option<Self> {
        let found = BUILDS.iter().find(|(first, _)| build >= *first);
        found.map(|(_, version)| *version)
    }

    /// The version that the registry gives: `MajorVersion` and `MinorVersion` of
    /// `HKLM\SOFTWARE\Microsoft\InetStp`. From 10 on, only the build of Windows tells further.
    pub fn of_registry(major: u32, minor: u32, build: u32) -> Option<Self> {
        match (major, minor) {
            (7, 0) => Some(Self::V7_0),
            (7, 5) => Some(Self::V7_5),
            (8, 0) => Some(Self::V8_0),
            (8, 5) => Some(Self::V8_5),
            (10, _) => Self::of_build(build)
                .filter(|found| *found >= Self::V10_2016)
                .or(Some(Self::V10_2016)),
            _ => None,
        }
    }

    /// `7.5`, `10.0`.
    pub fn number(self) -> &'static str {
        match self {
            Self::V7_0 => "7.0",
            Self::V7_5 => "7.5",
            Self::V8_0 => "8.0",
            Self::V8_5 => "8.5",
            Self::V10_2016 | Self::V10_2019 | Self::V10_2022 | Self::V10_2025 => "10.0",
        }
    }

    /// The server it comes with: `2012 R2`.
    pub fn server(self) -> &'static str {
        match self {
            Self::V7_0 => "2008",
            Self::V7_5 => "2008 R2",
            Self::V8_0 => "2012",
            Self::V8_5 => "2012 R2",
            Self::V10_2016 => "2016",
            Self::V10_2019 => "2019",
            Self::V10_2022 => "2022",
            Self::V10_2025 => "2025",
        }
    }

    /// Whether a binding can have a certificate of its own by host name (SNI), from IIS 8 on.
    pub fn has_sni(self) -> bool {
        self >= Self::V8_0
    }

    /// Whether a host name in a binding may begin with `*.`, from IIS 10 on.
    pub fn has_wildcard_hosts(self) -> bool {
        self >= Self::V10_2016
    }

    /// Whether IIS itself sends HSTS, from version 1709 of IIS 10 on.
    pub fn has_hsts(self) -> bool {
        self >= Self::V10_2019
    }

    /// Name on the command line and in JSON: `server-2012r2`.
    pub fn name(self) -> &'static str {
        match self {
            Self::V7_0 => "server-2008",
            Self::V7_5 => "server-2008r2",
            Self::V8_0 => "server-2012",
            Self::V8_5 => "server-2012r2",
            Self::V10_2016 => "server-2016",
            Self::V10_2019 => "server-2019",
            Self::V10_2022 => "server-2022",
            Self::V10_2025 => "server-2025",
        }
    }
}

impl Serialize for IisVersion {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> serde::Deserialize<'de> for IisVersion {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let name = String::deserialize(from)?;
        Self::parse(&name).ok_or_else(|| serde::de::Error::custom("not a version of IIS"))
    }
}

#[cfg(test)]
mod tests {
    use super::IisVersion;

    #[test]
    fn every_name_reads_back() {
        for version in IisVersion::ALL {
            assert_eq!(IisVersion::parse(version.name()), Some(*version));
            let server = format!("Windows Server {}", version.server());
            assert_eq!(IisVersion::parse(&server), Some(*version));
        }
        assert_eq!(IisVersion::parse("IIS 7.5"), Some(IisVersion::V7_5));
        assert_eq!(IisVersion::parse("10"), Some(IisVersion::V10_2019));
        assert_eq!(IisVersion::parse("9"), None);
        assert_eq!(IisVersion::parse(""), None);
    }

    #[test]
    fn builds_tell_the_version() {
        // winver: Server 2012 R2 is 9600, Server 2022 is 20348, Windows 11 is 22000 on
        assert_eq!(IisVersion::of_build(9_600), Some(IisVersion::V8_5));
        assert_eq!(IisVersion::of_build(22_631), Some(IisVersion::V10_2022));
        assert_eq!(IisVersion::of_build(2_600), None);
    }

    #[test]
    fn the_registry_tells_the_version() {
        let found = IisVersion::of_registry;
        assert_eq!(found(7, 5, 7_601), Some(IisVersion::V7_5));
        assert_eq!(found(8, 5, 9_600), Some(IisVersion::V8_5));
        assert_eq!(found(10, 0, 14_393), Some(IisVersion::V10_2016));
        assert_eq!(found(10, 0, 26_100), Some(IisVersion::V10_2025));
        assert_eq!(found(10, 0, 0), Some(IisVersion::V10_2016));
        assert_eq!(found(6, 0, 3_790), None);
    }
}
