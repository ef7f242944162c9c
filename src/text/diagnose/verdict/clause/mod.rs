//! What a finding means for the whole, in a clause. Clauses begin small, since one may stand behind another.

mod name;
mod page;
mod server;

use crate::core::diagnose::Check;
use crate::core::finding::{Fact, Finding, Id};
use crate::text::Lang;

/// What is said of findings of a kind.
enum Words {
    /// Always the same, in English and Chinese.
    Plain(&'static str, &'static str),
    /// By the fact, and by what else was found.
    Of(fn(Lang, &[Check], &Fact) -> Option<String>),
}

/// A line of a table; the worst comes first.
type Line = (Id, Words);

/// Where it stands among all, and its clause; `None` where a count says as much.
pub fn of(lang: Lang, checks: &[Check], finding: &Finding) -> Option<(usize, String)> {
    let seen = name::TABLE.iter().chain(server::TABLE).chain(page::TABLE);
    let mut tables = seen.chain(server::UNSEEN);
    let (rank, (_, words)) = tables
        .by_ref()
        .enumerate()
        .find(|(_, (id, _))| *id == finding.id())?;
    let words = match words {
        Words::Plain(en, zh) => lang.pick(*en, *zh).to_owned(),
        Words::Of(of) => of(lang, checks, &finding.fact)?,
    };
    Some((rank, words))
}
