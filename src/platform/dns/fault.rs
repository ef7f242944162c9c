//! Why there is no answer: the library's errors, told apart.

use std::error::Error;
use std::io::{self, ErrorKind};

use hickory_resolver::net::NetError;

use crate::core::env::DnsFault;
use crate::core::limits;

/// On what it failed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// A UDP socket.
    Datagram,
    /// A connection in clear, or one whose encryption stands.
    Stream,
    /// A connection whose encryption is about to be agreed.
    Encrypted,
}

/// How the library begins to tell of a status other than 2xx; it has no type for it.
const STATUS: &str = "http unsuccessful code: ";

/// What became of a question.
pub fn told(error: &NetError, way: Way) -> DnsFault {
    match error {
        NetError::Timeout => DnsFault::TimedOut(limits::DNS_ANSWER_MS),
        NetError::Io(error) => of_socket(error, way),
        NetError::H2(error) => match error.get_io() {
            Some(error) => of_socket(error, way),
            None => DnsFault::Broken(error.to_string()),
        },
        NetError::RustlsError(error) => DnsFault::Tls(error.to_string()),
        NetError::RequestTooLarge => too_large(),
        NetError::Msg(words) => {
            status(words).map_or_else(|| DnsFault::Broken(error.to_string()), DnsFault::Http)
        }
        other => DnsFault::Broken(other.to_string()),
    }
}

fn status(words: &str) -> Option<u16> {
    let rest = words.strip_prefix(STATUS)?;
    rest.get(..3)?.parse().ok()
}

fn too_large() -> DnsFault {
    DnsFault::TooLarge(limits::DNS_ANSWER_BYTES as u64)
}

fn of_socket(error: &io::Error, way: Way) -> DnsFault {
    let words = || error.to_string();
    match error.kind() {
        ErrorKind::ConnectionRefused => DnsFault::Refused,
        // What Windows calls a port on which nobody listens.
        ErrorKind::ConnectionReset if way == Way::Datagram => DnsFault::Refused,
        ErrorKind::TimedOut => DnsFault::TimedOut(limits::DNS_ANSWER_MS),
        ErrorKind::NetworkUnreachable | ErrorKind::NetworkDown => DnsFault::NoNetwork(words()),
        ErrorKind::FileTooLarge => too_large(),
        ErrorKind::InvalidData if way == Way::Datagram => {
            let many = limits::DNS_FOREIGN;
            DnsFault::Broken(format!("{many} datagrams, no answer among them"))
        }
        _ if way == Way::Encrypted || is_tls(error) => DnsFault::Tls(words()),
        ErrorKind::ConnectionReset
        | ErrorKind::BrokenPipe
        | ErrorKind::UnexpectedEof
        | ErrorKind::InvalidData => DnsFault::Broken(words()),
        _ => DnsFault::Unreachable(words()),
    }
}

fn is_tls(error: &io::Error) -> bool {
    let inner: Option<&(dyn Error + Send + Sync)> = error.get_ref();
    inner.is_some_and(|inner| inner.is::<rustls::Error>())
}
