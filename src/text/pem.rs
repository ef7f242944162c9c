//! PEM as it is written: 64 characters a line, LF, a final newline (RFC 7468 section 2).

use base64ct::{Base64, Encoding as _};

const LINE: usize = 64;

/// One PEM block.
pub fn encode(label: &str, der: &[u8]) -> String {
    let text = Base64::encode_string(der);
    let mut out = format!("-----BEGIN {label}-----\n");
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let (line, after) = rest.split_at_checked(LINE).unwrap_or((rest, ""));
        out.push_str(line);
        out.push('\n');
        rest = after;
    }
    out.push_str(&format!("-----END {label}-----\n"));
    out
}

#[cfg(test)]
mod tests {
    use super::encode;

    #[test]
    fn lines_are_64_characters() {
        let pem = encode("CERTIFICATE", &[7; 100]);
        let lines: Vec<&str> = pem.lines().collect();
        assert_eq!(lines.first(), Some(&"-----BEGIN CERTIFICATE-----"));
        assert_eq!(lines.get(1).map(|line| line.len()), Some(64));
        assert!(pem.ends_with("-----END CERTIFICATE-----\n"));
        assert_eq!(encode("X", &[0; 48]).lines().count(), 3);
    }
}
