//! Cipher suites by their numbers: what they are called, and what a name says of their strength.

use std::borrow::Cow;
use std::sync::LazyLock;

use serde::{Serialize, Serializer};

use super::Version;

/// A cipher suite by its number in IANA's registry. Serialises as its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Suite(pub u16);

/// What is wrong with a suite, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weakness {
    /// Nothing is encrypted.
    NoEncryption,
    /// The server proves nothing: anybody in between can be it.
    Anonymous,
    /// Made breakable for export in the 1990s: 40 or 56 bits, or a key of 512 or 1024 bits.
    Export,
    /// RC4, forbidden by RFC 7465.
    Rc4,
    /// Single DES or RC2: keys of 56 bits can be tried out.
    ShortKey,
    /// Blocks of 64 bits: 3DES, IDEA, and GOST 28147-89 repeat themselves after some 30 GB (SWEET32, CVE-2016-2183).
    ShortBlock,
    /// MD5 protects the records.
    Md5,
}

impl Weakness {
    /// Whether it protects nothing against somebody on the way.
    pub fn is_none_at_all(self) -> bool {
        self <= Self::Export
    }
}

/// A line of the table.
struct Known {
    number: u16,
    name: &'static str,
    openssl: Option<&'static str>,
}

/// The table, by number.
static KNOWN: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let lines = include_str!("../../../assets/tls/suites.txt").lines();
    lines.filter_map(known).collect()
});

fn known(line: &'static str) -> Option<Known> {
    let mut words = line.split(' ');
    let number = u16::from_str_radix(words.next()?, 16).ok()?;
    let name = words.next()?;
    let openssl = words.next().filter(|word| *word != "-");
    Some(Known {
        number,
        name,
        openssl,
    })
}

impl Suite {
    /// Every suite with a name, by number.
    pub fn all() -> impl Iterator<Item = Self> {
        KNOWN.iter().map(|known| Self(known.number))
    }

    fn known(self) -> Option<&'static Known> {
        let at = KNOWN.binary_search_by_key(&self.0, |known| known.number);
        KNOWN.get(at.ok()?)
    }

    /// Its name in IANA's registry, never translated; its number where it has none.
    pub fn name(self) -> Cow<'static, str> {
        match self.known() {
            Some(known) => Cow::Borrowed(known.name),
            None => Cow::Owned(format!("0x{:04X}", self.0)),
        }
    }

    /// What OpenSSL calls it in configurations.
    pub fn openssl_name(self) -> Option<&'static str> {
        self.known()?.openssl
    }

    fn has(self, part: &str) -> bool {
        let name = self.name();
        name.split('_').any(|word| word == part)
    }

    fn is_of_tls13(self) -> bool {
        let name = self.name();
        name.starts_with("TLS_") && !name.contains("_WITH_") || self.has("MGM")
    }

    /// Whether encryption and integrity are one (RFC 5116).
    pub fn is_aead(self) -> bool {
        let parts = ["GCM", "CCM", "POLY1305", "MGM", "AEGIS", "128L"];
        parts.into_iter().any(|part| self.has(part))
    }

    /// Whether it is defined for a version: those of TLS 1.3 are its own (RFC 8446 appendix B.4), those with AEAD or
    /// with SHA-2 came with TLS 1.2 (RFC 5246 section 1.2).
    pub fn is_for(self, version: Version) -> bool {
        let is_new = self.is_aead() || self.has("SHA256") || self.has("SHA384");
        match version {
            Version::Tls13 => self.is_of_tls13(),
            Version::Tls12 => !self.is_of_tls13(),
            _ => !is_new && !self.is_of_tls13(),
        }
    }

    /// Whether what was recorded stays secret when the server's key is stolen later.
    pub fn has_forward_secrecy(self) -> bool {
        let parts = ["DHE", "ECDHE", "CECPQ1", "ECCPWD"];
        self.is_of_tls13() || parts.into_iter().any(|part| self.has(part))
    }

    /// The worst that is wrong with it.
    pub fn weakness(self) -> Option<Weakness> {
        let any = |parts: &[&str]| parts.iter().any(|part| self.has(part));
        Some(match () {
            () if any(&["NULL"]) || self.is_integrity_only() => Weakness::NoEncryption,
            () if any(&["anon"]) => Weakness::Anonymous,
            () if any(&["EXPORT", "EXPORT1024", "DES40", "40"]) => Weakness::Export,
            () if any(&["RC4"]) => Weakness::Rc4,
            () if any(&["DES", "RC2"]) => Weakness::ShortKey,
            () if any(&["3DES", "IDEA", "28147"]) => Weakness::ShortBlock,
            () if any(&["MD5"]) => Weakness::Md5,
            () => return None,
        })
    }

    /// RFC 9150: TLS 1.3 without encryption.
    fn is_integrity_only(self) -> bool {
        matches!(self.0, 0xC0B4 | 0xC0B5)
    }
}

impl Serialize for Suite {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::{Suite, Version, Weakness};

    #[test]
    fn the_table_is_in_order_and_complete() {
        let all: Vec<Suite> = Suite::all().collect();
        assert!(all.is_sorted() && all.len() > 340, "{}", all.len());
        let lines = include_str!("../../../assets/tls/suites.txt").lines();
        assert_eq!(
            all.len(),
            lines.filter(|line| !line.starts_with('#')).count()
        );
    }

    #[test]
    fn suites_have_their_names() {
        let suite = Suite(0xC02F);
        assert_eq!(suite.name(), "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
        assert_eq!(suite.openssl_name(), Some("ECDHE-RSA-AES128-GCM-SHA256"));
        assert_eq!(Suite(0x1301).name(), "TLS_AES_128_GCM_SHA256");
        assert_eq!(Suite(0xFAFA).name(), "0xFAFA");
        assert_eq!(Suite(0xFAFA).openssl_name(), None);
    }

    #[test]
    fn a_name_tells_the_weakness() {
        let told = [
            (0x0000, Some(Weakness::NoEncryption)),
            (0xC0B4, Some(Weakness::NoEncryption)),
            (0xC010, Some(Weakness::NoEncryption)),
            (0x0034, Some(Weakness::Anonymous)),
            (0x0017, Some(Weakness::Anonymous)),
            (0x0003, Some(Weakness::Export)),
            (0x0062, Some(Weakness::Export)),
            (0x0005, Some(Weakness::Rc4)),
            (0x0009, Some(Weakness::ShortKey)),
            (0x000A, Some(Weakness::ShortBlock)),
            (0xC012, Some(Weakness::ShortBlock)),
            (0x0024, Some(Weakness::Rc4)),
            (0x0081, Some(Weakness::ShortBlock)),
            (0x002F, None),
            (0xC02F, None),
            (0x1303, None),
        ];
        for (number, weakness) in told {
            let suite = Suite(number);
            assert_eq!(suite.weakness(), weakness, "{}", suite.name());
        }
    }

    #[test]
    fn a_name_tells_the_versions_and_forward_secrecy() {
        let of = |number: u16| {
            let is_for = |version: &Version| Suite(number).is_for(*version);
            Version::ALL.into_iter().filter(is_for).count()
        };
        assert_eq!(
            (of(0x1301), of(0x00C6), of(0xC02F), of(0x003C)),
            (1, 1, 1, 1)
        );
        assert_eq!((of(0x002F), of(0xC013), of(0x0005)), (4, 4, 4));
        let forward = |number: u16| Suite(number).has_forward_secrecy();
        assert!(forward(0x1301) && forward(0xC02F) && forward(0x0033) && forward(0xCCAC));
        assert!(!forward(0x002F) && !forward(0xC003) && !forward(0x008C));
    }
}
