//! JSON: what our own collector writes, and PowerShell's `ConvertTo-Json` of certificates.

use std::fmt;

use serde::Deserializer;
use serde::de::{Deserialize, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::json_value::{Bytes, Names, Plain};
use super::properties::put;
use super::record::{Date, Record};
use super::{StoreListingFault, StoreListingFaultKind};
use crate::core::iis::store::KeyLink;
use crate::core::limits::STORE_LISTING_CERTIFICATES;
use crate::core::time::Moment;

/// Reads one certificate or a list of them.
pub(super) fn read(text: &str) -> Result<Vec<Record>, StoreListingFault> {
    match serde_json::from_str::<Records>(text) {
        Ok(Records(records)) => numbered(text, records),
        Err(error) => {
            let kind = StoreListingFaultKind::Json(error.to_string());
            Err(StoreListingFault::at(error.line().max(1), kind))
        }
    }
}

/// Gives the records their lines. A document of something else has objects without any thumbprint.
fn numbered(text: &str, mut records: Vec<Record>) -> Result<Vec<Record>, StoreListingFault> {
    let is_named = |record: &Record| record.thumbprint.is_some() || record.raw.is_some();
    if !records.is_empty() && !records.iter().any(is_named) {
        let kind = StoreListingFaultKind::NotAListing;
        return Err(StoreListingFault::at(1, kind));
    }
    let lower = |line: &str| line.to_ascii_lowercase().contains("\"thumbprint\"");
    let mut lines = text.lines().enumerate().filter(|(_, line)| lower(line));
    let mut last = 1;
    for record in &mut records {
        last = lines.next().map_or(last, |(index, _)| index + 1);
        record.line = last;
    }
    Ok(records)
}

/// The document: a list, a single certificate, or a list in `{"value": […], "Count": 2}`.
struct Records(Vec<Record>);

impl<'de> Deserialize<'de> for Records {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(RecordsVisitor)
    }
}

struct RecordsVisitor;

impl<'de> Visitor<'de> for RecordsVisitor {
    type Value = Records;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("certificates")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Records, A::Error> {
        let mut records = Vec::new();
        // One more than allowed is enough to be refused.
        while records.len() <= STORE_LISTING_CERTIFICATES {
            match list.next_element::<JsonRecord>()? {
                Some(JsonRecord(record)) => records.push(record),
                None => return Ok(Records(records)),
            }
        }
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Records(records))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Records, A::Error> {
        let mut single = Builder::default();
        let mut list = None;
        while let Some(name) = map.next_key::<String>()? {
            match name.as_str() {
                "value" => list = Some(map.next_value::<Records>()?),
                _ => single.property(&name, &mut map)?,
            }
        }
        Ok(list.unwrap_or_else(|| Records(vec![single.finish()])))
    }
}

struct JsonRecord(Record);

impl<'de> Deserialize<'de> for JsonRecord {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(JsonRecordVisitor)
    }
}

struct JsonRecordVisitor;

impl<'de> Visitor<'de> for JsonRecordVisitor {
    type Value = JsonRecord;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a certificate")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<JsonRecord, A::Error> {
        let mut builder = Builder::default();
        while let Some(name) = map.next_key::<String>()? {
            builder.property(&name, &mut map)?;
        }
        Ok(JsonRecord(builder.finish()))
    }
}

#[derive(Default)]
struct Builder {
    record: Record,
    has_key: Option<bool>,
    /// What the collector says; `Some(None)` when it could not tell.
    key_opens: Option<Option<bool>>,
}

impl Builder {
    fn property<'de, A: MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> Result<(), A::Error> {
        match name.to_ascii_lowercase().as_str() {
            "rawdata" => self.record.raw = map.next_value::<Bytes>()?.0,
            "dnsnamelist" => self.record.dns_names = map.next_value::<Names>()?.0,
            "hasprivatekey" => self.has_key = flag(&map.next_value()?),
            "keyopens" => self.key_opens = Some(flag(&map.next_value()?)),
            "notbefore" => self.record.not_before = date(map.next_value()?),
            "notafter" => self.record.not_after = date(map.next_value()?),
            "thumbprint" | "subject" | "issuer" | "friendlyname" | "store" | "pspath"
            | "psparentpath" => {
                if let Plain::Text(text) = map.next_value()? {
                    put(&mut self.record, name, &text);
                }
            }
            _ => {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }

    fn finish(self) -> Record {
        let key = match (self.has_key, self.key_opens) {
            (_, Some(Some(true))) => Some(KeyLink::Present),
            (Some(false), _) => Some(KeyLink::Missing),
            (Some(true), None) => Some(KeyLink::Present),
            (Some(true), Some(Some(false))) => Some(KeyLink::Broken),
            (Some(true), Some(None)) | (None, _) => None,
        };
        Record { key, ..self.record }
    }
}

fn flag(value: &Plain) -> Option<bool> {
    match value {
        Plain::Flag(flag) => Some(*flag),
        Plain::Text(text) if text.eq_ignore_ascii_case("true") => Some(true),
        Plain::Text(text) if text.eq_ignore_ascii_case("false") => Some(false),
        Plain::Text(_) | Plain::Nothing => None,
    }
}

/// `/Date(1700000000000)/` of PowerShell 5 (milliseconds since 1970), ISO of PowerShell 7.
fn date(value: Plain) -> Option<Date> {
    let Plain::Text(text) = value else {
        return None;
    };
    let inside = text
        .strip_prefix("/Date(")
        .and_then(|rest| rest.strip_suffix(")/"));
    let Some(inside) = inside else {
        return Some(Date::Written(text));
    };
    // A zone may follow; the number is UTC nevertheless.
    let sign = usize::from(inside.starts_with('-'));
    let digits = inside
        .chars()
        .skip(sign)
        .take_while(char::is_ascii_digit)
        .count();
    let millis: i64 = inside.get(..sign + digits)?.parse().ok()?;
    Some(Date::Known(Moment(millis.div_euclid(1000))))
}
