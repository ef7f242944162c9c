//! What every check of the lane works with: the name, what came of its addresses, where results go.

use super::scan;
use crate::core::diagnose::ask::Asker;
use crate::core::diagnose::checks::Put;
use crate::core::diagnose::checks::connection::Reached;
use crate::core::diagnose::{Check, CheckId, CheckKey, Skip};
use crate::core::env::DnsName;
use crate::core::progress::Cancelled;
use crate::core::tls::Handshake;
use std::net::SocketAddr;
use std::sync::OnceLock;

/// One name whose addresses were called.
pub struct Scene<'a> {
    /// Asks, and remembers.
    pub asker: &'a Asker<'a>,
    /// The name.
    pub name: &'a DnsName,
    /// Its addresses, in order, and what came of each.
    pub reached: &'a [Reached],
    sink: &'a Put<'a>,
    /// Which versions are accepted: asked once for two checks.
    versions: OnceLock<Result<Vec<scan::Server>, Cancelled>>,
}

impl<'a> Scene<'a> {
    /// The scene of a name.
    pub fn new(
        asker: &'a Asker<'a>,
        name: &'a DnsName,
        reached: &'a [Reached],
        sink: &'a Put<'a>,
    ) -> Self {
        Self {
            asker,
            name,
            reached,
            sink,
            versions: OnceLock::new(),
        }
    }

    /// Every server with a handshake and the versions it accepts, asked once.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn versions(&self) -> Result<&[scan::Server], Cancelled> {
        let scanned = || {
            let places = self.handshakes().map(|(address, _)| address);
            let places: Vec<SocketAddr> = places.collect();
            let mut servers = scan::versions(self.asker, self.name, &places)?;
            for server in &mut servers {
                let mut shown = self.handshakes();
                let shown = shown.find(|(address, _)| *address == server.address);
                if let Some((_, handshake)) = shown {
                    server.believe(handshake.version);
                }
            }
            Ok(servers)
        };
        let told = self.versions.get_or_init(scanned);
        told.as_deref().map_err(|cancelled| *cancelled)
    }

    /// The key of a check of this name.
    pub fn key(&self, id: CheckId) -> CheckKey {
        CheckKey::of(id, self.name)
    }

    /// Tells a check.
    pub fn put(&self, check: Check) {
        (self.sink)(check);
    }

    /// Every handshake, with its address.
    pub fn handshakes(&self) -> impl Iterator<Item = (SocketAddr, &'a Handshake)> {
        let reached = self.reached.iter();
        reached.filter_map(|one| Some((one.address, one.handshake()?)))
    }

    /// Runs a check that needs a handshake, if it is wanted: tells that it begins; without any handshake it is
    /// left out.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn with_handshake(
        &self,
        id: CheckId,
        run: impl FnOnce(&Self) -> Result<(), Cancelled>,
    ) -> Result<(), Cancelled> {
        let key = self.key(id);
        if !self.asker.request.wants(&key) {
            return Ok(());
        }
        if self.handshakes().next().is_none() {
            self.put(Check::skipped(key, Skip::NoHandshake));
            return Ok(());
        }
        self.asker.begins(&key);
        run(self)
    }
}
