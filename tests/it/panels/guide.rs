//! The guide by role and name: search, open and back, the interview and its advice, both languages.

use certwright::core::guide::interview::{Control, Names, Owner, Reply};
use certwright::core::guide::{entries, entry};
use certwright::state::guide::GuideAction;
use certwright::state::{Action, Language, Panel};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use super::stage::Stage;
use crate::words::english_runs;

fn shown(language: Language) -> Stage {
    let mut stage = Stage::new(language);
    stage.push(Action::Show(Panel::Guide));
    stage.settle();
    stage
}

fn rows(stage: &Stage, start: &str) -> usize {
    let starts = |label: Option<String>| label.is_some_and(|label| label.starts_with(start));
    let found = stage
        .harness
        .query_all_by(|node| node.role() == Role::Button && starts(node.label()));
    found.count()
}

fn press(stage: &mut Stage, key: Key) {
    stage.harness.key_press_modifiers(Modifiers::NONE, key);
    stage.settle();
}

fn type_query(stage: &mut Stage, text: &str) {
    // The search has the focus from the start.
    let search = stage.harness.get_by_role(Role::TextInput);
    assert!(search.is_focused());
    search.type_text(text);
    stage.settle();
}

#[test]
fn the_guide_shows_questions_options_and_advice() {
    let stage = shown(Language::English);
    for name in ["Find the right certificate", "What fits", "Why"] {
        stage.harness.get_by_role_and_label(Role::Heading, name);
    }
    for question in ["Who owns the site", "Which names", "How soon"] {
        stage
            .harness
            .get_by_role_and_label(Role::RadioGroup, question);
    }
    stage.harness.get_by_label("OV, organisation validation");
    assert_eq!(rows(&stage, "What does a wildcard cover?"), 1);
}

#[test]
fn typing_finds_answers_and_enter_opens_the_first() {
    let mut stage = shown(Language::English);
    type_query(&mut stage, "wildcard cover");
    assert_eq!(rows(&stage, "How do I enable IIS?"), 0);
    press(&mut stage, Key::Enter);
    let open = stage.inner().model.guide.open.map(|entry| entry.id);
    assert_eq!(open, Some("q09"));
    stage
        .harness
        .get_by_role_and_label(Role::Heading, "Next step");
    press(&mut stage, Key::Escape);
    assert!(stage.inner().model.guide.open.is_none());
    // What was typed is still there.
    assert_eq!(stage.inner().desk.drafts.guide.query, "wildcard cover");
}

#[test]
fn arrows_choose_among_the_answers_that_were_found() {
    let mut stage = shown(Language::English);
    type_query(&mut stage, "IIS");
    press(&mut stage, Key::ArrowDown);
    let second = stage.inner().desk.drafts.guide.found()[1].id;
    press(&mut stage, Key::Enter);
    let open = stage.inner().model.guide.open.map(|entry| entry.id);
    assert_eq!(open, Some(second));
}

#[test]
fn what_is_in_no_answer_says_so_and_the_search_can_be_cleared() {
    let mut stage = shown(Language::English);
    type_query(&mut stage, "xyzzyplugh");
    stage
        .harness
        .get_by_label_contains("No answer holds these words");
    let clear = stage
        .harness
        .query_all_by_role_and_label(Role::Button, "Clear the search")
        .last()
        .expect("a way to clear");
    clear.click();
    stage.settle();
    assert!(stage.inner().desk.drafts.guide.query.is_empty());
    assert_eq!(rows(&stage, "What does a wildcard cover?"), 1);
}

#[test]
fn the_advice_changes_with_each_answer_and_leads_on() {
    let mut stage = shown(Language::English);
    stage.click_role(Role::RadioButton, "Person");
    stage.harness.get_by_label("DV, domain validation");
    stage.click_role(Role::RadioButton, "A wildcard");
    stage.click_role(Role::RadioButton, "Server");
    stage.harness.get_by_label_contains("proven by DNS only");
    let asked = stage.inner().model.guide.asked;
    assert_eq!(
        (asked.owner, asked.names, asked.control),
        (Owner::Person, Names::Wildcard, Control::Server)
    );
    let line = stage
        .inner()
        .views
        .guide
        .as_ref()
        .unwrap()
        .command_line
        .clone();
    assert_eq!(
        line,
        "certwright-cli guide interview --owner person --names wildcard --control server"
    );
    stage.click("Make the request");
    assert_ne!(stage.inner().model.panel, Panel::Guide);
    stage.push(Action::Guide(GuideAction::StartAgain));
    assert_eq!(stage.inner().model.guide.asked, Default::default());
}

#[test]
fn every_answer_can_be_shown_and_its_step_be_taken() {
    for language in [Language::English, Language::Chinese] {
        let mut stage = Stage::new(language);
        for answer in entries() {
            stage.push(Action::Guide(GuideAction::Open(answer)));
            assert_eq!(stage.inner().model.panel, Panel::Guide);
            stage.push(Action::Guide(GuideAction::Take(answer.step)));
        }
    }
}

#[test]
fn the_palette_leads_to_an_answer() {
    let mut stage = Stage::new(Language::English);
    stage.push(Action::TogglePalette);
    stage.settle();
    let input = stage.harness.get_by_role(Role::TextInput);
    input.type_text("greyed out");
    stage.settle();
    let option = "Why is the host name of an https binding greyed out in IIS?";
    stage.click_role(Role::ListBoxOption, option);
    let open = stage.inner().model.guide.open.map(|entry| entry.id);
    assert_eq!(open, Some("q24"));
}

#[test]
fn the_guide_speaks_chinese_throughout() {
    let mut stage = shown(Language::Chinese);
    let check = |stage: &Stage| {
        let labels = stage.harness.query_all_by(|node| node.label().is_some());
        for node in labels {
            let label = node.accesskit_node().label().unwrap_or_default();
            let runs = english_runs(&label);
            let is_command = label.contains("openssl") || label.contains("PowerShell");
            assert!(runs.is_empty() || is_command, "{label}: {runs:?}");
        }
    };
    check(&stage);
    stage.push(Action::Guide(GuideAction::Reply(Reply::Names(
        Names::Wildcards,
    ))));
    stage.push(Action::Guide(GuideAction::Reply(Reply::Control(
        Control::Neither,
    ))));
    check(&stage);
    stage.push(Action::Guide(GuideAction::Open(entry("q36").unwrap())));
    stage.harness.get_by_role_and_label(Role::Heading, "下一步");
    stage.harness.get_by_label_contains("某服务商的规则 (2024)");
    check(&stage);
}

#[test]
fn nothing_reaches_beyond_the_smallest_window() {
    let mut stage = shown(Language::English);
    stage.harness.set_size(egui::vec2(960.0, 640.0));
    stage.settle();
    let right = 960.0;
    let reach = |stage: &Stage| {
        let nodes = stage
            .harness
            .query_all_by(|node| node.label().is_some() && node.bounding_box().is_some());
        nodes
            .map(|node| node.rect().right())
            .fold(0.0_f32, f32::max)
    };
    assert!(reach(&stage) <= right, "{}", reach(&stage));
    stage.push(Action::Guide(GuideAction::Open(entry("q25").unwrap())));
    assert!(reach(&stage) <= right, "{}", reach(&stage));
}
