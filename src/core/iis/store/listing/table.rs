//! PowerShell's table: names of columns, dashes under them, a line for each certificate.

use super::properties::{is_thumbprint, put, store_of};
use super::record::Record;
use super::{Read, StoreListingFault, StoreListingFaultKind};

/// A column: its name and where it begins and ends, in characters.
struct Column {
    name: String,
    start: usize,
    end: usize,
}

/// Reads all tables of the text; `None` when there is none with a column of thumbprints.
pub(super) fn read(lines: &[&str]) -> Read {
    let mut records = Vec::new();
    let mut columns: Option<Vec<Column>> = None;
    let mut store = None;
    let mut was_found = false;
    let mut previous = "";
    for (index, line) in lines.iter().enumerate() {
        if let Some(found) = columns_of(previous, line) {
            was_found = true;
            columns = Some(found);
        } else if let Some(named) = store_of(line, "PSParentPath") {
            store = Some(named);
            columns = None;
        } else if line.trim().is_empty() {
            columns = None;
        } else if let Some(columns) = &columns {
            match row(index + 1, line, columns, store.as_deref()) {
                Ok(record) => records.push(record),
                Err(fault) => return Some(Err(fault)),
            }
        }
        previous = line;
    }
    was_found.then_some(Ok(records))
}

/// The columns, when the line is made of dashes and the one above it names a thumbprint.
fn columns_of(names: &str, dashes: &str) -> Option<Vec<Column>> {
    let is_rule = dashes.contains("--") && dashes.chars().all(|char| matches!(char, '-' | ' '));
    if !is_rule || !names.to_ascii_lowercase().contains("thumbprint") {
        return None;
    }
    let mut starts = Vec::new();
    let mut was_dash = false;
    for (index, char) in dashes.chars().enumerate() {
        if char == '-' && !was_dash {
            starts.push(index);
        }
        was_dash = char == '-';
    }
    let ends = starts.iter().skip(1).copied().chain([usize::MAX]);
    let columns: Vec<Column> = starts
        .iter()
        .zip(ends)
        .map(|(start, end)| Column {
            name: cell(names, *start, end),
            start: *start,
            end,
        })
        .collect();
    let has_thumbprint = columns.iter().any(|column| is_thumbprint(&column.name));
    has_thumbprint.then_some(columns)
}

fn cell(line: &str, start: usize, end: usize) -> String {
    let chars = line.chars().skip(start).take(end - start);
    chars.collect::<String>().trim().to_owned()
}

fn row(
    number: usize,
    line: &str,
    columns: &[Column],
    store: Option<&str>,
) -> Result<Record, StoreListingFault> {
    let mut record = Record::at(number);
    record.store = store.map(str::to_owned);
    for column in columns {
        put(
            &mut record,
            &column.name,
            &cell(line, column.start, column.end),
        );
    }
    match record.thumbprint {
        Some(_) => Ok(record),
        None => {
            let kind = StoreListingFaultKind::NoThumbprint;
            Err(StoreListingFault::at(number, kind))
        }
    }
}
