//! `Export-Csv` and `ConvertTo-Csv`: a line of names, then a line for each certificate; commas, semicolons
//! or tabs by the server's language; an optional `#TYPE` line before it.

use super::properties::{is_thumbprint, put};
use super::record::Record;
use super::{Read, StoreListingFault, StoreListingFaultKind};

/// Reads it; `None` when the first line names no thumbprint.
pub(super) fn read(text: &str) -> Read {
    let mut skipped = 0;
    let mut rest = text;
    loop {
        let (line, behind) = rest.split_once('\n').unwrap_or((rest, ""));
        if !(line.trim().is_empty() || line.starts_with("#TYPE")) {
            break;
        }
        if behind.is_empty() {
            return None;
        }
        skipped += 1;
        rest = behind;
    }
    let header = rest.lines().next()?;
    let delimiter = [',', ';', '\t']
        .into_iter()
        .find(|delimiter| header.contains(*delimiter))?;
    let mut rows = Rows::new(rest, delimiter, skipped + 1);
    let (_, names) = rows.next()?;
    if !names.iter().any(|name| is_thumbprint(name)) {
        return None;
    }
    Some(
        rows.map(|(line, cells)| record(line, &names, &cells))
            .collect(),
    )
}

fn record(line: usize, names: &[String], cells: &[String]) -> Result<Record, StoreListingFault> {
    let mut record = Record::at(line);
    for (name, value) in names.iter().zip(cells) {
        put(&mut record, name, value);
    }
    match record.thumbprint {
        Some(_) => Ok(record),
        None => Err(StoreListingFault::at(
            line,
            StoreListingFaultKind::NoThumbprint,
        )),
    }
}

/// Rows with the line where each begins (RFC 4180: quotes doubled inside quotes, lines may break there).
struct Rows<'a> {
    chars: std::iter::Peekable<std::str::Chars<'a>>,
    delimiter: char,
    line: usize,
}

impl<'a> Rows<'a> {
    fn new(text: &'a str, delimiter: char, line: usize) -> Self {
        Self {
            chars: text.chars().peekable(),
            delimiter,
            line,
        }
    }

    /// One cell, and whether another one follows on the row.
    fn cell(&mut self) -> (String, bool) {
        let mut cell = String::new();
        let mut is_quoted = false;
        while let Some(char) = self.chars.next() {
            match char {
                '"' if is_quoted && self.chars.peek() == Some(&'"') => {
                    self.chars.next();
                    cell.push('"');
                }
                '"' => is_quoted = !is_quoted,
                '\n' => {
                    self.line += 1;
                    if !is_quoted {
                        return (cell, false);
                    }
                    cell.push('\n');
                }
                '\r' if !is_quoted => {}
                char if char == self.delimiter && !is_quoted => return (cell, true),
                char => cell.push(char),
            }
        }
        (cell, false)
    }
}

impl Iterator for Rows<'_> {
    type Item = (usize, Vec<String>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            self.chars.peek()?;
            let line = self.line;
            let mut cells = Vec::new();
            loop {
                let (cell, has_more) = self.cell();
                cells.push(cell);
                if !has_more {
                    break;
                }
            }
            if cells.iter().any(|cell| !cell.trim().is_empty()) {
                return Some((line, cells));
            }
        }
    }
}
