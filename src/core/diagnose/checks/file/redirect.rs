//! Redirects as CAs take them (CA/B Forum BR section 3.2.2.4.18): to http and https, to the usual ports, to
//! names; never into the own network. Each step is judged like the first address.

use std::net::IpAddr;

use super::wanted::port;
use crate::core::diagnose::Lane;
use crate::core::diagnose::ask::Asker;
use crate::core::diagnose::checks::addresses::{Addresses, Family, addresses};
use crate::core::env::{DnsName, Scheme, WebAnswer, WebCause, WebUrl};
use crate::core::finding::RedirectFault;
use crate::core::progress::Cancelled;

/// Where an answer leads, as it says; `None` for an answer that is no redirect.
pub fn location(answer: &WebAnswer) -> Option<&str> {
    match answer.status {
        301..=303 | 307 | 308 => answer.header("location"),
        _ => None,
    }
}

/// The address behind it, when a CA would go there at all.
pub fn read(from: &WebUrl, location: &str) -> Result<WebUrl, RedirectFault> {
    let to = from.join(location).map_err(|cause| match cause {
        WebCause::Scheme { scheme } => RedirectFault::Scheme { scheme },
        _ => RedirectFault::Unreadable,
    })?;
    if to.host.parse::<IpAddr>().is_ok() {
        return Err(RedirectFault::IpAddress);
    }
    match [port(Scheme::Http), port(Scheme::Https)].contains(&to.port) {
        true => Ok(to),
        false => Err(RedirectFault::Port { port: to.port }),
    }
}

/// Where the host behind a redirect is contacted: the kind of address asked so far before the other one.
pub fn reached(
    asker: &Asker<'_>,
    host: &str,
    family: Family,
) -> Result<Result<IpAddr, RedirectFault>, Cancelled> {
    let unknown = || RedirectFault::NoAddress {
        host: host.to_owned(),
    };
    let Some(name) = DnsName::parse(host) else {
        return Ok(Err(unknown()));
    };
    let families = asker.request.setup.families;
    let mut fault = unknown();
    for family in [family, family.other()] {
        if !family.is_of(families) {
            continue;
        }
        match addresses(asker, Lane::Validation, &name, family)? {
            Addresses::These(all) => {
                if let Some(first) = all.first() {
                    return Ok(Ok(*first));
                }
            }
            Addresses::Inside(address, range) => fault = RedirectFault::Inside { address, range },
            Addresses::None | Addresses::NoName | Addresses::Unknown => {}
        }
    }
    Ok(Err(fault))
}
