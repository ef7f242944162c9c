//! What the verb `chain` understands.

use std::net::IpAddr;
use std::path::PathBuf;

use crate::cli::args::{lang as parse_lang, moment, trust};
use crate::core::bundle::chains;
use crate::core::bundle::trust::TrustChoice;
use crate::core::chain::{PeerName, PolicyWish, Profile};
use crate::core::finding::Usage;
use crate::core::time::Moment;
use crate::core::x509::oid::Oid;
use crate::text::Lang;

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
    #[arg(long)]
    pub aia: bool,
    #[arg(long, value_name = "HOST", requires = "aia")]
    pub aia_internal: Vec<String>,
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

/// What the arguments wish to be judged.
pub fn wish(asked: &Chain) -> chains::Wish {
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
        with_system_store: asked.untrusted.iter().any(|path| is_system(path)),
    }
}

/// `system` instead of a file: the system's store of intermediates.
pub fn is_system(path: &std::path::Path) -> bool {
    path.as_os_str() == "system"
}
