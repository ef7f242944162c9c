//! The arguments of `convert`. Passwords are none of them.

use std::path::PathBuf;

use crate::core::bundle::trust::TrustChoice;
use crate::core::convert::{Format, PemLayout, Provider, Target};
use crate::core::keystore::KeyAttributes;
use crate::core::keystore::pfx::PfxCipher;
use crate::text::Lang;
use crate::text::convert::snippet::Snippet;

#[derive(clap::Args)]
pub struct Convert {
    #[arg(required = true, value_name = "IN")]
    pub input: Vec<PathBuf>,
    #[arg(long, value_name = "FORMAT", value_parser = format)]
    pub to: Option<Format>,
    #[arg(long, value_name = "TARGET", value_parser = target)]
    pub target: Option<Target>,
    #[arg(long, value_name = "PATH")]
    pub out: PathBuf,
    #[arg(long, value_name = "LAYOUT", value_parser = layout)]
    pub layout: Option<PemLayout>,
    #[arg(long, value_name = "NAME")]
    pub alias: Option<String>,
    #[arg(long, value_name = "NAME", conflicts_with = "alias")]
    pub friendly_name: Option<String>,
    #[arg(long, value_name = "ROUNDS")]
    pub iterations: Option<u64>,
    #[arg(long, value_name = "NAME", value_parser = protection)]
    pub protection: Option<PfxCipher>,
    #[arg(long)]
    pub include_root: bool,
    #[arg(long)]
    pub with_chain: bool,
    #[arg(long, conflicts_with = "with_chain")]
    pub without_chain: bool,
    #[arg(long, value_name = "NAME")]
    pub select: Vec<String>,
    #[arg(long, conflicts_with = "select")]
    pub all: bool,
    #[arg(long)]
    pub trust_store: bool,
    #[arg(long, value_name = "FILE")]
    pub password_file: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub key_password_file: Vec<PathBuf>,
    #[arg(long)]
    pub password_stdin: bool,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["generate_password", "without_password"])]
    pub out_password_file: Option<PathBuf>,
    #[arg(long, value_name = "FILE", conflicts_with = "without_password")]
    pub out_key_password_file: Option<PathBuf>,
    #[arg(long, conflicts_with = "without_password")]
    pub generate_password: bool,
    #[arg(long)]
    pub without_password: bool,
    #[arg(long, conflicts_with = "without_password")]
    pub write_password_file: bool,
    #[arg(long, value_name = "ACCOUNT")]
    pub also_readable_by: Option<String>,
    #[arg(long)]
    pub replace: bool,
    #[arg(long, value_name = "NAME", value_parser = provider)]
    pub provider: Option<Provider>,
    #[arg(long)]
    pub machine_key: bool,
    #[arg(long, value_name = "SERVER", value_parser = snippet)]
    pub snippet: Vec<Snippet>,
    #[arg(long, requires = "snippet")]
    pub old_tls: bool,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long, value_name = "ROOTS", value_parser = crate::cli::args::trust)]
    pub trust: Option<TrustChoice>,
    #[arg(long)]
    pub json: bool,
    #[arg(long, value_name = "LANG", value_parser = crate::cli::args::lang)]
    pub lang: Option<Lang>,
}

/// Formats by name, PEM for nginx unless a layout is given.
const FORMATS: [Format; 9] = [
    Format::Pfx,
    Format::Jks,
    Format::Jceks,
    Format::Pem(PemLayout::Nginx),
    Format::Der,
    Format::P7b,
    Format::Pkcs8,
    Format::Pkcs1,
    Format::Sec1,
];

fn one_of<T: Copy>(all: &[T], code: impl Fn(T) -> &'static str, text: &str) -> Result<T, String> {
    let found = all.iter().copied().find(|one| code(*one) == text);
    found.ok_or_else(|| {
        let codes: Vec<&str> = all.iter().map(|one| code(*one)).collect();
        format!("expected {}", codes.join(", "))
    })
}

fn format(text: &str) -> Result<Format, String> {
    one_of(&FORMATS, Format::code, text)
}

fn target(text: &str) -> Result<Target, String> {
    one_of(&Target::ALL, Target::code, text)
}

fn layout(text: &str) -> Result<PemLayout, String> {
    one_of(&PemLayout::ALL, PemLayout::code, text)
}

fn protection(text: &str) -> Result<PfxCipher, String> {
    let all = [PfxCipher::TripleDesSha1, PfxCipher::Aes256Sha256];
    one_of(&all, protection_code, text)
}

/// Windows' name of a protection, in lower case.
pub const fn protection_code(cipher: PfxCipher) -> &'static str {
    match cipher {
        PfxCipher::TripleDesSha1 => "tripledes-sha1",
        PfxCipher::Aes256Sha256 => "aes256-sha256",
    }
}

fn provider(text: &str) -> Result<Provider, String> {
    Ok(match text {
        "" => return Err("expected keep, drop or the name of a provider".to_owned()),
        "keep" => Provider::Keep,
        "drop" => Provider::Drop,
        name => Provider::Set(KeyAttributes {
            provider: Some(name.to_owned()),
            is_machine_key: false,
        }),
    })
}

fn snippet(text: &str) -> Result<Snippet, String> {
    match text {
        "spring" => Ok(Snippet::SpringBoot),
        text => one_of(&Snippet::ALL, Snippet::code, text),
    }
}
