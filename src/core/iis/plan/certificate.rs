//! The entry that http.sys needs for a binding, and the certificate in it.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::ground::Ground;
use super::refusal::Refusal;
use crate::core::iis::binding::{Address, Endpoint};
use crate::core::iis::flags::{HttpSysFlags, SslFlag, SslFlags};
use crate::core::iis::http_sys::{EntryAddress, EntryKey, IIS_APP_ID, SslEntry};
use crate::core::iis::store::{KeyLink, StoreCertificate, Thumbprint};
use crate::core::x509::a_labels;

/// The store that IIS takes certificates from unless told otherwise.
const STORE: &str = "MY";

/// The entry a binding of https needs.
pub fn key_of(endpoint: &Endpoint, flags: SslFlags) -> EntryKey {
    let port = endpoint.port;
    if flags.has(SslFlag::CentralStore) {
        return EntryKey::CentralStore(port);
    }
    if flags.has(SslFlag::Sni) && !endpoint.host.is_empty() {
        return EntryKey::HostPort(endpoint.host_key().into(), port);
    }
    let address = match endpoint.address {
        Address::Any => IpAddr::V4(Ipv4Addr::UNSPECIFIED),
        Address::Ip(address) => address,
    };
    EntryKey::IpPort(EntryAddress(address), port)
}

/// The entries of http.sys by their keys, made once for a plan.
pub struct Entries<'a>(HashMap<&'a EntryKey, &'a SslEntry>);

impl<'a> Entries<'a> {
    /// Of what is known; none when nothing is.
    pub fn new(ground: &Ground<'a>) -> Self {
        let all = ground.entries.unwrap_or_default();
        Self(all.iter().map(|entry| (&entry.key, entry)).collect())
    }

    fn get(&self, address: IpAddr, port: u16) -> Option<&'a SslEntry> {
        let key = EntryKey::IpPort(EntryAddress(address), port);
        self.0.get(&key).copied()
    }
}

/// The entry that has to be added for a binding; `None` when http.sys has it already.
///
/// # Errors
/// When no certificate for it is known.
pub fn missing_entry(
    endpoint: &Endpoint,
    flags: SslFlags,
    wanted: Option<Thumbprint>,
    ground: &Ground<'_>,
    entries: &Entries<'_>,
) -> Result<Option<SslEntry>, Refusal> {
    if flags.has(SslFlag::Sni) && endpoint.host.is_empty() {
        return Err(Refusal::SniWithoutHost);
    }
    if ground.is_settled {
        return Ok(None);
    }
    let key = key_of(endpoint, flags);
    if entries.0.contains_key(&key) {
        return Ok(None);
    }
    let mut entry = SslEntry {
        key,
        thumbprint: None,
        app_id: Some(IIS_APP_ID.into()),
        store: None,
        flags: HttpSysFlags::of_binding(flags),
    };
    if !flags.has(SslFlag::CentralStore) {
        let (thumbprint, store) = certificate(endpoint, wanted, ground, entries)?;
        (entry.thumbprint, entry.store) = (Some(thumbprint), Some(store));
    }
    Ok(Some(entry))
}

/// The certificate that was named, else the one served there now, else the best of the stores.
fn certificate(
    endpoint: &Endpoint,
    wanted: Option<Thumbprint>,
    ground: &Ground<'_>,
    entries: &Entries<'_>,
) -> Result<(Thumbprint, Box<str>), Refusal> {
    let host = endpoint.host_key();
    let needs = || Refusal::NeedsCertificate {
        host: (*host).into(),
    };
    let covers =
        |held: &StoreCertificate| host.is_empty() || held.covers_host(&host) != Some(false);
    if let Some(wanted) = wanted {
        let Some(certificates) = ground.certificates else {
            return Ok((wanted, STORE.into()));
        };
        let held = usable(certificates)
            .find(|held| held.thumbprint == wanted)
            .ok_or(Refusal::CertificateUnknown)?;
        return match covers(held) {
            true => Ok((wanted, held.store.clone())),
            false => Err(Refusal::CertificateOtherName {
                host: (*host).into(),
            }),
        };
    }
    let now = served_now(endpoint, entries);
    match (now, ground.certificates) {
        (Some((thumbprint, store)), None) => Ok((thumbprint, store)),
        (now, Some(certificates)) => {
            let now = now.and_then(|(thumbprint, _)| {
                usable(certificates).find(|held| held.thumbprint == thumbprint)
            });
            now.filter(|held| covers(held) && is_sound(held, ground))
                .or_else(|| best(&host, certificates, ground))
                .map(|held| (held.thumbprint, held.store.clone()))
                .ok_or_else(needs)
        }
        (None, None) => Err(needs()),
    }
}

/// What the address and port serve to everybody.
fn served_now(endpoint: &Endpoint, entries: &Entries<'_>) -> Option<(Thumbprint, Box<str>)> {
    let port = endpoint.port;
    let own = match endpoint.address {
        Address::Any => None,
        Address::Ip(address) => entries.get(address, port),
    };
    let any = || {
        entries
            .get(IpAddr::V4(Ipv4Addr::UNSPECIFIED), port)
            .or_else(|| entries.get(IpAddr::V6(Ipv6Addr::UNSPECIFIED), port))
    };
    let entry = own.or_else(any)?;
    let store = entry.store.clone().unwrap_or_else(|| STORE.into());
    Some((entry.thumbprint?, store))
}

/// The certificate for a host that stays valid longest; of several the one that names it. One without its
/// key serves nobody.
fn best<'a>(
    host: &str,
    certificates: &'a [StoreCertificate],
    ground: &Ground<'_>,
) -> Option<&'a StoreCertificate> {
    if host.is_empty() {
        return None;
    }
    usable(certificates)
        .filter(|held| held.covers_host(host) == Some(true) && is_sound(held, ground))
        .max_by_key(|held| (held.not_after(), names_exactly(held, host)))
}

fn names_exactly(held: &StoreCertificate, host: &str) -> bool {
    let certificate = held.certificate.as_ref();
    certificate
        .is_some_and(|certificate| certificate.dns_names().any(|name| a_labels(name) == host))
}

fn is_sound(held: &StoreCertificate, ground: &Ground<'_>) -> bool {
    let has_begun = held.not_before().is_none_or(|begin| begin <= ground.now);
    let goes_on = held.not_after().is_none_or(|end| end >= ground.now);
    let has_key = matches!(held.key, KeyLink::Present | KeyLink::Unknown);
    has_begun && goes_on && has_key
}

/// Those of the stores that http.sys takes server certificates from.
fn usable(certificates: &[StoreCertificate]) -> impl Iterator<Item = &StoreCertificate> {
    certificates.iter().filter(|held| {
        !held.store.eq_ignore_ascii_case("CA") && !held.store.eq_ignore_ascii_case("Root")
    })
}
