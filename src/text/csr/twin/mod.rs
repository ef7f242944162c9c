//! Twins: the files and commands with which another program makes the same request. What a program cannot
//! carry exactly is refused; a request that differs silently is never printed.

mod certreq;
mod check;
mod keytool;
mod openssl;
mod openssl_config;
mod shell;
mod words;

pub use words::{encoding, note, refusal};

use crate::core::csr::{Curve, NewKey, Spec};
use crate::core::kdf::Hash;
use crate::core::x509::oid::Oid;
use crate::text::Lang;

/// A program that makes requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tool {
    /// OpenSSL 1.1.1 and newer, with a configuration file.
    OpenSsl,
    /// certreq.exe of Windows, with an INF file.
    Certreq,
    /// keytool of Java 9 and newer.
    Keytool,
}

impl Tool {
    /// All programs in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::OpenSsl, Self::Certreq, Self::Keytool];

    /// Its name, the same in all languages and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OpenSsl => "openssl",
            Self::Certreq => "certreq",
            Self::Keytool => "keytool",
        }
    }
}

/// The shell that the commands are written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TwinShell {
    /// A POSIX shell.
    Sh,
    /// Windows PowerShell 5.1 and newer.
    PowerShell,
    /// cmd.exe.
    Cmd,
}

/// The key of the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TwinKey {
    /// A new one, which the program makes.
    New {
        /// Its kind.
        kind: NewKey,
        /// Whether its file gets a password.
        is_encrypted: bool,
    },
    /// One that lies in the key file already.
    Existing {
        /// Whether the file has a password.
        is_encrypted: bool,
        /// Its kind, where it is one that could be made.
        kind: Option<NewKey>,
    },
}

impl TwinKey {
    /// The kind of key, where it is known.
    pub const fn kind(self) -> Option<NewKey> {
        match self {
            Self::New { kind, .. } => Some(kind),
            Self::Existing { kind, .. } => kind,
        }
    }
}

/// What the twin is to make. File names are as written by whoever chose them; they are quoted here.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// What is asked for.
    pub spec: &'a Spec,
    /// Its key.
    pub key: TwinKey,
    /// The file of the request.
    pub csr_file: &'a str,
    /// The file of the key.
    pub key_file: &'a str,
    /// The shell.
    pub shell: TwinShell,
}

/// The same request, made by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Twin {
    /// Files to save before, in the folder in which the commands run.
    pub files: Vec<TwinFile>,
    /// Commands to run one after the other.
    pub commands: Vec<String>,
    /// What to know beside it.
    pub notes: Vec<TwinNote>,
}

/// A file to save before the commands run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwinFile {
    /// Its name.
    pub name: &'static str,
    /// Its text, in the line ends that it is to have.
    pub content: String,
    /// How the text is to be saved.
    pub encoding: Encoding,
}

impl TwinFile {
    /// The bytes of the file.
    pub fn bytes(&self) -> Vec<u8> {
        match self.encoding {
            Encoding::Utf8 => self.content.as_bytes().to_vec(),
            Encoding::Utf16 => {
                let units = std::iter::once(0xFEFF).chain(self.content.encode_utf16());
                units.flat_map(u16::to_le_bytes).collect()
            }
        }
    }
}

/// How a file's text is to be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8 without a mark.
    Utf8,
    /// UTF-16 little-endian with a mark, which Notepad calls "Unicode" or "UTF-16 LE".
    Utf16,
}

/// What to know beside a twin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TwinNote {
    /// When the certificate has come, it is given to Windows; in words with the command.
    AcceptLater,
    /// keytool reads arguments in the system's code page, so other letters are written as bytes.
    BytesForLetters,
    /// The challenge password is left out, because the program has none.
    ChallengeLeftOut(Tool),
    /// The program adds a subject key identifier of its own.
    KeyIdentifierAdded,
    /// The program asks for the password of the key file.
    KeyPasswordAsked,
    /// The private key stays in the certificate store of Windows; there is no key file.
    KeyStaysInWindows,
    /// The private key is in this keystore, whose password the program asks for.
    KeystoreAsked(String),
    /// Values in plain letters are written as PrintableString, which compares equal (RFC 5280 section 7.1).
    PlainStrings,
    /// SM2 with its usual identifier needs OpenSSL 3.
    Sm2NeedsOpenSsl3,
}

/// Why a program cannot make the same request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwinRefusal {
    /// The program.
    pub tool: Tool,
    /// The field that it cannot carry.
    pub field: TwinField,
    /// Why not.
    pub reason: TwinReason,
}

/// A field of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TwinField {
    /// A name of the subjectAltName. Foreign text.
    AltName(String),
    /// The challenge password.
    Challenge,
    /// The file of the request.
    CsrFile,
    /// An extended key usage.
    ExtendedUsage(Oid),
    /// The hash of the signature.
    Hash,
    /// The key.
    Key,
    /// The file of the key.
    KeyFile,
    /// The key usage.
    KeyUsage,
    /// The subject as a whole.
    Subject,
    /// An attribute of the subject.
    SubjectField(Oid),
}

/// Why a field cannot be carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TwinReason {
    /// It is empty.
    Empty,
    /// The program makes its own keys and takes none from a file.
    ExistingKey,
    /// It holds characters that cannot be seen.
    Hidden,
    /// It holds characters that this field cannot have: letters beyond ASCII, or beyond PrintableString.
    Letters,
    /// It is no identifier of numbers and dots.
    NotAnOid,
    /// It is longer than so many characters.
    TooLong(usize),
    /// The shell has no safe spelling for it.
    Shell(TwinShell),
    /// The program does not know this kind.
    Unknown,
}

impl TwinReason {
    /// The refusal of a field for this reason.
    fn of(self, tool: Tool, field: TwinField) -> TwinRefusal {
        TwinRefusal {
            tool,
            field,
            reason: self,
        }
    }
}

/// The files and commands with which a program makes the same request.
///
/// # Errors
/// When the program cannot carry a part of it exactly.
pub fn twin(lang: Lang, tool: Tool, asked: &Asked<'_>) -> Result<Twin, TwinRefusal> {
    check::check(tool, asked)?;
    match tool {
        Tool::OpenSsl => openssl::twin(lang, asked),
        Tool::Certreq => certreq::twin(lang, asked),
        Tool::Keytool => keytool::twin(asked),
    }
}

/// The hash of the signature; `None` where the key's kind has one of its own.
fn hash(asked: &Asked<'_>) -> Option<Hash> {
    match asked.key.kind() {
        Some(NewKey::Ed25519 | NewKey::Sm2) => None,
        Some(NewKey::Ec(Curve::P384)) => asked.spec.hash.or(Some(Hash::Sha384)),
        Some(NewKey::Ec(Curve::P521)) => asked.spec.hash.or(Some(Hash::Sha512)),
        _ => asked.spec.hash.or(Some(Hash::Sha256)),
    }
}
