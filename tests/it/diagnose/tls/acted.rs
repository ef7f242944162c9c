//! Servers that are acted: what they answer to a hello is a function.

use std::net::IpAddr;
use std::sync::atomic::{AtomicUsize, Ordering};

use certwright::core::env::{Call, Dialer, Listener, TalkEnd, TalkTimes, Talked};
use certwright::core::progress::Progress;

/// What is read of a hello.
pub struct Heard {
    /// The version asked for.
    pub version: u16,
    /// The suites offered.
    pub suites: Vec<u16>,
    /// Whether there are extensions.
    pub has_extensions: bool,
}

/// What a server does.
pub enum Act {
    /// Chooses a suite.
    Choose(u16),
    /// Says an alert.
    Alert(u8),
    /// Says these bytes.
    Say(Vec<u8>),
    /// Ends the conversation so.
    End(TalkEnd),
}

/// A dialer all of whose servers act so.
pub struct Acted<F> {
    act: F,
    /// Conversations held.
    pub held: AtomicUsize,
}

impl<F: Fn(&Heard) -> Act + Sync> Acted<F> {
    pub fn new(act: F) -> Self {
        Self {
            act,
            held: AtomicUsize::new(0),
        }
    }
}

impl<F: Fn(&Heard) -> Act + Sync> Dialer for Acted<F> {
    fn talk_all(&self, calls: Vec<Call>, _progress: &dyn Progress) -> Vec<Talked> {
        let talk = |mut call: Call| {
            self.held.fetch_add(1, Ordering::Relaxed);
            let hello = call.script.next(&[], 0).say;
            let heard = read(&hello);
            let version = heard.version;
            let (bytes, end) = match (self.act)(&heard) {
                Act::Choose(suite) => (server_hello(version, suite), TalkEnd::Over),
                Act::Alert(code) => (vec![21, 3, 1, 0, 2, 2, code], TalkEnd::Over),
                Act::Say(bytes) => (bytes, TalkEnd::Closed),
                Act::End(end) => (Vec::new(), end),
            };
            if !bytes.is_empty() {
                call.script.next(&bytes, 1);
            }
            Talked {
                script: call.script,
                times: TalkTimes::default(),
                end,
                heard_bytes: bytes.len(),
            }
        };
        calls.into_iter().map(talk).collect()
    }

    fn is_own(&self, _address: IpAddr) -> bool {
        false
    }

    fn listeners(&self) -> Result<Vec<Listener>, String> {
        Ok(Vec::new())
    }
}

/// Reads a hello as a server does.
pub fn read(record: &[u8]) -> Heard {
    let two = |at: usize| u16::from_be_bytes([record[at], record[at + 1]]);
    assert_eq!(record[0], 22, "a handshake record");
    assert_eq!(usize::from(two(3)), record.len() - 5, "one record");
    assert_eq!(record[5], 1, "a hello");
    let legacy = two(9);
    let session = usize::from(record[43]);
    let at = 44 + session;
    let length = usize::from(two(at));
    let suites = record[at + 2..at + 2 + length].chunks(2);
    let suites = suites.map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    let rest = &record[at + 2 + length + 2..];
    // supported_versions with TLS 1.3 alone.
    let is_tls13 = rest.windows(7).any(|bytes| bytes == [0, 43, 0, 3, 2, 3, 4]);
    Heard {
        version: if is_tls13 { 0x0304 } else { legacy },
        suites: suites.filter(|suite| *suite != 0x00FF).collect(),
        has_extensions: !rest.is_empty(),
    }
}

/// A server's hello in one record.
pub fn server_hello(version: u16, suite: u16) -> Vec<u8> {
    let mut body = version.min(0x0303).to_be_bytes().to_vec();
    body.extend([7; 32]);
    body.push(0);
    body.extend(suite.to_be_bytes());
    body.push(0);
    if version == 0x0304 {
        body.extend([0, 6, 0, 43, 0, 2, 3, 4]);
    }
    let mut message = vec![2, 0, 0, body.len() as u8];
    message.extend(body);
    let mut record = vec![22, 3, 3, 0, message.len() as u8];
    record.extend(message);
    record
}
