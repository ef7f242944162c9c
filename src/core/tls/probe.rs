//! One hello and what comes of it, as a conversation.

use super::record::Records;
use super::{Flight, Handshake, Hello, NoHandshake, Opened, Opening, ServerHello, StartTls};
use crate::core::env::{Script, TalkEnd, Turn};
use crate::core::limits;

/// Says a hello and reads the answer; ends the conversation without a handshake.
#[derive(Debug)]
pub struct Probe {
    opening: Opening,
    /// What is to be said once TLS begins.
    hello: Vec<u8>,
    /// Whether the server's hello is enough.
    is_short: bool,
    records: Records,
    flight: Flight,
    fault: Option<NoHandshake>,
    began_ms: Option<u64>,
    ended_ms: u64,
}

/// What came of a hello.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The server agrees.
    Hello(ServerHello),
    /// The connection is open, and the server does not agree, or says something else.
    No(NoHandshake),
    /// No connection, or nobody wanted it any more.
    NoConnection(TalkEnd),
}

impl Probe {
    /// Reads no more than the server's hello.
    pub fn hello(hello: &Hello, start: Option<StartTls>) -> Self {
        Self {
            is_short: true,
            ..Self::flight(hello, start)
        }
    }

    /// Reads all that the server says in plain text: its certificates and staple too, up to TLS 1.2.
    pub fn flight(hello: &Hello, start: Option<StartTls>) -> Self {
        Self {
            opening: Opening::new(start),
            hello: hello.bytes(),
            is_short: false,
            records: Records::default(),
            flight: Flight::default(),
            fault: None,
            began_ms: None,
            ended_ms: 0,
        }
    }

    /// What came of it, when the conversation ended that way.
    pub fn answer(&self, end: &TalkEnd) -> Answer {
        match (&self.flight.hello, self.no_handshake(end)) {
            (Some(hello), _) => Answer::Hello(hello.clone()),
            (None, Ok(why)) => Answer::No(why),
            (None, Err(end)) => Answer::NoConnection(end),
        }
    }

    /// The handshake as an old client sees it: version, suite, certificates, staple.
    ///
    /// # Errors
    /// Why there is none; `Ok` within for an open connection.
    pub fn handshake(self, end: &TalkEnd) -> Result<Handshake, Result<NoHandshake, TalkEnd>> {
        let why = self.no_handshake(end);
        let took_ms = self.ended_ms.saturating_sub(self.began_ms.unwrap_or(0));
        match self.flight {
            Flight {
                hello: Some(hello),
                chain,
                staple,
                wants_client_certificate,
                is_done: true,
            } => Ok(Handshake {
                version: hello.version,
                suite: hello.suite,
                chain,
                staple,
                alpn: hello.alpn,
                wants_client_certificate,
                is_old_client: true,
                is_unfinished: true,
                took_ms,
            }),
            _ => Err(why),
        }
    }

    /// Why there was none.
    fn no_handshake(&self, end: &TalkEnd) -> Result<NoHandshake, TalkEnd> {
        if let Some(fault) = &self.fault {
            return Ok(fault.clone());
        }
        let heard = match self.opening.cut_short() {
            Some(why) if self.began_ms.is_none() => Err(why),
            _ => self.records.ended(),
        };
        Ok(match (end, heard) {
            (TalkEnd::Over | TalkEnd::Closed | TalkEnd::Reset | TalkEnd::Silent, Err(why)) => why,
            (TalkEnd::Over | TalkEnd::Closed, Ok(())) => NoHandshake::Closed,
            (TalkEnd::Reset, Ok(())) => NoHandshake::Reset,
            (TalkEnd::Silent, Ok(())) => NoHandshake::Silent {
                ms: self.ended_ms.max(limits::TALK_QUIET_MS),
            },
            (TalkEnd::TooMuch, _) => NoHandshake::TooMuch {
                limit: limits::TALK_BYTES as u64,
            },
            (other, _) => return Err(other.clone()),
        })
    }

    fn hears(&mut self, heard: &[u8]) {
        let (messages, read) = self.records.read(heard);
        for message in &messages {
            if self.is_over() {
                return;
            }
            self.fault = self.flight.take(message).err();
        }
        if !self.is_over() {
            self.fault = read.err();
        }
    }

    fn is_over(&self) -> bool {
        let is_heard = self.is_short && self.flight.hello.is_some();
        is_heard || self.flight.is_done || self.fault.is_some()
    }
}

impl Script for Probe {
    fn next(&mut self, heard: &[u8], at_ms: u64) -> Turn {
        self.ended_ms = at_ms;
        if self.began_ms.is_some() {
            self.hears(heard);
            return Turn {
                is_over: self.is_over(),
                ..Turn::wait()
            };
        }
        match self.opening.next(heard) {
            Opened::Wait => Turn::wait(),
            Opened::Say(words) => Turn::say(words),
            Opened::Failed(why) => {
                self.fault = Some(why);
                Turn::over()
            }
            Opened::Ready { rest } => {
                self.began_ms = Some(at_ms);
                self.hears(&rest);
                Turn::say(std::mem::take(&mut self.hello))
            }
        }
    }
}
