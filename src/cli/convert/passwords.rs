//! The password of the result: from a file, standard input, a prompt given twice, or made here.

use std::path::Path;
use std::sync::Arc;

use super::args::Convert;
use super::stop::Stop;
use crate::cli::ask;
use crate::core::convert::{Passwords, Plan, Refusal, password};
use crate::core::env::Env;
use crate::core::secret::Secret;
use crate::text::Lang;
use crate::text::cli::convert as words;
use crate::text::report::PasswordOrigin;

/// Passwords of a result and where they came from.
pub struct Chosen {
    pub passwords: Passwords,
    pub origin: PasswordOrigin,
}

/// The passwords that a plan needs.
///
/// # Errors
/// When a file cannot be read, none is given and nobody can be asked, or the system gives no random bytes.
pub fn choose(lang: Lang, asked: &Convert, plan: &Plan, env: &Env<'_>) -> Result<Chosen, Stop> {
    if !plan.recipe.needs_password() {
        return Ok(Chosen {
            passwords: Passwords::default(),
            origin: PasswordOrigin::NotNeeded,
        });
    }
    let (store, origin) = store(lang, asked, env)?;
    let key = match &asked.out_key_password_file {
        Some(path) => Some(first_line(path, env)?),
        None => None,
    };
    Ok(Chosen {
        passwords: Passwords {
            store: Some(store),
            key,
        },
        origin,
    })
}

fn store(
    lang: Lang,
    asked: &Convert,
    env: &Env<'_>,
) -> Result<(Arc<Secret>, PasswordOrigin), Stop> {
    if asked.without_password {
        return Ok((Arc::new(Secret::from("")), PasswordOrigin::Empty));
    }
    if asked.generate_password {
        let made = password::generate(env.random).map_err(|_| Stop::from(Refusal::NoRandom))?;
        return Ok((Arc::new(made), PasswordOrigin::Generated));
    }
    if let Some(path) = &asked.out_password_file {
        return Ok((first_line(path, env)?, PasswordOrigin::Given));
    }
    let answer = ask::new_password(lang).ok_or(Refusal::PasswordMissing)?;
    Ok((answer, PasswordOrigin::Given))
}

/// The first line of a file, or of standard input for `-`.
fn first_line(path: &Path, env: &Env<'_>) -> Result<Arc<Secret>, Stop> {
    let candidates = if is_stdin(path) {
        ask::from_stdin()
    } else {
        ask::from_file(env, path)?
    };
    let first = candidates.into_iter().next();
    first.ok_or_else(|| Refusal::PasswordMissing.into())
}

/// Whether a name stands for standard input.
pub fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}

/// What cannot go together.
///
/// # Errors
/// The sentence that says so.
pub fn check(lang: Lang, asked: &Convert) -> Result<(), String> {
    let out = [&asked.out_password_file, &asked.out_key_password_file];
    let readers = out
        .iter()
        .filter(|path| path.as_deref().is_some_and(is_stdin))
        .count();
    match readers + usize::from(asked.password_stdin) {
        0 | 1 => Ok(()),
        _ => Err(words::one_stdin(lang).to_owned()),
    }
}

/// Where the password of a plan would come from.
pub fn expected(asked: &Convert, plan: &Plan) -> PasswordOrigin {
    match plan.recipe.needs_password() {
        false => PasswordOrigin::NotNeeded,
        true if asked.without_password => PasswordOrigin::Empty,
        true if asked.generate_password => PasswordOrigin::Generated,
        true => PasswordOrigin::Given,
    }
}
