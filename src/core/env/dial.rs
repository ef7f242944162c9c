//! Conversations over TCP: whom to call, what is said, how it ended. What is said is decided by a [`Script`],
//! which is pure and knows no socket; `platform` calls, and carries bytes to and fro.

use std::any::Any;
use std::net::{IpAddr, SocketAddr};

use serde::Serialize;

use crate::core::limits;
use crate::core::progress::Progress;

/// Calls servers.
pub trait Dialer: Sync {
    /// Holds all conversations and waits for the last; results come in the order of the calls. One server is
    /// called so many times at once and so soon after another as [`limits::DIAL_AT_ONCE`] and
    /// [`limits::DIAL_GAP_MS`] say. A cancel is answered within 100 ms, with [`TalkEnd::Cancelled`] for what
    /// had not ended by then; sockets are closed at once.
    fn talk_all(&self, calls: Vec<Call>, progress: &dyn Progress) -> Vec<Talked>;

    /// Whether an address is one of this computer's own.
    fn is_own(&self, address: IpAddr) -> bool;

    /// Who listens for TCP connections on this computer; `Err` in the system's words.
    ///
    /// # Errors
    /// The system does not say.
    fn listeners(&self) -> Result<Vec<Listener>, String>;
}

/// What is said in one conversation, and what is made of the answers. Bytes in, bytes out.
pub trait Script: Any + Send {
    /// What to do next. Called with nothing once the connection is open, and then with whatever came, at so many
    /// milliseconds after the call began.
    fn next(&mut self, heard: &[u8], at_ms: u64) -> Turn;
}

/// What to do next in a conversation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Turn {
    /// Bytes to send; nothing is sent when empty.
    pub say: Vec<u8>,
    /// Whether nothing more is wanted. What is to be said is sent before.
    pub is_over: bool,
}

impl Turn {
    /// Waits for more.
    pub fn wait() -> Self {
        Self::default()
    }

    /// Says something and waits.
    pub fn say(bytes: Vec<u8>) -> Self {
        Self {
            say: bytes,
            is_over: false,
        }
    }

    /// Nothing more is wanted.
    pub fn over() -> Self {
        Self {
            say: Vec::new(),
            is_over: true,
        }
    }
}

/// One conversation to be held.
pub struct Call {
    /// Whom, judged before.
    pub address: SocketAddr,
    /// What is said.
    pub script: Box<dyn Script>,
    /// How long is waited.
    pub patience: Patience,
    /// Bytes that are heard at most; one more is [`TalkEnd::TooMuch`].
    pub limit_bytes: usize,
}

impl Call {
    /// A call with the usual limits.
    pub fn new(address: SocketAddr, script: impl Script) -> Self {
        Self {
            address,
            script: Box::new(script),
            patience: Patience::default(),
            limit_bytes: limits::TALK_BYTES,
        }
    }
}

/// How long is waited, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// For the connection.
    pub connect_ms: u64,
    /// For the next byte.
    pub quiet_ms: u64,
    /// For everything after the connection is open, against servers that drip.
    pub whole_ms: u64,
}

impl Patience {
    /// The less patient of both, step by step.
    pub fn at_most(self, most: Self) -> Self {
        Self {
            connect_ms: self.connect_ms.min(most.connect_ms),
            quiet_ms: self.quiet_ms.min(most.quiet_ms),
            whole_ms: self.whole_ms.min(most.whole_ms),
        }
    }
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            connect_ms: limits::DIAL_CONNECT_MS,
            quiet_ms: limits::TALK_QUIET_MS,
            whole_ms: limits::TALK_WHOLE_MS,
        }
    }
}

/// A conversation that ended, and its script with what it made of the answers.
pub struct Talked {
    /// The script.
    pub script: Box<dyn Script>,
    /// When what happened.
    pub times: TalkTimes,
    /// How it ended.
    pub end: TalkEnd,
    /// Bytes heard.
    pub heard_bytes: usize,
}

impl Talked {
    /// The script as what it was; `None` for another type.
    pub fn into_script<S: Script>(self) -> Option<(S, TalkTimes, TalkEnd)> {
        let script: Box<dyn Any> = self.script;
        let script = script.downcast::<S>().ok()?;
        Some((*script, self.times, self.end))
    }
}

/// When what happened, in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TalkTimes {
    /// From the start of the batch until it was called.
    pub begun_ms: u64,
    /// From the call until the connection was open.
    pub connected_ms: Option<u64>,
    /// From the call until the first byte came.
    pub first_byte_ms: Option<u64>,
    /// From the call to the end.
    pub ended_ms: u64,
}

/// How a conversation ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "detail")]
pub enum TalkEnd {
    /// The script wanted no more.
    Over,
    /// The other side closed the connection in good order.
    Closed,
    /// The other side, or something on the way, broke the open connection off (RST).
    Reset,
    /// Nobody listens at this address, or a firewall says so (RST to the first packet).
    Refused,
    /// No connection within the time: a firewall drops what is sent, or nobody is there.
    Filtered,
    /// The connection is open, and nothing (more) came within the time; or it dripped too long.
    Silent,
    /// More came than is heard.
    TooMuch,
    /// No way to this address, in the system's words.
    Unreachable(String),
    /// This computer has no way out at all, in the system's words.
    NoNetwork(String),
    /// Nobody wanted it any more.
    Cancelled,
    /// It could not be called, in the system's words.
    Broken(String),
}

/// Somebody who listens on this computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Listener {
    /// Where.
    pub address: SocketAddr,
    /// The program, where the system tells. Foreign text.
    pub program: Option<String>,
}

/// Nobody can be called, for tests and where nothing may leave.
pub struct NoDialer;

impl Dialer for NoDialer {
    fn talk_all(&self, calls: Vec<Call>, _progress: &dyn Progress) -> Vec<Talked> {
        let ended = |call: Call| Talked {
            script: call.script,
            times: TalkTimes::default(),
            end: TalkEnd::NoNetwork("not connected".to_owned()),
            heard_bytes: 0,
        };
        calls.into_iter().map(ended).collect()
    }

    fn is_own(&self, address: IpAddr) -> bool {
        address.is_loopback()
    }

    fn listeners(&self) -> Result<Vec<Listener>, String> {
        Err("not connected".to_owned())
    }
}
