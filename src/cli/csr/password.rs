//! The password of a new key: from a file, made here, or asked for twice.

use std::sync::Arc;

use super::Stop;
use super::args::New;
use crate::cli::ask;
use crate::core::convert::password;
use crate::core::csr::Refusal;
use crate::core::env::Env;
use crate::core::problem::Failure;
use crate::core::secret::Secret;
use crate::text::Lang;
use crate::text::cli::csr as words;

/// The password, `None` for a key that stays open.
///
/// # Errors
/// When none is given and nobody can be asked, a file cannot be read, or the system has no random bytes.
pub fn of(lang: Lang, asked: &New, env: &Env<'_>) -> Result<Option<Arc<Secret>>, Stop> {
    if asked.without_password || asked.key_file.is_some() {
        return Ok(None);
    }
    if asked.generate_password {
        let made = password::generate(env.random);
        let made = made.map_err(|_| Failure::NotRequested(Refusal::NoKey))?;
        return Ok(Some(Arc::new(made)));
    }
    let missing = || Stop::Usage(words::need_password(lang).to_owned());
    if let Some(path) = &asked.out_password_file {
        let candidates = match path.as_os_str() == "-" {
            true => ask::from_stdin(),
            false => ask::from_file(env, path)?,
        };
        let first = candidates.into_iter().next();
        return first.map(Some).ok_or_else(missing);
    }
    ask::new_password(lang).map(Some).ok_or_else(missing)
}
