//! Writing a ticket to a file.

use std::path::PathBuf;

use crate::core::diagnose::Diagnosis;
use crate::core::env::Env;
use crate::core::op::Outcome;
use crate::core::problem::Failure;
use crate::core::save;
use crate::text::Lang;
use crate::text::diagnose::ticket::{Form, render};

/// Writes it where the user said, readable by whoever may read that folder.
pub fn write(
    lang: Lang,
    found: &Diagnosis,
    form: Form,
    path: PathBuf,
    env: &Env<'_>,
) -> Result<(), Failure> {
    let text = render(lang, found, form);
    let request = save::Request::public(path, text.into_bytes());
    match save::run(&request, env) {
        Outcome::Failed(failure) => Err(failure),
        Outcome::Done(_) | Outcome::Cancelled => Ok(()),
    }
}
