//! What a CA looks for: a record or file, typed in or recognised in what the CA wrote.

use serde::Serialize;

use crate::core::env::DnsName;

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
