//! Writing JKS and JCEKS, as sun.security.provider.JavaKeyStore and com.sun.crypto.provider.JceKeyStore read them.

mod protected;

use std::collections::HashSet;

use zeroize::Zeroizing;

use super::file::{DIGEST_BYTES, JCEKS_MAGIC, JKS_MAGIC, TAG_KEY, TAG_TRUSTED};
use super::{modified_utf8, protector};
use crate::core::env::Random;
use crate::core::finding::Kind;
use crate::core::kdf::{Cost, Together};
use crate::core::key::PrivateKey;
use crate::core::keystore::WriteFault;
use crate::core::limits;
use crate::core::progress::{self, Progress};
use crate::core::secret::Secret;
use crate::core::time::Moment;

/// Rounds that keytool 17 protects a JCEKS key with.
pub const JCEKS_ITERATIONS: u64 = 200_000;
/// Rounds beyond which Java refuses to read a JCEKS key.
const MOST_JCEKS_ITERATIONS: u64 = 5_000_000;
/// The only kind of certificate.
const X509: &str = "X.509";

/// One entry to write.
pub struct JksEntry<'a> {
    /// Its name; written as [`java_alias`] has it.
    pub alias: &'a str,
    /// What it holds.
    pub content: JksContent<'a>,
}

/// What an entry holds.
pub enum JksContent<'a> {
    /// A private key.
    Key {
        /// The key.
        key: &'a PrivateKey,
        /// Certificates in DER, the key's own first; Java wants one at least.
        chain: Vec<&'a [u8]>,
        /// The password of this key, which may differ from the store's.
        secret: &'a Secret,
    },
    /// A trusted certificate in DER.
    Trusted(&'a [u8]),
}

/// An alias as Java keeps it: `String.toLowerCase(Locale.ENGLISH)`, which is Unicode's full mapping.
pub fn java_alias(alias: &str) -> String {
    alias.to_lowercase()
}

/// Writes a store of `kind` JKS or JCEKS. `now` becomes the date of all entries; `iterations` are for JCEKS only.
///
/// # Errors
/// [`WriteFault::AliasCollision`] when Java would take two aliases for one, [`WriteFault::LimitReached`],
/// [`WriteFault::Unrepresentable`] for a key without certificates and for names and values too long for the format,
/// [`WriteFault::NoRandom`] and [`WriteFault::Cancelled`].
pub fn write(
    kind: Kind,
    entries: &[JksEntry<'_>],
    store: &Secret,
    now: Moment,
    iterations: u64,
    random: &dyn Random,
    progress: &dyn Progress,
) -> Result<Zeroizing<Vec<u8>>, WriteFault> {
    let (magic, iterations) = match kind {
        Kind::Jks => (JKS_MAGIC, None),
        Kind::Jceks => (JCEKS_MAGIC, Some(iterations)),
        _ => return Err(WriteFault::unrepresentable("not a Java keystore")),
    };
    check(entries, iterations)?;
    let writer = Writer {
        iterations,
        millis: now.0.saturating_mul(1_000),
        random,
        progress: &Together::new(progress, cost(entries, iterations)),
    };
    let mut body = Body::default();
    body.number(magic);
    body.number(2);
    body.length(entries.len())?;
    for entry in entries {
        progress::check(progress)?;
        writer.entry(entry, &mut body)?;
    }
    let digest = protector::store_digest(&protector::utf16(store.expose()), &body.0);
    body.0.extend::<[u8; DIGEST_BYTES]>(digest);
    Ok(body.0)
}

fn check(entries: &[JksEntry<'_>], iterations: Option<u64>) -> Result<(), WriteFault> {
    if let Some(seen) = iterations {
        WriteFault::check_at_most("jceks_iterations", MOST_JCEKS_ITERATIONS, seen)?;
    }
    let (allowed, seen) = (limits::KEYSTORE_ENTRIES as u64, entries.len() as u64);
    if seen > allowed {
        return Err(WriteFault::LimitReached {
            limit: "keystore_entries",
            allowed,
            seen,
        });
    }
    let mut aliases = HashSet::new();
    for entry in entries {
        let alias = java_alias(entry.alias);
        if !aliases.insert(alias.clone()) {
            return Err(WriteFault::AliasCollision { alias });
        }
    }
    Ok(())
}

/// Rounds over all keys; each key takes two derivations.
fn cost(entries: &[JksEntry<'_>], iterations: Option<u64>) -> Cost {
    let is_key = |entry: &&JksEntry<'_>| matches!(entry.content, JksContent::Key { .. });
    let keys = entries.iter().filter(is_key).count() as u64;
    let rounds = iterations.unwrap_or_default().saturating_mul(2);
    Cost {
        iterations: keys.saturating_mul(rounds),
    }
}

/// The work of writing one store.
struct Writer<'a> {
    /// For JCEKS.
    iterations: Option<u64>,
    millis: i64,
    random: &'a dyn Random,
    progress: &'a dyn Progress,
}

impl Writer<'_> {
    fn entry(&self, entry: &JksEntry<'_>, body: &mut Body) -> Result<(), WriteFault> {
        let tag = match entry.content {
            JksContent::Key { .. } => TAG_KEY,
            JksContent::Trusted(_) => TAG_TRUSTED,
        };
        body.number(tag);
        body.text(&java_alias(entry.alias))?;
        body.0.extend(self.millis.to_be_bytes());
        match &entry.content {
            JksContent::Key { key, chain, secret } => {
                if chain.is_empty() {
                    return Err(WriteFault::unrepresentable("a key without certificate"));
                }
                body.bytes(&self.protected(key, secret)?)?;
                body.length(chain.len())?;
                chain.iter().try_for_each(|der| body.certificate(der))
            }
            JksContent::Trusted(der) => body.certificate(der),
        }
    }

    /// The key as an EncryptedPrivateKeyInfo.
    fn protected(&self, key: &PrivateKey, secret: &Secret) -> Result<Vec<u8>, WriteFault> {
        let plain = key.to_pkcs8();
        match self.iterations {
            None => protected::sun(&plain, secret, self.random),
            Some(rounds) => protected::jce(&plain, secret, rounds, self.random, self.progress),
        }
    }
}

/// The store as java.io.DataOutput writes it.
#[derive(Default)]
struct Body(Zeroizing<Vec<u8>>);

impl Body {
    fn number(&mut self, number: u32) {
        self.0.extend(number.to_be_bytes());
    }

    fn length(&mut self, length: usize) -> Result<(), WriteFault> {
        let length = i32::try_from(length).map_err(|_| WriteFault::unrepresentable("too long"))?;
        self.0.extend(length.to_be_bytes());
        Ok(())
    }

    /// writeUTF: at most 65,535 bytes.
    fn text(&mut self, text: &str) -> Result<(), WriteFault> {
        let bytes = modified_utf8::encode(text);
        let length = u16::try_from(bytes.len())
            .map_err(|_| WriteFault::unrepresentable("alias of more than 65,535 bytes"))?;
        self.0.extend(length.to_be_bytes());
        self.0.extend(bytes);
        Ok(())
    }

    fn bytes(&mut self, bytes: &[u8]) -> Result<(), WriteFault> {
        self.length(bytes.len())?;
        self.0.extend_from_slice(bytes);
        Ok(())
    }

    fn certificate(&mut self, der: &[u8]) -> Result<(), WriteFault> {
        self.text(X509)?;
        self.bytes(der)
    }
}
