//! Names of entries and files: what IIS lists, what Java finds by, what the central store looks for.

use crate::core::convert::material::Entry;
use crate::core::convert::{Format, PemLayout, Target};
use crate::core::keystore::jks::java_alias;
use crate::core::x509::Certificate;

/// The name an entry gets when the user gives none: for Windows name and last day, which is what the
/// IIS manager lists; for Java the alias it had, else the name.
pub fn usual(entry: &Entry, target: Target) -> String {
    let title = entry.leaf.title();
    if target.is_java() {
        let alias = entry.alias.clone().filter(|alias| !alias.is_empty());
        return as_shown(&alias.unwrap_or(title), target);
    }
    match entry.leaf.not_after.civil() {
        Some(end) => format!("{title} {}", end.date()),
        None => title,
    }
}

/// The name as the target will show it: Java lower-cases aliases, in PKCS#12 too.
pub fn as_shown(name: &str, target: Target) -> String {
    if target.is_java() {
        java_alias(name)
    } else {
        name.to_owned()
    }
}

/// The names a central certificate store looks for: one file per host, `*` written as `_`.
/// Names that are no host names are left out.
pub fn central_store(leaf: &Certificate) -> Vec<String> {
    let mut names: Vec<String> = leaf
        .dns_names()
        .map(str::to_ascii_lowercase)
        .filter(|name| is_host(name))
        .map(|name| name.replacen('*', "_", 1))
        .collect();
    names.sort();
    names.dedup();
    names
}

/// Letters, digits, dots and hyphens, at most one `*` as the whole first label: safe as a file name.
fn is_host(name: &str) -> bool {
    let rest = name.strip_prefix("*.").unwrap_or(name);
    let is_fine = |label: &str| {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        !label.is_empty() && label.len() <= 63 && label.bytes().all(allowed)
    };
    !rest.is_empty() && name.len() <= 253 && rest.split('.').all(is_fine) && rest.contains('.')
}

/// What a file of the result is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileRole {
    /// PFX, JKS or JCEKS.
    Keystore,
    /// Leaf and chain.
    FullChain,
    /// The chain without the leaf.
    Chain,
    /// The leaf alone.
    Leaf,
    /// The private key.
    Key,
    /// Key and certificates together.
    Combined,
    /// Certificates without a key: PKCS#7 or a list of trusted ones.
    Collection,
}

/// The file name for a role.
pub fn file(stem: &str, role: FileRole, format: Format, is_der: bool) -> String {
    let ending = match (format, role) {
        (Format::Pfx, _) => "pfx",
        (Format::Jks, _) => "jks",
        (Format::Jceks, _) => "jceks",
        (Format::P7b, _) => "p7b",
        (Format::Der, FileRole::Key) => "key.der",
        (Format::Der, _) => "cer",
        (Format::Pem(PemLayout::Separate), FileRole::FullChain) => "fullchain.crt",
        (_, FileRole::Key) if is_der => "key.der",
        (_, FileRole::Key) => "key",
        (_, FileRole::Chain) => "chain.crt",
        (_, FileRole::FullChain | FileRole::Leaf) => "crt",
        (_, FileRole::Combined | FileRole::Collection | FileRole::Keystore) => "pem",
    };
    format!("{stem}.{ending}")
}
