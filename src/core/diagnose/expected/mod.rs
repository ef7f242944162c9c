//! What a CA looks for: a record or file, typed in or recognised in what the CA wrote.

mod clean;
mod guess;
mod json;
mod label;
mod read;
mod row;
mod zone;

use serde::Serialize;

use super::authority::Authority;
use super::request::Profile;
use crate::core::env::{DnsName, WebUrl};

pub use zone::registrable;

/// One thing the CA looks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Expected {
    /// A TXT record.
    Txt {
        /// The record's full name.
        name: DnsName,
        /// Its text.
        value: String,
    },
    /// An alias.
    Cname {
        /// The record's full name.
        name: DnsName,
        /// Where it must lead.
        target: DnsName,
    },
    /// A file on the web server.
    File {
        /// `http://NAME/.well-known/…`.
        url: String,
        /// What it must hold, byte by byte.
        content: Vec<u8>,
    },
}

/// What was understood of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Recognised {
    /// What the CA looks for, in the order of the text, each once.
    pub expected: Vec<Expected>,
    /// The CA that the text speaks of.
    pub authority: Option<Authority>,
    /// How strict it is likely to be.
    pub profile: Option<Profile>,
    /// What is to be said of the text.
    pub notes: Vec<Note>,
}

/// What is to be said of a text that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Note {
    /// A host record was completed with the zone of the names.
    Completed {
        /// As written. Foreign text.
        host: String,
        /// The full name.
        name: DnsName,
    },
    /// A host record stands alone and no name says to which zone it belongs.
    ZoneUnknown {
        /// As written. Foreign text.
        host: String,
    },
    /// A value stands alone: it was put at the name of the order.
    HostGuessed {
        /// The name.
        name: DnsName,
    },
    /// A place without the value that belongs there.
    ValueMissing {
        /// A record or the address of a file. Foreign text.
        at: String,
    },
    /// An ACME token alone: what is to be published depends on the account's key too (RFC 8555 section 8.1).
    TokenAlone,
    /// Characters without a width, full-width letters or curly quotes were put right.
    Cleaned {
        /// How many.
        count: usize,
    },
    /// More than is read: the rest was left out.
    Cut,
    /// Nothing of it is a record or a file.
    Nothing,
}

/// Why a `NAME=VALUE` was not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExpectFault {
    /// No `=` with something on both sides.
    NoPair,
    /// What stands before `=` is no full name.
    Name,
    /// What stands behind `=` is no name to lead to.
    Target,
    /// What stands before `=` is no `http://` or `https://` address.
    Url,
}

/// Reads mails of CAs, text of consoles, output of ACME programs, lines of zone files. Host records are completed
/// with the zone of `names`, those of the order. Never an empty list without a note that says so.
pub fn recognise(text: &str, names: &[DnsName]) -> Recognised {
    read::recognise(text, names)
}

impl Expected {
    /// Reads `NAME=VALUE`.
    ///
    /// # Errors
    /// Which part is wrong.
    pub fn txt(text: &str) -> Result<Self, ExpectFault> {
        let (name, value) = pair(text)?;
        let name = full_name(name)?;
        let value = clean::unquoted(value);
        Ok(Self::Txt { name, value })
    }

    /// Reads `NAME=TARGET`.
    ///
    /// # Errors
    /// Which part is wrong.
    pub fn cname(text: &str) -> Result<Self, ExpectFault> {
        let (name, target) = pair(text)?;
        let name = full_name(name)?;
        let target = DnsName::parse(target).ok_or(ExpectFault::Target)?;
        Ok(Self::Cname { name, target })
    }

    /// Parts `URL=PATH`: where the CA looks, and the file that holds what it must find there.
    ///
    /// # Errors
    /// Which part is wrong.
    pub fn file(text: &str) -> Result<(&str, &str), ExpectFault> {
        let (url, path) = pair(text)?;
        WebUrl::parse(url).map_err(|_| ExpectFault::Url)?;
        Ok((url, path))
    }

    /// The name it is about: that of the record, or the host of the file; `None` where that is no name.
    pub fn name(&self) -> Option<DnsName> {
        match self {
            Self::Txt { name, .. } | Self::Cname { name, .. } => Some(name.clone()),
            Self::File { url, .. } => {
                let url = WebUrl::parse(url).ok()?;
                DnsName::parse(&url.host)
            }
        }
    }
}

fn pair(text: &str) -> Result<(&str, &str), ExpectFault> {
    let (left, right) = text.trim().split_once('=').ok_or(ExpectFault::NoPair)?;
    let (left, right) = (left.trim(), right.trim());
    match left.is_empty() || right.is_empty() {
        true => Err(ExpectFault::NoPair),
        false => Ok((left, right)),
    }
}

fn full_name(text: &str) -> Result<DnsName, ExpectFault> {
    let name = DnsName::parse(text).filter(|name| name.labels().count() > 1);
    name.ok_or(ExpectFault::Name)
}

#[cfg(test)]
mod tests;
