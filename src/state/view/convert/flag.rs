//! The flags of `certwright-cli convert` that do what the controls of the panel do.

pub const ALIAS: &str = "--alias";
pub const ALSO_READABLE_BY: &str = "--also-readable-by";
pub const FRIENDLY_NAME: &str = "--friendly-name";
pub const GENERATE_PASSWORD: &str = "--generate-password";
pub const INCLUDE_ROOT: &str = "--include-root";
pub const ITERATIONS: &str = "--iterations";
pub const LAYOUT: &str = "--layout";
pub const OLD_TLS: &str = "--old-tls";
pub const OUT: &str = "--out";
pub const OUT_KEY_PASSWORD_FILE: &str = "--out-key-password-file";
pub const OUT_PASSWORD_FILE: &str = "--out-password-file";
pub const PROTECTION: &str = "--protection";
pub const PROVIDER: &str = "--provider";
pub const REPLACE: &str = "--replace";
pub const SELECT: &str = "--select";
pub const SNIPPET: &str = "--snippet";
pub const TARGET: &str = "--target";
pub const TO: &str = "--to";
pub const TRUST_STORE: &str = "--trust-store";
pub const WITHOUT_CHAIN: &str = "--without-chain";
pub const WRITE_PASSWORD_FILE: &str = "--write-password-file";

/// All of them.
pub const ALL: [&str; 21] = [
    ALIAS,
    ALSO_READABLE_BY,
    FRIENDLY_NAME,
    GENERATE_PASSWORD,
    INCLUDE_ROOT,
    ITERATIONS,
    LAYOUT,
    OLD_TLS,
    OUT,
    OUT_KEY_PASSWORD_FILE,
    OUT_PASSWORD_FILE,
    PROTECTION,
    PROVIDER,
    REPLACE,
    SELECT,
    SNIPPET,
    TARGET,
    TO,
    TRUST_STORE,
    WITHOUT_CHAIN,
    WRITE_PASSWORD_FILE,
];
