//! The verdict of a diagnosis, whole or still running: a headline that says what it means, and a sentence that
//! counts.

mod clause;
mod meaning;

use crate::core::diagnose::{Check, Mark, Skip, State};
use crate::text::Lang;
use crate::text::number::{counted, enumerated};

/// How many checks are how far.
#[derive(Default)]
struct Counts {
    all: usize,
    open: usize,
    skipped: usize,
    fine: usize,
    warnings: usize,
    unknown: usize,
    problems: usize,
    has_network: bool,
}

impl Counts {
    fn of(checks: &[Check]) -> Self {
        let mut counts = Self {
            all: checks.len(),
            has_network: true,
            ..Self::default()
        };
        for check in checks {
            match check.state {
                State::Waiting | State::Running => counts.open += 1,
                State::Skipped(why) => {
                    counts.skipped += 1;
                    counts.has_network &= why != Skip::NoNetwork;
                }
                State::Done(Mark::Good | Mark::Notice) => counts.fine += 1,
                State::Done(Mark::Warning) => counts.warnings += 1,
                State::Done(Mark::Unknown) => counts.unknown += 1,
                State::Done(Mark::Problem) => counts.problems += 1,
            }
        }
        counts
    }

    /// Checks of a run that ended which cannot say whether all is well.
    fn unanswered(&self) -> usize {
        self.unknown + self.open
    }
}

/// A headline without a full stop, and a sentence with one. `is_running` while checks may still come.
pub fn headline(lang: Lang, checks: &[Check], is_running: bool) -> (String, String) {
    let counts = Counts::of(checks);
    match is_running {
        true => running(lang, &counts),
        false => (ended(lang, checks, &counts), sentence(lang, &counts)),
    }
}

fn running(lang: Lang, counts: &Counts) -> (String, String) {
    let head = match counts.problems {
        0 => lang.pick("Checking", "正在检查").to_owned(),
        found => {
            let found = problems(lang, found);
            say!(lang, "{found} so far", "目前有 {found}")
        }
    };
    let (done, all) = (counts.all - counts.open, counts.all);
    let sentence = say!(
        lang,
        "{done} of {all} checks done.",
        "已完成 {all} 项检查中的 {done} 项。"
    );
    (head, sentence)
}

fn ended(lang: Lang, checks: &[Check], counts: &Counts) -> String {
    match counts {
        Counts {
            has_network: false, ..
        } => lang.pick("No network", "没有网络").to_owned(),
        Counts { problems: 0, .. } if counts.skipped == counts.all => lang
            .pick("Nothing was checked", "没有检查任何内容")
            .to_owned(),
        _ => meaning::told(lang, checks, counts).unwrap_or_else(|| counted_head(lang, counts)),
    }
}

/// The headline where nothing more is to be said than how many.
fn counted_head(lang: Lang, counts: &Counts) -> String {
    match counts {
        Counts { problems: 1.., .. } => {
            let found = problems(lang, counts.problems);
            say!(lang, "{found} found", "发现 {found}")
        }
        _ if counts.unanswered() > 0 => without_result(lang, counts.unanswered()),
        Counts { warnings: 1.., .. } => {
            let found = warnings(lang, counts.warnings);
            say!(lang, "{found}, no problems", "{found}，没有问题")
        }
        _ => lang.pick("No problems found", "没有发现问题").to_owned(),
    }
}

fn without_result(lang: Lang, count: usize) -> String {
    let open = counted(lang, count, ("check", "checks"), "项检查");
    say!(lang, "{open} without a result", "{open}没有结果")
}

/// What was checked, by how it ended. Says what follows first where that is known.
fn sentence(lang: Lang, counts: &Counts) -> String {
    let parts: Vec<String> = [
        (counts.problems > 0).then(|| problems(lang, counts.problems)),
        (counts.warnings > 0).then(|| warnings(lang, counts.warnings)),
        (counts.unknown > 0).then(|| say!(lang, "{} unknown", "{} 项未知", counts.unknown)),
        (counts.fine > 0).then(|| say!(lang, "{} fine", "{} 项正常", counts.fine)),
        (counts.skipped > 0).then(|| say!(lang, "{} left out", "{} 项略过", counts.skipped)),
        (counts.open > 0).then(|| say!(lang, "{} not run", "{} 项未运行", counts.open)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let all = counted(lang, counts.all, ("check", "checks"), "项检查");
    if parts.is_empty() {
        return say!(lang, "{all}.", "{all}。");
    }
    let parts = enumerated(lang, &parts);
    say!(lang, "{all}: {parts}.", "{all}：{parts}。")
}

fn problems(lang: Lang, count: usize) -> String {
    counted(lang, count, ("problem", "problems"), "个问题")
}

fn warnings(lang: Lang, count: usize) -> String {
    counted(lang, count, ("warning", "warnings"), "个警告")
}

#[cfg(test)]
mod tests {
    use super::headline;
    use crate::core::diagnose::{Check, CheckId, CheckKey, Mark, Skip, State};
    use crate::core::env::DnsName;
    use crate::text::Lang;

    fn check(state: State) -> Check {
        let key = CheckKey::of(CheckId::Exists, &DnsName::default());
        Check {
            state,
            ..Check::waiting(key)
        }
    }

    #[test]
    fn unknown_is_never_called_fine() {
        let done = |mark| check(State::Done(mark));
        let checks = [done(Mark::Good), done(Mark::Unknown), done(Mark::Warning)];
        let (head, sentence) = headline(Lang::En, &checks, false);
        assert_eq!(head, "1 check without a result");
        assert_eq!(sentence, "3 checks: 1 warning, 1 unknown and 1 fine.");
    }

    #[test]
    fn a_run_tells_how_far_it_is() {
        let checks = [
            check(State::Done(Mark::Problem)),
            check(State::Running),
            check(State::Waiting),
        ];
        let (head, sentence) = headline(Lang::En, &checks, true);
        assert_eq!(
            [head.as_str(), &sentence],
            ["1 problem so far", "1 of 3 checks done."]
        );
        let (head, sentence) = headline(Lang::Zh, &checks, true);
        assert_eq!(
            [head.as_str(), &sentence],
            ["目前有 1 个问题", "已完成 3 项检查中的 1 项。"]
        );
    }

    #[test]
    fn the_worst_gives_the_headline() {
        let fine = [check(State::Done(Mark::Notice))];
        assert_eq!(headline(Lang::En, &fine, false).0, "No problems found");
        let bad = [check(State::Done(Mark::Problem)), fine[0].clone()];
        assert_eq!(
            headline(Lang::Zh, &bad, false).1,
            "2 项检查：1 个问题和 1 项正常。"
        );
        let cut = [check(State::Skipped(Skip::NoNetwork))];
        assert_eq!(headline(Lang::En, &cut, false).0, "No network");
        assert_eq!(headline(Lang::En, &[], false).0, "Nothing was checked");
    }
}
