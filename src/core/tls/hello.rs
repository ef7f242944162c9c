//! What a client says first (RFC 8446 section 4.1.2, RFC 5246 section 7.4.1.2, RFC 6101 section 5.6.1.2), in our own
//! bytes: libraries do not offer what is old, and want to offer more than one version at once.

use super::{Suite, Version};

/// Suites in one hello at most: some servers read no more.
pub const HELLO_SUITES: usize = 128;

/// A ClientHello for one version alone, that of [`Hello::version`] and no newer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hello {
    /// The version.
    pub version: Version,
    /// What is offered, the favourite first; no more than [`HELLO_SUITES`] are sent.
    pub suites: Vec<Suite>,
    /// The name of the server (SNI, RFC 6066 section 3), in ASCII.
    pub name: Option<String>,
    /// Application protocols (RFC 7301).
    pub alpn: Vec<String>,
    /// Bytes of chance.
    pub random: [u8; 32],
    /// Bytes of chance that stand for a public key of X25519 (RFC 7748 section 5: any 32 bytes are one).
    pub share: [u8; 32],
    /// Whether it comes without extensions, for servers that choke on them; always so with SSL 3.0, never so with
    /// TLS 1.3, which lives of them.
    pub is_bare: bool,
}

/// Curves and groups (IANA, TLS Supported Groups), those that are common first.
const GROUPS: [u16; 22] = [
    29, 23, 24, 25, 30, 256, 257, 258, 259, 260, 26, 27, 28, 31, 32, 33, 41, 22, 21, 19, 14, 13,
];

/// Ways to sign (IANA, TLS SignatureScheme), old ones included: ECDSA, EdDSA, RSA-PSS, RSA, DSA; SHA-2, SHA-1, MD5;
/// Brainpool, SM2 and GOST.
const SIGNATURES: [u16; 34] = [
    0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0804, 0x0805, 0x0806, 0x0809, 0x080A, 0x080B, 0x0401,
    0x0501, 0x0601, 0x081A, 0x081B, 0x081C, 0x0303, 0x0301, 0x0203, 0x0201, 0x0402, 0x0502, 0x0602,
    0x0302, 0x0202, 0x0101, 0x0708, 0x0709, 0x070A, 0x0840, 0x0841, 0xEEEE, 0xEFEF,
];

/// Types of extensions (IANA, TLS ExtensionType Values).
mod extension {
    pub const SERVER_NAME: u16 = 0;
    pub const STATUS_REQUEST: u16 = 5;
    pub const GROUPS: u16 = 10;
    pub const POINT_FORMATS: u16 = 11;
    pub const SIGNATURES: u16 = 13;
    pub const ALPN: u16 = 16;
    pub const PADDING: u16 = 21;
    pub const VERSIONS: u16 = 43;
    pub const KEY_SHARE: u16 = 51;
    pub const RENEGOTIATION: u16 = 0xFF01;
}

impl Hello {
    /// The hello as it goes over the wire, in one record.
    pub fn bytes(&self) -> Vec<u8> {
        let message = self.message();
        // Old servers refuse a record that is newer than they are (RFC 8446 section 5.1, RFC 5246 appendix E.1).
        let record = self.version.min(Version::Tls10).number();
        let mut bytes = vec![22];
        bytes.extend(record.to_be_bytes());
        bytes.extend(counted16(&message));
        bytes
    }

    fn message(&self) -> Vec<u8> {
        let mut body: Vec<u8> = Vec::new();
        body.extend(self.version.min(Version::Tls12).number().to_be_bytes());
        body.extend(self.random);
        // TLS 1.3 through old boxes on the way wants a session (RFC 8446 appendix D.4).
        match self.version {
            Version::Tls13 => body.extend(counted8(&self.random)),
            _ => body.push(0),
        }
        let suites = self.suites.iter().take(HELLO_SUITES);
        let mut suites: Vec<u8> = suites.flat_map(|suite| suite.0.to_be_bytes()).collect();
        if self.is_bare() && self.version > Version::Ssl3 {
            // Without extensions this says what the empty one of renegotiation says (RFC 5746 section 3.3).
            suites.extend([0x00, 0xFF]);
        }
        body.extend(counted16(&suites));
        body.extend([1, 0]);
        if !self.is_bare() {
            // 4 bytes of the message's own head, and 2 of the count.
            let extensions = self.extensions(body.len() + 6);
            body.extend(counted16(&extensions));
        }
        let mut message = vec![1];
        message.extend(counted24(&body));
        message
    }

    fn is_bare(&self) -> bool {
        match self.version {
            Version::Ssl3 => true,
            Version::Tls13 => false,
            _ => self.is_bare,
        }
    }

    /// All extensions, behind so many bytes of the message.
    fn extensions(&self, before: usize) -> Vec<u8> {
        let mut all: Vec<u8> = Vec::new();
        let mut add = |kind: u16, body: &[u8]| {
            all.extend(kind.to_be_bytes());
            all.extend(counted16(body));
        };
        if let Some(name) = &self.name {
            let mut entry = vec![0];
            entry.extend(counted16(name.as_bytes()));
            add(extension::SERVER_NAME, &counted16(&entry));
        }
        add(extension::RENEGOTIATION, &[0]);
        add(extension::GROUPS, &counted16(&numbers(&GROUPS)));
        add(extension::POINT_FORMATS, &[1, 0]);
        // One kind of answer, of no responder and without extensions: OCSP (RFC 6066 section 8).
        add(extension::STATUS_REQUEST, &[1, 0, 0, 0, 0]);
        if !self.alpn.is_empty() {
            let names = self.alpn.iter();
            let names: Vec<u8> = names.flat_map(|name| counted8(name.as_bytes())).collect();
            add(extension::ALPN, &counted16(&names));
        }
        if self.version >= Version::Tls12 {
            add(extension::SIGNATURES, &counted16(&numbers(&SIGNATURES)));
        }
        if self.version == Version::Tls13 {
            let mut share = 29_u16.to_be_bytes().to_vec();
            share.extend(counted16(&self.share));
            add(
                extension::VERSIONS,
                &counted8(&numbers(&[self.version.number()])),
            );
            add(extension::KEY_SHARE, &counted16(&share));
        }
        // Some boxes hang on hellos of 256 to 511 bytes (RFC 7685 section 1).
        let length = before + all.len();
        if (256..512).contains(&length) {
            let padding = vec![0; 512_usize.saturating_sub(length + 4)];
            all.extend(extension::PADDING.to_be_bytes());
            all.extend(counted16(&padding));
        }
        all
    }
}

fn numbers(all: &[u16]) -> Vec<u8> {
    all.iter().flat_map(|one| one.to_be_bytes()).collect()
}

/// The bytes behind their count of one byte; what does not fit is left out.
fn counted8(bytes: &[u8]) -> Vec<u8> {
    let length = u8::try_from(bytes.len()).unwrap_or(u8::MAX);
    let mut all = vec![length];
    all.extend(bytes.iter().take(usize::from(length)));
    all
}

/// The same with a count of two bytes.
fn counted16(bytes: &[u8]) -> Vec<u8> {
    let length = u16::try_from(bytes.len()).unwrap_or(u16::MAX);
    let mut all = length.to_be_bytes().to_vec();
    all.extend(bytes.iter().take(usize::from(length)));
    all
}

/// The same with a count of three bytes; a hello is never longer than two of them count.
fn counted24(bytes: &[u8]) -> Vec<u8> {
    let mut all = vec![0];
    all.extend(counted16(bytes));
    all
}
