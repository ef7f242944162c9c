//! A second question where the first one failed oddly: is the other scheme spoken at this port, does the front
//! page answer where the CA's path does not.

use super::visit::{End, Visit, request};
use super::way::Way;
use crate::core::diagnose::Lane;
use crate::core::diagnose::ask::Asker;
use crate::core::env::{Scheme, WebAnswer, WebCause, WebPhase, WebRequest, WebUrl};
use crate::core::progress::Cancelled;

/// Looks again at the visits for which that can tell more.
pub fn look(asker: &Asker<'_>, visits: &mut [Visit]) -> Result<(), Cancelled> {
    let mut requests: Vec<WebRequest> = Vec::new();
    let mut whose: Vec<(usize, bool)> = Vec::new();
    for (place, visit) in visits.iter().enumerate() {
        if is_other_scheme_likely(visit) {
            requests.push(other_scheme(asker, visit));
            whose.push((place, true));
        }
        if is_cut_off(visit) {
            let front = WebUrl {
                path: "/".to_owned(),
                ..visit.url.clone()
            };
            requests.push(request(asker, &front, visit.address.ip()));
            whose.push((place, false));
        }
    }
    if requests.is_empty() {
        return Ok(());
    }
    let answers = asker.fetch_all(Lane::Validation, &requests)?;
    for ((place, is_scheme), answer) in whose.into_iter().zip(answers) {
        if let (Some(visit), Ok(answer)) = (visits.get_mut(place), answer) {
            learn(visit, is_scheme, &answer);
        }
    }
    Ok(())
}

fn learn(visit: &mut Visit, is_scheme: bool, answer: &WebAnswer) {
    let end = match (&visit.end, is_scheme) {
        (_, true) if !says_wrong_scheme(answer) => {
            End::OtherProtocol(Way::other_scheme(visit.url.scheme))
        }
        (End::Fault(cause), false) => End::PathBlocked(cause.clone()),
        _ => return,
    };
    visit.end = end;
}

/// The same port asked in the other scheme: the address stays, only what is spoken changes.
fn other_scheme(asker: &Asker<'_>, visit: &Visit) -> WebRequest {
    let url = WebUrl {
        scheme: Way::other_scheme(visit.url.scheme),
        ..visit.url.clone()
    };
    WebRequest {
        address: Some(visit.address),
        ..request(asker, &url, visit.address.ip())
    }
}

fn is_other_scheme_likely(visit: &Visit) -> bool {
    match (&visit.end, visit.url.scheme) {
        (End::Fault(WebCause::Tls(_)), Scheme::Https) => true,
        (End::Fault(WebCause::Broken(_)), _) => true,
        (End::Answer(answer), Scheme::Http) => says_wrong_scheme(answer),
        _ => false,
    }
}

/// Whether a server that speaks TLS says so in clear: nginx, Apache and Go each in their words.
fn says_wrong_scheme(answer: &WebAnswer) -> bool {
    const WORDS: [&str; 3] = [
        "plain HTTP request was sent to HTTPS port",
        "speaking plain HTTP to an SSL-enabled server port",
        "Client sent an HTTP request to an HTTPS server",
    ];
    let body = String::from_utf8_lossy(&answer.body);
    answer.status == 400 && WORDS.iter().any(|words| body.contains(words))
}

/// Whether the connection came about and then nothing came, or it was cut.
fn is_cut_off(visit: &Visit) -> bool {
    matches!(
        visit.end,
        End::Fault(
            WebCause::Broken(_)
                | WebCause::TimedOut {
                    phase: WebPhase::Waiting,
                    ..
                }
        )
    )
}
