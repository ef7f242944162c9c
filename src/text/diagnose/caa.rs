//! How the checks of `checks::caa` ended, in two lines.

use super::Lines;
use crate::core::diagnose::checks::caa::CaaSummary;
use crate::text::Lang;

pub(super) fn lines(lang: Lang, summary: &CaaSummary) -> Lines {
    match summary {
        CaaSummary::AnyCa => Lines::new(
            lang.pick("Any CA may issue", "任何 CA 都可签发"),
            lang.pick("no CAA record", "没有 CAA 记录"),
        ),
    }
}
