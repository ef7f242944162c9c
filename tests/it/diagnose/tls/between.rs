//! Something between us and a server, which answers some hellos itself.

use std::io::{Read, Write, copy};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use super::acted::{Act, Heard, read, server_hello};

/// Listens on loopback and answers each hello as told; `None` hands the connection to the server. Ends with the
/// program.
pub fn between(server: SocketAddr, act: fn(&Heard) -> Option<Act>) -> SocketAddr {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for client in listener.incoming().flatten() {
            thread::spawn(move || serve(client, server, act));
        }
    });
    address
}

fn serve(mut client: TcpStream, server: SocketAddr, act: fn(&Heard) -> Option<Act>) {
    let mut hello = vec![0; 5];
    if client.read_exact(&mut hello).is_err() {
        return;
    }
    let length = usize::from(u16::from_be_bytes([hello[3], hello[4]]));
    hello.resize(5 + length, 0);
    if client.read_exact(&mut hello[5..]).is_err() {
        return;
    }
    let heard = read(&hello);
    match act(&heard) {
        None => relay(client, server, &hello),
        Some(Act::Choose(suite)) => {
            client.write_all(&server_hello(heard.version, suite)).ok();
        }
        Some(Act::Alert(code)) => {
            client.write_all(&[21, 3, 1, 0, 2, 2, code]).ok();
        }
        Some(Act::Say(bytes)) => {
            client.write_all(&bytes).ok();
        }
        // Whatever the end is called: silence, until the client has had enough.
        Some(Act::End(_)) => {
            client.set_read_timeout(Some(Duration::from_secs(20))).ok();
            client.read_exact(&mut [0; 1]).ok();
        }
    }
}

fn relay(mut client: TcpStream, server: SocketAddr, hello: &[u8]) {
    let mut server = TcpStream::connect(server).unwrap();
    if server.write_all(hello).is_err() {
        return;
    }
    let (mut from_client, mut to_server) =
        (client.try_clone().unwrap(), server.try_clone().unwrap());
    let there = thread::spawn(move || {
        copy(&mut from_client, &mut to_server).ok();
        to_server.shutdown(std::net::Shutdown::Write).ok();
    });
    copy(&mut server, &mut client).ok();
    client.shutdown(std::net::Shutdown::Both).ok();
    there.join().ok();
}
