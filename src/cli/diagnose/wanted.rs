//! From what was typed to a request: names cleaned, files read, whom to ask decided.

use std::path::Path;

use super::args::{Asked, check_name};
use super::{Stop, Wish, server};
use crate::cli::output::say;
use crate::core::csr::names::{self as given, Cleaned, Cleaning};
use crate::core::diagnose::authority::Authority;
use crate::core::diagnose::expected::{Expected, recognise};
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
pub fn request(lang: Lang, wish: &Wish<'_>, env: &Env<'_>) -> Result<Request, Stop> {
    let asked = wish.asked;
    let mut request = Request {
        lanes: wish.lanes.to_vec(),
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
        ..Request::of(names(lang, wish)?)
    };
    expect(lang, asked, env, &mut request)?;
    server::add(lang, wish, env, &mut request)?;
    let mut request = request.with_hosts_of_files();
    watchable(lang, &request)?;
    request.only = only(lang, asked, &request)?;
    Ok(request)
}

/// A watch that would end at its first look is a mistake that is better told at once.
fn watchable(lang: Lang, request: &Request) -> Result<(), Stop> {
    let Some(watch) = request.watch else {
        return Ok(());
    };
    let waits = request.lanes.contains(&Lane::Validation) && !request.expected.is_empty();
    match (waits, watch.until_secs >= watch.every_secs) {
        (false, _) => Err(Stop::Usage(words::nothing_to_wait_for(lang).to_owned())),
        (true, false) => Err(Stop::Usage(words::watch_too_short(lang).to_owned())),
        (true, true) => Ok(()),
    }
}

fn names(lang: Lang, wish: &Wish<'_>) -> Result<Vec<DnsName>, Stop> {
    let mut read = target::read(&wish.asked.names.join("\n"));
    if wish.looks_at_server() {
        // It is looked at there.
        let is_told = |cleaned: &Cleaned| cleaned.what != Cleaning::Port;
        read.advice.cleaned.retain(is_told);
    }
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
    Authority::find(text).ok_or_else(|| Stop::Usage(words::no_such_ca(lang, text)))
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
        Some(path) => Some(given::text_of(&read(env, path)?)),
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

/// What was typed, then what was recognised in a text of the CA, which may name the CA and its rules too.
fn expect(lang: Lang, asked: &Asked, env: &Env<'_>, request: &mut Request) -> Result<(), Stop> {
    request.expected = typed(asked, env)?;
    let Some(path) = &asked.expect else {
        return Ok(());
    };
    let text = given::text_of(&read(env, path)?);
    let read = recognise(&text, &request.names);
    if read.expected.is_empty() {
        return Err(Stop::Usage(words::nothing_recognised(lang).to_owned()));
    }
    say(
        &mut std::io::stderr(),
        &words::recognised(lang, &read.expected),
    );
    for one in read.expected {
        if !request.expected.contains(&one) {
            request.expected.push(one);
        }
    }
    request.authority = request.authority.take().or(read.authority);
    request.profile = asked.profile.or(read.profile).unwrap_or_default();
    Ok(())
}

fn typed(asked: &Asked, env: &Env<'_>) -> Result<Vec<Expected>, Stop> {
    let records = asked.expect_txt.iter().chain(&asked.expect_cname);
    let mut all: Vec<Expected> = records.cloned().collect();
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
