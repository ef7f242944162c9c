//! Certificates as files: DER, PEM (RFC 7468), and the chain file that servers read.

use base64ct::{Base64, Encoding as _};
use zeroize::Zeroizing;

use super::Certificate;

/// Letters of one line of PEM.
const LINE: usize = 64;
/// Bytes that fill a line.
const LINE_BYTES: usize = LINE / 4 * 3;

impl Certificate {
    /// One PEM block, ending in a line feed.
    pub fn to_pem(&self) -> String {
        pem("CERTIFICATE", &self.der)
    }
}

/// A PEM block with this label.
pub fn pem(label: &str, der: &[u8]) -> String {
    let mut text = String::with_capacity(pem_bytes(label, der));
    write_pem(label, der, &mut text);
    text
}

/// A PEM block around a private key; no copy of it stays in memory.
pub fn secret_pem(label: &str, der: &[u8]) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(pem_bytes(label, der)));
    write_pem(label, der, &mut text);
    text
}

/// Bytes of a PEM block, so that writing it never grows the text and leaves pieces behind.
fn pem_bytes(label: &str, der: &[u8]) -> usize {
    let lines = der.len().div_ceil(LINE_BYTES);
    2 * label.len() + 40 + lines * (LINE + 1)
}

fn write_pem(label: &str, der: &[u8], text: &mut String) {
    text.extend(["-----BEGIN ", label, "-----\n"]);
    let mut line = Zeroizing::new([0; LINE]);
    for bytes in der.chunks(LINE_BYTES) {
        // The line has room for what a chunk makes.
        text.push_str(Base64::encode(bytes, &mut *line).unwrap_or_default());
        text.push('\n');
    }
    text.extend(["-----END ", label, "-----\n"]);
}

/// The chain in the order given, leaf first as servers want it (RFC 8446 section 4.4.2).
pub fn full_chain<'a>(certificates: impl IntoIterator<Item = &'a Certificate>) -> String {
    certificates.into_iter().map(Certificate::to_pem).collect()
}

#[cfg(test)]
mod tests {
    use super::{pem, pem_bytes, secret_pem};

    #[test]
    fn a_secret_block_is_the_same_and_never_grows() {
        for length in [0, 1, 47, 48, 49, 1_200] {
            let der = vec![7; length];
            let secret = secret_pem("PRIVATE KEY", &der);
            assert_eq!(*secret, pem("PRIVATE KEY", &der));
            assert!(secret.len() <= pem_bytes("PRIVATE KEY", &der));
            assert_eq!(secret.capacity(), pem_bytes("PRIVATE KEY", &der));
        }
    }

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
