//! Which programs can read a result, each answer with its reason.

use serde::Serialize;

use crate::core::convert::{Format, Recipe, Target};
use crate::core::kdf::Hash;
use crate::core::keystore::pfx::{PfxCipher, PfxRecipe};
use crate::core::x509::public_key::{KeyAlgorithm, KeyInfo};

/// A program that may read a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reader {
    /// One of the targets.
    Target(Target),
    /// A system that allows FIPS 140 algorithms only.
    Fips,
}

impl Reader {
    /// All of them, in the order in which they are shown.
    pub fn all() -> impl Iterator<Item = Self> {
        Target::ALL
            .into_iter()
            .map(Self::Target)
            .chain([Self::Fips])
    }
}

/// Whether a program reads a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readable {
    /// It does.
    Yes,
    /// It depends.
    Perhaps(Reason),
    /// It does not.
    No(Reason),
}

/// Why a program does not read a result, or only perhaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// AES-256 is newer than the program; Windows blames the password.
    CipherTooNew,
    /// The SHA-256 check is newer than the program; it blames the password.
    MacTooNew,
    /// The cipher is not allowed in FIPS mode.
    CipherNotApproved,
    /// Only Windows Server 2019 and newer read it.
    OnlyNewWindows,
    /// The password has characters beyond ASCII, which Java refuses.
    PasswordNotAscii,
    /// The password is shorter than six characters, which Java's tools refuse.
    PasswordShort,
    /// Without password.
    PasswordEmpty,
    /// The program has no use for this kind of key.
    KeyKindUnknown,
    /// Ed25519 and Ed448 came with Java 15.
    KeyKindFromJava15,
    /// Ed25519 came with OpenSSL 1.1.1.
    KeyKindFromOpenSsl111,
    /// The program does not read this form of file.
    OtherForm,
    /// Windows takes a key only inside a PFX.
    NeedsPfx,
    /// Java's own keystore tools take a key only inside a keystore; some servers read PEM.
    NeedsKeystore,
}

impl Reader {
    /// The name in JSON; targets as on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Target(target) => target.code(),
            Self::Fips => "fips",
        }
    }
}

impl Readable {
    /// The name in JSON.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Perhaps(_) => "perhaps",
            Self::No(_) => "no",
        }
    }

    /// Why not, or why only perhaps.
    pub const fn reason(self) -> Option<Reason> {
        match self {
            Self::Yes => None,
            Self::Perhaps(reason) | Self::No(reason) => Some(reason),
        }
    }
}

/// What readers judge by.
#[derive(Clone, Copy, Debug)]
pub struct Shape<'a> {
    /// The form.
    pub format: Format,
    /// The protection.
    pub recipe: Recipe,
    /// The keys inside.
    pub keys: &'a [KeyInfo],
    /// What is known of the password.
    pub password: PasswordShape,
}

/// What matters of a password, without the password.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PasswordShape {
    /// Whether it is known yet; nothing is held against one that is not.
    pub is_known: bool,
    /// Whether all of it is ASCII.
    pub is_ascii: bool,
    /// Characters.
    pub length: usize,
}

impl PasswordShape {
    /// Looks at a password.
    pub fn of(text: &str) -> Self {
        Self {
            is_known: true,
            is_ascii: text.is_ascii(),
            length: text.chars().count(),
        }
    }
}

/// Every reader with its answer.
pub fn table(shape: &Shape<'_>) -> Vec<(Reader, Readable)> {
    Reader::all()
        .map(|reader| (reader, judge(reader, shape)))
        .collect()
}

/// Whether one program reads it; the firmest obstacle counts.
pub fn judge(reader: Reader, shape: &Shape<'_>) -> Readable {
    let answers = [
        by_form(reader, shape),
        by_protection(reader, shape.recipe),
        by_key(reader, shape.keys),
        by_password(reader, shape),
    ];
    let refusal = answers
        .iter()
        .find(|answer| matches!(answer, Readable::No(_)));
    let doubt = || answers.iter().find(|answer| **answer != Readable::Yes);
    refusal.or_else(doubt).copied().unwrap_or(Readable::Yes)
}

fn by_form(reader: Reader, shape: &Shape<'_>) -> Readable {
    let Reader::Target(target) = reader else {
        return match shape.format {
            Format::Jks | Format::Jceks => Readable::No(Reason::CipherNotApproved),
            _ => Readable::Yes,
        };
    };
    let holds_key = !shape.keys.is_empty();
    match shape.format {
        Format::Pfx => Readable::Yes,
        Format::Jks | Format::Jceks if target.is_java() => Readable::Yes,
        Format::Jks | Format::Jceks => Readable::No(Reason::OtherForm),
        _ if !holds_key && target == Target::Ccs => Readable::No(Reason::NeedsPfx),
        _ if !holds_key => Readable::Yes,
        _ if target.is_windows() || target == Target::MacOs && shape.format.is_key_only() => {
            Readable::No(Reason::NeedsPfx)
        }
        _ if target == Target::Tomcat => Readable::Yes,
        _ if target.is_java() => Readable::Perhaps(Reason::NeedsKeystore),
        _ => Readable::Yes,
    }
}

fn by_protection(reader: Reader, recipe: Recipe) -> Readable {
    match recipe {
        Recipe::Pfx(recipe) => by_pfx(reader, recipe),
        _ => Readable::Yes,
    }
}

fn by_pfx(reader: Reader, recipe: PfxRecipe) -> Readable {
    let ciphers = [Some(recipe.keys), recipe.certificates];
    let uses = |cipher| ciphers.contains(&Some(cipher));
    let has_new_mac = recipe.mac != Hash::Sha1;
    match reader {
        Reader::Fips if uses(PfxCipher::TripleDesSha1) => {
            Readable::Perhaps(Reason::CipherNotApproved)
        }
        Reader::Target(Target::Server2016 | Target::Java8) if uses(PfxCipher::Aes256Sha256) => {
            Readable::No(Reason::CipherTooNew)
        }
        Reader::Target(Target::Server2016 | Target::Java8 | Target::MacOs) if has_new_mac => {
            Readable::No(Reason::MacTooNew)
        }
        Reader::Target(Target::Ccs) if uses(PfxCipher::Aes256Sha256) || has_new_mac => {
            Readable::Perhaps(Reason::OnlyNewWindows)
        }
        Reader::Target(Target::MacOs) if uses(PfxCipher::Aes256Sha256) => {
            Readable::Perhaps(Reason::CipherTooNew)
        }
        _ => Readable::Yes,
    }
}

fn by_key(reader: Reader, keys: &[KeyInfo]) -> Readable {
    let answers = keys.iter().map(|key| by_one_key(reader, &key.algorithm));
    answers
        .max_by_key(|answer| match answer {
            Readable::Yes => 0,
            Readable::Perhaps(_) => 1,
            Readable::No(_) => 2,
        })
        .unwrap_or(Readable::Yes)
}

fn by_one_key(reader: Reader, algorithm: &KeyAlgorithm) -> Readable {
    let Reader::Target(target) = reader else {
        return Readable::Yes;
    };
    match algorithm {
        KeyAlgorithm::Rsa => Readable::Yes,
        KeyAlgorithm::Ec(curve) if matches!(curve.as_ref(), "P-256" | "P-384" | "P-521") => {
            Readable::Yes
        }
        KeyAlgorithm::Ed25519 | KeyAlgorithm::Ed448 => match target {
            Target::OpenSsl => Readable::Yes,
            Target::OpenSsl1 => Readable::Perhaps(Reason::KeyKindFromOpenSsl111),
            Target::Java | Target::Tomcat => Readable::Perhaps(Reason::KeyKindFromJava15),
            Target::MacOs => Readable::Perhaps(Reason::KeyKindUnknown),
            _ => Readable::No(Reason::KeyKindUnknown),
        },
        KeyAlgorithm::Dsa => Readable::Yes,
        _ if target == Target::OpenSsl => Readable::Yes,
        _ => Readable::Perhaps(Reason::KeyKindUnknown),
    }
}

fn by_password(reader: Reader, shape: &Shape<'_>) -> Readable {
    let (password, is_keystore) = (shape.password, shape.format.is_keystore());
    let Reader::Target(target) = reader else {
        return Readable::Yes;
    };
    if !password.is_known || !is_keystore || !target.is_java() {
        return Readable::Yes;
    }
    match (password.is_ascii, password.length) {
        // JKS takes any text in a program, but no tool of Java's passes it on safely.
        (false, _) => Readable::No(Reason::PasswordNotAscii),
        (_, 0) => Readable::Perhaps(Reason::PasswordEmpty),
        (_, 1..6) => Readable::Perhaps(Reason::PasswordShort),
        _ => Readable::Yes,
    }
}
