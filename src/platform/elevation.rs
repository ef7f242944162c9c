//! The rights of an administrator: Windows asks the user, elsewhere there is nothing to ask.

#[cfg(not(windows))]
pub use crate::core::env::NoElevation as SystemElevation;
#[cfg(windows)]
pub use crate::platform::windows::elevate::SystemElevation;
