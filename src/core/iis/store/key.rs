//! What the outcome of opening a private key tells, by `CryptAcquireCertificatePrivateKey`.

use super::KeyLink;

/// Codes with which Windows says that the named key is not there or is another one (winerror.h):
/// `NTE_NO_KEY`, `NTE_NOT_FOUND`, `NTE_BAD_PUBLIC_KEY`, `NTE_BAD_KEYSET`, `NTE_PROV_TYPE_NOT_DEF`,
/// `NTE_KEYSET_NOT_DEF`, `NTE_KEYSET_ENTRY_BAD`, `NTE_PROV_DLL_NOT_FOUND`, `ERROR_FILE_NOT_FOUND`,
/// `CRYPT_E_NO_KEY_PROPERTY`.
const GONE: &[u32] = &[
    0x8009_000D,
    0x8009_0011,
    0x8009_0015,
    0x8009_0016,
    0x8009_0017,
    0x8009_0019,
    0x8009_001A,
    0x8009_001E,
    0x8007_0002,
    0x8009_200B,
];

impl KeyLink {
    /// `names_container`: whether the certificate names a key at all. `error`: 0 when that key opened.
    /// Who is no administrator may not read the computer's keys, and Windows then says the same as of keys
    /// that are gone; so from others the answer is no proof.
    pub fn of_outcome(names_container: bool, error: u32, is_administrator: bool) -> Self {
        match (names_container, error) {
            (false, _) => Self::Missing,
            (true, 0) => Self::Present,
            (true, code) if is_administrator && GONE.contains(&code) => Self::Broken,
            (true, _) => Self::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::KeyLink;

    #[test]
    fn only_an_administrator_can_say_that_a_key_is_gone() {
        const BAD_KEYSET: u32 = 0x8009_0016;
        const PERM: u32 = 0x8009_0010;
        for (names_container, error, is_administrator, expected) in [
            (false, 0x8009_200B, true, KeyLink::Missing),
            (true, 0, false, KeyLink::Present),
            (true, BAD_KEYSET, true, KeyLink::Broken),
            (true, BAD_KEYSET, false, KeyLink::Unknown),
            (true, PERM, true, KeyLink::Unknown),
        ] {
            let found = KeyLink::of_outcome(names_container, error, is_administrator);
            assert_eq!(found, expected, "{error:#x}");
        }
    }
}
