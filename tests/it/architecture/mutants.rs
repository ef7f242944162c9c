//! Proves that every rule bites: sources that break exactly one, and harmless ones beside them.

use super::rules::{File, MOST_LINES, module_of};
use super::source::Source;

#[track_caller]
fn assert_breaks(rule: &str, path: &str, body: &str) {
    let found = File::check(path, &format!("//! A mutant.\n{body}\n"), &[]);
    let rules: Vec<&str> = found.iter().map(|violation| violation.rule).collect();
    assert_eq!(rules, [rule], "{path}: {body}: {found:?}");
}

#[track_caller]
fn assert_keeps(path: &str, body: &str) {
    let found = File::check(path, &format!("//! No mutant.\n{body}\n"), &[]);
    assert!(found.is_empty(), "{path}: {body}: {found:?}");
}

#[test]
fn path_against_the_direction_is_found() {
    for body in [
        "use crate::state::Model;",
        "use crate::{bundle, core::{self, finding}, text::en};",
        "fn f() -> crate::ui::Tokens { todo }",
        "macro_rules! m { () => { $crate::jobs::Runner::new() } }",
        "fn f() { println!(\"{}\", crate::platform::place()); }",
        "use super::super::super::platform;",
        "use super::super::{super::platform::files};",
        "mod inner { use super::super::super::super::text::Words; }",
        "use self::super::super::super::cli::args;",
        "use crate::*;",
        "use crate as root;",
        "use super::super::super as root;",
        "#[cfg(test)] mod tests { use crate::state::Model; }",
    ] {
        assert_breaks("direction", "core/bundle/story.rs", body);
    }
    assert_breaks("direction", "state/apply/mod.rs", "use crate::text::Words;");
    assert_breaks("direction", "state/mod.rs", "use crate::jobs::Runner;");
    assert_breaks("direction", "jobs/mod.rs", "use crate::platform::Machine;");
    assert_breaks(
        "direction",
        "text/report.rs",
        "use crate::state::view::Story;",
    );
    assert_breaks("direction", "cli/mod.rs", "use crate::state::Model;");
    assert_breaks(
        "direction",
        "ui/panels/bundle.rs",
        "use crate::platform::files;",
    );
    assert_breaks(
        "direction",
        "ui/panels/bundle.rs",
        "fn f() { crate::core::op::run(); }",
    );
    assert_breaks(
        "direction",
        "ui/shell.rs",
        "use crate::core::{env::Env, finding};",
    );
    assert_breaks(
        "direction",
        "bin/certwright-cli.rs",
        "use certwright::ui::shell;",
    );
    assert_breaks("layer", "helpers/mod.rs", "pub fn f() {}");
}

#[test]
fn path_along_the_direction_is_fine() {
    assert_keeps(
        "core/bundle/story.rs",
        "use super::super::finding::Finding; use crate::core::op;",
    );
    assert_keeps(
        "core/bundle/story.rs",
        "// use crate::ui;\n/* crate::ui /* */ */ const A: &str = \"crate::ui::x\";",
    );
    assert_keeps(
        "core/bundle/story.rs",
        "pub(crate) fn f<'a>(x: &'a str) -> char { '\\'' } pub(super) struct A;",
    );
    assert_keeps("core/mod.rs", "mod inner { use super::finding; }");
    assert_keeps(
        "state/view/story.rs",
        "use crate::{core::finding, text::Words, state::Model};",
    );
    assert_keeps(
        "ui/panels/bundle.rs",
        "use crate::core::op::Request; use crate::state::view; use super::super::tokens;",
    );
    assert_keeps("app.rs", "use crate::{jobs, platform, ui};");
    assert_keeps("cli/mod.rs", "use crate::text; use std::process::ExitCode;");
}

#[test]
fn forbidden_names_in_core_are_found() {
    for (rule, body) in [
        ("crate", "use egui::Color32;"),
        ("crate", "fn f(_: &eframe::Frame) {}"),
        ("crate", "fn f() { tokio::spawn(async {}); }"),
        ("outside", "use std::fs;"),
        ("outside", "use std::{collections::BTreeMap, fs::File};"),
        ("outside", "fn f() { let _ = std::fs::read(\"x\"); }"),
        ("outside", "fn f() { let _ = ::std::thread::current(); }"),
        ("outside", "use std::net::{IpAddr, TcpStream};"),
        ("outside", "use std::net::*;"),
        ("outside", "use std::process::Command;"),
        ("clock", "fn f(_: std::time::SystemTime) {}"),
        ("clock", "use std::time::{Duration, Instant};"),
        ("clock", "fn f() { let _ = jiff::Timestamp::now(); }"),
        ("system", "#[cfg(windows)] fn f() {}"),
        ("system", "#[cfg(not(target_os = \"linux\"))] fn f() {}"),
        ("system", "fn f() -> bool { cfg!(unix) }"),
    ] {
        assert_breaks(rule, "core/sniff.rs", body);
    }
    assert_breaks(
        "outside",
        "ui/shell.rs",
        "fn f() { std::thread::spawn(|| ()); }",
    );
    assert_breaks("crate", "state/mod.rs", "use egui::Vec2;");
    assert_breaks(
        "system",
        "ui/shell.rs",
        "#[cfg(target_os = \"windows\")] fn f() {}",
    );
}

#[test]
fn harmless_names_in_core_are_fine() {
    assert_keeps(
        "core/sniff.rs",
        "use std::net::{IpAddr, Ipv6Addr}; use std::time::Duration;",
    );
    assert_keeps(
        "core/sniff.rs",
        "#[cfg(test)] mod tests { use std::fs; use std::time::Instant; }",
    );
    assert_keeps(
        "core/sniff.rs",
        "fn f(env: &Env) -> Timestamp { env.clock.now() }",
    );
    assert_keeps(
        "platform/files.rs",
        "use std::fs; #[cfg(windows)] mod windows;",
    );
}

#[test]
fn test_code_may_reach_outside() {
    for mark in [
        "#[cfg(test)] pub mod names;",
        "#[cfg(all(test, unix))]\n#[path = \"x.rs\"] mod names;",
    ] {
        assert_eq!(Source::read(mark).test_files, ["names"], "{mark}");
    }
    assert!(
        Source::read("#[cfg(not(test))] mod names; mod other;")
            .test_files
            .is_empty()
    );
    let body = "//! Test code.\nuse std::process::Command;\n";
    let module = module_of("text/foreign/names.rs");
    assert!(File::check("text/foreign/names.rs", body, &[module]).is_empty());
    assert_eq!(File::check("text/foreign/names.rs", body, &[]).len(), 1);
}

#[test]
fn colours_outside_the_tokens_are_found() {
    for body in [
        "fn f() -> Color32 { Color32::from_rgb(1, 2, 3) }",
        "fn f() -> Color32 { egui::Color32::RED }",
        "const BRAND: &str = \"#1f6feb\";",
        "const BRAND: &str = r#\"fill: #1f6febff;\"#;",
    ] {
        assert_breaks("colour", "ui/widgets/card.rs", body);
    }
    assert_keeps("ui/tokens.rs", "const BRAND: &str = \"#1f6feb\";");
    assert_keeps(
        "ui/widgets/card.rs",
        "const A: &str = \"#[derive]\"; fn f() { Color32::TRANSPARENT; }",
    );
}

#[test]
fn unsafe_outside_its_home_or_without_reason_is_found() {
    assert_breaks(
        "unsafe",
        "jobs/mod.rs",
        "// SAFETY: none\nfn f() { unsafe { g() } }",
    );
    assert_breaks(
        "safety",
        "platform/windows/store.rs",
        "fn f() { unsafe { g() } }",
    );
    assert_keeps(
        "platform/windows/store.rs",
        "fn f() {\n    // SAFETY: g has no conditions.\n    unsafe { g() }\n}",
    );
}

#[test]
fn long_or_nameless_file_is_found() {
    assert_breaks("length", "core/sniff.rs", &"\n".repeat(MOST_LINES));
    let rules: Vec<&str> = File::check("core/sniff.rs", "fn f() {}\n", &[])
        .iter()
        .map(|found| found.rule)
        .collect();
    assert_eq!(rules, ["header"]);
}
