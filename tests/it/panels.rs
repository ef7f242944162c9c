//! The window as a screen reader sees it: every state of the panels, by role and name, in both languages.

mod chain;
mod convert;
mod csr;
mod csr_check;
mod diagnose;
mod diagnose_server;
mod guide;
mod iis;
mod ledger;
mod outline;
mod stage;

use certwright::core::bundle::Source;
use certwright::core::op::Outcome;
use certwright::core::problem::Failure;
use certwright::core::progress::Stage as WorkStage;
use certwright::state::{Action, DialogAnswer, Language, OpenHow, Panel, Picked, Saving};
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use stage::Stage;

fn source(path: &str) -> Vec<Source> {
    vec![Source::Path(path.into())]
}

#[test]
fn empty_window_offers_every_way_in() {
    let stage = Stage::new(Language::English);
    for name in [
        "Open files…",
        "Open folder…",
        "Paste PEM",
        "Try the sample bundle",
    ] {
        stage.harness.get_by_role_and_label(Role::Button, name);
    }
    stage
        .harness
        .get_by_role_and_label(Role::Group, "Drop what the CA sent you");
    assert_eq!(stage.title(), "Certwright");
}

#[test]
fn empty_window_speaks_chinese() {
    let stage = Stage::new(Language::Chinese);
    for name in ["打开文件…", "打开文件夹…", "粘贴 PEM", "试用示例证书包"] {
        stage.harness.get_by_role_and_label(Role::Button, name);
    }
}

#[test]
fn sample_shows_its_problem_first_and_asks_for_the_password() {
    let mut stage = Stage::new(Language::English);
    stage.click("Try the sample bundle");
    stage
        .harness
        .get_by_label_contains("One problem: the IIS file needs a different password");
    assert_eq!(stage.title(), "shop.example.com.zip — Certwright");
    stage
        .harness
        .get_by_label_contains("sample, judged for 23 Nov 2026");

    stage.push(Action::AskPassword { group: 0 });
    stage
        .harness
        .get_by_role_and_label(Role::Dialog, "Enter password");
    stage.type_into(Role::PasswordInput, "not-this-one");
    stage.click("Unlock");
    stage.settle();
    stage
        .harness
        .get_by_label_contains("This password opens none of them");

    stage.type_into(Role::PasswordInput, "sample-pfx-opens");
    stage.click("Unlock");
    stage.settle();
    stage
        .harness
        .get_by_label_contains("Certificate, key and chain fit together");
    stage.harness.get_by_label_contains("The password opened 1");
}

#[test]
fn sample_is_told_in_chinese() {
    let mut stage = Stage::new(Language::Chinese);
    stage.click("试用示例证书包");
    stage
        .harness
        .get_by_label_contains("一个问题：IIS 文件用的是另一个密码");
    stage.harness.get_by_role_and_label(Role::Heading, "下一步");
}

#[test]
fn cancelled_password_question_keeps_everything() {
    let mut stage = Stage::new(Language::English);
    stage.click("Try the sample bundle");
    stage.push(Action::AskPassword { group: 0 });
    stage.click("Cancel");
    assert!(stage.inner().model.dialog.is_none());
    assert!(stage.inner().model.workspace.is_some());
}

#[test]
fn who_lost_the_password_reads_where_to_look_and_how_reissue_and_a_new_order_differ() {
    let mut stage = Stage::new(Language::English);
    stage.click("Try the sample bundle");
    stage.push(Action::AskPassword { group: 0 });
    stage.click("I do not have the password");
    for part in [
        "Look first in the mail",
        "Reissue: the CA",
        "Apply again: a new order",
    ] {
        stage.harness.get_by_label_contains(part);
    }
}

#[test]
fn long_work_shows_its_stage_and_can_be_cancelled() {
    let mut stage = Stage::holding(Language::English);
    stage.push(Action::OpenSample);
    let job = stage.inner().model.jobs[0].number;
    stage.push(Action::ProgressJob {
        job,
        stage: WorkStage::TryingPasswords,
        done: 3,
        total: 8,
    });
    stage.wait();
    stage
        .harness
        .get_all_by_label("Trying passwords")
        .next()
        .expect("the stage is said");
    stage.push(Action::Cancel(job));
    stage.push(Action::FinishJob {
        job,
        outcome: Outcome::Cancelled,
    });
    stage.harness.get_by_label_contains("Stopped");
    stage.click("Run again");
    assert_eq!(stage.inner().model.jobs.len(), 1);
}

#[test]
fn failed_opening_says_why_and_offers_another() {
    let mut stage = Stage::new(Language::English);
    stage.push(Action::Open {
        sources: source("/nowhere/shop.zip"),
        how: OpenHow::Replace,
    });
    stage.settle();
    let inner = stage.inner();
    let (is_said, is_open) = (inner.model.ended.is_some(), inner.model.workspace.is_some());
    drop(inner);
    assert!(
        is_said && !is_open,
        "a missing file is a failure, never an empty success"
    );
}

#[test]
fn internal_fault_leaves_the_window_alive() {
    let mut stage = Stage::holding(Language::English);
    stage.push(Action::OpenSample);
    let job = stage.inner().model.jobs[0].number;
    stage.push(Action::FinishJob {
        job,
        outcome: Outcome::Failed(Failure::Internal {
            operation: "inspect",
            detail: "seven".to_owned(),
        }),
    });
    stage.harness.get_by_label_contains("Internal fault");
    stage
        .harness
        .get_by_role_and_label(Role::Button, "Run again");
}

#[test]
fn without_a_file_dialog_a_path_can_be_typed() {
    let mut stage = Stage::new(Language::English);
    stage.push(Action::AnswerDialog {
        asked: Picked::Files,
        answer: DialogAnswer::Unavailable,
    });
    stage
        .harness
        .get_by_role_and_label(Role::Dialog, "Open by path");
    stage.type_into(Role::TextInput, "/order/shop.zip");
    stage
        .harness
        .get_by_role_and_label(Role::Button, "Open")
        .click();
    stage.settle();
    assert!(stage.inner().model.dialog.is_none());
    assert_eq!(stage.inner().started, 1);
}

#[test]
fn certificate_panel_shows_fields_extensions_and_raw_bytes() {
    let mut stage = Stage::new(Language::English);
    stage.click("Try the sample bundle");
    stage.push(Action::Show(Panel::Certificate));
    stage
        .harness
        .get_by_label_contains("Fit for a web server until 6 Jun 2027");
    stage.harness.get_by_label("Copy Serial");
    stage.harness.get_by_label_contains("Key usage, yes");
    stage
        .harness
        .get_by_role_and_label(Role::Tab, "All fields")
        .click();
    stage.settle();
    stage
        .harness
        .get_by_role_and_label(Role::Tab, "Raw (ASN.1)")
        .click();
    stage.settle();
    stage.harness.get_by_label_contains("0, 4 + ");
    stage.harness.get_by_label_contains("000000  30 82");
}

#[test]
fn saved_certificate_is_what_openssl_would_write() {
    let mut stage = Stage::new(Language::English);
    stage.click("Try the sample bundle");
    let id = stage.inner().model.certificate.expect("a leaf");
    stage.push(Action::SaveTo {
        what: Saving::CertificatePem(id),
        path: "/out/leaf.pem".into(),
        replace: false,
    });
    stage.settle();
    let saved = stage.inner().written("/out/leaf.pem");
    let text = String::from_utf8(saved).expect("PEM is text");
    assert!(text.starts_with("-----BEGIN CERTIFICATE-----\nMII"));
    assert!(text.ends_with("-----END CERTIFICATE-----\n"));
    stage.harness.get_by_label_contains("Saved as leaf.pem");

    stage.push(Action::SaveTo {
        what: Saving::CertificatePem(id),
        path: "/out/leaf.pem".into(),
        replace: false,
    });
    stage.settle();
    stage
        .harness
        .get_by_role_and_label(Role::Dialog, "Replace the file");
}

#[test]
fn closing_is_taken_back_with_ctrl_z() {
    let mut stage = Stage::new(Language::English);
    stage.click("Try the sample bundle");
    stage.push(Action::CloseWorkspace);
    assert!(stage.inner().model.workspace.is_none());
    stage
        .harness
        .key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    stage.settle();
    assert!(stage.inner().model.workspace.is_some());
}

#[test]
fn palette_runs_a_command_by_keyboard_alone() {
    let mut stage = Stage::new(Language::English);
    stage
        .harness
        .key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::K);
    stage.settle();
    assert!(stage.inner().model.is_palette_open);
    stage.type_into(Role::TextInput, "sample");
    stage.harness.key_press(egui::Key::Enter);
    stage.settle();
    assert!(!stage.inner().model.is_palette_open);
    assert!(stage.inner().model.workspace.is_some());
}

#[test]
fn outcome_of_an_older_revision_is_dropped() {
    let mut stage = Stage::new(Language::English);
    stage.click("Try the sample bundle");
    stage.inner().is_holding = true;
    stage.push(Action::SubmitPassword {
        group: 0,
        secret: std::sync::Arc::new("sample-pfx-opens".into()),
    });
    let job = stage.inner().model.jobs[0].number;
    stage.push(Action::CloseWorkspace);
    stage.push(Action::FinishJob {
        job,
        outcome: Outcome::Cancelled,
    });
    assert!(stage.inner().model.workspace.is_none());
    assert!(stage.inner().model.notices.is_empty());
}

#[test]
fn idle_window_asks_for_no_repaint() {
    let mut stage = Stage::new(Language::English);
    stage.click("Try the sample bundle");
    stage.wait();
    let output = stage.harness.output();
    let delay = output
        .viewport_output
        .values()
        .map(|viewport| viewport.repaint_delay)
        .min();
    assert!(delay.is_none_or(|delay| delay > std::time::Duration::from_secs(1)));
}

#[test]
fn views_of_the_sample_read_as_recorded() {
    for (language, name) in [(Language::English, "en"), (Language::Chinese, "zh")] {
        let mut stage = Stage::new(language);
        stage.push(Action::OpenSample);
        stage.push(Action::Show(Panel::Certificate));
        let inner = stage.inner();
        insta::assert_snapshot!(
            format!("sample_bundle_{name}"),
            outline::bundle(&inner.views)
        );
        insta::assert_snapshot!(
            format!("sample_certificate_{name}"),
            outline::certificate(&inner.views)
        );
    }
}

#[test]
fn scrolling_many_certificates_draws_only_what_is_in_sight() {
    let mut stage = Stage::new(Language::English);
    stage.inner().fill_with_certificates(300);
    stage.push(Action::Open {
        sources: source("/many"),
        how: OpenHow::Replace,
    });
    stage.settle();
    let rows = stage.inner().views.bundle.as_ref().map(|bundle| {
        let table = bundle.collection.as_ref();
        table.map_or(0, |table| table.rows.len())
    });
    assert_eq!(rows, Some(300));
    let drawn = stage.harness.get_all_by_role(Role::Row).count();
    assert!((10..80).contains(&drawn), "{drawn} rows are drawn");

    stage.type_into(Role::TextInput, "007.pem");
    stage.harness.get_by_label_contains("1 of 300");
}

#[test]
fn pasted_certificate_is_opened_and_joins_what_is_open() {
    let mut stage = Stage::new(Language::English);
    let pem = include_str!("../../assets/sample/root.pem");
    let paste = egui::Event::Paste(pem.to_owned());
    stage.harness.input_mut().events.push(paste);
    stage.settle();
    assert_eq!(stage.title(), "Pasted text — Certwright");
    stage
        .harness
        .input_mut()
        .events
        .push(egui::Event::Paste(pem.to_owned()));
    stage.settle();
    assert_eq!(stage.inner().model.sources().len(), 2);
    stage.push(Action::Undo);
    assert_eq!(stage.inner().model.sources().len(), 1);
}

#[test]
fn dropped_files_hover_over_the_whole_panel_first() {
    let mut stage = Stage::new(Language::English);
    let hovered = egui::HoveredFile::default();
    stage.harness.input_mut().hovered_files.push(hovered);
    stage.settle();
    stage.harness.get_by_label("Drop to open");
}

#[test]
fn settings_change_language_and_theme_at_once() {
    let mut stage = Stage::new(Language::English);
    stage.push(Action::Show(Panel::Settings));
    stage
        .harness
        .get_by_role_and_label(Role::RadioButton, "简体中文")
        .click();
    stage.settle();
    stage.harness.get_by_role_and_label(Role::Heading, "主题");
    assert_eq!(stage.inner().model.language(), Language::Chinese);
}
