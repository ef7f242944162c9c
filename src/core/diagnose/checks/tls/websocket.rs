//! Whether a WebSocket opens over the same certificate (RFC 6455 section 4).

use base64ct::{Base64, Encoding as _};

use super::TlsSummary;
use super::scene::Scene;
use super::shake::outcome;
use crate::core::diagnose::ask::Purpose;
use crate::core::diagnose::{Check, CheckId, HTTPS_PORT, Lane};
use crate::core::env::Call;
use crate::core::finding::{Finding, ServedFact};
use crate::core::kdf::Hash;
use crate::core::progress::Cancelled;
use crate::core::tls::session::Session;

/// What every server puts behind the key (section 1.3).
const GUID: &str = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
/// Bytes of the answer's head that are read.
const HEAD_BYTES: usize = 16 << 10;

/// Runs the check at the first address that came to a handshake.
///
/// # Errors
/// [`Cancelled`].
pub fn run(scene: &Scene<'_>) -> Result<(), Cancelled> {
    let key = scene.key(CheckId::WebSocket);
    let request = scene.asker.request;
    let Some((place, _)) = scene.handshakes().next() else {
        return Ok(());
    };
    let mut nonce = [0; 16];
    if scene.asker.env.random.fill(&mut nonce).is_err() {
        scene.put(Check::unknown(key, TlsSummary::NotFoundOut, Vec::new()));
        return Ok(());
    }
    let nonce = Base64::encode_string(&nonce);
    let wanted = request.websocket.as_deref();
    let url = address(scene, wanted.unwrap_or("/"));
    let session = Session::new(Some(scene.name), None)
        .with_alpn(&["http/1.1"])
        .asking(question(&url, &nonce), HEAD_BYTES);
    let calls = vec![Call::new(place, session)];
    let talked = scene
        .asker
        .talk_all(Lane::Connection, Purpose::WebSocket, calls)?;
    let told = talked.into_iter().next().map(|talked| outcome(talked).1);
    let answer = told.and_then(Result::ok).map(|told| told.answer);
    let Some(answer) = answer.filter(|answer| !answer.is_empty()) else {
        scene.put(Check::unknown(key, TlsSummary::NotFoundOut, Vec::new()));
        return Ok(());
    };
    let answer = Answer::read(&answer, &nonce);
    // Nobody said that a WebSocket should be there.
    let finding = wanted.and_then(|_| answer.finding(&url));
    let summary = TlsSummary::WebSocket {
        status: answer.status,
        opens: answer.opens(),
    };
    let findings = finding.into_iter().collect();
    scene.put(Check::done(key, summary, findings));
    Ok(())
}

/// Where a WebSocket is asked for.
struct Place {
    host: String,
    path: String,
}

impl std::fmt::Display for Place {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "wss://{}{}", self.host, self.path)
    }
}

fn address(scene: &Scene<'_>, path: &str) -> Place {
    let port = scene.asker.request.port;
    let host = match port {
        HTTPS_PORT => scene.name.to_string(),
        port => format!("{}:{port}", scene.name),
    };
    // Nothing that could end the line of the request.
    let path: String = path.chars().filter(char::is_ascii_graphic).collect();
    let slash = if path.starts_with('/') { "" } else { "/" };
    Place {
        host,
        path: format!("{slash}{path}"),
    }
}

/// The opening handshake of a client (section 4.1).
fn question(place: &Place, nonce: &str) -> Vec<u8> {
    let Place { host, path } = place;
    let lines = [
        format!("GET {path} HTTP/1.1"),
        format!("Host: {host}"),
        "Upgrade: websocket".to_owned(),
        "Connection: Upgrade".to_owned(),
        format!("Sec-WebSocket-Key: {nonce}"),
        "Sec-WebSocket-Version: 13".to_owned(),
        format!("Origin: https://{host}"),
        String::new(),
        String::new(),
    ];
    lines.join("\r\n").into_bytes()
}

/// What came.
struct Answer {
    status: Option<u16>,
    is_proven: bool,
}

impl Answer {
    fn read(head: &[u8], nonce: &str) -> Self {
        let head = String::from_utf8_lossy(head);
        let mut lines = head.lines();
        let first = lines.next().unwrap_or_default();
        let status = first
            .strip_prefix("HTTP/1.")
            .and_then(|rest| rest.split(' ').nth(1)?.parse().ok());
        let proof = proof(nonce);
        let is_proof = |line: &str| {
            let Some((name, value)) = line.split_once(':') else {
                return false;
            };
            name.eq_ignore_ascii_case("sec-websocket-accept") && value.trim() == proof
        };
        Self {
            status,
            is_proven: lines.take_while(|line| !line.is_empty()).any(is_proof),
        }
    }

    fn opens(&self) -> bool {
        self.status == Some(101) && self.is_proven
    }

    fn finding(&self, place: &Place) -> Option<Finding> {
        (!self.opens()).then(|| {
            Finding::new(ServedFact::WebSocketRefused {
                url: place.to_string(),
                status: self.status,
                is_proof_wrong: self.status == Some(101),
            })
        })
    }
}

/// What a server proves with that it read the key (section 4.2.2).
fn proof(nonce: &str) -> String {
    let hash = Hash::Sha1.digest(&[nonce.as_bytes(), GUID.as_bytes()]);
    Base64::encode_string(&hash)
}

#[cfg(test)]
mod tests {
    use super::{Answer, proof};

    #[test]
    fn the_proof_is_that_of_the_standard() {
        // RFC 6455 section 1.3.
        let nonce = "dGhlIHNhbXBsZSBub25jZQ==";
        assert_eq!(proof(nonce), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
        let read = |head: &str| Answer::read(head.as_bytes(), nonce);
        let right = "HTTP/1.1 101 Switching Protocols\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";
        assert!(read(right).opens());
        assert!(!read(&right.replace("s3p", "s3q")).opens());
        assert_eq!(read("HTTP/1.1 400 Bad Request\r\n\r\n").status, Some(400));
        assert_eq!(read("nonsense").status, None);
    }
}
