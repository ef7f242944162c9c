//! Edits of the text: each replaces one piece and leaves every other byte.

use crate::core::iis::config::{Binding, Source, Span};

/// One piece of the text and what comes in its place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// The piece; empty for something that is only added.
    pub span: Span,
    /// What comes there.
    pub new: String,
}

/// The text with all edits. They are sorted and do not overlap.
pub fn spliced(text: &str, edits: &[Edit]) -> String {
    let added: usize = edits.iter().map(|edit| edit.new.len()).sum();
    let mut out = String::with_capacity(text.len() + added);
    let mut from = 0;
    for edit in edits {
        out.push_str(text.get(from..edit.span.start as usize).unwrap_or_default());
        out.push_str(&edit.new);
        from = edit.span.end as usize;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out
}

/// Another value of `bindingInformation`; `None` when the binding has no such attribute.
pub fn information(source: &Source, binding: &Binding, value: &str) -> Option<Edit> {
    let span = binding.information_span?;
    Some(Edit {
        span,
        new: escaped(value, quote_before(source, span)),
    })
}

/// Another value of `sslFlags`; where it is not written yet it is put behind `bindingInformation`.
pub fn flags(source: &Source, binding: &Binding, value: u32) -> Option<Edit> {
    if let Some(span) = binding.flags_span {
        let new = value.to_string();
        return Some(Edit { span, new });
    }
    let behind = binding.information_span?;
    let quote = quote_before(source, behind);
    let at = behind.end + 1;
    Some(Edit {
        span: Span { start: at, end: at },
        new: format!(" sslFlags={quote}{value}{quote}"),
    })
}

/// Takes an element away, and its line when nothing else stands there.
pub fn removed(source: &Source, element: Span) -> Edit {
    let text = &source.text;
    let before = text.get(..element.start as usize).unwrap_or_default();
    let indent = before.len() - before.trim_end_matches([' ', '\t']).len();
    let after = text.get(element.end as usize..).unwrap_or_default();
    let blank = after.len() - after.trim_start_matches([' ', '\t']).len();
    let rest = after.get(blank..).unwrap_or_default();
    let line_end = match rest {
        rest if rest.starts_with("\r\n") => 2,
        rest if rest.starts_with('\n') => 1,
        _ => 0,
    };
    let begins_line = before
        .get(..before.len() - indent)
        .is_some_and(|rest| rest.ends_with('\n'));
    let span = match begins_line && line_end > 0 {
        true => Span {
            start: element.start - indent as u32,
            end: element.end + (blank + line_end) as u32,
        },
        false => element,
    };
    Edit {
        span,
        new: String::new(),
    }
}

/// Puts a new binding behind another, written like that one: on a line of its own when that one is.
pub fn added(source: &Source, behind: Span, information: &str, flags: u32) -> Edit {
    let before = source.text.get(..behind.start as usize).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let is_own_line = line.len() < before.len() && line.trim().is_empty();
    let lead = match is_own_line {
        true => format!("{}{line}", source.line_end()),
        false => String::new(),
    };
    let written = source.text.get(behind.range()).unwrap_or_default();
    let end = match written.ends_with(" />") {
        true => " />",
        false => "/>",
    };
    let information = escaped(information, '"');
    let flags = match flags {
        0 => String::new(),
        flags => format!(" sslFlags=\"{flags}\""),
    };
    Edit {
        span: Span {
            start: behind.end,
            end: behind.end,
        },
        new: format!(
            "{lead}<binding protocol=\"https\" bindingInformation=\"{information}\"{flags}{end}"
        ),
    }
}

fn quote_before(source: &Source, value: Span) -> char {
    let before = source.text.get(..value.start as usize).unwrap_or_default();
    match before.ends_with('\'') {
        true => '\'',
        false => '"',
    }
}

/// An attribute's value between these quotes. Only marks that XML gives a meaning are replaced; what a
/// binding can hold has no control characters.
fn escaped(value: &str, quote: char) -> String {
    let mut out = String::with_capacity(value.len());
    for char in value.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '"' if quote == '"' => out.push_str("&quot;"),
            '\'' if quote == '\'' => out.push_str("&apos;"),
            char => out.push(char),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{added, flags, information, removed, spliced};
    use crate::core::iis::config::{Configuration, Source, read};

    const SITE: &str = "<sites>\r\n  <site name=\"a\" id=\"1\">\r\n    <bindings>\r\n\
        \t<binding protocol=\"http\" bindingInformation=\"*:80:\"/>\r\n\
        \t<binding bindingInformation = '*:443:' protocol='https' /> <!-- keep -->\r\n\
        \t<binding protocol=\"https\" bindingInformation=\"*:444:\" sslFlags = \"0\" />\r\n\
        \t</bindings></site></sites>";

    fn parts() -> (Source, Configuration) {
        let source = Source::read(SITE.as_bytes()).expect("text");
        let configuration = read(&source).expect("sites");
        (source, configuration)
    }

    #[test]
    fn only_the_named_attributes_change() {
        let (source, configuration) = parts();
        let bindings = &configuration.sites[0].bindings;
        let mut edits = vec![
            information(&source, &bindings[1], "*:443:it's.example").expect("edit"),
            flags(&source, &bindings[1], 1).expect("edit"),
            flags(&source, &bindings[2], 5).expect("edit"),
        ];
        edits.sort();
        let expected = SITE
            .replace("'*:443:'", "'*:443:it&apos;s.example' sslFlags='1'")
            .replace("\"0\"", "\"5\"");
        assert_eq!(spliced(&source.text, &edits), expected);
    }

    #[test]
    fn a_binding_goes_with_its_line_and_comes_on_one() {
        let (source, configuration) = parts();
        let bindings = &configuration.sites[0].bindings;
        let first = "\t<binding protocol=\"http\" bindingInformation=\"*:80:\"/>\r\n";
        let edit = removed(&source, bindings[0].span);
        assert_eq!(spliced(&source.text, &[edit]), SITE.replace(first, ""));
        // A comment on the same line stays.
        let edit = removed(&source, bindings[1].span);
        let written = "<binding bindingInformation = '*:443:' protocol='https' />";
        assert_eq!(spliced(&source.text, &[edit]), SITE.replace(written, ""));
        let edit = added(&source, bindings[0].span, "*:443:b", 1);
        let both = format!(
            "{first}\t<binding protocol=\"https\" bindingInformation=\"*:443:b\" sslFlags=\"1\"/>\r\n"
        );
        assert_eq!(spliced(&source.text, &[edit]), SITE.replace(first, &both));
    }
}
