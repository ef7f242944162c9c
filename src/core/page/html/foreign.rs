//! Where a page holds SVG or MathML: tags mean something else there, and none makes what follows plain text
//! (WHATWG HTML section 13.2.6.5).

use html5gum::emitters::default::StartTag;

/// What is open of the two kinds, the innermost last.
#[derive(Default)]
pub struct Foreign(Vec<Open>);

struct Open {
    name: Vec<u8>,
    is_foreign: bool,
}

/// Tags that end foreign content which was not closed.
const ENDING: &[&[u8]] = &[
    b"b",
    b"big",
    b"blockquote",
    b"body",
    b"br",
    b"center",
    b"code",
    b"dd",
    b"div",
    b"dl",
    b"dt",
    b"em",
    b"embed",
    b"h1",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"head",
    b"hr",
    b"i",
    b"img",
    b"li",
    b"listing",
    b"menu",
    b"meta",
    b"nobr",
    b"ol",
    b"p",
    b"pre",
    b"ruby",
    b"s",
    b"small",
    b"span",
    b"strike",
    b"strong",
    b"sub",
    b"sup",
    b"table",
    b"tt",
    b"u",
    b"ul",
    b"var",
];
/// Tags of SVG and MathML within which HTML stands.
const ISLANDS: &[&[u8]] = &[
    b"annotation-xml",
    b"desc",
    b"foreignobject",
    b"mi",
    b"mn",
    b"mo",
    b"ms",
    b"mtext",
    b"title",
];
/// Nesting that is followed.
const DEPTH: usize = 512;

impl Foreign {
    /// Whether the reader stands in SVG or MathML.
    pub fn is_here(&self) -> bool {
        self.0.last().is_some_and(|open| open.is_foreign)
    }

    /// Notes a tag; says whether it belongs to SVG or MathML.
    pub fn starts(&mut self, tag: &StartTag<usize>) -> bool {
        let name = tag.name.as_slice();
        if self.is_here() && ENDING.contains(&name) {
            while self.is_here() {
                self.0.pop();
            }
        }
        let was_foreign = self.is_here();
        let is_root = !was_foreign && matches!(name, b"svg" | b"math");
        let is_island = was_foreign && ISLANDS.contains(&name);
        let opens = (is_root || is_island || (was_foreign && name == b"svg")) && !tag.self_closing;
        if opens && self.0.len() < DEPTH {
            self.0.push(Open {
                name: name.to_vec(),
                is_foreign: !is_island,
            });
        }
        was_foreign || is_root
    }

    /// Notes an end.
    pub fn ends(&mut self, name: &[u8]) {
        if let Some(at) = self.0.iter().rposition(|open| open.name == name) {
            self.0.truncate(at);
        }
    }
}
