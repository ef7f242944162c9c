//! Where a converted file will be installed, and what that place wants by default.

use serde::{Serialize, Serializer};

use crate::core::convert::{Format, PemLayout};
use crate::core::keystore::pfx::PfxCipher;

/// A server or program that has to read the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// Windows Server 2008 R2 to 2016, Windows 7 to 10 1803: before build 17763.
    Server2016,
    /// Windows Server 2019 and newer, Windows 10 1809 and newer.
    Server2019,
    /// IIS central certificate store.
    Ccs,
    /// OpenSSL 3 and what is built on it: nginx, Apache, HAProxy.
    OpenSsl,
    /// OpenSSL 1.x and appliances.
    OpenSsl1,
    /// Java 8u301, 11.0.12, 17 and newer.
    Java,
    /// Java 8 before 8u301.
    Java8,
    /// Tomcat on a current Java.
    Tomcat,
    /// macOS Keychain.
    MacOs,
}

impl Serialize for Target {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl Target {
    /// All targets in the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::Server2016,
        Self::Server2019,
        Self::Ccs,
        Self::OpenSsl,
        Self::OpenSsl1,
        Self::Java,
        Self::Java8,
        Self::Tomcat,
        Self::MacOs,
    ];

    /// The name on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Server2016 => "server-2016",
            Self::Server2019 => "server-2019",
            Self::Ccs => "ccs",
            Self::OpenSsl => "openssl",
            Self::OpenSsl1 => "openssl1",
            Self::Java => "java",
            Self::Java8 => "java8",
            Self::Tomcat => "tomcat",
            Self::MacOs => "macos",
        }
    }

    /// Whether a Java program reads it.
    pub const fn is_java(self) -> bool {
        matches!(self, Self::Java | Self::Java8 | Self::Tomcat)
    }

    /// Whether Windows reads it.
    pub const fn is_windows(self) -> bool {
        matches!(self, Self::Server2016 | Self::Server2019 | Self::Ccs)
    }

    /// The target of this name.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|target| target.code() == code)
    }

    /// The form it usually takes.
    pub const fn usual_format(self) -> Format {
        match self {
            Self::OpenSsl | Self::OpenSsl1 => Format::Pem(PemLayout::Nginx),
            Self::Java8 => Format::Jks,
            _ => Format::Pfx,
        }
    }

    /// The cipher of a PFX that it certainly reads. The central store does not say which Windows
    /// reads it, so it gets what all of them read.
    pub const fn pfx_cipher(self) -> PfxCipher {
        match self {
            Self::Server2019 | Self::OpenSsl | Self::Java | Self::Tomcat => PfxCipher::Aes256Sha256,
            Self::Server2016 | Self::Ccs | Self::OpenSsl1 | Self::Java8 | Self::MacOs => {
                PfxCipher::TripleDesSha1
            }
        }
    }

    /// Rounds of key derivation: what the target's own tools write where more would gain little.
    pub const fn iterations(self) -> u64 {
        match self {
            Self::Server2016 | Self::OpenSsl1 => 2_048,
            _ => 10_000,
        }
    }
}
