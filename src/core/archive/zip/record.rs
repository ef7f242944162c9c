//! One entry as a zip's central directory or its own header describes it (APPNOTE.TXT 4.3.7 and 4.3.12).

use crate::core::archive::names;

const CENTRAL: &[u8] = b"PK\x01\x02";
const CENTRAL_BYTES: usize = 46;
const LOCAL: &[u8] = b"PK\x03\x04";
const LOCAL_BYTES: usize = 30;
const ZIP64_FIELD: u16 = 0x0001;
const UNICODE_PATH_FIELD: u16 = 0x7075;
const ENCRYPTED_FLAG: u16 = 1;
const STREAMED_FLAG: u16 = 1 << 3;
/// Type bits of a Unix mode.
const MODE_TYPE: u32 = 0o170_000;
const MODE_FILE: u32 = 0o100_000;
const MODE_FOLDER: u32 = 0o040_000;

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    File,
    Folder,
    /// A symbolic link, or a device, pipe or socket.
    Link,
}

/// One entry.
pub struct Record<'a> {
    raw_name: &'a [u8],
    unicode_name: Option<&'a [u8]>,
    flags: u16,
    /// Method of compression.
    pub method: u16,
    /// CRC-32 of the content.
    pub crc: u32,
    /// Bytes as packed; unknown in the header of a streamed entry.
    pub packed: Option<u64>,
    /// Bytes of the content.
    pub size: Option<u64>,
    /// Offset of the entry's own header.
    pub offset: u64,
    /// What it is.
    pub kind: EntryKind,
}

impl<'a> Record<'a> {
    /// Reads a record of the central directory; also tells its length.
    pub fn central(bytes: &'a [u8]) -> Option<(Self, usize)> {
        if !bytes.starts_with(CENTRAL) {
            return None;
        }
        let name_bytes = usize::from(u16_at(bytes, 28)?);
        let extra_bytes = usize::from(u16_at(bytes, 30)?);
        let comment_bytes = usize::from(u16_at(bytes, 32)?);
        let extra_at = CENTRAL_BYTES + name_bytes;
        let extra = bytes.get(extra_at..extra_at + extra_bytes)?;
        let raw_name = bytes.get(CENTRAL_BYTES..extra_at)?;
        let mut wide = field(extra, ZIP64_FIELD).unwrap_or_default();
        let size = widened(u32_at(bytes, 24)?, &mut wide);
        let packed = widened(u32_at(bytes, 20)?, &mut wide);
        let offset = widened(u32_at(bytes, 42)?, &mut wide);
        let record = Self {
            raw_name,
            unicode_name: unicode_name(extra, raw_name),
            flags: u16_at(bytes, 8)?,
            method: u16_at(bytes, 10)?,
            crc: u32_at(bytes, 16)?,
            packed: Some(packed),
            size: Some(size),
            offset,
            kind: kind(raw_name, bytes.get(5)?, u32_at(bytes, 38)?),
        };
        Some((record, extra_at + extra_bytes + comment_bytes))
    }

    /// Reads an entry's own header; also tells its length.
    pub fn local(bytes: &'a [u8]) -> Option<(Self, usize)> {
        if !bytes.starts_with(LOCAL) {
            return None;
        }
        let name_bytes = usize::from(u16_at(bytes, 26)?);
        let extra_bytes = usize::from(u16_at(bytes, 28)?);
        let extra_at = LOCAL_BYTES + name_bytes;
        let extra = bytes.get(extra_at..extra_at + extra_bytes)?;
        let raw_name = bytes.get(LOCAL_BYTES..extra_at)?;
        let mut wide = field(extra, ZIP64_FIELD).unwrap_or_default();
        let size = widened(u32_at(bytes, 22)?, &mut wide);
        let packed = widened(u32_at(bytes, 18)?, &mut wide);
        let flags = u16_at(bytes, 6)?;
        let is_streamed = flags & STREAMED_FLAG != 0;
        let record = Self {
            raw_name,
            unicode_name: unicode_name(extra, raw_name),
            flags,
            method: u16_at(bytes, 8)?,
            crc: u32_at(bytes, 14)?,
            packed: (!is_streamed).then_some(packed),
            size: (!is_streamed).then_some(size),
            offset: 0,
            kind: kind(raw_name, &0, 0),
        };
        Some((record, extra_at + extra_bytes))
    }

    /// The name as text.
    pub fn name(&self) -> String {
        match self.unicode_name {
            Some(name) => String::from_utf8_lossy(name).into_owned(),
            None => names::decode(self.raw_name),
        }
    }

    /// Whether a password is needed.
    pub fn is_encrypted(&self) -> bool {
        self.flags & ENCRYPTED_FLAG != 0
    }
}

fn kind(raw_name: &[u8], host: &u8, attributes: u32) -> EntryKind {
    const UNIX: u8 = 3;
    const MACOS: u8 = 19;
    let mode = (attributes >> 16) & MODE_TYPE;
    if raw_name.ends_with(b"/") || raw_name.ends_with(b"\\") {
        return EntryKind::Folder;
    }
    match (*host, mode) {
        (UNIX | MACOS, MODE_FOLDER) => EntryKind::Folder,
        (UNIX | MACOS, 0 | MODE_FILE) => EntryKind::File,
        (UNIX | MACOS, _) => EntryKind::Link,
        _ => EntryKind::File,
    }
}

/// A 32-bit value, or its 64-bit form where that says to look there.
fn widened(short: u32, wide: &mut &[u8]) -> u64 {
    if short != u32::MAX {
        return u64::from(short);
    }
    let long = u64_at(wide, 0);
    *wide = wide.get(8..).unwrap_or_default();
    long.unwrap_or(u64::from(short))
}

/// The data of one extra field.
fn field(extra: &[u8], wanted: u16) -> Option<&[u8]> {
    let mut rest = extra;
    loop {
        let id = u16_at(rest, 0)?;
        let length = usize::from(u16_at(rest, 2)?);
        let data = rest.get(4..4 + length)?;
        if id == wanted {
            return Some(data);
        }
        rest = rest.get(4 + length..)?;
    }
}

/// Info-ZIP's Unicode Path (APPNOTE.TXT 4.6.9): valid only for the name it was made from.
fn unicode_name<'a>(extra: &'a [u8], raw_name: &[u8]) -> Option<&'a [u8]> {
    let data = field(extra, UNICODE_PATH_FIELD)?;
    let mut crc = flate2::Crc::new();
    crc.update(raw_name);
    (data.first() == Some(&1) && u32_at(data, 1)? == crc.sum()).then(|| data.get(5..))?
}

pub fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let octets = bytes.get(at..at.checked_add(2)?)?;
    octets.try_into().ok().map(u16::from_le_bytes)
}

pub fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let octets = bytes.get(at..at.checked_add(4)?)?;
    octets.try_into().ok().map(u32::from_le_bytes)
}

pub fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    let octets = bytes.get(at..at.checked_add(8)?)?;
    octets.try_into().ok().map(u64::from_le_bytes)
}
