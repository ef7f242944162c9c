//! The library behind a session: set up to accept everything and to note what it was shown.

use std::io::{Read, Write};
use std::sync::{Arc, Mutex, PoisonError};

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::client::{ResolvesClientCert, Resumption};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::sign::CertifiedKey;
use rustls::{
    ClientConfig, ClientConnection, DigitallySignedStruct, Error, ProtocolVersion, SignatureScheme,
};

/// What a server showed.
#[derive(Clone, Debug, Default)]
pub struct Seen(Arc<Mutex<Shown>>);

/// Certificates as sent, the OCSP answer, and whether it asked for a certificate.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    pub chain: Vec<Vec<u8>>,
    pub staple: Option<Vec<u8>>,
    pub wants_certificate: bool,
}

impl Seen {
    pub fn shown(&self) -> Shown {
        let shown = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        shown.clone()
    }

    pub fn is_certificate_wanted(&self) -> bool {
        let shown = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        shown.wants_certificate
    }

    fn note(&self, note: impl FnOnce(&mut Shown)) {
        let mut shown = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        note(&mut shown);
    }
}

/// A connection that has not spoken yet.
///
/// # Errors
/// In the library's words.
pub fn connection(
    host: ServerName<'static>,
    alpn: &[Vec<u8>],
    seen: &Seen,
) -> Result<ClientConnection, Error> {
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_protocol_versions(&[&rustls::version::TLS13, &rustls::version::TLS12])?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(seen.clone()))
        .with_client_cert_resolver(Arc::new(seen.clone()));
    config.alpn_protocols = alpn.to_vec();
    config.resumption = Resumption::disabled();
    ClientConnection::new(Arc::new(config), host)
}

/// Whether TLS 1.2 was agreed upon, where a handshake that is done says that the client may stay.
pub fn is_tls12(tls: &ClientConnection) -> bool {
    tls.protocol_version() == Some(ProtocolVersion::TLSv1_2)
}

/// What the library wants said.
pub fn pending(tls: &mut ClientConnection) -> Vec<u8> {
    let mut say = Vec::new();
    while tls.wants_write() {
        // A vector takes everything.
        if tls.write_tls(&mut say).is_err() {
            break;
        }
    }
    say
}

/// Hands over what is to be encrypted.
pub fn write(tls: &mut ClientConnection, plain: &[u8]) {
    // The library keeps what it cannot send yet.
    tls.writer().write_all(plain).ok();
}

/// What was decrypted.
pub fn read(tls: &mut ClientConnection, bytes: usize) -> Vec<u8> {
    let mut plain = Vec::new();
    // The end of the stream is seen elsewhere.
    tls.reader().take(bytes as u64).read_to_end(&mut plain).ok();
    plain
}

impl ServerCertVerifier for Seen {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        _server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let sent = std::iter::once(end_entity).chain(intermediates);
        self.note(|shown| {
            shown.chain = sent.map(|one| one.as_ref().to_vec()).collect();
            shown.staple = (!ocsp_response.is_empty()).then(|| ocsp_response.to_vec());
        });
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _message: &[u8],
        _cert: &CertificateDer<'_>,
        _dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _message: &[u8],
        _cert: &CertificateDer<'_>,
        _dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        vec![
            SignatureScheme::ECDSA_NISTP256_SHA256,
            SignatureScheme::ECDSA_NISTP384_SHA384,
            SignatureScheme::ECDSA_NISTP521_SHA512,
            SignatureScheme::ED25519,
            SignatureScheme::ED448,
            SignatureScheme::RSA_PSS_SHA256,
            SignatureScheme::RSA_PSS_SHA384,
            SignatureScheme::RSA_PSS_SHA512,
            SignatureScheme::RSA_PKCS1_SHA256,
            SignatureScheme::RSA_PKCS1_SHA384,
            SignatureScheme::RSA_PKCS1_SHA512,
            SignatureScheme::ECDSA_SHA1_Legacy,
            SignatureScheme::RSA_PKCS1_SHA1,
        ]
    }
}

impl ResolvesClientCert for Seen {
    fn resolve(
        &self,
        _root_hint_subjects: &[&[u8]],
        _sigschemes: &[SignatureScheme],
    ) -> Option<Arc<CertifiedKey>> {
        self.note(|shown| shown.wants_certificate = true);
        None
    }

    fn has_certs(&self) -> bool {
        false
    }
}
