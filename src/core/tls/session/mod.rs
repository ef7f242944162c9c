//! A handshake as today's clients hold it, to see what is served: TLS 1.2 and 1.3, every certificate accepted,
//! nothing resumed.

mod client;
mod told;

use std::net::Ipv4Addr;

use rustls::ClientConnection;
use rustls::pki_types::ServerName;

use super::{NoHandshake, Opened, Opening, StartTls, stranger};
use crate::core::env::{DnsName, Script, Turn};
use client::Seen;
pub use told::{Told, told};

/// A conversation that comes to a handshake and, if wanted, one question and its answer.
pub struct Session {
    opening: Opening,
    name: Option<DnsName>,
    alpn: Vec<Vec<u8>>,
    question: Option<Question>,
    state: State,
    seen: Seen,
    /// When TLS began, and when the handshake was done, in milliseconds after the call.
    begun_ms: u64,
    done_ms: Option<u64>,
    /// Whether anything came yet.
    has_heard: bool,
    /// Whether something more came after the handshake: the client is not refused.
    is_welcome: bool,
}

/// What is asked once the connection is encrypted.
struct Question {
    request: Vec<u8>,
    limit: usize,
    answer: Vec<u8>,
}

enum State {
    /// TLS has not begun.
    Opening,
    /// TLS is spoken.
    Speaking(Box<ClientConnection>),
    /// The other side speaks something else; its first bytes.
    Stranger(Vec<u8>),
    /// It failed, and is known why. The connection as far as it came.
    Failed(Failure, Option<Box<ClientConnection>>),
}

enum Failure {
    /// Before TLS.
    Before(NoHandshake),
    /// Within TLS.
    Tls(rustls::Error),
}

impl Session {
    /// A handshake with this name sent along (SNI), or without any.
    pub fn new(name: Option<&DnsName>, start: Option<StartTls>) -> Self {
        Self {
            opening: Opening::new(start),
            name: name.cloned(),
            alpn: Vec::new(),
            question: None,
            state: State::Opening,
            seen: Seen::default(),
            begun_ms: 0,
            done_ms: None,
            has_heard: false,
            is_welcome: false,
        }
    }

    /// The same offering these application protocols, the best first (RFC 7301).
    pub fn with_alpn(mut self, protocols: &[&str]) -> Self {
        self.alpn = protocols
            .iter()
            .map(|one| one.as_bytes().to_vec())
            .collect();
        self
    }

    /// The same with an HTTP request after the handshake; of the answer its head is heard, and so many bytes at
    /// most.
    pub fn asking(mut self, request: Vec<u8>, limit: usize) -> Self {
        self.question = Some(Question {
            request,
            limit,
            answer: Vec::new(),
        });
        self
    }

    fn open(&mut self, heard: &[u8], at_ms: u64) -> Turn {
        match self.opening.next(heard) {
            Opened::Wait => Turn::wait(),
            Opened::Say(words) => Turn::say(words),
            Opened::Failed(why) => self.fail(Failure::Before(why), None),
            Opened::Ready { rest } => {
                self.begun_ms = at_ms;
                let host = match &self.name {
                    Some(name) => ServerName::try_from(name.as_str().to_owned()),
                    // Addresses are never sent along (RFC 6066 section 3).
                    None => Ok(ServerName::from(std::net::IpAddr::V4(
                        Ipv4Addr::UNSPECIFIED,
                    ))),
                };
                let connection = host
                    .map_err(|error| rustls::Error::General(error.to_string()))
                    .and_then(|host| client::connection(host, &self.alpn, &self.seen));
                match connection {
                    Ok(connection) => self.hear(Box::new(connection), &rest, at_ms),
                    Err(error) => self.fail(Failure::Tls(error), None),
                }
            }
        }
    }

    /// The first bytes tell whether it is TLS at all.
    fn hear(&mut self, tls: Box<ClientConnection>, heard: &[u8], at_ms: u64) -> Turn {
        let is_first = !std::mem::replace(&mut self.has_heard, !heard.is_empty());
        match is_first && !stranger::may_be_tls(heard) {
            true => self.listen(Vec::new(), heard),
            false => self.speak(tls, heard, at_ms),
        }
    }

    /// Gives bytes to the library and says what it wants said.
    fn speak(&mut self, mut tls: Box<ClientConnection>, heard: &[u8], at_ms: u64) -> Turn {
        let mut heard = heard;
        let was_done = self.done_ms.is_some();
        while !heard.is_empty() {
            let read = tls
                .read_tls(&mut heard)
                .map_err(|error| rustls::Error::General(error.to_string()));
            let came = read.and_then(|_| tls.process_new_packets());
            match came {
                Ok(io) => {
                    self.is_welcome |= was_done || client::is_tls12(&tls);
                    self.answered(&mut tls, io.plaintext_bytes_to_read());
                    if io.peer_has_closed() {
                        self.state = State::Speaking(tls);
                        return Turn::over();
                    }
                }
                Err(error) => return self.fail(Failure::Tls(error), Some(tls)),
            }
            if self.done_ms.is_none() && !tls.is_handshaking() {
                self.done_ms = Some(at_ms);
                self.after_handshake(&mut tls);
            }
        }
        let is_over = self.done_ms.is_some() && self.has_enough();
        let say = client::pending(&mut tls);
        self.state = State::Speaking(tls);
        Turn { say, is_over }
    }

    /// Asks; or says good-bye, unless it is still to be seen whether the client may stay.
    fn after_handshake(&self, tls: &mut ClientConnection) {
        match &self.question {
            Some(question) => client::write(tls, &question.request),
            None if self.may_be_refused() => {}
            None => tls.send_close_notify(),
        }
    }

    /// Servers of TLS 1.3 refuse a client without a certificate only after the handshake; what else comes then,
    /// a ticket as a rule, says that it may stay.
    fn may_be_refused(&self) -> bool {
        self.seen.is_certificate_wanted() && !self.is_welcome
    }

    fn has_enough(&self) -> bool {
        match &self.question {
            Some(question) => {
                let is_head = question.answer.windows(4).any(|four| four == b"\r\n\r\n");
                is_head || question.answer.len() >= question.limit
            }
            None => !self.may_be_refused(),
        }
    }

    fn answered(&mut self, tls: &mut ClientConnection, bytes: usize) {
        let plain = client::read(tls, bytes);
        if let Some(question) = &mut self.question {
            let room = question.limit.saturating_sub(question.answer.len());
            question.answer.extend(plain.iter().take(room));
        }
    }

    /// Ends, after what the library wants said of it: an alert.
    fn fail(&mut self, why: Failure, tls: Option<Box<ClientConnection>>) -> Turn {
        let mut tls = tls;
        let say = tls.as_mut().map(|tls| client::pending(tls));
        self.state = State::Failed(why, tls);
        Turn {
            say: say.unwrap_or_default(),
            is_over: true,
        }
    }

    fn listen(&mut self, mut before: Vec<u8>, heard: &[u8]) -> Turn {
        before.extend_from_slice(heard);
        let is_over = stranger::is_enough(&before);
        self.state = State::Stranger(before);
        Turn {
            say: Vec::new(),
            is_over,
        }
    }
}

impl Script for Session {
    fn next(&mut self, heard: &[u8], at_ms: u64) -> Turn {
        match std::mem::replace(&mut self.state, State::Opening) {
            State::Opening => self.open(heard, at_ms),
            State::Speaking(tls) => self.hear(tls, heard, at_ms),
            State::Stranger(before) => self.listen(before, heard),
            failed @ State::Failed(..) => {
                self.state = failed;
                Turn::over()
            }
        }
    }
}
