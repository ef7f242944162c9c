//! The part of a conversation before TLS: nothing at all, or the request to change to TLS in a protocol that
//! begins in plain text.

mod rdp;
mod text;

#[cfg(test)]
mod tests;

use super::{NoHandshake, StartTls, stranger};

/// Bytes heard before TLS at most.
const OPENING_BYTES: usize = 16 << 10;

/// A conversation before TLS. Ask [`Opening::next`] until it is ready or has failed.
#[derive(Debug)]
pub struct Opening {
    start: Option<StartTls>,
    /// What was not read yet.
    pending: Vec<u8>,
    heard_bytes: usize,
    step: Step,
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// The other side has the word, or nobody spoke yet.
    Start,
    /// SMTP: the answer to `EHLO` is awaited.
    Hello,
    /// The answer to the request to change is awaited.
    Asked,
}

/// What comes next before TLS.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// More must be heard.
    Wait,
    /// This is to be said.
    Say(Vec<u8>),
    /// TLS begins: the client speaks next. What came already belongs to it.
    Ready {
        /// Bytes heard beyond the opening; usually none.
        rest: Vec<u8>,
    },
    /// It will not come to TLS.
    Failed(NoHandshake),
}

impl Opening {
    /// Before the first byte. `None`: TLS from the first byte.
    pub fn new(start: Option<StartTls>) -> Self {
        Self {
            start,
            pending: Vec::new(),
            heard_bytes: 0,
            step: Step::Start,
        }
    }

    /// What comes next, after these bytes were heard; none at the start.
    pub fn next(&mut self, heard: &[u8]) -> Opened {
        self.heard_bytes += heard.len();
        self.pending.extend_from_slice(heard);
        let Some(start) = self.start else {
            return self.ready();
        };
        if self.heard_bytes > OPENING_BYTES {
            return Opened::Failed(NoHandshake::TooMuch {
                limit: OPENING_BYTES as u64,
            });
        }
        match start {
            StartTls::Smtp => self.smtp(),
            StartTls::Imap => self.imap(),
            StartTls::Rdp => self.rdp(),
        }
    }

    /// Why there is no handshake when the conversation ends here; `None` where the end itself says it all.
    pub fn cut_short(&self) -> Option<NoHandshake> {
        let is_speaking = self.start.is_some() && !self.pending.is_empty();
        is_speaking.then(|| stranger::who(&self.pending))
    }

    fn ready(&mut self) -> Opened {
        Opened::Ready {
            rest: std::mem::take(&mut self.pending),
        }
    }

    fn asked(&mut self, step: Step, words: &[u8]) -> Opened {
        self.step = step;
        Opened::Say(words.to_vec())
    }
}

/// It answers, and the answer is no.
fn refused(line: impl AsRef<[u8]>) -> Opened {
    Opened::Failed(NoHandshake::StartTlsRefused {
        line: stranger::first_line(line.as_ref()),
    })
}
