//! Notices in words.

use super::Tone;
use crate::state::model::NoticeKind;
use crate::text::convert::password;
use crate::text::{Lang, foreign, problem, window as words};

/// A notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeView {
    pub tone: Tone,
    pub title: String,
    pub detail: Option<String>,
}

/// The words of a notice.
pub fn build(lang: Lang, kind: &NoticeKind) -> NoticeView {
    let plain = |tone, title: &str| NoticeView {
        tone,
        title: title.to_owned(),
        detail: None,
    };
    match kind {
        NoticeKind::Copied => plain(Tone::Ok, words::copied(lang)),
        NoticeKind::Failed(failure) => {
            let said = problem::explain(lang, failure);
            NoticeView {
                tone: Tone::Error,
                title: said.happened,
                detail: said.causes.into_iter().chain(said.remedies).next(),
            }
        }
        NoticeKind::MembershipRestored => plain(Tone::Ok, words::restored(lang)),
        NoticeKind::NothingToPaste => plain(Tone::Neutral, words::nothing_to_paste(lang)),
        NoticeKind::SecretCopied => plain(Tone::Ok, password::copied(lang)),
        NoticeKind::Saved(path) => {
            let name = path
                .file_name()
                .unwrap_or(path.as_os_str())
                .to_string_lossy();
            NoticeView {
                tone: Tone::Ok,
                title: words::saved(lang, &foreign::display(&name)),
                detail: path
                    .parent()
                    .map(|folder| foreign::display(&folder.to_string_lossy()).into_owned())
                    .filter(|folder| !folder.is_empty()),
            }
        }
        NoticeKind::Unlocked { opened, left } => {
            plain(Tone::Ok, &words::unlocked(lang, *opened, *left))
        }
    }
}
