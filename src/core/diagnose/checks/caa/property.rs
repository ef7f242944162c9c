//! One CAA record taken apart: tag, issuer domain, parameters (RFC 8659 section 4.2, RFC 8657).

use serde::Serialize;

use crate::core::env::{DnsName, RecordData};

/// "Issuer critical": a CA that does not know the tag must not issue (RFC 8659 section 4.1).
const CRITICAL: u8 = 128;
/// The bit that RFC 6844 was often read to mean; some CAs take it for critical too.
const OLD_CRITICAL: u8 = 1;

/// A record of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Property {
    /// Its flags.
    pub flags: u8,
    /// Its tag in lower case. Foreign text.
    pub tag: String,
    /// Its value as text, for telling. Foreign text.
    pub value: String,
    /// What it means.
    pub meaning: Meaning,
}

/// What a record means for a certificate of a web server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Who may issue for names without an `issuewild` of their own.
    Issue(Issuer),
    /// Who may issue wildcards.
    IssueWild(Issuer),
    /// Known, and without bearing on who may issue here: `iodef`, `contactemail`, `issuemail`.
    Neutral,
    /// Not known to CAs.
    Unknown {
        /// Whether it forbids.
        critical: Critical,
    },
}

/// Whether an unknown tag forbids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Critical {
    /// The flag is set.
    Yes,
    /// Only the bit that some CAs take for it is set.
    ForSome,
    /// It is not.
    No,
}

/// The value of `issue` and `issuewild`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Issuer {
    /// Nobody: an empty domain, or `;`.
    Nobody,
    /// This one.
    Domain {
        /// Its issuer domain in lower case.
        domain: String,
        /// What it demands beside.
        parameters: Vec<Parameter>,
    },
    /// Not of the form that RFC 8659 prescribes: to be taken as nobody.
    Malformed(Malformed),
}

/// A parameter, tag and value as written. Foreign text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Parameter {
    /// In lower case.
    pub tag: String,
    /// As written.
    pub value: String,
}

/// What is wrong with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Malformed {
    /// The quotes of the zone file are part of the value.
    Quotes,
    /// The domain ends in a dot.
    FinalDot,
    /// A web address in place of a domain.
    Url,
    /// Letters of another script: an A-label is wanted.
    International,
    /// Several domains in one value, or words between.
    Several,
    /// A parameter that is no `tag=value`.
    Parameter,
    /// `accounturi` or `validationmethods` twice (RFC 8657 sections 3 and 4).
    Repeated,
    /// Anything else.
    Other,
}

/// Tags that CAs know and that say nothing of certificates for web servers.
const NEUTRAL: [&str; 5] = [
    "iodef",
    "contactemail",
    "contactphone",
    "issuemail",
    "issuevmc",
];

impl Property {
    /// Reads a record; `None` for one of another type.
    pub fn of(data: &RecordData) -> Option<Self> {
        let RecordData::Caa { flags, tag, value } = data else {
            return None;
        };
        let tag = tag.to_ascii_lowercase();
        let value = String::from_utf8_lossy(value).into_owned();
        let meaning = match tag.as_str() {
            "issue" => Meaning::Issue(issuer(&value)),
            "issuewild" => Meaning::IssueWild(issuer(&value)),
            known if NEUTRAL.contains(&known) => Meaning::Neutral,
            _ => Meaning::Unknown {
                critical: critical(*flags),
            },
        };
        Some(Self {
            flags: *flags,
            tag,
            value,
            meaning,
        })
    }

    /// As a zone file has it, without name and type.
    pub fn line(&self) -> String {
        format!("{} {} \"{}\"", self.flags, self.tag, self.value)
    }
}

fn critical(flags: u8) -> Critical {
    if flags & CRITICAL != 0 {
        Critical::Yes
    } else if flags & OLD_CRITICAL != 0 {
        Critical::ForSome
    } else {
        Critical::No
    }
}

/// Reads `[domain] [; parameters]`.
fn issuer(value: &str) -> Issuer {
    let blank = |char| matches!(char, ' ' | '\t');
    let (domain, rest) = match value.split_once(';') {
        Some((domain, rest)) => (domain, Some(rest)),
        None => (value, None),
    };
    let domain = domain.trim_matches(blank);
    if let Some(fault) = fault(value, domain) {
        return Issuer::Malformed(fault);
    }
    let parameters = match rest.map(parameters).transpose() {
        Ok(parameters) => parameters.unwrap_or_default(),
        Err(fault) => return Issuer::Malformed(fault),
    };
    match domain {
        "" => Issuer::Nobody,
        _ => Issuer::Domain {
            domain: domain.to_ascii_lowercase(),
            parameters,
        },
    }
}

fn fault(value: &str, domain: &str) -> Option<Malformed> {
    if domain.is_empty() {
        return None;
    }
    if value.contains(['"', '\'', '“', '”']) {
        return Some(Malformed::Quotes);
    }
    if domain.contains("://") || domain.starts_with("mailto:") || domain.contains('/') {
        return Some(Malformed::Url);
    }
    if domain.contains([' ', '\t', ',']) {
        return Some(Malformed::Several);
    }
    if domain.ends_with('.') {
        return Some(Malformed::FinalDot);
    }
    if !domain.is_ascii() {
        let is_name = DnsName::parse(domain).is_some();
        return Some(match is_name {
            true => Malformed::International,
            false => Malformed::Other,
        });
    }
    let is_label = |label: &str| {
        let is_char = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(is_char)
    };
    (!domain.split('.').all(is_label)).then_some(Malformed::Other)
}

/// Reads `tag=value; tag=value`. A final semicolon is let pass, as CAs do.
fn parameters(text: &str) -> Result<Vec<Parameter>, Malformed> {
    let mut all: Vec<Parameter> = Vec::new();
    for part in text
        .split(';')
        .map(str::trim)
        .filter(|part| !part.is_empty())
    {
        let (tag, value) = part.split_once('=').ok_or(Malformed::Parameter)?;
        let (tag, value) = (tag.trim_end(), value.trim_start());
        let is_tag = !tag.is_empty()
            && tag
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if !is_tag || !value.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(Malformed::Parameter);
        }
        let tag = tag.to_ascii_lowercase();
        let is_single = matches!(tag.as_str(), "accounturi" | "validationmethods");
        if is_single && all.iter().any(|one| one.tag == tag) {
            return Err(Malformed::Repeated);
        }
        all.push(Parameter {
            tag,
            value: value.to_owned(),
        });
    }
    Ok(all)
}
