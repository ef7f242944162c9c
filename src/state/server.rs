//! A server whose certificates are opened like a file: which one, and how far that is.

use crate::core::diagnose::fetch::{Request, Target};
use crate::core::diagnose::target;
use crate::core::problem::Failure;
use crate::core::tls::StartTls;

use super::model::JobNumber;

/// Which server, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServerDraft {
    /// `host`, `host:443` or the address of a page.
    pub host: String,
    /// What is spoken before TLS; `None` for HTTPS.
    pub start: Option<StartTls>,
}

impl ServerDraft {
    /// What it asks for; `None` while it names no server.
    pub fn read(&self) -> Option<Request> {
        let mut target = Target::parse(&self.host)?;
        let is_port_typed = target::read(&self.host).port.is_some() || target.address().is_some();
        if let (Some(start), false) = (self.start, is_port_typed) {
            target.port = start.port();
        }
        Some(Request {
            start: self.start,
            ..Request::of(target)
        })
    }
}

/// Something done in the dialog.
#[derive(Clone, Debug)]
pub enum ServerAction {
    /// Shows the dialog.
    Ask,
    Change(ServerDraft),
    /// Contacts the server.
    Fetch,
}

/// How far it is.
#[derive(Default)]
pub enum Fetching {
    #[default]
    NotBegun,
    Now(JobNumber),
    Cancelled,
    Failed(Failure),
}

/// The server that the window is at.
#[derive(Default)]
pub struct Server {
    pub draft: ServerDraft,
    pub fetching: Fetching,
}

#[cfg(test)]
mod tests {
    use super::ServerDraft;
    use crate::core::tls::StartTls;

    #[test]
    fn the_usual_port_is_that_of_what_is_spoken_unless_one_is_typed() {
        let port = |host: &str, start| {
            let host = host.to_owned();
            ServerDraft { host, start }.read().unwrap().target.port
        };
        assert_eq!(port("mail.example.com", None), 443);
        assert_eq!(port("mail.example.com", Some(StartTls::Smtp)), 25);
        assert_eq!(port("mail.example.com:587", Some(StartTls::Smtp)), 587);
        assert_eq!(ServerDraft::default().read(), None);
    }
}
