//! Saved listings of Windows' certificate stores: what our own collector, `certutil -store` and PowerShell
//! print. Told apart by content; labels are translated by Windows, so records are known by the shape of
//! their values.

mod certutil;
mod certutil_key;
mod csv;
mod dates;
mod decode;
mod json;
mod json_value;
mod list;
mod properties;
mod record;
mod table;

use serde::Serialize;

use super::StoreCertificate;
use crate::core::limits::{STORE_LISTING_BYTES, STORE_LISTING_CERTIFICATES, STORE_LISTING_LINES};
use record::Record;

/// Why a file is not a listing, or not a whole one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("line {line}: {kind:?}")]
pub struct StoreListingFault {
    /// Line, counted from 1.
    pub line: usize,
    /// What is wrong there.
    pub kind: StoreListingFaultKind,
}

/// What is wrong with a listing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum StoreListingFaultKind {
    /// The certificate in `RawData` has another thumbprint than the listing says.
    AnotherCertificate,
    /// certutil itself reports this error.
    CommandFailed(u32),
    /// Broken JSON, in the parser's words.
    Json(String),
    /// A certificate without its thumbprint, or with a cut one.
    NoThumbprint,
    /// Nothing of what is known.
    NotAListing,
    /// More bytes than [`STORE_LISTING_BYTES`], or lines than [`STORE_LISTING_LINES`].
    TooLarge,
    /// More certificates than [`STORE_LISTING_CERTIFICATES`].
    TooMany,
}

impl StoreListingFault {
    fn at(line: usize, kind: StoreListingFaultKind) -> Self {
        Self { line, kind }
    }
}

/// Reads a listing. Certificates of which it does not say the store are put into `store_hint`, or `MY`
/// without one. A store of a user keeps its place in the name: `CurrentUser\MY`. Local times of a text
/// listing are taken as UTC, since it does not say where the server is.
///
/// # Errors
/// What kept it from being read, and where; a listing of an empty store is none.
pub fn read(
    bytes: &[u8],
    store_hint: Option<&str>,
) -> Result<Vec<StoreCertificate>, StoreListingFault> {
    if bytes.len() > STORE_LISTING_BYTES {
        return Err(StoreListingFault::at(1, StoreListingFaultKind::TooLarge));
    }
    let text = decode::text(bytes);
    let records = records(&text)?;
    if let Some(beyond) = records.get(STORE_LISTING_CERTIFICATES) {
        let kind = StoreListingFaultKind::TooMany;
        return Err(StoreListingFault::at(beyond.line, kind));
    }
    let hint = store_hint.unwrap_or("MY");
    let order = dates::order(records.iter().flat_map(Record::dates));
    let finished = records.into_iter().map(|record| record.finish(hint, order));
    finished.collect()
}

fn records(text: &str) -> Result<Vec<Record>, StoreListingFault> {
    if text.trim_start().starts_with(['[', '{']) {
        return json::read(text);
    }
    if text.lines().nth(STORE_LISTING_LINES).is_some() {
        let kind = StoreListingFaultKind::TooLarge;
        return Err(StoreListingFault::at(STORE_LISTING_LINES + 1, kind));
    }
    let plain = decode::plain(text);
    let lines: Vec<&str> = plain.lines().collect();
    let read = certutil::read(&lines)
        .or_else(|| table::read(&lines))
        .or_else(|| csv::read(text))
        .or_else(|| list::read(&lines));
    let nothing = || StoreListingFault::at(1, StoreListingFaultKind::NotAListing);
    read.unwrap_or_else(|| Err(nothing()))
}

/// The records of a listing, or why there are none; `None` when the text is of another format.
type Read = Option<Result<Vec<Record>, StoreListingFault>>;

#[cfg(test)]
mod tests {
    use super::{StoreListingFaultKind, read};
    use crate::core::limits::{STORE_LISTING_BYTES, STORE_LISTING_CERTIFICATES};

    #[test]
    fn what_is_no_listing_is_said() {
        for text in [
            "",
            "\n\n",
            "hello",
            "-----BEGIN CERTIFICATE-----\nMIIB\n",
            "<xml/>",
            "a,b\n1,2\n",
        ] {
            let fault = read(text.as_bytes(), None).err().expect(text);
            assert_eq!(fault.kind, StoreListingFaultKind::NotAListing, "{text}");
            assert_eq!(fault.line, 1);
        }
    }

    #[test]
    fn limits_are_faults() {
        let large = vec![b' '; STORE_LISTING_BYTES + 1];
        let fault = read(&large, None).err().expect("too large");
        assert_eq!(fault.kind, StoreListingFaultKind::TooLarge);

        let row = r#"{"Thumbprint":"c40d7f219ae356b8d01234567890abcdef012345"}"#;
        let mut many = vec![row; STORE_LISTING_CERTIFICATES];
        let whole = format!("[{}]", many.join(",\n"));
        let found = read(whole.as_bytes(), None).expect("as many as allowed");
        assert_eq!(found.len(), STORE_LISTING_CERTIFICATES);
        many.push(row);
        let beyond = format!("[{}]", many.join(",\n"));
        let fault = read(beyond.as_bytes(), None).err().expect("one too many");
        assert_eq!(fault.kind, StoreListingFaultKind::TooMany);
    }
}
