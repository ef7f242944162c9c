//! The tokens of a style sheet that matter for addresses (CSS Syntax Level 3, section 4.3).

use std::iter::Peekable;
use std::str::Chars;

use crate::core::page::Position;

/// A token. Names are in lower case; escapes are resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// `@name`
    At(String),
    /// `name(`
    Function(String),
    /// `(` without a name
    Open,
    /// `)`
    Close,
    /// `url(…)` without quotes
    Url(String),
    /// A string that has an end.
    String(String),
    /// `;`
    Semicolon,
    /// `{`
    BlockOpen,
    /// `}`
    BlockClose,
    /// White space or a comment.
    Space,
    /// Anything else.
    Other,
}

/// The tokens of a text, one after the other.
pub struct Tokens<'a> {
    rest: Peekable<Chars<'a>>,
    at: Position,
}

impl<'a> Tokens<'a> {
    /// From the beginning.
    pub fn new(text: &'a str) -> Self {
        Self {
            rest: text.chars().peekable(),
            at: Position::START,
        }
    }

    /// The next token and where it begins.
    pub fn next_token(&mut self) -> Option<(Token, Position)> {
        let at = self.at;
        let char = self.take()?;
        let token = match char {
            '/' if self.peek() == Some('*') => self.comment(),
            '"' | '\'' => self.string(char),
            '@' => match self.name(None) {
                name if name.is_empty() => Token::Other,
                name => Token::At(name),
            },
            char if is_space(char) => Token::Space,
            '(' => Token::Open,
            ')' => Token::Close,
            ';' => Token::Semicolon,
            '{' => Token::BlockOpen,
            '}' => Token::BlockClose,
            '\\' if !self.peek().is_none_or(is_newline) => {
                let first = self.escaped();
                self.named(first)
            }
            char if is_name(char) => self.named(char),
            _ => Token::Other,
        };
        Some((token, at))
    }

    fn peek(&mut self) -> Option<char> {
        self.rest.peek().copied()
    }

    fn take(&mut self) -> Option<char> {
        let char = self.rest.next()?;
        match char {
            '\n' => {
                self.at.line += 1;
                self.at.column = 1;
            }
            _ => self.at.column += 1,
        }
        Some(char)
    }

    fn comment(&mut self) -> Token {
        self.take();
        let mut last = ' ';
        while let Some(char) = self.take() {
            if last == '*' && char == '/' {
                break;
            }
            last = char;
        }
        Token::Space
    }

    /// What begins with a name: a function, an address, or something that does not matter.
    fn named(&mut self, first: char) -> Token {
        let name = self.name(Some(first));
        if self.peek() != Some('(') {
            return Token::Other;
        }
        self.take();
        if name != "url" {
            return Token::Function(name);
        }
        self.skip_space();
        match self.peek() {
            Some('"' | '\'') => Token::Function(name),
            _ => self.bare_url(),
        }
    }

    fn name(&mut self, first: Option<char>) -> String {
        let mut name: String = first.into_iter().collect();
        while let Some(char) = self.peek() {
            match char {
                '\\' => {
                    self.take();
                    if self.peek().is_none_or(is_newline) {
                        break;
                    }
                    name.push(self.escaped());
                }
                char if is_name(char) => {
                    self.take();
                    name.push(char);
                }
                _ => break,
            }
        }
        name.make_ascii_lowercase();
        name
    }

    /// A string; one that a line's end breaks off is none.
    fn string(&mut self, quote: char) -> Token {
        let mut text = String::new();
        while let Some(char) = self.peek() {
            if is_newline(char) {
                return Token::Other;
            }
            self.take();
            match char {
                char if char == quote => break,
                '\\' => match self.peek() {
                    None => break,
                    Some(next) if is_newline(next) => self.newline(),
                    Some(_) => text.push(self.escaped()),
                },
                char => text.push(char),
            }
        }
        Token::String(text)
    }

    /// An address without quotes; one with a quote, parenthesis or space in it is none.
    fn bare_url(&mut self) -> Token {
        let mut text = String::new();
        let mut is_broken = false;
        while let Some(char) = self.take() {
            match char {
                ')' => break,
                '\\' => match self.peek() {
                    Some(next) if !is_newline(next) => text.push(self.escaped()),
                    _ => is_broken = true,
                },
                char if is_space(char) => {
                    self.skip_space();
                    is_broken |= !matches!(self.peek(), None | Some(')'));
                }
                '"' | '\'' | '(' | '\0'..='\u{8}' | '\u{b}' | '\u{e}'..='\u{1f}' | '\u{7f}' => {
                    is_broken = true;
                }
                char => text.push(char),
            }
        }
        match is_broken {
            true => Token::Other,
            false => Token::Url(text),
        }
    }

    /// The letter behind a backslash: up to six hexadecimal digits and one space, or the letter itself.
    fn escaped(&mut self) -> char {
        const DIGITS: usize = 6;
        let mut code = 0_u32;
        let mut digits = 0;
        while let Some(digit) = self.peek().and_then(|char| char.to_digit(16)) {
            if digits == DIGITS {
                break;
            }
            self.take();
            code = code * 16 + digit;
            digits += 1;
        }
        if digits == 0 {
            return self.take().unwrap_or(char::REPLACEMENT_CHARACTER);
        }
        if self.peek().is_some_and(is_space) {
            self.newline();
        }
        let letter = char::from_u32(code).filter(|letter| *letter != '\0');
        letter.unwrap_or(char::REPLACEMENT_CHARACTER)
    }

    /// Takes one space; CR and LF together are one.
    fn newline(&mut self) {
        if self.take() == Some('\r') && self.peek() == Some('\n') {
            self.take();
        }
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(is_space) {
            self.take();
        }
    }
}

fn is_newline(char: char) -> bool {
    matches!(char, '\n' | '\r' | '\u{c}')
}

fn is_space(char: char) -> bool {
    is_newline(char) || matches!(char, ' ' | '\t')
}

fn is_name(char: char) -> bool {
    char.is_ascii_alphanumeric() || matches!(char, '-' | '_' | '\u{80}'..)
}
