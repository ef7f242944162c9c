//! Why a wish is not carried out. The others of a plan are.

use serde::Serialize;

use super::fix::BindingName;
use super::host::HostFault;
use crate::core::iis::binding::EndpointFault;
use crate::core::iis::flags::SslFlag;
use crate::core::iis::version::IisVersion;

/// Why a wish is not carried out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "why")]
pub enum Refusal {
    /// No site of this name.
    SiteUnknown,
    /// Two sites of this name; which is meant cannot be said.
    SiteTwice,
    /// The site has no such binding.
    BindingUnknown,
    /// The binding has no `bindingInformation`, or it is not understood.
    BindingNotUnderstood,
    /// Only https has certificates.
    NotHttps,
    /// Only http can be given https beside it.
    NotHttp,
    /// The host is none that a binding can have.
    Host {
        /// Why.
        fault: HostFault,
    },
    /// The new `bindingInformation` is none.
    Information {
        /// Which part.
        part: EndpointFault,
    },
    /// Another binding has this address, port and host already.
    Taken {
        /// Which.
        by: BindingName,
    },
    /// Another wish of the plan leads to the same address, port and host.
    SameGoal {
        /// The binding of the other wish.
        other: BindingName,
    },
    /// Another wish of the plan wants something else of the same binding.
    Contradicts {
        /// The other wish, counted from 1.
        other: u32,
    },
    /// This version of IIS does not have the flag.
    FlagTooNew {
        /// Flag.
        flag: SslFlag,
        /// The server's version.
        version: IisVersion,
    },
    /// The flag is not valid beside the central store.
    FlagAgainstCentralStore {
        /// Flag.
        flag: SslFlag,
    },
    /// SNI needs a host name.
    SniWithoutHost,
    /// The entry of http.sys needs a certificate, and none is known: no listing was given, or the one
    /// served now does not cover the host.
    NeedsCertificate {
        /// The host to be covered.
        host: Box<str>,
    },
    /// The certificate that was named is not in the listing of the stores.
    CertificateUnknown,
    /// The certificate that was named does not cover the host.
    CertificateOtherName {
        /// The host to be covered.
        host: Box<str>,
    },
    /// The certificate comes from the central store, which has no entries of its own.
    CentralStore,
    /// The site takes its bindings from the defaults of all sites.
    Inherited,
}
