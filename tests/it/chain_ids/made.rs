//! Hierarchies made for one test, in which nothing is wrong but what the test changes, with a root as public
//! as Mozilla's or not.

use std::sync::Arc;

use certwright::core::chain::{Answer, Lists, Material, Pool, Profile, Question, Roots, ask};
use certwright::core::der::{self, Tag, octet_string, sequence, tlv, unsigned};
use certwright::core::finding::Finding;
use certwright::core::time::Moment;
use certwright::core::x509::Certificate;
use rcgen::{
    CertificateParams, CustomExtension, DistinguishedName, DnType, Issuer, KeyPair, PublicKeyData,
    SerialNumber, SignatureAlgorithm, date_time_ymd,
};

use crate::support::NOW;

pub const ACCESS: &str = "1.3.6.1.5.5.7.1.1";
pub const AUTHORITY_KEY: &str = "2.5.29.35";
pub const BASIC: &str = "2.5.29.19";
pub const CONSTRAINTS: &str = "2.5.29.30";
pub const EXTENDED: &str = "2.5.29.37";
pub const NAMES: &str = "2.5.29.17";
pub const POLICIES: &str = "2.5.29.32";
pub const POLICY_CONSTRAINTS: &str = "2.5.29.36";
pub const SUBJECT_KEY: &str = "2.5.29.14";
pub const TIMESTAMPS: &str = "1.3.6.1.4.1.11129.2.4.2";
pub const USAGE: &str = "2.5.29.15";
pub const SERVER: &str = "1.3.6.1.5.5.7.3.1";

/// An RSA key whose private half nobody has.
pub struct Rsa(Vec<u8>);

impl Rsa {
    pub fn new(bits: u32, exponent: u8) -> Self {
        let mut modulus = vec![0xff; bits.div_ceil(8) as usize];
        modulus[0] = 0xff >> (modulus.len() as u32 * 8 - bits);
        Self(sequence(&[&unsigned(&modulus), &unsigned(&[exponent])]))
    }
}

impl PublicKeyData for Rsa {
    fn der_bytes(&self) -> &[u8] {
        &self.0
    }

    fn algorithm(&self) -> &'static SignatureAlgorithm {
        &rcgen::PKCS_RSA_SHA256
    }
}

/// What one certificate is to be like.
pub struct Like {
    pub name: &'static str,
    extensions: Vec<(&'static str, bool, Vec<u8>)>,
    pub serial: Option<Vec<u8>>,
    pub key: Option<Rsa>,
    /// Made on the day before this one.
    pub since: Option<&'static str>,
}

impl Like {
    fn ca(name: &'static str, own: u8, issuer: u8) -> Self {
        let mut like = Self {
            name,
            extensions: Vec::new(),
            serial: None,
            key: None,
            since: None,
        };
        like.set(BASIC, true, sequence(&[&tlv(Tag::BOOLEAN, &[&[0xff]])]));
        like.set(USAGE, true, tlv(Tag::BIT_STRING, &[&[1, 0b0000_0110]]));
        like.set(SUBJECT_KEY, false, octet_string(&[own; 20]));
        like.set(AUTHORITY_KEY, false, key_id(issuer));
        like
    }

    fn leaf() -> Self {
        let mut like = Self::ca("shop.example.com", 3, 2);
        like.unset(BASIC);
        like.set(USAGE, true, tlv(Tag::BIT_STRING, &[&[7, 0b1000_0000]]));
        like.set(EXTENDED, false, oids(&[SERVER]));
        like.set(NAMES, false, hosts(["shop.example.com"]));
        let policy = sequence(&[&der::oid("2.23.140.1.2.1")]);
        like.set(POLICIES, false, sequence(&[&policy]));
        like.set(TIMESTAMPS, false, octet_string(&[0, 0]));
        like
    }

    pub fn set(&mut self, oid: &'static str, is_critical: bool, value: Vec<u8>) {
        self.unset(oid);
        self.extensions.push((oid, is_critical, value));
    }

    pub fn unset(&mut self, oid: &str) {
        self.extensions.retain(|(held, ..)| *held != oid);
    }

    pub fn make_critical(&mut self, oid: &str) {
        let mut held = self.extensions.iter_mut();
        held.find(|(held, ..)| *held == oid).unwrap().1 = true;
    }

    pub fn params(&self) -> CertificateParams {
        let mut params = CertificateParams::default();
        params.distinguished_name = DistinguishedName::new();
        params
            .distinguished_name
            .push(DnType::CommonName, self.name);
        params.not_before = match self.since {
            None => date_time_ymd(2026, 11, 19),
            Some(day) => {
                let parts: Vec<u16> = day.split('-').map(|part| part.parse().unwrap()).collect();
                // The day before.
                date_time_ymd(i32::from(parts[0]), parts[1] as u8, parts[2] as u8)
                    - std::time::Duration::from_secs(1)
            }
        };
        params.not_after = date_time_ymd(2027, 6, 6);
        params.serial_number = self.serial.clone().map(SerialNumber::from);
        for (oid, is_critical, value) in &self.extensions {
            let oid: Vec<u64> = oid.split('.').map(|part| part.parse().unwrap()).collect();
            let mut extension = CustomExtension::from_oid_content(&oid, value.clone());
            extension.set_criticality(*is_critical);
            params.custom_extensions.push(extension);
        }
        params
    }
}

pub fn key_id(of: u8) -> Vec<u8> {
    sequence(&[&tlv(Tag::context_primitive(0), &[&[of; 20]])])
}

pub fn oids(list: &[&str]) -> Vec<u8> {
    let list: Vec<Vec<u8>> = list.iter().map(|oid| der::oid(oid)).collect();
    sequence(&list.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

pub fn host(name: &str) -> Vec<u8> {
    tlv(Tag::context_primitive(2), &[name.as_bytes()])
}

pub fn hosts<T: AsRef<str>>(names: impl IntoIterator<Item = T>) -> Vec<u8> {
    let names: Vec<Vec<u8>> = names.into_iter().map(|name| host(name.as_ref())).collect();
    sequence(&names.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

/// Leaf, intermediate and root, sound as they stand.
pub struct Plan {
    pub leaf: Like,
    pub middle: Like,
    pub root: Like,
}

impl Plan {
    pub fn sound() -> Self {
        let mut root = Like::ca("Root", 1, 1);
        root.unset(AUTHORITY_KEY);
        Self {
            leaf: Like::leaf(),
            middle: Like::ca("Middle", 2, 1),
            root,
        }
    }

    pub fn make(&self) -> [Arc<Certificate>; 3] {
        let keys = [KeyPair::generate().unwrap(), KeyPair::generate().unwrap()];
        let (top, between) = (self.root.params(), self.middle.params());
        let root = top.self_signed(&keys[0]).unwrap();
        let by_root = Issuer::from_params(&top, &keys[0]);
        let middle = between.signed_by(&keys[1], &by_root).unwrap();
        let by_middle = Issuer::from_params(&between, &keys[1]);
        let leaf = match &self.leaf.key {
            Some(key) => self.leaf.params().signed_by(key, &by_middle).unwrap(),
            None => self
                .leaf
                .params()
                .signed_by(&KeyPair::generate().unwrap(), &by_middle)
                .unwrap(),
        };
        [parsed(leaf.der()), parsed(middle.der()), parsed(root.der())]
    }
}

pub fn parsed(der: &[u8]) -> Arc<Certificate> {
    Arc::new(Certificate::parse(der).unwrap())
}

pub fn answer(
    leaf: &Arc<Certificate>,
    above: &[Arc<Certificate>],
    root: &Arc<Certificate>,
    profile: Profile,
    is_public: bool,
) -> Answer {
    let pool = Pool::new(above.iter().map(Arc::clone));
    let mut roots = Roots::default();
    roots.add(Arc::clone(root));
    let none = Roots::default();
    let material = Material {
        pool: &pool,
        roots: &roots,
        public_roots: if is_public { &roots } else { &none },
        lists: &Lists::new(Vec::new()),
    };
    let at = Moment::parse(NOW).unwrap();
    let question = Question {
        profile,
        ..Question::at(at)
    };
    ask(leaf, &question, material)
}

/// All findings on the best path of the leaf.
pub fn judge(made: &[Arc<Certificate>; 3], profile: Profile, is_public: bool) -> Vec<Finding> {
    let [leaf, middle, root] = made;
    let answer = answer(leaf, &[Arc::clone(middle)], root, profile, is_public);
    let best = answer.best().unwrap();
    assert!(best.is_trusted());
    best.all_findings().cloned().collect()
}
