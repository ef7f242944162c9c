//! Encryption for name servers: our one crypto provider, and the roots that Mozilla or this computer trust.

use std::sync::{Arc, LazyLock};

use rustls::crypto::aws_lc_rs::default_provider;
use rustls::{ClientConfig, RootCertStore};

/// How TLS is spoken, or why it is not, in the library's words.
pub type Setup = Result<Arc<ClientConfig>, String>;

/// Read at the first encrypted question.
static ROOTS: LazyLock<RootCertStore> = LazyLock::new(|| {
    let mut roots = RootCertStore::empty();
    let built_in = webpki_root_certs::TLS_SERVER_ROOT_CERTS.iter().cloned();
    let own = rustls_native_certs::load_native_certs().certs;
    roots.add_parsable_certificates(built_in.chain(own));
    roots
});

/// With further roots in DER.
pub fn config(further: &[Vec<u8>]) -> Setup {
    let mut roots = ROOTS.clone();
    let further = further.iter().map(|root| root.as_slice().into());
    roots.add_parsable_certificates(further);
    ClientConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .map(|builder| builder.with_root_certificates(roots))
        .map(|builder| Arc::new(builder.with_no_client_auth()))
        .map_err(|fault| fault.to_string())
}
