//! The configuration file of `openssl req` (config(5), x509v3_config(5)).

use super::{Asked, Tool, TwinField, TwinReason, TwinRefusal, check, hash, words};
use crate::core::csr::spec::KeyUsage;
use crate::core::csr::{AltName, NewKey, Subject};
use crate::core::kdf::Hash;
use crate::text::Lang;
use crate::text::foreign::openssl_config as quoted;

/// Upper bounds that OpenSSL checks (RFC 5280 appendix A.1).
const MOST: [(&str, usize); 7] = [
    ("2.5.4.3", 64),
    ("2.5.4.5", 64),
    ("2.5.4.7", 128),
    ("2.5.4.8", 128),
    ("2.5.4.10", 64),
    ("2.5.4.11", 64),
    ("1.2.840.113549.1.9.1", 128),
];

/// The text of the file.
pub fn config(lang: Lang, asked: &Asked<'_>) -> Result<String, TwinRefusal> {
    let spec = asked.spec;
    let mut file = Config::default();
    file.comment(words::config_comment(lang));
    file.section("req");
    file.line("prompt = no");
    file.line("utf8 = yes");
    file.line("string_mask = utf8only");
    file.line("distinguished_name = dn");
    if let Some(digest) = digest(asked)? {
        file.line(&format!("default_md = {digest}"));
    }
    let extensions = extensions(asked)?;
    if !extensions.is_empty() {
        file.line("req_extensions = ext");
    }
    if spec.challenge.is_some() {
        file.line("attributes = attrs");
    }
    file.section("dn");
    file.name(&spec.subject, &TwinField::SubjectField)?;
    if let Some(challenge) = &spec.challenge {
        file.section("attrs");
        let text = written(challenge, TwinField::Challenge)?;
        file.line(&format!("challengePassword = {text}"));
    }
    if !extensions.is_empty() {
        file.section("ext");
        extensions.iter().for_each(|line| file.line(line));
    }
    file.names(&spec.names)?;
    Ok(file.text)
}

/// The name of the signature's hash; `None` where the key's kind fixes it.
fn digest(asked: &Asked<'_>) -> Result<Option<&'static str>, TwinRefusal> {
    if asked.key.kind() == Some(NewKey::Sm2) {
        return Ok(Some("sm3"));
    }
    hash(asked)
        .map(|hash| match hash {
            Hash::Sha1 => Ok("sha1"),
            Hash::Sha224 => Ok("sha224"),
            Hash::Sha256 => Ok("sha256"),
            Hash::Sha384 => Ok("sha384"),
            Hash::Sha512 => Ok("sha512"),
            Hash::Md5 | Hash::Sha512_224 | Hash::Sha512_256 => {
                Err(TwinReason::Unknown.of(Tool::OpenSsl, TwinField::Hash))
            }
        })
        .transpose()
}

/// The lines of the extensions.
fn extensions(asked: &Asked<'_>) -> Result<Vec<String>, TwinRefusal> {
    let spec = asked.spec;
    let mut lines = Vec::new();
    if let Some(usage) = spec.key_usage {
        let bits = KeyUsage::NAMES
            .iter()
            .filter(|(bit, _)| usage.bits & bit != 0);
        let names: Vec<&str> = usage
            .is_critical
            .then_some("critical")
            .into_iter()
            .chain(bits.map(|(_, name)| *name))
            .collect();
        lines.push(format!("keyUsage = {}", names.join(", ")));
    }
    if !spec.extended_usage.is_empty() {
        lines.push(format!(
            "extendedKeyUsage = {}",
            spec.extended_usage.join(", ")
        ));
    }
    if is_written_out(&spec.names) {
        let der = check::names_der(Tool::OpenSsl, &spec.names)?;
        lines.push(format!("subjectAltName = DER:{}", check::hex(&der)));
    } else if !spec.names.is_empty() {
        lines.push("subjectAltName = @san".to_owned());
    }
    if spec.must_staple {
        lines.push("tlsfeature = status_request".to_owned());
    }
    Ok(lines)
}

/// A value as the file carries it.
fn written(text: &str, field: TwinField) -> Result<String, TwinRefusal> {
    quoted(text).ok_or_else(|| TwinReason::Hidden.of(Tool::OpenSsl, field))
}

#[derive(Default)]
struct Config {
    text: String,
}

impl Config {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn comment(&mut self, words: &str) {
        self.line(&format!("# {words}"));
    }

    fn section(&mut self, name: &str) {
        self.line(&format!("\n[{name}]"));
    }

    /// The attributes of a name, each with a number before it so that any may come twice.
    fn name(
        &mut self,
        subject: &Subject,
        field: &dyn Fn(crate::core::x509::oid::Oid) -> TwinField,
    ) -> Result<(), TwinRefusal> {
        for (index, attribute) in subject.0.iter().enumerate() {
            let named = || field(attribute.oid.clone());
            let bound = MOST.iter().find(|(oid, _)| attribute.oid == *oid);
            if let Some((_, most)) = bound
                && attribute.value.chars().count() > *most
            {
                return Err(TwinReason::TooLong(*most).of(Tool::OpenSsl, named()));
            }
            let text = written(&attribute.value, named())?;
            self.line(&format!("{index}.{} = {text}", key(&attribute.oid)));
        }
        Ok(())
    }

    /// The section of alternative names, and one for each directory name.
    fn names(&mut self, names: &[AltName]) -> Result<(), TwinRefusal> {
        if names.is_empty() || is_written_out(names) {
            return Ok(());
        }
        self.section("san");
        let mut directories = Vec::new();
        for (index, name) in names.iter().enumerate() {
            let number = index + 1;
            let line = match name {
                AltName::Directory(subject) => {
                    directories.push((number, name, subject));
                    format!("dirName.{number} = dir{number}")
                }
                _ => format!("{}.{number} = {}", kind(name), alternative(name)?),
            };
            self.line(&line);
        }
        for (number, name, subject) in directories {
            self.section(&format!("dir{number}"));
            self.name(subject, &|_| TwinField::AltName(check::shown(name)))?;
        }
        Ok(())
    }
}

/// Whether the names are given as bytes: a directory name in a section is read as Latin-1, whatever `utf8`
/// says, and the addresses `copy` and `move` are taken for orders.
fn is_written_out(names: &[AltName]) -> bool {
    names.iter().any(|name| match name {
        AltName::Directory(subject) => subject.0.iter().any(|field| !field.value.is_ascii()),
        AltName::Email(address) => address == "copy" || address == "move",
        _ => false,
    })
}

/// The word for a kind of alternative name.
fn kind(name: &AltName) -> &'static str {
    match name {
        AltName::Dns(_) => "DNS",
        AltName::Ip(_) => "IP",
        AltName::Email(_) => "email",
        AltName::Uri(_) => "URI",
        AltName::Directory(_) => "dirName",
        AltName::Upn(_) => "otherName",
        AltName::RegisteredId(_) => "RID",
    }
}

/// The value of an alternative name in its section.
fn alternative(name: &AltName) -> Result<String, TwinRefusal> {
    let field = || TwinField::AltName(check::shown(name));
    match name {
        AltName::Upn(upn) => {
            let typed = format!("1.3.6.1.4.1.311.20.2.3;FORMAT:UTF8,UTF8:{upn}");
            written(&typed, field())
        }
        _ => written(&check::shown(name), field()),
    }
}

/// The short name of an attribute that OpenSSL always had, else its dotted identifier.
fn key(oid: &str) -> &str {
    match oid {
        "2.5.4.3" => "CN",
        "2.5.4.6" => "C",
        "2.5.4.7" => "L",
        "2.5.4.8" => "ST",
        "2.5.4.10" => "O",
        "2.5.4.11" => "OU",
        "0.9.2342.19200300.100.1.25" => "DC",
        "1.2.840.113549.1.9.1" => "emailAddress",
        "2.5.4.5" => "serialNumber",
        dotted => dotted,
    }
}
