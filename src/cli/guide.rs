//! The verb `guide`: answers by words or id, and the interview with every answer as a flag.

use std::process::ExitCode;

use clap::Subcommand;

use super::args::lang as parse_lang;
use super::json;
use super::output::say;
use crate::core::guide::interview::{
    Address, Clients, Control, Haste, Interview, Names, Owner, Sm,
};
use crate::core::guide::{self, Entry, advise};
use crate::text::Lang;
use crate::text::report::guide as report;

#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Guide {
    #[command(subcommand)]
    act: Option<Act>,
    #[arg(value_name = "WORDS")]
    words: Vec<String>,
    #[arg(long, value_name = "ID", value_parser = entry, conflicts_with_all = ["words", "list"])]
    id: Option<&'static str>,
    #[arg(long, conflicts_with = "words")]
    list: bool,
    #[command(flatten)]
    output: Output,
}

#[derive(Subcommand)]
enum Act {
    Interview(Asked),
}

#[derive(clap::Args)]
struct Output {
    #[arg(long)]
    json: bool,
    #[arg(long, value_name = "LANG", value_parser = parse_lang)]
    lang: Option<Lang>,
}

#[derive(clap::Args)]
struct Asked {
    #[arg(long, value_name = "WHO", value_parser = option(Owner::parse, Owner::ALL, Owner::name))]
    owner: Option<Owner>,
    #[arg(long, value_name = "WHICH", value_parser = option(Names::parse, Names::ALL, Names::name))]
    names: Option<Names>,
    #[arg(long, value_name = "KIND", value_parser = option(Address::parse, Address::ALL, Address::name))]
    address: Option<Address>,
    #[arg(long, value_name = "WHO", value_parser = option(Clients::parse, Clients::ALL, Clients::name))]
    clients: Option<Clients>,
    #[arg(long, value_name = "HOW", value_parser = option(Sm::parse, Sm::ALL, Sm::name))]
    sm: Option<Sm>,
    #[arg(long, value_name = "WHAT", value_parser = option(Control::parse, Control::ALL, Control::name))]
    control: Option<Control>,
    #[arg(long, value_name = "WHEN", value_parser = option(Haste::parse, Haste::ALL, Haste::name))]
    haste: Option<Haste>,
    #[command(flatten)]
    output: Output,
}

fn entry(text: &str) -> Result<&'static str, String> {
    guide::entry(text)
        .map(|entry| entry.id)
        .ok_or_else(|| "expected q01 to q44".to_owned())
}

/// Reads an option by its name; says which there are.
fn option<T: Copy + Send + Sync + 'static>(
    parse: fn(&str) -> Option<T>,
    all: &'static [T],
    name: fn(T) -> &'static str,
) -> impl Fn(&str) -> Result<T, String> + Clone + Send + Sync + 'static {
    move |text| {
        parse(text).ok_or_else(|| {
            let names: Vec<&str> = all.iter().copied().map(name).collect();
            format!("expected one of {}", names.join(", "))
        })
    }
}

/// Runs the verb.
pub fn guide(lang: Lang, asked: &Guide) -> ExitCode {
    let text = match (&asked.act, asked.id.and_then(guide::entry)) {
        (Some(Act::Interview(asked)), _) => interview(lang, asked),
        (None, Some(entry)) if !asked.output.json => report::answer(lang, entry),
        (None, Some(entry)) => json::guide::answers(&[entry]),
        (None, None) => {
            let found: Vec<&Entry> = guide::search(&asked.words.join(" "));
            match asked.output.json {
                true => json::guide::answers(&found),
                false => report::list(lang, &found),
            }
        }
    };
    say(&mut std::io::stdout(), &text);
    ExitCode::SUCCESS
}

fn interview(lang: Lang, asked: &Asked) -> String {
    let answered = Interview {
        owner: asked.owner.unwrap_or_default(),
        names: asked.names.unwrap_or_default(),
        address: asked.address.unwrap_or_default(),
        clients: asked.clients.unwrap_or_default(),
        sm: asked.sm.unwrap_or_default(),
        control: asked.control.unwrap_or_default(),
        haste: asked.haste.unwrap_or_default(),
    };
    let advice = advise(&answered);
    match asked.output.json {
        true => json::guide::advice(lang, &answered, &advice),
        false => report::advice(lang, &answered, &advice),
    }
}
