//! What is said of a subject, field by field.

use certwright::core::csr::spec::Spec;
use certwright::core::csr::subject::{fields, is_email, judge};
use certwright::core::csr::{Subject, country};
use certwright::core::x509::ValidationLevel;

use super::{field, plain};

const ORGANISATION: &str = "2.5.4.10";

fn ids(spec: &Spec, level: ValidationLevel) -> Vec<(Option<usize>, &'static str)> {
    let faults = judge(spec, level);
    faults
        .iter()
        .map(|fault| (fault.field, fault.finding.id().name()))
        .collect()
}

/// What is said of one field beside a good common name, at OV with all it needs.
fn of_field(oid: &'static str, value: &str) -> Vec<&'static str> {
    let mut spec = plain(&["shop.example.com"]);
    let good = [
        field("2.5.4.6", "CN"),
        field("2.5.4.7", "北京"),
        field(ORGANISATION, "示例有限公司"),
    ];
    let others = good.into_iter().filter(|other| other.oid != oid);
    spec.subject.0.extend(others);
    spec.subject.0.push(field(oid, value));
    let said = ids(&spec, ValidationLevel::Organization);
    said.into_iter().map(|(_, id)| id).collect()
}

#[test]
fn each_field_is_judged_by_its_own_rules() {
    let long = |count: usize| "x".repeat(count);
    let none: &[&str] = &[];
    for (oid, value, expected) in [
        (ORGANISATION, "示例有限公司", none),
        (ORGANISATION, "", &["subject_value_empty"]),
        (ORGANISATION, "   ", &["subject_value_empty"]),
        (ORGANISATION, " Example", &["subject_spaces_around"]),
        (
            ORGANISATION,
            "Ex\u{200b}ample",
            &["subject_hidden_characters"],
        ),
        (
            ORGANISATION,
            "Ex\u{202e}ample",
            &["subject_hidden_characters"],
        ),
        (ORGANISATION, "Ex\u{7}ample", &["subject_hidden_characters"]),
        (
            ORGANISATION,
            "Internet Widgits Pty Ltd",
            &["subject_placeholder"],
        ),
        (ORGANISATION, ".", &["subject_placeholder"]),
        (ORGANISATION, "Unknown", &["subject_placeholder"]),
        ("2.5.4.8", "Some-State", &["subject_placeholder"]),
        ("2.5.4.7", "Default City", &["subject_placeholder"]),
        ("2.5.4.6", "XX", &["subject_placeholder"]),
        ("2.5.4.6", "UK", &["subject_country_unknown"]),
        ("2.5.4.6", "cn", &["subject_country_unknown"]),
        ("2.5.4.6", "NA", none),
        (ORGANISATION, long(64).as_str(), none),
        (ORGANISATION, long(65).as_str(), &["subject_value_too_long"]),
        (ORGANISATION, "好".repeat(64).as_str(), none),
        ("2.5.4.7", long(129).as_str(), &["subject_value_too_long"]),
        ("2.5.4.11", "IT", &["subject_unit_present"]),
        ("2.5.4.12", "Dr", &["subject_field_not_issued"]),
        (
            "1.2.840.113549.1.9.1",
            "nobody",
            &["subject_email_malformed", "subject_field_not_issued"],
        ),
    ] {
        assert_eq!(of_field(oid, value), expected, "{oid} {value:?}");
    }
}

#[test]
fn fields_that_a_level_needs_are_missed() {
    let spec = plain(&["shop.example.com"]);
    assert_eq!(ids(&spec, ValidationLevel::Domain), []);
    for level in [
        ValidationLevel::Individual,
        ValidationLevel::Organization,
        ValidationLevel::Extended,
    ] {
        assert_eq!(ids(&spec, level), [(None, "subject_field_missing")]);
        let mut whole = spec.clone();
        let needs = fields(level).iter().filter(|need| need.is_required);
        whole.subject.0.extend(needs.map(|need| {
            let is_country = matches!(need.oid, "2.5.4.6" | "1.3.6.1.4.1.311.60.2.1.3");
            field(need.oid, if is_country { "DE" } else { "Value" })
        }));
        assert_eq!(ids(&whole, level), [(None, "subject_field_missing")]);
        // Of state and locality one is enough.
        whole.subject.0.push(field("2.5.4.7", "Berlin"));
        assert_eq!(ids(&whole, level), [], "{level:?}");
    }
}

#[test]
fn the_common_name_must_be_one_of_the_names() {
    let mut spec = plain(&["shop.example.com", "北京.cn"]);
    for (common_name, expected) in [
        ("shop.example.com", None),
        ("Shop.Example.Com", None),
        ("xn--1lq90i.cn", None),
        ("other.example.com", Some("common_name_not_in_names")),
    ] {
        spec.subject = Subject(vec![field("2.5.4.3", common_name)]);
        let said = ids(&spec, ValidationLevel::Domain);
        let said: Vec<&str> = said.into_iter().map(|(_, id)| id).collect();
        assert_eq!(said, Vec::from_iter(expected), "{common_name}");
    }
    spec.subject = Subject::default();
    let said = ids(&spec, ValidationLevel::Domain);
    assert_eq!(said, [(None, "subject_common_name_missing")]);
    spec.subject = Subject(vec![field("2.5.4.3", &"x".repeat(65))]);
    let said = ids(&spec, ValidationLevel::Domain);
    assert!(said.contains(&(Some(0), "subject_value_too_long")));
}

#[test]
fn addresses_and_countries_are_told_from_others() {
    for good in ["a@b.example", "first.last+tag@mail.example.com"] {
        assert!(is_email(good), "{good}");
    }
    for bad in ["", "a", "@b", "a@", "a@b..c", "a b@c.d", "a@b@c", "ü@b.c"] {
        assert!(!is_email(bad), "{bad}");
    }
    assert_eq!(country::CODES.len(), 249);
}
