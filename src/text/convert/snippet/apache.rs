//! Apache httpd 2.4: a virtual host.

use crate::text::foreign::{apache, sh};

use super::page::Page;
use super::{PasswordInSnippet, Rendered, words};

pub fn render(mut page: Page<'_>) -> Rendered {
    let lang = page.lang;
    pass_phrase(&mut page);
    page.line("<VirtualHost *:443>");
    names(&mut page);
    page.line("");
    page.line("    SSLEngine on");
    files(&mut page);
    page.line("");
    protocols(&mut page);
    page.line("");
    page.line(format!("    # {}", words::own_lines_apache(lang)));
    page.line("</VirtualHost>");
    page.note(words::paths_as_here(lang));
    page.note(words::apache_module(lang));
    page.note(words::first_site_decides(lang));
    page.note(words::reload(
        lang,
        "sudo apachectl configtest && sudo apachectl graceful",
    ));
    let stem = page.stem();
    let debian = format!("/etc/apache2/sites-enabled/{stem}.conf");
    let red_hat = format!("/etc/httpd/conf.d/{stem}.conf");
    page.finish(
        "Apache httpd",
        words::one_of_two_places(lang, &debian, &red_hat),
    )
}

/// ServerName takes no `*`, ServerAlias does.
fn names(page: &mut Page<'_>) {
    let mut names = page.hosts();
    let first = names.iter().position(|name| !name.starts_with('*'));
    let main = match first {
        Some(index) => names.remove(index),
        None => names
            .iter()
            .take(1)
            .map(|name| name.replace('*', "www"))
            .collect(),
    };
    page.line(format!("    ServerName {main}"));
    for name in names {
        page.line(format!("    ServerAlias {name}"));
    }
}

/// Leaf and chain in one file where there is one, as httpd takes it from 2.4.8 on.
fn files(page: &mut Page<'_>) {
    let all = page.files;
    let (certificate, chain) = match (&all.leaf, &all.chain) {
        (Some(leaf), Some(chain)) => (Some(leaf.as_str()), Some(chain)),
        _ => (all.certificates(), None),
    };
    let certificate = page.path(certificate, apache, "/etc/ssl/certs/site.pem");
    page.line(format!("    SSLCertificateFile {certificate}"));
    if let Some(chain) = chain {
        let chain = page.path(Some(chain), apache, "/etc/ssl/certs/site-chain.pem");
        page.line(format!("    SSLCertificateChainFile {chain}"));
    }
    let key = page.path(all.key.as_deref(), apache, "/etc/ssl/private/site-key.pem");
    page.line(format!("    SSLCertificateKeyFile {key}"));
}

/// The directive belongs outside of every virtual host, and names a program that must be there.
fn pass_phrase(page: &mut Page<'_>) {
    const PROGRAM: &str = "/etc/ssl/private/key-password.sh";
    let command = match &page.files.password {
        PasswordInSnippet::None => return,
        PasswordInSnippet::FromFile(path) => sh(path).map(|path| format!("cat {path}")),
        PasswordInSnippet::Placeholder => None,
    };
    page.line(format!("# {}", words::apache_asks(page.lang)));
    page.line(format!("# SSLPassPhraseDialog exec:{PROGRAM}"));
    page.note(match command {
        Some(command) => words::password_program(page.lang, PROGRAM, &command),
        None => words::password_program_of_own(page.lang, PROGRAM),
    });
}

fn protocols(page: &mut Page<'_>) {
    if !page.is_old_tls_allowed {
        page.line("    SSLProtocol -all +TLSv1.2 +TLSv1.3");
        return;
    }
    page.line("    SSLProtocol -all +TLSv1 +TLSv1.1 +TLSv1.2 +TLSv1.3");
    page.line(format!("    # {}", words::security_level(page.lang)));
    page.line("    SSLCipherSuite DEFAULT:@SECLEVEL=0");
    page.note(words::old_tls_openssl(page.lang));
}
