//! One pasted piece tidied into a name: URL, user, port, quotes, full-width and invisible characters go,
//! and each is told.

use std::net::{IpAddr, Ipv6Addr};

use super::advice::Cleaning;

/// A piece and what was taken from it, each kind once.
pub(super) struct Tidied {
    pub text: String,
    pub cleaned: Vec<Cleaning>,
}

/// Marks around names.
const AROUND: &[char] = &[
    '"', '\'', '`', '“', '”', '‘', '’', '«', '»', '‹', '›', '「', '」', '『', '』', '【', '】',
    '《', '》', '〈', '〉', '(', ')', '<', '>', '{', '}', '[', ']', '•', '·', '\u{387}', '‣', '▪',
    '●', '○', '◦',
];
/// Marks behind names.
const BEHIND: &[char] = &[':', '!', '?', '=', '\\'];

/// Tidies one piece.
pub(super) fn tidy(piece: &str) -> Tidied {
    let mut tidied = Tidied {
        text: piece.to_owned(),
        cleaned: Vec::new(),
    };
    // The common case: nothing to tidy.
    let is_plain =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-');
    if piece.bytes().all(|byte| is_plain(byte) || byte == b'.') && !piece.ends_with('.') {
        return tidied;
    }
    tidied.replace(Cleaning::Invisible, without_invisible);
    tidied.replace(Cleaning::FullWidth, |text| {
        text.chars().map(half_width).collect()
    });
    tidied.replace(Cleaning::Punctuation, trimmed);
    tidied.host_part();
    tidied.replace(Cleaning::Punctuation, trimmed);
    tidied.replace(Cleaning::FinalDot, |text| {
        let bare = text.strip_suffix('.');
        bare.filter(|bare| !bare.is_empty())
            .unwrap_or(text)
            .to_owned()
    });
    tidied
}

impl Tidied {
    /// Puts another text in place and notes it, when it differs.
    fn replace(&mut self, what: Cleaning, by: impl FnOnce(&str) -> String) {
        let text = by(&self.text);
        if text != self.text {
            self.text = text;
            if !self.cleaned.contains(&what) {
                self.cleaned.push(what);
            }
        }
    }

    /// Takes scheme, user, port and path away.
    fn host_part(&mut self) {
        if is_address(&self.text) {
            return;
        }
        self.replace(Cleaning::Url, |text| without_path(text).to_owned());
        let is_url = self.cleaned.contains(&Cleaning::Url);
        if let Some((_, host)) = self.text.rsplit_once('@') {
            let host = host.to_owned();
            self.replace(
                if is_url {
                    Cleaning::Url
                } else {
                    Cleaning::Email
                },
                |_| host,
            );
        }
        let what = if is_url {
            Cleaning::Url
        } else {
            Cleaning::Port
        };
        self.replace(what, |text| without_port(text).to_owned());
    }
}

/// Full-width forms and ideographic stops as ASCII (UTS 46 maps them alike).
fn half_width(char: char) -> char {
    match char {
        '\u{3002}' | '\u{ff61}' => '.',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(char) - 0xff01 + 0x21).unwrap_or(char),
        _ => char,
    }
}

/// Without characters that have no width. Joiners stay between letters of other scripts, where they mean
/// something (RFC 5892 appendix A).
fn without_invisible(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let is_letter = |index: Option<usize>| {
        let char = index.and_then(|index| chars.get(index));
        char.is_some_and(|char| !char.is_ascii() && !is_invisible(*char))
    };
    let kept = chars.iter().enumerate().filter(|(index, char)| match char {
        '\u{200c}' | '\u{200d}' => {
            is_letter(index.checked_sub(1)) && is_letter(index.checked_add(1))
        }
        char => !is_invisible(**char),
    });
    kept.map(|(_, char)| *char).collect()
}

fn is_invisible(char: char) -> bool {
    matches!(
        char,
        '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
    )
}

/// Without marks around and behind; the brackets of an IPv6 address belong to it while a port follows.
fn trimmed(text: &str) -> String {
    let within = text.trim_matches(AROUND);
    if within.parse::<Ipv6Addr>().is_ok() {
        return within.to_owned();
    }
    let text = text.trim_end_matches(BEHIND);
    let bare = numbered(text).trim_matches(AROUND);
    let bare = bare.trim_end_matches(BEHIND).trim_matches(AROUND);
    match text.trim_start_matches(|char| char != '[' && AROUND.contains(&char)) {
        within if within.starts_with('[') && within.contains("]:") => within.to_owned(),
        _ => bare.to_owned(),
    }
}

/// Without a number and bracket in front: `3)shop.example.com`.
fn numbered(text: &str) -> &str {
    let inner = text.strip_prefix('(').unwrap_or(text);
    let rest = inner.trim_start_matches(|char: char| char.is_ascii_digit());
    match rest.strip_prefix(')') {
        Some(rest) if rest.len() + 1 < inner.len() && !rest.is_empty() => rest,
        _ => text,
    }
}

/// Without scheme and path. An address with a prefix length stays, since it is no single address.
fn without_path(text: &str) -> &str {
    let behind_scheme = match text.split_once("://") {
        Some((_scheme, rest)) => rest,
        None => {
            let (head, rest) = text.split_at_checked("mailto:".len()).unwrap_or(("", text));
            let is_mail = head.eq_ignore_ascii_case("mailto:");
            let rest = if is_mail { rest } else { text };
            rest.strip_prefix("//").unwrap_or(rest)
        }
    };
    match behind_scheme.split_once(['/', '?', '#', '\\']) {
        Some((host, prefix)) if is_network(host, prefix) => behind_scheme,
        Some((host, _path)) => host,
        None => behind_scheme,
    }
}

fn is_network(host: &str, prefix: &str) -> bool {
    let is_length =
        (1..=3).contains(&prefix.len()) && prefix.bytes().all(|byte| byte.is_ascii_digit());
    is_length && is_address(host)
}

fn is_address(text: &str) -> bool {
    text.parse::<IpAddr>().is_ok()
}

/// Without a port; an IPv6 address needs brackets for one.
fn without_port(text: &str) -> &str {
    if let Some((address, rest)) = text.strip_prefix('[').and_then(|text| text.split_once(']')) {
        let is_port = |rest: &str| rest.bytes().all(|byte| byte.is_ascii_digit());
        return match rest.strip_prefix(':') {
            Some(port) if is_port(port) => address,
            None if rest.is_empty() => address,
            _ => text,
        };
    }
    match text.rsplit_once(':') {
        Some((host, port))
            if !host.contains(':')
                && (1..=5).contains(&port.len())
                && port
                    .bytes()
                    .all(|byte| byte.is_ascii_digit() || byte == b'*') =>
        {
            host
        }
        _ => text,
    }
}
