//! The part of a request that says which server is looked at, and how: where it is called, what is spoken before
//! TLS, what it should serve, whom it should be trusted by.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::args::Server;
use super::{Stop, Wish};
use crate::cli::open::{Sources, open};
use crate::core::bundle::trust::{self, TrustChoice};
use crate::core::diagnose::target::{self, Target};
use crate::core::diagnose::{Against, HTTPS_PORT, Lane, Request};
use crate::core::env::Env;
use crate::core::tls::StartTls;
use crate::text::Lang;
use crate::text::cli::diagnose as words;

/// Adds it.
pub fn add(lang: Lang, wish: &Wish<'_>, env: &Env<'_>, request: &mut Request) -> Result<(), Stop> {
    let server = wish.server;
    request.start = server.starttls;
    if server.starttls.is_some() {
        without_page(lang, &mut request.lanes)?;
    }
    let typed: Vec<Target> = wish
        .asked
        .names
        .iter()
        .map(|text| target::read(text))
        .collect();
    request.port = port(lang, server, &typed)?;
    let places = server.connect.iter().map(|(address, port)| match port {
        Some(port) => (*address, *port).into(),
        None => (*address, request.setup.ports.of(request.port)).into(),
    });
    request.connect = places.collect();
    let mut paths = typed.into_iter().filter_map(|one| one.websocket);
    request.websocket = server.websocket.clone().or_else(|| paths.next());
    request.trust = match (&server.trust, server.no_default_trust) {
        (Some(choice), _) => choice.clone(),
        (None, true) => TrustChoice::Nothing,
        (None, false) => TrustChoice::Mozilla,
    };
    // Roots that cannot be read are better told at once.
    trust::load(&request.trust, env)?;
    request.against = against(lang, server, env)?;
    Ok(())
}

/// A mail server has no page.
fn without_page(lang: Lang, lanes: &mut Vec<Lane>) -> Result<(), Stop> {
    lanes.retain(|lane| *lane != Lane::Page);
    match lanes.is_empty() {
        true => Err(Stop::Usage(words::no_page_with_starttls(lang).to_owned())),
        false => Ok(()),
    }
}

/// What a flag says, else what stands beside the names, else the usual one.
fn port(lang: Lang, server: &Server, typed: &[Target]) -> Result<u16, Stop> {
    let beside: BTreeSet<u16> = typed.iter().flat_map(|one| one.ports.clone()).collect();
    let beside: Vec<u16> = beside.into_iter().collect();
    match (server.port, beside.as_slice()) {
        (Some(port), _) | (None, &[port]) => Ok(port),
        (None, []) => Ok(server.starttls.map_or(HTTPS_PORT, StartTls::port)),
        (None, several) => Err(Stop::Usage(words::several_ports(lang, several))),
    }
}

/// The server certificates of what was named.
fn against(lang: Lang, server: &Server, env: &Env<'_>) -> Result<Option<Against>, Stop> {
    if server.against.is_empty() {
        return Ok(None);
    }
    let sources = Sources {
        paths: &server.against,
        password_files: server.password_file.iter().collect(),
        trust: TrustChoice::Nothing,
        ..Sources::default()
    };
    let inspection = open(lang, &sources, env)?;
    let identities = inspection.story.identities.iter();
    let certificates: Vec<_> = identities.map(|one| one.leaf.clone()).collect();
    let label = label(&server.against);
    if certificates.is_empty() {
        let is_locked = !inspection.locked.is_empty();
        return Err(Stop::Nothing(words::nothing_against(
            lang, &label, is_locked,
        )));
    }
    Ok(Some(Against {
        label,
        certificates,
    }))
}

/// The names of the files, without their folders.
fn label(paths: &[PathBuf]) -> String {
    let name = |path: &PathBuf| {
        let name = path.file_name().unwrap_or(path.as_os_str());
        name.to_string_lossy().into_owned()
    };
    paths.iter().map(name).collect::<Vec<_>>().join(", ")
}
