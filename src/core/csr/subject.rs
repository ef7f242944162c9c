//! The subject of a request: which fields a level of validation takes, and what a CA refuses in them.

use super::country;
use super::spec::{AltName, Spec, SubjectField};
use crate::core::finding::{Finding, RequestFact, Severity};
use crate::core::x509::name::{COMMON_NAME, ORGANIZATION, ORGANIZATIONAL_UNIT};
use crate::core::x509::{ValidationLevel, a_labels};

/// countryName.
pub const COUNTRY: &str = "2.5.4.6";
/// stateOrProvinceName.
pub const STATE: &str = "2.5.4.8";
/// localityName.
pub const LOCALITY: &str = "2.5.4.7";
/// serialNumber; in EV certificates the registration number.
pub const SERIAL_NUMBER: &str = "2.5.4.5";
/// businessCategory.
pub const BUSINESS_CATEGORY: &str = "2.5.4.15";
/// emailAddress (PKCS#9).
pub const EMAIL: &str = "1.2.840.113549.1.9.1";
/// domainComponent.
pub const DOMAIN_COMPONENT: &str = "0.9.2342.19200300.100.1.25";
/// givenName.
pub const GIVEN_NAME: &str = "2.5.4.42";
/// surname.
pub const SURNAME: &str = "2.5.4.4";
/// Country in which an organisation is registered (EV Guidelines 9.2.4).
pub const JURISDICTION_COUNTRY: &str = "1.3.6.1.4.1.311.60.2.1.3";
/// State or province in which it is registered.
pub const JURISDICTION_STATE: &str = "1.3.6.1.4.1.311.60.2.1.2";
/// Locality in which it is registered.
pub const JURISDICTION_LOCALITY: &str = "1.3.6.1.4.1.311.60.2.1.1";

/// A field of a form, and whether the level asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldNeed {
    /// Dotted OID.
    pub oid: &'static str,
    /// Whether a certificate of the level must have it.
    pub is_required: bool,
}

const fn needed(oid: &'static str) -> FieldNeed {
    FieldNeed {
        oid,
        is_required: true,
    }
}

const fn free(oid: &'static str) -> FieldNeed {
    FieldNeed {
        oid,
        is_required: false,
    }
}

/// The fields that certificates of a level carry, in the order of a form (CA/B Forum BR 7.1.2.7.2 to 7.1.2.7.5,
/// EV Guidelines 7.1.4.2). Of state and locality one is enough.
pub const fn fields(level: ValidationLevel) -> &'static [FieldNeed] {
    match level {
        ValidationLevel::Domain => &DOMAIN,
        ValidationLevel::Individual => &INDIVIDUAL,
        ValidationLevel::Organization => &ORGANISATION,
        ValidationLevel::Extended => &EXTENDED,
    }
}

const DOMAIN: [FieldNeed; 1] = [free(COMMON_NAME)];
const INDIVIDUAL: [FieldNeed; 6] = [
    needed(COUNTRY),
    free(STATE),
    free(LOCALITY),
    needed(GIVEN_NAME),
    needed(SURNAME),
    free(COMMON_NAME),
];
const ORGANISATION: [FieldNeed; 5] = [
    needed(COUNTRY),
    free(STATE),
    free(LOCALITY),
    needed(ORGANIZATION),
    free(COMMON_NAME),
];
const EXTENDED: [FieldNeed; 10] = [
    needed(BUSINESS_CATEGORY),
    needed(JURISDICTION_COUNTRY),
    free(JURISDICTION_STATE),
    free(JURISDICTION_LOCALITY),
    needed(SERIAL_NUMBER),
    needed(COUNTRY),
    free(STATE),
    free(LOCALITY),
    needed(ORGANIZATION),
    free(COMMON_NAME),
];

/// What is wrong with a subject, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectFault {
    /// Number of the field; `None` when it concerns the subject as a whole.
    pub field: Option<usize>,
    /// What is wrong.
    pub finding: Finding,
}

/// Judges a subject for a level of validation. [`ValidationLevel::Domain`] asks for no field at all, so its
/// errors are errors everywhere.
pub fn judge(spec: &Spec, level: ValidationLevel) -> Vec<SubjectFault> {
    let mut faults = Vec::new();
    for (index, field) in spec.subject.0.iter().enumerate() {
        let facts = field_facts(field, level);
        faults.extend(facts.into_iter().map(|fact| SubjectFault {
            field: Some(index),
            finding: Finding::new(fact),
        }));
    }
    faults.extend(missing(spec, level));
    faults.extend(common_name(spec));
    faults
}

/// The errors of [`judge`] that hold at every level.
pub fn errors(spec: &Spec) -> impl Iterator<Item = Finding> {
    judge(spec, ValidationLevel::Domain)
        .into_iter()
        .map(|fault| fault.finding)
        .filter(|finding| finding.severity == Severity::Error)
}

fn field_facts(field: &SubjectField, level: ValidationLevel) -> Vec<RequestFact> {
    let SubjectField { oid, value } = field;
    let (oid, value) = (oid.to_string(), value.clone());
    if value.trim().is_empty() {
        return vec![RequestFact::FieldEmpty { field: oid }];
    }
    let mut facts = Vec::new();
    if value.chars().any(is_hidden) {
        facts.push(RequestFact::FieldHidden {
            field: oid.clone(),
            value: value.clone(),
        });
    }
    if value.trim() != value {
        facts.push(RequestFact::FieldSpaces {
            field: oid.clone(),
            value: value.clone(),
        });
    }
    facts.extend(bound_fact(&oid, &value));
    if is_placeholder(&oid, value.trim()) {
        facts.push(RequestFact::FieldPlaceholder { field: oid, value });
        return facts;
    }
    facts.extend(content_fact(&oid, &value));
    let is_issued = fields(level).iter().any(|need| need.oid == oid);
    if oid == ORGANIZATIONAL_UNIT {
        facts.push(RequestFact::UnitPresent { value });
    } else if !is_issued {
        facts.push(RequestFact::FieldNotIssued { field: oid, level });
    }
    facts
}

fn bound_fact(oid: &str, value: &str) -> Option<RequestFact> {
    let characters = value.chars().count();
    let most = upper_bound(oid)?;
    (characters > most).then(|| RequestFact::FieldTooLong {
        field: oid.to_owned(),
        characters,
        most,
    })
}

fn content_fact(oid: &str, value: &str) -> Option<RequestFact> {
    let value = value.to_owned();
    match oid {
        COUNTRY | JURISDICTION_COUNTRY if !country::is_code(&value) => {
            Some(RequestFact::CountryUnknown { value })
        }
        EMAIL if !is_email(&value) => Some(RequestFact::EmailMalformed { value }),
        _ => None,
    }
}

/// The most characters of an attribute (RFC 5280 appendix A.1, X.520 annex C); `None` where no bound is known.
pub fn upper_bound(oid: &str) -> Option<usize> {
    Some(match oid {
        COMMON_NAME | ORGANIZATION | ORGANIZATIONAL_UNIT | SERIAL_NUMBER => 64,
        STATE | LOCALITY | BUSINESS_CATEGORY | JURISDICTION_STATE | JURISDICTION_LOCALITY => 128,
        // Ballot SC-062 lifted the bounds of personal names from 16 and 40 to the ones of X.520.
        GIVEN_NAME | SURNAME => 64,
        EMAIL => 255,
        _ => return None,
    })
}

/// Characters that change what is seen, or that nobody sees: controls, marks of direction, zero width.
pub fn is_hidden(char: char) -> bool {
    char.is_control()
        || matches!(char, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Values that openssl's and keytool's questions leave behind, and marks for "none" (BR 7.1.2.7.4 forbids
/// values that only say that there is none).
fn is_placeholder(oid: &str, value: &str) -> bool {
    const ANYWHERE: [&str; 13] = [
        "some-state",
        "internet widgits pty ltd",
        "default city",
        "default company ltd",
        "unknown",
        "none",
        "n/a",
        "na",
        "null",
        "nil",
        "test",
        "undefined",
        "not applicable",
    ];
    let is_mark = !value.chars().any(char::is_alphanumeric);
    let lower = value.to_lowercase();
    let is_country = matches!(oid, COUNTRY | JURISDICTION_COUNTRY);
    // `NA` is Namibia, and a host may be called test.
    is_mark
        || is_country && lower == "xx"
        || !is_country && oid != COMMON_NAME && ANYWHERE.contains(&lower.as_str())
}

/// Whether a text is an e-mail address as far as its shape goes.
pub fn is_email(text: &str) -> bool {
    let Some((local, host)) = text.rsplit_once('@') else {
        return false;
    };
    let is_plain = |part: &str| {
        !part.is_empty()
            && part.bytes().all(|byte| byte.is_ascii_graphic())
            && !part.contains(['@', ',', ';', '<', '>', '(', ')', '[', ']', '\\', '"'])
    };
    is_plain(local) && is_plain(host) && host.split('.').all(|label| !label.is_empty())
}

/// Required fields that are not there; of state and locality one must be.
fn missing(spec: &Spec, level: ValidationLevel) -> Option<SubjectFault> {
    let needs = fields(level);
    let is_there = |oid: &str| spec.subject.value_of(oid).is_some();
    let mut absent: Vec<String> = needs
        .iter()
        .filter(|need| need.is_required && !is_there(need.oid))
        .map(|need| need.oid.to_owned())
        .collect();
    let asks_place = needs.iter().any(|need| need.oid == LOCALITY);
    if asks_place && !is_there(STATE) && !is_there(LOCALITY) {
        absent.extend([STATE.to_owned(), LOCALITY.to_owned()]);
    }
    (!absent.is_empty()).then(|| SubjectFault {
        field: None,
        finding: Finding::new(RequestFact::FieldMissing {
            fields: absent,
            level,
        }),
    })
}

/// The common name must be among the names (BR 7.1.4.3).
fn common_name(spec: &Spec) -> Option<SubjectFault> {
    let mut fields = spec.subject.0.iter();
    let index = fields.rposition(|field| field.oid == COMMON_NAME);
    let Some(index) = index else {
        return Some(SubjectFault {
            field: None,
            finding: Finding::new(RequestFact::CommonNameMissing {}),
        });
    };
    let common_name = spec.subject.value_of(COMMON_NAME)?;
    let names: Vec<String> = spec.names.iter().filter_map(host_of).collect();
    if names.is_empty() || common_name.trim().is_empty() {
        return None;
    }
    let wanted = a_labels(common_name.trim());
    let is_name = names.iter().any(|name| *a_labels(name) == *wanted);
    (!is_name).then(|| SubjectFault {
        field: Some(index),
        finding: Finding::new(RequestFact::CommonNameNotInNames {
            common_name: common_name.to_owned(),
            names,
        }),
    })
}

/// The name of a host, as text.
pub(super) fn host_of(name: &AltName) -> Option<String> {
    match name {
        AltName::Dns(name) => Some(name.clone()),
        AltName::Ip(address) => Some(address.to_string()),
        _ => None,
    }
}
