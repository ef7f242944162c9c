//! A web server for one test on loopback: pages by path, and everything that a hostile one does.
//! Each connection ends after a few seconds at the latest.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// The longest that a connection of a test lives.
const LONGEST: Duration = Duration::from_secs(6);

/// What a path answers.
#[derive(Clone)]
pub enum Reply {
    /// These bytes, then the end.
    Bytes(Vec<u8>),
    /// The first bytes, then the others again and again.
    Endless(Vec<u8>, Vec<u8>),
    /// The first bytes, then one byte every 20 ms.
    Drip(Vec<u8>),
    /// Nothing until the client goes.
    Silence,
    /// After this time, the bytes.
    Late(Duration, Vec<u8>),
}

impl Reply {
    /// Status 200 with a body.
    pub fn page(content_type: &str, body: &[u8]) -> Self {
        Self::with_head(&format!("200 OK\r\nContent-Type: {content_type}"), body)
    }

    /// Status and headers of the test's choice, with the body's length.
    pub fn with_head(head: &str, body: &[u8]) -> Self {
        let length = body.len();
        let head = format!("HTTP/1.1 {head}\r\nContent-Length: {length}\r\n\r\n");
        Self::Bytes([head.as_bytes(), body].concat())
    }

    /// A redirect.
    pub fn redirect(to: &str) -> Self {
        Self::with_head(&format!("302 Found\r\nLocation: {to}"), b"")
    }
}

#[derive(Default)]
struct Shared {
    pages: Mutex<BTreeMap<String, Reply>>,
    heard: Mutex<Vec<String>>,
    closed: Mutex<Vec<Instant>>,
    is_over: AtomicBool,
}

/// A server that lives as long as its test.
pub struct Server {
    pub address: SocketAddr,
    shared: Arc<Shared>,
}

impl Server {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared::default());
        let seen = Arc::clone(&shared);
        thread::spawn(move || {
            for stream in listener.incoming() {
                if seen.is_over.load(Ordering::SeqCst) {
                    return;
                }
                let (stream, seen) = (stream.unwrap(), Arc::clone(&seen));
                thread::spawn(move || seen.serve(stream));
            }
        });
        Self { address, shared }
    }

    pub fn with(self, path: &str, reply: Reply) -> Self {
        self.put(path, reply);
        self
    }

    pub fn put(&self, path: &str, reply: Reply) {
        let mut pages = self.shared.pages.lock().unwrap();
        pages.insert(path.to_owned(), reply);
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Requests with head and body, in order.
    pub fn heard(&self) -> Vec<String> {
        self.shared.heard.lock().unwrap().clone()
    }

    /// When connections were closed by the client.
    pub fn closed(&self) -> Vec<Instant> {
        self.shared.closed.lock().unwrap().clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.is_over.store(true, Ordering::SeqCst);
        TcpStream::connect(self.address).ok();
    }
}

impl Shared {
    fn serve(&self, mut stream: TcpStream) {
        stream.set_read_timeout(Some(LONGEST)).unwrap();
        stream.set_write_timeout(Some(LONGEST)).unwrap();
        let Some(request) = read_request(&mut stream) else {
            return;
        };
        let path = request.split(' ').nth(1).unwrap_or_default().to_owned();
        self.heard.lock().unwrap().push(request);
        let reply = self.pages.lock().unwrap().get(&path).cloned();
        let begun = Instant::now();
        match reply.unwrap_or_else(|| Reply::with_head("404 Not Found", b"nothing here")) {
            Reply::Bytes(bytes) => {
                stream.write_all(&bytes).ok();
            }
            Reply::Endless(first, more) => {
                stream.write_all(&first).ok();
                while begun.elapsed() < LONGEST && stream.write_all(&more).is_ok() {}
            }
            Reply::Drip(first) => {
                stream.write_all(&first).ok();
                while begun.elapsed() < LONGEST && stream.write_all(b"x").is_ok() {
                    thread::sleep(Duration::from_millis(20));
                }
            }
            Reply::Silence => {
                stream.read_exact(&mut [0]).ok();
                self.closed.lock().unwrap().push(Instant::now());
            }
            Reply::Late(delay, bytes) => {
                thread::sleep(delay);
                stream.write_all(&bytes).ok();
            }
        }
    }
}

fn read_request(stream: &mut TcpStream) -> Option<String> {
    let mut bytes = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let count = stream.read(&mut buffer).ok()?;
        bytes.extend_from_slice(&buffer[..count]);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head
                .lines()
                .find_map(|line| {
                    line.to_ascii_lowercase()
                        .strip_prefix("content-length: ")?
                        .parse()
                        .ok()
                })
                .unwrap_or(0);
            if body.len() >= length {
                return Some(text);
            }
        }
        if count == 0 {
            return None;
        }
    }
}
