//! Which attribute of which tag names an address, and what for.

use html5gum::HtmlString;
use html5gum::emitters::default::StartTag;

use super::{is, value};
use crate::core::page::Use;

/// What an attribute is.
pub enum Named {
    /// Of no interest.
    Nothing,
    /// One address.
    One(Use, &'static str),
    /// Addresses of images to choose from.
    Set(&'static str),
    /// Declarations of style.
    Style,
    /// What a `<meta>` says.
    Meta,
}

/// Files that are saved or run, not shown.
const FILES: &[&str] = &[
    "7z", "apk", "appx", "bat", "bin", "cab", "cmd", "deb", "dmg", "exe", "gz", "img", "iso",
    "jar", "msi", "msix", "pkg", "ps1", "rar", "rpm", "run", "scr", "sh", "tar", "tgz", "vbs",
    "xz", "zip",
];

/// What an attribute of a tag is.
pub fn named(tag: &StartTag<usize>, name: &HtmlString, in_picture: bool) -> Named {
    use Named::{Meta, Nothing, One, Set, Style};
    let form = Use::Form {
        has_password: false,
    };
    match (tag.name.as_slice(), name.as_slice()) {
        (_, b"style") => Style,
        (b"script", b"src") if runs(tag) => One(Use::Script, "<script src>"),
        (b"script", b"href" | b"xlink:href") if runs(tag) => One(Use::Script, "<script href>"),
        (b"link", b"href") => linked(tag),
        (b"link", b"imagesrcset") => Set("<link imagesrcset>"),
        (b"img", b"srcset") => Set("<img srcset>"),
        (b"source", b"srcset") => Set("<source srcset>"),
        (b"img", b"src") => match in_picture || tag.attributes.contains_key(b"srcset".as_slice()) {
            true => One(Use::ImageSet, "<img src>"),
            false => One(Use::Image, "<img src>"),
        },
        (b"source", b"src") if !in_picture => One(Use::Media, "<source src>"),
        (b"audio", b"src") => One(Use::Media, "<audio src>"),
        (b"video", b"src") => One(Use::Media, "<video src>"),
        (b"video", b"poster") => One(Use::Image, "<video poster>"),
        (b"track", b"src") => One(Use::Other, "<track src>"),
        (b"iframe", b"src") => One(Use::Frame, "<iframe src>"),
        (b"frame", b"src") => One(Use::Frame, "<frame src>"),
        (b"embed", b"src") => One(Use::Plugin, "<embed src>"),
        (b"object", b"data") => One(Use::Plugin, "<object data>"),
        (b"input", b"src") if is(tag, "type", "image") => One(Use::Image, "<input src>"),
        (b"body", b"background") => One(Use::Image, "<body background>"),
        (b"table" | b"thead" | b"tbody" | b"tfoot" | b"tr" | b"td" | b"th", b"background") => {
            One(Use::Image, "<table background>")
        }
        (b"image" | b"feimage", b"href" | b"xlink:href") => One(Use::Image, "<image href>"),
        (b"use", b"href" | b"xlink:href") => One(Use::Other, "<use href>"),
        (b"form", b"action") => One(form, "<form action>"),
        (b"button", b"formaction") => One(form, "<button formaction>"),
        (b"input", b"formaction") => One(form, "<input formaction>"),
        (b"a" | b"area", b"href") if saves(tag) => One(Use::Download, "<a href>"),
        (b"meta", b"content") => Meta,
        _ => Nothing,
    }
}

/// Whether a script is one to browsers of today, and no data.
fn runs(tag: &StartTag<usize>) -> bool {
    let kind = value(tag, "type").unwrap_or_default().to_ascii_lowercase();
    let kind = kind.trim();
    let is_script = kind.is_empty()
        || kind == "module"
        || ["javascript", "ecmascript", "jscript", "livescript"]
            .iter()
            .any(|one| kind.contains(one));
    is_script && !tag.attributes.contains_key(b"nomodule".as_slice())
}

/// What a `<link>` is for, by its `rel`.
fn linked(tag: &StartTag<usize>) -> Named {
    let rel = value(tag, "rel").unwrap_or_default().to_ascii_lowercase();
    let has = |wanted: &[&str]| {
        rel.split_ascii_whitespace()
            .any(|one| wanted.contains(&one))
    };
    let is_image = || is(tag, "as", "image");
    if has(&["stylesheet"]) {
        Named::One(Use::StyleSheet, "<link rel=stylesheet>")
    } else if has(&["modulepreload"]) {
        Named::One(Use::Script, "<link rel=modulepreload>")
    } else if has(&["preload", "prefetch"]) {
        let used = if is_image() { Use::Image } else { Use::Other };
        Named::One(used, "<link rel=preload>")
    } else if has(&[
        "icon",
        "apple-touch-icon",
        "apple-touch-icon-precomposed",
        "mask-icon",
    ]) {
        Named::One(Use::Image, "<link rel=icon>")
    } else if has(&["manifest"]) {
        Named::One(Use::Other, "<link rel=manifest>")
    } else {
        Named::Nothing
    }
}

/// Whether a link saves a file, by its `download` or the end of its path.
fn saves(tag: &StartTag<usize>) -> bool {
    let href = value(tag, "href").unwrap_or_default();
    let path = href.split(['?', '#']).next().unwrap_or_default();
    let path = path.split_once("://").map_or(path, |(_, rest)| rest);
    let file = path.rsplit_once('/').map(|(_, file)| file);
    let end = file
        .and_then(|file| file.rsplit_once('.'))
        .map(|(_, end)| end);
    tag.attributes.contains_key(b"download".as_slice())
        || end.is_some_and(|end| FILES.iter().any(|one| end.trim().eq_ignore_ascii_case(one)))
}
