//! The rows of a listing: a value behind a colon, whatever the label before it says.

use std::collections::VecDeque;
use std::iter::Enumerate;
use std::str::Lines;

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line<'t> {
    /// Nothing but white space.
    Blank,
    /// `-------` below a title.
    Underline,
    /// A value behind a label, perhaps an empty one.
    Value(&'t str),
    /// A title, a section's name, a sentence.
    Words(&'t str),
}

/// A line with its number, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Row<'t> {
    pub(super) number: u32,
    pub(super) line: Line<'t>,
}

/// Lines with a look ahead.
pub(super) struct Rows<'t> {
    lines: Enumerate<Lines<'t>>,
    ahead: VecDeque<Row<'t>>,
}

impl<'t> Rows<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            lines: text.lines().enumerate(),
            ahead: VecDeque::with_capacity(4),
        }
    }

    /// The line that many lines ahead, not taken.
    pub(super) fn peek(&mut self, ahead: usize) -> Option<Row<'t>> {
        while self.ahead.len() <= ahead {
            let row = Self::read(self.lines.next()?);
            self.ahead.push_back(row);
        }
        self.ahead.get(ahead).copied()
    }

    /// The value that many lines ahead; `None` when that line has none.
    pub(super) fn value(&mut self, ahead: usize) -> Option<&'t str> {
        match self.peek(ahead)?.line {
            Line::Value(value) => Some(value),
            _ => None,
        }
    }

    fn read((index, text): (usize, &'t str)) -> Row<'t> {
        Row {
            number: u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1),
            line: line(text),
        }
    }
}

impl<'t> Iterator for Rows<'t> {
    type Item = Row<'t>;

    fn next(&mut self) -> Option<Row<'t>> {
        match self.ahead.pop_front() {
            Some(row) => Some(row),
            None => self.lines.next().map(Self::read),
        }
    }
}

fn line(text: &str) -> Line<'_> {
    let text = text.trim_end();
    let inside = text.trim_start();
    if inside.is_empty() {
        return Line::Blank;
    }
    if inside.len() >= 3 && inside.bytes().all(|byte| byte == b'-') {
        return Line::Underline;
    }
    value(text).map_or(Line::Words(inside), Line::Value)
}

/// What stands behind the last colon that separates: one followed by white space, or a full-width one. A
/// colon inside of `IP:port`, `主机名:端口` or of a value is followed by a character. A colon at the end
/// separates an empty value when it stands in its column, behind spaces; otherwise it ends a title.
fn value(text: &str) -> Option<&str> {
    let mut end = text.len();
    loop {
        let at = text.get(..end)?.rfind([':', '：'])?;
        let (label, rest) = text.split_at_checked(at)?;
        let mut chars = rest.chars();
        let colon = chars.next()?;
        let value = chars.as_str();
        match value.chars().next() {
            None => return label.ends_with(char::is_whitespace).then_some(value),
            Some(next) if next.is_whitespace() || colon == '：' => return Some(value.trim()),
            Some(_) => end = at,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Line, line};

    #[test]
    fn values_are_found_behind_any_label() {
        for (text, found) in [
            ("", Line::Blank),
            (" \t", Line::Blank),
            ("-------------------------", Line::Underline),
            (
                "SSL Certificate bindings: ",
                Line::Words("SSL Certificate bindings:"),
            ),
            (" Extended Properties:", Line::Words("Extended Properties:")),
            (
                "C:\\Users\\a>netsh http show sslcert",
                Line::Words("C:\\Users\\a>netsh http show sslcert"),
            ),
            (
                "    IP:port       : 0.0.0.0:443 ",
                Line::Value("0.0.0.0:443"),
            ),
            ("    IP:port       : [::1]:443", Line::Value("[::1]:443")),
            (
                " Hostname:port: a.example:443",
                Line::Value("a.example:443"),
            ),
            (
                "    主机名:端口   : a.example:443",
                Line::Value("a.example:443"),
            ),
            (
                "    主机名：端口：a.example:443",
                Line::Value("a.example:443"),
            ),
            ("    Ctl Identifier          :", Line::Value("")),
            (
                "    Reserved URL    : http://*:5357/ ",
                Line::Value("http://*:5357/"),
            ),
        ] {
            assert_eq!(line(text), found, "{text}");
        }
    }
}
