//! The wizard for requests by role and name: every step and state, in both languages.

use std::process::Command;
use std::sync::Arc;

use certwright::core::bundle::Source;
use certwright::core::csr::NewKey;
use certwright::core::problem::Failure;
use certwright::state::csr::{Change, CsrAction, Progress, ReadFor};
use certwright::state::drafts::csr::{CommonName, Field, KeyFrom, Level, Step};
use certwright::state::view::csr::flag;
use certwright::state::{Action, Language, OpenHow, Panel};
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};
use zeroize::Zeroizing;

use super::stage::Stage;

/// The names of the picture that the panel is built after.
const PASTED: &str = "*.example.com, shop.example.com\n\
    a.b.example.com https://münchen.example.net/login\n10.0.4.17";

fn wizard(language: Language, names: &str) -> Stage {
    let mut stage = Stage::new(language);
    stage.inner().model.csr.home = Some("/home/user".into());
    stage.push(Action::Show(Panel::Csr));
    change(&mut stage, Change::SetNames(names.to_owned()));
    stage
}

fn change(stage: &mut Stage, change: Change) {
    stage.push(Action::Csr(CsrAction::Change(change)));
}

fn at(names: &str, step: Step) -> Stage {
    let mut stage = wizard(Language::English, names);
    change(&mut stage, Change::GoTo(step));
    stage
}

fn starts(label: Option<String>, start: &str) -> bool {
    label.is_some_and(|label| label.starts_with(start))
}

fn is_off(stage: &Stage, name: &str) -> bool {
    let node = stage.harness.get_by_role_and_label(Role::Button, name);
    node.accesskit_node().is_disabled()
}

fn row(stage: &Stage, start: &str) -> bool {
    let mut rows = stage
        .harness
        .query_all_by(|node| node.role() == Role::ListItem && starts(node.label(), start));
    rows.next().is_some()
}

/// Up to the review: an open key, so that no password is asked for.
fn reviewed(names: &str) -> Stage {
    let mut stage = at(names, Step::Protection);
    change(&mut stage, Change::ChooseKey(NewKey::Ed25519));
    change(&mut stage, Change::LeaveKeyOpen(true));
    stage.click("Next: review");
    stage
}

#[test]
fn pasted_names_are_listed_and_a_refused_one_stops_the_next_step() {
    let stage = wizard(Language::English, PASTED);
    stage
        .harness
        .get_by_role_and_label(Role::Heading, "5 names read");
    stage.harness.get_by_label("1 refused");
    stage
        .harness
        .get_by_label("1 URL shortened to its host name");
    for name in ["*.example.com", "shop.example.com", "münchen.example.net"] {
        assert!(row(&stage, name), "{name}");
    }
    stage.harness.get_by_label("Remove 1 name to go on");
    stage.harness.get_by_label_contains("Step 1 of 5");
    assert!(is_off(&stage, "Next: subject"));
    assert!(is_off(&stage, "Back"));
}

#[test]
fn without_names_the_footer_says_what_is_missing() {
    let stage = wizard(Language::English, "");
    stage
        .harness
        .get_by_label("Enter at least one name to go on");
    assert!(is_off(&stage, "Next: subject"));
}

#[test]
fn cross_takes_a_name_out_of_the_text_and_undo_brings_it_back() {
    let mut stage = wizard(Language::English, PASTED);
    stage.click("Take 10.0.4.17 out");
    assert!(!stage.inner().model.csr.draft.names.contains("10.0.4.17"));
    assert!(!is_off(&stage, "Next: subject"));
    stage.push(Action::Undo);
    assert_eq!(stage.inner().model.csr.draft.names, PASTED);
}

#[test]
fn suggested_name_joins_the_list() {
    let mut stage = wizard(Language::English, "*.example.com");
    stage.click("Add example.com");
    assert!(row(&stage, "example.com"));
}

#[test]
fn own_ca_takes_a_private_address() {
    let mut stage = wizard(Language::English, "10.0.4.17");
    assert!(is_off(&stage, "Next: subject"));
    stage.click("It is for my own CA");
    assert!(!is_off(&stage, "Next: subject"));
    assert_eq!(stage.inner().model.csr.draft.level, Level::Own);
}

#[test]
fn subject_takes_its_common_name_from_the_names() {
    let stage = at("*.example.com shop.example.com", Step::Subject);
    let node = stage
        .harness
        .get_by_role_and_label(Role::ComboBox, "Common name");
    assert_eq!(node.value().as_deref(), Some("shop.example.com"));
}

#[test]
fn fields_follow_the_level_and_a_wrong_one_says_why() {
    let mut stage = at("shop.example.com", Step::Subject);
    let has = |stage: &Stage, label: &str| stage.harness.query_by_label(label).is_some();
    assert!(!has(&stage, "Locality"));
    stage.click_role(Role::RadioButton, "OV");
    assert!(has(&stage, "Locality"));
    let long = "x".repeat(65);
    change(
        &mut stage,
        Change::SetField(Field::Organization, 0, long.clone()),
    );
    assert!(is_off(&stage, "Next: key"));
    change(&mut stage, Change::ChooseLevel(Level::Domain));
    change(
        &mut stage,
        Change::SetField(Field::Organization, 0, String::new()),
    );
    assert!(!is_off(&stage, "Next: key"));
}

#[test]
fn several_units_stand_in_the_request_in_their_order() {
    let mut stage = at("shop.example.com", Step::Subject);
    change(&mut stage, Change::ChooseLevel(Level::Own));
    change(&mut stage, Change::SetField(Field::Unit, 0, "one".into()));
    stage.click("Add another: organisational unit");
    change(&mut stage, Change::SetField(Field::Unit, 1, "two".into()));
    let held = stage.inner().model.csr.draft.values(Field::Unit).to_vec();
    assert_eq!(held, ["one", "two"]);
}

#[test]
fn profile_fills_the_organisation_in_again() {
    let mut stage = at("shop.example.com", Step::Subject);
    change(&mut stage, Change::ChooseLevel(Level::Organization));
    let organisation = Change::SetField(Field::Organization, 0, "示例公司".into());
    change(&mut stage, organisation);
    stage.push(Action::Csr(CsrAction::SaveProfile("Shop".into())));
    stage.push(Action::Csr(CsrAction::Discard));
    stage.push(Action::Csr(CsrAction::UseProfile(0)));
    let held = stage
        .inner()
        .model
        .csr
        .draft
        .values(Field::Organization)
        .to_vec();
    assert_eq!(held, ["示例公司"]);
    stage.push(Action::Csr(CsrAction::ForgetProfile(0)));
    assert!(stage.inner().model.settings.profiles.is_empty());
}

#[test]
fn key_step_recommends_rsa_2048_and_warns_of_what_no_public_ca_takes() {
    let mut stage = at("shop.example.com", Step::Key);
    stage.harness.get_by(|node| {
        node.role() == Role::RadioButton && starts(node.label(), "RSA 2048, works everywhere")
    });
    change(&mut stage, Change::ChooseKey(NewKey::Sm2));
    stage
        .harness
        .get_all_by_label_contains("most browsers refuse it")
        .next()
        .expect("a warning");
}

#[test]
fn file_without_a_key_says_so_and_stops_the_next_step() {
    let mut stage = at("shop.example.com", Step::Key);
    stage.inner().put("/in/note.txt", b"nothing of the kind");
    let read = CsrAction::Read(ReadFor::Key, "/in/note.txt".into());
    stage.push(Action::Csr(read));
    stage.settle();
    stage
        .harness
        .get_by_label("There is no private key in this file");
    assert!(is_off(&stage, "Next: protection"));
}

#[test]
fn encrypted_key_needs_a_password_and_the_footer_says_so() {
    let mut stage = at("shop.example.com", Step::Protection);
    stage
        .harness
        .get_by_label("Generate a password or type one to go on");
    stage.type_into(Role::PasswordInput, "correct-horse-battery");
    assert!(!is_off(&stage, "Next: review"));
    stage.push(Action::Csr(CsrAction::Discard));
    change(&mut stage, Change::SetNames("shop.example.com".into()));
    change(&mut stage, Change::GoTo(Step::Protection));
    assert!(is_off(&stage, "Next: review"));
}

#[test]
fn file_name_with_a_folder_in_it_is_refused_beside_the_field() {
    let mut stage = at("shop.example.com", Step::Protection);
    change(&mut stage, Change::LeaveKeyOpen(true));
    change(&mut stage, Change::SetKeyFile("../shop.key".into()));
    assert!(is_off(&stage, "Next: review"));
    stage
        .harness
        .get_all_by_label_contains("Letters, digits")
        .next()
        .expect("the reason");
}

#[test]
fn review_shows_the_request_and_how_others_make_it() {
    let stage = reviewed("shop.example.com");
    stage
        .harness
        .get_by_role_and_label(Role::Heading, "The request as it will be");
    for program in ["openssl", "certreq", "keytool"] {
        stage.harness.get_by_role_and_label(Role::Tab, program);
    }
    stage
        .harness
        .get_by_role_and_label(Role::Button, "Make key and request");
}

#[test]
fn key_and_request_are_written_and_the_text_for_the_ca_is_shown() {
    let mut stage = reviewed("*.example.com");
    stage.click("Make key and request");
    stage.settle();
    stage.harness.get_by(|node| {
        node.role() == Role::Status && starts(node.label(), "Key and request are made")
    });
    stage
        .harness
        .get_by_role_and_label(Role::Button, "Copy the CSR");
    let pem = stage.inner().written("/home/user/_.example.com.csr");
    assert!(pem.starts_with(b"-----BEGIN CERTIFICATE REQUEST-----"));
    let key = stage.inner().written("/home/user/_.example.com.key");
    assert!(key.starts_with(b"-----BEGIN PRIVATE KEY-----"));
    stage.click("New request");
    assert!(stage.inner().model.csr.draft.names.is_empty());
}

#[test]
fn file_in_the_way_is_said_beside_its_name() {
    let mut stage = reviewed("shop.example.com");
    stage
        .inner()
        .put("/home/user/shop.example.com.csr", b"mine");
    stage.click("Make key and request");
    stage.settle();
    assert_eq!(stage.inner().model.csr.draft.step, Step::Protection);
    stage
        .harness
        .get_all_by_label_contains("A file of this name is there already")
        .next()
        .expect("the reason");
    assert_eq!(
        stage.inner().written("/home/user/shop.example.com.csr"),
        b"mine"
    );
}

#[test]
fn failure_and_stop_are_shown_with_the_way_back() {
    let mut stage = reviewed("shop.example.com");
    stage.inner().model.csr.progress = Progress::Failed(Failure::Internal {
        operation: "create-csr",
        detail: "broken".into(),
    });
    stage.settle();
    assert!(!is_off(&stage, "Make key and request"));
    stage.inner().model.csr.progress = Progress::Cancelled;
    stage.settle();
    stage
        .harness
        .get_by(|node| node.role() == Role::Status && starts(node.label(), "Stopped"));
}

#[test]
fn certificate_that_is_open_begins_a_request_with_a_new_key() {
    let mut stage = wizard(Language::English, "");
    let zip = include_bytes!("../../fixtures/bundles/four-folder.zip");
    let source = Source::Memory {
        name: "four-folder.zip".to_owned(),
        bytes: Arc::new(Zeroizing::new(zip.to_vec())),
    };
    stage.push(Action::Open {
        sources: vec![source],
        how: OpenHow::Replace,
    });
    let shown = stage.inner().model.certificate.expect("a certificate");
    stage.push(Action::Csr(CsrAction::Begin(shown)));
    let draft = stage.inner().model.csr.draft.clone();
    assert!(draft.names.contains("shop.example.com"));
    assert_eq!(draft.key_from, KeyFrom::New);
    assert!(matches!(
        draft.common_name,
        CommonName::Chosen(_) | CommonName::First
    ));
}

#[test]
fn wizard_speaks_chinese() {
    let mut stage = wizard(Language::Chinese, PASTED);
    stage
        .harness
        .get_by_role_and_label(Role::Heading, "对这些域名的建议");
    for step in Step::ALL {
        change(&mut stage, Change::GoTo(step));
    }
    stage
        .harness
        .get_by_role_and_label(Role::Heading, "将要生成的 CSR");
}

#[test]
fn narrow_window_shows_advice_as_a_tab_with_its_count() {
    let mut stage = wizard(Language::English, PASTED);
    stage.harness.set_size(egui::vec2(960.0, 640.0));
    stage.settle();
    stage
        .harness
        .get_by(|node| node.role() == Role::Tab && starts(node.label(), "Advice ("));
    stage
        .harness
        .get_by_role_and_label(Role::Button, "Next: subject");
}

#[test]
fn every_flag_that_a_control_names_is_one_of_the_command_line() {
    let output = Command::new(env!("CARGO_BIN_EXE_certwright-cli"))
        .args(["csr", "new", "--help", "--lang", "en"])
        .output()
        .expect("the program runs");
    let help = String::from_utf8(output.stdout).expect("help is text");
    let known: Vec<&str> = help
        .split(|char: char| char.is_whitespace() || ",[]|=".contains(char))
        .collect();
    for flag in flag::ALL {
        assert!(known.contains(&flag), "{flag} is not in the help");
    }
}
