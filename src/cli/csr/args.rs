//! What the verb `csr` understands. Passwords are none of it.

use std::path::PathBuf;

use clap::Subcommand;

use crate::cli::args::lang as parse_lang;
use crate::core::csr::spec::KeyUsage;
use crate::core::csr::{AltName, NewKey, Subject, SubjectField};
use crate::core::kdf::Hash;
use crate::core::x509::ValidationLevel;
use crate::core::x509::oid::{self, Oid};
use crate::text::Lang;

#[derive(clap::Args)]
pub struct Csr {
    #[command(subcommand)]
    pub act: Act,
}

#[derive(Subcommand)]
pub enum Act {
    New(Box<New>),
    Show(Show),
    Check(Box<Check>),
    Advise(Advise),
}

#[derive(clap::Args)]
pub struct New {
    #[arg(long, value_name = "NAME")]
    pub name: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub names_file: Vec<PathBuf>,
    #[arg(long, value_name = "PATH")]
    pub from: Option<PathBuf>,
    #[arg(long, value_name = "NAME=VALUE", value_parser = field)]
    pub field: Vec<SubjectField>,
    #[arg(long)]
    pub no_common_name: bool,
    #[arg(long, value_name = "LEVEL", value_parser = level)]
    pub level: Option<ValidationLevel>,
    #[arg(long, value_name = "KIND", value_parser = new_key, conflicts_with = "key_file")]
    pub key: Option<NewKey>,
    #[arg(long, value_name = "PATH", conflicts_with = "out_key")]
    pub key_file: Option<PathBuf>,
    #[arg(long, value_name = "HASH", value_parser = hash)]
    pub hash: Option<Hash>,
    #[arg(long, value_name = "USAGE", value_parser = usage, value_delimiter = ',')]
    pub usage: Vec<Oid>,
    #[arg(long, value_name = "BITS", value_parser = key_usage)]
    pub key_usage: Option<KeyUsage>,
    #[arg(long)]
    pub must_staple: bool,
    #[arg(long, value_name = "KIND:VALUE", value_parser = san)]
    pub san: Vec<AltName>,
    #[arg(long, value_name = "FILE")]
    pub challenge_file: Option<PathBuf>,
    #[arg(long, value_name = "CSR")]
    pub out: PathBuf,
    #[arg(long, value_name = "KEY", required_unless_present = "key_file")]
    pub out_key: Option<PathBuf>,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["generate_password", "without_password"])]
    pub out_password_file: Option<PathBuf>,
    #[arg(long, conflicts_with = "without_password")]
    pub generate_password: bool,
    #[arg(long)]
    pub without_password: bool,
    #[arg(long, value_name = "ROUNDS")]
    pub iterations: Option<u32>,
    #[arg(long, value_name = "ACCOUNT")]
    pub also_readable_by: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub password_file: Vec<PathBuf>,
    #[arg(long)]
    pub password_stdin: bool,
    #[command(flatten)]
    pub output: Output,
}

#[derive(clap::Args)]
pub struct Show {
    #[arg(required = true, value_name = "PATH")]
    pub request: Vec<PathBuf>,
    #[arg(long)]
    pub json: bool,
    #[arg(long, value_name = "LANG", value_parser = parse_lang)]
    pub lang: Option<Lang>,
}

#[derive(clap::Args)]
pub struct Check {
    #[arg(required = true, value_name = "PATH")]
    pub request: PathBuf,
    #[arg(long, value_name = "LEVEL", value_parser = level)]
    pub level: Option<ValidationLevel>,
    #[arg(long = "for", value_name = "NAMES")]
    pub order: Vec<String>,
    #[arg(long, value_name = "PATH")]
    pub against: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub password_file: Vec<PathBuf>,
    #[arg(long)]
    pub password_stdin: bool,
    #[command(flatten)]
    pub output: Output,
}

#[derive(clap::Args)]
pub struct Advise {
    #[arg(value_name = "NAMES", required_unless_present = "from")]
    pub names: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub from: Vec<PathBuf>,
    #[arg(long)]
    pub json: bool,
    #[arg(long, value_name = "LANG", value_parser = parse_lang)]
    pub lang: Option<Lang>,
}

#[derive(clap::Args)]
pub struct Output {
    #[arg(long)]
    pub no_ledger: bool,
    #[arg(long)]
    pub json: bool,
    #[arg(long, value_name = "LANG", value_parser = parse_lang)]
    pub lang: Option<Lang>,
}

fn named(text: &str) -> Result<(&str, &str), String> {
    text.split_once('=')
        .ok_or_else(|| "expected NAME=VALUE, such as O=Example Ltd".to_owned())
}

fn field(text: &str) -> Result<SubjectField, String> {
    let (name, value) = named(text)?;
    let oid = oid::parse(name.trim()).ok_or_else(|| {
        "expected a field such as CN, O, OU, C, ST, L, DC, emailAddress, or a dotted OID".to_owned()
    })?;
    Ok(SubjectField {
        oid,
        value: value.to_owned(),
    })
}

fn level(text: &str) -> Result<ValidationLevel, String> {
    let found = ValidationLevel::ALL
        .into_iter()
        .find(|level| level.code() == text);
    found.ok_or_else(|| "expected dv, iv, ov or ev".to_owned())
}

fn new_key(text: &str) -> Result<NewKey, String> {
    NewKey::parse(text).ok_or_else(|| {
        let names: Vec<&str> = NewKey::ALL.into_iter().map(NewKey::name).collect();
        format!("expected one of {}", names.join(", "))
    })
}

fn hash(text: &str) -> Result<Hash, String> {
    match text {
        "sha256" => Ok(Hash::Sha256),
        "sha384" => Ok(Hash::Sha384),
        "sha512" => Ok(Hash::Sha512),
        _ => Err("expected sha256, sha384 or sha512".to_owned()),
    }
}

fn usage(text: &str) -> Result<Oid, String> {
    let name = match text {
        "server" => "serverAuth",
        "client" => "clientAuth",
        "code" => "codeSigning",
        "email" => "emailProtection",
        "time" => "timeStamping",
        "ocsp" => "OCSPSigning",
        other => other,
    };
    oid::parse(name).ok_or_else(|| {
        "expected server, client, code, email, time, ocsp, or a dotted OID".to_owned()
    })
}

/// `digitalSignature,keyEncipherment`, with `critical` among them where it is.
fn key_usage(text: &str) -> Result<KeyUsage, String> {
    let mut usage = KeyUsage {
        bits: 0,
        is_critical: false,
    };
    for word in text.split(',').map(str::trim) {
        let bit = KeyUsage::NAMES
            .iter()
            .find(|(_, name)| name.eq_ignore_ascii_case(word));
        match bit {
            Some((bit, _)) => usage.bits |= bit,
            None if word.eq_ignore_ascii_case("critical") => usage.is_critical = true,
            None => {
                let names: Vec<&str> = KeyUsage::NAMES.iter().map(|(_, name)| *name).collect();
                return Err(format!("expected critical and any of {}", names.join(", ")));
            }
        }
    }
    Ok(usage)
}

fn san(text: &str) -> Result<AltName, String> {
    let expected =
        || "expected dns:, ip:, email:, uri:, upn:, rid: or dir:, such as email:it@example.com";
    let (kind, value) = text.split_once(':').ok_or_else(expected)?;
    let value_text = value.to_owned();
    Ok(match kind.to_ascii_lowercase().as_str() {
        "dns" => AltName::Dns(crate::core::x509::a_labels(value).into_owned()),
        "ip" => AltName::Ip(value.parse().map_err(|_| "expected an IP address")?),
        "email" => AltName::Email(value_text),
        "uri" => AltName::Uri(value_text),
        "upn" => AltName::Upn(value_text),
        "rid" => AltName::RegisteredId(oid::parse(value).ok_or("expected a dotted OID")?),
        "dir" => AltName::Directory(directory(value)?),
        _ => return Err(expected().to_owned()),
    })
}

/// `C=DE/O=Example/CN=x`: parts of a name behind each other; a slash in a value is doubled.
fn directory(text: &str) -> Result<Subject, String> {
    let text = text.replace("//", "\0");
    let fields: Result<Vec<SubjectField>, String> = text
        .split('/')
        .filter(|part| !part.is_empty())
        .map(|part| field(&part.replace('\0', "/")))
        .collect();
    Ok(Subject(fields?))
}
