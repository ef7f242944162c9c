//! Facts about a page and what it loads.

use std::net::IpAddr;

use serde::Serialize;

use super::{Fact, Id, RedirectFault};
use crate::core::env::{AddressRange, WebCause};
use crate::core::page::{HstsFault, Position};

/// Facts about a page and what it loads. Names and addresses are foreign text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum PageFact {
    /// http does not lead to https.
    HttpNotRedirected {
        /// The name. Foreign text.
        name: String,
        /// Status of the answer over http.
        status: u16,
    },
    /// From https it leads to http.
    HttpsDowngraded {
        /// What was asked over https.
        from: String,
        /// Where it leads.
        to: String,
        /// Whether the page itself says so (`<meta http-equiv=refresh>`), rather than a redirect.
        is_refresh: bool,
    },
    /// Redirects without end.
    RedirectLoop {
        /// What was asked last.
        url: String,
        /// Where that leads.
        to: String,
        /// Whether it was there before.
        is_circle: bool,
        /// Redirects followed.
        count: usize,
    },
    /// A redirect that was not followed.
    RedirectRefused {
        /// What was asked.
        url: String,
        /// Where it leads.
        to: String,
        #[serde(flatten)]
        fault: RedirectFault,
    },
    /// No answer.
    NotAnswered {
        /// What was asked.
        url: String,
        /// Whom.
        address: String,
        cause: WebCause,
    },
    /// The page's status tells of a fault.
    Status {
        /// The page.
        url: String,
        /// HTTP status, 400 or more.
        status: u16,
    },
    /// The page is at another host in the end.
    OtherHost {
        /// What was asked.
        name: String,
        /// The page.
        url: String,
    },
    /// The page is larger than what is read.
    TooLarge {
        /// The page.
        url: String,
        /// Bytes that are read.
        limit: u64,
    },
    /// The page came packed, though that was not asked for; it is not unpacked.
    Packed {
        /// The page.
        url: String,
        /// With what.
        encoding: String,
    },
    /// Some of it was not looked at.
    LeftOut {
        /// The page.
        url: String,
        #[serde(flatten)]
        left_out: LeftOut,
    },
    /// Parts come from addresses inside a network; none was contacted.
    PartInside {
        /// The page.
        page: String,
        /// The first of them.
        url: String,
        /// Where it leads.
        address: IpAddr,
        /// What kind of address that is.
        range: AddressRange,
        /// How many parts.
        count: usize,
    },
    /// Parts are loaded over http.
    MixedContent {
        #[serde(flatten)]
        parts: PageParts,
        /// Whether browsers refuse them, rather than ask over https in place.
        is_blocked: bool,
    },
    /// Parts are loaded over https and redirected to http.
    MixedByRedirect {
        #[serde(flatten)]
        parts: PageParts,
        /// Whether browsers refuse them.
        is_blocked: bool,
    },
    /// Parts are written with http, and the page tells browsers to ask over https.
    MixedUpgraded {
        #[serde(flatten)]
        parts: PageParts,
        /// Those of them that do not answer over https.
        missing: usize,
    },
    /// Forms are sent over http.
    FormOverHttp {
        #[serde(flatten)]
        parts: PageParts,
        /// Whether one of them asks for a password.
        has_password: bool,
    },
    /// Files are downloaded over http.
    DownloadOverHttp {
        #[serde(flatten)]
        parts: PageParts,
    },
    /// No `Strict-Transport-Security`.
    HstsMissing { name: String },
    /// Browsers pass over it.
    HstsUnreadable {
        name: String,
        /// As sent.
        value: String,
        fault: HstsFault,
    },
    /// It holds for a short time, or ends what held.
    HstsShort { name: String, max_age_s: u64 },
    /// It is sent over http, where browsers pass over it.
    HstsOverHttp { name: String },
    /// It comes with a certificate that is not trusted, so that browsers pass over it.
    HstsIgnored { name: String, detail: String },
    /// It agrees to the list that comes with browsers, and the list does not take it.
    HstsPreload {
        name: String,
        max_age_s: u64,
        include_subdomains: bool,
    },
}

/// Parts of one page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PageParts {
    /// The page.
    pub page: String,
    /// How many there are.
    pub count: usize,
    /// The first of them, in the order of the page, then of its style sheets.
    pub parts: Vec<PagePart>,
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PagePart {
    /// Its address as browsers read it.
    pub url: String,
    /// The page or style sheet in which it is written.
    pub found_in: String,
    #[serde(flatten)]
    pub at: Position,
    /// What names it: `<script src>`.
    pub loaded_by: &'static str,
    /// Where it is redirected to, where that is the fault.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// What to write in its place.
    #[serde(flatten)]
    pub change: Change,
}

/// What to do about an address in a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "change", content = "write")]
pub enum Change {
    /// It is the page's own host: the path alone is enough.
    Path(String),
    /// It answers over https.
    Https(String),
    /// Whether it answers over https was not asked.
    TryHttps(String),
    /// It does not answer over https: keep it on the own server, or leave it out.
    HostItself,
    /// The page's `<base href>` makes it http.
    Base(String),
}

/// What of a page was not looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// Addresses beyond the most that are looked at.
    pub addresses: usize,
    /// Style sheets that were not or could not be read.
    pub sheets: usize,
    /// Parts that were not asked whether they lead to http.
    pub parts: usize,
}

macro_rules! ids {
    ($($variant:ident => $id:ident,)*) => {
        impl PageFact {
            /// Stable id of this fact.
            pub fn id(&self) -> Id {
                match self { $(Self::$variant { .. } => Id::$id,)* }
            }
        }
    };
}

ids! {
    HttpNotRedirected => HttpNotRedirected,
    HttpsDowngraded => HttpsDowngraded,
    RedirectLoop => PageRedirectLoop,
    RedirectRefused => PageRedirectRefused,
    NotAnswered => PageNotAnswered,
    Status => PageStatus,
    OtherHost => PageOtherHost,
    TooLarge => PageTooLarge,
    Packed => PagePacked,
    LeftOut => PageLeftOut,
    PartInside => PagePartInside,
    MixedContent => MixedContent,
    MixedByRedirect => MixedByRedirect,
    MixedUpgraded => MixedUpgraded,
    FormOverHttp => FormOverHttp,
    DownloadOverHttp => DownloadOverHttp,
    HstsMissing => HstsMissing,
    HstsUnreadable => HstsUnreadable,
    HstsShort => HstsShort,
    HstsOverHttp => HstsOverHttp,
    HstsIgnored => HstsIgnored,
    HstsPreload => HstsPreload,
}

impl PageFact {
    /// The parts it is about, if it is about parts.
    pub fn parts(&self) -> Option<&PageParts> {
        match self {
            Self::MixedContent { parts, .. }
            | Self::MixedByRedirect { parts, .. }
            | Self::MixedUpgraded { parts, .. }
            | Self::FormOverHttp { parts, .. }
            | Self::DownloadOverHttp { parts } => Some(parts),
            _ => None,
        }
    }
}

impl From<PageFact> for Fact {
    fn from(fact: PageFact) -> Self {
        Self::Page(fact)
    }
}
