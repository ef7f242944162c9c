//! The system's own tables, with the program behind each entry.

use listeners::{Protocol, SocketState, get_all};

use crate::core::env::Listener;

pub fn all() -> Result<Vec<Listener>, String> {
    let all = get_all().map_err(|fault| fault.to_string())?;
    let is_waiting = |one: &&listeners::Listener| {
        one.protocol == Protocol::TCP && one.state == SocketState::Listen
    };
    let told = |one: &listeners::Listener| Listener {
        address: one.socket,
        program: Some(one.process.name.clone()).filter(|name| !name.is_empty()),
    };
    Ok(all.iter().filter(is_waiting).map(told).collect())
}
