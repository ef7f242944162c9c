//! What the verb `iis` understands.

use std::path::PathBuf;

use clap::Subcommand;

use crate::cli::args::{lang as parse_lang, moment};
use crate::core::finding::Id;
use crate::core::iis::flags::SslFlag;
use crate::core::iis::scan;
use crate::core::iis::store::Thumbprint;
use crate::core::iis::version::IisVersion;
use crate::core::time::Moment;
use crate::text::Lang;

#[derive(clap::Args)]
pub struct Iis {
    #[command(subcommand)]
    pub act: Act,
}

#[derive(Subcommand)]
pub enum Act {
    Scan(Scan),
    Plan(Box<Plan>),
    Apply(Apply),
    Undo(Undo),
    History(History),
    Script(Script),
    Import(Import),
    Collect(Collect),
}

/// What is read: the same for scanning and planning.
#[derive(clap::Args)]
pub struct Layers {
    #[arg(value_name = "PATH")]
    pub path: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub sslcert: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub store: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub web_config: Vec<PathBuf>,
    #[arg(long, value_name = "VERSION", value_parser = version)]
    pub iis: Option<IisVersion>,
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub time: Option<Moment>,
    #[arg(long)]
    pub live: bool,
    #[arg(long)]
    pub follow_redirection: bool,
}

#[derive(clap::Args)]
pub struct Scan {
    #[command(flatten)]
    pub layers: Layers,
    #[command(flatten)]
    pub output: Output,
}

#[derive(clap::Args)]
pub struct Output {
    #[arg(long)]
    pub json: bool,
    #[arg(long, value_name = "LANG", value_parser = parse_lang)]
    pub lang: Option<Lang>,
}

#[derive(clap::Args)]
pub struct Plan {
    #[command(flatten)]
    pub layers: Layers,
    #[arg(long, value_name = "NAME")]
    pub site: Option<String>,
    #[arg(long, value_name = "BINDING", requires = "site")]
    pub binding: Option<String>,
    #[arg(long, value_name = "PROTOCOL", requires = "binding")]
    pub protocol: Option<String>,
    #[arg(long, value_name = "HOST", requires = "binding")]
    pub host: Option<String>,
    #[arg(long, requires = "binding")]
    pub sni: bool,
    #[arg(long, value_name = "FLAG", requires = "binding", value_parser = flag)]
    pub set: Vec<SslFlag>,
    #[arg(long, value_name = "FLAG", requires = "binding", value_parser = flag)]
    pub clear: Vec<SslFlag>,
    #[arg(long = "move-to", value_name = "BINDING", requires = "binding")]
    pub move_to: Option<String>,
    #[arg(long, requires = "binding")]
    pub remove: bool,
    #[arg(long, value_name = "PORT", requires = "binding", num_args = 0..=1, default_missing_value = "443")]
    pub add_https: Option<u16>,
    #[arg(long, requires = "binding")]
    pub add_entry: bool,
    #[arg(long, value_name = "N", requires = "binding")]
    pub nth: Option<u32>,
    #[arg(long, value_name = "HEX", value_parser = thumbprint)]
    pub thumbprint: Option<Thumbprint>,
    #[arg(long)]
    pub suggested: bool,
    #[arg(long, value_name = "TEXT", requires = "suggested")]
    pub filter: Option<String>,
    #[arg(long, value_name = "ID", requires = "suggested", value_parser = id)]
    pub only: Vec<Id>,
    #[arg(long, value_name = "PLAN")]
    pub from: Option<PathBuf>,
    #[arg(long, value_name = "PLAN")]
    pub out: Option<PathBuf>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(clap::Args)]
pub struct Apply {
    #[arg(required = true, value_name = "PLAN")]
    pub plan: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub save_copy: Option<PathBuf>,
    #[arg(long, conflicts_with = "save_copy")]
    pub elevate: bool,
    #[command(flatten)]
    pub output: Output,
}

#[derive(clap::Args)]
pub struct Undo {
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(clap::Args)]
pub struct History {
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(clap::Args)]
pub struct Script {
    #[arg(required = true, value_name = "PLAN")]
    pub plan: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    #[arg(long, value_name = "LANG", value_parser = parse_lang)]
    pub lang: Option<Lang>,
}

#[derive(clap::Args)]
pub struct Import {
    #[arg(required = true, value_name = "PFX")]
    pub pfx: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub password_file: Vec<PathBuf>,
    #[arg(long)]
    pub password_stdin: bool,
    #[arg(long)]
    pub web_hosting: bool,
    #[command(flatten)]
    pub output: Output,
}

#[derive(clap::Args)]
pub struct Collect {
    #[arg(long, value_name = "LANG", value_parser = parse_lang)]
    pub lang: Option<Lang>,
}

fn version(text: &str) -> Result<IisVersion, String> {
    IisVersion::parse(text)
        .ok_or_else(|| "expected 7, 7.5, 8, 8.5, 10, or a server such as 2012r2 or 2022".to_owned())
}

fn flag(text: &str) -> Result<SslFlag, String> {
    SslFlag::parse(text).ok_or_else(|| {
        let names: Vec<&str> = SslFlag::ALL.iter().map(|flag| flag.name()).collect();
        format!("expected one of {}", names.join(", "))
    })
}

fn thumbprint(text: &str) -> Result<Thumbprint, String> {
    Thumbprint::parse(text).ok_or_else(|| "expected 40 hexadecimal digits".to_owned())
}

fn id(text: &str) -> Result<Id, String> {
    Id::parse(text).ok_or_else(|| "not a finding; `findings` lists them".to_owned())
}

impl Layers {
    /// As a request. Without any path this computer is looked at.
    pub fn request(&self) -> scan::Request {
        scan::Request {
            config: self.config.clone(),
            paths: self.path.clone(),
            ssl_entries: self.sslcert.clone(),
            stores: self.store.clone(),
            web_configs: self.web_config.clone(),
            version: self.iis,
            time: self.time,
            ask_this_computer: self.live || (self.path.is_empty() && self.config.is_none()),
            follow_redirection: self.follow_redirection,
        }
    }
}
