//! Certificates as files: DER, PEM (RFC 7468), and the chain file that servers read.

use base64ct::{Base64, Encoding as _};

use super::Certificate;

/// Letters of one line of PEM.
const LINE: usize = 64;

impl Certificate {
    /// One PEM block, ending in a line feed.
    pub fn to_pem(&self) -> String {
        pem("CERTIFICATE", &self.der)
    }
}

/// A PEM block with this label.
pub fn pem(label: &str, der: &[u8]) -> String {
    let body = Base64::encode_string(der);
    let mut text = String::with_capacity(body.len() + body.len() / LINE + 2 * label.len() + 40);
    text.push_str(&format!("-----BEGIN {label}-----\n"));
    let mut rest = body.as_str();
    while !rest.is_empty() {
        let (line, after) = rest.split_at_checked(LINE).unwrap_or((rest, ""));
        text.push_str(line);
        text.push('\n');
        rest = after;
    }
    text.push_str(&format!("-----END {label}-----\n"));
    text
}

/// The chain in the order given, leaf first as servers want it (RFC 8446 section 4.4.2).
pub fn full_chain<'a>(certificates: impl IntoIterator<Item = &'a Certificate>) -> String {
    certificates.into_iter().map(Certificate::to_pem).collect()
}

#[cfg(test)]
mod tests {
    use super::pem;

    #[test]
    fn lines_have_64_letters_and_the_last_one_ends() {
        let text = pem("X", &[0; 49]);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            lines,
            [
                "-----BEGIN X-----",
                &"A".repeat(64),
                "AA==",
                "-----END X-----"
            ]
        );
        assert!(text.ends_with("-----\n"));
        assert_eq!(pem("X", &[]), "-----BEGIN X-----\n-----END X-----\n");
    }
}
