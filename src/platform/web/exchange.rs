//! One question and one answer over an open connection. Redirects are told, not followed.

use std::io;
use std::net::TcpStream;

use ureq::config::Config;
use ureq::http::{Request, Response, header};
use ureq::unversioned::transport::{Connector, RustlsConnector};
use ureq::{Agent, Body, Error, Timeout};

use super::fetch::Course;
use super::socket::{OpenSocket, Resolved};
use super::{Patience, tls};
use crate::core::env::{Contact, Scheme, WebAnswer, WebBody, WebCause, WebPhase, WebUrl};
use crate::core::limits;

const USER_AGENT: &str = concat!("Certwright/", env!("CARGO_PKG_VERSION"));

/// What is asked of one server.
pub struct Ask<'a> {
    pub url: &'a WebUrl,
    pub body: Option<&'a WebBody>,
    pub headers: &'a [(String, String)],
    pub limit_bytes: u64,
    pub trusts_any: bool,
    pub tells_redirects: bool,
}

/// What one server said.
pub enum Heard {
    Answer(WebAnswer),
    Redirect {
        to: String,
        /// Whether a POST stays one (RFC 9110 section 15.4).
        keeps_body: bool,
    },
}

/// Asks over the socket and reads the answer.
pub fn exchange(
    ask: &Ask<'_>,
    socket: TcpStream,
    patience: Patience,
    course: &Course,
) -> Result<Heard, WebCause> {
    let told = |error| cause(error, ask, course);
    let address = socket.peer_addr().map_err(|error| told(error.into()))?;
    let agent = Agent::with_parts(
        config(ask, patience, course),
        OpenSocket::new(socket).chain(RustlsConnector::default()),
        Resolved(address),
    );
    let mut response = send(&agent, ask).map_err(told)?;
    if let Some(redirect) = redirect(&response).filter(|_| !ask.tells_redirects) {
        return Ok(redirect);
    }
    let content_type = header_of(&response, header::CONTENT_TYPE);
    let announced = response.body().content_length();
    if announced.is_some_and(|announced| announced > ask.limit_bytes) {
        return Err(WebCause::TooLarge {
            limit: ask.limit_bytes,
            announced,
        });
    }
    let status = response.status().as_u16();
    let headers = headers(&response);
    let body = response.body_mut().with_config().limit(ask.limit_bytes);
    Ok(Heard::Answer(WebAnswer {
        status,
        final_url: ask.url.to_string(),
        content_type,
        headers,
        body: body.read_to_vec().map_err(told)?,
        contact: Contact::default(),
    }))
}

fn config(ask: &Ask<'_>, patience: Patience, course: &Course) -> Config {
    Config::builder()
        .accept_encoding("identity")
        .http_status_as_error(false)
        .max_idle_connections(0)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .max_response_header_size(limits::WEB_HEADER_BYTES)
        .proxy(None)
        .timeout_connect(Some(patience.connect))
        .timeout_send_request(Some(patience.connect))
        .timeout_send_body(Some(patience.connect))
        .timeout_recv_response(Some(patience.read))
        .timeout_recv_body(Some(patience.read))
        .timeout_global(Some(course.left(patience.whole)))
        .tls_config(tls::config(ask.url.scheme == Scheme::Https, ask.trusts_any))
        .user_agent(USER_AGENT)
        .build()
}

fn send(agent: &Agent, ask: &Ask<'_>) -> Result<Response<Body>, Error> {
    let mut request = Request::builder().uri(ask.url.to_string());
    for (name, value) in ask.headers {
        request = request.header(name, value);
    }
    match ask.body {
        None => agent.run(request.method("GET").body(())?),
        Some(body) => {
            let request = request
                .method("POST")
                .header(header::CONTENT_TYPE, &body.content_type);
            agent.run(request.body(body.bytes.as_slice())?)
        }
    }
}

fn redirect(response: &Response<Body>) -> Option<Heard> {
    let keeps_body = match response.status().as_u16() {
        301..=303 => false,
        307 | 308 => true,
        _ => return None,
    };
    let to = header_of(response, header::LOCATION)?;
    Some(Heard::Redirect { to, keeps_body })
}

fn headers(response: &Response<Body>) -> Vec<(String, String)> {
    let told = |(name, value): (&header::HeaderName, &header::HeaderValue)| {
        let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
        (name.as_str().to_owned(), value)
    };
    response.headers().iter().map(told).collect()
}

fn header_of(response: &Response<Body>, name: header::HeaderName) -> Option<String> {
    let value = response.headers().get(name)?;
    Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
}

fn cause(error: Error, ask: &Ask<'_>, course: &Course) -> WebCause {
    match error {
        Error::BodyExceedsLimit(_) => WebCause::TooLarge {
            limit: ask.limit_bytes,
            announced: None,
        },
        Error::LargeResponseHeader(..) => WebCause::HeaderTooLarge(limits::WEB_HEADER_BYTES as u64),
        Error::Rustls(error) => WebCause::Tls(error.to_string()),
        Error::Timeout(timeout) => course.timed_out(phase(timeout)),
        Error::Tls(_) | Error::TlsRequired | Error::Pem(_) => WebCause::Tls(error.to_string()),
        Error::Io(error) if is_tls(&error) => WebCause::Tls(error.to_string()),
        other => WebCause::Broken(other.to_string()),
    }
}

fn is_tls(error: &io::Error) -> bool {
    error
        .get_ref()
        .is_some_and(|inner| inner.is::<rustls::Error>())
}

/// The connection is open before the library begins, so its connecting is the handshake.
fn phase(timeout: Timeout) -> WebPhase {
    match timeout {
        Timeout::Connect | Timeout::Resolve => WebPhase::Handshake,
        Timeout::SendRequest | Timeout::SendBody | Timeout::PerWrite => WebPhase::Sending,
        Timeout::RecvResponse => WebPhase::Waiting,
        Timeout::RecvBody | Timeout::PerRead => WebPhase::Reading,
        _ => WebPhase::Whole,
    }
}
