//! From what was typed to a request: names cleaned, files read, whom to ask decided.

use std::path::Path;

use super::Stop;
use super::args::{Asked, check_name};
use crate::cli::output::say;
use crate::core::csr::names;
use crate::core::diagnose::authority::Authority;
use crate::core::diagnose::expected::Expected;
use crate::core::diagnose::watch::Watch;
use crate::core::diagnose::{CheckKey, Families, Lane, Request, Setup, plan, resolvers, target};
use crate::core::env::{DnsName, Env, FileFault};
use crate::core::problem::Failure;
use crate::platform::standard_input;
use crate::text::Lang;
use crate::text::cli::diagnose as words;

/// Bytes read of a file the CA looks for, of a mail, of trust anchors.
const MOST_BYTES: u64 = 1 << 20;
/// Seconds that a watch lasts where nobody said.
const UNTIL_SECS: u64 = 3_600;

/// The request; what was cleaned and left out is said on standard error.
pub fn request(lang: Lang, lanes: &[Lane], asked: &Asked, env: &Env<'_>) -> Result<Request, Stop> {
    let mut request = Request {
        lanes: lanes.to_vec(),
        authority: asked
            .ca
            .as_deref()
            .map(|text| authority(lang, text))
            .transpose()?,
        profile: asked.profile.unwrap_or_default(),
        setup: setup(asked, env)?,
        watch: asked.watch.map(|every_secs| Watch {
            every_secs,
            until_secs: asked.until.unwrap_or(UNTIL_SECS),
        }),
        ..Request::of(names(lang, asked)?)
    };
    request.expected = expected(lang, asked, env)?;
    request.only = only(lang, asked, &request)?;
    Ok(request)
}

fn names(lang: Lang, asked: &Asked) -> Result<Vec<DnsName>, Stop> {
    let read = target::read(&asked.names.join("\n"));
    let refused = words::refused(lang, &read.advice);
    if read.names.is_empty() {
        let none = words::no_name(lang).to_owned();
        return Err(Stop::Usage(if refused.is_empty() { none } else { refused }));
    }
    let mut to = std::io::stderr();
    say(&mut to, &words::cleaned(lang, &read.names, &read.advice));
    say(&mut to, &refused);
    Ok(read.names)
}

fn authority(lang: Lang, text: &str) -> Result<Authority, Stop> {
    let domain = DnsName::parse(text).filter(|name| name.labels().count() > 1);
    domain
        .map(|domain| Authority {
            name: domain.to_string(),
            domains: vec![domain.to_string()],
        })
        .ok_or_else(|| Stop::Usage(words::no_such_ca(lang, text)))
}

/// Resolvers and roots that somebody names stand in place of the usual ones.
fn setup(asked: &Asked, env: &Env<'_>) -> Result<Setup, Stop> {
    let is_replaced = !asked.resolver.is_empty() || !asked.root.is_empty();
    let public = match asked.public || !is_replaced {
        true => resolvers::public(),
        false => Vec::new(),
    };
    let families = match (asked.ipv4, asked.ipv6) {
        (true, _) => Families::V4,
        (_, true) => Families::V6,
        _ => Families::Both,
    };
    let anchors = match &asked.trust_anchor {
        Some(path) => Some(names::text_of(&read(env, path)?)),
        None => None,
    };
    Ok(Setup {
        resolvers: asked.resolver.clone(),
        with_system: asked.system || !is_replaced,
        public,
        roots: asked.root.clone(),
        ports: asked.port_map.clone().unwrap_or_default(),
        families,
        anchors,
        is_inside_agreed: asked.inside,
    })
}

fn expected(_lang: Lang, asked: &Asked, env: &Env<'_>) -> Result<Vec<Expected>, Stop> {
    let mut all: Vec<Expected> = Vec::new();
    for (name, value) in &asked.expect_txt {
        let (name, value) = (name.clone(), value.clone());
        all.push(Expected::Txt { name, value });
    }
    for (name, target) in &asked.expect_cname {
        let (name, target) = (name.clone(), target.clone());
        all.push(Expected::Cname { name, target });
    }
    for (url, path) in &asked.expect_file {
        let (url, content) = (url.clone(), read(env, path)?);
        all.push(Expected::File { url, content });
    }
    Ok(all)
}

/// The bytes of a file, or of standard input for `-`.
fn read(env: &Env<'_>, path: &Path) -> Result<Vec<u8>, Failure> {
    let unreadable = |fault| Failure::Unreadable {
        path: path.to_owned(),
        fault,
    };
    if path == Path::new("-") {
        return standard_input::read(MOST_BYTES)
            .map(|bytes| bytes.to_vec())
            .map_err(|error| unreadable(FileFault::Other(error.to_string())));
    }
    let bytes = env.files.read(path, MOST_BYTES).map_err(unreadable)?;
    Ok(bytes.to_vec())
}

/// The one check that was asked for, found in the plan of the whole run.
fn only(lang: Lang, asked: &Asked, request: &Request) -> Result<Option<CheckKey>, Stop> {
    let Some((id, place)) = &asked.only else {
        return Ok(None);
    };
    let planned = plan(request).into_iter().map(|check| check.key);
    let fits =
        |key: &CheckKey| key.id == *id && place.as_ref().is_none_or(|place| key.place == *place);
    let found: Vec<CheckKey> = planned.filter(fits).collect();
    match found.as_slice() {
        [key] => Ok(Some(key.clone())),
        _ => Err(Stop::Usage(words::not_one_check(
            lang,
            &check_name(*id),
            &found,
        ))),
    }
}
