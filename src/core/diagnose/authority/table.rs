//! The built-in table of CAs: facts of November 2026, each with where they were read.

use super::{Authority, folded};

/// When the table was made.
pub const TABLE_DATE: &str = "2026-11-25";

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed {
    /// What people call it.
    pub name: &'static str,
    /// Brands whose certificates it issues, and other names it goes by.
    pub brands: &'static [&'static str],
    /// Issuer domains that it recognises in CAA records, the one to write first.
    pub domains: &'static [&'static str],
    /// Year since which it issues no certificates for public TLS; `None` while it does.
    pub retired: Option<u16>,
    /// Where this was read.
    pub source: &'static str,
}

impl Listed {
    /// The row as a CA to choose.
    pub fn authority(&self) -> Authority {
        Authority {
            name: self.name.to_owned(),
            domains: self.domains.iter().map(ToString::to_string).collect(),
        }
    }

    /// Whether a folded text is its name, a brand or an issuer domain.
    pub(super) fn answers_to(&self, wanted: &str) -> bool {
        let mut names = self.brands.iter().chain(std::iter::once(&self.name));
        names.any(|name| folded(name) == wanted)
            || self.domains.iter().any(|one| folded(one) == wanted)
    }
}

/// Every row, those asked for most often first.
pub const LISTED: &[Listed] = &[
    Listed {
        name: "Let’s Encrypt",
        brands: &["ISRG", "Internet Security Research Group"],
        domains: &["letsencrypt.org"],
        retired: None,
        source: "https://letsencrypt.org/docs/caa/",
    },
    Listed {
        name: "Sectigo",
        brands: &[
            "Comodo",
            "Comodo CA",
            "PositiveSSL",
            "InstantSSL",
            "EssentialSSL",
            "USERTRUST",
            "ZeroSSL",
            "TrustAsia DV",
        ],
        domains: &[
            "sectigo.com",
            "comodoca.com",
            "comodo.com",
            "usertrust.com",
            "trust-provider.com",
        ],
        retired: None,
        source: "Sectigo TLS CPS, section 4.2.1, https://www.sectigo.com/legal",
    },
    Listed {
        name: "DigiCert",
        brands: &[
            "SecureSite",
            "GeoTrust",
            "RapidSSL",
            "Thawte",
            "Symantec",
            "Encryption Everywhere",
        ],
        domains: &[
            "digicert.com",
            "www.digicert.com",
            "digicert.ne.jp",
            "geotrust.com",
            "rapidssl.com",
            "thawte.com",
            "symantec.com",
            "digitalcertvalidation.com",
        ],
        retired: None,
        source: "https://docs.digicert.com/en/certcentral/manage-certificates/dns-caa-resource-record-check.html",
    },
    Listed {
        name: "GlobalSign",
        brands: &["AlphaSSL"],
        domains: &["globalsign.com"],
        retired: None,
        source: "GlobalSign CPS, section 4.2.1, https://www.globalsign.com/en/repository",
    },
    Listed {
        name: "Google Trust Services",
        brands: &["Google", "GTS"],
        domains: &["pki.goog"],
        retired: None,
        source: "Google Trust Services CPS, section 4.2.1, https://pki.goog/repository/",
    },
    Listed {
        name: "TrustAsia",
        brands: &["亚洲诚信", "TrustAsia OV", "TrustAsia EV"],
        domains: &["trustasia.com"],
        retired: None,
        source: "CCADB, list of CAA identifiers, 2025-06-27",
    },
    Listed {
        name: "Amazon Trust Services",
        brands: &["Amazon", "AWS", "ACM"],
        domains: &[
            "amazon.com",
            "amazontrust.com",
            "awstrust.com",
            "amazonaws.com",
            "aws.amazon.com",
        ],
        retired: None,
        source: "https://www.amazontrust.com/repository/",
    },
    Listed {
        name: "GoDaddy",
        brands: &["Starfield", "Starfield Technologies"],
        domains: &["godaddy.com", "starfieldtech.com"],
        retired: None,
        source: "CCADB, list of CAA identifiers, 2025-06-27",
    },
    Listed {
        name: "SSL.com",
        brands: &["SSL Corporation", "SSL Corp"],
        domains: &["ssl.com"],
        retired: None,
        source: "https://www.ssl.com/repository/",
    },
    Listed {
        name: "Certum",
        brands: &["Asseco", "Asseco Data Systems"],
        domains: &["certum.pl", "certum.eu"],
        retired: None,
        source: "CCADB, list of CAA identifiers, 2025-06-27",
    },
    Listed {
        name: "Actalis",
        brands: &[],
        domains: &["actalis.it"],
        retired: None,
        source: "CCADB, list of CAA identifiers, 2025-06-27",
    },
    Listed {
        name: "HARICA",
        brands: &["Hellenic Academic and Research Institutions CA"],
        domains: &["harica.gr"],
        retired: None,
        source: "CCADB, list of CAA identifiers, 2025-06-27",
    },
    Listed {
        name: "IdenTrust",
        brands: &[],
        domains: &["identrust.com"],
        retired: None,
        source: "CCADB, list of CAA identifiers, 2025-06-27",
    },
    Listed {
        name: "Certainly",
        brands: &["Fastly"],
        domains: &["certainly.com"],
        retired: None,
        source: "https://www.certainly.com/repository/index.html",
    },
    Listed {
        name: "CFCA",
        brands: &[
            "China Financial Certification Authority",
            "中金金融认证中心",
        ],
        domains: &["cfca.com.cn"],
        retired: None,
        source: "CCADB, list of CAA identifiers, 2025-06-27",
    },
    Listed {
        name: "Entrust",
        brands: &["AffirmTrust"],
        domains: &["entrust.net", "affirmtrust.com"],
        retired: Some(2025),
        source: "https://www.entrust.com/legal-compliance/entrust-certificate-services-repository",
    },
    Listed {
        name: "Buypass",
        brands: &["Buypass Go SSL"],
        domains: &["buypass.com"],
        retired: Some(2025),
        source: "CCADB, list of CAA identifiers, 2025-06-27",
    },
];
