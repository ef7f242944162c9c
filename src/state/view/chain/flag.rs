//! The flags of `certwright-cli chain` that do what the controls of the panel do.

pub const FIX: &str = "--fix";
pub const HOST: &str = "--host";
pub const PROFILE: &str = "--profile";
pub const TIME: &str = "--time";
pub const USAGE: &str = "--usage";
pub const WITH_ROOT: &str = "--with-root";

/// All of them.
pub const ALL: [&str; 6] = [FIX, HOST, PROFILE, TIME, USAGE, WITH_ROOT];
