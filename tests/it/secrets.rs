//! Secrets: their types can neither be copied, printed nor stored, and nothing of a password stays in
//! memory once its work is done.

#[cfg(all(feature = "peer-tests", target_os = "linux", target_arch = "x86_64"))]
mod memory;

use std::fmt::{Debug, Display};

use certwright::core::convert::run::{Made, MadeFile, Passwords};
use certwright::core::key::PrivateKey;
use certwright::core::save::{self, OutputFile};
use certwright::core::secret::{Keyring, Secret};
use serde::Serialize;

/// Does not compile when the type has one of the traits: then two implementations of `Lacks` fit, and the
/// compiler cannot choose. It is the same on every build, so nothing is left to run.
macro_rules! lacks {
    ($($type:ty),+ : $traits:tt) => { $(lacks!(@one $type, $traits);)+ };
    (@one $type:ty, [$($trait:path),+]) => {
        const _: fn() = || {
            trait Lacks<Which> {
                fn chosen() {}
            }
            impl<T: ?Sized> Lacks<()> for T {}
            $({
                struct Has;
                impl<T: ?Sized + $trait> Lacks<Has> for T {}
            })+
            <$type as Lacks<_>>::chosen();
        };
    };
}

lacks!(
    Secret, Keyring, PrivateKey, OutputFile, save::Request, Passwords, Made, MadeFile
    : [Clone, Debug, Display, Serialize]
);

#[cfg(feature = "gui")]
lacks!(
    certwright::ui::widgets::secret_field::SecretText
    : [Clone, Display, Serialize]
);
