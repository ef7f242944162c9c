//! Lends a server on 127.0.0.1 further loopback addresses: what comes to 127.53.x.y goes on to it from
//! 127.54.x.y, so that it can tell by the sender which of its faces is asked. `named` itself listens on
//! addresses of interfaces only. Can hold answers back.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, SocketAddrV4, TcpListener, TcpStream, UdpSocket};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

/// How often a thread looks whether it should end.
const LOOK: Duration = Duration::from_millis(50);

/// One lent address. Ends with it.
pub struct Relay {
    is_over: Arc<AtomicBool>,
    /// Milliseconds by which every answer is held back.
    pub delay_ms: Arc<AtomicU64>,
}

/// The sender's address behind a lent address.
pub fn behind(lent: Ipv4Addr) -> Ipv4Addr {
    let [a, b, c, d] = lent.octets();
    Ipv4Addr::new(a, b + 1, c, d)
}

impl Relay {
    /// Lends `lent` to the server at `target`; `None` when the address is taken.
    pub fn start(lent: SocketAddrV4, target: SocketAddrV4, delay_ms: u64) -> Option<Self> {
        let udp = UdpSocket::bind(lent).ok()?;
        let tcp = TcpListener::bind(lent).ok()?;
        let relay = Self {
            is_over: Arc::default(),
            delay_ms: Arc::new(AtomicU64::new(delay_ms)),
        };
        let source = SocketAddrV4::new(behind(*lent.ip()), 0);
        relay.spawn(move |over, delay| datagrams(&udp, source, target, over, delay));
        relay.spawn(move |over, delay| connections(&tcp, source, target, over, delay));
        Some(relay)
    }

    fn spawn(&self, work: impl FnOnce(&Arc<AtomicBool>, &Arc<AtomicU64>) + Send + 'static) {
        let (over, delay) = (Arc::clone(&self.is_over), Arc::clone(&self.delay_ms));
        thread::spawn(move || work(&over, &delay));
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
    }
}

fn datagrams(
    udp: &UdpSocket,
    source: SocketAddrV4,
    target: SocketAddrV4,
    over: &AtomicBool,
    delay: &Arc<AtomicU64>,
) {
    udp.set_read_timeout(Some(LOOK)).unwrap();
    let mut asked = [0u8; 4096];
    while !over.load(Ordering::Relaxed) {
        let Ok((length, client)) = udp.recv_from(&mut asked) else {
            continue;
        };
        let (question, back) = (asked[..length].to_vec(), udp.try_clone().unwrap());
        let delay = Arc::clone(delay);
        thread::spawn(move || {
            let there = UdpSocket::bind(source).unwrap();
            there
                .set_read_timeout(Some(Duration::from_secs(5)))
                .unwrap();
            there.send_to(&question, target).unwrap();
            let mut answer = [0u8; 65_535];
            if let Ok(length) = there.recv(&mut answer) {
                hold(&delay);
                back.send_to(&answer[..length], client).ok();
            }
        });
    }
}

fn connections(
    tcp: &TcpListener,
    source: SocketAddrV4,
    target: SocketAddrV4,
    over: &AtomicBool,
    delay: &Arc<AtomicU64>,
) {
    tcp.set_nonblocking(true).unwrap();
    while !over.load(Ordering::Relaxed) {
        let Ok((client, _)) = tcp.accept() else {
            thread::sleep(LOOK / 10);
            continue;
        };
        client.set_nonblocking(false).unwrap();
        let delay = Arc::clone(delay);
        thread::spawn(move || {
            let Ok(there) = from(source, target.into()) else {
                return;
            };
            hold(&delay);
            let (mut client_reads, mut there_writes) =
                (client.try_clone().unwrap(), there.try_clone().unwrap());
            thread::spawn(move || copy(&mut client_reads, &mut there_writes));
            let (mut there, mut client) = (there, client);
            copy(&mut there, &mut client);
        });
    }
}

fn hold(delay: &AtomicU64) {
    thread::sleep(Duration::from_millis(delay.load(Ordering::Relaxed)));
}

fn copy(from: &mut TcpStream, to: &mut TcpStream) {
    from.set_read_timeout(Some(Duration::from_secs(10))).ok();
    let mut bytes = [0u8; 16_384];
    while let Ok(length) = from.read(&mut bytes) {
        if length == 0 || to.write_all(&bytes[..length]).is_err() {
            break;
        }
    }
    to.shutdown(Shutdown::Write).ok();
}

/// A connection from a chosen address, which the standard library cannot make.
fn from(source: SocketAddrV4, target: SocketAddr) -> std::io::Result<TcpStream> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let socket = tokio::net::TcpSocket::new_v4()?;
        socket.bind(source.into())?;
        let stream = socket.connect(target).await?.into_std()?;
        stream.set_nonblocking(false)?;
        Ok(stream)
    })
}
