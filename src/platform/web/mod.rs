//! Web servers behind [`WebClient`]: a few worker threads for the length of one batch, each address judged
//! before it is contacted, sockets shut down at once when nobody wants the answer any more.

mod batch;
mod dial;
mod exchange;
mod fetch;
mod names;
mod socket;
mod tls;

use std::sync::Arc;
use std::time::Duration;

pub use names::{Lookup, SystemNames};

use crate::core::env::{WebAnswer, WebClient, WebFault, WebRequest};
use crate::core::limits;
use crate::core::progress::Progress;

/// How long each phase of a question may take.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// The address behind the name.
    pub resolve: Duration,
    /// Opening the connection, and again agreeing on encryption.
    pub connect: Duration,
    /// Waiting for the answer's head, and again reading its body.
    pub read: Duration,
    /// Everything, redirects included.
    pub whole: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            resolve: Duration::from_secs(limits::WEB_RESOLVE_SECS),
            connect: Duration::from_secs(limits::WEB_CONNECT_SECS),
            read: Duration::from_secs(limits::WEB_READ_SECS),
            whole: Duration::from_secs(limits::WEB_WHOLE_SECS),
        }
    }
}

/// The real web.
#[derive(Clone)]
pub struct SystemWeb {
    patience: Patience,
    names: Arc<dyn Lookup>,
}

impl Default for SystemWeb {
    fn default() -> Self {
        Self::new(Patience::default(), Arc::new(SystemNames))
    }
}

impl SystemWeb {
    /// A client with its own patience and way to resolve names. Whatever the names lead to is judged.
    pub fn new(patience: Patience, names: Arc<dyn Lookup>) -> Self {
        Self { patience, names }
    }
}

impl WebClient for SystemWeb {
    fn fetch_all(
        &self,
        requests: &[WebRequest],
        progress: &dyn Progress,
    ) -> Vec<Result<WebAnswer, WebFault>> {
        batch::run(self, requests, progress)
    }
}
