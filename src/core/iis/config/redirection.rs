//! `redirection.config`: whether this server's configuration lies on a share instead. The account and
//! password in it are never taken out of the file.

use serde::Serialize;

use super::fault::{ConfigFault, ConfigFaultKind, OtherFile};
use super::sites::{flag, named};
use super::source::Source;
use super::xml;

/// What `redirection.config` says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Redirection {
    /// Whether it counts.
    pub is_enabled: bool,
    /// The folder or share that holds the configuration in force.
    pub folder: Box<str>,
    /// Whether an account is named for it.
    pub has_account: bool,
    /// Its line.
    pub line: u32,
}

/// Reads `redirection.config`; without the element nothing is redirected.
///
/// # Errors
/// See [`ConfigFault`].
pub fn read(source: &Source) -> Result<Redirection, ConfigFault> {
    let (document, _) = xml::parse(source)?;
    let root = document.root_element();
    if root.tag_name().name() != "configuration" {
        let name = root.tag_name().name().chars().take(80).collect();
        let kind = ConfigFaultKind::WrongFile(OtherFile::Root(name));
        return Err(xml::at(source, root.range().start as u32, kind));
    }
    let node = named(root, "configurationRedirection").next();
    let has = |name| {
        node.and_then(|node| node.attribute(name))
            .is_some_and(|value| !value.is_empty())
    };
    Ok(Redirection {
        is_enabled: node.and_then(|node| flag(node, "enabled")).unwrap_or(false),
        folder: node
            .and_then(|node| node.attribute("path"))
            .unwrap_or_default()
            .into(),
        has_account: has("userName") || has("password"),
        line: node.map_or(1, |node| source.line(node.range().start as u32)),
    })
}
