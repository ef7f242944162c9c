//! One certificate of a listing while it is read, and what becomes of it.

use std::sync::Arc;

use super::dates::{self, Order};
use super::{StoreListingFault, StoreListingFaultKind};
use crate::core::iis::store::{KeyLink, Listed, StoreCertificate, Thumbprint};
use crate::core::time::Moment;
use crate::core::x509::Certificate;

/// A date as written, or already known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Date {
    Known(Moment),
    Written(String),
}

/// What the listing says of one certificate.
#[derive(Clone, Debug, Default)]
pub(super) struct Record {
    /// Where it begins, counted from 1.
    pub line: usize,
    pub store: Option<String>,
    pub thumbprint: Option<Thumbprint>,
    pub friendly_name: Option<String>,
    pub key: Option<KeyLink>,
    pub raw: Option<Vec<u8>>,
    pub subject: Option<String>,
    pub issuer: Option<String>,
    pub not_before: Option<Date>,
    pub not_after: Option<Date>,
    pub dns_names: Option<Vec<String>>,
    /// Whether its language is known to write the day before the month.
    pub is_day_first: bool,
}

impl Record {
    pub(super) fn at(line: usize) -> Self {
        Self {
            line,
            ..Self::default()
        }
    }

    /// Dates as written, for the order of day and month.
    pub(super) fn dates(&self) -> impl Iterator<Item = (&str, bool)> {
        let both = [&self.not_before, &self.not_after];
        both.into_iter().filter_map(|date| match date {
            Some(Date::Written(text)) => Some((text.as_str(), self.is_day_first)),
            _ => None,
        })
    }

    /// The certificate; `order` is that of ambiguous dates.
    pub(super) fn finish(
        self,
        store_hint: &str,
        order: Option<Order>,
    ) -> Result<StoreCertificate, StoreListingFault> {
        let fault = |kind| StoreListingFault::at(self.line, kind);
        let parsed = self.raw.as_deref().map(Certificate::parse);
        // A certificate that Windows holds and we cannot read is still one of the store.
        let certificate = parsed.and_then(Result::ok).map(Arc::new);
        let computed = certificate
            .as_ref()
            .map(|certificate| Thumbprint(certificate.fingerprint_sha1()));
        let thumbprint = match (self.thumbprint, computed) {
            (Some(written), Some(computed)) if written != computed => {
                return Err(fault(StoreListingFaultKind::AnotherCertificate));
            }
            (written, computed) => computed
                .or(written)
                .ok_or_else(|| fault(StoreListingFaultKind::NoThumbprint))?,
        };
        let moment = |date: Option<Date>| match date? {
            Date::Known(moment) => Some(moment),
            Date::Written(text) => dates::moment(&text, order),
        };
        Ok(StoreCertificate {
            store: store_name(self.store.as_deref().unwrap_or(store_hint)),
            thumbprint,
            friendly_name: filled(self.friendly_name),
            key: self.key.unwrap_or(KeyLink::Unknown),
            certificate,
            listed: Listed {
                subject: filled(self.subject),
                issuer: filled(self.issuer),
                not_before: moment(self.not_before),
                not_after: moment(self.not_after),
                dns_names: self
                    .dns_names
                    .map(|names| names.into_iter().map(String::into_boxed_str).collect()),
            },
        })
    }
}

fn filled(text: Option<String>) -> Option<Box<str>> {
    let text = text?;
    let text = text.trim();
    (!text.is_empty()).then(|| text.into())
}

/// Windows' own spelling of the stores that matter; others as written.
fn store_name(written: &str) -> Box<str> {
    const KNOWN: &[&str] = &["MY", "WebHosting", "CA", "Root"];
    let (place, name) = match written.rsplit_once('\\') {
        Some((place, name)) if !place.eq_ignore_ascii_case("LocalMachine") => (place, name),
        Some((_, name)) => ("", name),
        None => ("", written),
    };
    let known = KNOWN.iter().find(|known| known.eq_ignore_ascii_case(name));
    let name = known.copied().unwrap_or(name);
    match place {
        "" => name.into(),
        place => format!("{place}\\{name}").into(),
    }
}

#[cfg(test)]
mod tests {
    use super::store_name;

    #[test]
    fn stores_are_called_as_windows_calls_them() {
        assert_eq!(&*store_name("my"), "MY");
        assert_eq!(&*store_name("LocalMachine\\webhosting"), "WebHosting");
        assert_eq!(&*store_name("CurrentUser\\My"), "CurrentUser\\MY");
        assert_eq!(&*store_name("Remote Desktop"), "Remote Desktop");
    }
}
