//! One sample of every fact and refusal about certificate requests.

use certwright::core::csr::{Charset, Refusal};
use certwright::core::finding::{Finding, RequestFact};
use certwright::core::kdf::Hash;
use certwright::core::key::SignFault;
use certwright::core::keystore::WriteFault;
use certwright::core::problem::Failure;
use certwright::core::time::Moment;
use certwright::core::x509::ValidationLevel;

pub fn facts(name: &str) -> Vec<RequestFact> {
    let mut all = of_fields(name);
    all.extend(of_keys(name));
    let names = || vec![name.to_owned(), "www.example.com".to_owned()];
    all.extend([
        RequestFact::Challenge {},
        RequestFact::CommonNameMissing {},
        RequestFact::CommonNameNotInNames {
            common_name: name.to_owned(),
            names: names(),
        },
        RequestFact::NoNames {},
        RequestFact::OrderNamesMissing { names: names() },
        RequestFact::OrderNamesExtra { names: names() },
    ]);
    all
}

fn of_fields(name: &str) -> Vec<RequestFact> {
    let (field, value) = ("2.5.4.10".to_owned(), name.to_owned());
    let mut all = vec![
        RequestFact::CountryUnknown {
            value: value.clone(),
        },
        RequestFact::EmailMalformed {
            value: value.clone(),
        },
        RequestFact::FieldEmpty {
            field: field.clone(),
        },
        RequestFact::FieldHidden {
            field: field.clone(),
            value: value.clone(),
        },
        RequestFact::FieldPlaceholder {
            field: field.clone(),
            value: value.clone(),
        },
        RequestFact::FieldSpaces {
            field: field.clone(),
            value: value.clone(),
        },
        RequestFact::FieldTooLong {
            field: field.clone(),
            characters: 70,
            most: 64,
        },
        RequestFact::UnitPresent { value },
    ];
    for level in ValidationLevel::ALL {
        all.push(RequestFact::FieldMissing {
            fields: vec![field.clone(), "2.5.4.6".to_owned()],
            level,
        });
        all.push(RequestFact::FieldNotIssued {
            field: field.clone(),
            level,
        });
    }
    all
}

fn of_keys(name: &str) -> Vec<RequestFact> {
    let algorithm = || name.to_owned();
    vec![
        RequestFact::KeyKind { key: algorithm() },
        RequestFact::KeyReused {
            at: Moment::parse("2026-03-01").unwrap(),
            names: vec![algorithm()],
            earlier: 2,
        },
        RequestFact::KeyVendor { key: algorithm() },
        RequestFact::OtherKey {
            beside: algorithm(),
            expected: "RSA 2048".to_owned(),
            found: "P-256".to_owned(),
        },
        RequestFact::SignatureInvalid {
            algorithm: algorithm(),
        },
        RequestFact::SignatureNotChecked {
            algorithm: algorithm(),
        },
        RequestFact::WeakExponent {
            exponent: "3".to_owned(),
        },
        RequestFact::WeakHash {
            algorithm: algorithm(),
        },
        RequestFact::WeakKey {
            key: algorithm(),
            bits: 1_024,
        },
    ]
}

pub fn failures() -> Vec<Failure> {
    let charset = |what| Refusal::Charset {
        what,
        value: "é".to_owned(),
    };
    let fact = RequestFact::CountryUnknown {
        value: "UK".to_owned(),
    };
    let refusals = [
        Refusal::Empty,
        Refusal::Subject(Box::new(Finding::new(fact))),
        charset(Charset::Attribute("2.5.4.6".into())),
        charset(Charset::Dns),
        charset(Charset::Email),
        charset(Charset::Uri),
        Refusal::NotAnOid("server".to_owned()),
        Refusal::Key(SignFault::Kind {
            kind: "X25519".to_owned(),
        }),
        Refusal::Key(SignFault::Size { bits: 1_024 }),
        Refusal::Key(SignFault::Hash {
            kind: "P-256".to_owned(),
            hash: Hash::Sha512,
        }),
        Refusal::Key(SignFault::Broken),
        Refusal::NotVerified,
        Refusal::NoKey,
        Refusal::Encrypt(WriteFault::NoRandom),
        Refusal::Encrypt(WriteFault::LimitReached {
            limit: "kdf_iterations",
            allowed: 10_000_000,
            seen: 0,
        }),
    ];
    let mut all: Vec<Failure> = refusals.into_iter().map(Failure::NotRequested).collect();
    all.push(Failure::NotARequest {
        name: "order.txt".to_owned(),
    });
    all
}
