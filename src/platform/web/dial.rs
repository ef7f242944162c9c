//! From a server's name to an open connection: resolve, judge every address, connect to one that was judged.
//! What is connected to is the very address that was judged, so a name that changes meanwhile changes nothing.

use std::io;
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use super::SystemWeb;
use super::batch::Leash;
use super::fetch::Course;
use super::names::{NameFault, resolve};
use crate::core::env::{AddressRange, WebCause, WebPhase, WebUrl, range_of};

/// Below this a connection is not even tried.
const LEAST: Duration = Duration::from_millis(10);

/// Opens a connection to the server of `url`.
pub fn connect(
    web: &SystemWeb,
    url: &WebUrl,
    allow_private: bool,
    known: Option<SocketAddr>,
    course: &mut Course,
    leash: &Leash,
) -> Result<TcpStream, WebCause> {
    let addresses = match known {
        Some(address) => vec![address],
        None => addresses(web, url, course)?,
    };
    if !allow_private {
        judge(&url.host, &addresses)?;
    }
    open(&addresses, web.patience.connect, course, leash)
}

fn addresses(web: &SystemWeb, url: &WebUrl, course: &Course) -> Result<Vec<SocketAddr>, WebCause> {
    let patience = course.left(web.patience.resolve);
    resolve(&web.names, &url.host, url.port, patience).map_err(|fault| match fault {
        NameFault::NotResolved(detail) => WebCause::NameNotResolved {
            host: url.host.clone(),
            detail,
        },
        NameFault::TimedOut => course.timed_out(WebPhase::Resolving),
    })
}

/// Refuses the host when any of its addresses is inside: a mixed answer is no accident worth a try.
fn judge(host: &str, addresses: &[SocketAddr]) -> Result<(), WebCause> {
    for address in addresses {
        let range = range_of(address.ip());
        if range != AddressRange::Public {
            return Err(WebCause::AddressRefused {
                host: host.to_owned(),
                address: address.ip(),
                range,
            });
        }
    }
    Ok(())
}

/// Tries one address after the other; each gets its share of the time that is left.
fn open(
    addresses: &[SocketAddr],
    patience: Duration,
    course: &mut Course,
    leash: &Leash,
) -> Result<TcpStream, WebCause> {
    let mut fault = WebCause::BadUrl;
    let mut budget = course.left(patience);
    for (index, address) in addresses.iter().enumerate() {
        if leash.is_cut() {
            return Err(WebCause::Cancelled);
        }
        let tries_left = u32::try_from(addresses.len() - index).unwrap_or(1);
        let share = (budget / tries_left).max(LEAST);
        let begun = std::time::Instant::now();
        course.contact.addresses.push(*address);
        match TcpStream::connect_timeout(address, share) {
            Ok(socket) if leash.holds(&socket) => {
                socket.set_nodelay(true).ok();
                return Ok(socket);
            }
            Ok(_) => return Err(WebCause::Cancelled),
            Err(error) => fault = told(&error, *address, course),
        }
        budget = budget.saturating_sub(begun.elapsed());
    }
    Err(fault)
}

fn told(error: &io::Error, address: SocketAddr, course: &Course) -> WebCause {
    match error.kind() {
        io::ErrorKind::ConnectionRefused => WebCause::Refused(address),
        io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => {
            course.timed_out(WebPhase::Connecting)
        }
        _ => WebCause::Unreachable {
            address,
            detail: error.to_string(),
        },
    }
}
