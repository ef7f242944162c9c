//! Accounts and groups that hold everybody or nearly: a secret is never given to them.

/// Names, in lower case, that are refused before the system is asked. Windows knows these groups under
/// names of its own language, where their numbers decide: [`is_wide_sid`].
const NAMES: &[&str] = &[
    "anonymous logon",
    "authenticated users",
    "domain users",
    "everyone",
    "guests",
    "interactive",
    "network",
    "nobody",
    "nogroup",
    "other",
    "others",
    "users",
    "world",
];

/// Security identifiers (MS-DTYP section 2.4.2.4).
const SIDS: &[&str] = &[
    "S-1-1-0",      // Everyone
    "S-1-2-0",      // Local
    "S-1-2-1",      // Console logon
    "S-1-5-1",      // Dial-up
    "S-1-5-2",      // Network
    "S-1-5-3",      // Batch
    "S-1-5-4",      // Interactive
    "S-1-5-6",      // Service
    "S-1-5-7",      // Anonymous
    "S-1-5-11",     // Authenticated Users
    "S-1-5-13",     // Terminal Server users
    "S-1-5-14",     // Remote interactive logon
    "S-1-5-15",     // This organisation
    "S-1-5-113",    // Local account
    "S-1-5-1000",   // Other organisation
    "S-1-5-32-545", // Users
    "S-1-5-32-546", // Guests
    "S-1-5-32-547", // Power Users
    "S-1-5-32-554", // Pre-Windows 2000 compatible access
    "S-1-5-32-555", // Remote Desktop Users
    "S-1-5-80-0",   // All services
    "S-1-15-2-1",   // All application packages
    "S-1-15-2-2",   // All restricted application packages
];

/// Last numbers of groups that each domain has: domain users, guests, computers.
const OF_DOMAIN: &[&str] = &["513", "514", "515"];

/// Whether a name is one of those, with or without a domain before it.
pub fn is_wide_name(name: &str) -> bool {
    let last = name.rsplit('\\').next().unwrap_or(name).trim();
    let folded = last.to_lowercase();
    NAMES.contains(&folded.as_str()) || is_wide_sid(last)
}

/// Whether a security identifier in its text form is one of those.
pub fn is_wide_sid(sid: &str) -> bool {
    let sid = sid.to_ascii_uppercase();
    SIDS.contains(&sid.as_str())
        || sid
            .strip_prefix("S-1-5-21-")
            .and_then(|rest| rest.rsplit('-').next())
            .is_some_and(|last| OF_DOMAIN.contains(&last))
}

#[cfg(test)]
mod tests {
    use super::{is_wide_name, is_wide_sid};

    #[test]
    fn groups_that_hold_everybody_are_refused_under_all_their_names() {
        for name in [
            "Everyone",
            "USERS",
            "BUILTIN\\Users",
            "NT AUTHORITY\\Authenticated Users",
            "s-1-1-0",
        ] {
            assert!(is_wide_name(name), "{name}");
        }
        for sid in ["S-1-5-11", "S-1-5-32-545", "S-1-5-21-1-2-3-513"] {
            assert!(is_wide_sid(sid), "{sid}");
        }
    }

    #[test]
    fn a_service_is_not_everybody() {
        for name in [
            "IIS_IUSRS",
            "NT AUTHORITY\\NETWORK SERVICE",
            "IIS AppPool\\shop",
            "ssl-cert",
            "tomcat",
        ] {
            assert!(!is_wide_name(name), "{name}");
        }
        for sid in [
            "S-1-5-20",
            "S-1-5-32-568",
            "S-1-5-21-1-2-3-1001",
            "S-1-5-82-1-2-3-4-5",
        ] {
            assert!(!is_wide_sid(sid), "{sid}");
        }
    }
}
