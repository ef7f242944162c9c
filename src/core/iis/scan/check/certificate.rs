//! The certificate that http.sys serves for a binding, against the stores and the host.

use std::collections::BTreeMap;

use super::{Found, Here};
use crate::core::bundle::renewal_days;
use crate::core::finding::IisFact;
use crate::core::iis::http_sys::{EntryKey, SslEntry};
use crate::core::iis::scan::known::{Lookup, is_authority_store};
use crate::core::iis::scan::served::ServedBy;
use crate::core::iis::store::{KeyLink, StoreCertificate, Thumbprint};

/// Names of a certificate kept for a sentence.
const NAMES_KEPT: usize = 8;

/// Certificates whose issuer is in no store, each told once.
#[derive(Default)]
pub(super) struct Issuers<'a> {
    missing: BTreeMap<Thumbprint, (&'a StoreCertificate, usize)>,
}

pub(super) fn check<'a>(
    found: &mut Found<'_>,
    here: Here<'_>,
    served: &ServedBy,
    known: &Lookup<'a>,
    issuers: &mut Issuers<'a>,
) {
    let entry = served
        .named
        .and_then(|index| known.entries.get(index as usize));
    let Some(entry) = entry else {
        return;
    };
    // The central store answers with a file, of which nothing is known here.
    if matches!(
        entry.key,
        EntryKey::CentralStore(_) | EntryKey::ScopedCentralStore(..)
    ) {
        return;
    }
    let Some(held) = held(found, here, entry, known) else {
        return;
    };
    validity(found, here, held);
    name(found, here, held);
    key(found, here, held);
    issuers.look(held, known);
}

/// The certificate of an entry; tells when the store does not hold it.
fn held<'a>(
    found: &mut Found<'_>,
    here: Here<'_>,
    entry: &SslEntry,
    known: &Lookup<'a>,
) -> Option<&'a StoreCertificate> {
    if !known.knows_certificates() {
        return None;
    }
    let all = entry
        .thumbprint
        .map(|thumbprint| known.certificates(thumbprint));
    let all = all.unwrap_or_default();
    let wanted = entry.store.as_deref().unwrap_or("MY");
    let right = all
        .iter()
        .find(|held| held.store.eq_ignore_ascii_case(wanted));
    let usable = all.iter().find(|held| !is_authority_store(&held.store));
    if right.is_none() {
        let fact = IisFact::CertificateMissing {
            at: here.name(),
            thumbprint: entry
                .thumbprint
                .map_or_else(Default::default, |print| print.to_string().into()),
            store: entry.store.clone(),
            found_in: all.first().map(|held| held.store.clone()),
        };
        found.binding(here, fact);
    }
    right.or(usable).copied()
}

fn validity(found: &mut Found<'_>, here: Here<'_>, held: &StoreCertificate) {
    let now = found.scan.judged_at;
    let certificate: Box<str> = held.title().into();
    if let Some(not_before) = held.not_before().filter(|begin| *begin > now) {
        let fact = IisFact::CertificateNotYetValid {
            at: here.name(),
            certificate,
            not_before,
        };
        return found.binding(here, fact);
    }
    let Some(not_after) = held.not_after() else {
        return;
    };
    if not_after < now {
        let fact = IisFact::CertificateExpired {
            at: here.name(),
            certificate,
            not_after,
            days_ago: not_after.days_until(now),
        };
        return found.binding(here, fact);
    }
    let days_left = now.days_until(not_after);
    let lifetime = held
        .not_before()
        .map_or(365, |begin| begin.days_until(not_after));
    if days_left < renewal_days(lifetime) {
        let fact = IisFact::CertificateExpiresSoon {
            at: here.name(),
            certificate,
            not_after,
            days_left,
        };
        found.binding(here, fact);
    }
}

fn name(found: &mut Found<'_>, here: Here<'_>, held: &StoreCertificate) {
    let Some(endpoint) = here.binding.https_endpoint() else {
        return;
    };
    if endpoint.host.is_empty() || held.covers_host(&endpoint.host) != Some(false) {
        return;
    }
    let names = names(held);
    let host = endpoint.host_key();
    let too_deep = names.iter().find(|name| {
        let domain = name.strip_prefix("*.");
        domain.is_some_and(|domain| {
            host.strip_suffix(&domain.to_lowercase())
                .and_then(|rest| rest.strip_suffix('.'))
                .is_some_and(|labels| labels.contains('.'))
        })
    });
    let fact = IisFact::CertificateWrongName {
        at: here.name(),
        host: endpoint.host.clone(),
        certificate: held.title().into(),
        too_deep: too_deep.map(|name| name.as_str().into()),
        names: names.iter().take(NAMES_KEPT).cloned().collect(),
    };
    found.binding(here, fact);
}

fn names(held: &StoreCertificate) -> Vec<String> {
    match (&held.certificate, &held.listed.dns_names) {
        (Some(certificate), _) => certificate.dns_names().map(str::to_owned).collect(),
        (None, Some(names)) => names.iter().map(|name| name.to_string()).collect(),
        (None, None) => Vec::new(),
    }
}

fn key(found: &mut Found<'_>, here: Here<'_>, held: &StoreCertificate) {
    let certificate: Box<str> = held.title().into();
    let at = here.name();
    match held.key {
        KeyLink::Missing => found.binding(here, IisFact::KeyMissing { at, certificate }),
        KeyLink::Broken => {
            let serial = held
                .certificate
                .as_ref()
                .map(|found| found.serial_hex().into());
            let fact = IisFact::KeyBroken {
                at,
                certificate,
                serial,
            };
            found.binding(here, fact);
        }
        KeyLink::Present | KeyLink::Unknown => {}
    }
}

impl<'a> Issuers<'a> {
    fn look(&mut self, held: &'a StoreCertificate, known: &Lookup<'_>) {
        if let Some((_, bindings)) = self.missing.get_mut(&held.thumbprint) {
            *bindings += 1;
            return;
        }
        let Some(certificate) = &held.certificate else {
            return;
        };
        if !certificate.is_self_issued() && known.has_issuer(&certificate.issuer) == Some(false) {
            self.missing.insert(held.thumbprint, (held, 1));
        }
    }

    pub(super) fn tell(self, found: &mut Found<'_>) {
        for (held, bindings) in self.missing.into_values() {
            let issuer = held
                .certificate
                .as_ref()
                .map(|certificate| certificate.issuer.title());
            let fact = IisFact::IntermediateMissing {
                certificate: held.title().into(),
                issuer: issuer.unwrap_or_default().into(),
                bindings,
            };
            found.server(fact);
        }
    }
}
