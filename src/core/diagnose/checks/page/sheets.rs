//! The style sheets of a page, and those that they import.

use std::collections::HashSet;

use url::Url;

use super::ask::{Answered, Post};
use super::parts::{Part, Reading};
use super::read::packed;
use crate::core::env::WebUrl;
use crate::core::limits;
use crate::core::page::address::asked;
use crate::core::page::{Use, css, decoded};
use crate::core::progress::Cancelled;

/// Reads the style sheets that browsers load, level by level, and adds what they load.
pub fn read(post: &mut Post<'_>, reading: &mut Reading) -> Result<(), Cancelled> {
    let mut seen: HashSet<String> = HashSet::new();
    let mut from = 0;
    for _ in 0..=limits::PAGE_IMPORTS {
        let upgrades = reading.policy.upgrades;
        let linked = reading.parts.iter().skip(from);
        let mut urls: Vec<WebUrl> = Vec::new();
        for part in linked.filter(|part| part.used == Use::StyleSheet) {
            urls.extend(loaded(part, upgrades).filter(|url| seen.insert(url.to_string())));
        }
        from = reading.parts.len();
        let most = limits::PAGE_SHEETS.saturating_sub(reading.sheets + reading.left_out.sheets);
        reading.left_out.sheets += urls.len().saturating_sub(most);
        urls.truncate(most);
        if urls.is_empty() {
            return Ok(());
        }
        let wanted = urls.len();
        let mut read = 0;
        for (url, answer) in post.sheets(urls)? {
            read += usize::from(added(reading, &(url, answer)));
        }
        reading.sheets += read;
        reading.left_out.sheets += wanted - read;
    }
    let is_further = |part: &&Part| part.used == Use::StyleSheet;
    reading.left_out.sheets += reading.parts.iter().skip(from).filter(is_further).count();
    Ok(())
}

/// Where browsers load a style sheet from; over http they do not.
fn loaded(part: &Part, upgrades: bool) -> Option<WebUrl> {
    match part.target.is_insecure() {
        false => asked(&part.target.url),
        true if upgrades => asked(&part.target.over_https()?),
        true => None,
    }
}

/// Adds what a style sheet loads; whether it is one.
fn added(reading: &mut Reading, (url, answer): &Answered) -> bool {
    let kind = answer.content_type.as_deref().unwrap_or("text/css");
    let is_css = kind.trim().to_ascii_lowercase().starts_with("text/css");
    let is_read = (200..300).contains(&answer.status) && is_css && packed(answer).is_none();
    if let Ok(url) = Url::parse(&url.to_string())
        && is_read
    {
        let text = decoded(&answer.body, answer.content_type.as_deref());
        reading.add(&css(&text), &url, &url);
        return true;
    }
    false
}
