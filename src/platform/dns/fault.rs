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

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};

    use hickory_resolver::net::NetError;

    use super::{Way, told};
    use crate::core::env::DnsFault;

    fn of(kind: ErrorKind, way: Way) -> DnsFault {
        told(&NetError::from(Error::from(kind)), way)
    }

    #[test]
    fn a_computer_without_a_network_is_told_from_a_server_out_of_reach() {
        for kind in [ErrorKind::NetworkUnreachable, ErrorKind::NetworkDown] {
            for way in [Way::Datagram, Way::Stream, Way::Encrypted] {
                assert!(matches!(of(kind, way), DnsFault::NoNetwork(_)), "{kind}");
            }
        }
        let far = of(ErrorKind::HostUnreachable, Way::Datagram);
        assert!(matches!(far, DnsFault::Unreachable(_)), "{far:?}");
        let forbidden = of(ErrorKind::PermissionDenied, Way::Datagram);
        assert!(
            matches!(forbidden, DnsFault::Unreachable(_)),
            "{forbidden:?}"
        );
    }

    #[test]
    fn a_reset_means_what_it_interrupts() {
        let reset = |way| of(ErrorKind::ConnectionReset, way);
        assert_eq!(reset(Way::Datagram), DnsFault::Refused);
        assert!(matches!(reset(Way::Stream), DnsFault::Broken(_)));
        assert!(matches!(reset(Way::Encrypted), DnsFault::Tls(_)));
        assert_eq!(
            of(ErrorKind::ConnectionRefused, Way::Encrypted),
            DnsFault::Refused
        );
    }

    #[test]
    fn a_status_is_read_out_of_the_words() {
        let words = |words: &str| told(&NetError::from(words.to_owned()), Way::Stream);
        let not_found = "http unsuccessful code: 404 Not Found, message: \u{1b}";
        assert_eq!(words(not_found), DnsFault::Http(404));
        assert!(matches!(
            words("http unsuccessful code: x"),
            DnsFault::Broken(_)
        ));
    }
}
