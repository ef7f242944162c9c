//! What a snippet is told of a conversion's result: paths and names, never a secret.

use crate::core::convert::{FileRole, Format, Plan, Target, names};
use crate::core::x509::Certificate;

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
    /// The name that leads, when one does.
    pub host: String,
    /// All other names of the certificate; the leading one may come again.
    pub also_names: Vec<String>,
    /// How the server comes to the password.
    pub password: PasswordInSnippet,
}

impl Files {
    /// What a plan makes, `path_of` giving the full path for a file's name. Without a leaf and its key
    /// there is nothing to serve, and no server takes DER, so then nothing is in it. `password` counts
    /// only where one goes in.
    pub fn of(plan: &Plan, path_of: impl Fn(&str) -> String, password: PasswordInSnippet) -> Self {
        let mut files = Self::default();
        let planned = plan.entries.first();
        let Some(planned) = planned.filter(|planned| planned.entry.key.is_some()) else {
            return files;
        };
        files.name(&planned.entry.leaf);
        if plan.recipe.needs_password() {
            files.password = password;
        }
        let (format, target) = (plan.choice.format, plan.choice.target);
        for file in &plan.files {
            let path = path_of(&file.name);
            if file.role == FileRole::Keystore {
                let alias = Some(names::as_shown(&planned.name, target));
                files.keystore = Some(Keystore {
                    path,
                    format,
                    target,
                    alias,
                });
            } else if !plan.choice.is_der {
                files.put(file.role, path);
            }
        }
        files
    }

    /// Takes a PEM file in.
    fn put(&mut self, role: FileRole, path: String) {
        let field = match role {
            FileRole::FullChain => &mut self.full_chain,
            FileRole::Chain => &mut self.chain,
            FileRole::Leaf => &mut self.leaf,
            FileRole::Key => &mut self.key,
            FileRole::Combined => &mut self.combined,
            FileRole::Collection | FileRole::Keystore => return,
        };
        *field = Some(path);
    }

    /// The common name leads where it is one of the DNS names, as it must be to count.
    fn name(&mut self, leaf: &Certificate) {
        let common = leaf.common_name().unwrap_or_default();
        let is_covered = leaf
            .dns_names()
            .any(|name| name.eq_ignore_ascii_case(common));
        if is_covered {
            self.host = common.to_owned();
        }
        self.also_names = leaf.dns_names().map(str::to_owned).collect();
    }

    /// Leaf and what there is of its chain in one file.
    pub(super) fn certificates(&self) -> Option<&str> {
        let alone = self.leaf.as_ref().filter(|_| self.chain.is_none());
        self.full_chain.as_ref().or(alone).map(String::as_str)
    }
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
