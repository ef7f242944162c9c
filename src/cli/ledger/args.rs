//! What the verb `ledger` understands.

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};

use crate::cli::args::lang as parse_lang;
use crate::text::Lang;

#[derive(clap::Args)]
pub struct Ledger {
    #[command(subcommand)]
    pub act: Act,
}

#[derive(Subcommand)]
pub enum Act {
    List(List),
    Export(Export),
    Note(Note),
    Used(Used),
    Forget(Forget),
    Path(Where),
}

#[derive(clap::Args)]
pub struct Output {
    #[arg(long)]
    pub json: bool,
    #[arg(long, value_name = "LANG", value_parser = parse_lang)]
    pub lang: Option<Lang>,
}

#[derive(clap::Args)]
pub struct List {
    #[arg(value_name = "WORD")]
    pub words: Vec<String>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(clap::Args)]
pub struct Export {
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    #[arg(long, value_name = "FORMAT", hide_possible_values = true)]
    pub format: Option<Format>,
    #[arg(long, value_name = "LANG", value_parser = parse_lang)]
    pub lang: Option<Lang>,
}

/// Form of an exported list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Csv,
    Json,
}

#[derive(clap::Args)]
pub struct Note {
    #[arg(value_name = "ID")]
    pub id: i64,
    #[arg(value_name = "TEXT")]
    pub text: String,
    #[command(flatten)]
    pub output: Output,
}

#[derive(clap::Args)]
pub struct Used {
    #[arg(value_name = "ID")]
    pub id: i64,
    #[arg(long)]
    pub undo: bool,
    #[command(flatten)]
    pub output: Output,
}

#[derive(clap::Args)]
pub struct Forget {
    #[arg(value_name = "ID", required = true)]
    pub id: Vec<i64>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(clap::Args)]
pub struct Where {
    #[command(flatten)]
    pub output: Output,
}
