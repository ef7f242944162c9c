//! Names out of whatever was pasted: lists with any separator, output of openssl and certutil, the dialogs
//! of Windows, mail headers, numbered lists. Knows where each name stood.

use std::ops::Range;

use super::advice::Cleaning;
use super::tidy::{Tidied, tidy};
use crate::core::limits;

/// A name as found.
pub(super) struct Found {
    /// The name, tidied.
    pub text: String,
    /// Where it stood, label included, in bytes.
    pub span: Range<usize>,
}

/// What a text holds.
#[derive(Default)]
pub(super) struct Pasted {
    pub names: Vec<Found>,
    pub cleaned: Vec<Cleaning>,
    /// Whether there are more names than are read.
    pub has_more: bool,
}

/// A piece between separators.
struct Piece<'a> {
    text: &'a str,
    span: Range<usize>,
    /// Whether only spaces lie between it and the piece before.
    follows_closely: bool,
    is_labelled: bool,
}

/// Words before a colon or equals sign that say what follows; lower case.
const LABELS: [&str; 27] = [
    "x509v3 subject alternative name",
    "subject alternative name",
    "subjectaltname",
    "使用者可选名称",
    "dns name",
    "dns 名称",
    "dns名称",
    "ip address",
    "ip 地址",
    "ip地址",
    "rfc822 name",
    "common name",
    "通用名称",
    "email",
    "host",
    "bcc",
    "from",
    "names",
    "name",
    "san",
    "url",
    "uri",
    "dns",
    "cc",
    "to",
    "ip",
    "cn",
];

/// Reads the names of a text.
pub(super) fn read(text: &str) -> Pasted {
    let mut pasted = Pasted::default();
    let mut offset = 0;
    for line in text.split_inclusive(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']) {
        let pieces = without_marks(line_pieces(line, offset), &mut pasted.cleaned);
        for piece in pieces {
            if pasted.names.len() == limits::ORDER_NAMES {
                pasted.has_more = true;
                return pasted;
            }
            pasted.take(&piece);
        }
        offset += line.len();
    }
    pasted
}

impl Pasted {
    fn take(&mut self, piece: &Piece<'_>) {
        if piece.is_labelled {
            self.cleaned.push(Cleaning::Punctuation);
        }
        let Tidied { text, cleaned } = tidy(piece.text);
        self.cleaned.extend(
            cleaned
                .into_iter()
                .filter(|what| !(piece.is_labelled && *what == Cleaning::Punctuation)),
        );
        if !text.is_empty() {
            self.names.push(Found {
                text,
                span: piece.span.clone(),
            });
        }
    }
}

fn is_separator(char: char) -> bool {
    char.is_whitespace() || matches!(char, ',' | ';' | '|' | '，' | '、' | '；' | '｜' | '､')
}

/// The pieces of one line that begins at `offset`.
fn line_pieces(line: &str, offset: usize) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    let mut rest = line;
    let mut follows_closely = true;
    while let Some(char) = rest.chars().next() {
        if is_separator(char) {
            follows_closely &= char.is_whitespace();
            rest = rest.get(char.len_utf8()..).unwrap_or_default();
            continue;
        }
        let start = line.len() - rest.len();
        let unlabelled = without_labels(rest);
        let is_labelled = unlabelled.len() < rest.len();
        let text = piece_of(unlabelled, is_labelled);
        let end = line.len() - unlabelled.len() + text.len();
        if is_display_name(&pieces, text, follows_closely) {
            drop_closely(&mut pieces);
        }
        pieces.push(Piece {
            text,
            span: offset + start..offset + end,
            follows_closely,
            is_labelled,
        });
        follows_closely = true;
        rest = line.get(end..).unwrap_or_default();
        // The attribute form of certreq: `SAN:dns=a&dns=b`.
        rest = rest.strip_prefix('&').unwrap_or(rest);
    }
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

/// The text up to the next separator.
fn piece_of(text: &str, is_labelled: bool) -> &str {
    let head = text.split(is_separator).next().unwrap_or_default();
    match is_labelled && !head.contains("://") {
        true => head.split('&').next().unwrap_or_default(),
        false => head,
    }
}

/// The text behind all labels at its beginning.
fn without_labels(text: &str) -> &str {
    let mut rest = text;
    while let Some(next) = behind_label(rest) {
        rest = next;
    }
    rest
}

/// The text behind one label with an optional number, `DNS.1 = `, and its colon or equals sign.
fn behind_label(text: &str) -> Option<&str> {
    let labels = LABELS.iter();
    let mut matching = labels.filter_map(|label| strip_prefix_ignoring_case(text, label));
    matching.find_map(|rest| {
        let number = rest.strip_prefix('.');
        let rest = number.map_or(rest, |rest| rest.trim_start_matches(is_digit));
        let rest = rest.trim_start_matches([' ', '\t']);
        let rest = rest.strip_prefix([':', '=', '：', '＝'])?;
        // `host:8080` is a name with its port.
        let behind = rest.trim_start_matches(is_digit);
        let ends = behind.chars().next().is_none_or(is_separator);
        let is_port = ends && behind.len() < rest.len();
        (!rest.starts_with('/') && !is_port).then(|| rest.trim_start_matches([' ', '\t']))
    })
}

fn is_digit(char: char) -> bool {
    char.is_ascii_digit()
}

fn strip_prefix_ignoring_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then_some(rest)
}

/// Whether the pieces before are the name of a person: `Jane Doe <jane@example.com>`.
fn is_display_name(before: &[Piece<'_>], text: &str, follows_closely: bool) -> bool {
    let is_mail = text.starts_with('<') && text.contains('@');
    is_mail && follows_closely && !before.is_empty()
}

/// Takes the words before away as long as only spaces lie between; what could be a name stays.
fn drop_closely(pieces: &mut Vec<Piece<'_>>) {
    let is_word = |text: &str| !text.contains('@') && !text.trim_end_matches('.').contains('.');
    while let Some(last) = pieces.pop_if(|last| is_word(last.text)) {
        if !last.follows_closely {
            break;
        }
    }
}

/// The pieces without bullets and numbers at the beginning of the line.
fn without_marks<'a>(mut pieces: Vec<Piece<'a>>, cleaned: &mut Vec<Cleaning>) -> Vec<Piece<'a>> {
    let has_more = pieces.len() > 1;
    let is_mark = pieces
        .first()
        .is_some_and(|first| has_more && !first.is_labelled && is_list_mark(first.text));
    if is_mark {
        pieces.remove(0);
        cleaned.push(Cleaning::Punctuation);
    }
    pieces
}

/// `-`, `*`, `•`, `1.`, `(2)`, `3:`.
fn is_list_mark(text: &str) -> bool {
    let is_bullet = |char| "-–—*+#>•·\u{387}‣▪●○◦".contains(char);
    let inner = text.trim_start_matches(['(', '（']);
    let inner = inner.trim_end_matches(['.', ')', '）', ':', '：', '．']);
    let is_number =
        (1..=5).contains(&inner.len()) && inner.bytes().all(|byte| byte.is_ascii_digit());
    is_number || text.chars().all(is_bullet)
}
