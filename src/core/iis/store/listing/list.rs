//! `Get-ChildItem Cert:\LocalMachine\My | Format-List *`: a line for each property, an empty line between
//! certificates, long values continued on indented lines.

use super::properties::{is_thumbprint, put};
use super::record::Record;
use super::{Read, StoreListingFault, StoreListingFaultKind};

/// Reads it; `None` when no line is a thumbprint.
pub(super) fn read(lines: &[&str]) -> Read {
    let is_name = |line: &&str| property(line).is_some_and(|(name, _)| is_thumbprint(name));
    lines.iter().find(|line| is_name(line))?;
    let mut reader = Reader::default();
    for (index, line) in lines.iter().enumerate() {
        reader.line(index + 1, line);
    }
    reader.end_record();
    Some(match reader.fault {
        Some(fault) => Err(fault),
        None => Ok(reader.records),
    })
}

/// `Name   : value`, the name at the start of the line.
fn property(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(':')?;
    let bare = name.trim_end();
    let is_name = |char: char| char.is_ascii_alphanumeric() || char == '_';
    (!bare.is_empty() && bare.chars().all(is_name)).then_some((bare, value.trim()))
}

#[derive(Default)]
struct Reader {
    records: Vec<Record>,
    open: Option<Record>,
    pending: Option<(String, String)>,
    fault: Option<StoreListingFault>,
}

impl Reader {
    fn line(&mut self, number: usize, line: &str) {
        if line.trim().is_empty() {
            return self.end_record();
        }
        if let Some((name, value)) = property(line) {
            self.end_property();
            self.open.get_or_insert_with(|| Record::at(number));
            self.pending = Some((name.to_owned(), value.to_owned()));
        } else if line.starts_with([' ', '\t'])
            && let Some((_, value)) = &mut self.pending
        {
            value.push(' ');
            value.push_str(line.trim());
        }
    }

    fn end_property(&mut self) {
        if let (Some((name, value)), Some(record)) = (self.pending.take(), &mut self.open) {
            put(record, &name, &value);
        }
    }

    fn end_record(&mut self) {
        self.end_property();
        let Some(record) = self.open.take() else {
            return;
        };
        if record.thumbprint.is_some() {
            return self.records.push(record);
        }
        // Stores themselves are listed too (`Name : My`); only a certificate has a subject.
        if record.subject.is_some() && self.fault.is_none() {
            let kind = StoreListingFaultKind::NoThumbprint;
            self.fault = Some(StoreListingFault::at(record.line, kind));
        }
    }
}
