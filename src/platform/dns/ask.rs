//! One question to one server, over the way that reaches it.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use hickory_resolver::net::h2::HttpsClientStream;
use hickory_resolver::net::tcp::TcpClientStream;
use hickory_resolver::net::tls::tls_client_connect;
use hickory_resolver::net::udp::UdpClientStream;
use hickory_resolver::net::xfer::{DnsExchange, DnsHandle, DnsMultiplexer, FirstAnswer};
use hickory_resolver::net::{NetError, runtime::RuntimeProvider, runtime::Spawn};
use hickory_resolver::proto::op::{DnsRequest, DnsResponse};
use rustls::ClientConfig;
use rustls::pki_types::ServerName;
use tokio::time::{Instant, timeout_at};

use super::fault::{self, Way};
use super::message;
use super::socket::Sockets;
use super::tls;
use crate::core::env::{DnsAnswer, DnsFault, DnsQuestion, Transport};
use crate::core::limits;

const PATIENCE: Duration = Duration::from_millis(limits::DNS_ANSWER_MS);
/// Sent twice over UDP.
const DATAGRAMS: u8 = 2;

/// Asks, and asks again over TCP what UDP has cut or damaged.
pub async fn ask(question: &DnsQuestion, tls: Option<&tls::Setup>) -> Result<DnsAnswer, DnsFault> {
    let end = Instant::now() + PATIENCE;
    let sockets = Sockets::until(end);
    let _leash = sockets.leash();
    let asked = async {
        match &question.server.transport {
            Transport::Udp => over_udp(question, &sockets).await,
            Transport::Tcp => over_tcp(question, &sockets).await,
            Transport::Tls { host } => over_tls(question, host, setup(tls)?, &sockets).await,
            Transport::Https { host, path } => {
                over_https(question, (host, path), setup(tls)?, &sockets).await
            }
        }
    };
    let answered = timeout_at(end, asked).await;
    match answered.unwrap_or(Err(DnsFault::TimedOut(limits::DNS_ANSWER_MS))) {
        Err(DnsFault::TimedOut(_)) if sockets.received() > 0 => {
            let detail = format!("{} datagrams, no answer among them", sockets.received());
            Err(DnsFault::Broken(detail))
        }
        other => other,
    }
}

/// Whole milliseconds.
pub fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

fn setup(tls: Option<&tls::Setup>) -> Result<Arc<ClientConfig>, DnsFault> {
    let tls = tls.ok_or_else(|| DnsFault::Tls("not set up".to_owned()))?;
    tls.clone().map_err(DnsFault::Tls)
}

async fn over_udp(question: &DnsQuestion, sockets: &Sockets) -> Result<DnsAnswer, DnsFault> {
    let connection = UdpClientStream::builder(question.server.address, sockets.clone())
        .with_timeout(Some(PATIENCE))
        .with_max_retries(DATAGRAMS)
        .exchange();
    let mut response = send(&connection, message::request(question)?).await;
    if response.as_ref().is_ok_and(message::is_without_edns) {
        response = send(&connection, message::plain(question)?).await;
    }
    match response {
        Ok(response) if !response.truncation => message::answer(question, response, false),
        Ok(_) => over_tcp(question, sockets).await,
        // Cut within a record, or larger than was allowed.
        Err(NetError::Proto(damage)) => over_tcp(question, sockets)
            .await
            .map_err(|_| DnsFault::Broken(damage.to_string())),
        Err(error) => Err(fault::told(&error, Way::Datagram)),
    }
}

async fn over_tcp(question: &DnsQuestion, sockets: &Sockets) -> Result<DnsAnswer, DnsFault> {
    let address = question.server.address;
    let connection =
        TcpClientStream::exchange(address, None, PATIENCE, None, sockets.clone()).await;
    finish(question, connection, Way::Stream).await
}

async fn over_tls(
    question: &DnsQuestion,
    host: &str,
    tls: Arc<ClientConfig>,
    sockets: &Sockets,
) -> Result<DnsAnswer, DnsFault> {
    let host =
        ServerName::try_from(host.to_owned()).map_err(|fault| DnsFault::Tls(fault.to_string()))?;
    let connection = tls_connection(question.server.address, host, tls, sockets.clone()).await;
    finish(question, connection, Way::Encrypted).await
}

/// Unlike the library's own way this sends the host's name (SNI), without which some resolvers show another
/// certificate.
async fn tls_connection(
    address: SocketAddr,
    host: ServerName<'static>,
    tls: Arc<ClientConfig>,
    sockets: Sockets,
) -> Result<DnsExchange<Sockets>, NetError> {
    let mut background = sockets.create_handle();
    let (connecting, sender) = tls_client_connect(address, host, tls, sockets);
    let stream = DnsMultiplexer::new(connecting.await?, sender).with_timeout(PATIENCE);
    let (connection, driver) = DnsExchange::from_stream(stream);
    background.spawn_bg(driver);
    Ok(connection)
}

async fn over_https(
    question: &DnsQuestion,
    (host, path): (&str, &str),
    tls: Arc<ClientConfig>,
    sockets: &Sockets,
) -> Result<DnsAnswer, DnsFault> {
    let connection = HttpsClientStream::builder(tls, sockets.clone())
        .exchange(question.server.address, host.into(), path.into())
        .await;
    finish(question, connection, Way::Encrypted).await
}

async fn finish(
    question: &DnsQuestion,
    connection: Result<DnsExchange<Sockets>, NetError>,
    way: Way,
) -> Result<DnsAnswer, DnsFault> {
    let connection = connection.map_err(|error| fault::told(&error, way))?;
    let request = message::request(question)?;
    let response = send(&connection, request)
        .await
        .map_err(|error| fault::told(&error, Way::Stream))?;
    message::answer(question, response, true)
}

async fn send(
    connection: &DnsExchange<Sockets>,
    request: DnsRequest,
) -> Result<DnsResponse, NetError> {
    connection.send(request).first_answer().await
}
