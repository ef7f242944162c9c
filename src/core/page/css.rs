//! Addresses in a style sheet, by the tokens of CSS Syntax Level 3: `url()`, `src()`, `@import`, `image-set()`,
//! whatever is escaped, quoted or commented out.

mod token;

use super::{Finds, Position, Use};
use token::{Token, Tokens};

/// Every address of a style sheet.
pub fn css(text: &str) -> Finds {
    let mut finds = Finds::default();
    within(text, Position::START, &mut finds);
    finds
}

/// Adds those of a style sheet, or of declarations alone, that begin at a place of a page.
pub fn within(text: &str, start: Position, finds: &mut Finds) {
    let mut reader = Reader::default();
    let mut tokens = Tokens::new(text);
    while let Some((token, at)) = tokens.next_token() {
        if let Some((text, used, by)) = reader.took(token) {
            finds.add(text, used, by, at.within(start));
        }
    }
}

/// Where in the sheet the reader is.
#[derive(Default)]
struct Reader {
    /// The at-rule whose head is being read.
    rule: Option<Rule>,
    /// Blocks that are open.
    depth: usize,
    /// The depth at which the block of `@font-face` began.
    font: Option<usize>,
    /// Functions and parentheses that are open.
    functions: Vec<Function>,
    /// Whether a block was seen: an `@import` behind it does not count (CSS Cascade Level 5, section 2).
    has_block: bool,
}

/// The heads of at-rules that matter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rule {
    /// Its address comes next.
    Import,
    FontFace,
    /// `@namespace` and `@document` name addresses that nobody asks; so does the rest of `@import`.
    Inert,
    Other,
}

/// What strings within it are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Function {
    /// `url("…")` and `src("…")`.
    Address(&'static str),
    /// `image-set("…" 2x)`.
    ImageSet,
    Other,
}

type Seen = (String, Use, &'static str);

impl Reader {
    fn took(&mut self, token: Token) -> Option<Seen> {
        let is_space = token == Token::Space;
        let within = self.functions.len();
        let seen = self.told(token);
        // An address is what comes first; behind anything else the function is no address at all.
        let is_same = self.functions.len() == within && !is_space;
        if let Some(last @ Function::Address(_)) = self.functions.last_mut().filter(|_| is_same) {
            *last = Function::Other;
        }
        seen
    }

    fn told(&mut self, token: Token) -> Option<Seen> {
        match token {
            Token::At(name) => self.rule = Some(self.rule_of(&name)),
            Token::Function(name) => self.functions.push(function(&name)),
            Token::Open => self.functions.push(Function::Other),
            Token::Close => {
                self.functions.pop();
            }
            Token::Url(text) => return self.address(text, "url()"),
            Token::String(text) => return self.string(text),
            Token::Semicolon => self.ends_head(),
            Token::BlockOpen => self.opens(),
            Token::BlockClose => self.closes(),
            Token::Space | Token::Other => {}
        }
        None
    }

    fn rule_of(&self, name: &str) -> Rule {
        match name {
            "import" if self.depth == 0 && !self.has_block => Rule::Import,
            "import" | "namespace" | "document" | "-moz-document" | "charset" => Rule::Inert,
            "font-face" => Rule::FontFace,
            _ => Rule::Other,
        }
    }

    /// A string is an address where its function, or `@import`, says so.
    fn string(&mut self, text: String) -> Option<Seen> {
        match self.functions.last() {
            Some(Function::Address(by)) => self.address(text, by),
            Some(Function::ImageSet) => self.address(text, "image-set()"),
            Some(Function::Other) => None,
            None if self.rule == Some(Rule::Import) => self.address(text, "@import"),
            None => None,
        }
    }

    fn address(&mut self, text: String, by: &'static str) -> Option<Seen> {
        match self.rule {
            Some(Rule::Import) => {
                self.rule = Some(Rule::Inert);
                return Some((text, Use::StyleSheet, "@import"));
            }
            Some(Rule::Inert) => return None,
            _ => {}
        }
        match self.font {
            Some(_) => Some((text, Use::Font, "@font-face")),
            None => Some((text, Use::Image, by)),
        }
    }

    fn ends_head(&mut self) {
        self.rule = None;
        self.functions.clear();
    }

    fn opens(&mut self) {
        self.has_block |= self.depth == 0;
        if self.rule == Some(Rule::FontFace) && self.font.is_none() {
            self.font = Some(self.depth);
        }
        self.depth += 1;
        self.ends_head();
    }

    fn closes(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        if self.font.is_some_and(|font| font >= self.depth) {
            self.font = None;
        }
        self.ends_head();
    }
}

fn function(name: &str) -> Function {
    match name {
        "url" => Function::Address("url()"),
        "src" => Function::Address("src()"),
        "image-set" | "-webkit-image-set" => Function::ImageSet,
        _ => Function::Other,
    }
}

#[cfg(test)]
mod tests;
