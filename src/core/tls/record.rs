//! Records and the messages in them: whatever way a server cuts and joins them (RFC 8446 section 5.1).

use super::{Alert, NoHandshake, stranger};
use crate::core::limits;

/// Bytes of one record's content: 2^14, and what encryption may add (RFC 5246 section 6.2.3).
const RECORD_BYTES: usize = (1 << 14) + 2048;

/// A handshake message: its type, and what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// IANA, TLS HandshakeType.
    pub kind: u8,
    /// What is in it.
    pub body: Vec<u8>,
}

/// Reads what a server sends, piece by piece.
#[derive(Debug, Default)]
pub struct Records {
    /// What came and is no whole record yet.
    raw: Vec<u8>,
    /// What came in handshake records and is no whole message yet.
    joined: Vec<u8>,
    /// What came of an alert; it has two bytes.
    alert: Vec<u8>,
    /// Whether a record of TLS came.
    has_begun: bool,
}

impl Records {
    /// Reads on: the messages that are whole now.
    ///
    /// # Errors
    /// Why there will be no more: an alert, or what came is no TLS. Messages before it are told first.
    pub fn read(&mut self, heard: &[u8]) -> (Vec<Message>, Result<(), NoHandshake>) {
        self.raw.extend(heard);
        let mut messages: Vec<Message> = Vec::new();
        loop {
            match self.next_record() {
                Ok(None) => return (messages, Ok(())),
                Err(why) => return (messages, Err(why)),
                Ok(Some((22, content))) => {
                    self.joined.extend(content);
                    if let Err(why) = self.take_messages(&mut messages) {
                        return (messages, Err(why));
                    }
                }
                Ok(Some((21, content))) => {
                    self.alert.extend(content);
                    if let [level, code, ..] = *self.alert.as_slice() {
                        self.alert.clear();
                        let alert = Alert {
                            is_fatal: level == 2,
                            code,
                        };
                        // A warning such as unrecognized_name goes before the answer; close_notify ends it.
                        if alert.is_fatal || code == 0 {
                            let is_after = false;
                            return (messages, Err(NoHandshake::Alert { alert, is_after }));
                        }
                    }
                }
                // What is encrypted from here on is not for us; TLS 1.3 sends one for old boxes on the way.
                Ok(Some((20 | 23, _))) => {}
                Ok(Some(_)) => return (messages, Err(broken("a record of unknown type"))),
            }
        }
    }

    /// What came, when nothing more will.
    ///
    /// # Errors
    /// It is no TLS.
    pub fn ended(&self) -> Result<(), NoHandshake> {
        match self.has_begun || self.raw.is_empty() {
            true => Ok(()),
            false => Err(stranger::who(&self.raw)),
        }
    }

    /// The next whole record: its type and content.
    fn next_record(&mut self) -> Result<Option<(u8, Vec<u8>)>, NoHandshake> {
        let &[kind, major, minor, high, low, ..] = self.raw.as_slice() else {
            let is_tls = |at: usize, byte: u8| match at {
                0 => (20..=24).contains(&byte),
                1 => byte == 3,
                _ => true,
            };
            let mut bytes = self.raw.iter().enumerate();
            return match bytes.all(|(at, byte)| is_tls(at, *byte))
                || !stranger::is_enough(&self.raw)
            {
                true => Ok(None),
                false => Err(stranger::who(&self.raw)),
            };
        };
        let is_tls = (20..=24).contains(&kind) && major == 3 && minor <= 4;
        match (is_tls, self.has_begun) {
            (true, _) => self.has_begun = true,
            (false, true) => return Err(broken("a record of unknown type")),
            (false, false) if stranger::is_enough(&self.raw) => {
                return Err(stranger::who(&self.raw));
            }
            (false, false) => return Ok(None),
        }
        let length = usize::from(u16::from_be_bytes([high, low]));
        if length > RECORD_BYTES {
            return Err(broken("a record longer than TLS allows"));
        }
        if self.raw.len() < 5 + length {
            return Ok(None);
        }
        let record: Vec<u8> = self.raw.drain(..5 + length).collect();
        let content = record.into_iter().skip(5).collect();
        Ok(Some((kind, content)))
    }

    fn take_messages(&mut self, messages: &mut Vec<Message>) -> Result<(), NoHandshake> {
        while let &[kind, high, middle, low, ..] = self.joined.as_slice() {
            let length = u32::from_be_bytes([0, high, middle, low]) as usize;
            if length > limits::HANDSHAKE_BYTES {
                let limit = limits::HANDSHAKE_BYTES as u64;
                return Err(NoHandshake::TooMuch { limit });
            }
            if self.joined.len() < 4 + length {
                return Ok(());
            }
            let message: Vec<u8> = self.joined.drain(..4 + length).collect();
            let body = message.into_iter().skip(4).collect();
            messages.push(Message { kind, body });
        }
        Ok(())
    }
}

/// What breaks the rules.
pub fn broken(detail: &str) -> NoHandshake {
    NoHandshake::Broken {
        detail: detail.to_owned(),
    }
}
