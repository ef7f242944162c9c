//! A name server for one test on loopback: UDP and TCP on one port, encrypted when the test wants it, answering
//! whatever the test says. Each connection ends after a few seconds at the latest.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream, UdpSocket};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use rcgen::{CertificateParams, KeyPair};
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// The longest that a connection of a test lives.
pub const LONGEST: Duration = Duration::from_secs(6);

/// What a datagram is answered with: any number of datagrams.
pub type OverUdp = dyn Fn(&UdpSocket, SocketAddr, &[u8]) + Send + Sync;
/// What a connection does after it has sent its question.
pub type OverTcp = dyn Fn(&mut dyn Connection, &[u8]) + Send + Sync;

/// A connection, encrypted or not.
pub trait Connection: Read + Write {}
impl<T: Read + Write> Connection for T {}

/// A server that lives as long as its test.
pub struct NameServer {
    pub address: SocketAddr,
    heard: Arc<Mutex<Vec<Vec<u8>>>>,
    is_over: Arc<AtomicBool>,
}

impl NameServer {
    /// Answers over UDP; over TCP nobody listens.
    pub fn udp(answer: impl Fn(&UdpSocket, SocketAddr, &[u8]) + Send + Sync + 'static) -> Self {
        let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
        let server = Self::at(socket.local_addr().unwrap());
        server.serve_udp(socket, Arc::new(answer));
        server
    }

    /// Answers over UDP with this message.
    pub fn saying(answer: impl Fn(&[u8]) -> Vec<u8> + Send + Sync + 'static) -> Self {
        Self::udp(move |socket, from, query| {
            socket.send_to(&answer(query), from).ok();
        })
    }

    /// Over UDP an answer that was cut, over TCP what the test says.
    pub fn tcp(answer: impl Fn(&mut dyn Connection, &[u8]) + Send + Sync + 'static) -> Self {
        let (listener, socket) = (0..50)
            .find_map(|_| {
                let listener = TcpListener::bind("127.0.0.1:0").unwrap();
                let socket = UdpSocket::bind(listener.local_addr().unwrap()).ok()?;
                Some((listener, socket))
            })
            .expect("a port that is free for both");
        let server = Self::at(listener.local_addr().unwrap());
        let cut = |socket: &UdpSocket, from, query: &[u8]| {
            socket.send_to(&reply(query, 0x8200, &[]), from).ok();
        };
        server.serve_udp(socket, Arc::new(cut));
        let answer: Arc<OverTcp> = Arc::new(answer);
        server.accept(listener, move |stream, heard| {
            converse(stream, heard, answer.as_ref());
        });
        server
    }

    /// The same with TLS.
    pub fn tls(
        identity: &Identity,
        answer: impl Fn(&mut dyn Connection, &[u8]) + Send + Sync + 'static,
    ) -> Self {
        Self::encrypted(identity, move |stream, heard| {
            converse(stream, heard, &answer);
        })
    }

    /// Speaks HTTP/2: frames of the test's choice for the question that came.
    pub fn https(
        identity: &Identity,
        answer: impl Fn(&mut dyn Connection, &[u8]) + Send + Sync + 'static,
    ) -> Self {
        Self::encrypted(identity, move |stream, heard| {
            if let Some(query) = frames::question(stream) {
                heard.lock().unwrap().push(query.clone());
                answer(stream, &query);
            }
        })
    }

    /// Speaks TLS, and on it what the test says.
    pub fn encrypted(
        identity: &Identity,
        serve: impl Fn(&mut dyn Connection, &Mutex<Vec<Vec<u8>>>) + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let server = Self::at(listener.local_addr().unwrap());
        let config = Arc::new(identity.config());
        server.accept(listener, move |stream, heard| {
            let connection = ServerConnection::new(Arc::clone(&config)).unwrap();
            let mut stream = StreamOwned::new(connection, stream.try_clone().unwrap());
            serve(&mut stream, heard);
            stream.conn.send_close_notify();
            stream.flush().ok();
        });
        server
    }

    fn at(address: SocketAddr) -> Self {
        Self {
            address,
            heard: Arc::default(),
            is_over: Arc::default(),
        }
    }

    fn serve_udp(&self, socket: UdpSocket, answer: Arc<OverUdp>) {
        let (heard, is_over) = (Arc::clone(&self.heard), Arc::clone(&self.is_over));
        socket
            .set_read_timeout(Some(Duration::from_millis(50)))
            .unwrap();
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while !is_over.load(Ordering::SeqCst) {
                if let Ok((length, from)) = socket.recv_from(&mut buffer) {
                    let query = buffer[..length].to_vec();
                    heard.lock().unwrap().push(query.clone());
                    answer(&socket, from, &query);
                }
            }
        });
    }

    fn accept(
        &self,
        listener: TcpListener,
        serve: impl Fn(&mut TcpStream, &Mutex<Vec<Vec<u8>>>) + Send + Sync + 'static,
    ) {
        let (heard, is_over) = (Arc::clone(&self.heard), Arc::clone(&self.is_over));
        let serve = Arc::new(serve);
        thread::spawn(move || {
            for stream in listener.incoming() {
                if is_over.load(Ordering::SeqCst) {
                    return;
                }
                let mut stream = stream.unwrap();
                stream.set_read_timeout(Some(LONGEST)).unwrap();
                stream.set_write_timeout(Some(LONGEST)).unwrap();
                let (serve, heard) = (Arc::clone(&serve), Arc::clone(&heard));
                thread::spawn(move || serve(&mut stream, &heard));
            }
        });
    }

    /// Questions, in order.
    pub fn heard(&self) -> Vec<Vec<u8>> {
        self.heard.lock().unwrap().clone()
    }
}

impl Drop for NameServer {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::SeqCst);
        TcpStream::connect(self.address).ok();
    }
}

fn converse(stream: &mut dyn Connection, heard: &Mutex<Vec<Vec<u8>>>, answer: &OverTcp) {
    let mut length = [0; 2];
    if stream.read_exact(&mut length).is_err() {
        return;
    }
    let mut query = vec![0; usize::from(u16::from_be_bytes(length))];
    if stream.read_exact(&mut query).is_ok() {
        heard.lock().unwrap().push(query.clone());
        answer(stream, &query);
    }
}

/// Writes the same again and again until nobody reads.
pub fn endless(stream: &mut dyn Connection, bytes: &[u8], pause: Duration) {
    let begun = Instant::now();
    while begun.elapsed() < LONGEST && stream.write_all(bytes).is_ok() && stream.flush().is_ok() {
        if !pause.is_zero() {
            thread::sleep(pause);
        }
    }
}

/// A message with its length in front, as over TCP.
pub fn framed(message: &[u8]) -> Vec<u8> {
    let length = u16::try_from(message.len()).unwrap();
    [&length.to_be_bytes(), message].concat()
}

/// The question of a query: name, type, class.
pub fn question(query: &[u8]) -> &[u8] {
    let mut end = 12;
    while query[end] != 0 {
        end += 1 + usize::from(query[end]);
    }
    &query[12..end + 5]
}

/// A reply with the query's id and question and these records as its answer.
pub fn reply(query: &[u8], flags: u16, answers: &[Vec<u8>]) -> Vec<u8> {
    message(query, flags, [answers, &[], &[]])
}

/// A reply with its three sections.
pub fn message(query: &[u8], flags: u16, sections: [&[Vec<u8>]; 3]) -> Vec<u8> {
    let mut out = query[..2].to_vec();
    out.extend(flags.to_be_bytes());
    out.extend(1_u16.to_be_bytes());
    for section in sections {
        out.extend(u16::try_from(section.len()).unwrap().to_be_bytes());
    }
    out.extend(question(query));
    sections.iter().for_each(|section| {
        section.iter().for_each(|record| out.extend(record));
    });
    out
}

/// A record of the name that was asked for.
pub fn record(kind: u16, rdata: &[u8]) -> Vec<u8> {
    record_of(&[0xc0, 12], kind, rdata)
}

/// A record of a name in wire form; TTL 300.
pub fn record_of(name: &[u8], kind: u16, rdata: &[u8]) -> Vec<u8> {
    let length = u16::try_from(rdata.len()).unwrap();
    [
        name,
        &kind.to_be_bytes(),
        &[0, 1, 0, 0, 1, 44],
        &length.to_be_bytes(),
        rdata,
    ]
    .concat()
}

/// A self-signed certificate and its key.
pub struct Identity {
    pub der: Vec<u8>,
    key: KeyPair,
}

impl Identity {
    /// For this name or address.
    pub fn of(name: &str) -> Self {
        let key = KeyPair::generate().unwrap();
        let params = CertificateParams::new([name.to_owned()]).unwrap();
        let der = params.self_signed(&key).unwrap().der().to_vec();
        Self { der, key }
    }

    fn config(&self) -> ServerConfig {
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(self.key.serialize_der()));
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let mut config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![self.der.clone().into()], key)
            .unwrap();
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        config
    }
}

/// As much of HTTP/2 as one question needs (RFC 9113).
pub mod frames {
    use std::time::Duration;

    use super::{Connection, endless};

    const PREFACE: usize = 24;
    pub const DATA: u8 = 0;
    pub const HEADERS: u8 = 1;
    const SETTINGS: u8 = 4;
    const END_STREAM: u8 = 1;
    const END_HEADERS: u8 = 4;

    /// A frame.
    pub fn frame(kind: u8, flags: u8, stream: u32, payload: &[u8]) -> Vec<u8> {
        let length = u32::try_from(payload.len()).unwrap().to_be_bytes();
        [&length[1..], &[kind, flags], &stream.to_be_bytes(), payload].concat()
    }

    /// Reads frames until the question is complete; `None` when the connection ends before.
    pub fn question(stream: &mut dyn Connection) -> Option<Vec<u8>> {
        stream.read_exact(&mut [0; PREFACE]).ok()?;
        stream.write_all(&frame(SETTINGS, 0, 0, &[])).ok()?;
        stream.flush().ok()?;
        let mut body = Vec::new();
        loop {
            let mut head = [0; 9];
            stream.read_exact(&mut head).ok()?;
            let length = u32::from_be_bytes([0, head[0], head[1], head[2]]);
            let mut payload = vec![0; length as usize];
            stream.read_exact(&mut payload).ok()?;
            match head[3] {
                SETTINGS if head[4] == 0 => {
                    stream.write_all(&frame(SETTINGS, 1, 0, &[])).ok()?;
                    stream.flush().ok()?;
                }
                DATA => {
                    body.extend(payload);
                    if head[4] & END_STREAM != 0 {
                        return Some(body);
                    }
                }
                _ => {}
            }
        }
    }

    /// A status in HPACK's static table (RFC 7541 appendix A).
    fn status(code: u16) -> u8 {
        match code {
            200 => 0x88,
            404 => 0x8d,
            500 => 0x8e,
            other => panic!("{other}"),
        }
    }

    /// Sends the head of an answer.
    pub fn head(stream: &mut dyn Connection, code: u16) {
        let head = frame(HEADERS, END_HEADERS, 1, &[status(code)]);
        stream.write_all(&head).ok();
        stream.flush().ok();
    }

    /// Sends a whole answer and waits for the end.
    pub fn answer(stream: &mut dyn Connection, code: u16, body: &[u8]) {
        head(stream, code);
        stream.write_all(&frame(DATA, END_STREAM, 1, body)).ok();
        stream.flush().ok();
        stream.read_exact(&mut [0; 1024]).ok();
    }

    /// Sends a body without end.
    pub fn without_end(stream: &mut dyn Connection, piece: &[u8], pause: Duration) {
        head(stream, 200);
        endless(stream, &frame(DATA, 0, 1, piece), pause);
    }
}
