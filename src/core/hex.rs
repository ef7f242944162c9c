//! Hexadecimal digits.

/// The octets that pairs of digits stand for; `None` for an odd number of them and for anything else.
pub fn read(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = text
        .chars()
        .map(|digit| {
            digit
                .to_digit(16)
                .and_then(|value| u8::try_from(value).ok())
        })
        .collect();
    let digits = digits.filter(|digits| digits.len() % 2 == 0)?;
    let pairs = digits.chunks_exact(2);
    Some(
        pairs
            .map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit))
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn pairs_of_digits_are_octets() {
        assert_eq!(read("00fFA0"), Some(vec![0, 0xff, 0xa0]));
        assert_eq!(read(""), Some(Vec::new()));
        for text in ["0", "0g", "0x", "\u{ff11}\u{ff11}"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
