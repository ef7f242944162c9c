//! What servers sent: the certificates as they came, addresses with the same together.

use std::net::SocketAddr;

use crate::core::artifact::Fingerprint;
use crate::core::diagnose::{Diagnosis, Served};
use crate::core::x509::Certificate;
use crate::text::Lang;
use crate::text::foreign::short;
use crate::text::number::shortened;
use crate::text::report::Page;
use crate::text::time::span;

/// What is the same at several addresses.
pub struct Group<'a> {
    /// What the first of them sent.
    pub first: &'a Served,
    /// Where.
    pub addresses: Vec<SocketAddr>,
}

/// What came, each once for a name: the same chain, version and suite at several addresses are one. What comes
/// without the name is told where it is something else.
pub fn groups(found: &Diagnosis) -> Vec<Group<'_>> {
    let is_as_with_name = |one: &Served| {
        let mut with = found.served.iter().filter(|other| other.with_sni);
        with.any(|other| {
            let place = (&other.name, other.address) == (&one.name, one.address);
            place && other.handshake.chain == one.handshake.chain
        })
    };
    let mut all: Vec<Group<'_>> = Vec::new();
    let told = found.served.iter();
    for one in told.filter(|one| one.with_sni || !is_as_with_name(one)) {
        let same = |group: &&mut Group<'_>| {
            let (first, other) = (&group.first.handshake, &one.handshake);
            group.first.name == one.name
                && group.first.with_sni == one.with_sni
                && (first.version, first.suite, &first.chain)
                    == (other.version, other.suite, &other.chain)
        };
        match all.iter_mut().find(same) {
            Some(group) => group.addresses.push(one.address),
            None => all.push(Group {
                first: one,
                addresses: vec![one.address],
            }),
        }
    }
    all
}

/// The section; nothing where nothing came.
pub fn write(lang: Lang, found: &Diagnosis, page: &mut Page) {
    for group in groups(found) {
        page.gap();
        page.paragraph(0, &head(lang, &group));
        page.paragraph(2, &agreed(lang, group.first));
        for (index, der) in group.first.handshake.chain.iter().enumerate() {
            let number = format!("{}.", index + 1);
            let (title, more) = certificate(lang, der);
            page.labelled(2, &number, 4, &title);
            for line in more {
                page.paragraph(6, &line);
            }
        }
    }
}

/// `Served for www.example.com at 203.0.113.7:443:`.
fn head(lang: Lang, group: &Group<'_>) -> String {
    let name = short(group.first.name.as_str());
    let places: Vec<String> = group.addresses.iter().map(SocketAddr::to_string).collect();
    let places = shortened(lang, &places, 4);
    match group.first.with_sni {
        true => say!(
            lang,
            "Served for {name} at {places}:",
            "{places} 为 {name} 提供："
        ),
        false => say!(
            lang,
            "Served without the name (SNI) at {places}:",
            "{places} 在不带名称（SNI）时提供："
        ),
    }
}

/// `TLS 1.3, suite TLS_AES_128_GCM_SHA256, h2`.
pub fn agreed(lang: Lang, served: &Served) -> String {
    let handshake = &served.handshake;
    let version = handshake.version.label();
    let suite = handshake.suite.name().into_owned();
    let mut parts = vec![version.to_owned(), suite];
    parts.extend(
        handshake
            .alpn
            .as_deref()
            .map(|alpn| short(alpn).into_owned()),
    );
    if handshake.staple.is_some() {
        parts.push(lang.pick("OCSP staple", "OCSP 装订").to_owned());
    }
    if handshake.wants_client_certificate {
        let wants = lang.pick("wants a client certificate", "要求客户端证书");
        parts.push(wants.to_owned());
    }
    parts.join(lang.pick(", ", "，"))
}

/// A certificate's title, and the lines below it.
fn certificate(lang: Lang, der: &[u8]) -> (String, Vec<String>) {
    let fingerprint = format!("SHA-256 {}", Fingerprint::of(der));
    let Ok(read) = Certificate::parse(der) else {
        let title = lang.pick("no certificate that can be read", "无法读取的证书");
        return (title.to_owned(), vec![fingerprint]);
    };
    let title = short(&read.title()).into_owned();
    let issuer = read.issuer.title();
    let issuer = short(&issuer);
    let valid = span(lang, read.not_before, read.not_after);
    let issued = say!(lang, "by {issuer}, {valid}", "由 {issuer} 颁发，{valid}");
    (title, vec![issued, fingerprint])
}
