//! One line that says all: of a table, of a zone file, `name=value`, a meta tag.

use super::clean::{bare, unquoted};
use crate::core::env::DnsName;

/// Kinds of records that CAs ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Txt,
    Cname,
}

impl Kind {
    /// Reads `TXT`, `CNAME`, `TXT记录`.
    pub fn parse(text: &str) -> Option<Self> {
        let upper = bare(text).to_ascii_uppercase();
        let name = upper
            .trim_end_matches("记录")
            .trim_end_matches("RECORD")
            .trim();
        match name {
            "TXT" => Some(Self::Txt),
            "CNAME" => Some(Self::Cname),
            _ => None,
        }
    }
}

/// Marks that part the columns of a table, and arrows.
fn words(line: &str) -> Vec<&str> {
    let parts = line.split(|char: char| char.is_whitespace() || char == '|');
    parts.filter(|part| !part.is_empty()).collect()
}

/// A record on one line.
pub(super) struct Row {
    pub kind: Kind,
    pub host: String,
    pub value: String,
    /// The domain of the order, in a column before the host.
    pub domain: Option<String>,
}

impl Row {
    fn new(kind: Kind, host: &str, value: String) -> Self {
        let host = bare(host).to_owned();
        let domain = None;
        Self {
            kind,
            host,
            value,
            domain,
        }
    }
}

/// `HOST … TXT … VALUE`, or `TXT HOST … VALUE`; a domain may stand before the host.
pub(super) fn row(line: &str) -> Option<Row> {
    let words = words(line);
    let place = words
        .iter()
        .position(|word| Kind::parse(word).is_some())
        .filter(|place| *place < 5)?;
    let kind = words.get(place).copied().and_then(Kind::parse)?;
    let before = words.get(..place).unwrap_or_default();
    let behind = words.get(place + 1..).unwrap_or_default();
    let hosts: Vec<&str> = before
        .iter()
        .copied()
        .filter(|word| is_host(word))
        .collect();
    let own = |word: &&&str| word.contains('_') || **word == "@";
    let Some(host) = hosts.iter().find(own).or(hosts.first()).copied() else {
        let (first, rest) = behind.split_first()?;
        let host = is_host(first).then_some(*first)?;
        return Some(Row::new(kind, host, value_of(line, rest, kind)?));
    };
    let domain = hosts.iter().find(|word| **word != host);
    Some(Row {
        domain: domain.map(|word| bare(word).to_owned()),
        ..Row::new(kind, host, value_of(line, behind, kind)?)
    })
}

/// `_name  →  target`, for aliases that CAs are known to ask for.
pub(super) fn arrow(line: &str) -> Option<Row> {
    let (host, target) = ["->", "=>", "→", "-->"]
        .iter()
        .find_map(|arrow| line.split_once(arrow))?;
    let (host, target) = (words(host).pop()?, words(target).first().copied()?);
    let is_alias = is_host(host) && DnsName::parse(bare(target))?.labels().count() > 1;
    is_alias.then(|| Row::new(Kind::Cname, host, bare(target).to_owned()))
}

/// What stands behind the columns that panels put between: time to live, line, priority.
fn value_of(line: &str, rest: &[&str], kind: Kind) -> Option<String> {
    let is_filler = |word: &str| {
        let is_number = word.len() < 7 && word.bytes().all(|byte| byte.is_ascii_digit());
        is_number
            || matches!(
                word,
                "默认" | "default" | "Default" | "->" | "=>" | "→" | ":" | "-"
            )
    };
    let start = rest.iter().position(|word| !is_filler(word))?;
    let first = rest.get(start).copied()?;
    match kind {
        Kind::Cname => {
            let target = bare(first);
            let name = DnsName::parse(target)?;
            (name.labels().count() > 1).then(|| target.to_owned())
        }
        Kind::Txt if first.starts_with(['"', '\'']) => {
            let quote = first.chars().next()?;
            let (_, quoted) = line.split_once(quote)?;
            let end = quoted.rfind(quote)?;
            let inner = quoted.get(..end)?;
            Some(unquoted(&format!("{quote}{inner}{quote}")))
        }
        Kind::Txt => {
            let is_sentence = matches!(
                first.to_ascii_lowercase().as_str(),
                "record" | "records" | "value" | "in" | "for" | "with" | "to" | "at"
            );
            (!is_sentence && first.len() > 5).then(|| bare(first).to_owned())
        }
    }
}

/// Whether a word can be the host of a record: `@`, or a name with an underscore or a dot.
pub(super) fn is_host(word: &str) -> bool {
    let word = bare(word);
    let is_name = DnsName::parse(word).is_some() && word.contains(['_', '.']);
    let is_number = word
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    word == "@" || (is_name && !is_number)
}

/// `_dnsauth.example.com=VALUE`.
pub(super) fn pair(line: &str) -> Option<Row> {
    let (host, value) = line.split_once('=')?;
    let (host, value) = (bare(host), unquoted(value));
    let is_record = host.starts_with('_') && host.contains('.') && DnsName::parse(host).is_some();
    let has_value = !value.is_empty() && !value.contains(char::is_whitespace);
    (is_record && has_value).then(|| Row::new(Kind::Txt, host, value))
}

/// Values that name themselves and stand at the domain, such as `_globalsign-domain-verification=…`.
pub(super) fn self_named(line: &str) -> Option<String> {
    const MARK: &str = "_globalsign-domain-verification=";
    let at = line.find(MARK)?;
    let text = line.get(at..)?;
    let end = text
        .find(|char: char| char.is_whitespace() || matches!(char, '"' | '\'' | '<'))
        .unwrap_or(text.len());
    let value = text.get(..end)?;
    (value.len() > MARK.len()).then(|| value.to_owned())
}

/// GlobalSign's meta tag, which goes into a file as it is.
pub(super) fn meta_tag(line: &str) -> Option<&str> {
    let start = line.find("<meta")?;
    let rest = line.get(start..)?;
    let end = rest.find('>')?;
    let tag = rest.get(..=end)?;
    tag.contains("_globalsign-domain-verification")
        .then_some(tag)
}

/// The address of a file that a CA looks for.
pub(super) fn file_url(line: &str) -> Option<&str> {
    let start = line.find("http://").or_else(|| line.find("https://"))?;
    let rest = line.get(start..)?;
    let end = rest
        .find(|char: char| char.is_whitespace() || matches!(char, '"' | '\'' | '<' | '>' | '`'))
        .unwrap_or(rest.len());
    let url = rest.get(..end)?.trim_end_matches(['.', ',', ')', ';']);
    url.contains("/.well-known/").then_some(url)
}
