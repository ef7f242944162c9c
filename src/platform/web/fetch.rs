//! One question from its address to its answer, over redirects that are judged like the first address.

use std::time::{Duration, Instant};

use super::SystemWeb;
use super::batch::Leash;
use super::dial::connect;
use super::exchange::{Ask, Heard, exchange};
use crate::core::env::{Contact, WebAnswer, WebCause, WebFault, WebPhase, WebRequest, WebUrl};

/// How far a question is: when it began, how long it may take, whom it contacted.
pub struct Course {
    begun: Instant,
    whole: Duration,
    /// Who was contacted so far.
    pub contact: Contact,
}

impl Course {
    fn new(whole: Duration) -> Self {
        Self {
            begun: Instant::now(),
            whole,
            contact: Contact::default(),
        }
    }

    /// Time for a phase: its own, or what is left of the whole.
    pub fn left(&self, phase: Duration) -> Duration {
        self.whole.saturating_sub(self.begun.elapsed()).min(phase)
    }

    /// The fault that a phase took too long.
    pub fn timed_out(&self, phase: WebPhase) -> WebCause {
        WebCause::TimedOut {
            phase,
            after_ms: self.elapsed_ms(),
        }
    }

    fn elapsed_ms(&self) -> u64 {
        u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    fn finish(mut self) -> Contact {
        self.contact.elapsed_ms = self.elapsed_ms();
        self.contact
    }
}

/// Asks one question to its end.
pub fn fetch(web: &SystemWeb, request: &WebRequest, leash: &Leash) -> Result<WebAnswer, WebFault> {
    let mut course = Course::new(web.patience.whole);
    let ended = follow(web, request, &mut course, leash);
    let contact = course.finish();
    match ended {
        Ok(answer) => Ok(WebAnswer { contact, ..answer }),
        Err(cause) => Err(WebFault { cause, contact }),
    }
}

fn follow(
    web: &SystemWeb,
    request: &WebRequest,
    course: &mut Course,
    leash: &Leash,
) -> Result<WebAnswer, WebCause> {
    let first = WebUrl::parse(&request.url)?;
    let mut url = first.clone();
    let mut body = request.body.as_ref();
    let mut redirects = 0;
    loop {
        let is_same_host = url.host == first.host;
        let is_same_server = url.target() == first.target();
        let socket = connect(
            web,
            &url,
            request.allow_private && is_same_host,
            request.address.filter(|_| is_same_server),
            course,
            leash,
        )
        .map_err(|cause| match redirects {
            0 => cause,
            _ => after_redirect(cause, &url),
        })?;
        if course.left(web.patience.whole).is_zero() {
            return Err(course.timed_out(WebPhase::Whole));
        }
        let ask = Ask {
            url: &url,
            body,
            headers: if is_same_host { &request.headers } else { &[] },
            limit_bytes: request.limit_bytes,
            trusts_any: request.trusts_any,
            tells_redirects: request.tells_redirects,
        };
        match exchange(&ask, socket, web.patience, course)? {
            Heard::Answer(answer) => return Ok(answer),
            Heard::Redirect { .. } if redirects == request.redirects => {
                return Err(WebCause::TooManyRedirects(request.redirects));
            }
            Heard::Redirect { to, keeps_body } => {
                redirects += 1;
                body = body.filter(|_| keeps_body);
                url = url
                    .join(&to)
                    .map_err(|_| WebCause::RedirectToScheme { to })?;
                course.contact.redirects.push(url.to_string());
            }
        }
    }
}

fn after_redirect(cause: WebCause, url: &WebUrl) -> WebCause {
    match cause {
        WebCause::AddressRefused { address, range, .. } => WebCause::RedirectToAddress {
            to: url.to_string(),
            address,
            range,
        },
        other => other,
    }
}
