//! A PFX on its way into the stores of the computer: what goes where, and what can go wrong.

use std::sync::Arc;

use serde::Serialize;

use super::{KeyLink, Thumbprint};
use crate::core::x509::Certificate;

/// The store that receives the certificate with its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum ImportStore {
    /// `MY`, "Personal".
    #[serde(rename = "MY")]
    My,
    /// `WebHosting`, for very many certificates, from IIS 8 on.
    WebHosting,
}

impl ImportStore {
    /// As Windows names it.
    pub fn name(self) -> &'static str {
        match self {
            Self::My => "MY",
            Self::WebHosting => "WebHosting",
        }
    }
}

/// What an import did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PfxImport {
    /// The certificate that has the key.
    pub leaf: Thumbprint,
    /// Whether its key opens now, asked of Windows after the import.
    pub key: KeyLink,
    /// It was there already with a key that opens, so neither it nor its key was touched.
    pub was_there: bool,
    /// Intermediates that went to `CA`, or were there.
    pub intermediates: Vec<Thumbprint>,
    /// Roots of the PFX; none is ever imported.
    pub roots_left_out: Vec<Thumbprint>,
}

/// Why nothing was imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PfxImportFault {
    /// This is no Windows.
    NotWindows,
    /// It takes the rights of an administrator.
    Denied,
    /// Not a PFX, or a damaged one.
    NotPfx,
    /// The password is wrong, or protects in a way that this Windows cannot read, which it does not tell
    /// apart.
    WrongPassword,
    /// No certificate in it has its private key.
    NoKey,
    /// So many certificates have a key, and one is expected.
    SeveralKeys(usize),
    /// Anything else, in the system's words.
    Other(String),
}

/// The certificates of a PFX, by where they go.
#[derive(Debug, PartialEq, Eq)]
pub struct Sorted {
    /// Index of the certificate that has the key.
    pub leaf: usize,
    /// Indexes of those that go to `CA`.
    pub intermediates: Vec<usize>,
    /// Indexes of roots.
    pub roots: Vec<usize>,
}

/// Decides where the certificates of a PFX go; each comes with whether it has a key. What can sign nothing
/// and has no key goes nowhere: it is of no use to anybody.
///
/// # Errors
/// When there is not exactly one key.
pub fn sort(certificates: &[(Arc<Certificate>, bool)]) -> Result<Sorted, PfxImportFault> {
    let with_key =
        |(index, (_, has_key)): (usize, &(Arc<Certificate>, bool))| (*has_key).then_some(index);
    let mut keys = certificates.iter().enumerate().filter_map(with_key);
    let leaf = keys.next().ok_or(PfxImportFault::NoKey)?;
    let further = keys.count();
    if further > 0 {
        return Err(PfxImportFault::SeveralKeys(further + 1));
    }
    let mut sorted = Sorted {
        leaf,
        intermediates: Vec::new(),
        roots: Vec::new(),
    };
    for (index, (certificate, has_key)) in certificates.iter().enumerate() {
        match (has_key, certificate.is_self_issued()) {
            (true, _) => {}
            (false, true) => sorted.roots.push(index),
            (false, false) if certificate.is_leaf_like() => {}
            (false, false) => sorted.intermediates.push(index),
        }
    }
    Ok(sorted)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{PfxImportFault, sort};
    use crate::core::x509::Certificate;

    fn certificate(file: &str) -> Arc<Certificate> {
        let path = format!("{}/tests/fixtures/ca/{file}", env!("CARGO_MANIFEST_DIR"));
        let pem = std::fs::read_to_string(path).expect("fixture");
        let (_, der) = x509_parser::pem::parse_x509_pem(pem.as_bytes()).expect("PEM");
        Arc::new(Certificate::parse(&der.contents).expect("certificate"))
    }

    #[test]
    fn a_root_never_goes_anywhere() {
        let certificates = [
            (certificate("root-r1.pem"), false),
            (certificate("dv3.pem"), true),
            (certificate("ov2.pem"), false),
        ];
        let sorted = sort(&certificates).expect("one key");
        assert_eq!(sorted.leaf, 1);
        assert_eq!(sorted.intermediates, [2]);
        assert_eq!(sorted.roots, [0]);
    }

    #[test]
    fn exactly_one_key_is_expected() {
        let (first, second) = (certificate("dv3.pem"), certificate("ov2.pem"));
        let none = [(Arc::clone(&first), false)];
        assert_eq!(sort(&none), Err(PfxImportFault::NoKey));
        assert_eq!(sort(&[]), Err(PfxImportFault::NoKey));
        let both = [(first, true), (second, true)];
        assert_eq!(sort(&both), Err(PfxImportFault::SeveralKeys(2)));
    }
}
