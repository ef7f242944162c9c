//! Asking web servers, in batches: what is asked, what came, and every way in which it can fail.
//! Addresses are judged here and contacted by `platform`; nothing is asked unless the user clicked.

mod address;
mod fault;
mod plan;
mod url;

use std::net::SocketAddr;

use serde::Serialize;

pub use address::{AddressRange, range_of};
pub use fault::{WebCause, WebFault, WebPhase};
pub use plan::{Planned, Target, plan};
pub use url::{Scheme, WebUrl};

use crate::core::limits;
use crate::core::progress::Progress;

/// Asks web servers.
pub trait WebClient: Sync {
    /// Asks all at once and waits for the last; results come in the order of the requests. Sends no
    /// cookie, no credentials, no referrer, uses no proxy, and offers no compression. A cancel is
    /// answered within 100 ms, with [`WebCause::Cancelled`] for what had not come by then.
    fn fetch_all(
        &self,
        requests: &[WebRequest],
        progress: &dyn Progress,
    ) -> Vec<Result<WebAnswer, WebFault>>;
}

/// What to ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebRequest {
    /// Where, as somebody wrote it; anything but `http:` and `https:` is refused unopened.
    pub url: String,
    /// With a body it is a POST, without one a GET.
    pub body: Option<WebBody>,
    /// Bytes of the answer's body that are read at most; a larger one is a fault, never cut.
    pub limit_bytes: u64,
    /// Redirects followed at most, each judged like the first address.
    pub redirects: u32,
    /// The user agreed to contact a host inside the own network. Holds for the host of `url` alone:
    /// a redirect to another internal host is refused all the same.
    pub allow_private: bool,
    /// Where the host of `url` is reached, found and judged by the caller; the name is not resolved then, and
    /// the port of this address is the one contacted. `None` asks the system.
    pub address: Option<SocketAddr>,
    /// Whether a redirect is the answer, told and not followed.
    pub tells_redirects: bool,
    /// Whether any certificate will do, as for those who validate domains (CA/B Forum BR section 3.2.2.4.19).
    pub trusts_any: bool,
    /// Further headers, not sent on to another host.
    pub headers: Vec<(String, String)>,
}

/// What a POST carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebBody {
    /// Media type.
    pub content_type: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// What a server answered, whatever its status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebAnswer {
    /// HTTP status.
    pub status: u16,
    /// Where the answer came from after redirects.
    pub final_url: String,
    /// Media type as the server says.
    pub content_type: Option<String>,
    /// Every header, its name in lower case, in order. Foreign text.
    pub headers: Vec<(String, String)>,
    /// The body as sent; never unpacked.
    pub body: Vec<u8>,
    /// How it came.
    pub contact: Contact,
}

impl WebAnswer {
    /// The first header of this name, given in lower case. Foreign text.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(header, _)| header == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// Who was contacted on the way, for the evidence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Contact {
    /// Addresses to which a connection was opened or tried, in order.
    pub addresses: Vec<SocketAddr>,
    /// Addresses that redirects led to, in order.
    pub redirects: Vec<String>,
    /// Milliseconds from the start to the end.
    pub elapsed_ms: u64,
}

impl WebRequest {
    /// A GET.
    pub fn get(url: impl Into<String>, limit_bytes: u64) -> Self {
        Self {
            url: url.into(),
            body: None,
            limit_bytes,
            redirects: limits::WEB_REDIRECTS,
            allow_private: false,
            address: None,
            tells_redirects: false,
            trusts_any: false,
            headers: Vec::new(),
        }
    }

    /// A POST.
    pub fn post(
        url: impl Into<String>,
        content_type: &str,
        bytes: Vec<u8>,
        limit_bytes: u64,
    ) -> Self {
        Self {
            body: Some(WebBody {
                content_type: content_type.to_owned(),
                bytes,
            }),
            ..Self::get(url, limit_bytes)
        }
    }

    /// The same, after the user agreed to contact a host inside the own network.
    pub fn allowing_private(self, allow_private: bool) -> Self {
        Self {
            allow_private,
            ..self
        }
    }
}
