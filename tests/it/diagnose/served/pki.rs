//! A root, an intermediate and certificates below them, made anew for each test.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use certwright::core::x509::Certificate;
use rcgen::{
    BasicConstraints, CertificateParams, CustomExtension, DnType, ExtendedKeyUsagePurpose, IsCa,
    Issuer, KeyPair, KeyUsagePurpose,
};

pub const DAY: u64 = 86_400;

/// A certificate with its key.
#[derive(Clone)]
pub struct Made {
    pub pem: String,
    pub key: String,
    pub der: Vec<u8>,
}

impl Made {
    pub fn certificate(&self) -> Arc<Certificate> {
        Arc::new(Certificate::parse(&self.der).unwrap())
    }
}

/// Somebody who signs.
pub struct Ca {
    pub made: Made,
    issuer: Issuer<'static, KeyPair>,
}

/// What one certificate is to be like.
pub struct Like {
    names: Vec<String>,
    /// Days before today on which it begins, and days behind today on which it ends; negative ones are past.
    begun: i64,
    ends: i64,
    must_staple: bool,
    key: Option<String>,
    usage: ExtendedKeyUsagePurpose,
}

impl Like {
    pub fn new(name: &str) -> Self {
        Self {
            names: vec![name.to_owned()],
            begun: 10,
            ends: 80,
            must_staple: false,
            key: None,
            usage: ExtendedKeyUsagePurpose::ServerAuth,
        }
    }

    pub fn days(self, begun: i64, ends: i64) -> Self {
        Self {
            begun,
            ends,
            ..self
        }
    }

    pub fn must_staple(self) -> Self {
        Self {
            must_staple: true,
            ..self
        }
    }

    pub fn with_key_of(self, other: &Made) -> Self {
        Self {
            key: Some(other.key.clone()),
            ..self
        }
    }

    pub fn used_for(self, usage: ExtendedKeyUsagePurpose) -> Self {
        Self { usage, ..self }
    }

    fn params(&self) -> CertificateParams {
        let mut params = CertificateParams::new(self.names.clone()).unwrap();
        let name = self.names.first().unwrap().as_str();
        params.distinguished_name.push(DnType::CommonName, name);
        params.not_before = day(-self.begun).into();
        params.not_after = day(self.ends).into();
        params.extended_key_usages = vec![self.usage.clone()];
        if self.must_staple {
            let oid = &[1, 3, 6, 1, 5, 5, 7, 1, 24];
            let features = vec![0x30, 3, 2, 1, 5];
            let extension = CustomExtension::from_oid_content(oid, features);
            params.custom_extensions.push(extension);
        }
        params
    }
}

fn day(offset: i64) -> SystemTime {
    let days = Duration::from_secs(offset.unsigned_abs() * DAY);
    match offset < 0 {
        true => SystemTime::now() - days,
        false => SystemTime::now() + days,
    }
}

/// A root and an intermediate below it.
pub struct Pki {
    pub root: Ca,
    pub intermediate: Ca,
}

impl Pki {
    pub fn new() -> Self {
        Self::with_intermediate("Trial Intermediate")
    }

    pub fn with_intermediate(name: &str) -> Self {
        let root = ca("Trial Root", None);
        let intermediate = ca(name, Some(&root));
        Self { root, intermediate }
    }

    /// A certificate below the intermediate.
    pub fn leaf(&self, like: &Like) -> Made {
        self.intermediate.sign(like)
    }

    /// Leaf and intermediate, as a server should send them.
    pub fn full(&self, leaf: &Made) -> String {
        format!("{}{}", leaf.pem, self.intermediate.made.pem)
    }
}

impl Ca {
    pub fn sign(&self, like: &Like) -> Made {
        let key = match &like.key {
            Some(pem) => KeyPair::from_pem(pem).unwrap(),
            None => KeyPair::generate().unwrap(),
        };
        let made = like.params().signed_by(&key, &self.issuer).unwrap();
        Made {
            pem: made.pem(),
            key: key.serialize_pem(),
            der: made.der().to_vec(),
        }
    }
}

/// A certificate that signed itself.
pub fn self_signed(like: &Like) -> Made {
    let key = KeyPair::generate().unwrap();
    let made = like.params().self_signed(&key).unwrap();
    Made {
        pem: made.pem(),
        key: key.serialize_pem(),
        der: made.der().to_vec(),
    }
}

fn ca(name: &str, above: Option<&Ca>) -> Ca {
    let mut params = CertificateParams::default();
    params.distinguished_name.push(DnType::CommonName, name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params.use_authority_key_identifier_extension = true;
    params.not_before = day(-1_000).into();
    params.not_after = day(1_000).into();
    let key = KeyPair::generate().unwrap();
    let made = match above {
        Some(above) => params.signed_by(&key, &above.issuer).unwrap(),
        None => params.self_signed(&key).unwrap(),
    };
    Ca {
        made: Made {
            pem: made.pem(),
            key: key.serialize_pem(),
            der: made.der().to_vec(),
        },
        issuer: Issuer::new(params, key),
    }
}
