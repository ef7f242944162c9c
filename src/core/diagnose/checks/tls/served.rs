//! What came at the addresses of a name, read: equal lists of certificates are one.

use std::net::SocketAddr;
use std::sync::Arc;

use super::scene::Scene;
use crate::core::chain::{self, Answer, Lists, Material, PeerName, Pool, Question, Roots};
use crate::core::env::DnsName;
use crate::core::finding::{Brief, ServedAt};
use crate::core::time::Moment;
use crate::core::x509::signature::SignatureVerdict;
use crate::core::x509::{Certificate, ParseFault};

/// One list of certificates, and where it is sent.
pub struct List {
    /// Where, in order; never empty.
    pub addresses: Vec<SocketAddr>,
    /// The certificates in the order of sending, and why one is none.
    pub items: Vec<Result<Arc<Certificate>, ParseFault>>,
    /// The DER of all.
    chain: Vec<Vec<u8>>,
}

/// The lists of a name, in the order of their first addresses.
pub fn lists(scene: &Scene<'_>) -> Vec<List> {
    let mut lists: Vec<List> = Vec::new();
    for (address, handshake) in scene.handshakes() {
        match lists.iter_mut().find(|list| list.chain == handshake.chain) {
            Some(list) => list.addresses.push(address),
            None => lists.push(List::of(address, &handshake.chain)),
        }
    }
    lists
}

impl List {
    /// The list of one address.
    pub fn of(address: SocketAddr, chain: &[Vec<u8>]) -> Self {
        let parse = |der: &Vec<u8>| Certificate::parse(der).map(Arc::new);
        Self {
            addresses: vec![address],
            items: chain.iter().map(parse).collect(),
            chain: chain.to_vec(),
        }
    }

    /// The server's own certificate: the first, where it is one.
    pub fn leaf(&self) -> Option<&Arc<Certificate>> {
        self.items.first()?.as_ref().ok()
    }

    /// What is a certificate.
    pub fn certificates(&self) -> impl Iterator<Item = &Arc<Certificate>> {
        self.items.iter().filter_map(|item| item.as_ref().ok())
    }

    /// The addresses as text.
    pub fn places(&self) -> Vec<String> {
        self.addresses.iter().map(ToString::to_string).collect()
    }

    /// The list in short.
    pub fn served_at(&self) -> ServedAt {
        ServedAt {
            addresses: self.places(),
            certificate: self.leaf().map(|leaf| Brief::of(leaf)),
        }
    }

    /// All paths of the leaf through what was sent alone; `None` without a leaf.
    pub fn judged(&self, name: &DnsName, roots: &Roots, trust: &str, at: Moment) -> Option<Answer> {
        let leaf = self.leaf()?;
        let pool = self.pool();
        let question = Question {
            names: vec![PeerName::host(name.as_str())],
            trust: trust.to_owned(),
            ..Question::at(at)
        };
        let material = Material {
            pool: &pool,
            roots,
            public_roots: &Roots::mozilla(),
            lists: &Lists::default(),
        };
        Some(chain::ask(leaf, &question, material))
    }

    /// Who signed the leaf, among what was sent and the roots.
    pub fn issuer(&self, roots: &Roots) -> Option<Arc<Certificate>> {
        let leaf = self.leaf()?;
        let pool = self.pool();
        let sent = pool.named_as_issuer_of(leaf);
        let mut all = sent.chain(roots.issuers_of(leaf));
        all.find(|issuer| pool.verdict(leaf, issuer) == SignatureVerdict::Valid)
            .cloned()
    }

    fn pool(&self) -> Pool {
        let mut distinct: Vec<Arc<Certificate>> = Vec::new();
        for one in self.certificates() {
            if distinct
                .iter()
                .all(|known| known.fingerprint != one.fingerprint)
            {
                distinct.push(Arc::clone(one));
            }
        }
        Pool::new(distinct)
    }
}
