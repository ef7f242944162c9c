//! The verb `chain`: every path of a certificate, judged, and the repaired file.

use std::net::IpAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use super::args::{lang as parse_lang, moment, trust};
use super::json;
use super::open::{Sources, no_report, open};
use super::output::{FOUND, code, fail, say};
use super::watch::Watch;
use crate::core::bundle::trust::TrustChoice;
use crate::core::bundle::{Chains, Inspection, chains};
use crate::core::chain::{Form, PeerName, PolicyWish, Profile};
use crate::core::env::Env;
use crate::core::finding::Usage;
use crate::core::op::{self, Outcome, Report, Request};
use crate::core::problem::Failure;
use crate::core::save;
use crate::core::time::Moment;
use crate::core::x509::oid::Oid;
use crate::platform::World;
use crate::text::{Lang, report};

#[derive(clap::Args)]
pub struct Chain {
    #[arg(required = true, value_name = "PATH")]
    pub path: Vec<PathBuf>,
    #[arg(long, value_name = "NAME")]
    pub host: Vec<String>,
    #[arg(long, value_name = "ADDR")]
    pub ip: Vec<IpAddr>,
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub time: Option<Moment>,
    #[arg(long, value_name = "USE", value_parser = usage)]
    pub usage: Option<Usage>,
    #[arg(long, value_name = "ROOTS", value_parser = trust)]
    pub trust: Option<TrustChoice>,
    #[arg(long)]
    pub no_default_trust: bool,
    #[arg(long, value_name = "FILE")]
    pub untrusted: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub crl: Vec<PathBuf>,
    #[arg(long, value_name = "RULES", value_parser = profile)]
    pub profile: Option<Profile>,
    #[arg(long, value_name = "OID", value_parser = policy)]
    pub policy: Vec<Oid>,
    #[arg(long)]
    pub require_policy: bool,
    #[arg(long)]
    pub inhibit_any_policy: bool,
    #[arg(long)]
    pub inhibit_policy_mapping: bool,
    #[arg(long, value_name = "N")]
    pub max_depth: Option<usize>,
    #[arg(long, value_name = "OUT")]
    pub fix: Option<PathBuf>,
    #[arg(long)]
    pub with_root: bool,
    #[arg(long, value_name = "FILE")]
    pub password_file: Vec<PathBuf>,
    #[arg(long)]
    pub password_stdin: bool,
    #[arg(long)]
    pub json: bool,
    #[arg(long, value_name = "LANG", value_parser = parse_lang)]
    pub lang: Option<Lang>,
}

fn usage(text: &str) -> Result<Usage, String> {
    match text {
        "server" => Ok(Usage::Server),
        "client" => Ok(Usage::Client),
        "any" => Ok(Usage::Any),
        _ => Err("expected server, client or any".to_owned()),
    }
}

fn profile(text: &str) -> Result<Profile, String> {
    match text {
        "rfc5280" => Ok(Profile::Rfc5280),
        "webpki" => Ok(Profile::WebPki),
        _ => Err("expected rfc5280 or webpki".to_owned()),
    }
}

fn policy(text: &str) -> Result<Oid, String> {
    let is_dotted = text.split('.').count() > 1
        && text
            .split('.')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    match is_dotted {
        true => Ok(Oid::Owned(text.to_owned())),
        false => Err("expected a dotted OID, such as 2.23.140.1.2.1".to_owned()),
    }
}

/// Opens what was named, judges its chains, and writes the repaired one where that is asked for.
pub fn chain(lang: Lang, asked: &Chain) -> ExitCode {
    let world = World::new();
    let env = world.env();
    let judged = match judge(lang, asked, &env) {
        Ok(judged) => judged,
        Err(failure) => return fail(lang, &failure),
    };
    let text = match asked.json {
        true => json::chains(lang, &judged),
        false => report::render(lang, &Report::Chains(Arc::clone(&judged))),
    };
    say(&mut std::io::stdout(), &text);
    if let Some(out) = &asked.fix
        && let Err(failure) = fix(lang, asked, out, &judged, &env)
    {
        return fail(lang, &failure);
    }
    match judged.is_valid() {
        true => code(judged.verdict()),
        false => ExitCode::from(FOUND),
    }
}

fn judge(lang: Lang, asked: &Chain, env: &Env<'_>) -> Result<Arc<Chains>, Failure> {
    let trust = match (&asked.trust, asked.no_default_trust) {
        (Some(choice), _) => choice.clone(),
        (None, true) => TrustChoice::Nothing,
        (None, false) => TrustChoice::Mozilla,
    };
    let inspection = open_paths(lang, asked, &asked.path, trust, env)?;
    let extra = [&asked.untrusted, &asked.crl];
    let mut beside = Vec::new();
    for paths in extra.into_iter().filter(|paths| !paths.is_empty()) {
        beside.push(open_paths(lang, asked, paths, TrustChoice::Nothing, env)?);
    }
    let request = Request::JudgeChains(chains::Request {
        inspection,
        beside,
        wish: wish(asked),
    });
    match op::run(&request, env, &Watch::new(lang)) {
        Outcome::Done(Report::Chains(judged)) => Ok(judged),
        Outcome::Failed(failure) => Err(failure),
        Outcome::Done(_) | Outcome::Cancelled => Err(no_report(&request)),
    }
}

fn open_paths(
    lang: Lang,
    asked: &Chain,
    paths: &[PathBuf],
    trust: TrustChoice,
    env: &Env<'_>,
) -> Result<Arc<Inspection>, Failure> {
    let sources = Sources {
        paths,
        password_files: asked.password_file.iter().collect(),
        password_stdin: asked.password_stdin,
        may_ask: !asked.json,
        trust,
        host: None,
        time: asked.time,
    };
    open(lang, &sources, env)
}

fn wish(asked: &Chain) -> chains::Wish {
    let hosts = asked.host.iter().map(|host| match host.contains('@') {
        true => PeerName::Email(host.clone()),
        false => PeerName::host(host),
    });
    chains::Wish {
        target: None,
        at: asked.time,
        names: hosts
            .chain(asked.ip.iter().copied().map(PeerName::Ip))
            .collect(),
        usage: asked.usage.unwrap_or_default(),
        profile: asked.profile.unwrap_or_default(),
        policies: PolicyWish {
            acceptable: asked.policy.clone(),
            is_required: asked.require_policy,
            inhibits_any: asked.inhibit_any_policy,
            inhibits_mapping: asked.inhibit_policy_mapping,
        },
        max_depth: asked.max_depth,
        trust: None,
    }
}

/// Writes the repaired chain: a folder gets every form, a file the form of its extension.
fn fix(
    lang: Lang,
    asked: &Chain,
    out: &std::path::Path,
    judged: &Chains,
    env: &Env<'_>,
) -> Result<(), Failure> {
    let is_folder = out.is_dir() || out.to_string_lossy().ends_with(['/', '\\']);
    let targets: Vec<(PathBuf, Form)> = match is_folder {
        true => Form::ALL
            .iter()
            .map(|form| (out.join(form.file_name()), *form))
            .collect(),
        false => vec![(out.to_owned(), form_of(out))],
    };
    for (path, form) in targets {
        let Some(bytes) = judged.repaired(form, asked.with_root) else {
            continue;
        };
        let request = Request::Save(save::Request::public(path, bytes));
        match op::run(&request, env, &Watch::new(lang)) {
            Outcome::Done(report) if !asked.json => {
                say(&mut std::io::stdout(), &report::render(lang, &report));
            }
            Outcome::Done(_) | Outcome::Cancelled => {}
            Outcome::Failed(failure) => return Err(failure),
        }
    }
    Ok(())
}

fn form_of(out: &std::path::Path) -> Form {
    let extension = out.extension().and_then(|extension| extension.to_str());
    match extension.map(str::to_ascii_lowercase).as_deref() {
        Some("p7b" | "p7c") => Form::P7b,
        _ => Form::FullChain,
    }
}
