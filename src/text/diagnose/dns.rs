//! How the checks of `checks::dns` ended, in two lines.

use super::Lines;
use crate::core::diagnose::checks::dns::DnsSummary;
use crate::text::Lang;
use crate::text::number::counted;

pub(super) fn lines(lang: Lang, summary: &DnsSummary) -> Lines {
    match summary {
        DnsSummary::Exists { addresses } => Lines::new(
            lang.pick("Name exists", "名称存在"),
            counted(lang, *addresses, ("address", "addresses"), "个地址"),
        ),
    }
}
