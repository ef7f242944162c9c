//! Commands that show what a server sends: openssl for the certificates, curl for what a browser would meet.

use std::net::{IpAddr, SocketAddr};

use crate::core::diagnose::checks::connection::ConnectionSummary;
use crate::core::diagnose::{Diagnosis, HTTPS_PORT, Lane, Summary};
use crate::core::env::DnsName;
use crate::core::tls::StartTls;
use crate::text::foreign::{cmd, sh};

/// Places for which commands are given.
const PLACES: usize = 4;

/// How a text is quoted for a shell.
type Quote = fn(&str) -> Option<String>;

/// Lines for a POSIX shell, and for the Windows prompt.
pub fn commands(found: &Diagnosis) -> (Vec<String>, Vec<String>) {
    let (mut unix, mut windows) = (Vec::new(), Vec::new());
    let start = found.request.start;
    for (name, address) in places(found).into_iter().take(PLACES) {
        unix.extend(openssl(&name, address, start, sh, "/dev/null"));
        windows.extend(openssl(&name, address, start, cmd, "NUL"));
        if start.is_none() {
            unix.extend(curl("curl", &name, address, sh));
            windows.extend(curl("curl.exe", &name, address, cmd));
        }
    }
    if found.request.lanes.contains(&Lane::Page) && start.is_none() {
        for name in found
            .request
            .names
            .iter()
            .filter(|name| !name.is_wildcard())
        {
            unix.extend(pages("curl", found, name, sh));
            windows.extend(pages("curl.exe", found, name, cmd));
        }
    }
    (unix, windows)
}

/// Where http leads, and what https answers, at the places that were called.
fn pages(program: &str, found: &Diagnosis, name: &DnsName, quote: Quote) -> Vec<String> {
    let request = &found.request;
    let mut places = String::new();
    for chosen in &request.connect {
        for port in [80, request.port] {
            let host = bracketed(request.at(*chosen, port).ip());
            let place = quote(&format!("{name}:{port}:{host}"));
            places.extend(place.map(|place| format!(" --resolve {place}")));
        }
    }
    let urls = [format!("http://{name}/"), https(name, request.port)];
    let urls = urls.iter().filter_map(|url| quote(url));
    urls.map(|url| format!("{program} -sSIL{places} {url}"))
        .collect()
}

fn bracketed(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("[{address}]"),
    }
}

fn https(name: &DnsName, port: u16) -> String {
    match port {
        HTTPS_PORT => format!("https://{name}/"),
        port => format!("https://{name}:{port}/"),
    }
}

/// Where something was served or should have been, each once.
fn places(found: &Diagnosis) -> Vec<(DnsName, SocketAddr)> {
    let served = found.served.iter().filter(|one| one.with_sni);
    let served = served.map(|one| (one.name.clone(), one.address));
    let called = found.checks.iter().filter_map(|check| {
        let address = match &check.summary {
            Some(Summary::Connection(
                ConnectionSummary::NoConnection { address, .. }
                | ConnectionSummary::NoHandshake { address, .. },
            )) => *address,
            _ => return None,
        };
        Some((check.key.name.clone(), address))
    });
    let mut all: Vec<(DnsName, SocketAddr)> = Vec::new();
    // Where nothing came comes first: that is what has to be put right.
    for place in called.chain(served) {
        if !all.contains(&place) {
            all.push(place);
        }
    }
    all
}

fn openssl(
    name: &DnsName,
    address: SocketAddr,
    start: Option<StartTls>,
    quote: Quote,
    nothing: &str,
) -> Option<String> {
    let start = match start {
        None => String::new(),
        Some(StartTls::Rdp) => return None,
        Some(start) => format!(" -starttls {}", start.label()),
    };
    let (address, name) = (quote(&address.to_string())?, quote(name.as_str())?);
    Some(format!(
        "openssl s_client -connect {address} -servername {name}{start} -showcerts < {nothing}"
    ))
}

fn curl(program: &str, name: &DnsName, address: SocketAddr, quote: Quote) -> Option<String> {
    let port = address.port();
    let host = bracketed(address.ip());
    let place = quote(&format!("{name}:{port}:{host}"))?;
    let url = quote(&https(name, port))?;
    Some(format!("{program} -vI --resolve {place} {url}"))
}
