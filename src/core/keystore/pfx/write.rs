//! Writing PKCS#12 files (RFC 7292): certificates first, then the keys, then the MAC over both, as OpenSSL orders them.

mod bag;
mod certificates;

use zeroize::Zeroizing;

use super::PfxRecipe;
use crate::core::der::{self, Tag};
use crate::core::env::Random;
use crate::core::kdf::{self, Cost, Hash, Purpose, Together};
use crate::core::key::PrivateKey;
use crate::core::keystore::password::Encoding;
use crate::core::keystore::seal::{Seal, random_bytes};
use crate::core::keystore::{KeyAttributes, WriteFault};
use crate::core::progress::Progress;
use crate::core::secret::Secret;

const DATA: &str = "1.2.840.113549.1.7.1";
const ENCRYPTED_DATA: &str = "1.2.840.113549.1.7.6";

/// A private key with its chain.
pub struct PfxKey<'a> {
    /// The key.
    pub key: &'a PrivateKey,
    /// Certificates in DER, the key's own first. May be empty.
    pub chain: Vec<&'a [u8]>,
    /// What Windows lists and what Java takes as alias.
    pub friendly_name: Option<&'a str>,
    /// What Windows keeps beside the key.
    pub attributes: KeyAttributes,
}

/// A certificate without a key.
pub struct PfxTrusted<'a> {
    /// The certificate in DER.
    pub der: &'a [u8],
    /// What Java takes as alias.
    pub friendly_name: Option<&'a str>,
    /// Whether Java shall list it as a trusted certificate.
    pub is_java_trusted: bool,
}

/// Everything that goes into one file. A certificate that is named more than once is written once.
#[derive(Default)]
pub struct PfxContents<'a> {
    /// Keys in the order of the file.
    pub keys: Vec<PfxKey<'a>>,
    /// Certificates behind them.
    pub trusted: Vec<PfxTrusted<'a>>,
}

/// Writes a file in DER.
///
/// # Errors
/// [`WriteFault::LimitReached`] for round counts out of bounds, [`WriteFault::Unrepresentable`] for a MAC
/// that no reader knows, [`WriteFault::NoRandom`] and [`WriteFault::Cancelled`].
pub fn write(
    contents: &PfxContents<'_>,
    recipe: &PfxRecipe,
    secret: &Secret,
    random: &dyn Random,
    progress: &dyn Progress,
) -> Result<Zeroizing<Vec<u8>>, WriteFault> {
    let certificates = certificates::bags(contents);
    let plan = Plan::new(
        !certificates.is_empty(),
        contents.keys.len(),
        recipe,
        random,
    )?;
    let progress = &Together::new(progress, plan.cost());
    let mut safes = Vec::new();
    if !certificates.is_empty() {
        let bags = sequence_of(certificates.iter().map(bag::certificate));
        safes.push(plan.certificates(&bags, secret, progress)?);
    }
    if !contents.keys.is_empty() {
        safes.push(plan.keys(&contents.keys, secret, progress)?);
    }
    let authenticated = sequence_of(safes);
    let mac = plan.mac.over(&authenticated, secret, progress)?;
    let file = der::sequence(&[&der::integer(3), &data(&authenticated), &mac]);
    Ok(Zeroizing::new(file))
}

/// Every derivation to come, each with a salt of its own.
struct Plan {
    /// `None` leaves the certificates readable without the password.
    certificates: Option<Seal>,
    keys: Vec<Seal>,
    mac: MacPlan,
}

struct MacPlan {
    hash: Hash,
    salt: Vec<u8>,
    iterations: u64,
}

impl Plan {
    fn new(
        has_certificates: bool,
        keys: usize,
        recipe: &PfxRecipe,
        random: &dyn Random,
    ) -> Result<Self, WriteFault> {
        WriteFault::check_iterations(recipe.iterations)?;
        let seal = |cipher| Seal::fresh(cipher, recipe.iterations, random);
        let certificates = recipe.certificates.filter(|_| has_certificates);
        let salt = random_bytes(mac_salt_bytes(recipe.mac)?, random)?;
        Ok(Self {
            certificates: certificates.map(seal).transpose()?,
            keys: (0..keys)
                .map(|_| seal(recipe.keys))
                .collect::<Result<_, _>>()?,
            mac: MacPlan {
                hash: recipe.mac,
                salt,
                iterations: recipe.iterations,
            },
        })
    }

    /// ContentInfo around the certificate bags.
    fn certificates(
        &self,
        bags: &[u8],
        secret: &Secret,
        progress: &dyn Progress,
    ) -> Result<Vec<u8>, WriteFault> {
        let Some(seal) = &self.certificates else {
            return Ok(data(bags));
        };
        let bytes = seal.encrypt(bags, secret, progress)?;
        Ok(encrypted_data(&seal.algorithm(), &bytes))
    }

    /// ContentInfo with the key bags, each of them shrouded.
    fn keys(
        &self,
        keys: &[PfxKey<'_>],
        secret: &Secret,
        progress: &dyn Progress,
    ) -> Result<Vec<u8>, WriteFault> {
        let mut bags = Vec::with_capacity(keys.len());
        for (key, seal) in keys.iter().zip(&self.keys) {
            let shrouded = seal.encrypted_key(key.key, secret, progress)?;
            bags.push(bag::shrouded_key(key, &shrouded));
        }
        Ok(data(&sequence_of(bags)))
    }

    fn cost(&self) -> Cost {
        let mac = Cost {
            iterations: self.mac.iterations,
        };
        let seals = self.keys.iter().chain(&self.certificates);
        seals.map(Seal::cost).sum::<Cost>() + mac
    }
}

impl MacPlan {
    /// MacData (RFC 7292 section 4).
    fn over(
        &self,
        authenticated: &[u8],
        secret: &Secret,
        progress: &dyn Progress,
    ) -> Result<Vec<u8>, WriteFault> {
        let password = Encoding::Standard.pkcs12(secret);
        let key = kdf::pkcs12(
            self.hash,
            Purpose::Mac,
            &password,
            &self.salt,
            self.iterations,
            self.hash.output_bytes(),
            progress,
        )?;
        let digest = self.hash.hmac(&key, &[authenticated]);
        let algorithm = der::sequence(&[&der::oid(self.hash.oid()), &der::null()]);
        let info = der::sequence(&[&algorithm, &der::octet_string(&digest)]);
        let iterations = match self.iterations {
            // One is the default, which DER leaves out.
            1 => Vec::new(),
            iterations => der::integer(iterations),
        };
        Ok(der::sequence(&[
            &info,
            &der::octet_string(&self.salt),
            &iterations,
        ]))
    }
}

fn mac_salt_bytes(hash: Hash) -> Result<usize, WriteFault> {
    match hash {
        Hash::Sha1 => Ok(8),
        Hash::Sha256 | Hash::Sha384 | Hash::Sha512 => Ok(20),
        other => Err(WriteFault::unrepresentable(format!(
            "MAC with {}",
            other.name()
        ))),
    }
}

fn sequence_of(values: impl IntoIterator<Item = Vec<u8>>) -> Vec<u8> {
    let values: Vec<Vec<u8>> = values.into_iter().collect();
    let values: Vec<&[u8]> = values.iter().map(Vec::as_slice).collect();
    der::sequence(&values)
}

/// ContentInfo of type data (RFC 2315 section 8).
fn data(content: &[u8]) -> Vec<u8> {
    let content = der::tlv(Tag::context(0), &[&der::octet_string(content)]);
    der::sequence(&[&der::oid(DATA), &content])
}

/// ContentInfo of type encryptedData (RFC 2315 section 13).
fn encrypted_data(algorithm: &[u8], bytes: &[u8]) -> Vec<u8> {
    let bytes = der::tlv(Tag::context_primitive(0), &[bytes]);
    let info = der::sequence(&[&der::oid(DATA), algorithm, &bytes]);
    let content = der::sequence(&[&der::integer(0), &info]);
    der::sequence(&[
        &der::oid(ENCRYPTED_DATA),
        &der::tlv(Tag::context(0), &[&content]),
    ])
}

#[cfg(test)]
mod tests;
