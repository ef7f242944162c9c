//! Facts about the sites of IIS, their bindings, and what http.sys serves for them.

use serde::Serialize;

use super::{Fact, Id};
use crate::core::iis::binding::EndpointFault;
use crate::core::iis::flags::SslFlag;
use crate::core::iis::plan::HostFault;
use crate::core::iis::version::IisVersion;
use crate::core::time::Moment;

/// A binding as findings name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AtBinding {
    /// Name of the site.
    pub site: Box<str>,
    /// `bindingInformation` as written.
    pub binding: Box<str>,
}

/// Facts about IIS.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum IisFact {
    /// An https binding on every address without a host name: it answers for every name. IIS 7's manager
    /// greys its host field out. `named` https bindings share its port; `sharing` of them have no SNI, so
    /// they share its certificate too.
    HostMissing {
        #[serde(flatten)]
        at: AtBinding,
        named: usize,
        sharing: usize,
    },
    /// An https binding without host on one address, beside named ones there.
    CatchAllBesideNamed {
        #[serde(flatten)]
        at: AtBinding,
        named: usize,
        first: Box<str>,
    },
    /// Two bindings have one address, port and host: the second site does not start.
    DuplicateBinding {
        #[serde(flatten)]
        at: AtBinding,
        other_site: Box<str>,
        other_binding: Box<str>,
    },
    /// The same, but one of the two sites is stopped, so both work until it is started.
    StoppedSiteConflict {
        #[serde(flatten)]
        at: AtBinding,
        other_site: Box<str>,
        stopped: Box<str>,
    },
    /// http and https on one address and port.
    PortBothSchemes {
        #[serde(flatten)]
        at: AtBinding,
        other_site: Box<str>,
        other_binding: Box<str>,
    },
    /// Two elements with one key: IIS refuses the whole file (HTTP 500.19).
    DuplicateElement {
        site: Box<str>,
        element: KeyedElement,
        value: Box<str>,
        first_line: u32,
    },
    /// An https binding with a host but without SNI, beside `beside` others of its port.
    SniOff {
        #[serde(flatten)]
        at: AtBinding,
        host: Box<str>,
        beside: usize,
    },
    /// Named https bindings with and without SNI on one address and port.
    SniMixed {
        #[serde(flatten)]
        at: AtBinding,
        with_sni: usize,
        without_sni: usize,
    },
    /// SNI in the configuration, but no `hostname:port` entry in http.sys.
    SniWithoutEntry {
        #[serde(flatten)]
        at: AtBinding,
        host: Box<str>,
        /// The entry that answers in its place.
        instead: Option<Box<str>>,
    },
    /// https without any entry that answers: every handshake fails.
    EntryMissing {
        #[serde(flatten)]
        at: AtBinding,
    },
    /// An entry for one address, which no binding has, answers there first, whatever the host: for this
    /// binding and as many as are said in all.
    EntryOverrules {
        #[serde(flatten)]
        at: AtBinding,
        entry: Box<str>,
        thumbprint: Option<Box<str>>,
        bindings: usize,
    },
    /// An entry that IIS registered and no binding uses.
    EntryOrphan {
        entry: Box<str>,
        thumbprint: Option<Box<str>>,
    },
    /// The binding takes its certificate from the central store, for which http.sys has no entry.
    CentralStoreWithoutEntry {
        #[serde(flatten)]
        at: AtBinding,
        port: u16,
    },
    /// http.sys names a certificate that the store does not hold.
    CertificateMissing {
        #[serde(flatten)]
        at: AtBinding,
        thumbprint: Box<str>,
        store: Option<Box<str>>,
        /// The store that does hold it.
        found_in: Option<Box<str>>,
    },
    /// The certificate served has expired.
    CertificateExpired {
        #[serde(flatten)]
        at: AtBinding,
        certificate: Box<str>,
        not_after: Moment,
        days_ago: i64,
    },
    /// The certificate served expires within the renewal window.
    CertificateExpiresSoon {
        #[serde(flatten)]
        at: AtBinding,
        certificate: Box<str>,
        not_after: Moment,
        days_left: i64,
    },
    /// The certificate served is not valid yet.
    CertificateNotYetValid {
        #[serde(flatten)]
        at: AtBinding,
        certificate: Box<str>,
        not_before: Moment,
    },
    /// The certificate served does not cover the binding's host.
    CertificateWrongName {
        #[serde(flatten)]
        at: AtBinding,
        host: Box<str>,
        certificate: Box<str>,
        /// Names it has, a few of them.
        names: Vec<String>,
        /// A name of it that would cover the host if a wildcard covered more than one label.
        too_deep: Option<Box<str>>,
    },
    /// The certificate served has no private key.
    KeyMissing {
        #[serde(flatten)]
        at: AtBinding,
        certificate: Box<str>,
    },
    /// The certificate served names a key that does not open (0x80070520, error 1312).
    KeyBroken {
        #[serde(flatten)]
        at: AtBinding,
        certificate: Box<str>,
        serial: Option<Box<str>>,
    },
    /// The issuer of a certificate served is in none of the computer's stores.
    IntermediateMissing {
        certificate: Box<str>,
        issuer: Box<str>,
        bindings: usize,
    },
    /// IIS 7 serves one certificate for an address and port, and several hosts share it.
    OneCertificatePerAddress {
        #[serde(flatten)]
        at: AtBinding,
        version: IisVersion,
        hosts: Vec<String>,
        sites: usize,
    },
    /// A host with `*.` below IIS 10.
    WildcardNeeds10 {
        #[serde(flatten)]
        at: AtBinding,
        host: Box<str>,
        version: Option<IisVersion>,
    },
    /// A flag that this version does not have.
    FlagTooNew {
        #[serde(flatten)]
        at: AtBinding,
        flag: SslFlag,
        version: IisVersion,
    },
    /// Flags that are not valid beside the central store.
    FlagsAgainstCentralStore {
        #[serde(flatten)]
        at: AtBinding,
        flags: Vec<SslFlag>,
    },
    /// `sslFlags` is no number: IIS refuses the whole file.
    FlagsNotUnderstood {
        #[serde(flatten)]
        at: AtBinding,
        written: Box<str>,
    },
    /// `bindingInformation` is not address:port:host: the site does not start.
    BindingNotUnderstood {
        #[serde(flatten)]
        at: AtBinding,
        part: EndpointFault,
    },
    /// The host can be none.
    HostMalformed {
        #[serde(flatten)]
        at: AtBinding,
        host: Box<str>,
        fault: HostFault,
    },
    /// The configuration in force lies elsewhere.
    SharedConfiguration { folder: Box<str>, has_account: bool },
    /// The file is the copy that 32-bit programs see, which IIS does not read.
    Wow64View { path: Box<str> },
    /// The site is reachable over http alone and sends nobody elsewhere.
    HttpOnly { site: Box<str>, bindings: usize },
    /// The site has https, but whoever comes over http stays there.
    HttpNotRedirected { site: Box<str> },
    /// The site demands https and has no binding for it: every visitor gets 403.4.
    RequiresHttpsWithoutBinding { site: Box<str> },
    /// Something else than the CA's file would be served for domain validation.
    ValidationBlocked {
        /// Site or path that the setting is for; empty for the whole server or the whole `web.config`.
        path: Box<str>,
        cause: BlockCause,
    },
    /// The sites, or a part of the configuration, lie in another file that was not read.
    PartElsewhere { file: Box<str> },
    /// A layer was not read, so nothing is known of it.
    LayerNotRead { layer: Layer, https: usize },
}

/// What has a key that must not come twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyedElement {
    /// A binding: protocol and bindingInformation within its site.
    Binding,
    /// A site's name.
    SiteName,
    /// A site's id.
    SiteId,
}

/// The tables beside the configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layer {
    /// http.sys.
    HttpSys,
    /// The computer's certificate stores.
    Store,
}

/// What keeps a CA from reading its file under `/.well-known/`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockCause {
    /// Files without extension have no type: 404.3.
    NoTypeWithoutExtension,
    /// `.txt` has no type: 404.3.
    NoTypeForText,
    /// The static file handler was taken away, or another one answers for every path before it.
    Handlers {
        /// The handler that answers in its place, when there is one.
        instead: Option<Box<str>>,
    },
    /// https is demanded: 403.4 over http.
    RequiresHttps,
    /// Everything is sent elsewhere.
    Redirect {
        /// Where to, as written.
        destination: Box<str>,
    },
    /// A rule of URL Rewrite catches the path too.
    Rewrite {
        /// Its name.
        rule: Box<str>,
        /// Whether it only sends http to https, which most CAs follow.
        only_to_https: bool,
    },
    /// Only listed extensions are allowed, and none is not listed: 404.7.
    ExtensionsListed,
    /// A hidden segment is part of the path: 404.8.
    HiddenSegment {
        /// As written.
        segment: Box<str>,
    },
    /// A denied sequence is part of the path: 404.5.
    DeniedSequence {
        /// As written.
        sequence: Box<str>,
    },
    /// GET is not allowed: 404.6.
    GetDenied,
}

macro_rules! ids_of_iis {
    ($($variant:ident => $id:ident,)*) => {
        impl IisFact {
            /// Stable id of this fact.
            pub fn id(&self) -> Id {
                match self { $(Self::$variant { .. } => Id::$id,)* }
            }
        }
    };
}

ids_of_iis! {
    HostMissing => IisHostMissing,
    CatchAllBesideNamed => IisCatchAllBesideNamed,
    DuplicateBinding => IisDuplicateBinding,
    StoppedSiteConflict => IisStoppedSiteConflict,
    PortBothSchemes => IisPortBothSchemes,
    DuplicateElement => IisDuplicateElement,
    SniOff => IisSniOff,
    SniMixed => IisSniMixed,
    SniWithoutEntry => IisSniWithoutSslcert,
    EntryMissing => IisSslcertMissing,
    EntryOverrules => IisSslcertOverrules,
    EntryOrphan => IisSslcertOrphan,
    CentralStoreWithoutEntry => IisCentralStoreWithoutSslcert,
    CertificateMissing => IisCertificateMissing,
    CertificateExpired => IisCertificateExpired,
    CertificateExpiresSoon => IisCertificateExpiresSoon,
    CertificateNotYetValid => IisCertificateNotYetValid,
    CertificateWrongName => IisCertificateWrongName,
    KeyMissing => IisKeyMissing,
    KeyBroken => IisKeyBroken,
    IntermediateMissing => IisIntermediateMissing,
    OneCertificatePerAddress => IisOneCertificatePerAddress,
    WildcardNeeds10 => IisWildcardNeeds10,
    FlagTooNew => IisFlagTooNew,
    FlagsAgainstCentralStore => IisFlagsAgainstCentralStore,
    FlagsNotUnderstood => IisFlagsNotUnderstood,
    BindingNotUnderstood => IisBindingNotUnderstood,
    HostMalformed => IisHostMalformed,
    SharedConfiguration => IisSharedConfiguration,
    Wow64View => IisWow64View,
    HttpOnly => IisHttpOnly,
    HttpNotRedirected => IisHttpNotRedirected,
    RequiresHttpsWithoutBinding => IisRequiresHttpsWithoutBinding,
    ValidationBlocked => IisValidationBlocked,
    PartElsewhere => IisPartElsewhere,
    LayerNotRead => IisLayerNotRead,
}

impl From<IisFact> for Fact {
    fn from(fact: IisFact) -> Self {
        Self::Iis(fact)
    }
}
