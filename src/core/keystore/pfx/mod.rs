//! PKCS#12 files (RFC 7292): outline and cost without a password, one check of the MAC, each derivation once.

mod bags;
mod mac;
mod outline;
mod principals;
mod recipe;
mod reveal;
mod write;

use std::sync::OnceLock;

use zeroize::Zeroizing;

use super::internals::{BagInternals, FileEncoding};
use super::password::Encoding;
use super::pkcs8::ShroudedKey;
use super::scheme::Scheme;
use super::{ChecksumFault, OpenFault, Opened};
use crate::core::kdf::{Cost, Together};
use crate::core::limits;
use crate::core::progress::Progress;
use crate::core::secret::Secret;

pub use principals::Principals;
pub use recipe::{PfxCipher, PfxRecipe};
pub use write::{PfxContents, PfxKey, PfxTrusted, write};

use bags::Bag;
use mac::Mac;
use reveal::Revealed;

/// A PKCS#12 file that was not opened yet. What its plain parts show is visible already.
pub struct Pfx {
    mac: Option<Mac>,
    /// The bytes that the MAC covers, as they stand in the file.
    authenticated: Zeroizing<Vec<u8>>,
    safes: Vec<Safe>,
    /// How the password that the MAC accepted was written down.
    accepted: OnceLock<Encoding>,
    /// How the outer structure is encoded.
    encoding: FileEncoding,
    /// What opening it has shown.
    revealed: OnceLock<Revealed>,
}

/// One SafeContents.
enum Safe {
    /// Readable without password, though its key bags may be shrouded.
    Plain(Vec<Bag>),
    /// Encrypted as a whole, or in a way that is not read here.
    Encrypted {
        scheme: Result<Scheme, OpenFault>,
        bytes: Vec<u8>,
    },
}

impl Safe {
    /// The schemes that are visible without a password.
    fn schemes(&self) -> Vec<Result<&Scheme, &OpenFault>> {
        match self {
            Self::Encrypted { scheme, .. } => vec![scheme.as_ref()],
            Self::Plain(bags) => bags.iter().filter_map(Bag::scheme).collect(),
        }
    }
}

impl Pfx {
    /// Reads the outline, in DER or BER. Fails on broken structures and on public-key integrity.
    pub fn parse(bytes: &[u8]) -> Result<Self, OpenFault> {
        outline::read(bytes)
    }

    /// Whether there is a MAC. Without one, a wrong password cannot be told from damage,
    /// and nobody notices what was added or taken away.
    pub fn has_mac(&self) -> bool {
        self.mac.is_some()
    }

    /// Work of checking the MAC once; nothing without one.
    pub fn mac_cost(&self) -> Cost {
        self.mac.as_ref().map(Mac::cost).unwrap_or_default()
    }

    /// Work of opening everything once, MAC included, as far as it shows from outside.
    pub fn cost(&self) -> Cost {
        self.mac_cost() + self.content_cost()
    }

    fn content_cost(&self) -> Cost {
        let schemes = self.safes.iter().flat_map(Safe::schemes);
        schemes.flatten().map(Scheme::cost).sum()
    }

    /// Whether anything in it is encrypted. With a MAC alone, a password is only needed to check it.
    pub fn is_encrypted(&self) -> bool {
        self.safes.iter().any(|safe| !safe.schemes().is_empty())
    }

    /// Protection in words of the format: each scheme once, then the MAC.
    pub fn protection(&self) -> String {
        let mut words: Vec<String> = Vec::new();
        for scheme in self.safes.iter().flat_map(Safe::schemes) {
            let word = match scheme {
                Ok(scheme) => scheme.protection(),
                Err(OpenFault::Unsupported { cipher }) => cipher.clone(),
                Err(_) => continue,
            };
            if !words.contains(&word) {
                words.push(word);
            }
        }
        if words.is_empty() {
            words.push("not encrypted".to_owned());
        }
        words.push(
            self.mac
                .as_ref()
                .map_or_else(|| "no MAC".to_owned(), Mac::words),
        );
        words.join("; ")
    }

    /// Whether the MAC fits the password, in any encoding that tools use; `false` as well without a MAC.
    /// A damaged file fails with every password.
    pub fn check_mac(&self, secret: &Secret, progress: &dyn Progress) -> Result<bool, OpenFault> {
        let Some(mac) = &self.mac else {
            return Ok(false);
        };
        for encoding in Encoding::candidates(secret) {
            if mac.fits(secret, *encoding, &self.authenticated, progress)? {
                // A later password in another encoding may fit as well; the first answer stays good.
                let _already_known = self.accepted.set(*encoding);
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// What needs no password: certificates and keys that are not encrypted. The rest is left out.
    pub fn open_visible(&self) -> Result<Opened, OpenFault> {
        let mut opened = Opened::default();
        for safe in &self.safes {
            if let Safe::Plain(bags) = safe {
                for bag in bags {
                    bag.take_plain(&mut opened);
                }
            }
        }
        Ok(opened)
    }

    /// Whether a password fitted the MAC already. Where the content refused it, it has a password of its own
    /// (separate integrity and privacy passwords).
    pub fn is_accepted(&self) -> bool {
        self.accepted.get().is_some()
    }

    /// The Windows accounts that the file's random password is wrapped for; `None` for ordinary files.
    pub fn principals(&self) -> Option<&Principals> {
        let plain = self.safes.iter().filter_map(|safe| match safe {
            Safe::Plain(bags) => Some(bags),
            Safe::Encrypted { .. } => None,
        });
        plain.flatten().find_map(Bag::principals)
    }

    /// What is not read here of the parts that show from outside, each reason once.
    pub fn faults(&self) -> Vec<OpenFault> {
        let mut faults: Vec<OpenFault> = Vec::new();
        for fault in self.safes.iter().flat_map(Safe::schemes) {
            if let Err(fault) = fault
                && !faults.contains(fault)
            {
                faults.push(fault.clone());
            }
        }
        faults
    }

    /// Why no password opens anything in it, when that shows from outside.
    pub fn fault(&self) -> Option<OpenFault> {
        if let Some(fault) = self.mac.as_ref().and_then(Mac::fault) {
            return Some(fault);
        }
        let schemes: Vec<_> = self.safes.iter().flat_map(Safe::schemes).collect();
        match schemes.iter().any(Result::is_ok) {
            true => None,
            false => schemes.into_iter().find_map(Result::err).cloned(),
        }
    }

    /// Work of [`Pfx::question_mac`] at most; nothing without a MAC.
    pub fn question_cost(&self) -> Cost {
        match &self.mac {
            Some(mac) => mac.contradiction_cost() + self.content_cost(),
            None => Cost::default(),
        }
    }

    /// Why a password that the MAC refused may be right all the same; costs as much as opening.
    pub fn question_mac(
        &self,
        secret: &Secret,
        progress: &dyn Progress,
    ) -> Result<Option<ChecksumFault>, OpenFault> {
        let Some(mac) = &self.mac else {
            return Ok(None);
        };
        if let Some(fault) = mac.contradiction(secret, &self.authenticated, progress)? {
            return Ok(Some(fault));
        }
        let mut opening = Opening::new(secret, progress, None);
        let mut parts: Vec<Part<'_>> = self.safes.iter().flat_map(Safe::parts).collect();
        parts.sort_by_key(|part| part.scheme().cost());
        for part in parts {
            if opening.opens(part)? {
                return Ok(Some(ChecksumFault::ContentOpens));
            }
        }
        Ok(None)
    }

    /// Opens everything that can be read here. Checks the MAC first unless [`Pfx::check_mac`] has accepted
    /// a password before; no derivation runs twice. `WrongPassword` when it opens nothing; without a MAC that may
    /// as well mean damage, and [`Pfx::open_visible`] still shows what is not encrypted.
    pub fn open(&self, secret: &Secret, progress: &dyn Progress) -> Result<Opened, OpenFault> {
        if let Some(fault) = self.fault() {
            return Err(fault);
        }
        let progress = &Together::new(progress, self.cost_of_opening());
        if self.has_mac() && !self.is_accepted() && !self.check_mac(secret, progress)? {
            return Err(OpenFault::WrongPassword);
        }
        let mut opening = Opening::new(secret, progress, self.accepted.get().copied());
        for safe in &self.safes {
            opening.take_safe(safe)?;
        }
        if !self.has_mac() && !opening.has_decrypted && opening.is_refused() {
            return Err(OpenFault::WrongPassword);
        }
        Ok(self.reveal(opening))
    }

    /// Work that is left: the MAC is not checked twice.
    fn cost_of_opening(&self) -> Cost {
        match self.is_accepted() {
            true => self.content_cost(),
            false => self.cost(),
        }
    }

    /// Keeps what opening has shown of the file's making.
    fn reveal(&self, opening: Opening<'_>) -> Opened {
        let used = opening.has_decrypted.then_some(Encoding::Standard);
        // Opened before: the first answer stays good.
        let _already_known = self.revealed.set(Revealed {
            safes: opening.bags,
            encoding: opening.encoding.or(used),
        });
        opening.opened
    }
}

/// Something that a password opens.
enum Part<'a> {
    Key(&'a ShroudedKey),
    Safe(&'a Scheme, &'a [u8]),
}

impl Part<'_> {
    fn scheme(&self) -> &Scheme {
        match self {
            Self::Key(key) => &key.scheme,
            Self::Safe(scheme, _) => scheme,
        }
    }
}

impl Safe {
    /// What a password opens in it, as far as it is read here.
    fn parts(&self) -> Vec<Part<'_>> {
        match self {
            Self::Encrypted {
                scheme: Ok(scheme),
                bytes,
            } => vec![Part::Safe(scheme, bytes)],
            Self::Encrypted { .. } => Vec::new(),
            Self::Plain(bags) => {
                let keys = bags.iter().filter_map(Bag::shrouded);
                keys.filter_map(Result::ok).map(Part::Key).collect()
            }
        }
    }
}

/// The work of opening with one password.
struct Opening<'a> {
    secret: &'a Secret,
    progress: &'a dyn Progress,
    /// The encoding that is known to fit.
    encoding: Option<Encoding>,
    hidden_cost: Cost,
    /// Whether the password has opened anything.
    has_decrypted: bool,
    /// The bags of each safe so far.
    bags: Vec<Option<Vec<BagInternals>>>,
    opened: Opened,
}

impl<'a> Opening<'a> {
    fn new(secret: &'a Secret, progress: &'a dyn Progress, encoding: Option<Encoding>) -> Self {
        Self {
            secret,
            progress,
            encoding,
            // What shows only after decryption may cost as much again as one big derivation.
            hidden_cost: Cost {
                iterations: limits::KDF_ITERATIONS,
            },
            has_decrypted: false,
            bags: Vec::new(),
            opened: Opened::default(),
        }
    }

    /// Whether the password opens one part.
    fn opens(&mut self, part: Part<'_>) -> Result<bool, OpenFault> {
        let answer = match part {
            Part::Safe(scheme, bytes) => self.decrypt(scheme, bytes).map(drop),
            Part::Key(key) => self
                .each_encoding(&key.scheme, |secret, encoding, progress| {
                    key.open(secret, encoding, progress)
                })
                .map(drop),
        };
        match answer {
            Err(OpenFault::Cancelled) => Err(OpenFault::Cancelled),
            answer => Ok(answer.is_ok()),
        }
    }

    fn is_refused(&self) -> bool {
        let mut locked = self.opened.locked_keys.iter();
        locked.any(|entry| entry.reason == OpenFault::WrongPassword)
    }

    fn take_safe(&mut self, safe: &Safe) -> Result<(), OpenFault> {
        match safe {
            Safe::Plain(bags) => self.take_bags(bags, true),
            Safe::Encrypted {
                scheme: Ok(scheme),
                bytes,
            } => {
                let plain = self.decrypt(scheme, bytes)?;
                self.take_bags(&bags::read(&plain)?, false)
            }
            Safe::Encrypted { .. } => {
                self.bags.push(None);
                Ok(())
            }
        }
    }

    fn take_bags(&mut self, bags: &[Bag], is_visible: bool) -> Result<(), OpenFault> {
        self.bags
            .push(Some(bags.iter().map(Bag::internals).collect()));
        bags.iter()
            .try_for_each(|bag| self.take_bag(bag, is_visible))
    }

    fn take_bag(&mut self, bag: &Bag, is_visible: bool) -> Result<(), OpenFault> {
        let Some(shrouded) = bag.shrouded() else {
            bag.take_plain(&mut self.opened);
            return Ok(());
        };
        let answer = match shrouded {
            Err(fault) => Err(fault.clone()),
            Ok(_) if !is_visible && !self.may_spend(bag) => Err(OpenFault::LimitReached {
                limit: "kdf_iterations",
                allowed: limits::KDF_ITERATIONS,
                seen: limits::KDF_ITERATIONS.saturating_add(1),
            }),
            Ok(key) => self.each_encoding(&key.scheme, |secret, encoding, progress| {
                key.open(secret, encoding, progress)
            }),
        };
        match answer {
            Err(OpenFault::Cancelled) => return Err(OpenFault::Cancelled),
            answer => bag.take_key(answer, &mut self.opened),
        }
        Ok(())
    }

    fn may_spend(&mut self, bag: &Bag) -> bool {
        let cost = bag.scheme().and_then(Result::ok).map(Scheme::cost);
        let left = self
            .hidden_cost
            .iterations
            .checked_sub(cost.unwrap_or_default().iterations);
        self.hidden_cost.iterations = left.unwrap_or_default();
        left.is_some()
    }

    fn decrypt(&mut self, scheme: &Scheme, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenFault> {
        self.each_encoding(scheme, |secret, encoding, progress| {
            let plain = scheme.decrypt(secret, encoding, bytes, progress)?;
            // One padding in 256 looks right by chance; what follows then is no structure.
            if bags::is_safe(&plain) {
                Ok(plain)
            } else {
                Err(OpenFault::WrongPassword)
            }
        })
    }

    /// Tries the encodings that are left until one decrypts, and stays with it.
    fn each_encoding<T>(
        &mut self,
        scheme: &Scheme,
        attempt: impl Fn(&Secret, Encoding, &dyn Progress) -> Result<T, OpenFault>,
    ) -> Result<T, OpenFault> {
        for encoding in scheme.encodings(self.secret, self.encoding) {
            match attempt(self.secret, encoding, self.progress) {
                Err(OpenFault::WrongPassword) => {}
                Ok(value) => {
                    self.has_decrypted = true;
                    if encoding != Encoding::Standard {
                        self.encoding = Some(encoding);
                    }
                    return Ok(value);
                }
                fault => return fault,
            }
        }
        Err(OpenFault::WrongPassword)
    }
}
