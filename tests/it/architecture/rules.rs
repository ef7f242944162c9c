//! What each layer may name, and the checks of one file against it.

use super::paths;
use super::source::{Source, Token};

/// Which layers each layer may name, besides itself.
const DIRECTIONS: &[(&str, &[&str])] = &[
    (
        "app",
        &["cli", "core", "jobs", "platform", "state", "text", "ui"],
    ),
    ("cli", &["core", "platform", "text"]),
    ("core", &[]),
    ("jobs", &["core"]),
    ("platform", &["core"]),
    ("state", &["core"]),
    ("state::view", &["core", "text"]),
    ("text", &["core"]),
    ("ui", &["core", "state", "text"]),
    // The two programs; the command line's holds nothing of the window.
    ("bin", &["cli", "core", "platform", "text"]),
    (
        "main",
        &[
            "app", "cli", "core", "jobs", "platform", "state", "text", "ui",
        ],
    ),
];

/// Parts of core that are not data, so the window may not name them.
const BEYOND_DATA: &[&str] = &["core::env", "core::op::run"];

/// Crates that belong to few layers.
const CRATES: &[(&str, &[&str])] = &[
    ("eframe", &["app", "main", "ui"]),
    ("egui", &["app", "main", "ui"]),
    ("egui_extras", &["app", "main", "ui"]),
    ("rfd", &["app", "platform"]),
    // Bytes in, bytes out: it opens no socket.
    ("rustls", &["core", "platform"]),
    ("tokio", &["platform"]),
    ("ureq", &["platform"]),
    ("windows_sys", &["platform"]),
];

/// Parts of std that reach outside; these layers leave them to `Env`.
const OUTSIDE: &[&str] = &[
    "std::env",
    "std::fs",
    "std::net::TcpListener",
    "std::net::TcpStream",
    "std::net::ToSocketAddrs",
    "std::net::UdpSocket",
    "std::net::*",
    "std::os",
    "std::process",
    "std::thread",
];
const LAYERS_WITHOUT_OUTSIDE: &[&str] = &["core", "state", "state::view", "text", "ui"];

const CLOCKS: &[&str] = &["Instant", "SystemTime"];
const LAYERS_WITHOUT_CLOCK: &[&str] = &["core", "state", "state::view", "text"];

/// What `cfg` may not ask for outside these layers: `app` has the ladder of renderers,
/// whose Windows rungs come with a crate feature that exists there alone.
const SYSTEMS: &[&str] = &["target_family", "target_os", "unix", "windows"];
const LAYERS_WITH_SYSTEM: &[&str] = &["app", "bin", "main", "platform"];

pub const MOST_LINES: usize = 500;

/// A rule broken at a line of a file.
#[derive(Debug, PartialEq, Eq)]
pub struct Violation {
    pub rule: &'static str,
    pub line: usize,
    pub detail: String,
}

/// One file of `src/`, its path relative to `src/` with forward slashes.
pub struct File<'a> {
    path: &'a str,
    text: &'a str,
    source: Source,
    /// Test code from the first line to the last.
    is_test: bool,
}

impl File<'_> {
    /// Every rule that the file breaks. `test_modules` are the modules that are test code
    /// because their parent says so.
    pub fn check(path: &str, text: &str, test_modules: &[Vec<String>]) -> Vec<Violation> {
        let module = module_of(path);
        let file = File {
            path,
            text,
            source: Source::read(text),
            is_test: test_modules.iter().any(|test| module.starts_with(test)),
        };
        let mut found = Vec::new();
        file.check_form(&mut found);
        file.check_directions(&mut found);
        file.check_crates(&mut found);
        file.check_outside(&mut found);
        file.check_colours(&mut found);
        file.check_unsafe(&mut found);
        found
    }

    fn layer(&self) -> &str {
        let path = self.path.strip_suffix(".rs").unwrap_or(self.path);
        if path == "state/view" || path.starts_with("state/view/") {
            return "state::view";
        }
        path.split('/').next().unwrap_or(path)
    }

    fn is_root(&self) -> bool {
        self.path == "lib.rs"
    }

    fn check_form(&self, found: &mut Vec<Violation>) {
        let lines = self.text.lines().count();
        if lines > MOST_LINES {
            found.push(Violation {
                rule: "length",
                line: lines,
                detail: format!("{lines} lines"),
            });
        }
        if !self.text.starts_with("//!") {
            found.push(Violation {
                rule: "header",
                line: 1,
                detail: "no //! line".to_owned(),
            });
        }
    }

    fn check_directions(&self, found: &mut Vec<Violation>) {
        if self.is_root() {
            return;
        }
        let Some((_, allowed)) = DIRECTIONS.iter().find(|(layer, _)| *layer == self.layer()) else {
            let detail = format!("{} is no layer of the design", self.layer());
            found.push(Violation {
                rule: "layer",
                line: 1,
                detail,
            });
            return;
        };
        let own = self.layer().split("::").next().unwrap_or_default();
        for path in paths::all(&self.source) {
            let Some(target) = path.resolved(&module_of(self.path)) else {
                continue;
            };
            let mut break_rule = |detail: String| {
                found.push(Violation {
                    rule: "direction",
                    line: path.line,
                    detail,
                });
            };
            match target.first().map(String::as_str) {
                Some("*") => break_rule("everything at once from the root".to_owned()),
                None if path.renamed => break_rule("the root under another name".to_owned()),
                None => {}
                Some(layer) if !DIRECTIONS.iter().any(|(known, _)| *known == layer) => {}
                Some(layer) if layer != own && !allowed.contains(&layer) => {
                    break_rule(format!("{} names {}", self.layer(), target.join("::")));
                }
                Some(_) if self.layer() == "ui" => {
                    let named = target.join("::");
                    if BEYOND_DATA.iter().any(|part| is_within(&named, part)) {
                        break_rule(format!("ui names {named}"));
                    }
                }
                Some(_) => {}
            }
        }
    }

    fn check_crates(&self, found: &mut Vec<Violation>) {
        for spot in &self.source.spots {
            for (name, layers) in CRATES {
                if spot.is_word(name) && !layers.contains(&self.layer()) {
                    let detail = format!("{} names {name}", self.layer());
                    found.push(Violation {
                        rule: "crate",
                        line: spot.line,
                        detail,
                    });
                }
            }
        }
    }

    fn check_outside(&self, found: &mut Vec<Violation>) {
        let spots = &self.source.spots;
        for (index, spot) in spots.iter().enumerate() {
            let line = spot.line;
            let asks = |word: &str| {
                spots[index..]
                    .iter()
                    .take_while(|spot| !spot.is_sign(']'))
                    .take(24)
                    .any(|spot| spot.is_word(word))
            };
            if (spot.is_word("cfg") || spot.is_word("cfg_attr"))
                && SYSTEMS.iter().any(|word| asks(word))
                && !(asks("test") || spot.in_test || self.is_test)
                && !LAYERS_WITH_SYSTEM.contains(&self.layer())
            {
                found.push(Violation {
                    rule: "system",
                    line,
                    detail: "cfg of a system".to_owned(),
                });
            }
            let is_test = spot.in_test || self.is_test;
            if is_test || !LAYERS_WITHOUT_CLOCK.contains(&self.layer()) {
                continue;
            }
            let asks_now = spot.is_word("now")
                && index > 0
                && spots[index - 1].token == Token::Separator
                && spots.get(index + 1).is_some_and(|next| next.is_sign('('));
            if asks_now || CLOCKS.iter().any(|clock| spot.is_word(clock)) {
                found.push(Violation {
                    rule: "clock",
                    line,
                    detail: format!("{:?}", spot.token),
                });
            }
        }
        if !LAYERS_WITHOUT_OUTSIDE.contains(&self.layer()) || self.is_test {
            return;
        }
        for path in paths::all(&self.source).iter().filter(|path| !path.in_test) {
            let reaches = OUTSIDE.iter().any(|part| path.begins_with(part));
            let whole = path.words == ["std"] && path.renamed || path.words == ["std", "*"];
            if reaches || whole {
                let detail = path.words.join("::");
                found.push(Violation {
                    rule: "outside",
                    line: path.line,
                    detail,
                });
            }
        }
    }

    fn check_colours(&self, found: &mut Vec<Violation>) {
        if self.path == "ui/tokens.rs" || self.path.starts_with("ui/tokens/") {
            return;
        }
        let spots = &self.source.spots;
        for (index, spot) in spots.iter().enumerate() {
            let is_colour = match &spot.token {
                Token::Text(text) => holds_hex_colour(text),
                Token::Word(word) if word == "Color32" || word == "Rgba" => {
                    matches!(spots.get(index + 1..index + 3), Some([separator, member])
                        if separator.token == Token::Separator && makes_colour(&member.token))
                }
                Token::Word(word) => word == "hex_color",
                _ => false,
            };
            if is_colour {
                let detail = format!("{:?}", spot.token);
                found.push(Violation {
                    rule: "colour",
                    line: spot.line,
                    detail,
                });
            }
        }
    }

    fn check_unsafe(&self, found: &mut Vec<Violation>) {
        let is_home =
            self.path == "platform/windows.rs" || self.path.starts_with("platform/windows/");
        for spot in self
            .source
            .spots
            .iter()
            .filter(|spot| spot.is_word("unsafe"))
        {
            let line = spot.line;
            if !is_home {
                found.push(Violation {
                    rule: "unsafe",
                    line,
                    detail: "outside platform/windows".to_owned(),
                });
            }
            let near = line.saturating_sub(4)..=line;
            if !self
                .source
                .safety_lines
                .iter()
                .any(|safety| near.contains(safety))
            {
                found.push(Violation {
                    rule: "safety",
                    line,
                    detail: "no SAFETY line".to_owned(),
                });
            }
        }
    }
}

/// The module that a file of `src/` is, from the crate's root.
pub fn module_of(path: &str) -> Vec<String> {
    let path = path.strip_suffix(".rs").unwrap_or(path);
    let mut words: Vec<String> = path.split('/').map(str::to_owned).collect();
    if words
        .last()
        .is_some_and(|word| matches!(word.as_str(), "lib" | "main" | "mod"))
    {
        words.pop();
    }
    words
}

fn is_within(path: &str, part: &str) -> bool {
    path.strip_prefix(part)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

fn makes_colour(member: &Token) -> bool {
    let Token::Word(member) = member else {
        return false;
    };
    let is_constant = member
        .chars()
        .all(|char| char.is_ascii_uppercase() || char == '_');
    member.starts_with("from_")
        || is_constant && !matches!(member.as_str(), "PLACEHOLDER" | "TRANSPARENT")
}

/// Whether a text holds `#rrggbb` or `#rrggbbaa`.
fn holds_hex_colour(text: &str) -> bool {
    text.split('#').skip(1).any(|rest| {
        let digits = rest.chars().take_while(char::is_ascii_hexdigit).count();
        let ends = !rest.chars().nth(digits).is_some_and(char::is_alphanumeric);
        ends && matches!(digits, 6 | 8)
    })
}
