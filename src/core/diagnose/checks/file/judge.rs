//! What a visit means, by the CA's profile: strict takes no redirect and no byte too many; the BR follows
//! redirects on 80 and 443; ACME trims white space at the end too and comes over http first.

use super::content::{Content, compare};
use super::visit::{End, Visit};
use super::wanted::Wanted;
use super::way::Way;
use super::{iis, signatures};
use crate::core::diagnose::Profile;
use crate::core::env::{Scheme, WebAnswer, WebCause, WebPhase};
use crate::core::finding::{FileSeen, Finding, PageKind, RedirectFault, Severity, WebFileFact};

/// What came of a visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// In short.
    pub seen: FileSeen,
    /// What is wrong.
    pub findings: Vec<Finding>,
}

impl Judged {
    fn of(seen: FileSeen, findings: Vec<Finding>) -> Self {
        Self { seen, findings }
    }

    fn one(seen: FileSeen, fact: WebFileFact) -> Self {
        Self::of(seen, vec![Finding::new(fact)])
    }
}

/// Judges a visit.
pub fn judge(profile: Profile, way: Way, wanted: &Wanted, visit: &Visit) -> Judged {
    let mut judged = ended(profile, way, wanted, visit);
    if let Some(page) = page_of(wanted, visit).filter(|_| judged.seen != FileSeen::Expected) {
        judged = page;
    } else {
        judged.findings.extend(led_on(profile, visit));
        judged.findings.extend(behind(visit));
    }
    // Where no file is expected the record in DNS will do.
    let most = match wanted.content.is_some() {
        true => ceiling(profile, way, wanted),
        false => ceiling(profile, way, wanted).min(Severity::Warning),
    };
    for finding in &mut judged.findings {
        finding.severity = finding.severity.min(most);
    }
    judged
}

/// How bad anything on this way can be: everybody comes over http; over https only where that is said, or by
/// the strict profile, which wants the same on both.
pub fn ceiling(profile: Profile, way: Way, wanted: &Wanted) -> Severity {
    match (way.scheme, profile) {
        (Scheme::Http, _) => Severity::Error,
        (Scheme::Https, _) if wanted.is_over_https => Severity::Error,
        (Scheme::Https, Profile::Strict) => Severity::Error,
        (Scheme::Https, Profile::Br) => Severity::Warning,
        (Scheme::Https, Profile::Acme) => Severity::Info,
    }
}

fn ended(profile: Profile, way: Way, wanted: &Wanted, visit: &Visit) -> Judged {
    let at = visit.at();
    match &visit.end {
        End::Answer(answer) => answered(profile, wanted, visit, answer),
        End::Fault(cause) => unanswered(way, wanted, visit, cause),
        End::Refused { to, fault } => Judged::one(
            FileSeen::Redirect,
            WebFileFact::RedirectRefused {
                at,
                to: to.clone(),
                fault: fault.clone(),
            },
        ),
        End::Loop { to, is_circle } => Judged::one(
            FileSeen::Redirect,
            WebFileFact::RedirectLoop {
                at,
                to: to.clone(),
                is_circle: *is_circle,
                count: visit.hops.len(),
            },
        ),
        End::OtherProtocol(speaks) => {
            let speaks = *speaks;
            let fact = WebFileFact::WrongProtocol { at, speaks };
            Judged::one(FileSeen::OtherProtocol, fact)
        }
        End::PathBlocked(cause) => {
            let cause = cause.clone();
            Judged::one(FileSeen::Broken, WebFileFact::PathBlocked { at, cause })
        }
    }
}

fn answered(profile: Profile, wanted: &Wanted, visit: &Visit, answer: &WebAnswer) -> Judged {
    let (at, status) = (visit.at(), answer.status);
    let is_taken = match profile {
        Profile::Br => (200..300).contains(&status),
        Profile::Strict | Profile::Acme => status == 200,
    };
    let is_expected = wanted.content.is_some();
    if let Some(content) = wanted.content.as_deref().filter(|_| is_taken) {
        return with_content(profile, content, visit, answer);
    }
    if let Some(sign) = iis::sign(&visit.url, answer, is_expected) {
        let fact = WebFileFact::IisBlocked { at, status, sign };
        return Judged::one(FileSeen::Status { status }, fact);
    }
    let refuses = matches!(status, 401 | 403 | 429 | 500..);
    match is_expected {
        true => Judged::one(
            FileSeen::Status { status },
            WebFileFact::WrongStatus { at, status },
        ),
        false if refuses => {
            let finding = Finding::new(WebFileFact::WrongStatus { at, status });
            Judged::of(
                FileSeen::Status { status },
                vec![finding.rated(Severity::Warning)],
            )
        }
        false => Judged::of(FileSeen::Reachable { status }, Vec::new()),
    }
}

fn with_content(profile: Profile, expected: &[u8], visit: &Visit, answer: &WebAnswer) -> Judged {
    let at = visit.at();
    match compare(expected, answer) {
        Content::Same => {
            let finding = content_type(visit, answer);
            Judged::of(FileSeen::Expected, finding.into_iter().collect())
        }
        Content::Bom => Judged::one(FileSeen::Other, WebFileFact::Bom { at }),
        Content::Tail(tail) => {
            let finding = Finding::new(WebFileFact::ExtraNewline { at, tail });
            let (seen, severity) = match profile {
                Profile::Strict => (FileSeen::Other, Severity::Error),
                Profile::Br => (FileSeen::Expected, Severity::Warning),
                Profile::Acme => (FileSeen::Expected, Severity::Info),
            };
            Judged::of(seen, vec![finding.rated(severity)])
        }
        Content::Differs(fault, difference) => Judged::one(
            FileSeen::Other,
            WebFileFact::WrongContent {
                at,
                fault,
                difference,
            },
        ),
    }
}

/// Told when the file is called a page: something may rewrite it on its way.
fn content_type(visit: &Visit, answer: &WebAnswer) -> Option<Finding> {
    let content_type = answer.content_type.clone();
    let is_page = content_type.as_deref().is_none_or(|told| {
        let told = told.to_ascii_lowercase();
        told.starts_with("text/html") || told.starts_with("application/xhtml")
    });
    let at = visit.at();
    is_page.then(|| Finding::new(WebFileFact::ContentType { at, content_type }))
}

fn unanswered(way: Way, wanted: &Wanted, visit: &Visit, cause: &WebCause) -> Judged {
    let (at, cause) = (visit.at(), cause.clone());
    let is_side_way = way.scheme == Scheme::Https && visit.hops.is_empty() && !wanted.is_over_https;
    match &cause {
        WebCause::Unreachable { .. } => Judged::of(FileSeen::NoWay, Vec::new()),
        WebCause::Refused(_) if is_side_way => Judged::of(FileSeen::NotServed, Vec::new()),
        WebCause::Refused(_)
        | WebCause::TimedOut {
            phase: WebPhase::Connecting,
            ..
        } => {
            let finding = Finding::new(WebFileFact::NotReachable { at, cause });
            match is_side_way {
                true => Judged::of(FileSeen::NotServed, vec![finding.rated(Severity::Info)]),
                false => Judged::of(FileSeen::NoAnswer, vec![finding]),
            }
        }
        WebCause::Tls(detail) => {
            let behind = visit.answers().find_map(signatures::network);
            let detail = detail.clone();
            let finding = Finding::new(WebFileFact::TlsBroken { at, detail, behind });
            let most = match is_side_way {
                true => Severity::Warning,
                false => Severity::Error,
            };
            Judged::of(FileSeen::Tls, vec![finding.rated(most)])
        }
        _ => Judged::one(FileSeen::Broken, WebFileFact::AnswerBroken { at, cause }),
    }
}

/// The page of something in between, at the end or on the way.
fn page_of(wanted: &Wanted, visit: &Visit) -> Option<Judged> {
    let known = |answer| Some((answer, signatures::of(answer)?));
    let (answer, page) = visit.answers().find_map(known)?;
    let is_of_the_site = matches!(
        page.kind,
        PageKind::Default | PageKind::Login | PageKind::Parking
    );
    let finding = Finding::new(WebFileFact::BlockPage {
        at: visit.at(),
        by: page.by,
        kind: page.kind,
        status: answer.status,
        source: page.source,
    });
    // A name of chance may well get the site's own page; the CA's file need not.
    let severity = match wanted.content.is_none() && is_of_the_site {
        true => Severity::Warning,
        false => Severity::Error,
    };
    let seen = FileSeen::Block { by: page.by };
    Some(Judged::of(seen, vec![finding.rated(severity)]))
}

/// That the server led elsewhere, and whether it may.
fn led_on(profile: Profile, visit: &Visit) -> Vec<Finding> {
    let is_stopped = matches!(visit.end, End::Refused { .. } | End::Loop { .. });
    let count = visit.hops.len() - usize::from(is_stopped && !visit.hops.is_empty());
    let followed = visit.hops.get(..count).unwrap_or_default();
    let Some(first) = followed.first() else {
        return Vec::new();
    };
    let next = visit.hops.get(1).map_or(&visit.url, |hop| &hop.url);
    let is_to_https = first.url.scheme == Scheme::Http
        && next.scheme == Scheme::Https
        && next.host == first.url.host
        && next.path == first.url.path;
    let (at, from) = (visit.at(), first.url.to_string());
    let fact = match is_to_https && count == 1 {
        true => WebFileFact::ForcedHttps { at, from },
        false => WebFileFact::Redirected { at, from, count },
    };
    let severity = match profile {
        Profile::Strict => Severity::Error,
        Profile::Br | Profile::Acme => Severity::Info,
    };
    let mut findings = vec![Finding::new(fact).rated(severity)];
    let other = followed.iter().find(|hop| hop.answer.status == 303);
    if let Some(hop) = other.filter(|_| profile == Profile::Br) {
        findings.push(Finding::new(WebFileFact::RedirectRefused {
            at: visit.at(),
            to: visit.url.to_string(),
            fault: RedirectFault::Status {
                status: hop.answer.status,
            },
        }));
    }
    findings
}

fn behind(visit: &Visit) -> Option<Finding> {
    let by = visit.answers().find_map(signatures::network)?;
    let at = visit.at();
    let is_told = matches!(visit.end, End::Fault(WebCause::Tls(_)));
    (!is_told).then(|| Finding::new(WebFileFact::BehindCdn { at, by }))
}
