//! Text from certificates, files, DNS and pages is data everywhere: one function per dialect makes it so.
//!
//! Two families. What a person reads (HTML, CSV, XML, ICS) shows hidden characters first, see [`display`],
//! then quotes. What a machine runs (shells, server configuration) must carry the text unchanged, so it
//! refuses, with `None`, any text with hidden characters or without an exact quotation in that dialect.

mod apache;
mod appcmd;
mod certreq;
mod cmd;
mod csv;
mod display;
mod file_name;
mod haproxy;
#[cfg(test)]
mod hostile;
mod html;
mod ics;
mod json;
mod markup;
mod nginx;
mod openssl;
mod powershell;
mod properties;
mod server;
mod sh;
mod xml;

pub use apache::apache;
pub use appcmd::appcmd;
pub use certreq::certreq_inf;
pub use cmd::cmd;
pub use csv::csv;
pub use display::{display, short};
pub use file_name::file_name;
pub use haproxy::haproxy;
pub use html::{html, html_of_shown};
pub use ics::{ics, ics_line};
pub use json::json_text;
pub use nginx::nginx;
pub use openssl::openssl_config;
pub use powershell::powershell;
pub use properties::properties;
pub use sh::sh;
pub use xml::xml;

/// Whether a text holds nothing that [`display`] would have to make visible.
pub fn is_plain(text: &str) -> bool {
    matches!(display(text), std::borrow::Cow::Borrowed(_))
}
