//! Makes what a plan says, in memory.

mod keystore;
mod pem;

use zeroize::Zeroizing;

use crate::core::convert::run::{MadeFile, Passwords};
use crate::core::convert::{Entry, Format, Plan, Refusal};
use crate::core::env::Env;
use crate::core::finding::Kind;
use crate::core::keystore::WriteFault;
use crate::core::limits;
use crate::core::pkcs7;
use crate::core::progress::Progress;
use crate::core::secret::Secret;

/// What a file holds.
type Bytes = Zeroizing<Vec<u8>>;

/// Why nothing was made.
pub(super) enum Stopped {
    /// Nobody wants it any more.
    Cancelled,
    /// It cannot be done.
    Refused(Refusal),
}

impl From<Refusal> for Stopped {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<WriteFault> for Stopped {
    fn from(fault: WriteFault) -> Self {
        Self::Refused(match fault {
            WriteFault::Cancelled => return Self::Cancelled,
            WriteFault::AliasCollision { alias } => Refusal::AliasCollision { alias },
            WriteFault::LimitReached { seen, .. } => Refusal::Rounds {
                asked: seen,
                most: limits::KDF_ITERATIONS,
            },
            WriteFault::NoRandom => Refusal::NoRandom,
            WriteFault::Unrepresentable { what } => Refusal::Unrepresentable { what },
        })
    }
}

/// All files of a plan.
pub(super) fn files(
    plan: &Plan,
    passwords: &Passwords,
    env: &Env<'_>,
    progress: &dyn Progress,
) -> Result<Vec<MadeFile>, Stopped> {
    let maker = Maker {
        plan,
        passwords,
        env,
        progress,
    };
    // Files of the central store differ in nothing but their names.
    let same_in_all = match plan.choice.format {
        Format::Pfx => maker.pfx()?,
        Format::Jks => maker.java(Kind::Jks)?,
        Format::Jceks => maker.java(Kind::Jceks)?,
        Format::P7b => Zeroizing::new(pkcs7::write(&maker.all_ders())),
        Format::Der => maker.first_der()?,
        Format::Pem(_) | Format::Pkcs8 | Format::Pkcs1 | Format::Sec1 => return maker.pem_files(),
    };
    let files = plan.files.iter().map(|planned| MadeFile {
        planned: planned.clone(),
        bytes: same_in_all.clone(),
    });
    Ok(files.collect())
}

struct Maker<'a> {
    plan: &'a Plan,
    passwords: &'a Passwords,
    env: &'a Env<'a>,
    progress: &'a dyn Progress,
}

impl Maker<'_> {
    fn password(&self) -> Result<&Secret, Stopped> {
        let secret = self.passwords.store.as_deref();
        secret.ok_or_else(|| Refusal::PasswordMissing.into())
    }

    /// Leaf first, then what the plan puts behind it.
    fn ders<'e>(&self, entry: &'e Entry) -> Vec<&'e [u8]> {
        let mut ders: Vec<&[u8]> = vec![&entry.leaf.der];
        let chain = self.plan.chain(entry);
        ders.extend(chain.iter().map(|issuer| issuer.der.as_ref()));
        ders
    }

    /// Every certificate of the plan, each once.
    fn all_ders(&self) -> Vec<&[u8]> {
        let entries = self.plan.entries.iter();
        let held = entries.flat_map(|planned| self.ders(&planned.entry));
        let trusted = self.plan.trusted.iter().map(|(held, _)| held.der.as_ref());
        let mut seen = std::collections::HashSet::new();
        held.chain(trusted)
            .filter(|der| seen.insert(*der))
            .collect()
    }

    fn first_der(&self) -> Result<Bytes, Stopped> {
        let ders = self.all_ders();
        let first = ders.first().ok_or(Refusal::NothingHere)?;
        Ok(Zeroizing::new(first.to_vec()))
    }
}
