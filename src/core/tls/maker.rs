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

/// Text in subject or issuer, lower case, and the product that writes it.
const DEFAULTS: [(&str, &str); 24] = [
    ("kubernetes ingress controller fake", "ingress-nginx"),
    ("traefik default cert", "Traefik"),
    ("caddy local authority", "Caddy"),
    ("mkcert", "mkcert"),
    ("plesk", "Plesk"),
    ("cpanel", "cPanel"),
    ("ispconfig", "ISPConfig"),
    ("wmsvc", "IIS Web Management Service"),
    ("asp.net core https development", "ASP.NET Core"),
    ("fortigate", "FortiGate"),
    ("fortinet", "Fortinet"),
    ("pfsense", "pfSense"),
    ("opnsense", "OPNsense"),
    ("sonicwall", "SonicWall"),
    ("mikrotik", "MikroTik"),
    ("synology", "Synology"),
    ("qnap", "QNAP"),
    ("unifi", "UniFi"),
    ("vmware", "VMware"),
    ("proxmox", "Proxmox"),
    ("idrac", "Dell iDRAC"),
    ("default self-signed", "iLO"),
    ("snakeoil", "Debian ssl-cert"),
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
    let names = format!("{issuer}\n{subject}");
    let product = |table: &[(&str, &'static str)], text: &str| {
        let found = table.iter().find(|(sign, _)| text.contains(sign));
        found.map(|(_, product)| *product)
    };
    if !certificate.is_self_issued()
        && let Some(found) = product(&INSPECTIONS, &issuer)
    {
        return Some(Maker::Inspection(found));
    }
    product(&DEFAULTS, &names)
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
