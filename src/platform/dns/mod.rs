//! Name servers: whole batches asked from one thread, over UDP, TCP, TLS and HTTPS, with a limit on everything
//! that another computer decides.

mod ask;
mod batch;
mod engine;
mod fault;
mod message;
mod socket;
mod system;
mod tls;

use engine::Engine;

use crate::core::env::{Dns, DnsQuestion, DnsReply, SystemDns};
use crate::core::progress::Progress;

/// Asks real name servers. Its thread starts with the first batch and ends with it.
#[derive(Default)]
pub struct NameServers {
    engine: Engine,
}

impl Dns for NameServers {
    fn ask_all(
        &self,
        questions: &[DnsQuestion],
        heard: &dyn Fn(usize, &DnsReply),
        progress: &dyn Progress,
    ) -> Vec<DnsReply> {
        batch::run(&self.engine, questions, heard, progress)
    }

    fn system(&self) -> SystemDns {
        system::read()
    }
}
