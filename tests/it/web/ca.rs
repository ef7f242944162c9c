//! Hierarchies for one test, with addresses of issuers in them.

use std::io::Read as _;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use certwright::core::der::{self, Tag};
use certwright::core::x509::Certificate;
use rcgen::{
    BasicConstraints, CertificateParams, CustomExtension, DnType, IsCa, Issuer, KeyPair,
    date_time_ymd,
};

/// A certificate with its key.
pub struct Entity {
    pub params: CertificateParams,
    pub key: KeyPair,
    pub certificate: Arc<Certificate>,
}

/// What a certificate of a test is like.
#[derive(Clone, Default)]
pub struct Like<'a> {
    pub name: &'a str,
    /// Where its issuer is.
    pub issuer_at: &'a [&'a str],
    pub is_leaf: bool,
    pub has_expired: bool,
}

impl Like<'_> {
    pub fn params(&self) -> CertificateParams {
        let mut params = CertificateParams::default();
        params
            .distinguished_name
            .push(DnType::CommonName, self.name);
        if !self.is_leaf {
            params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        }
        params.not_before = date_time_ymd(2020, 1, 1);
        let year = if self.has_expired { 2024 } else { 2040 };
        params.not_after = date_time_ymd(year, 1, 1);
        if !self.issuer_at.is_empty() {
            params.custom_extensions.push(access(self.issuer_at));
        }
        params
    }
}

/// AuthorityInfoAccess with these caIssuers.
fn access(urls: &[&str]) -> CustomExtension {
    let descriptions: Vec<Vec<u8>> = urls
        .iter()
        .map(|url| {
            let location = der::tlv(Tag::context_primitive(6), &[url.as_bytes()]);
            der::sequence(&[&der::oid("1.3.6.1.5.5.7.48.2"), &location])
        })
        .collect();
    let parts: Vec<&[u8]> = descriptions.iter().map(Vec::as_slice).collect();
    CustomExtension::from_oid_content(&[1, 3, 6, 1, 5, 5, 7, 1, 1], der::sequence(&parts))
}

pub fn parsed(der: &[u8]) -> Arc<Certificate> {
    Arc::new(Certificate::parse(der).unwrap())
}

pub fn root(like: &Like<'_>) -> Entity {
    let (params, key) = (like.params(), KeyPair::generate().unwrap());
    let made = params.self_signed(&key).unwrap();
    let certificate = parsed(made.der());
    Entity {
        params,
        key,
        certificate,
    }
}

impl Entity {
    pub fn issue(&self, like: &Like<'_>) -> Entity {
        self.issue_for(like, KeyPair::generate().unwrap())
    }

    /// Certifies a key that exists, for cross-signing.
    pub fn issue_for(&self, like: &Like<'_>, key: KeyPair) -> Entity {
        let params = like.params();
        let issuer = Issuer::from_params(&self.params, &self.key);
        let certificate = parsed(params.signed_by(&key, &issuer).unwrap().der());
        Entity {
            params,
            key,
            certificate,
        }
    }

    pub fn der(&self) -> &[u8] {
        &self.certificate.der
    }
}

/// A TLS server whose certificate nobody trusts, for one connection.
pub fn serve_untrusted() -> (SocketAddr, JoinHandle<()>) {
    use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
    let key = KeyPair::generate().unwrap();
    let params = CertificateParams::new(["127.0.0.1".to_owned()]).unwrap();
    let chain = vec![params.self_signed(&key).unwrap().der().clone()];
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let serving = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(3)))
            .unwrap();
        let mut connection = rustls::ServerConnection::new(Arc::new(config)).unwrap();
        connection.complete_io(&mut stream).ok();
        stream.read_exact(&mut [0]).ok();
    });
    (address, serving)
}
