//! Name servers: whole batches asked from one thread, over UDP, TCP, TLS and HTTPS, with a limit on everything
//! that another computer decides.

mod ask;
mod batch;
mod fault;
mod message;
mod socket;
mod system;
mod tls;

use super::engine::Engine;
use crate::core::env::{Dns, DnsQuestion, DnsReply, SystemDns};
use crate::core::limits;
use crate::core::progress::Progress;

/// Asks real name servers. Its thread starts with the first batch and ends with it.
pub struct NameServers {
    engine: Engine,
    roots: Vec<Vec<u8>>,
}

impl Default for NameServers {
    fn default() -> Self {
        Self {
            engine: Engine::new("name-servers", limits::DNS_AT_ONCE),
            roots: Vec::new(),
        }
    }
}

impl NameServers {
    /// Trusts these roots too, in DER, beside those of Mozilla and this computer.
    pub fn trusting(roots: Vec<Vec<u8>>) -> Self {
        Self {
            roots,
            ..Self::default()
        }
    }
}

impl Dns for NameServers {
    fn ask_all(
        &self,
        questions: &[DnsQuestion],
        heard: &dyn Fn(usize, &DnsReply),
        progress: &dyn Progress,
    ) -> Vec<DnsReply> {
        let tls = || tls::config(&self.roots);
        batch::run(&self.engine, questions, tls, heard, progress)
    }

    fn system(&self) -> SystemDns {
        system::read()
    }
}
