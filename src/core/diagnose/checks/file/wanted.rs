//! What is asked for at a name: the files the CA expects there; where none is known, a name that nobody has
//! put there, so that what is in the way is found before the order.

use crate::core::diagnose::Request;
use crate::core::diagnose::expected::Expected;
use crate::core::env::{DnsName, Env, Scheme, WebUrl};

/// A file to be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Where, over plain http; each way puts its own scheme.
    pub url: WebUrl,
    /// What it must hold; `None` when nothing is expected.
    pub content: Option<Vec<u8>>,
    /// Whether the CA was said to come over https.
    pub is_over_https: bool,
}

impl Wanted {
    /// Its address with a scheme, at that scheme's usual port.
    pub fn at(&self, scheme: Scheme) -> WebUrl {
        WebUrl {
            scheme,
            port: port(scheme),
            ..self.url.clone()
        }
    }
}

/// The usual port of a scheme, which CAs insist on.
pub fn port(scheme: Scheme) -> u16 {
    match scheme {
        Scheme::Http => 80,
        Scheme::Https => 443,
    }
}

/// The files expected at exactly this name (CA/B Forum BR section 3.2.2.4.18: a file holds for its own name
/// alone).
pub fn expected(request: &Request, name: &DnsName) -> Vec<Wanted> {
    let of = |expected: &Expected| match expected {
        Expected::File { url, content } => {
            let url = WebUrl::parse(url).ok()?;
            let is_here = DnsName::parse(&url.host).is_some_and(|host| host == *name);
            is_here.then(|| Wanted {
                is_over_https: url.scheme == Scheme::Https,
                url,
                content: Some(content.clone()),
            })
        }
        _ => None,
    };
    request.expected.iter().filter_map(of).collect()
}

/// The expected files, or a name of chance below the folder where CAs look.
pub fn at_name(request: &Request, name: &DnsName, env: &Env<'_>) -> Vec<Wanted> {
    let files = expected(request, name);
    if !files.is_empty() {
        return files;
    }
    let mut bytes = [0_u8; 16];
    // Without chance the name is one that nobody uses either.
    env.random.fill(&mut bytes).ok();
    let chance: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let url = format!("http://{name}/.well-known/acme-challenge/{chance}");
    let probe = |url| Wanted {
        url,
        content: None,
        is_over_https: false,
    };
    WebUrl::parse(&url).map(probe).into_iter().collect()
}
