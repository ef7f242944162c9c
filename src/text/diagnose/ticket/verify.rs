//! Commands that show the same with programs everybody has: dig, nslookup, curl, openssl. A name that cannot be
//! quoted exactly has no command.

mod server;

use crate::core::diagnose::Diagnosis;
use crate::core::diagnose::ask::{Said, Source};
use crate::core::diagnose::expected::Expected;
use crate::core::diagnose::publish::to_publish;
use crate::core::env::{DnsName, DnsServer, RecordType, Transport};
use crate::text::foreign::{cmd, sh};

/// Servers asked for each record.
const SERVERS: usize = 4;

/// Lines for a POSIX shell, and for the Windows prompt.
pub fn commands(found: &Diagnosis) -> (Vec<String>, Vec<String>) {
    let (mut unix, mut windows) = (Vec::new(), Vec::new());
    for (name, kind) in questions(found) {
        for server in servers(found, &name, kind) {
            unix.extend(dig(&name, kind, &server));
            windows.extend(nslookup(&name, kind, &server));
        }
    }
    for expected in &found.request.expected {
        if let Expected::File { url, .. } = expected {
            unix.extend(sh(url).map(|url| format!("curl -sS -i {url}")));
            windows.extend(cmd(url).map(|url| format!("curl.exe -sS -i {url}")));
        }
    }
    let (of_unix, of_windows) = server::commands(found);
    unix.extend(of_unix);
    windows.extend(of_windows);
    (unix, windows)
}

/// What is to be published and what is expected, each once.
fn questions(found: &Diagnosis) -> Vec<(DnsName, RecordType)> {
    let published = to_publish(found).into_iter();
    let published = published.map(|record| (record.name, record.kind));
    let expected = found.request.expected.iter().filter_map(|one| match one {
        Expected::Txt { name, .. } => Some((name.clone(), RecordType::TXT)),
        Expected::Cname { name, .. } => Some((name.clone(), RecordType::CNAME)),
        Expected::File { .. } => None,
    });
    let mut all: Vec<(DnsName, RecordType)> = Vec::new();
    for question in published.chain(expected) {
        if !all.contains(&question) {
            all.push(question);
        }
    }
    all
}

/// Who answered about it: the zone's own servers first; `None` is the computer's own resolver.
fn servers(found: &Diagnosis, name: &DnsName, kind: RecordType) -> Vec<Option<DnsServer>> {
    let about = |exact: bool| {
        found
            .said
            .iter()
            .filter(move |said| !exact || said.name == *name && said.record == kind)
    };
    let own = |source: &Source| match source {
        Source::Authoritative(_, server) => Some(server.clone()),
        _ => None,
    };
    let public = |source: &Source| match source {
        Source::Public(server) | Source::User(server) if server.transport == Transport::Udp => {
            Some(server.clone())
        }
        _ => None,
    };
    let mut all: Vec<DnsServer> = Vec::new();
    // Those that answer otherwise first, the dead last: what is to be mended is seen at once.
    let expected = found.request.expected.iter().find_map(|one| match one {
        Expected::Txt { name: at, value } if at == name => Some(value.clone()),
        Expected::Cname { name: at, target } if at == name => Some(target.to_string()),
        _ => None,
    });
    let mut rows: Vec<&Said> = about(true).collect();
    rows.sort_by_key(|said| {
        let has = expected
            .as_ref()
            .is_some_and(|value| said.values.contains(value));
        (said.fault.is_some(), has)
    });
    let others: Vec<DnsServer> = rows
        .iter()
        .filter_map(|said| public(&said.source))
        .collect();
    let room = SERVERS - usize::from(!others.is_empty());
    let exact = rows.iter().filter_map(|said| own(&said.source));
    for server in exact.take(room).chain(others) {
        if !all.contains(&server) {
            all.push(server);
        }
    }
    let mut all: Vec<Option<DnsServer>> = all.into_iter().take(SERVERS).map(Some).collect();
    if all.is_empty() {
        all.push(None);
    }
    all
}

fn dig(name: &DnsName, kind: RecordType, server: &Option<DnsServer>) -> Option<String> {
    let name = sh(name.as_str())?;
    let at = match server {
        None => String::new(),
        Some(server) => match server.address.port() {
            53 => format!(" @{}", server.address.ip()),
            port => format!(" -p {port} @{}", server.address.ip()),
        },
    };
    Some(format!("dig +noall +answer {kind} {name}{at}"))
}

fn nslookup(name: &DnsName, kind: RecordType, server: &Option<DnsServer>) -> Option<String> {
    // nslookup knows CAA by its number alone (RFC 3597).
    let kind = match kind {
        RecordType::CAA => "TYPE257".to_owned(),
        other => other.to_string(),
    };
    let name = cmd(&format!("{name}."))?;
    Some(match server {
        None => format!("nslookup -type={kind} {name}"),
        Some(server) => {
            let ip = server.address.ip();
            match server.address.port() {
                53 => format!("nslookup -type={kind} {name} {ip}"),
                port => format!("nslookup -port={port} -type={kind} {name} {ip}"),
            }
        }
    })
}
