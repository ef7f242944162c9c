//! The question a password dialog asks.

use crate::state::model::Model;
use crate::text::number::shortened;
use crate::text::{Lang, foreign, window as words};

/// Files named in the question.
const NAMED: usize = 3;

/// Which files the password is for, and how long a try takes.
pub fn password_question(lang: Lang, model: &Model, group: usize) -> String {
    let Some((inspection, locked)) = model
        .inspection()
        .and_then(|open| Some((open, open.locked.get(group)?)))
    else {
        return String::new();
    };
    let mut names: Vec<String> = Vec::new();
    for id in &locked.members {
        if let Some(artifact) = inspection.artifact(*id) {
            let name = foreign::display(artifact.place.path_text()).into_owned();
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    words::password_for(lang, &shortened(lang, &names, NAMED), locked.seconds)
}
