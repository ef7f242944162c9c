//! iCalendar text values and folded content lines (RFC 5545 sections 3.1 and 3.3.11).

/// A TEXT value; hidden characters are shown.
pub fn ics(text: &str) -> String {
    let shown = super::display(text);
    let mut out = String::with_capacity(shown.len());
    for char in shown.chars() {
        if matches!(char, '\\' | ';' | ',') {
            out.push('\\');
        }
        out.push(char);
    }
    out
}

/// A whole content line `NAME:VALUE` with a TEXT value, folded at 75 octets and ended by CRLF.
pub fn ics_line(name: &str, text: &str) -> String {
    const OCTETS: usize = 75;
    let mut out = String::new();
    let mut used = 0;
    for char in format!("{name}:{}", ics(text)).chars() {
        if used + char.len_utf8() > OCTETS {
            out.push_str("\r\n ");
            used = 1;
        }
        used += char.len_utf8();
        out.push(char);
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::ics_line;
    use crate::text::foreign::{display, hostile::NAMES};

    /// Unfolds and unescapes as RFC 5545 says.
    fn undo(line: &str) -> String {
        let unfolded = line.replace("\r\n ", "");
        let value = unfolded
            .strip_prefix("SUMMARY:")
            .unwrap()
            .strip_suffix("\r\n")
            .unwrap();
        let mut out = String::new();
        let mut chars = value.chars();
        while let Some(char) = chars.next() {
            match char {
                '\\' => out.extend(chars.next()),
                ';' | ',' => panic!("ends the value"),
                char => out.push(char),
            }
        }
        out
    }

    #[test]
    fn names_come_back_and_lines_stay_short() {
        let long = "名称".repeat(60);
        for name in NAMES.iter().copied().chain([long.as_str()]) {
            let line = ics_line("SUMMARY", name);
            assert_eq!(undo(&line), display(name));
            assert!(line.split("\r\n").all(|part| part.len() <= 75), "{line}");
        }
    }
}
