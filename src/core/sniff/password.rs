//! Password files: a short text beside a container whose lines may be its password.
//! The caller decides whether a container lies beside it.

use zeroize::Zeroizing;

use super::text;
use crate::core::limits::{PASSWORD_FILE_BYTES, PASSWORD_FILE_LINES};
use crate::core::secret::Secret;

/// Words of file names, and of the words before the password, in lower case.
const WORDS: &[&str] = &[
    "pass",
    "pwd",
    "密码",
    "密碼",
    "口令",
    "secret",
    "passphrase",
    "storepass",
];
/// Longest single line that a file may hold to count without a telling name, in characters.
const LINE_CHARS: usize = 128;

/// The passwords a file may hold, most likely first; `None` when it is no password file.
/// `file_name` is the last step of its path.
pub fn password_candidates(bytes: &[u8], file_name: &str) -> Option<Vec<Secret>> {
    if bytes.is_empty() || bytes.len() > PASSWORD_FILE_BYTES {
        return None;
    }
    let decoded = text::decode(bytes);
    let bytes = decoded.bytes();
    let has_block = bytes.windows(10).any(|window| window == b"-----BEGIN");
    if has_block || !text::is_printable(bytes) {
        return None;
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => Zeroizing::new(text.to_owned()),
        Err(_) => Zeroizing::new(encoding_rs::GBK.decode(bytes).0.into_owned()),
    };
    let lines: Vec<&str> = text
        .split(['\n', '\r'])
        .filter(|line| !line.trim().is_empty())
        .take(PASSWORD_FILE_LINES)
        .collect();
    if lines.is_empty() || !(is_password_file_name(file_name) || is_lone_word(&lines, file_name)) {
        return None;
    }
    Some(candidates(&lines))
}

fn has_word(text: &str) -> bool {
    let text = text.to_lowercase();
    // `pin` alone, since `mapping.txt` holds it too.
    let mut parts = text.split(|char: char| !char.is_alphanumeric());
    WORDS.iter().any(|word| text.contains(word)) || parts.any(|part| part == "pin")
}

/// Whether a file is called like a password file.
pub fn is_password_file_name(file_name: &str) -> bool {
    has_word(file_name)
}

fn is_lone_word(lines: &[&str], file_name: &str) -> bool {
    let extension = file_name
        .rsplit_once('.')
        .map(|(_, last)| last.to_lowercase());
    let may_be = match extension.as_deref() {
        None => true,
        Some(extension) => matches!(extension, "txt" | "pwd" | "pass"),
    };
    let [line] = lines else {
        return false;
    };
    let line = line.trim();
    may_be && line.chars().count() <= LINE_CHARS && !line.contains(char::is_whitespace)
}

/// Told passwords first, then lines of one word, then whole lines, then lines with their spaces.
fn candidates(lines: &[&str]) -> Vec<Secret> {
    let mut found = Vec::new();
    for line in lines {
        let (before, after) = parts(line);
        if has_word(before) && !after.is_empty() {
            add(&mut found, after);
            add(&mut found, after.trim_matches(['"', '\'', '“', '”', '`']));
        }
    }
    let is_word = |line: &&&str| !line.trim().contains(char::is_whitespace);
    lines
        .iter()
        .filter(is_word)
        .for_each(|line| add(&mut found, line.trim()));
    lines.iter().for_each(|line| add(&mut found, line.trim()));
    lines.iter().for_each(|line| add(&mut found, parts(line).1));
    lines.iter().for_each(|line| add(&mut found, line));
    found
}

/// What stands before and after the first separator; nothing after when there is none.
fn parts(line: &str) -> (&str, &str) {
    line.split_once([':', '：', '=', '＝'])
        .map_or((line, ""), |(before, after)| (before, after.trim()))
}

fn add(found: &mut Vec<Secret>, text: &str) {
    if !text.is_empty() && !found.iter().any(|held| held.expose() == text) {
        found.push(Secret::from(text));
    }
}
