//! Where an address in a page leads, as browsers take it (WHATWG URL).

use std::net::IpAddr;

use url::{Host, Url};

use super::Use;
use crate::core::env::{Scheme, WebUrl};

/// Where an address leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// In clear or encrypted.
    pub scheme: Scheme,
    /// The whole of it, without the fragment.
    pub url: Url,
}

/// Where an address leads from a page or style sheet; `None` where nothing is asked of any server: `data:`,
/// `javascript:`, a fragment of the same page, what cannot be read.
pub fn target(base: &Url, text: &str) -> Option<Target> {
    // Browsers drop these on both sides (WHATWG URL section 4.4).
    let text = text.trim_matches(|char: char| char <= ' ');
    if text.is_empty() || text.starts_with('#') {
        return None;
    }
    let mut url = base.join(text).ok()?;
    url.set_fragment(None);
    let scheme = scheme_of(&url)?;
    url.host()?;
    Some(Target { scheme, url })
}

fn scheme_of(url: &Url) -> Option<Scheme> {
    match url.scheme() {
        "http" => Some(Scheme::Http),
        "https" => Some(Scheme::Https),
        _ => None,
    }
}

/// Where a redirect leads from a page; `None` for what is neither http nor https. A user name in it is dropped.
pub fn redirected(from: &WebUrl, location: &str) -> Option<WebUrl> {
    let base = Url::parse(&from.to_string()).ok()?;
    asked(&target(&base, location)?.url)
}

/// The address as it is asked: without user name and password.
pub fn asked(url: &Url) -> Option<WebUrl> {
    let mut bare = url.clone();
    bare.set_username("").ok()?;
    bare.set_password(None).ok()?;
    WebUrl::parse(bare.as_str()).ok()
}

impl Target {
    /// Whether the bytes may be read or changed on their way: http to anywhere but this computer
    /// (W3C Secure Contexts, section 3.1).
    pub fn is_insecure(&self) -> bool {
        self.scheme == Scheme::Http && !is_this_computer(&self.url)
    }

    /// The same over https: port 80 becomes 443, others stay (W3C Upgrade Insecure Requests, section 3.2).
    pub fn over_https(&self) -> Option<Url> {
        let mut url = self.url.clone();
        url.set_scheme("https").ok()?;
        Some(url)
    }

    /// Whether browsers refuse it on a page over https, rather than ask over https in its place: those of IP
    /// addresses always (W3C Mixed Content Level 2, section 4.1).
    pub fn is_blocked(&self, used: Use) -> bool {
        let is_ip = matches!(self.url.host(), Some(Host::Ipv4(_) | Host::Ipv6(_)));
        used.is_blocked() || (used.is_loaded() && is_ip)
    }
}

/// Whether what is asked there goes in clear over a network.
pub fn is_in_clear(url: &WebUrl) -> bool {
    let read = Url::parse(&url.to_string());
    url.scheme == Scheme::Http && !read.is_ok_and(|url| is_this_computer(&url))
}

/// Whether an address means the visitor's own computer.
pub fn is_this_computer(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => IpAddr::V4(address).is_loopback(),
        Some(Host::Ipv6(address)) => IpAddr::V6(address).is_loopback(),
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.');
            name == "localhost" || name.ends_with(".localhost")
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Use, asked, target};
    use url::Url;

    fn led(text: &str) -> Option<String> {
        let base = Url::parse("https://www.example.com/a/b?c").unwrap();
        target(&base, text).map(|target| target.url.to_string())
    }

    #[test]
    fn addresses_lead_where_browsers_go() {
        for (text, expected) in [
            ("x.js", "https://www.example.com/a/x.js"),
            ("/x.js", "https://www.example.com/x.js"),
            ("../../x", "https://www.example.com/x"),
            ("./x/../y", "https://www.example.com/a/y"),
            ("?q", "https://www.example.com/a/b?q"),
            ("//cdn.example/x", "https://cdn.example/x"),
            ("http://cdn.example", "http://cdn.example/"),
            ("HTTP://CDN.Example:80/x#y", "http://cdn.example/x"),
            ("http:x", "http://x/"),
            ("https:x", "https://www.example.com/a/x"),
            ("http:\\\\cdn.example\\x", "http://cdn.example/x"),
            ("\\\\cdn.example/x", "https://cdn.example/x"),
            ("  http://cdn.example/\n", "http://cdn.example/"),
            ("ht\ntp://cdn.exa\tmple/", "http://cdn.example/"),
            ("http://user:pw@cdn.example/", "http://user:pw@cdn.example/"),
            ("http://0x7f.1/", "http://127.0.0.1/"),
            (
                "http://b\u{fc}cher.example/",
                "http://xn--bcher-kva.example/",
            ),
        ] {
            assert_eq!(led(text).as_deref(), Some(expected), "{text:?}");
        }
    }

    #[test]
    fn what_asks_no_web_server_leads_nowhere() {
        for text in [
            "",
            " ",
            "#top",
            "data:image/png;base64,AA",
            "blob:https://x/1",
            "javascript:alert(1)",
            "mailto:a@example.com",
            "tel:1",
            "about:blank",
            "ftp://x/",
            "file:///etc/passwd",
            "http://",
            "https://[::1",
            "http://a b/",
        ] {
            assert_eq!(led(text), None, "{text:?}");
        }
    }

    #[test]
    fn this_computer_is_trusted_and_ip_addresses_are_never_asked_over_https_instead() {
        let base = Url::parse("https://www.example.com/").unwrap();
        let of = |text: &str| target(&base, text).unwrap();
        for text in [
            "http://localhost/",
            "http://a.localhost./",
            "http://127.9.9.9/",
            "http://[::1]:80/",
            "https://x/",
        ] {
            assert!(!of(text).is_insecure(), "{text}");
        }
        assert!(of("http://localhost.example/").is_insecure());
        assert!(of("http://10.0.0.1/").is_insecure());
        assert!(of("http://10.0.0.1/a.png").is_blocked(Use::Image));
        assert!(!of("http://x.example/a.png").is_blocked(Use::Image));
        assert!(!of("http://10.0.0.1/").is_blocked(Use::Download));
        let upgraded = |text: &str| of(text).over_https().unwrap().to_string();
        assert_eq!(upgraded("http://x.example:80/a"), "https://x.example/a");
        assert_eq!(
            upgraded("http://x.example:8080/a"),
            "https://x.example:8080/a"
        );
        assert_eq!(
            asked(&of("http://u:p@x.example/").url).unwrap().to_string(),
            "http://x.example/"
        );
    }
}
