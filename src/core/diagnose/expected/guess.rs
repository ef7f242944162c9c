//! Which CA a text speaks of, and how strict it is likely to be.

use crate::core::diagnose::Profile;
use crate::core::diagnose::authority::{Authority, LISTED};

/// Marks of a CA that are surer than its name: where its aliases lead, how its records begin.
const MARKS: [(&str, &str); 9] = [
    (".comodoca.com", "Sectigo"),
    (".sectigo.com", "Sectigo"),
    ("dcv.digicert.com", "DigiCert"),
    ("acm-validations.aws", "Amazon"),
    ("_globalsign-domain-verification", "GlobalSign"),
    ("dcv.ssl.com", "SSL.com"),
    ("api.letsencrypt.org", "Let’s Encrypt"),
    ("dv.trustasia.com", "TrustAsia"),
    ("authorize.certificate-transparency.goog", "Google"),
];

/// The CA, by marks first, then by the first of their names in the text.
pub(super) fn authority(text: &str) -> Option<Authority> {
    let lower = text.to_lowercase();
    let marked = MARKS.iter().find(|(mark, _)| lower.contains(mark));
    if let Some((_, name)) = marked {
        return Authority::find(name);
    }
    let mut first: Option<(usize, Authority)> = None;
    for row in LISTED {
        let names = row.brands.iter().chain(std::iter::once(&row.name));
        let names = names.chain(row.domains);
        for name in names.filter(|name| name.len() > 5) {
            let name = name.to_lowercase().replace('’', "'");
            let Some(at) = lower.find(&name) else {
                continue;
            };
            if first.as_ref().is_none_or(|(before, _)| at < *before) {
                first = Some((at, row.authority()));
            }
        }
    }
    first.map(|(_, authority)| authority)
}

/// How strict: ACME by its names; one vendor's console by its own.
pub(super) fn profile(text: &str) -> Option<Profile> {
    let lower = text.to_lowercase();
    let has = |marks: &[&str]| marks.iter().any(|mark| lower.contains(mark));
    if has(&[
        "acme-challenge",
        "certbot",
        "acme.sh",
        "win-acme",
        "keyauthorization",
    ]) {
        return Some(Profile::Acme);
    }
    if has(&["_dnsauth", "fileauth", "主机记录", "dvauth"]) {
        return Some(Profile::Strict);
    }
    has(&[
        "pki-validation",
        "_globalsign",
        ".comodoca.com",
        ".sectigo.com",
        "digicert",
    ])
    .then_some(Profile::Br)
}
