//! Passwords in memory: zeroized when dropped, never printed, copied or written to settings.

use std::sync::Arc;

use zeroize::Zeroizing;

/// Bytes of stack that a cipher's or a signature's inner functions may have used.
const STACK_BYTES: usize = 64 << 10;

/// Overwrites the stack below the caller's frame, where functions that have returned may have left parts of
/// keys. Compilers keep no such promise; a search of the program's memory shows whether they do.
#[inline(never)]
pub fn wipe_stack() {
    let mut room = Zeroizing::new([0u8; STACK_BYTES]);
    std::hint::black_box(&mut room);
}

/// A password. Has neither `Clone` nor `Debug`; share it behind an [`Arc`].
///
/// ```compile_fail,E0277
/// fn copied<T: Clone>(_: T) {}
/// copied(certwright::core::secret::Secret::from("x"));
/// ```
///
/// ```compile_fail,E0277
/// fn printed<T: std::fmt::Debug>(_: T) {}
/// printed(certwright::core::secret::Secret::from("x"));
/// ```
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Takes the text over; the caller keeps no copy.
    pub fn new(text: Zeroizing<String>) -> Self {
        Self(text)
    }

    /// The password itself, for the one call that derives a key from it.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether both hold the same password.
    pub fn is_same(&self, other: &Secret) -> bool {
        *self.0 == *other.0
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(Zeroizing::new(text.to_owned()))
    }
}

/// Where a known password came from, which is what a report may say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A password file inside the bundle, by its place.
    File(crate::core::place::Place),
    /// The one the user typed, or a file of passwords the user named.
    Given,
    /// Used before with another bundle in this sitting.
    Remembered,
    /// No password at all, which some tools write.
    Empty,
}

/// The passwords known so far, in the order in which they were learnt.
#[derive(Default)]
pub struct Keyring {
    secrets: Vec<(Arc<Secret>, Origin)>,
}

/// The number of a password within its [`Keyring`]; stays valid while the ring grows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SecretIndex(pub usize);

impl Keyring {
    /// Adds a password unless it is there already; returns its number either way.
    pub fn add(&mut self, secret: Arc<Secret>, origin: Origin) -> SecretIndex {
        let known = self
            .secrets
            .iter()
            .position(|(held, _)| held.is_same(&secret));
        SecretIndex(known.unwrap_or_else(|| {
            self.secrets.push((secret, origin));
            self.secrets.len() - 1
        }))
    }

    /// All passwords with their numbers and origins.
    pub fn iter(&self) -> impl Iterator<Item = (SecretIndex, &Arc<Secret>, &Origin)> {
        self.secrets
            .iter()
            .enumerate()
            .map(|(index, (secret, origin))| (SecretIndex(index), secret, origin))
    }

    /// The password and its origin behind a number.
    pub fn entry(&self, index: SecretIndex) -> Option<(&Arc<Secret>, &Origin)> {
        self.secrets
            .get(index.0)
            .map(|(secret, origin)| (secret, origin))
    }

    /// Another ring that shares the same passwords.
    pub fn share(&self) -> Keyring {
        Keyring {
            secrets: self
                .secrets
                .iter()
                .map(|(secret, origin)| (Arc::clone(secret), origin.clone()))
                .collect(),
        }
    }
}
