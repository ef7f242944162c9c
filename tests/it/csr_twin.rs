//! The same request made with other programs: whatever they are told to make is what was asked for.

mod inf;
#[cfg(feature = "peer-tests")]
mod keytool;
#[cfg(feature = "peer-tests")]
mod made;
#[cfg(feature = "peer-tests")]
mod openssl;
mod refused;
mod specs;
