//! HTML text and attribute values.

/// The text for an element's content or a quoted attribute value; hidden characters are shown.
pub fn html(text: &str) -> String {
    super::markup::escaped(&super::display(text), "&#39;")
}

/// The same for words in which foreign text was shown already, so that it is not spelt out twice.
pub fn html_of_shown(words: &str) -> String {
    super::markup::escaped(words, "&#39;")
}

#[cfg(test)]
mod tests {
    use super::html;
    use crate::text::foreign::hostile::NAMES;

    #[test]
    fn no_name_opens_a_tag_or_ends_an_attribute() {
        for name in NAMES {
            assert!(!html(name).contains(['<', '>', '"', '\'']), "{name:?}");
        }
    }

    #[cfg(feature = "peer-tests")]
    #[test]
    fn a_real_parser_reads_every_name_back() {
        use crate::text::foreign::{display, hostile::through_python};
        let script = "import html.parser,sys\n\
            class P(html.parser.HTMLParser):\n    t=''\n    a=[]\n    def handle_data(self,d): self.t+=d\n    def handle_starttag(self,n,a): self.a.append((n,a))\n\
            p=P(convert_charrefs=True); p.feed(sys.stdin.read()); p.close()\n\
            assert p.a[0][0]=='b' and len(p.a)==1 and p.a[0][1][0][1]==p.t, p.a\n\
            sys.stdout.write(p.t)";
        for name in NAMES {
            let quoted = html(name);
            let page = format!("<b title=\"{quoted}\">{quoted}</b>");
            assert_eq!(through_python(script, &page), display(name));
        }
    }
}
