//! Files that are known by their first bytes, and words for those that are not.

use super::text::{is_printable, skip_blank};
use super::{What, damage};
use crate::core::finding::{Kind, NotOpenedKind};

/// Bytes shown of a file that was not understood.
const SHOWN: usize = 16;
/// Where a zip names its first entry, and where its directory usually is.
const ZIP_SAMPLE: usize = 64 << 10;

/// First bytes and what they mean; the longest that fits is not needed, none is a prefix of another.
const MAGICS: &[(&[u8], NotOpenedKind)] = &[
    (b"7z\xBC\xAF\x27\x1C", NotOpenedKind::OtherArchive),
    (b"Rar!\x1A\x07", NotOpenedKind::OtherArchive),
    (b"\xFD7zXZ\0", NotOpenedKind::OtherArchive),
    (b"MSCF\0\0\0\0", NotOpenedKind::OtherArchive),
    (b"\x28\xB5\x2F\xFD", NotOpenedKind::OtherArchive),
    (b"\0\0\0\0CERT", NotOpenedKind::SerializedStore),
    (b"\x1E\xF1\xB5\xB0", NotOpenedKind::Pvk),
    (b"openssh-key-v1\0", NotOpenedKind::OpenSshKey),
    (b"\x7FELF", NotOpenedKind::Program),
    (b"\xCF\xFA\xED\xFE", NotOpenedKind::Program),
    (b"\xCA\xFE\xBA\xBE", NotOpenedKind::Program),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", NotOpenedKind::Document),
    (b"%PDF-", NotOpenedKind::Document),
    (b"{\\rtf", NotOpenedKind::Document),
    (b"\x89PNG\r\n\x1A\n", NotOpenedKind::Picture),
    (b"\xFF\xD8\xFF", NotOpenedKind::Picture),
    (b"GIF87a", NotOpenedKind::Picture),
    (b"GIF89a", NotOpenedKind::Picture),
    (b"\0\0\x01\0", NotOpenedKind::Picture),
];

/// Beginnings of text files that are not opened, in lower case.
const WORDS: &[(&[u8], NotOpenedKind)] = &[
    (b"putty-user-key-file-", NotOpenedKind::PuttyKey),
    (b"ssh-rsa ", NotOpenedKind::OpenSshKey),
    (b"ssh-dss ", NotOpenedKind::OpenSshKey),
    (b"ssh-ed25519 ", NotOpenedKind::OpenSshKey),
    (b"ecdsa-sha2-", NotOpenedKind::OpenSshKey),
    (b"sk-ssh-", NotOpenedKind::OpenSshKey),
    (b"<!doctype html", NotOpenedKind::Html),
    (b"<html", NotOpenedKind::Html),
    (b"<head", NotOpenedKind::Html),
    (b"<body", NotOpenedKind::Html),
];

/// Containers and foreign files that are not text.
pub fn binary(bytes: &[u8]) -> Option<What> {
    match bytes {
        [0xFE, 0xED, 0xFE, 0xED, ..] => return Some(What::Jks(bytes.to_vec())),
        [0xCE, 0xCE, 0xCE, 0xCE, ..] => return Some(What::Jceks(bytes.to_vec())),
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] | [b'P', b'K', 7, 8, ..] => {
            return Some(zip(bytes));
        }
        // DER whose bytes above ASCII became U+FFFD, or Latin-1 turned into UTF-8.
        [0x30, 0xEF, 0xBF, 0xBD, ..] | [0x30, 0xC2, 0x80..=0x84, ..] => {
            let detail = damage::SAVED_AS_TEXT.to_owned();
            let kind = Kind::Unknown;
            return Some(What::Damaged { kind, detail });
        }
        // The level, then the digits of pi: a password may begin with BZh.
        [
            b'B',
            b'Z',
            b'h',
            b'1'..=b'9',
            b'1',
            b'A',
            b'Y',
            b'&',
            b'S',
            b'Y',
            ..,
        ] => {
            return Some(What::NotOpened(NotOpenedKind::OtherArchive));
        }
        [0x1F, 0x8B, 8, ..] => return Some(What::NotOpened(NotOpenedKind::Gzip)),
        // BKS and UBER: version, then the length of a salt of 20 bytes.
        [0, 0, 0, 0..=2, 0, 0, 0, 20, ..] => {
            return Some(What::NotOpened(NotOpenedKind::BouncyCastle));
        }
        // A self-extracting archive is a zip behind a program.
        [b'M', b'Z', ..] if has_zip_end(bytes) => return Some(What::Zip),
        [b'M', b'Z', rest @ ..] if !is_printable(rest) => {
            return Some(What::NotOpened(NotOpenedKind::Program));
        }
        _ => {}
    }
    if bytes.get(257..262) == Some(b"ustar") {
        return Some(What::NotOpened(NotOpenedKind::Tar));
    }
    MAGICS
        .iter()
        .find(|(magic, _)| bytes.starts_with(magic))
        .map(|(_, content)| What::NotOpened(*content))
}

fn has_zip_end(bytes: &[u8]) -> bool {
    let tail = bytes.get(bytes.len().saturating_sub(22 + 0xFFFF)..);
    let is_end = |window: &[u8]| window == b"PK\x05\x06";
    tail.is_some_and(|tail| tail.windows(4).any(is_end))
}

/// Office documents are zips too.
fn zip(bytes: &[u8]) -> What {
    let head = bytes.get(..bytes.len().min(ZIP_SAMPLE)).unwrap_or_default();
    let tail = bytes
        .get(bytes.len().saturating_sub(ZIP_SAMPLE)..)
        .unwrap_or_default();
    let is_office = |part: &[u8]| {
        let name = b"[Content_Types].xml";
        part.windows(name.len()).any(|window| window == name)
    };
    let is_open_document = bytes
        .get(30..)
        .is_some_and(|name| name.starts_with(b"mimetypeapp"));
    if is_open_document || is_office(head) || is_office(tail) {
        What::NotOpened(NotOpenedKind::Document)
    } else {
        What::Zip
    }
}

/// What a file is that holds none of the field's things.
pub fn text(bytes: &[u8]) -> What {
    let start = skip_blank(bytes);
    if start.is_empty() {
        return What::Empty;
    }
    let known = WORDS.iter().find(|(word, _)| {
        start
            .get(..word.len())
            .is_some_and(|begin| begin.eq_ignore_ascii_case(word))
    });
    match known {
        Some((_, content)) => What::NotOpened(*content),
        None if is_html(start) => What::NotOpened(NotOpenedKind::Html),
        None if is_printable(bytes) => What::Text,
        None => not_understood(bytes),
    }
}

/// XHTML begins with an XML declaration.
fn is_html(start: &[u8]) -> bool {
    let head = start.get(..start.len().min(1024)).unwrap_or_default();
    head.starts_with(b"<?xml")
        && head
            .windows(5)
            .any(|window| window.eq_ignore_ascii_case(b"<html"))
}

/// Nothing known: the first bytes, printable or in hex.
pub fn not_understood(bytes: &[u8]) -> What {
    let head = bytes.get(..bytes.len().min(SHOWN)).unwrap_or_default();
    let is_plain = |byte: &u8| byte.is_ascii_graphic() || *byte == b' ';
    let begins = if head.iter().all(is_plain) {
        String::from_utf8_lossy(head).into_owned()
    } else {
        let octets: Vec<String> = head.iter().map(|byte| format!("{byte:02x}")).collect();
        octets.join(" ")
    };
    What::NotUnderstood { begins }
}
