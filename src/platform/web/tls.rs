//! Encryption for `https:`: our one crypto provider, and the roots that Mozilla or this computer trust.

use std::sync::{Arc, LazyLock};

use ureq::tls::{Certificate, RootCerts, TlsConfig};

/// Read at the first `https:` question.
static ROOTS: LazyLock<RootCerts> = LazyLock::new(|| {
    let built_in = webpki_root_certs::TLS_SERVER_ROOT_CERTS.iter();
    let own = rustls_native_certs::load_native_certs().certs;
    let roots: Vec<Certificate<'static>> = built_in
        .map(|root| Certificate::from_der(root.as_ref()).to_owned())
        .chain(
            own.iter()
                .map(|root| Certificate::from_der(root.as_ref()).to_owned()),
        )
        .collect();
    RootCerts::new_with_certs(&roots)
});

/// How `https:` is spoken; the roots are read only where it is and a certificate is judged.
pub fn config(is_https: bool, trusts_any: bool) -> TlsConfig {
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = TlsConfig::builder().unversioned_rustls_crypto_provider(provider);
    match is_https {
        true if trusts_any => config.disable_verification(true).build(),
        true => config.root_certs(ROOTS.clone()).build(),
        false => config.build(),
    }
}
