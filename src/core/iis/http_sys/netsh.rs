//! A saved `netsh http show sslcert` listing. Its labels are translated, so an entry is recognised by the
//! shape of its first values alone: a place and port, a SHA-1 or `(null)`, an application id, a store.

mod row;
mod shape;
mod text;
mod words;

use serde::Serialize;

use self::row::{Line, Row, Rows};
use self::shape::Key;
use self::words::{ROWS, Switches, Words};
use super::{EntryAddress, EntryKey, SslEntry};
use crate::core::limits::{IIS_LISTING_BYTES, IIS_LISTING_ENTRIES};
use crate::core::x509::a_labels;

/// Rows an entry has at least, in Vista; a shorter last one was cut.
const FEWEST_ROWS: u16 = 13;
/// Rows that say what an entry is: key, certificate, application, store.
const HEAD_ROWS: u16 = 4;

/// Why a file is no listing, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("line {line}: {kind}")]
pub struct ListingFault {
    /// Line, counted from 1.
    pub line: u32,
    /// What is wrong there.
    pub kind: ListingFaultKind,
}

/// What is wrong with a listing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum ListingFaultKind {
    /// More bytes than any listing has.
    #[error("the file is too large for a listing")]
    TooLarge,
    /// More entries than are read.
    #[error("the listing has too many entries")]
    TooMany,
    /// Nothing is in it.
    #[error("the file is empty")]
    Empty,
    /// No text, or UTF-16 that is cut in the middle of a character.
    #[error("this is no text")]
    Binary,
    /// Text, but not of `netsh http show sslcert`.
    #[error("this is no listing of netsh http show sslcert")]
    NoListing,
    /// The title is there, and below it a sentence instead of entries: netsh was refused, or asked for one
    /// entry that does not exist.
    #[error("netsh has written a message in place of entries")]
    Message,
    /// Something begins like an entry and does not go on like one.
    #[error("an entry is damaged here")]
    Entry,
    /// The listing ends inside of an entry.
    #[error("the listing is cut off here")]
    Cut,
}

/// Reads a listing in any language and encoding. Flags whose row or word is not understood stay unset.
/// A listing with its title and nothing below it is empty; that of another `netsh http show` command
/// without entries looks the same.
///
/// # Errors
/// What it is instead of a listing, and the line.
pub fn read(bytes: &[u8]) -> Result<Vec<SslEntry>, ListingFault> {
    if bytes.len() > IIS_LISTING_BYTES {
        return Err(fault(1, ListingFaultKind::TooLarge));
    }
    let Some(text) = text::decode(bytes) else {
        return Err(fault(1, ListingFaultKind::Binary));
    };
    if let Some(line) = binary_line(&text) {
        return Err(fault(line, ListingFaultKind::Binary));
    }
    let mut rows = Rows::new(&text);
    let mut listing = Listing::default();
    while let Some(row) = rows.next() {
        listing.take(row, &mut rows)?;
    }
    listing.finish()
}

fn fault(line: u32, kind: ListingFaultKind) -> ListingFault {
    ListingFault { line, kind }
}

/// The line of the first control character.
fn binary_line(text: &str) -> Option<u32> {
    let is_odd = |byte: u8| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C);
    let at = text.bytes().position(|byte| is_odd(byte) || byte == 0x7F)?;
    let breaks = text.bytes().take(at).filter(|byte| *byte == b'\n').count();
    Some(u32::try_from(breaks).unwrap_or(u32::MAX).saturating_add(1))
}

/// What was read so far.
#[derive(Default)]
struct Listing<'t> {
    found: Vec<(SslEntry, Switches)>,
    words: Words<'t>,
    open: Option<Open<'t>>,
    /// Rows of the shortest closed entry, by kind.
    shortest: [Option<u16>; 4],
    last_line: u32,
    /// The first line with anything in it.
    first_words: Option<u32>,
    /// The first row with a value.
    first_value: Option<u32>,
    /// The first sentence below the title.
    message: Option<u32>,
    has_title: bool,
    /// Whether the line before was blank or ended a title: the next one begins a paragraph.
    is_after_break: bool,
}

/// The entry whose rows are being counted.
struct Open<'t> {
    entry: SslEntry,
    values: Vec<&'t str>,
    rows: u16,
    is_counting: bool,
}

impl<'t> Listing<'t> {
    fn take(&mut self, row: Row<'t>, rows: &mut Rows<'t>) -> Result<(), ListingFault> {
        let begins = std::mem::take(&mut self.is_after_break);
        match row.line {
            Line::Blank => {
                self.is_after_break = true;
                self.stop_counting();
                return Ok(());
            }
            Line::Underline => {
                // Only something with a title above is a title's line.
                self.has_title |= self.first_words.is_some();
                self.is_after_break = true;
            }
            Line::Words(words) => {
                // The prompt behind the listing, in the copy of a window, is no message.
                if self.has_title && !words.ends_with('>') {
                    self.message.get_or_insert(row.number);
                }
                self.stop_counting();
            }
            Line::Value(value) => {
                self.first_value.get_or_insert(row.number);
                self.value(value, row.number, begins, rows)?;
            }
        }
        self.first_words.get_or_insert(row.number);
        self.last_line = self.last_line.max(row.number);
        Ok(())
    }

    fn value(
        &mut self,
        value: &'t str,
        line: u32,
        begins: bool,
        rows: &mut Rows<'t>,
    ) -> Result<(), ListingFault> {
        let key = shape::key(value);
        let hash = rows.value(0);
        let app_id = rows.value(1).filter(|value| shape::is_guid(value));
        if let (Some(key), Some(hash), Some(app_id)) = (key, hash.and_then(shape::hash), app_id) {
            let Some(store) = rows.value(2) else {
                return Err(fault(line + 2, ListingFaultKind::Cut));
            };
            let entry = SslEntry {
                key: entry_key(key, hash.is_some()),
                thumbprint: hash,
                app_id: Some(app_id.to_ascii_lowercase().into()),
                store: (!shape::is_null(store)).then(|| store.into()),
                flags: Default::default(),
            };
            let head = [Some(value), rows.value(0), Some(app_id), Some(store)];
            self.last_line = line + 3;
            rows.nth(2);
            return self.begin(entry, head.into_iter().flatten().collect(), line);
        }
        let must = match key {
            Some(Key::Port(_)) => self.has_title || self.has_entries(),
            Some(Key::Ip(..) | Key::Host(..)) => true,
            None => false,
        };
        if begins && must {
            return Err(fault(line, damage(rows)));
        }
        self.further(value, line)
    }

    /// A row below the head of an entry, or one outside of any.
    fn further(&mut self, value: &'t str, line: u32) -> Result<(), ListingFault> {
        let open = self.open.as_mut().filter(|open| open.is_counting);
        // The rows of the trust list hold any text; elsewhere a hash belongs to an entry without its head.
        let is_free = open.as_ref().is_some_and(|open| open.rows < FEWEST_ROWS);
        if !is_free && (shape::is_hash(value) || shape::is_guid(value)) {
            return Err(fault(line, ListingFaultKind::Entry));
        }
        if let Some(open) = open {
            open.rows = open.rows.saturating_add(1);
            if open.values.len() < ROWS {
                open.values.push(value);
            }
        }
        Ok(())
    }

    fn has_entries(&self) -> bool {
        self.open.is_some() || !self.found.is_empty()
    }

    fn begin(
        &mut self,
        entry: SslEntry,
        values: Vec<&'t str>,
        line: u32,
    ) -> Result<(), ListingFault> {
        if let Some((kind, rows)) = self.close()
            && let Some(shortest) = self.shortest.get_mut(kind)
        {
            *shortest = Some(shortest.map_or(rows, |least| least.min(rows)));
        }
        if self.found.len() >= IIS_LISTING_ENTRIES {
            return Err(fault(line, ListingFaultKind::TooMany));
        }
        self.open = Some(Open {
            entry,
            values,
            rows: HEAD_ROWS,
            is_counting: true,
        });
        Ok(())
    }

    fn stop_counting(&mut self) {
        if let Some(open) = &mut self.open {
            open.is_counting = false;
        }
    }

    /// Keeps the open entry; gives its kind and number of rows.
    fn close(&mut self) -> Option<(usize, u16)> {
        let open = self.open.take()?;
        let kind = match open.entry.key {
            EntryKey::IpPort(..) => 0,
            EntryKey::HostPort(..) => 1,
            EntryKey::CentralStore(_) => 2,
            EntryKey::ScopedCentralStore(..) => 3,
        };
        let switches = self.words.keep(&open.values, open.rows);
        self.found.push((open.entry, switches));
        Some((kind, open.rows))
    }

    fn finish(mut self) -> Result<Vec<SslEntry>, ListingFault> {
        let Some((kind, rows)) = self.close() else {
            return self.without_entries();
        };
        let is_cut = match self.shortest.get(kind).copied().flatten() {
            Some(shortest) => rows < shortest,
            None => rows > HEAD_ROWS && rows < FEWEST_ROWS,
        };
        if is_cut {
            return Err(fault(self.last_line, ListingFaultKind::Cut));
        }
        let words = self.words;
        let with_flags = |(mut entry, switches): (SslEntry, Switches)| {
            entry.flags = words.flags(&switches);
            entry
        };
        Ok(self.found.into_iter().map(with_flags).collect())
    }

    fn without_entries(self) -> Result<Vec<SslEntry>, ListingFault> {
        let Some(first) = self.first_words else {
            return Err(fault(1, ListingFaultKind::Empty));
        };
        // Another listing of netsh, such as that of `show urlacl`, has rows too.
        let stranger = match self.has_title {
            true => self.first_value,
            false => Some(first),
        };
        match (stranger, self.message) {
            (Some(line), _) => Err(fault(line, ListingFaultKind::NoListing)),
            (None, Some(line)) => Err(fault(line, ListingFaultKind::Message)),
            (None, None) => Ok(Vec::new()),
        }
    }
}

fn entry_key(key: Key<'_>, has_certificate: bool) -> EntryKey {
    match key {
        Key::Ip(address, port) => EntryKey::IpPort(EntryAddress(address), port),
        Key::Port(port) => EntryKey::CentralStore(port),
        // http.sys takes no host name without a certificate except for the central store.
        Key::Host(host, port) => match has_certificate {
            true => EntryKey::HostPort(a_labels(host).into(), port),
            false => EntryKey::ScopedCentralStore(a_labels(host).into(), port),
        },
    }
}

/// What is wrong where an entry's first row does not go on: the end came, or another value.
fn damage(rows: &mut Rows<'_>) -> ListingFaultKind {
    let is_over = |row: Option<Row<'_>>| row.is_none();
    match is_over(rows.peek(0)) || is_over(rows.peek(1)) {
        true => ListingFaultKind::Cut,
        false => ListingFaultKind::Entry,
    }
}

#[cfg(test)]
mod tests;
