//! The lines that a plan changes, with some lines around them, as `diff -u` shows them.

use super::edit::{Edit, spliced};
use crate::core::iis::config::{Source, Span};

/// Lines that change, with some around them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hunk {
    /// First line in the file as it is, counted from 1.
    pub old_line: u32,
    /// First line in the file as it will be.
    pub new_line: u32,
    /// The lines.
    pub lines: Vec<DiffLine>,
}

/// One line of a hunk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiffLine {
    /// Stays.
    Same(String),
    /// Goes.
    Removed(String),
    /// Comes.
    Added(String),
}

impl Hunk {
    /// Lines of the file as it is.
    pub fn old_count(&self) -> usize {
        self.lines
            .iter()
            .filter(|line| !matches!(line, DiffLine::Added(_)))
            .count()
    }

    /// Lines of the file as it will be.
    pub fn new_count(&self) -> usize {
        self.lines
            .iter()
            .filter(|line| !matches!(line, DiffLine::Removed(_)))
            .count()
    }
}

/// The hunks of sorted edits, `around` lines on each side. Costs what the edits cost, not what the file does.
pub fn hunks(source: &Source, edits: &[Edit], around: u32) -> Vec<Hunk> {
    let mut hunks: Vec<Hunk> = Vec::new();
    let mut shift = 0i64;
    let mut rest = edits;
    while let Some(first) = rest.first() {
        let mut last = last_line(source, first);
        let begin = source.line(first.span.start);
        let mut count = 1;
        while let Some(next) = rest.get(count) {
            if source.line(next.span.start) > last + 2 * around + 1 {
                break;
            }
            last = last_line(source, next).max(last);
            count += 1;
        }
        let (group, others) = rest.split_at(count);
        let hunk = hunk(source, group, begin, last, around, shift);
        shift += hunk.new_count() as i64 - hunk.old_count() as i64;
        hunks.push(hunk);
        rest = others;
    }
    hunks
}

/// The last line that an edit touches; one that ends with a line's end touches that line alone.
fn last_line(source: &Source, edit: &Edit) -> u32 {
    let end = edit
        .span
        .end
        .saturating_sub(u32::from(edit.span.end > edit.span.start));
    source.line(end)
}

fn hunk(source: &Source, edits: &[Edit], begin: u32, last: u32, around: u32, shift: i64) -> Hunk {
    let first = begin.saturating_sub(around).max(1);
    let end = (last + around).min(source.line_count());
    let from = source.line_start(begin);
    let to = source.line_start(last + 1);
    let local: Vec<Edit> = edits
        .iter()
        .map(|edit| Edit {
            span: Span {
                start: edit.span.start - from,
                end: edit.span.end - from,
            },
            new: edit.new.clone(),
        })
        .collect();
    let old = source
        .text
        .get(from as usize..to as usize)
        .unwrap_or_default();
    let new = spliced(old, &local);
    let same = |lines: std::ops::Range<u32>| {
        lines
            .map(|line| DiffLine::Same(source.line_text(line).to_owned()))
            .collect::<Vec<_>>()
    };
    let mut lines = same(first..begin);
    lines.extend(changed(old, &new));
    lines.extend(same(last + 1..end + 1));
    Hunk {
        old_line: first,
        new_line: u32::try_from(i64::from(first) + shift).unwrap_or(first),
        lines,
    }
}

/// Old lines against new ones: equal lines at both ends stay, what is between goes and comes. Edits of one
/// attribute keep the number of lines, so there each line is set against its own.
fn changed(old: &str, new: &str) -> Vec<DiffLine> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let mut out = Vec::new();
    if old.len() == new.len() {
        let mut at = 0;
        while let (Some(left), Some(right)) = (old.get(at), new.get(at)) {
            if left == right {
                out.push(DiffLine::Same((*left).to_owned()));
                at += 1;
                continue;
            }
            let run = old
                .iter()
                .zip(&new)
                .skip(at)
                .take_while(|(old, new)| old != new)
                .count();
            out.extend(
                old.iter()
                    .skip(at)
                    .take(run)
                    .map(|line| DiffLine::Removed((*line).to_owned())),
            );
            out.extend(
                new.iter()
                    .skip(at)
                    .take(run)
                    .map(|line| DiffLine::Added((*line).to_owned())),
            );
            at += run;
        }
        return out;
    }
    let head = old
        .iter()
        .zip(&new)
        .take_while(|(old, new)| old == new)
        .count();
    let most = old.len().min(new.len()) - head;
    let tail = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take(most)
        .take_while(|(old, new)| old == new)
        .count();
    let text = |line: &&str| (*line).to_owned();
    out.extend(old.iter().take(head).map(text).map(DiffLine::Same));
    out.extend(
        old.iter()
            .skip(head)
            .take(old.len() - head - tail)
            .map(text)
            .map(DiffLine::Removed),
    );
    out.extend(
        new.iter()
            .skip(head)
            .take(new.len() - head - tail)
            .map(text)
            .map(DiffLine::Added),
    );
    out.extend(
        old.iter()
            .skip(old.len() - tail)
            .map(text)
            .map(DiffLine::Same),
    );
    out
}
