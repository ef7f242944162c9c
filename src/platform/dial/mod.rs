//! Servers: whole batches of conversations held from one thread, with a limit on everything that another
//! computer decides.

mod batch;
mod listeners;
mod pace;
mod talk;

use std::net::{IpAddr, UdpSocket};

use super::engine::Engine;
use crate::core::env::{Call, Dialer, Listener, Patience, Talked};
use crate::core::limits;
use crate::core::progress::Progress;
use pace::Paces;

/// Calls real servers. Its thread starts with the first batch and ends with it.
pub struct Servers {
    engine: Engine,
    paces: Paces,
    /// The longest that is waited, whatever a call asks for.
    most: Option<Patience>,
}

impl Default for Servers {
    fn default() -> Self {
        Self {
            engine: Engine::new("servers", limits::DIAL_ALL_AT_ONCE),
            paces: Paces::default(),
            most: None,
        }
    }
}

impl Servers {
    /// Waits no longer than this, whatever a call asks for.
    pub fn hurried(most: Patience) -> Self {
        Self {
            most: Some(most),
            ..Self::default()
        }
    }
}

impl Dialer for Servers {
    fn talk_all(&self, calls: Vec<Call>, progress: &dyn Progress) -> Vec<Talked> {
        let hurried = |mut call: Call| {
            let most = self.most.unwrap_or(call.patience);
            call.patience = call.patience.at_most(most);
            call
        };
        let calls = calls.into_iter().map(hurried).collect();
        batch::run(&self.engine, &self.paces, calls, progress)
    }

    fn is_own(&self, address: IpAddr) -> bool {
        // Whoever may take an address for a socket has it.
        !address.is_unspecified()
            && !address.is_multicast()
            && UdpSocket::bind((address, 0)).is_ok()
    }

    fn listeners(&self) -> Result<Vec<Listener>, String> {
        listeners::all()
    }
}
