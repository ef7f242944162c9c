//! What a server answers to a hello, as far as it is readable without keys: all of it up to TLS 1.2, its hello alone
//! with TLS 1.3 (RFC 5246 section 7.4, RFC 8446 section 4.1.3).

use super::record::{Message, broken};
use super::{NoHandshake, Suite, Version};
use crate::core::limits;

/// What a server said in plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flight {
    /// Its hello.
    pub hello: Option<ServerHello>,
    /// Certificates exactly as sent; empty with TLS 1.3, where they are encrypted.
    pub chain: Vec<Vec<u8>>,
    /// The OCSP answer that came along (RFC 6066 section 8).
    pub staple: Option<Vec<u8>>,
    /// Whether it asks the client for a certificate.
    pub wants_client_certificate: bool,
    /// Whether it has said all it says before the client's turn.
    pub is_done: bool,
}

/// A server's hello.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerHello {
    /// The version it chose.
    pub version: Version,
    /// The suite it chose.
    pub suite: Suite,
    /// The application protocol it chose (RFC 7301). Foreign text.
    pub alpn: Option<String>,
    /// Whether it asks for another hello with a key of another group: version and suite hold.
    pub is_retry: bool,
}

/// The random bytes that make a hello a HelloRetryRequest (RFC 8446 section 4.1.3).
const RETRY: [u8; 32] = [
    0xCF, 0x21, 0xAD, 0x74, 0xE5, 0x9A, 0x61, 0x11, 0xBE, 0x1D, 0x8C, 0x02, 0x1E, 0x65, 0xB8, 0x91,
    0xC2, 0xA2, 0x11, 0x16, 0x7A, 0xBB, 0x8C, 0x5E, 0x07, 0x9E, 0x09, 0xE2, 0xC8, 0xA8, 0x33, 0x9C,
];

impl Flight {
    /// Takes the next message in.
    ///
    /// # Errors
    /// It breaks the rules.
    pub fn take(&mut self, message: &Message) -> Result<(), NoHandshake> {
        let body = message.body.as_slice();
        match (message.kind, &self.hello) {
            // HelloRequest: means nothing here.
            (0, _) => {}
            (2, None) => {
                let hello = server_hello(body).ok_or_else(|| broken("its hello is cut short"))?;
                self.is_done = hello.version == Version::Tls13;
                self.hello = Some(hello);
            }
            (_, None) => return Err(broken("a message before its hello")),
            (2, Some(_)) => return Err(broken("a second hello")),
            (11, _) => self.chain = certificates(body)?,
            (22, _) => self.staple = staple(body),
            (13, _) => self.wants_client_certificate = true,
            (14, _) => self.is_done = true,
            // Keys, and what is newer than we are.
            _ => {}
        }
        Ok(())
    }
}

fn server_hello(body: &[u8]) -> Option<ServerHello> {
    let mut rest = body;
    let legacy = take16(&mut rest)?;
    let random = take(&mut rest, 32)?;
    let session = usize::from(take8(&mut rest)?);
    take(&mut rest, session)?;
    let suite = Suite(take16(&mut rest)?);
    take8(&mut rest)?;
    let mut version = legacy;
    let mut alpn: Option<String> = None;
    let mut extensions = match rest.is_empty() {
        true => rest,
        false => counted(&mut rest)?,
    };
    while !extensions.is_empty() {
        let kind = take16(&mut extensions)?;
        let mut body = counted(&mut extensions)?;
        match kind {
            43 => version = take16(&mut body)?,
            16 => alpn = chosen(body),
            _ => {}
        }
    }
    Some(ServerHello {
        version: Version::of_number(version)?,
        suite,
        alpn,
        is_retry: random == RETRY,
    })
}

/// The one application protocol in the list.
fn chosen(body: &[u8]) -> Option<String> {
    let mut body = body;
    let mut list = counted(&mut body)?;
    let length = usize::from(take8(&mut list)?);
    let name = take(&mut list, length)?;
    Some(String::from_utf8_lossy(name).into_owned())
}

fn certificates(body: &[u8]) -> Result<Vec<Vec<u8>>, NoHandshake> {
    let cut = || broken("its list of certificates is cut short");
    let mut rest = body;
    let mut list = counted24(&mut rest).ok_or_else(cut)?;
    let mut all: Vec<Vec<u8>> = Vec::new();
    while !list.is_empty() {
        all.push(counted24(&mut list).ok_or_else(cut)?.to_vec());
        if all.len() > limits::SERVED_CERTIFICATES {
            let limit = limits::SERVED_CERTIFICATES;
            return Err(broken(&format!("more than {limit} certificates")));
        }
    }
    Ok(all)
}

/// An OCSP answer (type 1).
fn staple(body: &[u8]) -> Option<Vec<u8>> {
    let mut rest = body;
    (take8(&mut rest)? == 1).then_some(())?;
    let answer = counted24(&mut rest)?;
    (!answer.is_empty()).then(|| answer.to_vec())
}

fn take<'a>(rest: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (taken, left) = rest.split_at_checked(length)?;
    *rest = left;
    Some(taken)
}

fn take8(rest: &mut &[u8]) -> Option<u8> {
    take(rest, 1)?.first().copied()
}

fn take16(rest: &mut &[u8]) -> Option<u16> {
    let bytes = take(rest, 2)?.try_into().ok()?;
    Some(u16::from_be_bytes(bytes))
}

/// Bytes behind their count of two bytes.
fn counted<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = usize::from(take16(rest)?);
    take(rest, length)
}

/// The same with a count of three bytes.
fn counted24<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let high = usize::from(take8(rest)?);
    let low = usize::from(take16(rest)?);
    take(rest, high << 16 | low)
}
