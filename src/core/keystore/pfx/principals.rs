//! PFX files that Windows protected to accounts or groups of Active Directory: the password is random and lies
//! in a secret bag, wrapped by DPAPI-NG (PFXExportCertStoreEx with PKCS12_PROTECT_TO_DOMAIN_SIDS).

use crate::core::der::{Reader, Tag};
use crate::core::limits;

/// szOID_PKCS_12_PROTECTED_PASSWORD_SECRET_BAG_TYPE_ID of wincrypt.h.
const PROTECTED_PASSWORD: &str = "1.3.6.1.4.1.311.17.4";
/// Values looked at in search of account names.
const VALUES: usize = 1000;
/// Accounts that are kept.
const ACCOUNTS: usize = 16;

/// Who can unwrap the password.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Principals {
    /// Security identifiers such as `S-1-5-21-…`, as far as they can be read. Foreign text.
    pub accounts: Vec<String>,
}

/// The accounts of a secret bag that wraps the file's password; `None` for any other secret.
pub(super) fn read(mut bag: Reader) -> Option<Principals> {
    let mut secret = bag.sequence().ok()?;
    if secret.oid().ok()? != PROTECTED_PASSWORD {
        return None;
    }
    let mut accounts = Vec::new();
    let mut waiting = vec![(secret, 0)];
    let mut seen = 0;
    while let Some((mut values, depth)) = waiting.pop() {
        while let Ok(value) = values.read() {
            seen += 1;
            if seen > VALUES || accounts.len() == ACCOUNTS {
                return Some(Principals { accounts });
            }
            accounts.extend(account(value.tag, value.content));
            // The descriptor lies in an octet string of its own.
            let inside = match value.tag {
                tag if tag.is_constructed => value.children(),
                Tag::OCTET_STRING => Reader::new(value.content),
                _ => continue,
            };
            if depth < limits::DER_DEPTH {
                waiting.push((inside, depth + 1));
            }
        }
    }
    Some(Principals { accounts })
}

fn account(tag: Tag, content: &[u8]) -> Option<String> {
    if tag != Tag::UTF8_STRING || !content.starts_with(b"S-1-") || content.len() > 200 {
        return None;
    }
    std::str::from_utf8(content).ok().map(str::to_owned)
}
