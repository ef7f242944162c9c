//! The panel of IIS by role and name: empty, read, planned, applied, taken back, failed.

use std::collections::BTreeSet;
use std::process::Command;

use certwright::state::iis::IisAction;
use certwright::state::view::iis::flag;
use certwright::state::{Action, Language, Panel, Saving};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{AccessKitNode, NodeT, Queryable};

use super::stage::Stage;
use crate::fixture;
use crate::words::english_runs;

const CONFIG: &str = "/server/applicationHost.config";

/// A stage with the files of web-03 in `/server`, nothing read yet.
fn with_server(language: Language) -> Stage {
    let stage = Stage::new(language);
    for file in std::fs::read_dir(fixture::folder("iis/web-03")).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).unwrap();
        stage.inner().put(&format!("/server/{name}"), &bytes);
    }
    stage
}

fn scanned(language: Language) -> Stage {
    let mut stage = with_server(language);
    stage.push(Action::Iis(IisAction::Scan(vec!["/server".into()])));
    stage.settle();
    stage
}

fn starts(start: &str) -> impl Fn(&AccessKitNode<'_>) -> bool + use<> {
    let start = start.to_owned();
    move |node| node.label().is_some_and(|label| label.starts_with(&start))
}

fn mark(stage: &mut Stage, name: &str) {
    stage.click_role(Role::CheckBox, name);
    stage.settle();
}

fn planned(language: Language) -> Stage {
    let mut stage = scanned(language);
    let (shop, www) = match language {
        Language::English => ("Mark shop *:443:", "Mark www *:443:www.example.com"),
        Language::Chinese => ("勾选 shop *:443:", "勾选 www *:443:www.example.com"),
    };
    mark(&mut stage, shop);
    mark(&mut stage, www);
    stage
}

fn applied() -> Stage {
    let mut stage = planned(Language::English);
    stage.click("Apply…");
    stage.click("Apply");
    stage.settle();
    stage
}

#[test]
fn without_a_configuration_the_panel_says_what_belongs_here() {
    let mut stage = Stage::new(Language::English);
    stage.push(Action::Show(Panel::Iis));
    for name in [
        "Open configuration…",
        "Open a folder of listings…",
        "Copy the collecting script",
    ] {
        stage.harness.get_by_role_and_label(Role::Button, name);
    }
    let scan = "Scan this computer";
    assert!(stage.harness.query_by_label(scan).is_none());
}

#[test]
fn dropped_folder_is_read_where_the_panel_is_shown() {
    let stage = scanned(Language::English);
    assert_eq!(stage.inner().model.panel, Panel::Iis);
    stage.harness.get_by(|node| {
        node.role() == Role::Heading
            && node
                .label()
                .is_some_and(|label| label.contains("need attention"))
    });
    for row in ["shop, *:443:", "www, *:443:www.example.com"] {
        stage
            .harness
            .get_by(|node| node.role() == Role::Row && starts(row)(node));
    }
    let badge = stage.inner().views.badge(Panel::Iis);
    assert!(badge.is_some_and(|(_, count)| count != "0"));
}

#[test]
fn marked_bindings_make_a_plan_line_by_line() {
    let stage = planned(Language::English);
    stage.harness.get_by(|node| {
        node.role() == Role::Code
            && node.label().is_some_and(|label| {
                label.contains("applicationHost.config, line")
                    && label.contains("- bindingInformation=\"*:443:\"")
                    && label.contains("+ bindingInformation=\"*:443:shop.example.com\"")
            })
    });
    stage.harness.get_by(|node| {
        node.role() == Role::Code
            && node
                .label()
                .is_some_and(|label| label.contains("+ hostnameport=www.example.com:443"))
    });
    for check in [
        "File unchanged since the scan",
        "Certificates cover both host names",
        "No conflict with another binding",
    ] {
        stage.harness.get_by_label(check);
    }
    stage.harness.get_by_label("2 selected");
}

#[test]
fn file_that_changed_since_the_scan_is_not_written() {
    let mut stage = scanned(Language::English);
    let mut bytes = stage.inner().written(CONFIG);
    bytes.extend_from_slice(b"\n");
    stage.inner().put(CONFIG, &bytes);
    mark(&mut stage, "Mark shop *:443:");
    stage
        .harness
        .get_by_label("The file was changed since the scan: scan again before applying");
    stage.click("Apply…");
    assert!(stage.inner().model.dialog.is_none());
}

#[test]
fn plan_is_confirmed_applied_and_taken_back() {
    let mut stage = planned(Language::English);
    let before = stage.inner().written(CONFIG);
    stage.click("Apply…");
    stage
        .harness
        .get_by_role_and_label(Role::Dialog, "Apply the plan");
    stage
        .harness
        .get_by_label_contains("Run the commands as administrator");
    stage.click("Apply");
    stage.settle();
    let after = stage.inner().written(CONFIG);
    assert_ne!(before, after);
    let text = String::from_utf8_lossy(&after).into_owned();
    assert!(text.contains("*:443:shop.example.com"));
    stage.harness.get_by(starts("2 bindings changed"));
    // It was read again and nothing is marked any more.
    assert!(stage.inner().model.iis.marked.is_empty());
    stage.click("Undo");
    stage.settle();
    assert_eq!(stage.inner().written(CONFIG), before);
    stage
        .harness
        .get_by(starts("The file is as it was before plan"));
}

#[test]
fn history_lists_the_act_and_takes_it_back() {
    let mut stage = applied();
    stage.click("Dismiss");
    stage.click("History and undo");
    stage.settle();
    stage
        .harness
        .get_by_role_and_label(Role::Dialog, "History and undo");
    stage.harness.get_by_label("in force");
    stage.click("Undo");
    stage.settle();
    stage
        .harness
        .get_by(starts("The file is as it was before plan"));
}

#[test]
fn arrows_move_space_marks_and_enter_opens() {
    let mut stage = scanned(Language::English);
    stage
        .harness
        .get_by(|node| node.role() == Role::Row && starts("shop, *:443:")(node))
        .focus();
    stage.settle();
    let press = |stage: &mut Stage, key: Key| {
        stage.harness.key_press_modifiers(Modifiers::NONE, key);
        stage.settle();
    };
    press(&mut stage, Key::Space);
    press(&mut stage, Key::ArrowDown);
    press(&mut stage, Key::Space);
    assert_eq!(stage.inner().model.iis.marked.len(), 2);
    press(&mut stage, Key::Enter);
    assert!(stage.inner().model.iis.open.is_some());
    stage
        .harness
        .get_by_role_and_label(Role::Button, "Close the details");
}

#[test]
fn many_are_marked_by_filter_and_the_box_in_the_head() {
    let mut stage = scanned(Language::English);
    stage.type_into(Role::TextInput, "443");
    stage.click_role(Role::CheckBox, "Mark all that are shown");
    stage.settle();
    let all: BTreeSet<_> = stage.inner().model.iis.marked.clone();
    assert_eq!(all.len(), 7);
    stage.click_role(Role::CheckBox, "Mark all that are shown");
    stage.settle();
    assert!(stage.inner().model.iis.marked.is_empty());
}

#[test]
fn details_say_which_entry_answers_and_why() {
    let mut stage = scanned(Language::English);
    let at = certwright::core::iis::plan::BindingAt {
        site: 1,
        binding: 1,
    };
    stage.push(Action::Iis(IisAction::Open(Some(at))));
    stage.settle();
    stage.harness.get_by_label("with SNI");
    stage.harness.get_by_label("without SNI");
    stage.harness.get_by_role_and_label(Role::Button, "Change…");
}

#[test]
fn binding_is_changed_by_hand() {
    let mut stage = scanned(Language::English);
    let at = certwright::core::iis::plan::BindingAt {
        site: 3,
        binding: 0,
    };
    stage.push(Action::Iis(IisAction::AskEdit(at)));
    stage.settle();
    stage.click_role(Role::CheckBox, "no HTTP/2");
    stage.click("Put into the plan");
    stage.settle();
    assert_eq!(stage.inner().model.iis.edits.len(), 1);
    stage.harness.get_by(|node| {
        node.role() == Role::Code
            && node
                .label()
                .is_some_and(|label| label.contains("+ sslFlags=\"5\""))
    });
}

#[test]
fn configuration_that_is_none_is_explained_and_another_is_offered() {
    let mut stage = Stage::new(Language::English);
    stage
        .inner()
        .put("/server/applicationHost.config", b"<configuration><oops");
    stage.push(Action::Iis(IisAction::Scan(vec![CONFIG.into()])));
    stage.settle();
    stage
        .harness
        .get_by_role_and_label(Role::Button, "Run again");
    stage.click("Dismiss");
    stage
        .harness
        .get_by_role_and_label(Role::Button, "Open a folder of listings…");
}

#[test]
fn reading_shows_its_stage_and_can_be_cancelled() {
    let mut stage = with_server(Language::English);
    stage.inner().is_holding = true;
    stage.push(Action::Iis(IisAction::Scan(vec!["/server".into()])));
    stage.wait();
    let job = stage.inner().model.jobs[0].number;
    stage
        .harness
        .get_all_by_role(Role::ProgressIndicator)
        .next()
        .expect("a bar");
    stage.push(Action::FinishJob {
        job,
        outcome: certwright::core::op::Outcome::Cancelled,
    });
    stage.harness.get_by(starts("Stopped"));
}

#[test]
fn script_plan_and_copy_are_written_from_the_plan() {
    for (what, path, part) in [
        (Saving::IisScript, "/out/plan.ps1", "hostnameport="),
        (Saving::IisPlan, "/out/plan.json", "certwright-iis-plan"),
        (Saving::IisCopy, "/out/a.config", "*:443:shop.example.com"),
    ] {
        let mut stage = planned(Language::English);
        stage.push(Action::SaveTo {
            what,
            path: path.into(),
            replace: false,
        });
        stage.settle();
        let written = stage.inner().written(path);
        let text = String::from_utf8_lossy(&written).into_owned();
        assert!(text.contains(part), "{path}: {text}");
    }
}

#[test]
fn panel_speaks_chinese_throughout() {
    let mut stages = vec![planned(Language::Chinese)];
    let mut empty = Stage::new(Language::Chinese);
    empty.push(Action::Show(Panel::Iis));
    stages.push(empty);
    let mut asked = planned(Language::Chinese);
    asked.push(Action::Iis(IisAction::AskApply));
    asked.settle();
    stages.push(asked);
    for stage in &stages {
        let labels = stage.harness.query_all_by(|node| node.label().is_some());
        for node in labels {
            let label = node.accesskit_node().label().unwrap_or_default();
            // Commands and lines of the file stay as they are.
            if node.accesskit_node().role() == Role::Code || label.starts_with("netsh ") {
                continue;
            }
            let label = label.replace("netsh http show sslcert", "");
            let runs = english_runs(&label);
            assert!(runs.is_empty(), "{label}: {runs:?}");
        }
    }
}

fn help(verb: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_certwright-cli"))
        .args(["iis", verb, "--help", "--lang", "en"])
        .output()
        .expect("the program runs");
    String::from_utf8(output.stdout).expect("help is text")
}

/// The long flags that a help lists at the start of a line.
fn listed(help: &str) -> BTreeSet<String> {
    let lines = help.lines().map(str::trim_start);
    let flags = lines.filter(|line| line.starts_with('-'));
    flags
        .flat_map(|line| line.split(|char: char| char.is_whitespace() || ",[]=".contains(char)))
        .filter(|word| word.starts_with("--"))
        .map(str::to_owned)
        .collect()
}

#[test]
fn flags_of_controls_and_of_the_command_line_are_the_same() {
    let helps = ["scan", "plan", "apply", "undo", "history", "script"].map(help);
    let known: BTreeSet<String> = helps.iter().flat_map(|help| listed(help)).collect();
    for flag in flag::ALL {
        assert!(known.contains(flag), "{flag} is not in the help");
    }
    for flag in &known {
        let is_here = flag::ALL.contains(&flag.as_str())
            || flag::ELSEWHERE.iter().any(|(other, _)| other == flag);
        assert!(
            is_here,
            "{flag} has no control and no reason for having none"
        );
    }
    for verb in flag::VERBS {
        assert!(!help(verb).is_empty(), "{verb}");
    }
}
