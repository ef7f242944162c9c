//! What is served, in the panel of diagnoses: four lanes, what is compared with, options, and what a server sends
//! opened like a file.

use std::sync::Arc;

use certwright::core::bundle::Source;
use certwright::core::bundle::trust::TrustChoice;
use certwright::core::diagnose::checks::connection::ConnectionSummary;
use certwright::core::diagnose::fetch::{FetchFault, Fetched, Target};
use certwright::core::diagnose::{
    Check, CheckId, CheckKey, Diagnosis, Lane, Request, Served, Skip,
};
use certwright::core::env::DnsName;
use certwright::core::op::{Outcome, Report};
use certwright::core::problem::Failure;
use certwright::core::time::Moment;
use certwright::core::tls::{Handshake, StartTls, Suite, Version};
use certwright::state::diagnose::{Compare, DiagnoseAction, Draft, Roots};
use certwright::state::server::{Fetching, ServerAction, ServerDraft};
use certwright::state::{Action, Dialog, Language, OpenHow, Panel};
use egui::Rect;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use rcgen::{CertificateParams, DnType, KeyPair, date_time_ymd};

use super::stage::Stage;

const NAME: &str = "www.example.com";
const ADDRESS: &str = "203.0.113.7:443";

fn push(stage: &mut Stage, action: DiagnoseAction) {
    stage.push(Action::Diagnose(action));
    stage.settle();
}

fn draft() -> Draft {
    Draft {
        names: NAME.to_owned(),
        with_public: false,
        ..Draft::default()
    }
}

fn stage(language: Language) -> Stage {
    let mut stage = Stage::holding(language);
    stage.push(Action::Show(Panel::Diagnose));
    push(&mut stage, DiagnoseAction::Change(Box::new(draft())));
    stage
}

fn has(stage: &Stage, words: &str) -> bool {
    let mut found = stage.harness.query_all_by_label_contains(words);
    found.next().is_some()
}

fn key(id: CheckId, place: &str) -> CheckKey {
    CheckKey::at(id, &DnsName::parse(NAME).unwrap(), place)
}

/// A certificate for a name that begins in a year.
fn certificate(name: &str, year: i32) -> rcgen::Certificate {
    let mut parameters = CertificateParams::new([name.to_owned()]).unwrap();
    parameters
        .distinguished_name
        .push(DnType::CommonName, name.to_owned());
    parameters.not_before = date_time_ymd(year, 1, 1);
    parameters.not_after = date_time_ymd(year + 1, 3, 1);
    parameters
        .self_signed(&KeyPair::generate().unwrap())
        .unwrap()
}

fn handshake(certificate: &rcgen::Certificate) -> Handshake {
    Handshake {
        version: Version::Tls13,
        suite: Suite(0x1301),
        chain: vec![certificate.der().to_vec()],
        staple: None,
        alpn: None,
        wants_client_certificate: false,
        is_old_client: false,
        is_unfinished: false,
        took_ms: 12,
    }
}

/// Opens files of these certificates.
fn open(stage: &mut Stage, files: &[(&str, &rcgen::Certificate)]) {
    for (path, certificate) in files {
        stage.inner().put(path, certificate.pem().as_bytes());
    }
    stage.inner().is_holding = false;
    let sources = files.iter().map(|(path, _)| Source::Path(path.into()));
    stage.push(Action::Open {
        sources: sources.collect(),
        how: OpenHow::Replace,
    });
    stage.wait();
    stage.inner().is_holding = true;
    stage.push(Action::Show(Panel::Diagnose));
    stage.settle();
}

/// What would be asked, shown before anything is sent.
fn pending(stage: &mut Stage) -> Request {
    push(stage, DiagnoseAction::Run);
    let pending = stage.inner().model.diagnose.pending.clone();
    stage.push(Action::CloseDialog);
    stage.settle();
    pending.expect("a question").1
}

fn began(stage: &mut Stage) {
    push(stage, DiagnoseAction::Run);
    push(stage, DiagnoseAction::Agree);
}

fn finish(stage: &mut Stage, outcome: Outcome) {
    let job = stage.inner().model.jobs.last().expect("a job").number;
    stage.push(Action::FinishJob { job, outcome });
    stage.settle();
}

/// A run in which a server sent this certificate.
fn ended(stage: &mut Stage, certificate: &rcgen::Certificate) {
    began(stage);
    let address = ADDRESS.parse().unwrap();
    let request = stage.inner().model.diagnose.request.clone().unwrap();
    let summary = ConnectionSummary::Handshake {
        address,
        version: Version::Tls13,
        connected_ms: 21,
        handshake_ms: 46,
    };
    let diagnosis = Diagnosis {
        request,
        at: Moment(1_800_000_000),
        took_ms: 90,
        checks: vec![
            Check::done(key(CheckId::Connection, ADDRESS), summary, Vec::new()),
            Check::skipped(key(CheckId::AgainstFile, ""), Skip::NothingToCompare),
        ],
        said: Vec::new(),
        asked: Vec::new(),
        served: vec![Served {
            name: DnsName::parse(NAME).unwrap(),
            address,
            with_sni: true,
            handshake: handshake(certificate),
        }],
        no_network: None,
        rounds: 1,
    };
    finish(stage, Outcome::Done(Report::Diagnosis(Arc::new(diagnosis))));
}

fn heads(stage: &Stage, names: [&str; 4]) -> [Rect; 4] {
    names.map(|name| {
        let head = stage
            .harness
            .get_by_role_and_label(Role::ProgressIndicator, name);
        head.rect()
    })
}

const LANES: [&str; 4] = ["DNS, CAA", "Validation", "Connection", "Page"];

#[test]
fn four_lanes_stand_side_by_side_and_two_and_two_in_a_small_window() {
    let mut stage = stage(Language::English);
    began(&mut stage);
    let [dns, validation, connection, page] = heads(&stage, LANES);
    assert!(dns.top() == page.top() && validation.top() == connection.top());
    assert!(dns.right() < validation.left() && connection.right() < page.left());
    assert!(dns.width() >= 230.0, "{dns:?}");
    stage.harness.set_size(egui::vec2(960.0, 640.0));
    stage.wait();
    let [dns, validation, connection, page] = heads(&stage, LANES);
    assert!(dns.top() == validation.top() && connection.top() == page.top());
    assert!(connection.top() > dns.bottom() && connection.left() == dns.left());
    for head in [dns, validation, connection, page] {
        assert!(head.left() >= 56.0 && head.right() <= 960.0, "{head:?}");
    }
}

#[test]
fn controls_stay_inside_a_small_window_in_both_languages() {
    for language in [Language::English, Language::Chinese] {
        let mut stage = stage(language);
        let served = certificate(NAME, 2026);
        ended(&mut stage, &served);
        stage.harness.set_size(egui::vec2(960.0, 640.0));
        stage.wait();
        for role in [Role::Button, Role::ComboBox, Role::TextInput, Role::Row] {
            for node in stage.harness.query_all_by_role(role) {
                let rect = node.rect();
                assert!(
                    rect.left() >= 0.0 && rect.right() <= 960.0,
                    "{role:?} {rect:?}"
                );
            }
        }
    }
}

#[test]
fn the_newest_certificate_that_has_the_name_is_compared_with_unless_another_is_chosen() {
    let mut stage = stage(Language::English);
    let [old, new, other] = [
        certificate(NAME, 2025),
        certificate(NAME, 2026),
        certificate("shop.example.com", 2026),
    ];
    open(
        &mut stage,
        &[
            ("/c/old.pem", &old),
            ("/c/new.pem", &new),
            ("/c/shop.pem", &other),
        ],
    );
    let against = pending(&mut stage).against.expect("something fits");
    assert_eq!(against.label, "new.pem");
    assert_eq!(against.certificates[0].der.as_ref(), new.der().as_ref());
    stage.click_role(Role::ComboBox, "Compare with");
    stage.click("shop.example.com, until 1 Mar 2027");
    assert_eq!(pending(&mut stage).against.unwrap().label, "shop.pem");
    stage.click_role(Role::ComboBox, "Compare with");
    stage.click("nothing");
    assert!(pending(&mut stage).against.is_none());
    assert_eq!(stage.inner().model.diagnose.draft.compare, Compare::Nothing);
}

#[test]
fn without_anything_open_it_says_so_and_leads_to_a_file() {
    let stage = stage(Language::English);
    let choice = stage
        .harness
        .get_by_role_and_label(Role::ComboBox, "Compare with");
    let shown = egui_kittest::kittest::NodeT::accesskit_node(&choice).value();
    assert_eq!(shown.as_deref(), Some("nothing open"));
}

#[test]
fn a_port_is_typed_at_the_end_of_the_field_or_with_the_name() {
    let mut stage = stage(Language::English);
    assert_eq!(pending(&mut stage).port, 443);
    let mut typed = draft();
    typed.names = "https://www.example.com:8443/order".to_owned();
    push(&mut stage, DiagnoseAction::Change(Box::new(typed)));
    assert_eq!(stage.inner().model.diagnose.draft.port, "8443");
    assert!(has(&stage, "port 8443"));
    assert_eq!(pending(&mut stage).port, 8443);
    push(&mut stage, DiagnoseAction::Change(Box::new(draft())));
    assert_eq!(pending(&mut stage).port, 443, "it goes with the name");
    let mut wrong = draft();
    wrong.port = "70000".to_owned();
    push(&mut stage, DiagnoseAction::Change(Box::new(wrong)));
    assert!(has(&stage, "A port is a number from 1 to 65535"));
    push(&mut stage, DiagnoseAction::Run);
    assert_eq!(stage.inner().started, 0);
}

#[test]
fn options_become_the_request() {
    let mut stage = stage(Language::English);
    stage.click("Options");
    stage.wait();
    stage.click_role(Role::CheckBox, "Page and mixed content");
    stage.click_role(Role::RadioButton, "This computer");
    let mut typed = stage.inner().model.diagnose.draft.clone();
    assert_eq!(typed.roots, Roots::System);
    typed.connect = "198.51.100.9, [2001:db8::9]:8443".to_owned();
    typed.websocket = "chat".to_owned();
    push(&mut stage, DiagnoseAction::Change(Box::new(typed.clone())));
    stage.click("Done");
    let request = pending(&mut stage);
    assert_eq!(
        request.lanes,
        [Lane::Dns, Lane::Validation, Lane::Connection]
    );
    let connect: Vec<String> = request.connect.iter().map(ToString::to_string).collect();
    assert_eq!(connect, ["198.51.100.9:443", "[2001:db8::9]:8443"]);
    assert_eq!(request.websocket.as_deref(), Some("/chat"));
    assert_eq!(request.trust, TrustChoice::System);
    typed.start = Some(StartTls::Smtp);
    typed.lanes = Lane::ALL.to_vec();
    push(&mut stage, DiagnoseAction::Change(Box::new(typed)));
    let request = pending(&mut stage);
    assert_eq!((request.port, request.start), (25, Some(StartTls::Smtp)));
    assert!(!request.lanes.contains(&Lane::Page), "mail has no page");
    assert_eq!(request.websocket, None);
}

#[test]
fn what_is_no_address_is_said_in_the_options() {
    let mut stage = stage(Language::English);
    let mut typed = draft();
    typed.connect = "203.0.113.7 newserver".to_owned();
    push(&mut stage, DiagnoseAction::Change(Box::new(typed)));
    stage.click("Options");
    assert!(has(&stage, "newserver is no IP address"));
}

#[test]
fn what_is_served_stands_in_a_table_and_opens_like_a_file() {
    let mut stage = stage(Language::English);
    let served = certificate(NAME, 2026);
    ended(&mut stage, &served);
    push(
        &mut stage,
        DiagnoseAction::Select(key(CheckId::Connection, ADDRESS)),
    );
    assert!(has(&stage, "What is served"));
    assert!(has(&stage, "1 Mar 2027"));
    stage.inner().is_holding = false;
    stage.click("Open in Bundle");
    stage.wait();
    let inner = stage.inner();
    assert_eq!(inner.model.panel, Panel::Bundle);
    let open = inner.model.inspection().expect("something is open");
    let leaf = &open.story.identities[0].leaf;
    assert_eq!(leaf.der.as_ref(), served.der().as_ref());
    assert!(inner.views.title.starts_with("www.example.com:443"));
}

#[test]
fn a_check_that_lacks_a_file_leads_to_one() {
    let mut stage = stage(Language::English);
    let served = certificate(NAME, 2026);
    ended(&mut stage, &served);
    push(
        &mut stage,
        DiagnoseAction::Select(key(CheckId::AgainstFile, "")),
    );
    stage
        .harness
        .get_by_role_and_label(Role::Button, "Open a file…");
}

/// The dialog that opens what a server sends, with a host typed.
fn asked(language: Language) -> Stage {
    let mut stage = Stage::holding(language);
    stage.push(Action::Server(ServerAction::Ask));
    let typed = ServerDraft {
        host: "mail.example.com".to_owned(),
        start: Some(StartTls::Imap),
    };
    stage.push(Action::Server(ServerAction::Change(typed)));
    stage.settle();
    stage
}

#[test]
fn a_server_is_opened_from_the_empty_bundle_and_by_its_keys() {
    let mut stage = Stage::holding(Language::English);
    stage.click("From a server…");
    assert_eq!(stage.inner().model.dialog, Some(Dialog::OpenServer));
    assert!(has(&stage, "Name a server first"));
    stage.push(Action::CloseDialog);
    stage.settle();
    stage
        .harness
        .key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::L);
    stage.settle();
    assert_eq!(stage.inner().model.dialog, Some(Dialog::OpenServer));
}

#[test]
fn whom_opening_contacts_is_said_before_and_what_comes_is_opened() {
    let mut stage = asked(Language::English);
    assert!(has(&stage, "Contacts mail.example.com:143"));
    assert_eq!(stage.inner().started, 0);
    stage.click("Connect and open");
    assert_eq!(stage.inner().started, 1);
    stage.inner().is_holding = false;
    let served = certificate("mail.example.com", 2026);
    let fetched = Fetched {
        target: Target::parse("mail.example.com:143").unwrap(),
        address: "203.0.113.9:143".parse().unwrap(),
        handshake: handshake(&served),
        tried: Vec::new(),
    };
    finish(&mut stage, Outcome::Done(Report::Served(Arc::new(fetched))));
    stage.wait();
    let inner = stage.inner();
    assert_eq!(inner.model.dialog, None);
    assert!(inner.views.title.starts_with("mail.example.com:143"));
    assert!(
        inner
            .model
            .contacted
            .contains(&"203.0.113.9".parse().unwrap())
    );
}

#[test]
fn opening_a_server_fails_in_words_and_can_be_tried_again() {
    let mut stage = asked(Language::English);
    stage.click("Connect and open");
    let host = "mail.example.com".to_owned();
    let fault = Failure::NotFetched(FetchFault::NoAddress { host });
    finish(&mut stage, Outcome::Failed(fault));
    assert!(has(&stage, "mail.example.com has no address here"));
    stage.click("Run again");
    finish(&mut stage, Outcome::Cancelled);
    assert!(has(&stage, "Stopped before the server answered"));
}

#[test]
fn closing_the_dialog_ends_the_call() {
    let mut stage = asked(Language::English);
    stage.click("Connect and open");
    stage.push(Action::CloseDialog);
    stage.settle();
    let inner = stage.inner();
    assert!(inner.model.jobs.is_empty());
    assert!(matches!(inner.model.server.fetching, Fetching::NotBegun));
}

#[test]
fn it_speaks_chinese() {
    let mut stage = stage(Language::Chinese);
    let served = certificate(NAME, 2026);
    ended(&mut stage, &served);
    push(
        &mut stage,
        DiagnoseAction::Select(key(CheckId::Connection, ADDRESS)),
    );
    for words in ["浏览器为什么不信任", "服务器发送的证书", "2027-03-01"] {
        assert!(has(&stage, words), "{words}");
    }
    stage
        .harness
        .get_by_role_and_label(Role::Button, "在证书包中打开");
    stage
        .harness
        .get_by_role_and_label(Role::ComboBox, "比较对象");
    stage.push(Action::Server(ServerAction::Ask));
    stage.settle();
    assert!(has(&stage, "将连接 www.example.com:443"));
}
