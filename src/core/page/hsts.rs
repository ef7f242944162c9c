//! `Strict-Transport-Security` as browsers read it (RFC 6797 section 6.1).

use serde::Serialize;

/// What the header asks of browsers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Hsts {
    /// Seconds for which https alone is used; 0 ends it.
    pub max_age_s: u64,
    /// Whether it holds for all names below too.
    pub include_subdomains: bool,
    /// Whether the owner agrees to the list that comes with browsers (hstspreload.org).
    pub preload: bool,
}

/// Why browsers ignore the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum HstsFault {
    /// `max-age` is missing.
    NoMaxAge,
    /// `max-age` is no number of seconds.
    BadMaxAge,
    /// A directive stands there twice.
    Twice,
    /// `includeSubDomains` has a value, and takes none.
    HasValue,
}

impl Hsts {
    /// Reads the value of the header.
    ///
    /// # Errors
    /// Browsers ignore it.
    pub fn parse(value: &str) -> Result<Self, HstsFault> {
        let mut names: Vec<String> = Vec::new();
        let mut max_age = None;
        for directive in value.split(';') {
            let (name, argument) = directive.split_once('=').unwrap_or((directive, ""));
            let name = name.trim().to_ascii_lowercase();
            if name.is_empty() {
                continue;
            }
            if name == "max-age" {
                max_age = Some(seconds(argument.trim()).ok_or(HstsFault::BadMaxAge)?);
            }
            if name == "includesubdomains" && directive.contains('=') {
                return Err(HstsFault::HasValue);
            }
            if names.contains(&name) {
                return Err(HstsFault::Twice);
            }
            names.push(name);
        }
        let has = |wanted: &str| names.iter().any(|name| name == wanted);
        Ok(Self {
            max_age_s: max_age.ok_or(HstsFault::NoMaxAge)?,
            include_subdomains: has("includesubdomains"),
            preload: has("preload"),
        })
    }
}

/// A number of seconds, plain or in quotes; more than can be counted is as good as for ever.
fn seconds(text: &str) -> Option<u64> {
    let inner = text
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    let digits = inner.unwrap_or(text);
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::{Hsts, HstsFault};

    #[test]
    fn headers_are_read_as_the_standard_says() {
        let ok = |max_age_s, include_subdomains, preload| {
            Ok(Hsts {
                max_age_s,
                include_subdomains,
                preload,
            })
        };
        for (value, expected) in [
            ("max-age=31536000", ok(31_536_000, false, false)),
            ("Max-Age=\"0\" ; includeSubDomains", ok(0, true, false)),
            (" ; max-age = 60;;PRELOAD; x=y", ok(60, false, true)),
            (
                "max-age=99999999999999999999999",
                ok(u64::MAX, false, false),
            ),
            ("", Err(HstsFault::NoMaxAge)),
            ("includeSubDomains", Err(HstsFault::NoMaxAge)),
            ("max-age", Err(HstsFault::BadMaxAge)),
            ("max-age=1 year", Err(HstsFault::BadMaxAge)),
            ("max-age=-1", Err(HstsFault::BadMaxAge)),
            ("max-age=1, max-age=1", Err(HstsFault::BadMaxAge)),
            ("max-age=1; max-age=1", Err(HstsFault::Twice)),
            (
                "max-age=1; includeSubDomains=true",
                Err(HstsFault::HasValue),
            ),
            ("max-age=1; preload; preload", Err(HstsFault::Twice)),
        ] {
            assert_eq!(Hsts::parse(value), expected, "{value}");
        }
    }
}
