//! What a configuration says of its sites, with the place of every value in the text.

use serde::Serialize;

use super::xml::Span;
use crate::core::iis::binding::{Endpoint, EndpointFault};
use crate::core::iis::flags::SslFlags;

/// The part of `applicationHost.config` that makes sites reachable.
#[derive(Clone, Debug, Default)]
pub struct Configuration {
    /// Sites in the order of the file.
    pub sites: Vec<Site>,
    /// What sites have that do not say otherwise.
    pub defaults: SiteDefaults,
    /// Settings for a site or a path below it.
    pub locations: Vec<Location>,
    /// Settings of the whole server.
    pub server: ServerSettings,
    /// Where the sites lie when they are in a file of their own, as written.
    pub sites_in: Option<Box<str>>,
    /// Other parts that lie in files of their own, as written.
    pub elsewhere: Vec<Box<str>>,
    /// Values that are encrypted in the file; they are never read.
    pub encrypted: usize,
}

/// `<siteDefaults>`.
#[derive(Clone, Debug, Default)]
pub struct SiteDefaults {
    /// Whether sites start with the service; `None` when not said, which means they do.
    pub auto_start: Option<bool>,
    /// Bindings that every site has.
    pub bindings: Vec<Binding>,
    /// Whether browsers are told to use https only.
    pub hsts: Option<bool>,
}

/// One site.
#[derive(Clone, Debug)]
pub struct Site {
    /// Name as written.
    pub name: Box<str>,
    /// Number; `None` when it is missing or no number.
    pub id: Option<u32>,
    /// Whether it starts with the service, with the defaults applied.
    pub auto_start: bool,
    /// Its applications.
    pub applications: Box<[Application]>,
    /// Its own bindings, in the order of the file.
    pub bindings: Vec<Binding>,
    /// Whether the bindings of the defaults count here too.
    pub inherits_bindings: bool,
    /// Whether IIS tells browsers to use https only, and sends them from http there.
    pub hsts: Hsts,
    /// The whole element.
    pub span: Span,
    /// `<bindings>` with everything in it.
    pub bindings_span: Option<Span>,
    /// Line of its name.
    pub line: u32,
}

/// `<hsts>` of a site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hsts {
    /// `enabled`.
    pub is_enabled: bool,
    /// `redirectHttpToHttps`.
    pub redirects: bool,
}

/// One application of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application {
    /// `/`, `/shop`.
    pub path: Box<str>,
    /// Application pool.
    pub pool: Option<Box<str>>,
    /// Folder of its root directory, as written: `%SystemDrive%\inetpub\wwwroot`.
    pub folder: Option<Box<str>>,
}

/// One binding.
#[derive(Clone, Debug)]
pub struct Binding {
    /// `http`, `https`, `net.tcp` …, as written.
    pub protocol: Box<str>,
    /// `bindingInformation` as written.
    pub information: Box<str>,
    /// What it means; only http and https have endpoints.
    pub endpoint: Option<Result<Endpoint, EndpointFault>>,
    /// `sslFlags`.
    pub flags: FlagsWritten,
    /// The whole element.
    pub span: Span,
    /// The value of `bindingInformation`.
    pub information_span: Option<Span>,
    /// The value of `sslFlags`, when it is written.
    pub flags_span: Option<Span>,
    /// Line.
    pub line: u32,
}

/// `sslFlags` as the file has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum FlagsWritten {
    /// A number, or nothing, which means 0.
    Known(SslFlags),
    /// Something that is no number.
    NotNumber(Box<str>),
}

impl FlagsWritten {
    /// The flags; none where they are no number.
    pub fn flags(&self) -> SslFlags {
        match self {
            Self::Known(flags) => *flags,
            Self::NotNumber(_) => SslFlags::default(),
        }
    }
}

impl Binding {
    /// Whether it speaks TLS.
    pub fn is_https(&self) -> bool {
        self.protocol.eq_ignore_ascii_case("https")
    }

    /// Whether it is plain http.
    pub fn is_http(&self) -> bool {
        self.protocol.eq_ignore_ascii_case("http")
    }

    /// Its endpoint, when it has one that is understood.
    pub fn endpoint(&self) -> Option<&Endpoint> {
        self.endpoint.as_ref()?.as_ref().ok()
    }

    /// Its endpoint when it speaks TLS.
    pub fn https_endpoint(&self) -> Option<&Endpoint> {
        self.endpoint().filter(|_| self.is_https())
    }

    /// The flags; none where they are no number.
    pub fn flags(&self) -> SslFlags {
        self.flags.flags()
    }
}

impl Site {
    /// The folder of its root application.
    pub fn folder(&self) -> Option<&str> {
        let root = self
            .applications
            .iter()
            .find(|application| &*application.path == "/")?;
        root.folder.as_deref()
    }
}

/// `<location path="…">` with settings that matter here.
#[derive(Clone, Debug)]
pub struct Location {
    /// `Default Web Site/shop`, as written; empty means every site.
    pub path: Box<str>,
    /// Its settings.
    pub settings: ServerSettings,
}

/// The parts of `<system.webServer>` that decide whether http leads to https, and whether a CA's file is
/// served. The same in `applicationHost.config`, its `location` blocks, and `web.config`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServerSettings {
    /// `<security><access sslFlags>`, its words in lower case: `ssl`, `sslrequirecert`.
    pub access: Option<Placed<Box<[Box<str>]>>>,
    /// `<httpRedirect>`.
    pub redirect: Option<Placed<Redirect>>,
    /// `<rewrite><rules>`.
    pub rules: Vec<Placed<RewriteRule>>,
    /// `<staticContent>`: extensions that have a type, in lower case with their dot; `.` stands for none, `.*` for all.
    pub mime: Vec<Placed<MimeChange>>,
    /// `<requestFiltering>`.
    pub filtering: Filtering,
    /// `<handlers>` that come with this part, in their order.
    pub handlers: Vec<Placed<HandlerChange>>,
}

/// A value and its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Its line.
    pub line: u32,
}

/// `<httpRedirect>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirect {
    /// `enabled`.
    pub is_enabled: bool,
    /// Where to, as written.
    pub destination: Box<str>,
}

/// One `<rule>` of URL Rewrite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RewriteRule {
    /// Name.
    pub name: Box<str>,
    /// Whether it is on.
    pub is_enabled: bool,
    /// `<match url>`, as written.
    pub pattern: Box<str>,
    /// Whether `negate` turns the pattern round.
    pub is_negated: bool,
    /// `<action type>`, in lower case: `redirect`, `rewrite`, `customresponse`, `abortrequest`, `none`.
    pub action: Box<str>,
    /// `<action url>`, as written.
    pub url: Box<str>,
    /// `input` and `pattern` of its conditions, as written, with `negate`.
    pub conditions: Box<[Condition]>,
    /// `stopProcessing`.
    pub stops: bool,
}

/// One condition of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// `{HTTPS}`, `{REQUEST_URI}`.
    pub input: Box<str>,
    /// As written.
    pub pattern: Box<str>,
    /// `negate`.
    pub is_negated: bool,
}

/// A change of the types by extension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MimeChange {
    /// `<mimeMap fileExtension>`.
    Add(Box<str>),
    /// `<remove fileExtension>`.
    Remove(Box<str>),
    /// `<clear/>`.
    Clear,
}

/// `<requestFiltering>`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filtering {
    /// Line of `<fileExtensions allowUnlisted="false">`.
    pub only_listed_extensions: Option<u32>,
    /// Extensions allowed or not by name, in lower case.
    pub extensions: Vec<(Box<str>, bool)>,
    /// `<hiddenSegments>`, with lines.
    pub hidden_segments: Vec<Placed<Box<str>>>,
    /// `<denyUrlSequences>`, with lines.
    pub denied_sequences: Vec<Placed<Box<str>>>,
    /// Line of `<verbs allowUnlisted="false">` without GET.
    pub get_denied: Option<u32>,
}

/// A change of the handlers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandlerChange {
    /// `<add>`.
    Add {
        /// Name.
        name: Box<str>,
        /// `path`, in lower case.
        path: Box<str>,
        /// `modules` and `type` together, in lower case.
        by: Box<str>,
    },
    /// `<remove>` by name, in lower case.
    Remove(Box<str>),
    /// `<clear/>`.
    Clear,
}
