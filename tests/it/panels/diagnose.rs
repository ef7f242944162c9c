//! The panel of diagnoses by role and name: whom it would contact, lanes, the check that is looked at, one check
//! again, what changed, no network, Chinese, a small window.

use certwright::core::diagnose::checks::dns::DnsSummary;
use certwright::core::diagnose::{Check, CheckId, CheckKey, Diagnosis, Event, Lane, Mark, Request};
use certwright::core::env::memory::MemoryDns;
use certwright::core::env::{DnsName, SystemDns};
use certwright::core::op::{Outcome, Report};
use certwright::state::diagnose::{DiagnoseAction, Draft, ExpectedKind, ExpectedRow};
use certwright::state::view::diagnose::flag;
use certwright::state::{Action, Dialog, Language, Panel};
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};

use super::stage::Stage;

const RESOLVER: &str = "192.0.2.53";

/// Everything a resolver would say of a name whose CAA lets another CA issue.
fn world(caa: &str) -> MemoryDns {
    let zone = format!(
        "com 300 SOA a.gtld.example 1 60
        example.com 300 SOA ns1.example.com 1 60
        ns1.example.com 300 A 192.0.2.1
        www.example.com 300 A 203.0.113.7
        {caa}"
    );
    MemoryDns::default()
        .with_zone(RESOLVER, ".", &zone)
        .with_system(SystemDns {
            resolvers: vec![format!("{RESOLVER}:53").parse().unwrap()],
            ..SystemDns::default()
        })
}

const FOREIGN: &str = "example.com 300 CAA 0 issue other-ca.example";

fn draft() -> Draft {
    Draft {
        names: "www.example.com".to_owned(),
        authority: "trust.example".to_owned(),
        with_public: false,
        ..Draft::default()
    }
}

fn push(stage: &mut Stage, action: DiagnoseAction) {
    stage.push(Action::Diagnose(action));
    stage.settle();
}

fn stage(language: Language) -> Stage {
    let mut stage = Stage::new(language);
    stage.push(Action::Show(Panel::Diagnose));
    stage.settle();
    stage
}

/// A run that has ended.
fn ran(language: Language, caa: &str) -> Stage {
    let mut stage = stage(language);
    stage.inner().dns = Some(world(caa));
    push(&mut stage, DiagnoseAction::Change(Box::new(draft())));
    push(&mut stage, DiagnoseAction::Run);
    push(&mut stage, DiagnoseAction::Agree);
    stage.wait();
    stage
}

fn has(stage: &Stage, words: &str) -> bool {
    let mut found = stage.harness.query_all_by_label_contains(words);
    found.next().is_some()
}

fn key(id: CheckId) -> CheckKey {
    CheckKey::of(id, &DnsName::parse("www.example.com").unwrap())
}

/// What a run found, made by hand so that lanes of other areas do not matter.
fn found(checks: Vec<Check>) -> Diagnosis {
    let request = Request::of(vec![DnsName::parse("www.example.com").unwrap()]);
    Diagnosis {
        request,
        at: certwright::core::time::Moment(1_800_000_000),
        took_ms: 50,
        checks,
        said: Vec::new(),
        asked: Vec::new(),
        served: Vec::new(),
        no_network: None,
        rounds: 1,
    }
}

fn finish(stage: &mut Stage, diagnosis: Diagnosis) {
    let job = stage.inner().model.diagnose.job().expect("a run");
    let outcome = Outcome::Done(Report::Diagnosis(std::sync::Arc::new(diagnosis)));
    stage.push(Action::FinishJob { job, outcome });
    stage.settle();
}

/// A run that never ends by itself.
fn held(language: Language) -> Stage {
    let mut stage = Stage::holding(language);
    stage.push(Action::Show(Panel::Diagnose));
    push(&mut stage, DiagnoseAction::Change(Box::new(draft())));
    push(&mut stage, DiagnoseAction::Run);
    push(&mut stage, DiagnoseAction::Agree);
    stage
}

#[test]
fn without_a_name_it_says_what_it_does_and_cannot_run() {
    let mut stage = stage(Language::English);
    assert!(has(
        &stage,
        "Why does the CA not issue, or the browser not trust?"
    ));
    let run = stage.harness.get_by_role_and_label(Role::Button, "Run");
    assert!(run.accesskit_node().is_disabled());
    stage.click("Paste what the CA wrote");
    stage
        .harness
        .get_by_role_and_label(Role::Dialog, "What the CA expects");
}

#[test]
fn whom_it_would_contact_is_shown_before_the_first_run_and_not_again() {
    let mut stage = stage(Language::English);
    stage.inner().dns = Some(world(FOREIGN));
    push(&mut stage, DiagnoseAction::Change(Box::new(draft())));
    stage.click("Run");
    assert_eq!(stage.inner().started, 0, "nothing is sent before");
    assert!(has(&stage, "Nothing was sent yet"));
    assert!(has(&stage, "Resolvers of this computer"));
    assert!(has(&stage, "www.example.com:443"));
    stage.click("Ask these servers");
    stage.wait();
    assert_eq!(stage.inner().started, 1);
    stage.click("Run");
    assert_eq!(stage.inner().started, 2, "the same servers were agreed to");
    let mut other = draft();
    other.names = "shop.example.com".to_owned();
    push(&mut stage, DiagnoseAction::Change(Box::new(other)));
    stage.click("Run");
    assert_eq!(stage.inner().started, 2, "another name is another question");
    assert_eq!(stage.inner().model.dialog, Some(Dialog::DiagnoseContacts));
}

#[test]
fn what_was_typed_is_cleaned_and_said_or_refused() {
    let mut stage = stage(Language::English);
    let mut typed = draft();
    typed.names = "https://www.example.com/order?id=1".to_owned();
    push(&mut stage, DiagnoseAction::Change(Box::new(typed)));
    assert!(has(&stage, "Will be asked about: www.example.com"));
    let mut typed = draft();
    typed.names = "192.0.2.7".to_owned();
    push(&mut stage, DiagnoseAction::Change(Box::new(typed)));
    assert!(has(&stage, "No name that can be asked about"));
}

#[test]
fn the_record_that_lets_a_ca_issue_is_shown_and_copied() {
    let mut stage = ran(Language::English, FOREIGN);
    push(&mut stage, DiagnoseAction::Select(key(CheckId::Caa)));
    assert!(has(&stage, "CAA"));
    let inner = stage.inner();
    let view = inner.views.diagnose.clone().expect("a view");
    drop(inner);
    let card = view.card.as_ref().expect("a check");
    let records = card.problems[0].records.clone().expect("records");
    assert!(
        records.contains("IN CAA 0 issue \"trust.example\""),
        "{records}"
    );
    stage.click("Copy record");
    assert!(has(&stage, "Copied"));
}

#[test]
fn a_row_that_is_chosen_is_the_check_looked_at() {
    let mut stage = ran(Language::English, FOREIGN);
    push(&mut stage, DiagnoseAction::Select(key(CheckId::Exists)));
    let view = stage.inner().views.diagnose.clone().unwrap();
    assert_eq!(view.card.as_ref().unwrap().key, key(CheckId::Exists));
    let title = view.lanes[0].rows[0].title.clone();
    let row = stage
        .harness
        .query_all_by_role(Role::ListBoxOption)
        .find(|row| {
            row.accesskit_node()
                .label()
                .is_some_and(|it| it.starts_with(&title))
        });
    row.expect("a row by its name").click();
    stage.settle();
    let inner = stage.inner();
    assert_eq!(
        inner.model.diagnose.selected.as_ref(),
        Some(&view.lanes[0].rows[0].key)
    );
}

#[test]
fn one_check_is_run_again_and_what_changed_is_told() {
    let mut stage = ran(Language::English, FOREIGN);
    let before = stage.inner().model.diagnose.checks.len();
    let better = "example.com 300 CAA 0 issue trust.example";
    stage.inner().dns = Some(world(better));
    push(&mut stage, DiagnoseAction::RunOne(key(CheckId::Caa)));
    stage.wait();
    assert_eq!(stage.inner().model.diagnose.checks.len(), before);
    assert_eq!(stage.inner().model.diagnose.history.len(), 2);
    let checks = stage.inner().model.diagnose.checks.clone();
    let caa = checks.iter().find(|check| check.key.id == CheckId::Caa);
    assert_eq!(caa.unwrap().mark(), Some(Mark::Good), "{caa:?}");
    stage.click("History");
    assert!(has(&stage, "Fixed: "));
}

#[test]
fn lanes_fill_as_answers_come() {
    let mut stage = held(Language::English);
    let number = stage.inner().model.diagnose.job().unwrap();
    assert!(has(&stage, "checks done"));
    let summary = DnsSummary::Exists { addresses: 2 };
    let done = Check::done(key(CheckId::Exists), summary, Vec::new()).taking(38);
    stage.push(Action::Learnt {
        number,
        events: vec![Event::Check(done)],
    });
    stage.settle();
    assert!(has(&stage, "38 ms"));
    stage.push(Action::Cancel(number));
    stage.push(Action::FinishJob {
        job: number,
        outcome: Outcome::Cancelled,
    });
    stage.settle();
    assert!(has(&stage, "Stopped after"));
    assert!(has(&stage, "38 ms"), "what was found out stays");
}

#[test]
fn a_watch_tells_its_looks() {
    let mut stage = Stage::holding(Language::English);
    stage.push(Action::Show(Panel::Diagnose));
    let mut typed = draft();
    typed.expected = vec![ExpectedRow {
        kind: ExpectedKind::Txt,
        name: "_dnsauth.example.com".to_owned(),
        value: "abc".to_owned(),
    }];
    push(&mut stage, DiagnoseAction::Change(Box::new(typed)));
    push(&mut stage, DiagnoseAction::Watch);
    push(&mut stage, DiagnoseAction::Agree);
    let number = stage.inner().model.diagnose.job().unwrap();
    stage.push(Action::Learnt {
        number,
        events: vec![Event::Round {
            round: 3,
            rests_secs: 30,
        }],
    });
    stage.settle();
    assert!(has(&stage, "Look 3 done, again in"));
}

#[test]
fn no_network_is_said_once() {
    let mut stage = stage(Language::English);
    push(&mut stage, DiagnoseAction::Change(Box::new(draft())));
    push(&mut stage, DiagnoseAction::Run);
    push(&mut stage, DiagnoseAction::Agree);
    stage.wait();
    let said = stage
        .harness
        .query_all_by_label_contains("This computer has no way out");
    assert_eq!(said.count(), 1);
}

#[test]
fn what_a_ca_wrote_is_recognised_when_it_is_pasted() {
    let mut stage = stage(Language::English);
    let mail = "Host record: _dnsauth.www.example.com\nType: TXT\nTXT value: 2026abcdefghijklmnop";
    stage.push(Action::Paste(zeroize::Zeroizing::new(mail.to_owned())));
    stage.settle();
    assert_eq!(stage.inner().model.dialog, Some(Dialog::DiagnoseExpected));
    assert_eq!(stage.inner().model.diagnose.draft.names, "www.example.com");
    stage.click("Done");
    assert!(has(&stage, "CA expects 1…"));
}

#[test]
fn it_speaks_chinese() {
    let mut stage = ran(Language::Chinese, FOREIGN);
    push(&mut stage, DiagnoseAction::Select(key(CheckId::Caa)));
    assert!(has(&stage, "CA 为什么不签发"));
    assert!(has(&stage, "询问记录"));
    assert!(has(&stage, "复制记录"));
}

#[test]
fn nothing_is_cut_off_in_a_small_window() {
    for language in [Language::English, Language::Chinese] {
        let mut stage = ran(language, FOREIGN);
        stage.harness.set_size(egui::vec2(960.0, 640.0));
        stage.wait();
        for role in [
            Role::Button,
            Role::ListBoxOption,
            Role::TextInput,
            Role::ComboBox,
        ] {
            for node in stage.harness.query_all_by_role(role) {
                let rect = node.rect();
                assert!(
                    rect.left() >= 0.0 && rect.right() <= 960.0,
                    "{:?} {rect:?}",
                    node.accesskit_node().label()
                );
            }
        }
    }
}

#[test]
fn lanes_are_four_and_in_their_order() {
    let mut stage = held(Language::English);
    let view = stage.inner().views.diagnose.clone().unwrap();
    let lanes: Vec<Lane> = view.lanes.iter().map(|lane| lane.lane).collect();
    assert_eq!(lanes, Lane::ALL);
    let checks = vec![Check::done(
        key(CheckId::Exists),
        DnsSummary::Exists { addresses: 1 },
        Vec::new(),
    )];
    finish(&mut stage, found(checks));
    assert!(has(&stage, "No problems found"));
}

/// The long flags that the help of the verb lists.
fn flags_of_help() -> Vec<String> {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_certwright-cli"))
        .args(["diagnose", "all", "--help"])
        .output()
        .unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    let lines = help.lines().map(str::trim_start);
    let flags = lines.filter(|line| line.starts_with('-'));
    let words =
        flags.flat_map(|line| line.split(|it: char| it.is_whitespace() || ",[]=…".contains(it)));
    let flags = words.filter(|word| word.starts_with("--"));
    flags.map(str::to_owned).collect()
}

#[test]
fn flags_of_controls_and_of_the_command_line_are_the_same() {
    let known = flags_of_help();
    for flag in flag::ALL {
        assert!(
            known.iter().any(|it| it == flag),
            "{flag} is not in the help"
        );
    }
    for flag in &known {
        let is_here = flag::ALL.contains(&flag.as_str())
            || flag::ELSEWHERE.iter().any(|(other, _)| other == flag);
        assert!(
            is_here,
            "{flag} has no control and no reason for having none"
        );
    }
}
