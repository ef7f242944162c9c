//! Values in words. All foreign text goes through `text::foreign`.

use super::Oids;
use crate::core::time::Moment;
use crate::core::x509::details::LineValue;
use crate::core::x509::name::DistinguishedName;
use crate::core::x509::oid as identifiers;
use crate::text::Lang;
use crate::text::foreign::display;
use crate::text::number::{colon_hex, counted, whole};
use crate::text::time;

/// Bytes of one value that are written out; a modulus of 16,384 bits has 2,048.
const BYTES_SHOWN: usize = 8_192;
/// Letters of one foreign text that are shown.
const LETTERS_SHOWN: usize = 2_048;

/// A value as it is shown and copied.
pub fn value(lang: Lang, value: &LineValue, oids: Oids) -> String {
    match value {
        LineValue::None => String::new(),
        LineValue::Count(count) => counted(lang, *count, ("more", "more"), "项"),
        LineValue::Flag(flag) => flag_word(lang, *flag).to_owned(),
        LineValue::Hex(content) => bytes(lang, content),
        LineValue::Millis(millis) => instant(lang, *millis),
        LineValue::Moment(moment) => time::exact(lang, *moment),
        LineValue::Name(name) => distinguished_name(name),
        LineValue::Number(number) => number.to_string(),
        LineValue::Oid(dotted) => oid(lang, dotted, oids),
        LineValue::Plain(text) | LineValue::Text(text) => foreign(lang, text),
        LineValue::Terms(terms) => {
            let words: Vec<_> = terms.iter().map(|term| super::term(lang, *term)).collect();
            words.join(super::between(lang))
        }
    }
}

/// An identifier by its words or technical name; with the number behind it where asked.
pub(super) fn oid(lang: Lang, dotted: &str, oids: Oids) -> String {
    let purpose = crate::text::usage::purpose(lang, dotted);
    let known = super::oid_words(lang, dotted)
        .or_else(|| (purpose != dotted).then_some(&*purpose))
        .or_else(|| identifiers::name(dotted));
    match (known, oids) {
        (None, _) => display(dotted).into_owned(),
        (Some(name), Oids::Hidden) => name.to_owned(),
        (Some(name), Oids::Shown) => format!("{name} ({dotted})"),
    }
}

/// A distinguished name in one line: `C=US, O=Example, CN=example.com`.
pub fn distinguished_name(name: &DistinguishedName) -> String {
    let mut line = String::new();
    for attribute in &name.attributes {
        let separator = match (line.is_empty(), attribute.joined) {
            (true, _) => "",
            (false, true) => " + ",
            (false, false) => ", ",
        };
        let (label, value) = (display(attribute.label()), display(&attribute.value));
        line.push_str(&format!("{separator}{label}={value}"));
    }
    line
}

/// Bytes as upper-case pairs with colons; a long value is cut and says by how much.
pub fn bytes(lang: Lang, content: &[u8]) -> String {
    match content.get(..BYTES_SHOWN) {
        None => colon_hex(content),
        Some(shown) => {
            let more = whole((content.len() - shown.len()) as u64);
            let shown = colon_hex(shown);
            say!(
                lang,
                "{shown}… and {more} bytes more",
                "{shown}… 另有 {more} 字节"
            )
        }
    }
}

fn foreign(lang: Lang, text: &str) -> String {
    match text.char_indices().nth(LETTERS_SHOWN) {
        None => display(text).into_owned(),
        Some((end, _)) => {
            let shown = display(text.get(..end).unwrap_or_default());
            let more = whole((text.len() - end) as u64);
            say!(
                lang,
                "{shown}… and {more} bytes more",
                "{shown}… 另有 {more} 字节"
            )
        }
    }
}

fn flag_word(lang: Lang, flag: bool) -> &'static str {
    match flag {
        true => lang.pick("yes", "是"),
        false => lang.pick("no", "否"),
    }
}

/// A log's timestamp to the second.
fn instant(lang: Lang, millis: u64) -> String {
    let secs = i64::try_from(millis / 1000).unwrap_or(i64::MAX);
    time::exact(lang, Moment(secs))
}
