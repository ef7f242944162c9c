//! Recognition by content, never by name: which certificates, keys and containers the bytes of one file hold.
//! Structure decides; PEM labels are compared afterwards. Linear in the size of the file.

mod armour;
mod bare;
mod base64;
mod block;
mod der;
mod headers;
mod magic;
mod password;
mod pem;
mod structure;
pub(in crate::core) mod text;

use zeroize::Zeroizing;

use crate::core::finding::{Kind, NotOpenedKind};

pub use password::{is_password_file_name, password_candidates};

/// What the bytes of one file turned out to be.
#[derive(Default)]
pub struct Recognition {
    /// The pieces in file order; never empty after [`recognise`].
    pub pieces: Vec<Piece>,
    /// How the text around them is written.
    pub notes: Vec<TextNote>,
}

/// One thing in a file.
pub struct Piece {
    /// Its number among the pieces of the file, from 1.
    pub nth: u32,
    /// Line of the PEM header, from 1; `None` outside PEM.
    pub line: Option<u32>,
    /// PEM label as written.
    pub label: Option<String>,
    /// What it is.
    pub what: What,
}

/// What a piece is, with its own bytes where somebody reads on from them.
pub enum What {
    /// X.509 certificate in DER.
    Certificate(Vec<u8>),
    /// Revocation list in DER.
    Crl(Vec<u8>),
    /// PKCS#10 request in DER.
    Csr(Vec<u8>),
    /// Private key in DER: PKCS#8, PKCS#1 or SEC1.
    Key(Zeroizing<Vec<u8>>),
    /// EncryptedPrivateKeyInfo in DER (RFC 5958 section 3).
    EncryptedPkcs8(Vec<u8>),
    /// `Proc-Type: 4,ENCRYPTED` (RFC 1421 section 4.6.1.1); the label names the key's kind.
    LegacyPemKey {
        /// Value of `DEK-Info`: cipher and IV.
        dek_info: String,
        /// The encrypted bytes.
        bytes: Zeroizing<Vec<u8>>,
    },
    /// PKCS#7 signedData, DER or BER.
    Pkcs7(Vec<u8>),
    /// PKCS#12, DER or BER.
    Pfx(Vec<u8>),
    /// Java keystore, `FEEDFEED`.
    Jks(Vec<u8>),
    /// Java keystore of the JCE kind, `CECECECE`.
    Jceks(Vec<u8>),
    /// SubjectPublicKeyInfo in DER; a bare RSA public key is wrapped into one.
    PublicKey(Vec<u8>),
    /// A zip; its bytes are the whole file.
    Zip,
    /// Recognised, not opened here.
    NotOpened(NotOpenedKind),
    /// Text without anything of the above.
    Text,
    /// No bytes, or only white space.
    Empty,
    /// Recognised, but broken.
    Damaged {
        /// What it should be.
        kind: Kind,
        /// What is wrong, one of the phrases of [`damage`].
        detail: String,
    },
    /// Nothing known.
    NotUnderstood {
        /// The first bytes: printable as they are, otherwise in hex.
        begins: String,
    },
}

/// How the text of a file with PEM in it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextNote {
    /// A UTF-8 byte order mark before a PEM header.
    Bom,
    /// UTF-16.
    Utf16 {
        /// Byte order.
        little_endian: bool,
    },
    /// Lines outside the blocks, and block lines that are indented or quoted.
    ExtraLines(usize),
    /// The label says one thing, the structure another.
    WrongLabel {
        /// Label as written.
        label: String,
        /// What it is.
        kind: Kind,
    },
    /// A header or footer that servers will not accept was understood anyway.
    ArmourRepaired {
        /// What the block holds.
        kind: Kind,
        /// Line of the header, from 1.
        line: u32,
    },
    /// A limit was reached; what lies behind it was not read.
    LimitReached {
        /// Name of the limit.
        limit: &'static str,
        /// Its value.
        allowed: u64,
        /// What the file has.
        seen: u64,
    },
}

/// The phrases of [`What::Damaged`]: fixed words, numbers at the end, so that `text` can translate them.
pub mod damage {
    /// A PEM block without its END line.
    pub const NO_END: &str = "no END line";
    /// A PEM block without its BEGIN line.
    pub const NO_BEGIN: &str = "no BEGIN line";
    /// A PEM block above the size limit.
    pub const TOO_LONG: &str = "PEM block too long";
    /// A PEM block without content.
    pub const NO_CONTENT: &str = "nothing between BEGIN and END";
    /// A binary file that an editor or a mailer took for text: its bytes were replaced.
    pub const SAVED_AS_TEXT: &str = "binary content was saved as text";
    /// A zip without its directory at the end.
    pub const ZIP_NO_DIRECTORY: &str = "no directory at the end";

    /// A character that is not base64, or too few characters, on this line.
    pub fn bad_base64(line: u32) -> String {
        format!("bad base64 in line {line}")
    }

    /// The structure says that more bytes follow than there are.
    pub fn bytes_missing(count: u64) -> String {
        format!("bytes missing: {count}")
    }

    /// The base64 is fine, what it encodes is not.
    pub const NOT_DER: &str = "not DER inside";
}

/// Finds out what the bytes are. Any bytes, linear time, no panic.
pub fn recognise(bytes: &[u8]) -> Recognition {
    recognise_at(bytes, 0)
}

/// As [`recognise`]; `depth` counts the base64 layers already taken off.
fn recognise_at(bytes: &[u8], depth: u32) -> Recognition {
    if let Some(what) = magic::binary(bytes) {
        return Recognition::of(what);
    }
    if let Some(found) = structure::file(bytes) {
        return Recognition::of_all(found);
    }
    let decoded = text::decode(bytes);
    let scanned = pem::scan(decoded.bytes());
    if !scanned.pieces.is_empty() {
        return with_encoding(scanned, &decoded);
    }
    if let Some(found) = bare::read(decoded.bytes(), depth) {
        return with_encoding(found, &decoded);
    }
    Recognition::of(magic::text(decoded.bytes()))
}

fn with_encoding(mut found: Recognition, decoded: &text::Decoded<'_>) -> Recognition {
    if let Some(note) = decoded.note() {
        found.notes.insert(0, note);
    }
    found
}

impl Recognition {
    fn of(what: What) -> Self {
        Self::of_all(vec![what])
    }

    fn of_all(found: Vec<What>) -> Self {
        let mut all = Self::default();
        for what in found {
            all.push(None, None, what);
        }
        all
    }

    fn push(&mut self, line: Option<u32>, label: Option<&str>, what: What) {
        let nth = u32::try_from(self.pieces.len()).map_or(u32::MAX, |held| held.saturating_add(1));
        self.pieces.push(Piece {
            nth,
            line,
            label: label.map(str::to_owned),
            what,
        });
    }

    /// Whether the pieces carry all that is needed, so that the file's own bytes can go.
    pub fn owns_everything(&self) -> bool {
        !self
            .pieces
            .iter()
            .any(|piece| matches!(piece.what, What::Zip | What::Text))
    }
}

impl What {
    /// The kind, as findings name it.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Certificate(_) => Kind::Certificate,
            Self::Crl(_) => Kind::Crl,
            Self::Csr(_) => Kind::Csr,
            Self::Key(_) | Self::EncryptedPkcs8(_) | Self::LegacyPemKey { .. } => Kind::Key,
            Self::Pkcs7(_) => Kind::Pkcs7,
            Self::Pfx(_) => Kind::Pfx,
            Self::Jks(_) => Kind::Jks,
            Self::Jceks(_) => Kind::Jceks,
            Self::PublicKey(_) => Kind::PublicKey,
            Self::Zip => Kind::Archive,
            Self::Text => Kind::Text,
            Self::Damaged { kind, .. } => *kind,
            Self::NotOpened(_) | Self::Empty | Self::NotUnderstood { .. } => Kind::Unknown,
        }
    }
}
