//! What a snippet is told of a conversion's result: paths and names, never a secret.

use crate::core::convert::{Format, Target};

/// The files that were made, as full paths, and for which names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    /// Leaf and chain in PEM.
    pub full_chain: Option<String>,
    /// The leaf alone in PEM.
    pub leaf: Option<String>,
    /// The chain without the leaf in PEM.
    pub chain: Option<String>,
    /// The private key in PEM.
    pub key: Option<String>,
    /// Key, leaf and chain in one PEM file.
    pub combined: Option<String>,
    /// PFX, JKS or JCEKS.
    pub keystore: Option<Keystore>,
    /// The first name of the certificate.
    pub host: String,
    /// Its other names.
    pub also_names: Vec<String>,
    /// How the server comes to the password.
    pub password: PasswordInSnippet,
}

/// A keystore that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keystore {
    /// Its full path.
    pub path: String,
    /// PFX, JKS or JCEKS.
    pub format: Format,
    /// What it was made for.
    pub target: Target,
    /// The alias as the target shows it.
    pub alias: Option<String>,
}

impl Keystore {
    pub(super) fn is_for_java(&self) -> bool {
        self.target.is_java() && self.java_type().is_some()
    }

    /// The central certificate store takes a file as it is, without an import.
    pub(super) fn is_for_import(&self) -> bool {
        matches!(self.target, Target::Server2016 | Target::Server2019) && self.format == Format::Pfx
    }

    /// The keystore type as Java names it.
    pub(super) fn java_type(&self) -> Option<&'static str> {
        match self.format {
            Format::Pfx => Some("PKCS12"),
            Format::Jks => Some("JKS"),
            Format::Jceks => Some("JCEKS"),
            _ => None,
        }
    }
}

/// How the server comes to the password of key or keystore. The password itself is not here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PasswordInSnippet {
    /// Key and keystore have none.
    #[default]
    None,
    /// It lies in this file, alone on the first line.
    FromFile(String),
    /// The user has it and puts it where the snippet says.
    Placeholder,
}
