//! Lines of a page: paragraphs wrapped at 80 columns, tables with aligned columns.

use crate::text::prose::{columns, padded, wrapped};

/// Columns of a page.
const WIDTH: usize = 80;

/// Text that grows line by line.
#[derive(Default)]
pub struct Page {
    out: String,
    is_after_gap: bool,
}

impl Page {
    /// One empty line, never two.
    pub fn gap(&mut self) {
        if !self.out.is_empty() && !self.is_after_gap {
            self.out.push('\n');
            self.is_after_gap = true;
        }
    }

    /// A line as it is.
    pub fn line(&mut self, indent: usize, text: &str) {
        self.out.push_str(&" ".repeat(indent));
        self.out.push_str(text);
        self.out.push('\n');
        self.is_after_gap = false;
    }

    /// A wrapped paragraph, every line indented; nothing for an empty text.
    pub fn paragraph(&mut self, indent: usize, text: &str) {
        for line in wrapped(text, WIDTH.saturating_sub(indent)) {
            self.line(indent, &line);
        }
    }

    /// A wrapped paragraph behind a label, further lines below its first.
    pub fn labelled(&mut self, indent: usize, label: &str, width: usize, text: &str) {
        let inner = indent + width;
        for (index, line) in wrapped(text, WIDTH.saturating_sub(inner))
            .iter()
            .enumerate()
        {
            let label = if index == 0 { label } else { "" };
            self.line(indent, &format!("{}{line}", padded(label, width)));
        }
    }

    /// Rows with columns of the same width, two spaces apart. A last column may be longer.
    pub fn table(&mut self, indent: usize, rows: &[Vec<String>]) {
        let widths = widths(rows);
        for row in rows {
            let cells: Vec<String> = row
                .iter()
                .zip(&widths)
                .map(|(cell, width)| padded(cell, *width))
                .collect();
            self.line(indent, cells.join("  ").trim_end());
        }
    }

    /// The text.
    pub fn finish(self) -> String {
        self.out
    }
}

/// Columns that a table takes without its indent.
pub fn table_width(rows: &[Vec<String>]) -> usize {
    let widths = widths(rows);
    widths.iter().sum::<usize>() + 2 * widths.len().saturating_sub(1)
}

fn widths(rows: &[Vec<String>]) -> Vec<usize> {
    let count = rows.iter().map(Vec::len).max().unwrap_or_default();
    (0..count)
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| columns(cell)).max().unwrap_or_default()
        })
        .collect()
}
