//! Which certificate bags a file gets: each certificate once, with what its key or Java wants to know of it.

use std::collections::HashMap;

use super::{PfxContents, PfxTrusted};
use crate::core::kdf::Hash;

/// A certificate bag to be.
pub(super) struct CertificateBag<'a> {
    pub der: &'a [u8],
    /// Whether a key of the file belongs to it.
    pub is_leaf: bool,
    pub friendly_name: Option<&'a str>,
    pub is_java_trusted: bool,
}

/// The localKeyID that ties a key to its certificate: the certificate's SHA-1, as OpenSSL has it.
pub(super) fn key_id(leaf: &[u8]) -> Vec<u8> {
    Hash::Sha1.digest(&[leaf]).to_vec()
}

/// All bags in order: each key's chain, leaf first, then the trusted ones.
pub(super) fn bags<'a>(contents: &PfxContents<'a>) -> Vec<CertificateBag<'a>> {
    let mut collection = Collection::default();
    for key in &contents.keys {
        let mut chain = key.chain.iter();
        if let Some(leaf) = chain.next() {
            collection.add_leaf(leaf, key.friendly_name);
        }
        for der in chain {
            collection.add(der);
        }
    }
    for trusted in &contents.trusted {
        collection.add_trusted(trusted);
    }
    collection.bags
}

#[derive(Default)]
struct Collection<'a> {
    bags: Vec<CertificateBag<'a>>,
    /// The first bag of each certificate.
    places: HashMap<&'a [u8], usize>,
}

impl<'a> Collection<'a> {
    fn push(&mut self, bag: CertificateBag<'a>) {
        self.places.entry(bag.der).or_insert(self.bags.len());
        self.bags.push(bag);
    }

    fn held(&mut self, der: &[u8]) -> Option<&mut CertificateBag<'a>> {
        let place = *self.places.get(der)?;
        self.bags.get_mut(place)
    }

    /// A certificate of a chain.
    fn add(&mut self, der: &'a [u8]) {
        if self.held(der).is_none() {
            self.push(CertificateBag {
                der,
                is_leaf: false,
                friendly_name: None,
                is_java_trusted: false,
            });
        }
    }

    fn add_leaf(&mut self, der: &'a [u8], friendly_name: Option<&'a str>) {
        self.add(der);
        if let Some(bag) = self.held(der) {
            bag.is_leaf = true;
            bag.friendly_name = bag.friendly_name.or(friendly_name);
        }
    }

    /// Java finds no key's leaf in a bag that it trusts, so such a leaf gets a second bag;
    /// and it may trust one certificate under two names.
    fn add_trusted(&mut self, trusted: &PfxTrusted<'a>) {
        let PfxTrusted {
            der,
            friendly_name,
            is_java_trusted,
        } = *trusted;
        match self.held(der) {
            Some(bag) if !bag.is_leaf && !bag.is_java_trusted => {
                bag.friendly_name = friendly_name.or(bag.friendly_name);
                bag.is_java_trusted = is_java_trusted;
            }
            Some(_) if !is_java_trusted => {}
            Some(bag) if bag.is_java_trusted && bag.friendly_name == friendly_name => {}
            _ => self.push(CertificateBag {
                der,
                is_leaf: false,
                friendly_name,
                is_java_trusted,
            }),
        }
    }
}
