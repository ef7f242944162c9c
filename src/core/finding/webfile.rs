//! Facts about files that a CA looks for on a web server.

use std::net::IpAddr;

use serde::Serialize;

use super::{BlockCause, Fact, Id};
use crate::core::env::{AddressRange, Scheme, WebCause};

/// A page, and the address that was asked for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AtPage {
    /// Its address after redirects. Foreign text.
    pub url: String,
    /// The server: IP address and port.
    pub address: String,
}

/// Facts about files that a CA looks for on a web server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum WebFileFact {
    /// The server answers with another status than 200.
    WrongStatus {
        #[serde(flatten)]
        at: AtPage,
        status: u16,
    },
    /// Status 200, but something else than the file.
    WrongContent {
        #[serde(flatten)]
        at: AtPage,
        fault: ContentFault,
        #[serde(flatten)]
        difference: Difference,
    },
    /// The right text behind a byte order mark.
    Bom {
        #[serde(flatten)]
        at: AtPage,
    },
    /// The right text, and other white space at its end.
    ExtraNewline {
        #[serde(flatten)]
        at: AtPage,
        tail: String,
    },
    /// The right text, said to be a page, or nothing at all.
    ContentType {
        #[serde(flatten)]
        at: AtPage,
        content_type: Option<String>,
    },
    /// The server leads elsewhere; it was followed.
    Redirected {
        #[serde(flatten)]
        at: AtPage,
        from: String,
        count: usize,
    },
    /// Plain http leads to https at the same place.
    ForcedHttps {
        #[serde(flatten)]
        at: AtPage,
        from: String,
    },
    /// A redirect that no CA follows.
    RedirectRefused {
        #[serde(flatten)]
        at: AtPage,
        to: String,
        #[serde(flatten)]
        fault: RedirectFault,
    },
    /// Redirects without end.
    RedirectLoop {
        #[serde(flatten)]
        at: AtPage,
        to: String,
        /// Whether it came back to where it was, rather than going on and on.
        is_circle: bool,
        count: usize,
    },
    /// No connection came about.
    NotReachable {
        #[serde(flatten)]
        at: AtPage,
        cause: WebCause,
    },
    /// A connection, but no answer that can be read.
    AnswerBroken {
        #[serde(flatten)]
        at: AtPage,
        cause: WebCause,
    },
    /// The server answers for its front page and not for the CA's path.
    PathBlocked {
        #[serde(flatten)]
        at: AtPage,
        cause: WebCause,
    },
    /// No encryption was agreed upon.
    TlsBroken {
        #[serde(flatten)]
        at: AtPage,
        detail: String,
        /// The delivery network in front, where it is known.
        behind: Option<&'static str>,
    },
    /// https where http is expected, or the reverse.
    WrongProtocol {
        #[serde(flatten)]
        at: AtPage,
        speaks: Scheme,
    },
    /// A page of something between the CA and the server, or of another site.
    BlockPage {
        #[serde(flatten)]
        at: AtPage,
        by: &'static str,
        kind: PageKind,
        status: u16,
        /// Where the look of this page is described.
        source: &'static str,
    },
    /// IIS does not serve it, and its answer says why.
    IisBlocked {
        #[serde(flatten)]
        at: AtPage,
        status: u16,
        sign: IisSign,
    },
    /// A delivery network stands in front of the server.
    BehindCdn {
        #[serde(flatten)]
        at: AtPage,
        by: &'static str,
    },
    /// http and https give something else.
    HttpsDiffers {
        name: String,
        http: FileSeen,
        https: FileSeen,
    },
    /// IPv4 and IPv6 give something else.
    Ipv6Differs {
        name: String,
        ipv4: FileSeen,
        ipv6: FileSeen,
    },
    /// Two addresses of one kind give something else.
    AddressesDiffer {
        name: String,
        first: String,
        first_seen: FileSeen,
        second: String,
        second_seen: FileSeen,
    },
    /// A file is expected for a wildcard.
    WildcardNotAllowed { name: String },
    /// A file is expected, and the name has no address at all.
    NoAddress { name: String },
}

/// What came, in short; the worst last.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case", tag = "seen")]
pub enum FileSeen {
    /// Exactly what is expected.
    Expected,
    /// Nothing is expected, and the server answers.
    Reachable {
        /// HTTP status.
        status: u16,
    },
    /// Nobody listens for https, which nobody needs for validation.
    NotServed,
    /// This computer itself has no way to the address.
    NoWay,
    /// Another status than 200.
    Status {
        /// HTTP status.
        status: u16,
    },
    /// Status 200 and other content.
    Other,
    /// A page of something in between, or of another site.
    Block {
        /// Whose.
        by: &'static str,
    },
    /// A redirect that no CA follows, or one without end.
    Redirect,
    /// https where http is expected, or the reverse.
    OtherProtocol,
    /// No encryption was agreed upon.
    Tls,
    /// An answer that cannot be read.
    Broken,
    /// No connection.
    NoAnswer,
}

/// How the content differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ContentFault {
    /// Nothing, or white space alone.
    Empty,
    /// A page in its place.
    Html,
    /// The right text as UTF-16, as Notepad's "Unicode" writes it.
    Utf16,
    /// Packed although nobody asked for that; not unpacked. The encoding is foreign text.
    Compressed(String),
    /// White space before it.
    LeadingSpace,
    /// Line breaks of another system.
    LineEnds,
    /// Quotation marks around it.
    Quoted,
    /// Its end is missing.
    Truncated,
    /// More behind it.
    Longer,
    /// It stands amidst other text.
    Around,
    /// Capital and small letters differ.
    Case,
    /// The right token with the key of another ACME account (RFC 8555 section 8.1).
    OtherAccount,
    /// Another token of the same ACME account.
    OtherToken,
    /// Something else.
    Other,
}

/// Where two contents part. Excerpts are foreign text, cut to what is near.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Bytes that are alike before.
    pub at: usize,
    /// What is expected from a little before there.
    pub expected: String,
    /// What was found there.
    pub found: String,
    /// Bytes expected.
    pub expected_bytes: usize,
    /// Bytes found.
    pub found_bytes: usize,
}

/// Why no CA follows a redirect (CA/B Forum BR section 3.2.2.4.18; RFC 8555 section 8.3 and its
/// section 10.4 on requests to the inside).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "fault")]
pub enum RedirectFault {
    /// Neither http nor https. Foreign text.
    Scheme {
        /// Its scheme.
        scheme: String,
    },
    /// Another port than 80 and 443.
    Port {
        /// The port.
        port: u16,
    },
    /// An IP address in place of a name.
    IpAddress,
    /// It leads into the own network.
    Inside {
        /// Where.
        address: IpAddr,
        /// What kind of address that is.
        range: AddressRange,
    },
    /// The name has no address.
    NoAddress {
        /// The name. Foreign text.
        host: String,
    },
    /// No address that can be read.
    Unreadable,
    /// A status that is not among those which may redirect (301, 302, 307, 308).
    Status {
        /// HTTP status.
        status: u16,
    },
}

/// What kind of page stands in the file's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageKind {
    /// A test whether a person looks.
    Challenge,
    /// A firewall that refuses.
    Firewall,
    /// The delivery network does not reach the server behind it.
    Origin,
    /// The delivery network does not agree on encryption with the server behind it.
    OriginTls,
    /// The delivery network does not know the name.
    UnknownName,
    /// Blocked for want of an ICP filing (China).
    NoFiling,
    /// Blocked by a provider or an authority (China).
    Provider,
    /// A page that asks for a password.
    Login,
    /// A page of who sells or parks names.
    Parking,
    /// The settings of a modem or router.
    Router,
    /// The page of a server nobody has set up.
    Default,
}

/// Why IIS does not serve it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum IisSign {
    /// Its sub-status says so.
    Cause(BlockCause),
    /// A bare 404 for a file without extension: the usual reason on IIS.
    LikelyNoType,
    /// No site has a binding for this name.
    NoSite,
    /// The application pool is stopped.
    PoolStopped,
    /// A configuration that cannot be read (500.19).
    Configuration,
    /// The site's account may not read the file (401.3).
    Rights,
}

macro_rules! ids_of_files {
    ($($variant:ident => $id:ident,)*) => {
        impl WebFileFact {
            /// Stable id of this fact.
            pub fn id(&self) -> Id {
                match self { $(Self::$variant { .. } => Id::$id,)* }
            }
        }
    };
}

ids_of_files! {
    WrongStatus => FileWrongStatus,
    WrongContent => FileWrongContent,
    Bom => FileBom,
    ExtraNewline => FileExtraNewline,
    ContentType => FileContentType,
    Redirected => FileRedirected,
    ForcedHttps => FileForcedHttps,
    RedirectRefused => FileRedirectRefused,
    RedirectLoop => FileRedirectLoop,
    NotReachable => FileNotReachable,
    AnswerBroken => FileAnswerBroken,
    PathBlocked => FilePathBlocked,
    TlsBroken => FileTlsBroken,
    WrongProtocol => FileWrongProtocol,
    BlockPage => FileBlockPage,
    IisBlocked => FileIisBlocked,
    BehindCdn => FileBehindCdn,
    HttpsDiffers => FileHttpsDiffers,
    Ipv6Differs => FileIpv6Differs,
    AddressesDiffer => FileAddressesDiffer,
    WildcardNotAllowed => FileWildcardNotAllowed,
    NoAddress => FileNoAddress,
}

impl From<WebFileFact> for Fact {
    fn from(fact: WebFileFact) -> Self {
        Self::WebFile(fact)
    }
}
