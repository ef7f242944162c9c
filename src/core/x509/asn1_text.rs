//! ASN.1 strings and times as text and moments, read as leniently as certificates in the wild need it.

use super::der::{Value, tag};
use crate::core::time::{DAY_SECS, Moment};

/// Text of a string type (RFC 5280 section 4.1.2.4 and the older ones); `None` when the value is no string.
/// Bytes that do not fit the type become U+FFFD; T61String is read as Latin-1, as browsers do, or GBK.
pub fn text(value: &Value<'_>) -> Option<String> {
    if value.class != super::der::Class::Universal {
        return None;
    }
    match value.tag {
        tag::UTF8_STRING
        | tag::NUMERIC_STRING
        | tag::PRINTABLE_STRING
        | tag::IA5_STRING
        | tag::GENERAL_STRING
        | tag::GRAPHIC_STRING
        | tag::VISIBLE_STRING => Some(utf8(value.content)),
        tag::T61_STRING => Some(eight_bit(value.content)),
        tag::BMP_STRING => Some(utf16(value.content)),
        tag::UNIVERSAL_STRING => Some(utf32(value.content)),
        _ => None,
    }
}

/// UTF-8 where it is, else what issuers meant who wrote 8-bit letters into ASCII types.
pub fn utf8(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => eight_bit(bytes),
    }
}

/// Latin-1, or GBK where all letters beyond ASCII come in pairs of GB 2312, as Chinese issuers wrote them.
fn eight_bit(bytes: &[u8]) -> String {
    if is_gb2312(bytes) {
        let (text, _) = encoding_rs::GBK.decode_without_bom_handling(bytes);
        return text.into_owned();
    }
    bytes.iter().copied().map(char::from).collect()
}

/// Whether bytes beyond ASCII come in pairs of the rows that GB 2312 fills with Chinese characters.
fn is_gb2312(bytes: &[u8]) -> bool {
    let mut rest = bytes.iter();
    let mut pairs = 0;
    while let Some(byte) = rest.next() {
        if byte.is_ascii() {
            continue;
        }
        let is_pair = matches!(byte, 0xb0..=0xf7) && rest.next().is_some_and(|next| *next >= 0xa1);
        if !is_pair {
            return false;
        }
        pairs += 1;
    }
    pairs >= 2
}

fn utf16(bytes: &[u8]) -> String {
    let units = bytes.chunks(2).map(|pair| match pair {
        [high, low] => u16::from_be_bytes([*high, *low]),
        _ => 0xfffd,
    });
    char::decode_utf16(units)
        .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

fn utf32(bytes: &[u8]) -> String {
    bytes
        .chunks(4)
        .map(|four| {
            let code = <[u8; 4]>::try_from(four).map(u32::from_be_bytes);
            code.ok()
                .and_then(char::from_u32)
                .unwrap_or(char::REPLACEMENT_CHARACTER)
        })
        .collect()
}

/// The moment of a UTCTime or GeneralizedTime (RFC 5280 section 4.1.2.5). Missing seconds, fractions and
/// offsets, which older issuers wrote, are read too.
pub fn moment(value: &Value<'_>) -> Option<Moment> {
    if value.is(tag::UTC_TIME) {
        let (year, rest) = number(value.content, 2)?;
        let year = if year >= 50 { 1900 + year } else { 2000 + year };
        return rest_of_moment(year, rest);
    }
    if value.is(tag::GENERALIZED_TIME) {
        let (year, rest) = number(value.content, 4)?;
        return rest_of_moment(year, rest);
    }
    None
}

fn rest_of_moment(year: i64, rest: &[u8]) -> Option<Moment> {
    let (month, rest) = number(rest, 2)?;
    let (day, rest) = number(rest, 2)?;
    let (hour, rest) = number(rest, 2)?;
    let (minute, rest) = number(rest, 2)?;
    let (second, rest) = number(rest, 2).unwrap_or((0, rest));
    let is_real = (1..=12).contains(&month)
        && (1..=days_of_month(year, month)).contains(&day)
        && hour < 24
        && minute < 60
        && second < 60;
    let offset = offset_secs(without_fraction(rest))?;
    let days = days_since_1970(year, month, day);
    is_real.then(|| Moment(days * DAY_SECS + hour * 3600 + minute * 60 + second - offset))
}

/// A decimal number of exactly this many digits, and what follows it.
fn number(bytes: &[u8], digits: usize) -> Option<(i64, &[u8])> {
    let (digits, rest) = bytes.split_at_checked(digits)?;
    let mut sum = 0;
    for digit in digits {
        if !digit.is_ascii_digit() {
            return None;
        }
        sum = sum * 10 + i64::from(digit - b'0');
    }
    Some((sum, rest))
}

fn without_fraction(bytes: &[u8]) -> &[u8] {
    match bytes.split_first() {
        Some((b'.' | b',', fraction)) => {
            let digits = fraction.iter().take_while(|byte| byte.is_ascii_digit());
            fraction.get(digits.count()..).unwrap_or_default()
        }
        _ => bytes,
    }
}

/// Seconds that a zone is ahead of UTC; no zone at all counts as UTC.
fn offset_secs(zone: &[u8]) -> Option<i64> {
    let (sign, digits) = match zone.split_first() {
        None => return Some(0),
        Some((b'Z', [])) => return Some(0),
        Some((b'+', digits)) => (1, digits),
        Some((b'-', digits)) => (-1, digits),
        Some(_) => return None,
    };
    let (hours, rest) = number(digits, 2)?;
    let (minutes, rest) = number(rest, 2)?;
    rest.is_empty()
        .then_some(sign * (hours * 3600 + minutes * 60))
}

fn days_of_month(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Days of the proleptic Gregorian calendar; years begin in March so that the leap day comes last.
fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    let day_of_year = (153 * month + 2) / 5 + day - 1;
    year * 365 + leap_days + day_of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::super::der::Reader;
    use super::{moment, text};

    fn time(tag: u8, digits: &str) -> Option<String> {
        let mut der = vec![tag, u8::try_from(digits.len()).unwrap()];
        der.extend(digits.as_bytes());
        let value = Reader::new(&der).next().unwrap();
        moment(&value).map(|moment| moment.to_string())
    }

    #[test]
    fn times_are_read_from_year_0_to_9999() {
        assert_eq!(
            time(23, "491231235959Z").as_deref(),
            Some("2049-12-31T23:59:59Z")
        );
        assert_eq!(
            time(23, "500101000000Z").as_deref(),
            Some("1950-01-01T00:00:00Z")
        );
        assert_eq!(
            time(24, "00000101000000Z").as_deref(),
            Some("0000-01-01T00:00:00Z")
        );
        assert_eq!(
            time(24, "20000229120000Z").as_deref(),
            Some("2000-02-29T12:00:00Z")
        );
        assert!(time(24, "99991231235959Z").is_some());
        assert_eq!(
            time(23, "2611231042+0800").as_deref(),
            Some("2026-11-23T02:42:00Z")
        );
        assert_eq!(time(24, "20260230000000Z"), None);
        assert_eq!(time(24, "2026"), None);
    }

    #[test]
    fn string_types_are_read() {
        let read = |der: &[u8]| text(&Reader::new(der).next().unwrap());
        assert_eq!(read(b"\x1e\x04\x4e\x2d\x56\xfd").as_deref(), Some("中国"));
        assert_eq!(read(b"\x14\x03M\xfcn").as_deref(), Some("Mün"));
        assert_eq!(read(b"\x1c\x04\x00\x01\xf6\x00").as_deref(), Some("😀"));
        assert_eq!(read(b"\x1e\x03\x4e\x2d\x56").as_deref(), Some("中\u{fffd}"));
        assert_eq!(read(b"\x02\x01\x05"), None);
    }
}
