//! A server for one test on loopback that does whatever the test says with each connection. Each connection ends
//! after a few seconds at the latest.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::server::WebPkiClientVerifier;
use rustls::{RootCertStore, ServerConfig, ServerConnection};

/// The longest that a connection of a test waits for the other side.
const LONGEST: Duration = Duration::from_secs(4);

/// A server that lives as long as its test.
pub struct Server {
    pub address: SocketAddr,
    connections: Arc<AtomicUsize>,
    is_over: Arc<AtomicBool>,
}

impl Server {
    /// Does this with each connection, which ends afterwards.
    pub fn doing(answer: impl Fn(&mut TcpStream) + Send + Sync + 'static) -> Self {
        Self::at("127.0.0.1", usize::MAX, answer)
    }

    /// The same with the first connection alone; then nobody listens any more.
    pub fn once(answer: impl Fn(&mut TcpStream) + Send + Sync + 'static) -> Self {
        Self::at("127.0.0.1", 1, answer)
    }

    fn at(ip: &str, most: usize, answer: impl Fn(&mut TcpStream) + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind((ip, 0)).unwrap();
        let server = Self {
            address: listener.local_addr().unwrap(),
            connections: Arc::default(),
            is_over: Arc::default(),
        };
        let (connections, is_over) = (Arc::clone(&server.connections), Arc::clone(&server.is_over));
        let answer = Arc::new(answer);
        thread::spawn(move || {
            for stream in listener.incoming().flatten().take(most) {
                if is_over.load(Ordering::Relaxed) {
                    return;
                }
                connections.fetch_add(1, Ordering::Relaxed);
                let answer = Arc::clone(&answer);
                thread::spawn(move || {
                    let mut stream = stream;
                    stream.set_read_timeout(Some(LONGEST)).unwrap();
                    stream.set_write_timeout(Some(LONGEST)).unwrap();
                    answer(&mut stream);
                });
            }
        });
        server
    }

    /// Connections so far.
    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::Relaxed)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        TcpStream::connect(self.address).ok();
    }
}

/// Reads whatever comes until the other side goes, or time is up.
pub fn drain(stream: &mut TcpStream) {
    while hear(stream) {}
}

/// Reads what comes next; whether anything did.
pub fn hear(stream: &mut TcpStream) -> bool {
    stream.read(&mut [0; 4096]).is_ok_and(|count| count > 0)
}

/// Reads one record of TLS.
pub fn record(stream: &mut TcpStream) -> io::Result<Vec<u8>> {
    let mut head = [0; 5];
    stream.read_exact(&mut head)?;
    let mut body = vec![0; usize::from(u16::from_be_bytes([head[3], head[4]]))];
    stream.read_exact(&mut body)?;
    Ok([&head[..], &body].concat())
}

/// What a server shows: its own certificate first.
pub struct Identity {
    pub chain: Vec<CertificateDer<'static>>,
    key: PrivateKeyDer<'static>,
}

impl Identity {
    /// A certificate for a name, and that of its issuer.
    pub fn of(name: &str) -> Self {
        let mut ca = CertificateParams::default();
        ca.distinguished_name.push(DnType::CommonName, "Test CA");
        ca.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let ca_key = KeyPair::generate().unwrap();
        let ca_certificate = ca.self_signed(&ca_key).unwrap();
        let issuer = Issuer::from_params(&ca, &ca_key);
        let key = KeyPair::generate().unwrap();
        let params = CertificateParams::new(vec![name.to_owned()]).unwrap();
        let certificate = params.signed_by(&key, &issuer).unwrap();
        Self {
            chain: vec![certificate.der().clone(), ca_certificate.der().clone()],
            key: PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der())),
        }
    }

    /// A server of these versions; it may want a certificate of the client.
    pub fn config(
        &self,
        versions: &[&'static rustls::SupportedProtocolVersion],
        wants: Wants,
    ) -> ServerConfig {
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let mut roots = RootCertStore::empty();
        roots.add(self.chain[1].clone()).unwrap();
        let clients = WebPkiClientVerifier::builder_with_provider(roots.into(), provider.clone());
        let builder = ServerConfig::builder_with_provider(provider)
            .with_protocol_versions(versions)
            .unwrap();
        let builder = match wants {
            Wants::Nothing => builder.with_no_client_auth(),
            Wants::Asks => {
                builder.with_client_cert_verifier(clients.allow_unauthenticated().build().unwrap())
            }
            Wants::Insists => builder.with_client_cert_verifier(clients.build().unwrap()),
        };
        builder
            .with_single_cert(self.chain.clone(), self.key.clone_key())
            .unwrap()
    }

    /// A good server of all versions.
    pub fn server(&self) -> Server {
        let config = Arc::new(self.config(rustls::ALL_VERSIONS, Wants::Nothing));
        Server::doing(move |stream| serve(stream, &config))
    }
}

/// Whether a server wants a certificate of the client.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Wants {
    Nothing,
    Asks,
    Insists,
}

/// Speaks TLS and answers every request with 404.
pub fn serve(stream: &mut TcpStream, config: &Arc<ServerConfig>) {
    let mut tls = ServerConnection::new(Arc::clone(config)).unwrap();
    while tls.complete_io(stream).is_ok_and(|(read, _)| read > 0) {
        let mut heard = Vec::new();
        tls.reader().read_to_end(&mut heard).ok();
        if heard.ends_with(b"\r\n\r\n") {
            let words = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
            tls.writer().write_all(words).ok();
        }
    }
    tls.send_close_notify();
    tls.complete_io(stream).ok();
}
