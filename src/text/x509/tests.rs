//! Words for certificates: every label, term and identifier, in both languages.

use std::collections::HashSet;

use super::*;
use crate::core::x509::details::{Label, LineValue, Term};
use crate::text::Lang;

fn has_han(text: &str) -> bool {
    text.chars().any(crate::text::prose::is_han)
}

#[test]
fn every_label_has_words_of_its_own_in_both_languages() {
    for lang in Lang::ALL {
        let mut seen = HashSet::new();
        for one in Label::ALL {
            let words = label(lang, one, Oids::Hidden);
            let is_shared = matches!(one, Label::Purposes | Label::KeyLength | Label::KeySize);
            assert!(seen.insert(words.clone()) || is_shared, "{one:?}: {words}");
            assert_eq!(has_han(&words), lang == Lang::Zh, "{one:?}: {words}");
        }
    }
}

#[test]
fn terms_are_worded_and_unknown_ones_stay_numbers() {
    assert_eq!(term(Lang::En, Term::KeyUsage(2)), "key encipherment");
    assert_eq!(term(Lang::Zh, Term::KeyUsage(5)), "证书签名");
    assert_eq!(
        term(Lang::En, Term::TlsFeature(5)),
        "an OCSP answer (must-staple)"
    );
    assert_eq!(term(Lang::En, Term::TlsFeature(99)), "99");
    let both = LineValue::Terms(vec![Term::KeyUsage(0), Term::KeyUsage(2)]);
    assert_eq!(value(Lang::Zh, &both, Oids::Hidden), "数字签名、密钥加密");
}

#[test]
fn identifiers_show_their_number_when_asked() {
    let server = LineValue::Oid("1.3.6.1.5.5.7.3.1".into());
    assert_eq!(
        value(Lang::En, &server, Oids::Hidden),
        "server authentication"
    );
    assert_eq!(
        value(Lang::Zh, &server, Oids::Shown),
        "服务器身份验证 (1.3.6.1.5.5.7.3.1)"
    );
    let nobody = LineValue::Oid("1.3.6.1.4.1.55555.3".into());
    assert_eq!(value(Lang::En, &nobody, Oids::Shown), "1.3.6.1.4.1.55555.3");
    let algorithm = LineValue::Oid("1.2.840.10045.4.3.2".into());
    assert_eq!(value(Lang::Zh, &algorithm, Oids::Hidden), "ecdsaWithSHA256");
}

#[test]
fn hidden_characters_of_foreign_text_are_spelt_out() {
    let hostile = LineValue::Text("a\u{202e}b\0".into());
    assert_eq!(
        value(Lang::En, &hostile, Oids::Hidden),
        "a‹U+202E›b‹U+0000›"
    );
}

#[test]
fn long_values_are_cut_and_say_so() {
    let long = LineValue::Hex(vec![0xab; 10_000].into());
    assert!(value(Lang::En, &long, Oids::Hidden).ends_with("… and 1808 bytes more"));
    let long = LineValue::Text("x".repeat(1 << 20));
    assert!(value(Lang::Zh, &long, Oids::Hidden).len() < 20_000);
}

#[test]
fn extensions_are_summed_up_in_one_line() {
    let pem = include_str!("../../../assets/sample/root.pem");
    let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    let der = <base64ct::Base64 as base64ct::Encoding>::decode_vec(&body).unwrap();
    let root = crate::core::x509::Certificate::parse(&der).unwrap();
    let details = crate::core::x509::details::Details::decode(&root);
    let says = |oid: &str, lang| {
        let extension = details
            .extensions
            .iter()
            .find(|one| one.oid == oid)
            .unwrap();
        summary(lang, extension)
    };
    assert_eq!(says("2.5.29.19", Lang::En), "CA");
    assert_eq!(says("2.5.29.15", Lang::Zh), "证书签名、CRL 签名");
}
