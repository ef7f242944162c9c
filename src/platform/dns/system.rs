//! What this computer asks by itself: the resolvers it is set up with, and its hosts file.

use std::fs::File;
use std::io::Read as _;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use hickory_resolver::system_conf::read_system_conf;

use crate::core::env::SystemDns;
use crate::core::limits;

const PORT: u16 = 53;

/// Reads both.
pub fn read() -> SystemDns {
    let (resolvers, fault) = match resolvers() {
        Ok(resolvers) => (resolvers, None),
        Err(fault) => (Vec::new(), Some(fault)),
    };
    SystemDns {
        resolvers,
        fault,
        hosts: hosts_of(&hosts_text()),
    }
}

fn resolvers() -> Result<Vec<SocketAddr>, String> {
    let (config, _options) = read_system_conf().map_err(|fault| fault.to_string())?;
    let mut resolvers: Vec<SocketAddr> = Vec::new();
    for server in config.name_servers() {
        let address = SocketAddr::new(server.ip, PORT);
        if !resolvers.contains(&address) {
            resolvers.push(address);
        }
    }
    Ok(resolvers)
}

/// The hosts file, as far as it is read; nothing when there is none.
fn hosts_text() -> String {
    let mut bytes = Vec::new();
    if let Some(file) = hosts_path().and_then(|path| File::open(path).ok()) {
        file.take(limits::HOSTS_BYTES).read_to_end(&mut bytes).ok();
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(not(windows))]
fn hosts_path() -> Option<PathBuf> {
    Some(PathBuf::from("/etc/hosts"))
}

#[cfg(windows)]
fn hosts_path() -> Option<PathBuf> {
    let root = std::env::var_os("SystemRoot")?;
    Some(PathBuf::from(root).join(r"System32\drivers\etc\hosts"))
}

/// Each name with its address (hosts(5)).
fn hosts_of(text: &str) -> Vec<(String, IpAddr)> {
    text.trim_start_matches('\u{feff}')
        .lines()
        .take(limits::HOSTS_LINES)
        .flat_map(|line| {
            let line = line.split('#').next().unwrap_or_default();
            let mut words = line.split_ascii_whitespace();
            let address: Option<IpAddr> = words.next().and_then(address);
            words.filter_map(move |word| Some((name(word), address?)))
        })
        .collect()
}

/// An address, its zone left out: `fe80::1%lo0`.
fn address(word: &str) -> Option<IpAddr> {
    word.split('%').next()?.parse().ok()
}

fn name(word: &str) -> String {
    let bare = word.strip_suffix('.').unwrap_or(word);
    bare.to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::hosts_of;

    #[test]
    fn hosts_files_are_read_as_the_system_reads_them() {
        let text = "\u{feff}# comment\r\n127.0.0.1\tlocalhost LOCALHOST.localdomain. # own\n\
                    ::1 ip6-localhost\nfe80::1%lo0 router\nnonsense name\n10.0.0.7\n10.0.0.8 a b";
        let read: Vec<String> = hosts_of(text)
            .into_iter()
            .map(|(name, address)| format!("{name}={address}"))
            .collect();
        assert_eq!(
            read,
            [
                "localhost=127.0.0.1",
                "localhost.localdomain=127.0.0.1",
                "ip6-localhost=::1",
                "router=fe80::1",
                "a=10.0.0.8",
                "b=10.0.0.8",
            ]
        );
    }

    #[test]
    fn long_hosts_files_are_read_to_their_limit() {
        let text = "127.0.0.1 a\n".repeat(20_000);
        assert_eq!(hosts_of(&text).len(), 10_000);
    }
}
