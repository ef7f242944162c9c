//! The forms a conversion can give.

/// A form of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// PKCS#12.
    Pfx,
    /// Sun's keystore.
    Jks,
    /// Sun's keystore with the stronger key protection.
    Jceks,
    /// PEM, in one or several files.
    Pem(PemLayout),
    /// One certificate or key in DER.
    Der,
    /// PKCS#7 with certificates only.
    P7b,
    /// The private key in PKCS#8.
    Pkcs8,
    /// The private RSA key in PKCS#1.
    Pkcs1,
    /// The private EC key in SEC1.
    Sec1,
}

/// Which file holds what in PEM.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PemLayout {
    /// Everything in one file: key, leaf, chain.
    One,
    /// Leaf, chain, full chain and key apart.
    Separate,
    /// Full chain and key, as nginx names them.
    Nginx,
    /// Leaf, chain and key, as Apache before 2.4.8 wants them and later ones still read.
    Apache,
    /// One file for HAProxy's `crt`: leaf, chain, key.
    HaProxy,
}

impl Format {
    /// The name on the command line; the layout of PEM is named apart.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pfx => "pfx",
            Self::Jks => "jks",
            Self::Jceks => "jceks",
            Self::Pem(_) => "pem",
            Self::Der => "der",
            Self::P7b => "p7b",
            Self::Pkcs8 => "pkcs8",
            Self::Pkcs1 => "pkcs1",
            Self::Sec1 => "sec1",
        }
    }

    /// Whether it is a keystore with a password of its own.
    pub const fn is_keystore(self) -> bool {
        matches!(self, Self::Pfx | Self::Jks | Self::Jceks)
    }

    /// Whether it can hold several keys with their chains.
    pub const fn holds_several(self) -> bool {
        matches!(
            self,
            Self::Pfx | Self::Jks | Self::Jceks | Self::P7b | Self::Pem(PemLayout::One)
        )
    }

    /// Whether a private key goes in.
    pub const fn has_key(self) -> bool {
        !matches!(self, Self::Der | Self::P7b)
    }

    /// Whether the private key is all that goes in.
    pub const fn is_key_only(self) -> bool {
        matches!(self, Self::Pkcs8 | Self::Pkcs1 | Self::Sec1)
    }

    /// Whether several files come out.
    pub const fn is_several_files(self) -> bool {
        matches!(
            self,
            Self::Pem(PemLayout::Separate | PemLayout::Nginx | PemLayout::Apache)
        )
    }
}

impl PemLayout {
    /// All layouts in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Nginx,
        Self::Apache,
        Self::HaProxy,
        Self::Separate,
        Self::One,
    ];

    /// The name on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Separate => "separate",
            Self::Nginx => "nginx",
            Self::Apache => "apache",
            Self::HaProxy => "haproxy",
        }
    }
}
