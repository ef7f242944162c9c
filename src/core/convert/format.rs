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
