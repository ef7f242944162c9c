//! How the checks of `checks::file` ended, in two lines.

use super::Lines;
use crate::core::diagnose::checks::file::FileSummary;
use crate::text::Lang;

pub(super) fn lines(lang: Lang, summary: &FileSummary) -> Lines {
    match summary {
        FileSummary::Found { status } => Lines::new(
            lang.pick("File is there", "文件存在"),
            say!(
                lang,
                "status {status}, same content",
                "状态 {status}，内容相同"
            ),
        ),
    }
}
