//! Addresses in a page, by the tokens of WHATWG HTML. Only what a browser with scripts asks for: comments,
//! `<noscript>`, `<template>` and scripts' own text are passed over.

mod cursor;
mod foreign;
mod rules;

use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};
use html5gum::{HtmlString, Spanned, Tokenizer, naive_next_state};

use super::css::within;
use super::srcset::srcset;
use super::{Finds, Policy, Position, Use};
use cursor::Cursor;
use foreign::Foreign;
use rules::{Named, named};

/// What stands in a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html {
    /// Its addresses.
    pub finds: Finds,
    /// What its addresses are read from, in place of its own address: `<base href>`. Foreign text.
    pub base: Option<String>,
    /// What it says of http by itself.
    pub policy: Policy,
}

/// Reads a page.
pub fn html(text: &str) -> Html {
    let mut reader = Reader {
        cursor: Cursor::new(text),
        ..Reader::default()
    };
    let emitter = DefaultEmitter::<usize>::new_with_span();
    let mut tokens = Tokenizer::new_with_emitter(text, emitter);
    // A string in memory has no faults of reading.
    while let Some(Ok(token)) = tokens.next() {
        match token {
            Token::StartTag(tag) => {
                let is_foreign = reader.foreign.starts(&tag);
                // What follows some tags is text to the end tag of the same name.
                if let Some(state) = naive_next_state(&tag.name).filter(|_| !is_foreign) {
                    tokens.set_last_start_tag(Some(&String::from_utf8_lossy(&tag.name)));
                    tokens.set_state(state);
                }
                reader.starts(&tag);
            }
            Token::EndTag(tag) => {
                reader.foreign.ends(&tag.name);
                reader.ends(&tag.name);
            }
            Token::String(text) => reader.text(&text),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    reader.sheet_ends();
    reader.html
}

/// Where in the page the reader is.
#[derive(Default)]
struct Reader<'a> {
    html: Html,
    cursor: Cursor<'a>,
    foreign: Foreign,
    /// Templates that are open, and whether their content is shown (`shadowrootmode`).
    templates: Vec<bool>,
    /// Templates among them whose content is not shown.
    inert: usize,
    /// Whether a frame set's substitute is open, which no browser shows.
    in_noframes: bool,
    /// Whether images are among several to choose from.
    in_picture: bool,
    /// The style sheet that is open, and where it began.
    sheet: Option<(Position, String)>,
    form: Form,
}

/// The form that is open.
#[derive(Default)]
struct Form {
    has_password: bool,
    /// The place of its first target among all addresses.
    from: Option<usize>,
}

type Attribute<'t> = (&'t HtmlString, &'t Spanned<HtmlString, usize>);

impl Reader<'_> {
    fn is_inert(&self) -> bool {
        self.inert > 0 || self.in_noframes
    }

    fn starts(&mut self, tag: &StartTag<usize>) {
        match tag.name.as_slice() {
            b"template" => {
                let is_shown = tag.attributes.contains_key(b"shadowrootmode".as_slice());
                self.templates.push(is_shown);
                self.inert += usize::from(!is_shown);
            }
            b"noframes" => self.in_noframes = true,
            b"picture" => self.in_picture = true,
            _ => {}
        }
        if self.is_inert() {
            return;
        }
        match tag.name.as_slice() {
            // In SVG it may be closed in the same breath.
            b"style" if !(tag.self_closing && self.foreign.is_here()) => {
                let start = self.cursor.to(tag.span.end);
                self.sheet = Some((start, String::new()));
            }
            b"base" => self.base(tag),
            b"form" => self.form = Form::default(),
            b"input" if is(tag, "type", "password") => self.password(),
            _ => {}
        }
        self.attributes(tag);
    }

    fn ends(&mut self, name: &HtmlString) {
        match name.as_slice() {
            b"template" => {
                let is_shown = self.templates.pop().unwrap_or(true);
                self.inert -= usize::from(!is_shown);
            }
            b"noframes" => self.in_noframes = false,
            b"picture" => self.in_picture = false,
            b"form" => self.form = Form::default(),
            b"style" => self.sheet_ends(),
            _ => {}
        }
    }

    fn text(&mut self, text: &HtmlString) {
        if let Some((_, sheet)) = &mut self.sheet {
            sheet.push_str(&String::from_utf8_lossy(text));
        }
    }

    fn sheet_ends(&mut self) {
        if let Some((start, sheet)) = self.sheet.take() {
            within(&sheet, start, &mut self.html.finds);
        }
    }

    /// The first one counts (WHATWG HTML section 2.4.3).
    fn base(&mut self, tag: &StartTag<usize>) {
        if self.html.base.is_none() {
            self.html.base = value(tag, "href");
        }
    }

    /// Everything asked so far in this form is asked along with a password, and so is what follows.
    fn password(&mut self) {
        self.form.has_password = true;
        let from = self.form.from.unwrap_or(usize::MAX);
        for found in self.html.finds.all.iter_mut().skip(from) {
            if let Use::Form { has_password } = &mut found.used {
                *has_password = true;
            }
        }
    }

    fn attributes(&mut self, tag: &StartTag<usize>) {
        let mut attributes: Vec<Attribute<'_>> = tag.attributes.iter().collect();
        attributes.sort_by_key(|(_, value)| value.span.start);
        for (name, spanned) in attributes {
            let told = String::from_utf8_lossy(spanned);
            match named(tag, name, self.in_picture) {
                Named::Nothing => {}
                Named::Style => {
                    let at = self.cursor.to(spanned.span.start);
                    within(&told, at, &mut self.html.finds);
                }
                Named::Set(by) => {
                    let at = self.cursor.to(spanned.span.start);
                    for one in srcset(&told) {
                        self.html.finds.add(one, Use::ImageSet, by, at);
                    }
                }
                Named::One(used, by) => {
                    let at = self.cursor.to(spanned.span.start);
                    self.one(&told, used, by, at);
                }
                Named::Meta => {
                    let at = self.cursor.to(spanned.span.start);
                    self.meta(tag, &told, at);
                }
            }
        }
    }

    fn one(&mut self, text: &str, used: Use, by: &'static str, at: Position) {
        let used = match used {
            Use::Form { .. } => {
                self.form.from.get_or_insert(self.html.finds.all.len());
                Use::Form {
                    has_password: self.form.has_password,
                }
            }
            used => used,
        };
        self.html.finds.add(text, used, by, at);
    }

    /// `<meta http-equiv content>`
    fn meta(&mut self, tag: &StartTag<usize>, content: &str, at: Position) {
        if is(tag, "http-equiv", "content-security-policy") {
            let policy = Policy::parse(content);
            self.html.policy = self.html.policy.and(policy);
        } else if is(tag, "http-equiv", "refresh")
            && let Some(to) = refreshed(content)
        {
            let finds = &mut self.html.finds;
            finds.add(to, Use::Refresh, "<meta http-equiv=refresh>", at);
        }
    }
}

/// The address in `5; url='…'` (WHATWG HTML section 4.2.5.3).
fn refreshed(content: &str) -> Option<&str> {
    let is_time = |char: char| char.is_ascii_digit() || char == '.' || char.is_ascii_whitespace();
    let rest = content.trim_start_matches(is_time);
    let rest = rest.trim_start_matches([';', ',']).trim_start();
    let target = match rest.split_at_checked(3) {
        Some((word, behind)) if word.eq_ignore_ascii_case("url") => {
            match behind.trim_start().strip_prefix('=') {
                Some(target) => target.trim_start(),
                None => rest,
            }
        }
        _ => rest,
    };
    let quote = target
        .chars()
        .next()
        .filter(|char| matches!(char, '"' | '\''));
    let target = match quote {
        Some(quote) => target.get(1..)?.split(quote).next()?,
        None => target,
    };
    (!target.trim().is_empty()).then_some(target)
}

/// An attribute's value.
fn value(tag: &StartTag<usize>, name: &str) -> Option<String> {
    let value = tag.attributes.get(name.as_bytes())?;
    Some(String::from_utf8_lossy(value).into_owned())
}

/// Whether an attribute has a value, whatever its case.
fn is(tag: &StartTag<usize>, name: &str, wanted: &str) -> bool {
    value(tag, name).is_some_and(|value| value.trim().eq_ignore_ascii_case(wanted))
}

#[cfg(test)]
mod tests;
