//! The netsh commands that make, change and remove an entry, argument by argument and unquoted: how they
//! are written for a shell is a matter of `text::foreign`.
//!
//! Source: Microsoft Learn, "netsh http" (parameters of `add sslcert`, `update sslcert`, `delete sslcert`).

use super::{EntryKey, IIS_APP_ID, SslEntry};
use crate::core::iis::flags::{HttpSysFlag, HttpSysFlags};

/// The store that http.sys looks in when an entry names none (http.h, `pSslCertStoreName`).
pub const DEFAULT_STORE: &str = "MY";

/// What is done to an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Makes it; fails when it is there.
    Add,
    /// Changes it in one step, so that no connection meets nothing in between; from Server 2019 on.
    Update,
    /// Removes it.
    Delete,
}

impl Verb {
    /// As netsh calls it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Update => "update",
            Self::Delete => "delete",
        }
    }
}

/// Program and arguments: `netsh http add sslcert ipport=0.0.0.0:443 certhash=… appid={…} certstorename=MY`,
/// then `clientcertnegotiation=enable` and the like. Entries of the central store name no certificate.
/// Nothing is left to defaults except flags that are off; which flags no parameter says, [`unsaid`] tells.
pub fn argv(verb: Verb, entry: &SslEntry) -> Vec<String> {
    let mut argv: Vec<String> = ["netsh", "http", verb.word(), "sslcert"]
        .map(str::to_owned)
        .into();
    argv.extend(parameters(verb, entry).map(|(name, value)| format!("{name}={value}")));
    argv
}

/// The parameters behind `sslcert`, name and value, in their order.
pub fn parameters(verb: Verb, entry: &SslEntry) -> impl Iterator<Item = (&'static str, String)> {
    let key = (entry.key.netsh_parameter(), entry.key.netsh_value());
    let further = match verb {
        Verb::Delete => Vec::new(),
        Verb::Add | Verb::Update => contents(entry),
    };
    std::iter::once(key).chain(further)
}

fn contents(entry: &SslEntry) -> Vec<(&'static str, String)> {
    let mut contents = Vec::new();
    let is_central = matches!(
        entry.key,
        EntryKey::CentralStore(_) | EntryKey::ScopedCentralStore(..)
    );
    let thumbprint = entry.thumbprint.filter(|_| !is_central);
    if let Some(thumbprint) = thumbprint {
        contents.push(("certhash", thumbprint.to_string()));
    }
    let app_id = entry.app_id.as_deref().unwrap_or(IIS_APP_ID);
    contents.push(("appid", app_id.to_owned()));
    if thumbprint.is_some() {
        let store = entry.store.as_deref().unwrap_or(DEFAULT_STORE);
        contents.push(("certstorename", store.to_owned()));
    }
    let switched = entry.flags.list().filter_map(HttpSysFlag::netsh_parameter);
    contents.extend(switched.map(|name| (name, "enable".to_owned())));
    contents
}

/// The flags of an entry that its command cannot say: a plan that would lose one must tell.
pub fn unsaid(flags: HttpSysFlags) -> HttpSysFlags {
    let said = flags.list().filter(|flag| flag.netsh_parameter().is_some());
    HttpSysFlags(said.fold(flags.0, |bits, flag| bits & !flag.bit()))
}

#[cfg(test)]
mod tests {
    use super::{Verb, argv, unsaid};
    use crate::core::iis::flags::{HttpSysFlag, HttpSysFlags};
    use crate::core::iis::http_sys::{EntryAddress, EntryKey, SslEntry};
    use crate::core::iis::store::Thumbprint;

    const HASH: &str = "c40d7f219ae356b8d01234567890abcdef012345";

    fn entry(key: EntryKey, flags: u32) -> SslEntry {
        SslEntry {
            key,
            thumbprint: Thumbprint::parse(HASH),
            app_id: None,
            store: None,
            flags: HttpSysFlags(flags),
        }
    }

    fn ip(address: &str) -> EntryKey {
        EntryKey::IpPort(EntryAddress(address.parse().expect("address")), 443)
    }

    #[test]
    fn every_kind_of_entry_has_its_exact_arguments() {
        let appid = "appid={4dc3e181-e14b-4a21-b022-59fc669b0914}";
        let certhash = format!("certhash={HASH}");
        let full = |key: &str| {
            vec![
                key.to_owned(),
                certhash.clone(),
                appid.into(),
                "certstorename=MY".into(),
            ]
        };
        let central = |key: &str| vec![key.to_owned(), appid.to_owned()];
        let host = || "shop.example.com".into();
        let table = [
            (ip("0.0.0.0"), full("ipport=0.0.0.0:443")),
            (ip("2001:db8::1"), full("ipport=[2001:db8::1]:443")),
            (
                EntryKey::HostPort(host(), 443),
                full("hostnameport=shop.example.com:443"),
            ),
            (EntryKey::CentralStore(443), central("ccs=443")),
            (
                EntryKey::ScopedCentralStore(host(), 8443),
                central("scopedccs=shop.example.com:8443"),
            ),
        ];
        for (key, expected) in table {
            for verb in [Verb::Add, Verb::Update, Verb::Delete] {
                let mut whole = vec![
                    "netsh".into(),
                    "http".into(),
                    verb.word().into(),
                    "sslcert".into(),
                ];
                let kept = if verb == Verb::Delete {
                    1
                } else {
                    expected.len()
                };
                whole.extend(expected.iter().take(kept).cloned());
                assert_eq!(argv(verb, &entry(key.clone(), 0)), whole);
            }
        }
    }

    #[test]
    fn flags_store_and_application_are_said() {
        let mut entry = entry(ip("192.0.2.1"), 0x2 | 0x10 | 0x400);
        entry.store = Some("WebHosting".into());
        entry.app_id = Some("{00112233-4455-6677-8899-aabbccddeeff}".into());
        let argv = argv(Verb::Add, &entry);
        assert_eq!(
            argv.get(4..).expect("parameters"),
            [
                "ipport=192.0.2.1:443",
                "certhash=c40d7f219ae356b8d01234567890abcdef012345",
                "appid={00112233-4455-6677-8899-aabbccddeeff}",
                "certstorename=WebHosting",
                "clientcertnegotiation=enable",
                "disablehttp2=enable",
                "disablelegacytls=enable",
            ]
        );
    }

    #[test]
    fn flags_without_a_parameter_are_not_lost_in_silence() {
        let raw = HttpSysFlag::NoRawFilter.bit();
        assert_eq!(
            unsaid(HttpSysFlags(0x2 | raw | 0x1000)),
            HttpSysFlags(raw | 0x1000)
        );
        assert_eq!(unsaid(HttpSysFlags(0xffb)), HttpSysFlags(0));
    }
}
