//! Trusted roots, looked up by name and key (RFC 5280 section 6.1.1 (d): an anchor is a name and a key).

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use crate::core::x509::Certificate;
use crate::core::x509::name::DistinguishedName;

type NameAndKey = (Box<str>, Arc<[u8]>);

/// Parsed at the first question, once for the whole program: that takes a third of a small `inspect`.
static MOZILLA: LazyLock<Arc<Roots>> = LazyLock::new(|| {
    let roots = webpki_root_certs::TLS_SERVER_ROOT_CERTS.iter();
    Arc::new(Roots::from_der(roots.map(AsRef::as_ref)))
});

/// A set of trusted roots.
#[derive(Clone, Default)]
pub struct Roots {
    certificates: Vec<Arc<Certificate>>,
    by_name_and_key: HashMap<NameAndKey, usize>,
    by_name: HashMap<Box<str>, Vec<usize>>,
}

impl Roots {
    /// Roots from their certificates; what does not parse is left out.
    pub fn from_der<'a>(ders: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let mut roots = Self::default();
        ders.into_iter()
            .filter_map(|der| Certificate::parse(der).ok())
            .for_each(|root| roots.add(Arc::new(root)));
        roots
    }

    /// Mozilla's list of roots for web servers, as built into the program.
    pub fn mozilla() -> Arc<Self> {
        Arc::clone(&MOZILLA)
    }

    /// Adds one root.
    pub fn add(&mut self, root: Arc<Certificate>) {
        let index = self.certificates.len();
        let name = root.subject.key();
        self.by_name_and_key
            .insert((name.clone(), Arc::clone(&root.spki)), index);
        self.by_name.entry(name).or_default().push(index);
        self.certificates.push(root);
    }

    /// Number of roots.
    pub fn len(&self) -> usize {
        self.certificates.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.certificates.is_empty()
    }

    /// The root with the same name and key as this certificate, cross-signed or not.
    pub fn same_as(&self, certificate: &Certificate) -> Option<&Arc<Certificate>> {
        let key = (certificate.subject.key(), Arc::clone(&certificate.spki));
        self.by_name_and_key
            .get(&key)
            .and_then(|index| self.certificates.get(*index))
    }

    /// Roots whose name is the issuer name of this certificate.
    pub fn issuers_of<'a>(
        &'a self,
        certificate: &Certificate,
    ) -> impl Iterator<Item = &'a Arc<Certificate>> {
        self.named(&certificate.issuer)
    }

    /// Whether this very certificate is one of them.
    pub fn holds(&self, certificate: &Certificate) -> bool {
        self.named(&certificate.subject)
            .any(|root| root.fingerprint == certificate.fingerprint)
    }

    /// All of them, in the order in which they were added.
    pub fn certificates(&self) -> &[Arc<Certificate>] {
        &self.certificates
    }

    /// Roots of a name.
    pub fn named(&self, name: &DistinguishedName) -> impl Iterator<Item = &Arc<Certificate>> {
        let indexes = self
            .by_name
            .get(&name.key())
            .map(Vec::as_slice)
            .unwrap_or_default();
        indexes
            .iter()
            .filter_map(|index| self.certificates.get(*index))
    }
}
