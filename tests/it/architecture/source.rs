//! Reads Rust source as tokens with their line, module and whether they are test code.
//! Comments vanish except for the lines that carry `SAFETY:`; macros need no expansion.

/// What a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A word: identifier, keyword or number.
    Word(String),
    /// `::`
    Separator,
    /// The content of a string literal.
    Text(String),
    /// Any other character.
    Sign(char),
}

/// A token and where it stands.
#[derive(Clone, Debug)]
pub struct Spot {
    pub token: Token,
    pub line: usize,
    /// Inline modules around the token, outermost first.
    pub modules: Vec<String>,
    /// Inside an inline module marked `#[cfg(test)]`.
    pub in_test: bool,
}

impl Spot {
    pub fn is_word(&self, word: &str) -> bool {
        matches!(&self.token, Token::Word(found) if found == word)
    }

    pub fn is_sign(&self, sign: char) -> bool {
        self.token == Token::Sign(sign)
    }
}

/// A source text taken apart.
pub struct Source {
    pub spots: Vec<Spot>,
    /// Lines whose comment holds `SAFETY:`.
    pub safety_lines: Vec<usize>,
    /// Names of modules in files of their own that are test code.
    pub test_files: Vec<String>,
}

impl Source {
    pub fn read(text: &str) -> Self {
        let mut reader = Reader {
            chars: text.chars().collect(),
            at: 0,
            line: 1,
            tokens: Vec::new(),
            safety_lines: Vec::new(),
        };
        reader.run();
        Self {
            spots: place(&reader.tokens),
            safety_lines: reader.safety_lines,
            test_files: test_files(&reader.tokens),
        }
    }
}

struct Reader {
    chars: Vec<char>,
    at: usize,
    line: usize,
    tokens: Vec<(Token, usize)>,
    safety_lines: Vec<usize>,
}

impl Reader {
    fn peek(&self, ahead: usize) -> char {
        self.chars.get(self.at + ahead).copied().unwrap_or('\0')
    }

    fn step(&mut self) -> char {
        let char = self.peek(0);
        self.at += 1;
        if char == '\n' {
            self.line += 1;
        }
        char
    }

    fn run(&mut self) {
        while self.at < self.chars.len() {
            match (self.peek(0), self.peek(1)) {
                ('/', '/') => self.line_comment(),
                ('/', '*') => self.block_comment(),
                ('"', _) => self.text(),
                ('\'', _) => self.quote(),
                (':', ':') => {
                    self.tokens.push((Token::Separator, self.line));
                    self.at += 2;
                }
                (char, _) if char.is_alphanumeric() || char == '_' => self.word(),
                (char, _) if char.is_whitespace() => {
                    self.step();
                }
                (char, _) => {
                    self.tokens.push((Token::Sign(char), self.line));
                    self.at += 1;
                }
            }
        }
    }

    fn line_comment(&mut self) {
        let start = self.at;
        while self.at < self.chars.len() && self.peek(0) != '\n' {
            self.at += 1;
        }
        self.note_safety(start);
    }

    fn block_comment(&mut self) {
        let start = self.at;
        let mut depth = 0;
        while self.at < self.chars.len() {
            match (self.peek(0), self.peek(1)) {
                ('/', '*') => depth += 1,
                ('*', '/') => depth -= 1,
                _ => {
                    self.step();
                    continue;
                }
            }
            self.at += 2;
            if depth == 0 {
                break;
            }
        }
        self.note_safety(start);
    }

    fn note_safety(&mut self, start: usize) {
        let comment: String = self.chars[start..self.at].iter().collect();
        if comment.contains("SAFETY:") {
            self.safety_lines.push(self.line);
        }
    }

    fn word(&mut self) {
        let start = self.at;
        while self.peek(0).is_alphanumeric() || self.peek(0) == '_' {
            self.at += 1;
        }
        let word: String = self.chars[start..self.at].iter().collect();
        let is_prefix = matches!(word.as_str(), "r" | "b" | "c" | "br" | "cr");
        match self.peek(0) {
            '"' if is_prefix && word.contains('r') => self.raw_text(),
            '#' if word == "r" && is_word_start(self.peek(1)) => self.at += 1,
            '#' if is_prefix && word.contains('r') && matches!(self.peek(1), '#' | '"') => {
                self.raw_text();
            }
            '"' if is_prefix => self.text(),
            '\'' if word == "b" => self.quote(),
            _ => self.tokens.push((Token::Word(word), self.line)),
        }
    }

    fn text(&mut self) {
        let line = self.line;
        let mut content = String::new();
        self.step();
        while self.at < self.chars.len() {
            match self.step() {
                '"' => break,
                '\\' => {
                    self.step();
                }
                char => content.push(char),
            }
        }
        self.tokens.push((Token::Text(content), line));
    }

    fn raw_text(&mut self) {
        let line = self.line;
        let mut fence = String::from("\"");
        while self.peek(0) == '#' {
            fence.push('#');
            self.at += 1;
        }
        self.step();
        let mut content = String::new();
        while self.at < self.chars.len() && !content.ends_with(&fence) {
            let char = self.step();
            content.push(char);
        }
        self.tokens.push((Token::Text(content), line));
    }

    /// A character literal, or the tick of a lifetime.
    fn quote(&mut self) {
        self.step();
        if self.peek(0) == '\\' {
            self.at += 2;
            while self.at < self.chars.len() && self.step() != '\'' {}
        } else if self.peek(1) == '\'' {
            self.step();
            self.step();
        }
    }
}

fn is_word_start(char: char) -> bool {
    char.is_alphabetic() || char == '_'
}

/// Gives every token its inline modules.
fn place(tokens: &[(Token, usize)]) -> Vec<Spot> {
    let mut open: Vec<(String, bool, usize)> = Vec::new();
    let mut depth = 0;
    let mut spots: Vec<Spot> = Vec::new();
    for (index, (token, line)) in tokens.iter().enumerate() {
        match token {
            Token::Sign('{') => {
                depth += 1;
                if let Some(name) = module_opened_at(tokens, index) {
                    open.push((name, is_marked_test(tokens, index), depth));
                }
            }
            Token::Sign('}') => {
                open.retain(|(_, _, at)| *at < depth);
                depth -= 1;
            }
            _ => {}
        }
        spots.push(Spot {
            token: token.clone(),
            line: *line,
            modules: open.iter().map(|(name, _, _)| name.clone()).collect(),
            in_test: open.iter().any(|(_, test, _)| *test),
        });
    }
    spots
}

fn module_opened_at(tokens: &[(Token, usize)], brace: usize) -> Option<String> {
    let [(Token::Word(keyword), _), (Token::Word(name), _)] =
        tokens.get(brace.checked_sub(2)?..brace)?
    else {
        return None;
    };
    (keyword == "mod").then(|| name.clone())
}

/// Whether an attribute like `#[cfg(test)]` stands before the `mod name` whose end is given.
fn is_marked_test(tokens: &[(Token, usize)], after_name: usize) -> bool {
    let mut end = after_name - 2;
    while end > 0 && !matches!(tokens[end - 1].0, Token::Sign(']' | '}' | ';')) {
        end -= 1; // `pub`, `pub(super)`
    }
    while end > 0 && tokens[end - 1].0 == Token::Sign(']') {
        let Some(start) = tokens[..end]
            .iter()
            .rposition(|(token, _)| *token == Token::Sign('['))
        else {
            return false;
        };
        let holds = |word: &str| {
            tokens[start..end]
                .iter()
                .any(|(token, _)| matches!(token, Token::Word(found) if found == word))
        };
        if holds("cfg") && holds("test") && !holds("not") {
            return true;
        }
        end = start.saturating_sub(1);
    }
    false
}

/// The modules in files of their own that are test code: `#[cfg(test)] mod name;`.
fn test_files(tokens: &[(Token, usize)]) -> Vec<String> {
    (2..tokens.len())
        .filter(|at| tokens[*at].0 == Token::Sign(';') && is_marked_test(tokens, *at))
        .filter_map(|at| module_opened_at(tokens, at))
        .collect()
}
