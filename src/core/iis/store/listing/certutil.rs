//! `certutil -store`, with or without `-v`, in every language: records under a line of `=`, serial number
//! first, issuer before the dates and subject behind them, the SHA-1 hash near the end.

use super::certutil_key;
use super::dates::is_date;
use super::record::{Date, Record};
use super::{Read, StoreListingFault, StoreListingFaultKind};
use crate::core::iis::store::Thumbprint;

/// What certutil puts before its last words; the program's name is not translated.
const LAST_WORDS: &str = "CertUtil:";

/// Reads it; `None` when nothing looks like certutil's.
pub(super) fn read(lines: &[&str]) -> Read {
    let is_ours =
        |line: &&str| heading(line).is_some() || line.trim_start().starts_with(LAST_WORDS);
    let title = lines.iter().find(|line| !line.trim().is_empty());
    if !lines.iter().any(is_ours) {
        // A cut listing of an empty store: its title and nothing else.
        let is_bare_title = lines.iter().filter(|line| !line.trim().is_empty()).count() == 1;
        let has_title = title.is_some_and(|line| quoted_title(line).is_some());
        return (is_bare_title && has_title).then_some(Ok(Vec::new()));
    }
    Some(sections(lines))
}

/// A record: its heading's line, its heading's word, and the lines below.
struct Section<'a> {
    line: usize,
    word: &'a str,
    store: Option<String>,
    lines: Vec<&'a str>,
}

fn sections(lines: &[&str]) -> Result<Vec<Record>, StoreListingFault> {
    let mut records = Vec::new();
    let mut store = None;
    let mut open: Option<Section<'_>> = None;
    for (index, line) in lines.iter().enumerate() {
        let behind = lines.get(index + 1..).unwrap_or_default();
        if let Some(word) = heading(line) {
            close(open.take(), &mut records)?;
            open = Some(Section {
                line: index + 1,
                word,
                store: store.clone(),
                lines: Vec::new(),
            });
        } else if line.trim_start().starts_with(LAST_WORDS) {
            let code = certutil_key::error_code(line);
            match (code, &mut open) {
                // The last record's key could not be used: an answer, and no failure.
                (Some(0x8009_0000..=0x8009_FFFF), Some(section)) => section.lines.push(line),
                (Some(code), _) => {
                    let kind = StoreListingFaultKind::CommandFailed(code);
                    return Err(StoreListingFault::at(index + 1, kind));
                }
                (None, _) => {}
            }
            close(open.take(), &mut records)?;
        } else if let Some(title) = title(line, behind) {
            close(open.take(), &mut records)?;
            store = Some(title.to_owned());
        } else if let Some(section) = &mut open {
            section.lines.push(line);
        }
    }
    close(open, &mut records)?;
    Ok(records)
}

fn close(section: Option<Section<'_>>, records: &mut Vec<Record>) -> Result<(), StoreListingFault> {
    if let Some(section) = section
        && let Some(record) = record(&section)?
    {
        records.push(record);
    }
    Ok(())
}

/// The word of `================ Certificate 0 ================`; nested ones are no records.
fn heading(line: &str) -> Option<&str> {
    let line = line.trim();
    let inside = line.strip_prefix("====")?.strip_suffix("====")?;
    let inside = inside.trim_matches('=').trim();
    let (word, number) = inside.rsplit_once(' ')?;
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_one_word = !word.trim().contains(' ');
    (is_number && is_one_word).then_some(word.trim())
}

/// The store in `My "Personal"`, or in a line of its own before the first record.
fn title<'a>(line: &'a str, behind: &[&str]) -> Option<&'a str> {
    if line.is_empty() || line.starts_with(' ') {
        return None;
    }
    let next = behind.iter().find(|line| !line.trim().is_empty());
    let is_before_records = next
        .is_none_or(|line| heading(line).is_some() || line.trim_start().starts_with(LAST_WORDS));
    if !is_before_records {
        return None;
    }
    quoted_title(line).or_else(|| {
        let is_name = |char: char| char.is_ascii_alphanumeric() || matches!(char, '-' | '_');
        let is_bare = next.is_some_and(|line| heading(line).is_some_and(|_| line.contains(" 0 =")));
        let is_name = !line.is_empty() && line.chars().all(is_name);
        (is_bare && is_name).then_some(line)
    })
}

fn quoted_title(line: &str) -> Option<&str> {
    let (name, quoted) = line.trim().split_once(' ')?;
    let quoted = quoted.trim();
    let is_quoted = quoted.len() > 1 && quoted.starts_with('"') && quoted.ends_with('"');
    let is_name = |char: char| char.is_alphanumeric() || matches!(char, '-' | '_' | '.');
    (is_quoted && name.chars().all(is_name)).then_some(name)
}

/// The certificate; `None` for a list of revocations or of trust.
fn record(section: &Section<'_>) -> Result<Option<Record>, StoreListingFault> {
    let is_list = |text: &str| text.contains("CRL") || text.contains("CTL");
    if is_list(section.word) {
        return Ok(None);
    }
    let Some((hash_line, hash)) = thumbprint(&section.lines) else {
        let kind = StoreListingFaultKind::NoThumbprint;
        return Err(StoreListingFault::at(section.line, kind));
    };
    let mut record = Record::at(section.line);
    validity(&mut record, &section.lines);
    let is_list_hash = section
        .lines
        .get(hash_line)
        .is_some_and(|line| is_list(line));
    // In a language that has words of its own for such lists, they still have neither number nor subject.
    if is_list_hash || (!has_serial(&section.lines) && record.subject.is_none()) {
        return Ok(None);
    }
    record.store.clone_from(&section.store);
    record.thumbprint = Some(hash);
    record.is_day_first = section.word != "Certificate" && section.word.is_ascii();
    record.friendly_name = below(&section.lines, "CERT_FRIENDLY_NAME_PROP_ID").map(str::to_owned);
    record.dns_names = dns_names(&section.lines);
    let behind = section.lines.get(hash_line + 1..).unwrap_or_default();
    record.key = Some(certutil_key::key(behind));
    Ok(Some(record))
}

/// The value behind a label, whatever the label's language and colon.
fn value(line: &str) -> Option<&str> {
    let (label, value) = line.split_once([':', '：'])?;
    (!label.trim().is_empty()).then(|| value.trim())
}

/// A serial number is written in whole bytes, before the first name; the version is one digit.
fn has_serial(lines: &[&str]) -> bool {
    let is_serial = |text: &str| {
        let digits: String = text.split_whitespace().collect();
        !digits.is_empty()
            && digits.len().is_multiple_of(2)
            && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    let is_name = |line: &str| attribute(line.trim()) || value(line).is_some_and(attribute);
    let mut before = lines.iter().take_while(|line| !is_name(line));
    before.any(|line| !line.contains('(') && value(line).is_some_and(is_serial))
}

/// The last hash of 20 bytes on a line that says `sha1`: those of keys and names come before it.
fn thumbprint(lines: &[&str]) -> Option<(usize, Thumbprint)> {
    let of_line = |(index, line): (usize, &&str)| {
        let lower = line.to_ascii_lowercase();
        if !lower.contains("sha1") || lower.contains("-sha1") {
            return None;
        }
        let hash = Thumbprint::parse(value(line)?)?;
        Some((index, hash))
    };
    let mut hashes: Vec<(usize, Thumbprint)> =
        lines.iter().enumerate().filter_map(of_line).collect();
    hashes.pop()
}

/// Dates, the name before them and the name behind them.
fn validity(record: &mut Record, lines: &[&str]) {
    let dates: Vec<usize> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| value(line).is_some_and(is_date))
        .map(|(index, _)| index)
        .take(2)
        .collect();
    let written = |index: Option<&usize>| {
        let text = value(lines.get(*index?)?)?;
        Some(Date::Written(text.to_owned()))
    };
    record.not_before = written(dates.first());
    record.not_after = written(dates.get(1));
    let (Some(first), Some(last)) = (dates.first(), dates.last()) else {
        return;
    };
    let before = lines.get(..*first).unwrap_or_default();
    record.issuer = name(before);
    // An empty subject is written as a word of the language; the next name would be another one.
    let behind = lines.get(last + 1..).unwrap_or_default();
    let own = behind.iter().position(|line| !line.trim().is_empty());
    record.subject =
        own.and_then(|own| name(behind.get(own..own + NAME_LINES.min(behind.len() - own))?));
}

/// Lines that a name may take.
const NAME_LINES: usize = 24;

/// `label: CN=…, O=…`, or `label:` and an attribute on each indented line below.
fn name(lines: &[&str]) -> Option<String> {
    for (index, line) in lines.iter().enumerate() {
        let Some(text) = value(line) else { continue };
        if attribute(text) {
            return Some(text.to_owned());
        }
        if text.is_empty() {
            let below = lines.get(index + 1..).unwrap_or_default();
            let parts = below.iter().map(|line| line.trim());
            let parts: Vec<&str> = parts.take_while(|line| attribute(line)).collect();
            if !parts.is_empty() {
                return Some(parts.join(", "));
            }
        }
    }
    None
}

/// `CN=…`, `OU=…`, `2.5.4.97=…`.
fn attribute(text: &str) -> bool {
    let Some((kind, value)) = text.split_once('=') else {
        return false;
    };
    let is_kind = |char: char| char.is_ascii_alphanumeric() || char == '.';
    !kind.is_empty() && kind.len() <= 40 && kind.chars().all(is_kind) && !value.is_empty()
}

/// The line below a property, which `-v` names by its constant.
fn below<'a>(lines: &[&'a str], property: &str) -> Option<&'a str> {
    let at = lines
        .iter()
        .position(|line| line.trim_start().starts_with(property))?;
    lines.get(at + 1).map(|line| line.trim())
}

/// `DNS Name=…`, `DNS-Name=…`: what `-v` lists of the alternative names; `None` without them.
fn dns_names(lines: &[&str]) -> Option<Vec<String>> {
    let of_line = |line: &&str| {
        let (label, name) = line.trim().split_once('=')?;
        let is_dns = label.starts_with("DNS") && !label.contains(':');
        (is_dns && !name.is_empty()).then(|| name.trim().to_owned())
    };
    let names: Vec<String> = lines.iter().filter_map(of_line).collect();
    (!names.is_empty()).then_some(names)
}
