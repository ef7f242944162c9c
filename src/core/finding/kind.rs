//! Kinds of things that files hold, and those that are recognised and not opened.

use serde::Serialize;

/// Kinds of things that files hold, as evidence names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// An archive: zip.
    Archive,
    /// An X.509 certificate.
    Certificate,
    /// A certificate revocation list.
    Crl,
    /// A certificate signing request, PKCS#10.
    Csr,
    /// A private key.
    Key,
    /// A PKCS#12 file.
    Pfx,
    /// A PKCS#7 certificate collection.
    Pkcs7,
    /// Java keystore of the old kind.
    Jks,
    /// Java keystore of the JCE kind.
    Jceks,
    /// A text file that holds a password.
    PasswordFile,
    /// A public key on its own.
    PublicKey,
    /// Text without anything to read in it.
    Text,
    /// None of these.
    Unknown,
}

/// Files that are recognised by content and not opened, each with its own next step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NotOpenedKind {
    /// tar, plain or gzipped.
    Tar,
    /// A gzip stream.
    Gzip,
    /// 7z, rar, xz, bzip2, cab.
    OtherArchive,
    /// A zip whose entries are encrypted.
    EncryptedZip,
    /// Bouncy Castle BKS, UBER or BCFKS.
    BouncyCastle,
    /// An OpenSSH private or public key.
    OpenSshKey,
    /// A PuTTY private key.
    PuttyKey,
    /// Microsoft PVK.
    Pvk,
    /// Microsoft serialized store (SST).
    SerializedStore,
    /// `Proc-Type: 4,ENCRYPTED` PEM key.
    ProcTypeKey,
    /// PKCS#8 with PBES1 or a PKCS#12 cipher.
    OldEncryptedKey,
    /// PKCS#7 that is encrypted or signs other data.
    OtherPkcs7,
    /// A PFX whose content is encrypted for the holder of a certificate.
    PublicKeyPfx,
    /// A PFX whose integrity is a signature.
    SignedPfx,
    /// DSA or EC parameters on their own.
    Parameters,
    /// An OpenPGP block.
    Pgp,
    /// An HTML page, often an error page saved instead of the download.
    Html,
    /// A timestamp, OCSP or other DER structure that is none of ours.
    OtherDer,
    /// A Windows or other program.
    Program,
    /// A document: PDF, Office.
    Document,
    /// A picture.
    Picture,
}
