//! The flags of `certwright-cli csr new` that do what the controls of the panel do.

pub const ALSO_READABLE_BY: &str = "--also-readable-by";
pub const FIELD: &str = "--field";
pub const FROM: &str = "--from";
pub const GENERATE_PASSWORD: &str = "--generate-password";
pub const HASH: &str = "--hash";
pub const KEY: &str = "--key";
pub const KEY_FILE: &str = "--key-file";
pub const KEY_USAGE: &str = "--key-usage";
pub const LEVEL: &str = "--level";
pub const MUST_STAPLE: &str = "--must-staple";
pub const NAME: &str = "--name";
pub const OUT: &str = "--out";
pub const OUT_KEY: &str = "--out-key";
pub const OUT_PASSWORD_FILE: &str = "--out-password-file";
pub const SAN: &str = "--san";
pub const USAGE: &str = "--usage";
pub const WITHOUT_PASSWORD: &str = "--without-password";

/// All of them.
pub const ALL: [&str; 17] = [
    ALSO_READABLE_BY,
    FIELD,
    FROM,
    GENERATE_PASSWORD,
    HASH,
    KEY,
    KEY_FILE,
    KEY_USAGE,
    LEVEL,
    MUST_STAPLE,
    NAME,
    OUT,
    OUT_KEY,
    OUT_PASSWORD_FILE,
    SAN,
    USAGE,
    WITHOUT_PASSWORD,
];
