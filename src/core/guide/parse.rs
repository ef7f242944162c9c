//! Reads an answer's file: a head of five lines, then both languages, parted by lines of `---`.
//! In each language: `# ` question, the short answer, the explanation, `> ` what to do next.

use super::answer::{Block, Entry, Scope, Step, Words};

/// What an answer's file lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A line of the head is missing, empty or not understood.
    #[error("head: {0}")]
    Head(&'static str),
    /// The file does not have a head and two languages.
    #[error("not a head and two languages")]
    Parts,
    /// A language lacks a part.
    #[error("{0} lacks its {1}")]
    Words(&'static str, &'static str),
}

/// Reads an answer's file.
///
/// # Errors
/// The first thing it lacks.
pub fn parse(text: &'static str) -> Result<Entry, Fault> {
    let parts: Vec<&'static str> = text.split("---\n").collect();
    let ["", head, en, zh] = parts.as_slice() else {
        return Err(Fault::Parts);
    };
    let line = |name: &'static str| {
        let value = head.lines().find_map(|line| line.strip_prefix(name));
        let value = value.and_then(|value| value.strip_prefix(':'));
        value
            .map(str::trim)
            .filter(|value| !value.is_empty())
            .ok_or(Fault::Head(name))
    };
    let tags = line("tags")?.split([',', '，']).map(str::trim);
    Ok(Entry {
        id: line("id").and_then(|id| checked(id, is_id(id), "id"))?,
        date: line("date").and_then(|date| checked(date, is_date(date), "date"))?,
        scope: match line("scope")? {
            "general" => Scope::General,
            "vendor" => Scope::Vendor,
            _ => return Err(Fault::Head("scope")),
        },
        step: Step::parse(line("action")?).ok_or(Fault::Head("action"))?,
        tags: tags.filter(|tag| !tag.is_empty()).collect(),
        en: words("en", en)?,
        zh: words("zh", zh)?,
    })
}

fn checked(text: &'static str, is_right: bool, name: &'static str) -> Result<&'static str, Fault> {
    is_right.then_some(text).ok_or(Fault::Head(name))
}

fn is_id(text: &str) -> bool {
    let number = text.strip_prefix('q').unwrap_or_default();
    number.len() == 2 && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// A year, or a day as `2026-11-23`.
fn is_date(text: &str) -> bool {
    let mut parts = text.split('-').map(|part| {
        let is_number = part.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then_some(part.len())
    });
    let lengths = [parts.next(), parts.next(), parts.next(), parts.next()];
    matches!(
        lengths,
        [Some(Some(4)), None, None, None] | [Some(Some(4)), Some(Some(2)), Some(Some(2)), None]
    )
}

fn words(language: &'static str, text: &'static str) -> Result<Words, Fault> {
    let lacks = |part| Fault::Words(language, part);
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let question = lines.next().and_then(|line| line.strip_prefix("# "));
    let question = question.ok_or(lacks("question"))?.trim();
    let answer = lines.next().filter(|line| is_prose(line));
    let answer = answer.ok_or(lacks("answer"))?.trim();
    let next = lines
        .next_back()
        .and_then(|line| line.strip_prefix("> "))
        .ok_or(lacks("next step"))?
        .trim();
    let explanation = blocks(lines);
    if explanation.is_empty() {
        return Err(lacks("explanation"));
    }
    Ok(Words {
        question,
        answer,
        explanation,
        next,
    })
}

fn is_prose(line: &str) -> bool {
    !line.starts_with(['#', '-', '>', ' '])
}

fn blocks(lines: impl Iterator<Item = &'static str>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for line in lines {
        let item = line.strip_prefix("- ");
        let code = line.strip_prefix("    ");
        match (item, code, blocks.last_mut()) {
            (Some(item), _, Some(Block::List(items))) => items.push(item),
            (Some(item), ..) => blocks.push(Block::List(vec![item])),
            (_, Some(code), Some(Block::Code(lines))) => lines.push(code),
            (_, Some(code), _) => blocks.push(Block::Code(vec![code])),
            (None, None, _) => blocks.push(Block::Paragraph(line.trim())),
        }
    }
    blocks
}
