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

/// Entries of http.sys by their keys and certificates by thumbprint and name, made once for a plan.
pub struct Entries<'a> {
    keys: HashMap<&'a EntryKey, &'a SslEntry>,
    prints: HashMap<Thumbprint, &'a StoreCertificate>,
    names: HashMap<String, Vec<&'a StoreCertificate>>,
}

impl<'a> Entries<'a> {
    /// Of what is known; none when nothing is.
    pub fn new(ground: &Ground<'a>) -> Self {
        let all = ground.entries.unwrap_or_default();
        let mut known = Self {
            keys: all.iter().map(|entry| (&entry.key, entry)).collect(),
            prints: HashMap::new(),
            names: HashMap::new(),
        };
        for held in usable(ground.certificates.unwrap_or_default()) {
            known.prints.entry(held.thumbprint).or_insert(held);
            held.visit_dns_names(|name| {
                let name = a_labels(name).into_owned();
                known.names.entry(name).or_default().push(held);
            });
        }
        known
    }

    /// Certificates that name the host, or all names one label below its domain.
    fn for_host(&self, host: &str) -> impl Iterator<Item = &'a StoreCertificate> {
        let above = host
            .split_once('.')
            .map(|(_, domain)| format!("*.{domain}"));
        let exact = self.names.get(host).into_iter().flatten();
        let above = above.and_then(|above| self.names.get(&above));
        exact.chain(above.into_iter().flatten()).copied()
    }

    fn get(&self, address: IpAddr, port: u16) -> Option<&'a SslEntry> {
        let key = EntryKey::IpPort(EntryAddress(address), port);
        self.keys.get(&key).copied()
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
    if entries.keys.contains_key(&key) {
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
        if ground.certificates.is_none() {
            return Ok((wanted, STORE.into()));
        }
        let held = entries.prints.get(&wanted);
        let held = held.ok_or(Refusal::CertificateUnknown)?;
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
        (now, Some(_)) => {
            let now = now.and_then(|(thumbprint, _)| entries.prints.get(&thumbprint).copied());
            now.filter(|held| covers(held) && is_sound(held, ground))
                .or_else(|| best(&host, entries, ground))
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
    entries: &Entries<'a>,
    ground: &Ground<'_>,
) -> Option<&'a StoreCertificate> {
    entries
        .for_host(host)
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
