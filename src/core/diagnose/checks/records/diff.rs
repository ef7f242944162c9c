//! Two texts compared character by character.

use serde::Serialize;

/// A run of characters of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DiffPart {
    /// What it is.
    pub kind: DiffKind,
    /// The characters. Foreign text.
    pub text: String,
}

/// What a run of characters is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DiffKind {
    /// In both.
    Same,
    /// Expected and not there.
    Missing,
    /// There and not expected.
    Extra,
}

/// Characters of either text that are compared one by one; longer ones differ as a whole between what they have
/// in common at both ends.
const MOST: usize = 600;

/// The parts in order: what both have, what is missing from `found`, what is too much there.
pub fn diff(expected: &str, found: &str) -> Vec<DiffPart> {
    let (left, right): (Vec<char>, Vec<char>) =
        (expected.chars().collect(), found.chars().collect());
    let same = |(a, b): &(&char, &char)| a == b;
    let head = left.iter().zip(&right).take_while(same).count();
    let left_rest = left.get(head..).unwrap_or_default();
    let right_rest = right.get(head..).unwrap_or_default();
    let tail = left_rest
        .iter()
        .rev()
        .zip(right_rest.iter().rev())
        .take_while(same)
        .count();
    let cut = |rest: &[char]| rest.get(..rest.len() - tail).unwrap_or_default().to_vec();
    let (left_middle, right_middle) = (cut(left_rest), cut(right_rest));
    let mut parts = Parts::default();
    parts.extend(DiffKind::Same, left.get(..head).unwrap_or_default());
    match left_middle.len().max(right_middle.len()) > MOST {
        true => {
            parts.extend(DiffKind::Missing, &left_middle);
            parts.extend(DiffKind::Extra, &right_middle);
        }
        false => middle(&left_middle, &right_middle, &mut parts),
    }
    let end = left_rest.get(left_rest.len() - tail..);
    parts.extend(DiffKind::Same, end.unwrap_or_default());
    parts.0
}

#[derive(Default)]
struct Parts(Vec<DiffPart>);

impl Parts {
    fn extend(&mut self, kind: DiffKind, chars: &[char]) {
        chars.iter().for_each(|char| self.push(kind, *char));
    }

    fn push(&mut self, kind: DiffKind, char: char) {
        match self.0.last_mut() {
            Some(last) if last.kind == kind => last.text.push(char),
            _ => self.0.push(DiffPart {
                kind,
                text: char.to_string(),
            }),
        }
    }
}

/// By the longest common subsequence.
fn middle(left: &[char], right: &[char], parts: &mut Parts) {
    let width = right.len() + 1;
    let mut lengths = vec![0u16; (left.len() + 1) * width];
    let at = |lengths: &[u16], row: usize, column: usize| {
        lengths.get(row * width + column).copied().unwrap_or(0)
    };
    for (row, a) in left.iter().enumerate().rev() {
        for (column, b) in right.iter().enumerate().rev() {
            let length = match a == b {
                true => at(&lengths, row + 1, column + 1) + 1,
                false => at(&lengths, row + 1, column).max(at(&lengths, row, column + 1)),
            };
            if let Some(slot) = lengths.get_mut(row * width + column) {
                *slot = length;
            }
        }
    }
    let (mut row, mut column) = (0, 0);
    loop {
        match (left.get(row), right.get(column)) {
            (Some(a), Some(b)) if a == b => {
                parts.push(DiffKind::Same, *a);
                (row, column) = (row + 1, column + 1);
            }
            (Some(a), b)
                if b.is_none()
                    || at(&lengths, row + 1, column) >= at(&lengths, row, column + 1) =>
            {
                parts.push(DiffKind::Missing, *a);
                row += 1;
            }
            (_, Some(b)) => {
                parts.push(DiffKind::Extra, *b);
                column += 1;
            }
            _ => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{DiffKind, diff};

    /// `-` before what is missing, `+` before what is too much.
    fn told(expected: &str, found: &str) -> String {
        let mark = |kind| match kind {
            DiffKind::Same => "=",
            DiffKind::Missing => "-",
            DiffKind::Extra => "+",
        };
        let parts = diff(expected, found);
        let parts: Vec<String> = parts
            .iter()
            .map(|part| format!("{}{}", mark(part.kind), part.text))
            .collect();
        parts.join(" ")
    }

    #[test]
    fn characters_that_differ_are_told_apart() {
        for (expected, found, wanted) in [
            ("abc", "abc", "=abc"),
            ("abc", "\"abc\"", "+\" =abc +\""),
            ("abcdef", "abdef", "=ab -c =def"),
            ("abc", "", "-abc"),
            ("", "abc", "+abc"),
            ("abc", "abc ", "=abc + "),
            ("aXc", "ayc", "=a -X +y =c"),
            ("值一", "值二", "=值 -一 +二"),
        ] {
            assert_eq!(told(expected, found), wanted, "{expected} {found}");
        }
    }

    #[test]
    fn long_texts_differ_as_a_whole_in_between() {
        let (left, right) = ("a".repeat(70_000), "b".repeat(70_000));
        assert_eq!(diff(&format!("x{left}y"), &format!("x{right}y")).len(), 4);
    }
}
