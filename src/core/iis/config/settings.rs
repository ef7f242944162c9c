//! `<system.webServer>`: in `applicationHost.config`, in its `location` blocks, and in `web.config`.

use roxmltree::Node;

use super::fault::{ConfigFault, ConfigFaultKind, OtherFile};
use super::model::{
    Condition, Filtering, HandlerChange, Location, MimeChange, Placed, Redirect, RewriteRule,
    ServerSettings,
};
use super::sites::{flag, named};
use super::source::Source;
use super::xml;

/// Reads a site's `web.config`: its own settings first, then those of its `location` blocks.
///
/// # Errors
/// See [`ConfigFault`].
pub fn web_config(source: &Source) -> Result<Vec<Location>, ConfigFault> {
    let (document, _) = xml::parse(source)?;
    let root = document.root_element();
    if root.tag_name().name() != "configuration" {
        let name = root.tag_name().name().chars().take(80).collect();
        let kind = ConfigFaultKind::WrongFile(OtherFile::Root(name));
        return Err(xml::at(source, root.range().start as u32, kind));
    }
    let own = named(root, "system.webServer").next();
    let mut all = vec![Location {
        path: "".into(),
        settings: own.map_or_else(ServerSettings::default, |own| read(source, own)),
    }];
    all.extend(locations(source, root));
    Ok(all)
}

/// The `location` blocks of a file that say anything of the web server.
pub(super) fn locations(source: &Source, root: Node<'_, '_>) -> Vec<Location> {
    let mut found = Vec::new();
    for node in named(root, "location") {
        let Some(server) = named(node, "system.webServer").next() else {
            continue;
        };
        let settings = read(source, server);
        if settings != ServerSettings::default() {
            found.push(Location {
                path: node.attribute("path").unwrap_or_default().into(),
                settings,
            });
        }
    }
    found
}

/// Reads one `<system.webServer>`.
pub(super) fn read(source: &Source, server: Node<'_, '_>) -> ServerSettings {
    let below = |path: &[&'static str]| find(server, path);
    let access = below(&["security", "access"]);
    let redirect = below(&["httpRedirect"]);
    let rules = below(&["rewrite", "rules"]);
    let content = below(&["staticContent"]);
    let handlers = below(&["handlers"]);
    ServerSettings {
        access: access.and_then(|node| {
            let words = node.attribute("sslFlags")?;
            let words = words
                .split(',')
                .map(|word| word.trim().to_ascii_lowercase().into());
            Some(placed(source, node, words.collect()))
        }),
        redirect: redirect.map(|node| {
            let value = Redirect {
                is_enabled: flag(node, "enabled").unwrap_or(false),
                destination: node.attribute("destination").unwrap_or_default().into(),
            };
            placed(source, node, value)
        }),
        rules: elements(rules)
            .filter(|node| node.tag_name().name() == "rule")
            .map(|node| placed(source, node, rule(node)))
            .collect(),
        mime: elements(content)
            .filter_map(|node| Some(placed(source, node, mime(node)?)))
            .collect(),
        filtering: below(&["security", "requestFiltering"])
            .map_or_else(Filtering::default, |node| filtering(source, node)),
        handlers: elements(handlers)
            .filter_map(|node| Some(placed(source, node, handler(node)?)))
            .collect(),
    }
}

fn find<'a>(from: Node<'a, 'a>, path: &[&'static str]) -> Option<Node<'a, 'a>> {
    path.iter()
        .try_fold(from, |node, name| named(node, name).next())
}

fn elements<'a>(node: Option<Node<'a, 'a>>) -> impl Iterator<Item = Node<'a, 'a>> {
    node.into_iter()
        .flat_map(|node| node.children().filter(Node::is_element))
}

fn placed<T>(source: &Source, node: Node<'_, '_>, value: T) -> Placed<T> {
    Placed {
        value,
        line: source.line(node.range().start as u32),
    }
}

fn rule(node: Node<'_, '_>) -> RewriteRule {
    let pattern = named(node, "match").next();
    let action = named(node, "action").next();
    let of = |node: Option<Node<'_, '_>>, name| -> Box<str> {
        node.and_then(|node| node.attribute(name))
            .unwrap_or_default()
            .into()
    };
    let conditions = named(node, "conditions").flat_map(|list| named(list, "add"));
    RewriteRule {
        name: node.attribute("name").unwrap_or_default().into(),
        is_enabled: flag(node, "enabled").unwrap_or(true),
        pattern: of(pattern, "url"),
        is_negated: pattern
            .and_then(|node| flag(node, "negate"))
            .unwrap_or(false),
        action: of(action, "type").to_ascii_lowercase().into(),
        url: of(action, "url"),
        conditions: conditions
            .map(|node| Condition {
                input: node.attribute("input").unwrap_or_default().into(),
                pattern: node.attribute("pattern").unwrap_or_default().into(),
                is_negated: flag(node, "negate").unwrap_or(false),
            })
            .collect(),
        stops: flag(node, "stopProcessing").unwrap_or(false),
    }
}

fn mime(node: Node<'_, '_>) -> Option<MimeChange> {
    let extension = || -> Option<Box<str>> {
        let extension = node.attribute("fileExtension")?;
        Some(extension.trim().to_ascii_lowercase().into())
    };
    match node.tag_name().name() {
        "mimeMap" => Some(MimeChange::Add(extension()?)),
        "remove" => Some(MimeChange::Remove(extension()?)),
        "clear" => Some(MimeChange::Clear),
        _ => None,
    }
}

fn handler(node: Node<'_, '_>) -> Option<HandlerChange> {
    let lower = |name| {
        node.attribute(name)
            .unwrap_or_default()
            .to_ascii_lowercase()
    };
    match node.tag_name().name() {
        "add" => Some(HandlerChange::Add {
            name: node.attribute("name").unwrap_or_default().into(),
            path: lower("path").into(),
            by: format!("{} {}", lower("modules"), lower("type"))
                .trim()
                .into(),
        }),
        "remove" => Some(HandlerChange::Remove(lower("name").into())),
        "clear" => Some(HandlerChange::Clear),
        _ => None,
    }
}

fn filtering(source: &Source, node: Node<'_, '_>) -> Filtering {
    let line = |node: Node<'_, '_>| source.line(node.range().start as u32);
    let refuses_others = |node: &Node<'_, '_>| flag(*node, "allowUnlisted") == Some(false);
    let extensions = named(node, "fileExtensions").next();
    let verbs = named(node, "verbs").next();
    let texts = |list: &'static str, attribute: &'static str| {
        named(node, list)
            .flat_map(|list| named(list, "add"))
            .filter_map(|add| Some(placed(source, add, add.attribute(attribute)?.into())))
            .collect()
    };
    let allows_get = |verbs: Node<'_, '_>| {
        named(verbs, "add").any(|add| {
            add.attribute("verb")
                .is_some_and(|verb| verb.eq_ignore_ascii_case("GET"))
                && flag(add, "allowed") != Some(false)
        })
    };
    Filtering {
        only_listed_extensions: extensions.filter(refuses_others).map(line),
        extensions: elements(extensions)
            .filter_map(|add| {
                let extension = add.attribute("fileExtension")?.to_ascii_lowercase();
                Some((extension.into(), flag(add, "allowed") != Some(false)))
            })
            .collect(),
        hidden_segments: texts("hiddenSegments", "segment"),
        denied_sequences: texts("denyUrlSequences", "sequence"),
        get_denied: verbs
            .filter(refuses_others)
            .filter(|verbs| !allows_get(*verbs))
            .map(line),
    }
}
