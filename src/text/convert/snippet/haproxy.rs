//! HAProxy: a frontend.

use crate::text::foreign::haproxy;

use super::page::Page;
use super::{PasswordInSnippet, Rendered, words};

pub fn render(mut page: Page<'_>) -> Rendered {
    const PLACE: &str = "/etc/haproxy/haproxy.cfg";
    let lang = page.lang;
    let combined = page.path(
        page.files.combined.as_deref(),
        haproxy,
        "/etc/haproxy/certs/site.pem",
    );
    page.line("frontend https");
    page.line("    mode http");
    if page.is_old_tls_allowed {
        page.line(format!("    # {}", words::security_level(lang)));
        page.line(format!(
            "    bind :443 ssl crt {combined} ssl-min-ver TLSv1.0 ciphers DEFAULT:@SECLEVEL=0"
        ));
        page.note(words::old_tls_openssl(lang));
    } else {
        page.line(format!(
            "    bind :443 ssl crt {combined} ssl-min-ver TLSv1.2"
        ));
    }
    page.line(format!("    # {}", words::own_backend(lang)));
    page.line("    default_backend web");
    page.note(words::paths_as_here(lang));
    if page.files.password != PasswordInSnippet::None {
        page.note(words::haproxy_takes_no_password(lang));
    }
    page.note(words::reload(
        lang,
        "sudo haproxy -c -f /etc/haproxy/haproxy.cfg && sudo systemctl reload haproxy",
    ));
    page.finish("HAProxy", words::into_file(lang, PLACE))
}
