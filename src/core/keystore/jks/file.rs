//! The file format: magic, version, entries with 32-bit lengths, a digest at the end.
//! Source: sun.security.provider.JavaKeyStore and com.sun.crypto.provider.JceKeyStore, by their behaviour.

use super::protector::{self, Protected};
use super::{Jks, modified_utf8, serialized};
use crate::core::finding::Kind;
use crate::core::keystore::internals::{JavaEntry, JavaEntryKind};
use crate::core::keystore::{OpenFault, OtherEntry, OtherKind};
use crate::core::limits;
use crate::core::time::Moment;

pub(super) const JKS_MAGIC: u32 = 0xFEED_FEED;
pub(super) const JCEKS_MAGIC: u32 = 0xCECE_CECE;
pub(super) const DIGEST_BYTES: usize = 20;

pub(super) const TAG_KEY: u32 = 1;
pub(super) const TAG_TRUSTED: u32 = 2;
const TAG_SECRET: u32 = 3;

/// Seconds since 1970 that a date of an entry can be: to the end of the year 9999.
const DATES: std::ops::Range<i64> = 1..253_402_300_800;

/// One entry.
pub enum Entry {
    /// A private key with its chain, leaf first.
    Key {
        /// Alias as written.
        alias: String,
        /// The protected key.
        protected: Protected,
        /// Certificates in DER.
        chain: Vec<Vec<u8>>,
    },
    /// A trusted certificate.
    Trusted {
        /// Alias as written.
        alias: String,
        /// The certificate in DER.
        der: Vec<u8>,
    },
}

/// Parses a whole store.
pub fn parse(bytes: &[u8]) -> Result<Jks, OpenFault> {
    let body_length = bytes
        .len()
        .checked_sub(DIGEST_BYTES)
        .ok_or_else(ends_early)?;
    let (signed, digest) = bytes.split_at_checked(body_length).ok_or_else(ends_early)?;
    let digest: [u8; DIGEST_BYTES] = digest.try_into().map_err(|_| ends_early())?;
    let mut input = Input(signed);
    let kind = match input.u32()? {
        JKS_MAGIC => Kind::Jks,
        JCEKS_MAGIC => Kind::Jceks,
        _ => return Err(OpenFault::damaged("not a Java keystore")),
    };
    let version = input.u32()?;
    if !(1..=2).contains(&version) {
        return Err(OpenFault::Unsupported {
            cipher: format!("Java keystore version {version}"),
        });
    }
    let count = input.u32()? as usize;
    if count > limits::KEYSTORE_ENTRIES {
        let (allowed, seen) = (limits::KEYSTORE_ENTRIES as u64, count as u64);
        return Err(OpenFault::LimitReached {
            limit: "keystore_entries",
            allowed,
            seen,
        });
    }
    let contents = input.contents(version, count)?;
    if contents.is_whole && !input.0.is_empty() {
        return Err(OpenFault::damaged(format!(
            "{} bytes behind the last entry",
            input.0.len()
        )));
    }
    Ok(Jks {
        kind,
        entries: contents.entries,
        others: contents.others,
        listing: contents.listing,
        signed: signed.to_vec(),
        digest,
    })
}

fn ends_early() -> OpenFault {
    OpenFault::damaged("the file ends early")
}

fn secret(alias: String) -> OtherEntry {
    OtherEntry {
        kind: OtherKind::Secret,
        alias: Some(alias),
    }
}

/// All entries, by kind and in one list.
#[derive(Default)]
struct Contents {
    entries: Vec<Entry>,
    others: Vec<OtherEntry>,
    listing: Vec<JavaEntry>,
    /// Whether every entry was reached.
    is_whole: bool,
}

/// What comes next in the file.
enum Next {
    Entry(Entry),
    /// The alias of a secret key, gone past.
    Secret(String),
    /// The same in a form whose end cannot be found, so that nothing behind it is read.
    Unreadable(String),
}

fn listed(next: &Next, created: Option<Moment>) -> JavaEntry {
    let mut entry = JavaEntry {
        created,
        ..unreachable()
    };
    match next {
        Next::Entry(Entry::Key {
            alias,
            protected,
            chain,
        }) => {
            entry.kind = JavaEntryKind::Key;
            entry.alias = Some(alias.clone());
            entry.certificates = chain.len();
            entry.protector = Some(protector::name(protected).to_owned());
            entry.iterations = Some(protector::iterations(protected));
        }
        Next::Entry(Entry::Trusted { alias, .. }) => {
            entry.kind = JavaEntryKind::Trusted;
            entry.alias = Some(alias.clone());
            entry.certificates = 1;
        }
        Next::Secret(alias) | Next::Unreadable(alias) => {
            entry.kind = JavaEntryKind::Secret;
            entry.alias = Some(alias.clone());
        }
    }
    entry
}

fn unreachable() -> JavaEntry {
    JavaEntry {
        kind: JavaEntryKind::Unreachable,
        alias: None,
        created: None,
        certificates: 0,
        protector: None,
        iterations: None,
    }
}

/// What was not read yet.
pub(super) struct Input<'a>(pub &'a [u8]);

impl<'a> Input<'a> {
    pub fn take(&mut self, count: usize) -> Result<&'a [u8], OpenFault> {
        let (head, rest) = self.0.split_at_checked(count).ok_or_else(ends_early)?;
        self.0 = rest;
        Ok(head)
    }

    pub fn u16(&mut self) -> Result<u16, OpenFault> {
        self.take(2)?
            .try_into()
            .map(u16::from_be_bytes)
            .map_err(|_| ends_early())
    }

    pub fn u32(&mut self) -> Result<u32, OpenFault> {
        self.take(4)?
            .try_into()
            .map(u32::from_be_bytes)
            .map_err(|_| ends_early())
    }

    pub fn text(&mut self) -> Result<String, OpenFault> {
        let length = usize::from(self.u16()?);
        modified_utf8::decode(self.take(length)?)
            .ok_or_else(|| OpenFault::damaged("an alias is not modified UTF-8"))
    }

    fn bytes(&mut self) -> Result<&'a [u8], OpenFault> {
        let length = self.u32()? as usize;
        self.take(length)
    }

    /// A certificate with its type, which version 1 does not write.
    fn certificate(&mut self, version: u32) -> Result<Vec<u8>, OpenFault> {
        if version == 2 {
            self.text()?;
        }
        self.bytes().map(<[u8]>::to_vec)
    }

    fn contents(&mut self, version: u32, count: usize) -> Result<Contents, OpenFault> {
        let mut contents = Contents {
            is_whole: true,
            ..Contents::default()
        };
        while contents.is_whole && contents.listing.len() < count {
            let (next, created) = self.entry(version)?;
            contents.listing.push(listed(&next, created));
            match next {
                Next::Entry(entry) => contents.entries.push(entry),
                Next::Secret(alias) => contents.others.push(secret(alias)),
                Next::Unreadable(alias) => {
                    contents.others.push(secret(alias));
                    contents.is_whole = false;
                }
            }
        }
        for _ in contents.listing.len()..count {
            contents.listing.push(unreachable());
            contents.others.push(OtherEntry {
                kind: OtherKind::Unreachable,
                alias: None,
            });
        }
        Ok(contents)
    }

    /// The next entry and when it was made.
    fn entry(&mut self, version: u32) -> Result<(Next, Option<Moment>), OpenFault> {
        let tag = self.u32()?;
        let alias = self.text()?;
        let millis = self.take(8)?.try_into().map(i64::from_be_bytes);
        let created = millis.ok().map(|millis| millis.div_euclid(1000));
        let created = created
            .filter(|seconds| DATES.contains(seconds))
            .map(Moment);
        Ok((self.body(tag, alias, version)?, created))
    }

    /// What follows an entry's head. A secret key is a serialised object without a length to skip it by.
    fn body(&mut self, tag: u32, alias: String, version: u32) -> Result<Next, OpenFault> {
        match tag {
            TAG_SECRET => Ok(match serialized::skip(self) {
                Ok(()) => Next::Secret(alias),
                Err(_) => Next::Unreadable(alias),
            }),
            TAG_KEY => {
                let protected = Protected::parse(self.bytes()?)?;
                let count = self.u32()? as usize;
                let mut chain = Vec::new();
                for _ in 0..count {
                    chain.push(self.certificate(version)?);
                }
                Ok(Next::Entry(Entry::Key {
                    alias,
                    protected,
                    chain,
                }))
            }
            TAG_TRUSTED => Ok(Next::Entry(Entry::Trusted {
                alias,
                der: self.certificate(version)?,
            })),
            tag => Err(OpenFault::damaged(format!("entry of unknown kind {tag}"))),
        }
    }
}
