//! Why IIS does not serve the file, by the sub-status its error page names, the shape of http.sys's own
//! answers, or a bare 404 for a file without extension.

use crate::core::env::{WebAnswer, WebUrl};
use crate::core::finding::{BlockCause, IisSign};

/// What the answer gives away; `is_expected` says that the file should be there.
pub fn sign(url: &WebUrl, answer: &WebAnswer, is_expected: bool) -> Option<IisSign> {
    let server = answer
        .header("server")
        .unwrap_or_default()
        .to_ascii_lowercase();
    let body = String::from_utf8_lossy(&answer.body);
    if server.starts_with("microsoft-httpapi") {
        return kernel(answer.status, &body);
    }
    if !server.starts_with("microsoft-iis") {
        return None;
    }
    if let Some(sign) = sub_status(&body).and_then(by_sub_status) {
        return Some(sign);
    }
    // The page of IIS 7 and later for those who look from elsewhere, which has no number.
    let wants_https = [
        "SSL is required",
        "secured with Secure Sockets Layer",
        "secure channel",
    ];
    match answer.status {
        403 if wants_https.iter().any(|words| body.contains(words)) => {
            Some(IisSign::Cause(BlockCause::RequiresHttps))
        }
        404 if is_expected && has_no_extension(url) => Some(IisSign::LikelyNoType),
        503 => Some(IisSign::PoolStopped),
        _ => None,
    }
}

/// http.sys answers by itself where no site takes the request.
fn kernel(status: u16, body: &str) -> Option<IisSign> {
    match status {
        400 if body.contains("Invalid Hostname") => Some(IisSign::NoSite),
        404 => Some(IisSign::NoSite),
        503 => Some(IisSign::PoolStopped),
        _ => None,
    }
}

/// The numbers of `HTTP Error 404.8 - Not Found`.
fn sub_status(body: &str) -> Option<(u16, u16)> {
    let (_, rest) = body.split_once("HTTP Error ")?;
    let number = |text: &str| {
        let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<u16>().ok()
    };
    let (status, rest) = rest.split_once('.')?;
    Some((number(status)?, number(rest)?))
}

fn by_sub_status(numbers: (u16, u16)) -> Option<IisSign> {
    let cause = match numbers {
        (403, 4 | 5) => BlockCause::RequiresHttps,
        (404, 2 | 4 | 17) => BlockCause::Handlers { instead: None },
        (404, 3) => BlockCause::NoTypeWithoutExtension,
        (404, 5) => BlockCause::DeniedSequence {
            sequence: ".well-known".into(),
        },
        (404, 6) => BlockCause::GetDenied,
        (404, 7) => BlockCause::ExtensionsListed,
        (404, 8) => BlockCause::HiddenSegment {
            segment: ".well-known".into(),
        },
        (401, 3) => return Some(IisSign::Rights),
        (500, 19) => return Some(IisSign::Configuration),
        (503, _) => return Some(IisSign::PoolStopped),
        _ => return None,
    };
    Some(IisSign::Cause(cause))
}

fn has_no_extension(url: &WebUrl) -> bool {
    let path = url.path.split('?').next().unwrap_or_default();
    path.rsplit('/')
        .next()
        .is_some_and(|file| !file.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::sign;
    use crate::core::env::{Contact, WebAnswer, WebUrl};
    use crate::core::finding::{BlockCause, IisSign};

    fn answer(status: u16, server: &str, body: &str) -> WebAnswer {
        WebAnswer {
            status,
            final_url: String::new(),
            content_type: None,
            headers: vec![("server".to_owned(), server.to_owned())],
            body: body.as_bytes().to_vec(),
            contact: Contact::default(),
        }
    }

    #[test]
    fn each_answer_of_iis_tells_its_cause() {
        const IIS: &str = "Microsoft-IIS/10.0";
        const KERNEL: &str = "Microsoft-HTTPAPI/2.0";
        let url = WebUrl::parse("http://a.example/.well-known/acme-challenge/x").unwrap();
        let cause = |cause| Some(IisSign::Cause(cause));
        for (status, server, body, expected) in [
            (
                404,
                IIS,
                "<h3>HTTP Error 404.3 - Not Found",
                cause(BlockCause::NoTypeWithoutExtension),
            ),
            (
                404,
                IIS,
                "HTTP Error 404.8 - Not Found",
                cause(BlockCause::HiddenSegment {
                    segment: ".well-known".into(),
                }),
            ),
            (
                404,
                IIS,
                "HTTP Error 404.7 - Not Found",
                cause(BlockCause::ExtensionsListed),
            ),
            (
                404,
                IIS,
                "HTTP Error 404.0 - Not Found",
                Some(IisSign::LikelyNoType),
            ),
            (404, IIS, "", Some(IisSign::LikelyNoType)),
            (
                403,
                IIS,
                "HTTP Error 403.4 - Forbidden",
                cause(BlockCause::RequiresHttps),
            ),
            (
                403,
                IIS,
                "Forbidden: SSL is required to view this resource.",
                cause(BlockCause::RequiresHttps),
            ),
            (
                401,
                IIS,
                "HTTP Error 401.3 - Unauthorized",
                Some(IisSign::Rights),
            ),
            (
                500,
                IIS,
                "HTTP Error 500.19 - Internal Server Error",
                Some(IisSign::Configuration),
            ),
            (
                503,
                KERNEL,
                "Service Unavailable",
                Some(IisSign::PoolStopped),
            ),
            (
                400,
                KERNEL,
                "Bad Request - Invalid Hostname",
                Some(IisSign::NoSite),
            ),
            (404, KERNEL, "Not Found", Some(IisSign::NoSite)),
            (403, IIS, "", None),
            (404, "nginx", "HTTP Error 404.3", None),
        ] {
            assert_eq!(
                sign(&url, &answer(status, server, body), true),
                expected,
                "{status} {server} {body}"
            );
        }
    }
}
