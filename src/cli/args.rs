//! What the command line understands. Words of the help come from `text::cli`, so the command is built
//! for a language; the derived types carry names and types only.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Arg, ArgAction, Command, CommandFactory, FromArgMatches, Parser, Subcommand};

use super::chain::Chain;
use super::convert::Convert;
use super::csr::Csr;
use super::diagnose::Diagnose;
use super::elevated::Elevated;
use super::guide::Guide;
use super::iis::Iis;
use super::ledger::Ledger;
use crate::core::bundle::trust::TrustChoice;
use crate::core::time::Moment;
use crate::text::{Lang, Phrase, cli};

#[derive(Parser)]
#[command(name = "certwright-cli", version, disable_help_subcommand = true)]
pub struct Args {
    #[command(subcommand)]
    pub verb: Verb,
}

#[derive(Subcommand)]
pub enum Verb {
    Chain(Box<Chain>),
    Convert(Box<Convert>),
    Csr(Box<Csr>),
    Diagnose(Diagnose),
    Guide(Box<Guide>),
    Iis(Box<Iis>),
    Inspect(Inspect),
    Ledger(Ledger),
    Findings(Findings),
    #[command(hide = true)]
    Elevated(Elevated),
}

#[derive(clap::Args)]
pub struct Inspect {
    #[arg(required = true, value_name = "PATH")]
    pub path: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub password_file: Vec<PathBuf>,
    #[arg(long)]
    pub password_stdin: bool,
    #[arg(long, value_name = "NAME")]
    pub host: Option<String>,
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub time: Option<Moment>,
    #[arg(long, value_name = "ROOTS", value_parser = trust)]
    pub trust: Option<TrustChoice>,
    #[arg(long)]
    pub json: bool,
    #[arg(long, value_name = "LANG", value_parser = lang)]
    pub lang: Option<Lang>,
}

#[derive(clap::Args)]
pub struct Findings {
    #[arg(long)]
    pub json: bool,
    #[arg(long, value_name = "LANG", value_parser = lang)]
    pub lang: Option<Lang>,
}

pub fn moment(text: &str) -> Result<Moment, String> {
    Moment::parse(text)
        .ok_or_else(|| "expected RFC 3339, such as 2026-11-23T10:42:00Z, or a day".to_owned())
}

pub fn lang(text: &str) -> Result<Lang, String> {
    Lang::parse(text).ok_or_else(|| "expected en or zh".to_owned())
}

pub fn trust(text: &str) -> Result<TrustChoice, String> {
    Ok(match text {
        "mozilla" => TrustChoice::Mozilla,
        "system" => TrustChoice::System,
        path => TrustChoice::Path(PathBuf::from(path)),
    })
}

/// Reads the arguments, the program's name first.
///
/// # Errors
/// Wrong usage, or a request for help or the version.
pub fn parse(lang: Lang, arguments: &[OsString]) -> Result<Args, clap::Error> {
    let matches = command(lang).try_get_matches_from(arguments)?;
    Args::from_arg_matches(&matches)
}

/// The language named by `--lang` anywhere, so that help and errors speak it too.
pub fn asked_lang(arguments: &[OsString]) -> Option<Lang> {
    let texts: Vec<&str> = arguments
        .iter()
        .filter_map(|argument| argument.to_str())
        .collect();
    texts
        .iter()
        .enumerate()
        .find_map(|(index, text)| match text.strip_prefix("--lang") {
            Some("") => texts.get(index + 1).and_then(|value| Lang::parse(value)),
            Some(rest) => rest.strip_prefix('=').and_then(Lang::parse),
            None => None,
        })
}

/// The whole command with its words in a language.
pub fn command(lang: Lang) -> Command {
    let mut command = worded(lang, Args::command(), cli::about(lang))
        .subcommand_help_heading(cli::commands(lang))
        .subcommand_value_name("VERB")
        .disable_version_flag(true)
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help_heading(cli::options(lang))
                .help(cli::version_help(lang)),
        );
    for (verb, about) in [
        ("chain", cli::chain::about(lang)),
        ("convert", cli::convert::about(lang)),
        ("csr", cli::csr::about(lang)),
        ("diagnose", cli::diagnose::about(lang)),
        ("guide", cli::guide::about(lang)),
        ("iis", cli::iis::about(lang)),
        ("inspect", cli::inspect_about(lang)),
        ("ledger", cli::ledger::about(lang)),
        ("findings", cli::findings_about(lang)),
    ] {
        command = command.mut_subcommand(verb, |verb| worded(lang, verb, about));
    }
    command = command.mut_subcommand("csr", |verb| acts_of_csr(lang, verb));
    command = command.mut_subcommand("diagnose", |verb| acts_of_diagnose(lang, verb));
    command = command.mut_subcommand("guide", |verb| {
        let interview = [("interview", cli::guide::interview_about(lang))];
        acts_below(lang, verb, &interview)
    });
    command = command.mut_subcommand("iis", |verb| acts_of_iis(lang, verb));
    command = command.mut_subcommand("ledger", |verb| acts_of_ledger(lang, verb));
    for (verb, rules) in [
        ("chain", cli::chain::after(lang)),
        ("convert", cli::convert::after(lang)),
        ("csr", cli::csr::after(lang)),
        ("diagnose", cli::diagnose::after(lang)),
        ("iis", cli::iis::after(lang)),
        ("ledger", cli::ledger::after(lang)),
    ] {
        let codes = cli::exit_codes(lang);
        command =
            command.mut_subcommand(verb, |verb| verb.after_help(format!("{rules}\n\n{codes}")));
    }
    command
}

/// The verb `iis` has acts below it, each with its own words.
fn acts_of_iis(lang: Lang, verb: Command) -> Command {
    let acts = [
        ("scan", cli::iis::scan_about(lang)),
        ("plan", cli::iis::plan_about(lang)),
        ("apply", cli::iis::apply_about(lang)),
        ("undo", cli::iis::undo_about(lang)),
        ("history", cli::iis::history_about(lang)),
        ("script", cli::iis::script_about(lang)),
        ("import", cli::iis::import_about(lang)),
        ("collect", cli::iis::collect_about(lang)),
    ];
    acts_below(lang, verb, &acts)
}

/// The verb `csr` has acts below it, each with its own words.
fn acts_of_csr(lang: Lang, verb: Command) -> Command {
    let acts = [
        ("new", cli::csr::new_about(lang)),
        ("show", cli::csr::show_about(lang)),
        ("check", cli::csr::check_about(lang)),
        ("advise", cli::csr::advise::about(lang)),
    ];
    acts_below(lang, verb, &acts)
}

/// So has `diagnose`: the lanes.
fn acts_of_diagnose(lang: Lang, verb: Command) -> Command {
    let acts = [
        ("dns", cli::diagnose::dns_about(lang)),
        ("validation", cli::diagnose::validation_about(lang)),
        ("tls", cli::diagnose::tls_about(lang)),
        ("page", cli::diagnose::page_about(lang)),
        ("all", cli::diagnose::all_about(lang)),
    ];
    acts_below(lang, verb, &acts)
}

/// So has `ledger`.
fn acts_of_ledger(lang: Lang, verb: Command) -> Command {
    let acts = [
        ("list", cli::ledger::list_about(lang)),
        ("export", cli::ledger::export_about(lang)),
        ("note", cli::ledger::note_about(lang)),
        ("used", cli::ledger::used_about(lang)),
        ("forget", cli::ledger::forget_about(lang)),
        ("path", cli::ledger::path_about(lang)),
    ];
    acts_below(lang, verb, &acts)
}

fn acts_below(lang: Lang, verb: Command, acts: &[(&'static str, &'static str)]) -> Command {
    let verb = verb
        .disable_help_subcommand(true)
        .subcommand_help_heading(cli::commands(lang))
        .subcommand_value_name("ACT");
    acts.iter().fold(verb, |verb, (act, about)| {
        verb.mut_subcommand(*act, |act| worded(lang, act, about))
    })
}

fn worded(lang: Lang, command: Command, about: &'static str) -> Command {
    let verb = command.get_name().to_owned();
    let usage = cli::usage(lang);
    command
        .about(about)
        .after_help(cli::exit_codes(lang))
        .help_template(format!(
            "{{about}}\n\n{usage}: {{usage}}\n\n{{all-args}}{{after-help}}\n"
        ))
        .disable_help_flag(true)
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(cli::help_help(lang)),
        )
        .mut_args(|arg| {
            let heading = if arg.is_positional() {
                cli::arguments(lang)
            } else {
                cli::options(lang)
            };
            let help = help_of(&verb, arg.get_id().as_str());
            let arg = arg.help_heading(heading);
            match help {
                Some((_, words)) => arg.help(words(lang)),
                None => arg,
            }
        })
}

/// The phrase `ID_help`, the verb's own first.
fn help_of(verb: &str, id: &str) -> Option<Phrase> {
    let own: &[Phrase] = match verb {
        "chain" => cli::chain::ALL,
        "convert" => cli::convert::ALL,
        "advise" => cli::csr::advise::ALL,
        "csr" | "new" | "show" | "check" => cli::csr::ALL,
        "diagnose" | "dns" | "validation" | "tls" | "page" | "all" => cli::diagnose::ALL,
        "guide" | "interview" => cli::guide::ALL,
        "iis" | "scan" | "plan" | "apply" | "undo" | "history" | "script" | "import"
        | "collect" => cli::iis::ALL,
        "ledger" | "list" | "export" | "note" | "used" | "forget" | "path" => cli::ledger::ALL,
        _ => &[],
    };
    own.iter()
        .chain(cli::ALL)
        .copied()
        .find(|(name, _)| name.strip_suffix("_help") == Some(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Args, clap::Error> {
        let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        parse(Lang::En, &words)
    }

    #[test]
    fn the_definition_is_sound() {
        for lang in Lang::ALL {
            command(lang).debug_assert();
        }
    }

    #[test]
    fn every_flag_has_its_words() {
        let command = command(Lang::En);
        let verbs = command.get_subcommands().filter(|verb| !verb.is_hide_set());
        for verb in verbs.flat_map(|verb| std::iter::once(verb).chain(verb.get_subcommands())) {
            for arg in verb.get_arguments() {
                assert!(
                    arg.get_help().is_some(),
                    "{} {}",
                    verb.get_name(),
                    arg.get_id()
                );
            }
        }
    }

    #[test]
    fn wrong_values_are_usage_errors() {
        for line in [
            "certwright-cli",
            "certwright-cli inspect",
            "certwright-cli inspect a --time yesterday",
            "certwright-cli inspect a --lang fr",
            "certwright-cli inspect a --password secret",
            "certwright-cli unknown",
        ] {
            assert!(parsed(line).is_err(), "{line}");
        }
    }

    #[test]
    fn trust_is_a_name_or_a_path() {
        let Ok(Args {
            verb: Verb::Inspect(inspect),
        }) = parsed("certwright-cli inspect a b --trust roots.pem")
        else {
            panic!("not understood");
        };
        assert_eq!(inspect.trust, Some(TrustChoice::Path("roots.pem".into())));
        assert_eq!(inspect.path.len(), 2);
    }

    #[test]
    fn the_language_is_found_before_parsing() {
        let find =
            |line: &str| asked_lang(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert_eq!(find("x inspect --help --lang zh"), Some(Lang::Zh));
        assert_eq!(find("x inspect --lang=zh-CN"), Some(Lang::Zh));
        assert_eq!(find("x inspect --lang"), None);
        assert_eq!(find("x inspect"), None);
    }
}
