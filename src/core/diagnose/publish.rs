//! Records that somebody has to publish before the CA finds what it looks for, ready to copy.

use serde::Serialize;

use super::check::Summary;
use super::checks::caa::{CaaLine, host_of};
use super::checks::dns::DnsSummary;
use super::expected::{Expected, registrable};
use super::report::Diagnosis;
use crate::core::env::{DnsName, RecordType};
use crate::core::finding::{CaaFact, Fact, Finding, RecordFact, Severity};

/// One record to publish.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ToPublish {
    /// Its full name.
    pub name: DnsName,
    /// The domain it is entered in, where that is known: the registrable one.
    pub zone: Option<DnsName>,
    /// Its name as a provider's form asks for it, relative to the domain; `@` for the domain itself.
    pub host: String,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: RecordType,
    /// Its value as a provider's form asks for it, without quotes. Foreign text.
    pub value: String,
    /// The same as a zone file has it (RFC 1035 section 5.1), names with their final dot.
    pub zone_line: String,
}

impl ToPublish {
    /// The record of something expected, entered in the registrable domain; a file has none.
    pub fn of(expected: &Expected) -> Option<Self> {
        let (name, kind, value, in_file) = match expected {
            Expected::Txt { name, value } => {
                let quoted = quoted(value.as_bytes());
                (name, RecordType::TXT, value.clone(), quoted)
            }
            Expected::Cname { name, target } => {
                let (target, dotted) = (target.to_string(), format!("{target}."));
                (name, RecordType::CNAME, target, dotted)
            }
            Expected::File { .. } => return None,
        };
        let record = Self {
            host: name.to_string(),
            zone: None,
            zone_line: format!("{name}. IN {kind} {in_file}"),
            name: name.clone(),
            kind,
            value,
        };
        Some(match registrable(name) {
            Some(zone) => record.entered_in(zone),
            None => record,
        })
    }

    fn entered_in(self, zone: DnsName) -> Self {
        Self {
            host: host_of(&self.name, &zone),
            zone: Some(zone),
            ..self
        }
    }

    /// A CAA record that would let the CA issue.
    fn of_caa(line: &CaaLine) -> Option<Self> {
        let (name, _) = line.line.split_once(". ")?;
        let value = format!("{} {} \"{}\"", line.flags, line.tag, line.value);
        Some(Self {
            name: DnsName::parse(name)?,
            zone: Some(line.zone.clone()),
            host: line.host.clone(),
            kind: RecordType::CAA,
            value,
            zone_line: line.line.clone(),
        })
    }
}

/// What has to be published so that the problems found go away, each record once.
pub fn to_publish(found: &Diagnosis) -> Vec<ToPublish> {
    let mut all: Vec<ToPublish> = Vec::new();
    for finding in found.findings() {
        for record in of_finding(&found.request.expected, &finding) {
            let record = match zone_of(found, &record.name) {
                Some(zone) => record.entered_in(zone),
                None => record,
            };
            if !all.contains(&record) {
                all.push(record);
            }
        }
    }
    all
}

/// The records that make one finding go away, of what the CA expects or as the finding says.
pub fn of_finding(expected: &[Expected], finding: &Finding) -> Vec<ToPublish> {
    if finding.severity == Severity::Info {
        return Vec::new();
    }
    match &finding.fact {
        Fact::Caa(CaaFact::Forbids { add, .. }) => {
            add.iter().filter_map(ToPublish::of_caa).collect()
        }
        Fact::Record(fact) => {
            let records = expected.iter().filter_map(ToPublish::of);
            records
                .filter(|record| lacking(fact) == Some(&record.name))
                .collect()
        }
        _ => Vec::new(),
    }
}

/// The name at which a fact says that the right record is lacking.
fn lacking(fact: &RecordFact) -> Option<&DnsName> {
    match fact {
        RecordFact::CnameMissing { name, .. }
        | RecordFact::CnameWrongTarget { name, .. }
        | RecordFact::DoubledLabel { name, .. }
        | RecordFact::FromWildcard { name, .. }
        | RecordFact::ServersDisagree { name, .. }
        | RecordFact::TxtMissing { name, .. }
        | RecordFact::TxtWrongValue { name, .. }
        | RecordFact::WrongPlace { name, .. } => Some(name),
        _ => None,
    }
}

/// The deepest zone above a name that a walk reached.
fn zone_of(found: &Diagnosis, name: &DnsName) -> Option<DnsName> {
    let reached = found
        .checks
        .iter()
        .filter_map(|check| match &check.summary {
            Some(Summary::Dns(DnsSummary::Delegated { zone, .. })) => Some(zone),
            _ => None,
        });
    let above = reached.filter(|zone| name.is_within(zone));
    above.max_by_key(|zone| zone.labels().count()).cloned()
}

/// Octets of one string of a TXT record (RFC 1035 section 3.3).
const STRING_OCTETS: usize = 255;

/// A text as the strings of a TXT record in a zone file.
fn quoted(bytes: &[u8]) -> String {
    let strings: Vec<String> = bytes.chunks(STRING_OCTETS).map(string).collect();
    strings.join(" ")
}

fn string(bytes: &[u8]) -> String {
    let mut out = String::from("\"");
    for byte in bytes {
        match byte {
            b'"' | b'\\' => {
                out.push('\\');
                out.push(char::from(*byte));
            }
            b' '..=b'~' => out.push(char::from(*byte)),
            other => out.push_str(&format!("\\{other:03}")),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::{CaaLine, ToPublish};
    use crate::core::diagnose::expected::Expected;
    use crate::core::env::DnsName;

    fn txt(name: &str, value: &str) -> ToPublish {
        let name = DnsName::parse(name).unwrap();
        let value = value.to_owned();
        ToPublish::of(&Expected::Txt { name, value }).unwrap()
    }

    #[test]
    fn a_record_is_told_relative_to_the_domain_it_is_entered_in() {
        let record = txt("_dnsauth.shop.example.co.uk", "token");
        assert_eq!(record.host, "_dnsauth.shop");
        assert_eq!(
            record.zone_line,
            "_dnsauth.shop.example.co.uk. IN TXT \"token\""
        );
        let zone = DnsName::parse("example.com").unwrap();
        let caa = ToPublish::of_caa(&CaaLine::at(&zone, &zone, "issue", "ca.example")).unwrap();
        assert_eq!(
            [caa.host.as_str(), &caa.value],
            ["@", "0 issue \"ca.example\""]
        );
    }

    #[test]
    fn a_text_is_quoted_as_a_zone_file_needs_it() {
        let record = txt("a.example.com", "a \"b\" \\ ü\u{1b}");
        assert!(
            record
                .zone_line
                .ends_with(r#"TXT "a \"b\" \\ \195\188\027""#),
            "{}",
            record.zone_line
        );
        let long = txt("a.example.com", &"x".repeat(300));
        assert_eq!(long.zone_line.matches('"').count(), 4);
    }
}
