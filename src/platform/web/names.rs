//! Addresses behind names. The system's resolver cannot be stopped, so it runs on a thread of its own.

use std::io;
use std::net::{SocketAddr, ToSocketAddrs};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

use crate::core::limits;

/// Finds the addresses behind a name.
pub trait Lookup: Send + Sync {
    /// The addresses of a host, which may be written as an address already. May block.
    ///
    /// # Errors
    /// In the system's words.
    fn addresses(&self, host: &str, port: u16) -> io::Result<Vec<SocketAddr>>;
}

/// The system's own resolver.
pub struct SystemNames;

impl Lookup for SystemNames {
    fn addresses(&self, host: &str, port: u16) -> io::Result<Vec<SocketAddr>> {
        Ok((host, port).to_socket_addrs()?.collect())
    }
}

/// Why there are no addresses.
pub enum NameFault {
    /// The resolver's words.
    NotResolved(String),
    /// It did not answer in time; its thread is left to itself.
    TimedOut,
}

/// The first few addresses of a host, each once.
pub fn resolve(
    names: &Arc<dyn Lookup>,
    host: &str,
    port: u16,
    patience: Duration,
) -> Result<Vec<SocketAddr>, NameFault> {
    let (sender, receiver) = mpsc::channel();
    let (names, asked) = (Arc::clone(names), host.to_owned());
    let spawned = thread::Builder::new()
        .name("resolve".to_owned())
        .spawn(move || sender.send(names.addresses(&asked, port)));
    if let Err(fault) = spawned {
        return Err(NameFault::NotResolved(fault.to_string()));
    }
    let found = match receiver.recv_timeout(patience) {
        Ok(found) => found.map_err(|fault| NameFault::NotResolved(fault.to_string()))?,
        Err(_) => return Err(NameFault::TimedOut),
    };
    let mut addresses: Vec<SocketAddr> = Vec::new();
    for address in found {
        if !addresses.contains(&address) {
            addresses.push(address);
        }
    }
    if addresses.is_empty() {
        return Err(NameFault::NotResolved("no address".to_owned()));
    }
    addresses.truncate(limits::WEB_ADDRESSES);
    Ok(addresses)
}
