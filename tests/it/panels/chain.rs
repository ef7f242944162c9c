//! The chain panel by role and name: empty, a gap, a whole chain, the graph from the keyboard.

use std::sync::Arc;

use certwright::core::bundle::Source;
use certwright::state::chain::ChainAction;
use certwright::state::{Action, Language, OpenHow, Panel};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use zeroize::Zeroizing;

use super::stage::Stage;
use crate::fixture;
use crate::words::english_runs;

fn opened(language: Language, folder: &str) -> Stage {
    let mut stage = Stage::new(language);
    let files = std::fs::read_dir(fixture::folder(folder)).unwrap();
    let sources = files.map(|file| {
        let path = file.unwrap().path();
        Source::Memory {
            name: path.file_name().unwrap().to_string_lossy().into_owned(),
            bytes: Arc::new(Zeroizing::new(std::fs::read(&path).unwrap())),
        }
    });
    stage.push(Action::Open {
        sources: sources.collect(),
        how: OpenHow::Replace,
    });
    stage.push(Action::Show(Panel::Chain));
    stage.settle();
    stage
}

fn node(stage: &Stage, start: &str) -> bool {
    let starts = |label: Option<String>| label.is_some_and(|label| label.starts_with(start));
    stage
        .harness
        .query_all_by(|node| node.role() == Role::Button && starts(node.label()))
        .next()
        .is_some()
}

#[test]
fn without_files_the_panel_says_what_belongs_here() {
    let mut stage = Stage::new(Language::English);
    stage.push(Action::Show(Panel::Chain));
    stage
        .harness
        .get_by_role_and_label(Role::Button, "Open files…");
}

#[test]
fn every_node_says_its_name_state_and_issuer() {
    let stage = opened(Language::English, "broken/intermediate-missing");
    for start in [
        "Your certificate: shop.example.com, its issuer is missing, issued by",
        "Intermediate: Example Trust DV TLS CA 3, missing",
    ] {
        assert!(node(&stage, start), "{start}");
    }
}

#[test]
fn the_gap_names_the_host_that_a_download_contacts() {
    let stage = opened(Language::English, "broken/intermediate-missing");
    stage
        .harness
        .get_by_role_and_label(Role::Button, "Fetch from issuer…");
    stage.harness.get_by_label("contacts aia.example.net");
}

#[test]
fn arrow_keys_follow_the_edges() {
    let mut stage = opened(Language::English, "broken/intermediate-missing");
    let first = "Your certificate: shop.example.com";
    let starts = |label: Option<String>| label.is_some_and(|label| label.starts_with(first));
    stage
        .harness
        .get_by(|node| node.role() == Role::Button && starts(node.label()))
        .focus();
    stage.harness.run_steps(2);
    stage
        .harness
        .key_press_modifiers(Modifiers::NONE, Key::ArrowRight);
    stage.harness.run_steps(3);
    let focused = stage.harness.query_all_by(|node| node.is_focused()).next();
    let label = focused.and_then(|node| node.accesskit_node().label());
    let label = label.unwrap_or_default();
    assert!(label.starts_with("Intermediate:"), "{label}");
}

#[test]
fn a_certificate_of_the_graph_opens_beside_it() {
    let mut stage = opened(Language::English, "broken/intermediate-missing");
    stage.push(Action::Chain(ChainAction::Select(Some(0))));
    stage.settle();
    stage
        .harness
        .get_by_role_and_label(Role::Button, "Close the details");
}

#[test]
fn the_panel_speaks_chinese_throughout() {
    let stage = opened(Language::Chinese, "broken/intermediate-missing");
    let labels = stage.harness.query_all_by(|node| node.label().is_some());
    for node in labels {
        let label = node.accesskit_node().label().unwrap_or_default();
        let label = label
            .replace("Example Trust DV TLS CA", "")
            .replace("Example Trust Root", "");
        let runs = english_runs(&label);
        assert!(runs.is_empty(), "{label}: {runs:?}");
    }
}
