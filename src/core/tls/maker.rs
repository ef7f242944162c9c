//! Certificates that no CA made: those with which products start, and those made on the way by what looks into
//! TLS. Known by the names in them, as seen in the products' own documentation.

use crate::core::x509::Certificate;

/// Who made a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Maker {
    /// A product, for itself, until it gets a real one.
    Default(&'static str),
    /// A product that looks into TLS on the way.
    Inspection(&'static str),
}

/// Text in the subject of a certificate that signs itself, lower case, and the product that writes it.
const DEFAULTS: [(&str, &str); 18] = [
    ("kubernetes ingress controller fake", "ingress-nginx"),
    ("traefik default cert", "Traefik"),
    ("plesk", "Plesk"),
    ("ispconfig", "ISPConfig"),
    ("wmsvc", "IIS Web Management Service"),
    ("asp.net core https development", "ASP.NET Core"),
    ("fortigate", "FortiGate"),
    ("pfsense", "pfSense"),
    ("opnsense", "OPNsense"),
    ("sonicwall", "SonicWall"),
    ("mikrotik", "MikroTik"),
    ("synology", "Synology"),
    ("qnap", "QNAP"),
    ("unifi", "UniFi"),
    ("proxmox", "Proxmox"),
    ("idrac", "Dell iDRAC"),
    ("default self-signed", "iLO"),
    ("snakeoil", "Debian ssl-cert"),
];

/// Text in the issuer alone: authorities that products make for themselves, which nobody else trusts.
const AUTHORITIES: [(&str, &str); 5] = [
    ("caddy local authority", "Caddy"),
    ("mkcert", "mkcert"),
    ("fortinet", "Fortinet"),
    ("vmware", "VMware"),
    ("cloudflare origin", "Cloudflare Origin CA"),
];

const INSPECTIONS: [(&str, &str); 18] = [
    ("kaspersky", "Kaspersky"),
    ("avast web/mail shield", "Avast"),
    ("avg web/mail shield", "AVG"),
    ("eset ssl filter", "ESET"),
    ("bitdefender personal ca", "Bitdefender"),
    ("norton web/mail shield", "Norton"),
    ("dr.web", "Dr.Web"),
    ("fiddler", "Fiddler"),
    ("charles proxy", "Charles"),
    ("portswigger", "Burp Suite"),
    ("mitmproxy", "mitmproxy"),
    ("zscaler", "Zscaler"),
    ("netskope", "Netskope"),
    ("cisco umbrella", "Cisco Umbrella"),
    ("sophos", "Sophos"),
    ("blue coat", "Blue Coat"),
    ("sangfor", "Sangfor"),
    ("深信服", "Sangfor"),
];

/// Who made a certificate that leads to no trusted root; `None` for all the others.
pub fn maker(certificate: &Certificate) -> Option<Maker> {
    let text = |name: &crate::core::x509::name::DistinguishedName| {
        let values = name.attributes.iter().map(|one| one.value.to_lowercase());
        values.collect::<Vec<_>>().join("\n")
    };
    let (issuer, subject) = (text(&certificate.issuer), text(&certificate.subject));
    let product = |table: &[(&str, &'static str)], text: &str| {
        let found = table.iter().find(|(sign, _)| text.contains(sign));
        found.map(|(_, product)| *product)
    };
    if !certificate.is_self_issued()
        && let Some(found) = product(&INSPECTIONS, &issuer)
    {
        return Some(Maker::Inspection(found));
    }
    let of_itself = || product(&DEFAULTS, &subject).filter(|_| certificate.is_self_issued());
    product(&AUTHORITIES, &issuer)
        .or_else(of_itself)
        .or_else(|| of_localhost(certificate))
        .map(Maker::Default)
}

/// Distributions and development servers make certificates for `localhost`; keytool calls everybody `Unknown`.
fn of_localhost(certificate: &Certificate) -> Option<&'static str> {
    let name = certificate.common_name()?;
    match name {
        "localhost" | "localhost.localdomain" => Some("localhost"),
        "Unknown" => Some("keytool"),
        _ => None,
    }
    .filter(|_| certificate.is_self_issued())
}
