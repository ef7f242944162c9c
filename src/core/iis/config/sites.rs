//! `<system.applicationHost><sites>`.

use roxmltree::{Document, Node};

use super::fault::{ConfigFault, ConfigFaultKind, OtherFile};
use super::model::{Application, Binding, Configuration, FlagsWritten, Hsts, Site, SiteDefaults};
use super::settings;
use super::source::Source;
use super::xml::{self, Span, value_span};
use crate::core::iis::binding::Endpoint;
use crate::core::iis::flags::SslFlags;

/// Reads `applicationHost.config`, or a file that holds its `<sites>` alone.
///
/// # Errors
/// See [`ConfigFault`]; a file without a part of IIS is refused as the other file that it is.
pub fn read(source: &Source) -> Result<Configuration, ConfigFault> {
    let (document, survey) = xml::parse(source)?;
    let root = document.root_element();
    let Some(sites) = sites_of(root) else {
        let kind = ConfigFaultKind::WrongFile(other_file(&document));
        return Err(xml::at(source, root.range().start as u32, kind));
    };
    let defaults = site_defaults(source, sites);
    let is_web_server = |node: &Node<'_, '_>| node.has_tag_name("system.webServer");
    let settings_of = |node: Node<'_, '_>| {
        let server = node.children().find(is_web_server);
        server.map_or_else(Default::default, |server| settings::read(source, server))
    };
    Ok(Configuration {
        sites: named(sites, "site")
            .map(|node| site(source, node, &defaults))
            .collect(),
        locations: settings::locations(source, root),
        server: settings_of(root),
        sites_in: sites.attribute("configSource").map(Into::into),
        elsewhere: elsewhere(survey.sources, sites),
        encrypted: survey.encrypted,
        defaults,
    })
}

fn sites_of<'a>(root: Node<'a, 'a>) -> Option<Node<'a, 'a>> {
    if root.has_tag_name("sites") {
        return Some(root);
    }
    if !root.has_tag_name("configuration") {
        return None;
    }
    let mut parts = named(root, "system.applicationHost");
    parts.find_map(|part| named(part, "sites").next())
}

/// Elements of a name directly below.
pub(super) fn named<'a>(
    node: Node<'a, 'a>,
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'a>> {
    node.children()
        .filter(move |child| child.is_element() && child.tag_name().name() == name)
}

fn other_file(document: &Document<'_>) -> OtherFile {
    let root = document.root_element();
    if root.tag_name().name() != "configuration" {
        let name = root.tag_name().name();
        return OtherFile::Root(name.chars().take(80).collect());
    }
    let has = |name: &'static str| named(root, name).next().is_some();
    if has("configurationRedirection") {
        OtherFile::Redirection
    } else if has("moduleProviders") || has("administratorsProviders") {
        OtherFile::Administration
    } else if has("system.webServer") || has("system.web") || has("location") || has("appSettings")
    {
        OtherFile::WebConfig
    } else {
        OtherFile::NoIis
    }
}

fn site_defaults(source: &Source, sites: Node<'_, '_>) -> SiteDefaults {
    let Some(defaults) = named(sites, "siteDefaults").next() else {
        return SiteDefaults::default();
    };
    let bindings = named(defaults, "bindings").flat_map(|list| named(list, "binding"));
    let hsts = named(defaults, "hsts").next();
    SiteDefaults {
        auto_start: flag(defaults, "serverAutoStart"),
        bindings: bindings.map(|node| binding(source, node)).collect(),
        hsts: hsts.and_then(|hsts| flag(hsts, "enabled")),
    }
}

fn site(source: &Source, node: Node<'_, '_>, defaults: &SiteDefaults) -> Site {
    let list = named(node, "bindings").next();
    let is_cleared = list.is_some_and(|list| named(list, "clear").next().is_some());
    let bindings = named(node, "bindings").flat_map(|list| named(list, "binding"));
    let auto_start = flag(node, "serverAutoStart").or(defaults.auto_start);
    let offset =
        value_span(&source.text, node, "name").map_or(node.range().start as u32, |span| span.start);
    Site {
        name: node.attribute("name").unwrap_or_default().into(),
        id: node.attribute("id").and_then(|id| id.trim().parse().ok()),
        auto_start: auto_start.unwrap_or(true),
        applications: named(node, "application").map(application).collect(),
        bindings: bindings.map(|node| binding(source, node)).collect(),
        inherits_bindings: !is_cleared,
        hsts: hsts(node, defaults),
        span: Span::of(node),
        bindings_span: list.map(Span::of),
        line: source.line(offset),
    }
}

fn hsts(site: Node<'_, '_>, defaults: &SiteDefaults) -> Hsts {
    let own = named(site, "hsts").next();
    let own_flag = |name| own.and_then(|own| flag(own, name));
    Hsts {
        is_enabled: own_flag("enabled").or(defaults.hsts).unwrap_or(false),
        redirects: own_flag("redirectHttpToHttps").unwrap_or(false),
    }
}

fn application(node: Node<'_, '_>) -> Application {
    let root = named(node, "virtualDirectory")
        .find(|folder| folder.attribute("path").is_none_or(|path| path == "/"));
    Application {
        path: node.attribute("path").unwrap_or("/").into(),
        pool: node.attribute("applicationPool").map(Into::into),
        folder: root
            .and_then(|root| root.attribute("physicalPath"))
            .map(Into::into),
    }
}

fn binding(source: &Source, node: Node<'_, '_>) -> Binding {
    let protocol = node.attribute("protocol").unwrap_or_default();
    let information = node.attribute("bindingInformation").unwrap_or_default();
    let is_web = protocol.eq_ignore_ascii_case("http") || protocol.eq_ignore_ascii_case("https");
    let span = Span::of(node);
    Binding {
        protocol: protocol.into(),
        information: information.into(),
        endpoint: is_web.then(|| Endpoint::parse(information)),
        flags: flags(node.attribute("sslFlags")),
        information_span: value_span(&source.text, node, "bindingInformation"),
        flags_span: value_span(&source.text, node, "sslFlags"),
        line: source.line(span.start),
        span,
    }
}

/// IIS_schema.xml calls it a `uint`. The words that `access` takes (`Ssl`) are never valid here.
fn flags(written: Option<&str>) -> FlagsWritten {
    let Some(written) = written else {
        return FlagsWritten::Known(SslFlags::default());
    };
    let bare = written.trim();
    let number = match bare.strip_prefix("0x").or_else(|| bare.strip_prefix("0X")) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => bare.parse(),
    };
    match number {
        Ok(number) => FlagsWritten::Known(SslFlags(number)),
        Err(_) => FlagsWritten::NotNumber(written.into()),
    }
}

/// A truth value of the schema: `true` or `false`.
pub(super) fn flag(node: Node<'_, '_>, name: &str) -> Option<bool> {
    match node.attribute(name)?.trim().to_ascii_lowercase().as_str() {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    }
}

/// Parts that lie in files of their own, the sites left out.
fn elsewhere(sources: Vec<(usize, Box<str>)>, sites: Node<'_, '_>) -> Vec<Box<str>> {
    let own = sites.range().start;
    let others = sources.into_iter().filter(|(start, _)| *start != own);
    others.map(|(_, file)| file).collect()
}
