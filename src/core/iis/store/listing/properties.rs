//! Properties of a certificate as PowerShell names them; names are not translated.

use base64ct::{Base64, Encoding};

use super::decode::plain;
use super::record::{Date, Record};
use crate::core::iis::store::{KeyLink, Thumbprint};

/// Puts one property into a record; what is not known is passed over. Names in any case.
pub(super) fn put(record: &mut Record, name: &str, value: &str) {
    let value = value.trim();
    match name.trim().to_ascii_lowercase().as_str() {
        "thumbprint" => record.thumbprint = Thumbprint::parse(&plain(value)),
        "subject" => record.subject = whole(value),
        "issuer" => record.issuer = whole(value),
        "friendlyname" => record.friendly_name = Some(value.to_owned()),
        "notbefore" => record.not_before = written(value),
        "notafter" => record.not_after = written(value),
        "hasprivatekey" => record.key = key(value).or(record.key),
        "dnsnamelist" => record.dns_names = names(value),
        "psparentpath" | "pspath" => {
            record.store = store_of(value, name).or_else(|| record.store.take());
        }
        "store" => record.store = Some(value.to_owned()),
        "rawdata" => record.raw = Base64::decode_vec(value).ok(),
        _ => {}
    }
}

/// Whether the name is one that only a list of certificates has.
pub(super) fn is_thumbprint(name: &str) -> bool {
    name.trim().eq_ignore_ascii_case("thumbprint")
}

/// Windows says with it that a key is linked, not that it opens; that takes our own collector.
fn key(value: &str) -> Option<KeyLink> {
    match value.to_ascii_lowercase().as_str() {
        "true" => Some(KeyLink::Present),
        "false" => Some(KeyLink::Missing),
        _ => None,
    }
}

fn written(value: &str) -> Option<Date> {
    (!value.is_empty()).then(|| Date::Written(plain(value).into_owned()))
}

/// A value that PowerShell did not cut to the width of a window.
pub(super) fn whole(value: &str) -> Option<String> {
    let is_cut = value.ends_with("...") || value.ends_with('…');
    (!is_cut).then(|| value.to_owned())
}

/// `{a.example, b.example}`; PowerShell ends a longer list with dots, and then it is not known.
fn names(value: &str) -> Option<Vec<String>> {
    let inside = value.strip_prefix('{')?.strip_suffix('}')?;
    whole(inside)?;
    let names = inside.split(',').map(str::trim);
    Some(
        names
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect(),
    )
}

/// `My` of `Microsoft.PowerShell.Security\Certificate::LocalMachine\My`, with the place when it is another.
/// A path of the certificate itself has its thumbprint behind.
pub(super) fn store_of(path: &str, property: &str) -> Option<String> {
    let (_, location) = path.rsplit_once("Certificate::")?;
    let location = location.trim().trim_end_matches(['\\', '/']);
    let is_own_path = property.trim().eq_ignore_ascii_case("pspath");
    let location = match (is_own_path, location.rsplit_once('\\')) {
        (true, Some((store, _))) => store,
        _ => location,
    };
    location.contains('\\').then(|| location.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{put, store_of};
    use crate::core::iis::store::KeyLink;
    use crate::core::iis::store::listing::record::Record;

    #[test]
    fn a_path_tells_the_store() {
        let parent = r"Microsoft.PowerShell.Security\Certificate::LocalMachine\WebHosting";
        let own = format!(r"{parent}\C40D7F219AE356B8D01234567890ABCDEF012345");
        assert_eq!(
            store_of(parent, "PSParentPath").as_deref(),
            Some(r"LocalMachine\WebHosting")
        );
        assert_eq!(
            store_of(&own, "PSPath").as_deref(),
            Some(r"LocalMachine\WebHosting")
        );
        assert_eq!(store_of(r"C:\Users", "PSPath"), None);
    }

    #[test]
    fn cut_values_are_not_taken_for_whole_ones() {
        let mut record = Record::at(1);
        put(
            &mut record,
            "Subject",
            "CN=www.verisign.com/CPS Incorporated LIABI...",
        );
        put(
            &mut record,
            "DnsNameList",
            "{a.example, b.example, c.example, d.example...}",
        );
        put(&mut record, "hasprivatekey", "True");
        assert_eq!(record.subject, None);
        assert_eq!(record.dns_names, None);
        assert_eq!(record.key, Some(KeyLink::Present));
        put(&mut record, "DNSNAMELIST", "{a.example, *.b.example}");
        assert_eq!(record.dns_names.as_deref().map(<[_]>::len), Some(2));
    }
}
