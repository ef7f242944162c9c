//! How the checks of `checks::caa` ended, in two lines.

use super::Lines;
use crate::core::diagnose::checks::caa::{CaaSet, CaaSummary};
use crate::text::Lang;
use crate::text::foreign::short;
use crate::text::number::shortened;

pub(super) fn lines(lang: Lang, summary: &CaaSummary) -> Lines {
    match summary {
        CaaSummary::AnyCa => Lines::new(
            lang.pick("Any CA may issue", "任何 CA 都可签发"),
            lang.pick("no CAA record", "没有 CAA 记录"),
        ),
        CaaSummary::Unrestricted(set) => Lines::new(
            lang.pick("Any CA may issue", "任何 CA 都可签发"),
            say!(
                lang,
                "CAA at {} does not restrict it",
                "{} 的 CAA 记录对此没有限制",
                set.found_at
            ),
        ),
        CaaSummary::Allowed(set) => Lines::new(
            say!(lang, "{} may issue", "{} 可以签发", chosen(set)),
            say!(
                lang,
                "named by CAA at {}",
                "{} 的 CAA 记录已写明",
                set.found_at
            ),
        ),
        CaaSummary::Listed(set) => Lines::new(
            lang.pick("CAA lists who may issue", "CAA 列出了可签发的 CA"),
            listed(lang, set),
        ),
        CaaSummary::Forbidden(set) => Lines::new(
            match set.authority.is_some() {
                true => say!(lang, "{} may not issue", "{} 不可签发", chosen(set)),
                false => lang
                    .pick("CAA allows nobody", "CAA 不允许任何 CA 签发")
                    .to_owned(),
            },
            listed(lang, set),
        ),
        CaaSummary::Failed { at } => Lines::new(
            lang.pick("CAA look-up failed", "CAA 查询失败"),
            say!(lang, "at {at}", "位于 {at}"),
        ),
    }
}

fn chosen(set: &CaaSet) -> String {
    short(set.authority.as_deref().unwrap_or_default()).into_owned()
}

/// Whom the set names.
fn listed(lang: Lang, set: &CaaSet) -> String {
    let allowed: Vec<String> = set
        .allowed
        .iter()
        .map(|domain| short(domain).into_owned())
        .collect();
    match allowed.is_empty() {
        true => lang.pick("nobody is listed", "没有列出任何 CA").to_owned(),
        false => shortened(lang, &allowed, 3),
    }
}
