//! What the palette finds: commands, files of the bundle, recent files, answers of the guide.

use crate::core::guide;
use crate::state::guide::GuideAction;
use crate::state::view::Views;
use crate::state::{Action, Model};
use crate::text::{Lang, foreign, guide as guide_words, window as words};

use super::commands::{Command, Group};
use super::icons::Icon;
use super::palette::is_listed;
use super::panels::file_icon;

/// Files of the bundle that are listed at once.
const FILES: usize = 50;
/// Answers of the guide that are listed for what was typed; without it all are.
const ANSWERS: usize = 8;

/// One row.
pub struct Entry {
    pub group: Group,
    pub icon: Icon,
    pub title: String,
    /// Bytes of the title that were typed.
    pub matched: Option<(usize, usize)>,
    pub hint: String,
    pub keys: Vec<String>,
    /// What it does, or why it cannot now.
    pub action: Result<Action, &'static str>,
}

/// All rows that fit what was typed, by group. What can run comes first.
pub fn entries(model: &Model, views: &Views, lang: Lang, query: &str) -> Vec<Entry> {
    let query = query.trim().to_lowercase();
    let mut found: Vec<Entry> = Command::ALL
        .into_iter()
        .filter(|command| is_listed(*command))
        .filter_map(|command| command_entry(model, lang, command, &query))
        .collect();
    found.extend(file_entries(views, lang, &query));
    found.extend(recent_entries(model, lang, &query));
    found.extend(answer_entries(lang, &query));
    found.sort_by_key(|entry| (entry.group, entry.action.is_err()));
    found
}

fn command_entry(model: &Model, lang: Lang, command: Command, query: &str) -> Option<Entry> {
    let title = command.words(lang).to_owned();
    // Somebody may know only the other language's word for it.
    let other = Lang::ALL
        .into_iter()
        .any(|other| find(command.words(other), query).is_some());
    let matched = find(&title, query);
    if matched.is_none() && !other {
        return None;
    }
    let action = command.action(model, lang);
    if action.is_err() && query.is_empty() {
        return None;
    }
    Some(Entry {
        group: command.group(),
        icon: command.icon(),
        matched,
        hint: String::new(),
        keys: command.key_caps(),
        action,
        title,
    })
}

fn file_entries(views: &Views, lang: Lang, query: &str) -> Vec<Entry> {
    if query.is_empty() {
        return Vec::new();
    }
    let files = views.files.iter().filter_map(|file| {
        Some(Entry {
            group: Group::Open,
            icon: file_icon(file.kind),
            matched: Some(find(&file.name, query)?),
            title: file.name.clone(),
            hint: words::palette_in_bundle(lang).to_owned(),
            keys: Vec::new(),
            action: Ok(Action::ShowCertificate(file.certificate?)),
        })
    });
    files.take(FILES).collect()
}

fn recent_entries(model: &Model, lang: Lang, query: &str) -> Vec<Entry> {
    let recent = model.settings.recent.iter().enumerate();
    recent
        .filter_map(|(index, recent)| {
            let name = recent.path.file_name()?.to_string_lossy();
            let title = foreign::display(&name).into_owned();
            Some(Entry {
                group: Group::Open,
                icon: Icon::Clock,
                matched: Some(find(&title, query)?),
                title,
                hint: words::recent(lang).to_owned(),
                keys: Vec::new(),
                action: Ok(Action::OpenRecent(index)),
            })
        })
        .collect()
}

/// Answers of the guide, those that fit best first.
fn answer_entries(lang: Lang, query: &str) -> Vec<Entry> {
    let most = if query.is_empty() {
        usize::MAX
    } else {
        ANSWERS
    };
    let answers = guide::search(query).into_iter().take(most);
    answers
        .map(|answer| {
            let title = guide_words::words(lang, answer).question.replace('`', "");
            Entry {
                group: Group::Learn,
                icon: Icon::Question,
                matched: find(&title, query),
                title,
                hint: String::new(),
                keys: Vec::new(),
                action: Ok(Action::Guide(GuideAction::Open(answer))),
            }
        })
        .collect()
}

/// Where `query` (in lower case) is in `title`, by bytes. An empty query is found at the start.
fn find(title: &str, query: &str) -> Option<(usize, usize)> {
    let lower = title.to_lowercase();
    let start = lower.find(query)?;
    let end = start + query.len();
    // Letters that change their length with their case would shift the bytes.
    let fits = lower.len() == title.len() && title.get(start..end).is_some();
    Some(if fits { (start, end) } else { (0, 0) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_finds_commands_in_either_language() {
        let model = Model::default();
        let views = Views::default();
        let english = entries(&model, &views, Lang::En, "folder");
        assert!(english.iter().any(|entry| entry.title == "Open folder…"));
        let chinese = entries(&model, &views, Lang::Zh, "folder");
        assert!(chinese.iter().any(|entry| entry.title == "打开文件夹…"));
    }

    #[test]
    fn what_cannot_run_is_found_with_its_reason_and_not_listed_unasked() {
        let model = Model::default();
        let views = Views::default();
        let asked = entries(&model, &views, Lang::En, "report");
        assert!(asked.iter().any(|entry| entry.action.is_err()));
        let unasked = entries(&model, &views, Lang::En, "");
        assert!(unasked.iter().all(|entry| entry.action.is_ok()));
    }

    #[test]
    fn letters_that_change_length_do_not_split_characters() {
        assert_eq!(find("İstanbul", "stanbul"), Some((0, 0)));
        assert_eq!(find("PFX", "pf"), Some((0, 2)));
    }
}
