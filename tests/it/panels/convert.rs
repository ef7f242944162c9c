//! The convert wizard by role and name: every step and state, in both languages.

use std::process::Command;
use std::sync::Arc;

use certwright::core::bundle::Source;
use certwright::core::convert::Refusal;
use certwright::core::op::Outcome;
use certwright::core::problem::Failure;
use certwright::core::progress::Stage as WorkStage;
use certwright::state::convert::{Change, ConvertAction, Progress};
use certwright::state::drafts::convert::{Offer, Step};
use certwright::state::view::convert::flag;
use certwright::state::{Action, DialogAnswer, Language, OpenHow, Panel, Picked, Saving};
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};
use zeroize::Zeroizing;

use super::stage::Stage;

fn fixture(name: &str, bytes: &[u8]) -> Source {
    Source::Memory {
        name: name.to_owned(),
        bytes: Arc::new(Zeroizing::new(bytes.to_vec())),
    }
}

/// A window on certificate, key and chain in folders for four servers, at the convert panel.
fn converting(language: Language) -> Stage {
    let mut stage = Stage::new(language);
    open(&mut stage);
    stage
}

fn open(stage: &mut Stage) {
    let zip = include_bytes!("../../fixtures/bundles/four-folder.zip");
    stage.push(Action::Open {
        sources: vec![fixture("four-folder.zip", zip)],
        how: OpenHow::Replace,
    });
    stage.push(Action::Show(Panel::Convert));
}

fn change(stage: &mut Stage, change: Change) {
    stage.push(Action::Convert(ConvertAction::Change(change)));
}

fn choose(stage: &mut Stage, place: &str) {
    stage
        .harness
        .get_by(|node| node.role() == Role::RadioButton && starts(node.label(), place))
        .click();
    stage.settle();
}

fn starts(label: Option<String>, start: &str) -> bool {
    label.is_some_and(|label| label.starts_with(start))
}

fn give_password(stage: &mut Stage) {
    stage.type_into(Role::PasswordInput, "correct-horse-battery");
}

/// Up to the result: the usual place, a password, the preview.
fn preview(stage: &mut Stage) {
    give_password(stage);
    stage.click("Next: preview result");
    stage.settle();
}

#[test]
fn without_files_the_panel_asks_for_certificate_and_key() {
    let mut stage = Stage::new(Language::English);
    stage.push(Action::Show(Panel::Convert));
    stage
        .harness
        .get_by_role_and_label(Role::Group, "Drop the certificate and its key");
    for name in ["Open files…", "Open folder…", "Paste PEM"] {
        stage.harness.get_by_role_and_label(Role::Button, name);
    }
}

#[test]
fn one_certificate_with_its_key_needs_no_question_about_the_source() {
    let stage = converting(Language::English);
    assert_eq!(stage.inner().model.convert.draft.step, Step::Target);
    stage.harness.get_by_label_contains("Step 2 of 3, Target");
    stage
        .harness
        .get_by_label_contains("certificate, key and 1 intermediate");
}

#[test]
fn target_says_what_will_come_out_and_who_can_read_it() {
    let mut stage = converting(Language::English);
    stage
        .harness
        .get_by_role_and_label(Role::Heading, "You will get shop.example.com.pfx, PFX");
    stage.harness.get_by_label("TripleDES-SHA1");
    stage.harness.get_by_label("FIPS mode may refuse it");

    choose(&mut stage, "Windows Server 2019 or newer");
    stage.harness.get_by_label("AES256-SHA256");
    stage
        .harness
        .get_by_label("Windows Server 2008 R2 to 2016, AES-256 is too new for it");

    choose(&mut stage, "nginx, Apache, HAProxy");
    stage
        .harness
        .get_by_role_and_label(Role::Heading, "You will get 2 files, PEM");
    stage
        .harness
        .get_by_role_and_label(Role::RadioButton, "Apache trio");

    choose(&mut stage, "Something else");
    for form in ["PFX", "JCEKS", "P7B", "PKCS#8"] {
        stage.harness.get_by_role_and_label(Role::RadioButton, form);
    }
}

#[test]
fn target_speaks_chinese() {
    let mut stage = converting(Language::Chinese);
    stage
        .harness
        .get_by_role_and_label(Role::Heading, "安装到哪里？");
    choose(&mut stage, "Windows Server 2019 或更新版本");
    stage.harness.get_by_label("AES256-SHA256");
    stage
        .harness
        .get_by_role_and_label(Role::Button, "下一步：预览结果");
}

#[test]
fn without_a_password_there_is_no_next_step_and_the_reason_is_said() {
    let mut stage = converting(Language::English);
    stage
        .harness
        .get_by_label("Generate a password, or type one");
    let next = |stage: &Stage| {
        let node = stage
            .harness
            .get_by_role_and_label(Role::Button, "Next: preview result");
        node.accesskit_node().is_disabled()
    };
    assert!(next(&stage));
    give_password(&mut stage);
    assert!(!next(&stage));
}

#[test]
fn password_of_few_letters_is_held_against_java() {
    let mut stage = converting(Language::English);
    choose(&mut stage, "Java 17");
    stage.type_into(Role::PasswordInput, "abc");
    stage
        .harness
        .get_by_label_contains("the password is under 6 characters");
}

#[test]
fn rounds_that_nobody_derives_are_refused() {
    let mut stage = converting(Language::English);
    change(
        &mut stage,
        Change::SetRounds("99999999999999999999999".to_owned()),
    );
    assert!(
        stage
            .inner()
            .views
            .convert
            .as_ref()
            .is_some_and(|view| { view.target.refusal.is_some() && view.target.plan.is_none() })
    );
    change(&mut stage, Change::SetRounds("20000".to_owned()));
    stage.harness.get_by_label("HMAC with SHA-1, 20,000 rounds");
}

#[test]
fn certificate_without_its_key_asks_for_it() {
    let mut stage = Stage::new(Language::English);
    let pem = include_bytes!("../../fixtures/broken/intermediate-missing/cert.pem");
    stage.push(Action::Open {
        sources: vec![fixture("cert.pem", pem)],
        how: OpenHow::Replace,
    });
    stage.push(Action::Show(Panel::Convert));
    assert_eq!(stage.inner().model.convert.draft.step, Step::Source);
    stage
        .harness
        .get_by_label_contains("The private key is not among these files");
    stage
        .harness
        .get_by_role_and_label(Role::Button, "Add the private key…");
    stage.click("Next: target");
    stage
        .harness
        .get_by_role_and_label(Role::Button, "Add files…");
}

#[test]
fn several_certificates_are_chosen_by_name() {
    let mut stage = Stage::new(Language::English);
    let two = [
        &include_bytes!("../../fixtures/broken/expired/fullchain.pem")[..],
        include_bytes!("../../fixtures/broken/expired/privkey.pem"),
        include_bytes!("../../fixtures/broken/self-signed-leaf/cert.pem"),
        include_bytes!("../../fixtures/broken/self-signed-leaf/privkey.pem"),
    ];
    let sources = two.iter().enumerate();
    let sources = sources.map(|(index, bytes)| fixture(&format!("{index}.pem"), bytes));
    stage.push(Action::Open {
        sources: sources.collect(),
        how: OpenHow::Replace,
    });
    stage.push(Action::Show(Panel::Convert));
    assert_eq!(stage.inner().model.convert.draft.step, Step::Source);
    let boxes = stage.harness.get_all_by_role(Role::CheckBox).count();
    assert_eq!(boxes, 2);
    stage
        .harness
        .get_by_label("Choose at least one certificate");
    stage
        .harness
        .get_all_by_role(Role::CheckBox)
        .next()
        .expect("a box")
        .click();
    stage.settle();
    stage.click("Next: target");
    stage.harness.get_by_label("TripleDES-SHA1");
}

#[test]
fn result_is_shown_before_it_is_written() {
    let mut stage = converting(Language::English);
    preview(&mut stage);
    stage
        .harness
        .get_by_role_and_label(Role::Heading, "Ready to be written");
    stage
        .harness
        .get_by_label_contains("shop.example.com.pfx, ");
    stage.harness.get_by_label("only you");
    stage.click("Copy the password");
    assert!(stage.inner().model.copied.is_some());
    assert!(stage.inner().written("/out/shop.pfx").is_empty());

    stage.click("Save…");
    stage.push(Action::AnswerDialog {
        asked: Picked::Save(Saving::Converted),
        answer: DialogAnswer::Chosen(vec!["/out/shop.pfx".into()]),
    });
    stage.settle();
    stage.harness.get_by_label_contains("1 file was written");
    stage
        .harness
        .get_by(|node| node.role() == Role::ListItem && starts(node.label(), "/out/shop.pfx"));
    assert!(!stage.inner().written("/out/shop.pfx").is_empty());

    stage.click("Undo");
    stage.settle();
    stage.harness.get_by_label_contains("Taken back");
    assert!(stage.inner().written("/out/shop.pfx").is_empty());
}

#[test]
fn file_in_the_way_is_kept_as_a_copy() {
    let mut stage = converting(Language::English);
    stage.inner().put("/out/shop.pfx", b"the old one");
    preview(&mut stage);
    stage.push(Action::SaveTo {
        what: Saving::Converted,
        path: "/out/shop.pfx".into(),
        replace: false,
    });
    stage.settle();
    stage
        .harness
        .get_by_role_and_label(Role::Dialog, "The file is there already");
    stage.click("Keep a copy and write");
    stage.settle();
    stage
        .harness
        .get_by_label_contains("what was there before is kept as");
    assert_ne!(stage.inner().written("/out/shop.pfx"), b"the old one");
}

#[test]
fn making_shows_its_stage_and_can_be_cancelled() {
    let mut stage = converting(Language::English);
    give_password(&mut stage);
    stage.inner().is_holding = true;
    stage.click("Next: preview result");
    let Some(Progress::Making(job)) =
        Some(&stage.inner().model.convert.progress).map(|held| match held {
            Progress::Making(job) => Progress::Making(*job),
            _ => Progress::NotMade,
        })
    else {
        panic!("the result is being made");
    };
    stage.push(Action::ProgressJob {
        job,
        stage: WorkStage::DerivingKeys,
        done: 300,
        total: 600,
    });
    stage.wait();
    stage
        .harness
        .get_all_by_role(Role::ProgressIndicator)
        .next()
        .expect("a bar");
    stage.push(Action::FinishJob {
        job,
        outcome: Outcome::Cancelled,
    });
    stage.harness.get_by_label_contains("Stopped");
    stage
        .harness
        .get_by_label_contains("Nothing was made and nothing was written.");
}

#[test]
fn failed_result_says_why() {
    let mut stage = converting(Language::English);
    give_password(&mut stage);
    stage.inner().is_holding = true;
    stage.click("Next: preview result");
    let job = stage.inner().model.jobs.last().expect("a job").number;
    stage.push(Action::FinishJob {
        job,
        outcome: Outcome::Failed(Failure::NotConverted(Refusal::NoRandom)),
    });
    stage.harness.get_by_label_contains("random");
}

#[test]
fn changes_of_the_draft_are_taken_back_with_ctrl_z() {
    let mut stage = converting(Language::English);
    choose(&mut stage, "macOS Keychain");
    stage
        .harness
        .key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    stage.settle();
    assert_eq!(stage.inner().model.convert.draft.offer, Offer::Server2016);
}

#[test]
fn bundle_leads_here_with_the_certificate_filled_in() {
    let mut stage = Stage::new(Language::English);
    open(&mut stage);
    stage.push(Action::Show(Panel::Bundle));
    stage
        .harness
        .get_by(|node| node.role() == Role::Button && starts(node.label(), "Convert…"))
        .click();
    stage.settle();
    assert_eq!(stage.inner().model.panel, Panel::Convert);
    stage.harness.get_by_label_contains("You will get");
}

#[test]
fn command_line_says_the_same_without_any_password() {
    let mut stage = Stage::new(Language::English);
    let pem = include_bytes!("../../fixtures/bundles/four-folder.zip");
    stage.inner().put("/order/shop.zip", pem);
    stage.push(Action::Open {
        sources: vec![Source::Path("/order/shop.zip".into())],
        how: OpenHow::Replace,
    });
    stage.push(Action::Show(Panel::Convert));
    stage.type_into(Role::PasswordInput, "canary-4711");
    change(&mut stage, Change::SetRounds("4096".to_owned()));
    change(&mut stage, Change::WritePasswordFile(true));
    let line = stage
        .inner()
        .views
        .convert
        .as_ref()
        .and_then(|view| view.command_line.clone());
    assert_eq!(
        line.as_deref(),
        Some(
            "certwright-cli convert /order/shop.zip --to pfx --target server-2016 \
             --iterations 4096 --out shop.example.com.pfx --write-password-file"
        )
    );
}

#[test]
fn ctrl_enter_goes_on_when_nothing_is_missing() {
    let mut stage = converting(Language::English);
    stage
        .harness
        .key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Enter);
    stage.settle();
    assert_eq!(stage.inner().model.convert.draft.step, Step::Target);
    give_password(&mut stage);
    stage
        .harness
        .key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Enter);
    stage.settle();
    assert_eq!(stage.inner().model.convert.draft.step, Step::Result);
}

#[test]
fn nginx_pair_comes_with_its_configuration() {
    let mut stage = converting(Language::English);
    choose(&mut stage, "nginx, Apache, HAProxy");
    stage.click("Next: preview result");
    stage.settle();
    stage
        .harness
        .get_by_role_and_label(Role::Heading, "Ready to paste");
    let text = |stage: &Stage| {
        let inner = stage.inner();
        let view = inner.views.convert.as_ref().expect("a view");
        view.result.snippets[0].text.clone()
    };
    assert!(text(&stage).contains("ssl_protocols TLSv1.2 TLSv1.3;"));
    stage.click_role(Role::CheckBox, "Also allow TLS 1.0 and 1.1");
    assert!(text(&stage).contains("TLSv1.1"));
    stage.click("Save into a folder…");
    stage.push(Action::AnswerDialog {
        asked: Picked::Save(Saving::ConvertedFolder),
        answer: DialogAnswer::Chosen(vec!["/etc/ssl".into()]),
    });
    stage.settle();
    stage.harness.get_by_label_contains("2 files were written");
    assert!(text(&stage).contains("/etc/ssl/shop.example.com.key"));
    stage.click("Convert for another place");
    assert_eq!(stage.inner().model.convert.draft.step, Step::Target);
}

#[test]
fn script_for_iis_has_no_switch_for_what_windows_decides() {
    let mut stage = converting(Language::English);
    give_password(&mut stage);
    stage.click("Next: preview result");
    stage.settle();
    stage
        .harness
        .get_by_role_and_label(Role::Heading, "Ready to paste");
    let switch = "Also allow TLS 1.0 and 1.1";
    let found = stage
        .harness
        .query_by_role_and_label(Role::CheckBox, switch);
    assert!(found.is_none());
}

#[test]
fn generated_password_is_very_strong_and_needs_no_quoting() {
    let mut stage = converting(Language::English);
    stage.click("Generate");
    stage
        .harness
        .get_by_label("Very strong, safe for XML and shells");
    let next = stage
        .harness
        .get_by_role_and_label(Role::Button, "Next: preview result");
    assert!(!next.accesskit_node().is_disabled());
}

#[test]
fn issue_of_a_password_is_said_for_the_target() {
    let mut stage = converting(Language::English);
    stage.type_into(Role::PasswordInput, "pässword");
    choose(&mut stage, "Java 17");
    stage.harness.get_by_label("A character outside ASCII");
}

#[test]
fn every_flag_that_a_control_names_is_one_of_the_command_line() {
    let output = Command::new(env!("CARGO_BIN_EXE_certwright-cli"))
        .args(["convert", "--help", "--lang", "en"])
        .output()
        .expect("the program runs");
    let help = String::from_utf8(output.stdout).expect("help is text");
    let known: Vec<&str> = help
        .split(|char: char| char.is_whitespace() || ",[]|".contains(char))
        .collect();
    for flag in flag::ALL {
        assert!(known.contains(&flag), "{flag} is not in the help");
    }
}

#[test]
fn result_and_done_speak_chinese() {
    let mut stage = converting(Language::Chinese);
    give_password(&mut stage);
    stage.click("下一步：预览结果");
    stage.settle();
    stage
        .harness
        .get_by_role_and_label(Role::Heading, "可以写入");
    stage.harness.get_by_label("只有您");
    stage.push(Action::SaveTo {
        what: Saving::Converted,
        path: "/out/shop.pfx".into(),
        replace: false,
    });
    stage.settle();
    stage.harness.get_by_role_and_label(Role::Heading, "已写入");
    stage.click("撤销");
    stage.settle();
    stage
        .harness
        .get_by(|node| node.role() == Role::Status && starts(node.label(), "已撤销"));
}

#[test]
fn file_changed_since_is_not_taken_back() {
    let mut stage = converting(Language::English);
    preview(&mut stage);
    stage.push(Action::SaveTo {
        what: Saving::Converted,
        path: "/out/shop.pfx".into(),
        replace: false,
    });
    stage.settle();
    stage.inner().put("/out/shop.pfx", b"somebody else's");
    stage.click("Undo");
    stage.settle();
    stage.harness.get_by(|node| {
        node.role() == Role::Alert && starts(node.label(), "“/out/shop.pfx” was changed")
    });
    assert_eq!(stage.inner().written("/out/shop.pfx"), b"somebody else's");
}

#[test]
fn password_never_reaches_the_accessibility_tree() {
    let mut stage = converting(Language::English);
    stage.type_into(Role::PasswordInput, "canary-4711");
    let is_seen = stage.harness.query_all_by(|node| {
        let holds = |text: Option<String>| text.is_some_and(|text| text.contains("canary"));
        holds(node.label()) || holds(node.value())
    });
    assert_eq!(is_seen.count(), 0);
}

#[test]
fn typed_password_can_be_shown_and_copied_for_a_while() {
    let mut stage = converting(Language::English);
    give_password(&mut stage);
    stage.click("Show the password");
    stage
        .harness
        .get_by_role_and_label(Role::Button, "Hide the password");
    stage.click("Copy the password");
    assert!(stage.inner().model.copied.is_some());
}
