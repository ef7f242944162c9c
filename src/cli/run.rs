//! One call of the program: arguments, verb, exit code.

use std::ffi::OsString;
use std::process::ExitCode;

use super::args::{self, Findings, Verb};
use super::output::{USAGE, say};
use super::{
    catalogue, chain, convert, csr, diagnose, elevated, guide, iis, inspect, json, ledger,
};
use crate::platform::locale;
use crate::text::Lang;

/// Runs with these arguments, the program's name first.
pub fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.collect();
    let lang =
        args::asked_lang(&arguments).unwrap_or_else(|| Lang::from_locale(&locale::language()));
    match args::parse(lang, &arguments) {
        Ok(args) => match args.verb {
            Verb::Chain(asked) => chain::chain(lang, &asked),
            Verb::Convert(asked) => convert::convert(lang, &asked),
            Verb::Csr(asked) => csr::csr(lang, &asked),
            Verb::Diagnose(asked) => diagnose::diagnose(lang, &asked),
            Verb::Guide(asked) => guide::guide(lang, &asked),
            Verb::Iis(asked) => iis::iis(lang, &asked),
            Verb::Inspect(asked) => inspect::inspect(lang, &asked),
            Verb::Ledger(asked) => ledger::ledger(lang, &asked),
            Verb::Elevated(asked) => elevated::elevated(lang, &asked),
            Verb::Findings(asked) => findings(&asked),
        },
        Err(error) if error.use_stderr() => {
            say(&mut std::io::stderr(), &error.to_string());
            ExitCode::from(USAGE)
        }
        Err(help) => {
            say(&mut std::io::stdout(), &help.to_string());
            ExitCode::SUCCESS
        }
    }
}

fn findings(asked: &Findings) -> ExitCode {
    let text = if asked.json {
        json::plain("findings", catalogue::report())
    } else {
        catalogue::text(asked.lang)
    };
    say(&mut std::io::stdout(), &text);
    ExitCode::SUCCESS
}
