//! XML 1.0 text and attribute values.

/// The text for an element's content or a quoted attribute value. Hidden characters, which XML 1.0
/// cannot carry, are shown; so are the two noncharacters it forbids.
pub fn xml(text: &str) -> String {
    let spell = |char| format!("‹U+{:04X}›", u32::from(char));
    let shown = super::display(text);
    let shown = shown
        .replace('\u{FFFE}', &spell('\u{FFFE}'))
        .replace('\u{FFFF}', &spell('\u{FFFF}'));
    super::markup::escaped(&shown, "&apos;")
}

#[cfg(test)]
mod tests {
    use super::xml;
    use crate::text::foreign::hostile::NAMES;

    #[test]
    fn no_name_opens_a_tag_or_ends_an_attribute() {
        for name in NAMES {
            assert!(!xml(name).contains(['<', '>', '"', '\'']), "{name:?}");
        }
        assert_eq!(xml("\u{FFFF}"), "‹U+FFFF›");
    }

    #[cfg(feature = "peer-tests")]
    #[test]
    fn a_real_parser_reads_every_name_back() {
        use crate::text::foreign::{display, hostile::through_python};
        let script = "import sys,xml.etree.ElementTree as E\n\
            e=E.fromstring(sys.stdin.read())\n\
            assert len(e)==0 and e.get('v')==(e.text or ''), (e.get('v'), e.text)\n\
            sys.stdout.write(e.text or '')";
        for name in NAMES {
            let quoted = xml(name);
            let page = format!("<b v='{quoted}'>{quoted}</b>");
            assert_eq!(through_python(script, &page), display(name));
        }
    }
}
