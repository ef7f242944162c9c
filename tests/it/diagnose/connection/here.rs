//! This very computer: closed ports of its own addresses.

use std::net::{SocketAddr, TcpListener};

use certwright::core::diagnose::{CheckId, Mark};
use certwright::core::finding::Id;

use super::scene::look;

/// A port that was free a moment ago.
fn closed_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

#[test]
fn a_port_of_this_computer_without_a_listener_is_told_so() {
    let address = SocketAddr::from(([127, 0, 0, 1], closed_port()));
    let told = look(&[address]);
    assert_eq!(told.found(address), Id::PortRefused);
    assert_eq!(told.ids(CheckId::ThisServer), [Id::ListenerMissing]);
    assert_eq!(told.mark(CheckId::ThisServer), Some(Mark::Problem));
}

// Other systems give 127.0.0.2 to nobody until it is asked for.
#[cfg(target_os = "linux")]
#[test]
fn a_listener_at_another_address_of_this_computer_is_named() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let address = SocketAddr::from(([127, 0, 0, 2], port));
    let told = look(&[address]);
    assert_eq!(told.found(address), Id::PortRefused);
    assert_eq!(told.ids(CheckId::ThisServer), [Id::ListenerElsewhere]);
}
