//! Ready to paste: what a server's configuration says to use exactly the files that were made.
//! A password never stands in a snippet, only the place where it is read from or typed.

mod apache;
mod files;
mod haproxy;
mod hosts;
mod iis;
mod nginx;
mod page;
mod spring;
mod tomcat;
pub mod words;

pub use files::{Files, Keystore, PasswordInSnippet};

use crate::text::Lang;
use page::Page;

/// A server that a snippet can be made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Snippet {
    /// nginx: a server block.
    Nginx,
    /// Apache httpd 2.4: a virtual host.
    Apache,
    /// HAProxy: a frontend.
    HaProxy,
    /// Tomcat 8.5 and newer: a connector with SSLHostConfig.
    Tomcat,
    /// Tomcat 7 and 8.0: a connector with everything in its own attributes.
    TomcatOld,
    /// Spring Boot: application.properties.
    SpringBoot,
    /// IIS: import and binding in PowerShell.
    IisImport,
}

impl Snippet {
    /// All snippets in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::Nginx,
        Self::Apache,
        Self::HaProxy,
        Self::Tomcat,
        Self::TomcatOld,
        Self::SpringBoot,
        Self::IisImport,
    ];

    /// Whether its lines choose the TLS versions; on IIS Windows does.
    pub const fn chooses_tls_versions(self) -> bool {
        !matches!(self, Self::IisImport)
    }

    /// A short name that never changes, for the command line and for tests.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nginx => "nginx",
            Self::Apache => "apache",
            Self::HaProxy => "haproxy",
            Self::Tomcat => "tomcat",
            Self::TomcatOld => "tomcat7",
            Self::SpringBoot => "spring-boot",
            Self::IisImport => "iis",
        }
    }

    /// Whether these files are what this server takes.
    pub fn fits(self, files: &Files) -> bool {
        let keystore = files.keystore.as_ref();
        match self {
            Self::Nginx => files.certificates().is_some() && files.key.is_some(),
            Self::Apache => {
                let has_certificate = files.certificates().is_some() || files.leaf.is_some();
                has_certificate && files.key.is_some()
            }
            Self::HaProxy => files.combined.is_some(),
            Self::Tomcat | Self::TomcatOld | Self::SpringBoot => {
                keystore.is_some_and(Keystore::is_for_java)
            }
            Self::IisImport => keystore.is_some_and(Keystore::is_for_import),
        }
    }
}

/// The snippets that fit these files.
pub fn applicable(files: &Files) -> Vec<Snippet> {
    let fitting = |snippet: &Snippet| snippet.fits(files);
    Snippet::ALL.into_iter().filter(fitting).collect()
}

/// A finished snippet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// The server, as a heading.
    pub title: &'static str,
    /// Where the text goes, without full stop.
    pub file_hint: String,
    /// The text to paste; every line ends in a line feed.
    pub text: String,
    /// What to do and to know beside it, whole sentences.
    pub notes: Vec<String>,
}

/// The snippet for files that fit. TLS 1.2 and 1.3 are spoken; `is_old_tls_allowed` adds 1.0 and 1.1.
/// What cannot be written in a server's language has a stand-in in the text and a note that says so.
pub fn render(lang: Lang, snippet: Snippet, files: &Files, is_old_tls_allowed: bool) -> Rendered {
    let page = Page::new(lang, files, is_old_tls_allowed);
    match snippet {
        Snippet::Nginx => nginx::render(page),
        Snippet::Apache => apache::render(page),
        Snippet::HaProxy => haproxy::render(page),
        Snippet::Tomcat => tomcat::render(page),
        Snippet::TomcatOld => tomcat::render_old(page),
        Snippet::SpringBoot => spring::render(page),
        Snippet::IisImport => iis::render(page),
    }
}
