//! One field of a CSV file (RFC 4180) that spreadsheets take as text.

/// The field in quotes. A field that a spreadsheet would run as a formula gets a leading apostrophe;
/// hidden characters, line breaks among them, are shown.
pub fn csv(text: &str) -> String {
    let shown = super::display(text);
    let guard = if is_formula(&shown) { "'" } else { "" };
    format!("\"{guard}{}\"", shown.replace('"', "\"\""))
}

fn is_formula(text: &str) -> bool {
    text.trim_start()
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::csv;

    #[test]
    fn formulas_become_text() {
        assert_eq!(csv("=1+1"), "\"'=1+1\"");
        assert_eq!(csv(" @x"), "\"' @x\"");
        assert_eq!(csv("a \"b\", c"), "\"a \"\"b\"\", c\"");
    }

    #[cfg(feature = "peer-tests")]
    #[test]
    fn a_real_parser_reads_every_name_back() {
        use crate::text::foreign::{
            display,
            hostile::{NAMES, through_python},
        };
        let script = "import csv,sys\n\
            rows=list(csv.reader(sys.stdin))\n\
            assert len(rows)==1 and len(rows[0])==2 and rows[0][1]=='end', rows\n\
            sys.stdout.write(rows[0][0])";
        for name in NAMES {
            let read = through_python(script, &format!("{},end\r\n", csv(name)));
            let guard = if csv(name).starts_with("\"'") && !name.starts_with('\'') {
                "'"
            } else {
                ""
            };
            assert_eq!(read, format!("{guard}{}", display(name)));
        }
    }
}
