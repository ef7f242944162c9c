//! What an ended session tells.

use rustls::{Error, InvalidMessage};

use super::{Failure, Session, State};
use crate::core::env::{TalkEnd, TalkTimes, Talked};
use crate::core::limits;
use crate::core::tls::{Alert, Handshake, NoHandshake, Suite, Version, stranger};

/// Bytes of a list of certificates that the library reads.
const LIBRARY_HANDSHAKE_BYTES: u64 = 0xffff;

/// What came of a session once the connection was open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The handshake, as far as it was needed to see what is served, or why there is none.
    pub outcome: Result<Handshake, NoHandshake>,
    /// How a server that wants a certificate of the client refused one without; what it serves was seen before.
    pub refusal: Option<NoHandshake>,
    /// The answer to what was asked. Foreign text.
    pub answer: Vec<u8>,
}

/// What an ended session tells.
///
/// # Errors
/// There was no connection, or it was no session.
pub fn told(talked: Talked) -> Result<Told, TalkEnd> {
    let end = talked.end.clone();
    let Some((session, times, _)) = talked.into_script::<Session>() else {
        return Err(end);
    };
    if times.connected_ms.is_none() || matches!(end, TalkEnd::Cancelled | TalkEnd::Broken(_)) {
        return Err(end);
    }
    let failed = session.no_handshake(&end, times);
    let (outcome, refusal) = match session.handshake() {
        Some(shown) if shown.chain.len() > limits::SERVED_CERTIFICATES => (Err(too_many()), None),
        Some(shown) if session.is_refused(&end) => match shown.wants_client_certificate {
            true => (Ok(shown), Some(failed)),
            false => (Err(failed), None),
        },
        Some(shown) => (Ok(shown), None),
        None => (Err(failed), None),
    };
    let answer = session.question.map(|question| question.answer);
    Ok(Told {
        outcome,
        refusal,
        answer: answer.unwrap_or_default(),
    })
}

fn too_many() -> NoHandshake {
    NoHandshake::Broken {
        detail: format!("more than {} certificates", limits::SERVED_CERTIFICATES),
    }
}

impl Session {
    /// What was agreed upon, once the handshake is done or at least the certificates were shown to a client that
    /// has none itself.
    fn handshake(&self) -> Option<Handshake> {
        let (State::Speaking(tls) | State::Failed(_, Some(tls))) = &self.state else {
            return None;
        };
        let shown = self.seen.shown();
        if self.done_ms.is_none() && !shown.wants_certificate {
            return None;
        }
        let alpn = tls.alpn_protocol().map(String::from_utf8_lossy);
        Some(Handshake {
            version: Version::of_number(u16::from(tls.protocol_version()?))?,
            suite: Suite(u16::from(tls.negotiated_cipher_suite()?.suite())),
            chain: Some(shown.chain).filter(|chain| !chain.is_empty())?,
            staple: shown.staple,
            alpn: alpn.map(|alpn| alpn.into_owned()),
            wants_client_certificate: shown.wants_certificate,
            is_old_client: false,
            is_unfinished: false,
            took_ms: self.done_ms.unwrap_or(self.begun_ms) - self.begun_ms,
        })
    }

    /// Whether the server wants nothing more of a client to which it showed its certificates.
    fn is_refused(&self, end: &TalkEnd) -> bool {
        let is_gone = matches!(end, TalkEnd::Closed | TalkEnd::Reset);
        self.alert().is_some() || self.done_ms.is_none() || (is_gone && self.may_be_refused())
    }

    fn alert(&self) -> Option<Alert> {
        match &self.state {
            State::Failed(Failure::Tls(Error::AlertReceived(alert)), _) => Some(Alert {
                is_fatal: true,
                code: u8::from(*alert),
            }),
            _ => None,
        }
    }

    fn no_handshake(&self, end: &TalkEnd, times: TalkTimes) -> NoHandshake {
        let is_after = self.done_ms.is_some();
        match (&self.state, self.alert()) {
            (_, Some(alert)) => NoHandshake::Alert { alert, is_after },
            (State::Failed(Failure::Before(why), _), _) => why.clone(),
            (State::Failed(Failure::Tls(error), tls), _) => {
                let has_begun = tls
                    .as_ref()
                    .is_some_and(|tls| tls.protocol_version().is_some());
                of_library(error, has_begun)
            }
            (State::Stranger(heard), _) => stranger::who(heard),
            (State::Opening | State::Speaking(_), _) => self
                .opening
                .cut_short()
                .unwrap_or_else(|| of_end(end, times)),
        }
    }
}

/// Sizes within nonsense mean nothing.
fn of_library(error: &Error, has_begun: bool) -> NoHandshake {
    let is_size = matches!(
        error,
        Error::InvalidMessage(
            InvalidMessage::HandshakePayloadTooLarge | InvalidMessage::CertificatePayloadTooLarge,
        )
    );
    match is_size && has_begun {
        true => NoHandshake::TooMuch {
            limit: LIBRARY_HANDSHAKE_BYTES,
        },
        false => NoHandshake::Broken {
            detail: error.to_string(),
        },
    }
}

/// Why there is no handshake where the end of the conversation says it.
pub(in crate::core::tls) fn of_end(end: &TalkEnd, times: TalkTimes) -> NoHandshake {
    match end {
        TalkEnd::Reset => NoHandshake::Reset,
        TalkEnd::TooMuch => NoHandshake::TooMuch {
            limit: limits::TALK_BYTES as u64,
        },
        TalkEnd::Silent => NoHandshake::Silent {
            ms: times
                .ended_ms
                .saturating_sub(times.connected_ms.unwrap_or(0)),
        },
        _ => NoHandshake::Closed,
    }
}
