//! The guide: every answer is whole, the search finds it, the interview advises by the rules.

mod answers;
mod cli;
mod interview;
mod search;
