//! The answer comes back in the window: a certificate without its key is offered the key that the ledger
//! knows; and the list of requests in each of its states.

use std::cell::RefCell;
use std::rc::Rc;

use certwright::core::artifact::Fingerprint;
use certwright::core::bundle::{KeyState, Source};
use certwright::core::env::Ledger;
use certwright::core::env::memory::MemoryLedger;
use certwright::core::ledger::ops::{Answer, Held, Listing};
use certwright::core::ledger::{
    EntryId, Kept, LedgerFault, NewEntry, Origin, Role as Kind, Search, Shelf,
};
use certwright::core::op::{Outcome, Report};
use certwright::core::problem::Failure;
use certwright::core::time::Moment;
use certwright::state::ledger::LedgerAction;
use certwright::state::view::Views;
use certwright::state::{Action, Effect, Language, Model, OpenHow, Panel, apply};
use certwright::text::Lang;
use certwright::ui::desk::Desk;
use certwright::ui::{csr_ledger, fonts, style};
use egui::MissingGlyphPolicy;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use rcgen::{CertificateParams, KeyPair, PublicKeyData};

use super::stage::Stage;

const CERTIFICATE: &str = "/back/shop.pem";
const KEY: &str = "/keys/shop.key";

/// A certificate came back; the ledger holds its request, made on 25 Nov 2026.
fn stage(language: Language, is_key_there: bool) -> Stage {
    let stage = Stage::new(language);
    let key = KeyPair::generate().expect("a key");
    let parameters = CertificateParams::new(["shop.example.com".to_owned()]).expect("parameters");
    let certificate = parameters.self_signed(&key).expect("a certificate");
    stage.inner().put(CERTIFICATE, certificate.pem().as_bytes());
    if is_key_there {
        stage.inner().put(KEY, key.serialize_pem().as_bytes());
    }
    let made = NewEntry {
        key: Fingerprint::of(&key.subject_public_key_info()),
        key_kind: "P-256".to_owned(),
        request: Fingerprint::of(b"the request"),
        at: Moment::parse("2026-11-25T09:00:00Z").expect("a moment"),
        origin: Origin::Made,
        subject: "CN=shop.example.com".to_owned(),
        names: vec!["shop.example.com".to_owned()],
        kept: vec![Kept {
            role: Kind::Key,
            path: KEY.into(),
        }],
    };
    stage.inner().ledger.record(&made).expect("written");
    stage
}

fn open(stage: &mut Stage) {
    stage.push(Action::Open {
        sources: vec![Source::Path(CERTIFICATE.into())],
        how: OpenHow::Replace,
    });
    stage.settle();
}

fn has_key(stage: &Stage) -> bool {
    let inner = stage.inner();
    let open = inner.model.inspection().expect("something open");
    matches!(open.story.identities[0].key, KeyState::Proven(_))
}

fn places(stage: &Stage) -> Vec<Kind> {
    let found = stage.inner().ledger.search(&Search::default());
    let kept = &found.expect("an answer")[0].made.kept;
    kept.iter().map(|kept| kept.role).collect()
}

#[test]
fn a_certificate_that_comes_back_is_offered_its_key() {
    let mut stage = stage(Language::English, true);
    open(&mut stage);
    stage
        .harness
        .get_by_label_contains("Its key was made here on 25 Nov 2026");
    stage.harness.get_by_label_contains(KEY);
    assert!(!has_key(&stage));
    stage.click("Add the key");
    stage.settle();
    assert!(has_key(&stage));
    assert!(stage.inner().views.answers.is_empty());
    assert_eq!(places(&stage), [Kind::Key, Kind::Certificate]);
    assert_eq!(stage.inner().model.panel, Panel::Bundle);
    // It joined as anything else does: Ctrl+Z takes it out again, and the offer is back.
    stage.push(Action::Undo);
    stage.settle();
    assert!(!has_key(&stage));
    assert_eq!(stage.inner().views.answers.len(), 1);
}

#[test]
fn the_pfx_of_both_is_one_click_away() {
    let mut stage = stage(Language::English, true);
    open(&mut stage);
    stage.click("Add the key and make a PFX");
    stage.settle();
    assert!(has_key(&stage));
    assert_eq!(stage.inner().model.panel, Panel::Convert);
}

#[test]
fn a_key_that_is_gone_is_said_to_be_gone() {
    let mut stage = stage(Language::Chinese, false);
    open(&mut stage);
    stage
        .harness
        .get_by_label_contains("其私钥于 2026-11-25 在此生成");
    stage.harness.get_by_label_contains("已不存在");
    stage
        .harness
        .get_by_role_and_label(Role::Button, "在别处查找…");
    let none = stage
        .harness
        .query_by_role_and_label(Role::Button, "添加私钥");
    assert!(none.is_none());
}

#[test]
fn a_returned_certificate_can_be_marked_as_used() {
    let mut stage = stage(Language::English, true);
    open(&mut stage);
    stage.click("Mark as used");
    stage.settle();
    let found = stage.inner().ledger.search(&Search::default());
    assert!(found.expect("an answer")[0].used.is_some());
    let again = stage
        .harness
        .query_by_role_and_label(Role::Button, "Mark as used");
    assert!(again.is_none());
}

#[test]
fn what_lacks_no_key_asks_nothing() {
    let mut stage = stage(Language::English, true);
    stage.push(Action::Open {
        sources: vec![Source::Path(CERTIFICATE.into()), Source::Path(KEY.into())],
        how: OpenHow::Replace,
    });
    stage.settle();
    let inner = stage.inner();
    assert_eq!(inner.started, 1, "the opening alone");
    assert!(inner.views.answers.is_empty());
}

/// The list on its own, its operations answered from a ledger in memory.
struct List {
    harness: Harness<'static>,
    inner: Rc<RefCell<Inner>>,
}

struct Inner {
    model: Model,
    views: Views,
    desk: Desk,
    outbox: Vec<Action>,
    ledger: MemoryLedger,
    fault: Option<LedgerFault>,
    is_newer: bool,
    copied: Option<String>,
}

impl Inner {
    fn tick(&mut self) {
        while !self.outbox.is_empty() {
            for action in std::mem::take(&mut self.outbox) {
                for effect in apply(&mut self.model, action) {
                    self.perform(effect);
                }
            }
        }
        self.views.refresh(&self.model);
    }

    fn perform(&mut self, effect: Effect) {
        use certwright::core::ledger::ops::Request as Asked;
        use certwright::core::op::Request;
        let (job, request) = match effect {
            Effect::Start {
                job,
                request: Request::Ledger(request),
            } => (job, request),
            Effect::Copy(text) => {
                self.copied = Some(text);
                return;
            }
            _ => return,
        };
        let done = |answer| Outcome::Done(Report::Ledger(Box::new(answer)));
        let outcome = match (self.fault.clone(), request) {
            (Some(fault), _) => Outcome::Failed(Failure::Ledger(fault)),
            (None, Asked::Search(wanted)) => {
                let found = self.ledger.search(&wanted).expect("an answer");
                let held = found.into_iter().map(|entry| Held {
                    is_there: entry.made.kept.iter().map(|_| true).collect(),
                    entry,
                });
                done(Answer::Found(Listing {
                    shelf: Shelf {
                        path: "certwright.db".into(),
                        is_newer: self.is_newer,
                    },
                    entries: held.collect(),
                    wanted,
                    has_more: false,
                }))
            }
            (None, Asked::Note { id, text }) => {
                self.ledger.note(id, &text).expect("noted");
                done(Answer::Noted(id))
            }
            (None, Asked::MarkUsed { id, is_used }) => {
                let at = is_used.then_some(Moment(1_795_430_520));
                self.ledger.mark_used(id, at).expect("marked");
                done(Answer::Marked { id, is_used })
            }
            (None, Asked::Forget(ids)) => {
                ids.iter()
                    .for_each(|id| self.ledger.forget(*id).expect("forgotten"));
                done(Answer::Forgotten(ids))
            }
            (None, other) => panic!("{other:?}"),
        };
        self.outbox.push(Action::FinishJob { job, outcome });
    }
}

impl List {
    fn new(language: Language, entries: u32) -> Self {
        Self::of(language, entries, None, false)
    }

    fn of(language: Language, entries: u32, fault: Option<LedgerFault>, is_newer: bool) -> Self {
        let mut model = Model::default();
        model.settings.language = Some(language);
        let ledger = MemoryLedger::default();
        for number in 0..entries {
            ledger
                .record(&crate::ledger::entry(number))
                .expect("written");
        }
        let inner = Rc::new(RefCell::new(Inner {
            model,
            views: Views::default(),
            desk: Desk::default(),
            outbox: Vec::new(),
            ledger,
            fault,
            is_newer,
            copied: None,
        }));
        let shared = Rc::clone(&inner);
        let mut is_prepared = false;
        let harness = Harness::builder()
            .with_size(egui::vec2(1100.0, 900.0))
            .build_ui(move |ui| {
                if !is_prepared {
                    is_prepared = true;
                    ui.ctx().set_fonts(fonts::definitions());
                    ui.ctx().set_missing_glyph_policy(MissingGlyphPolicy::Tofu);
                    style::apply(ui.ctx(), style::Preferences::default());
                    ui.ctx().request_repaint();
                    return;
                }
                let inner = &mut *shared.borrow_mut();
                inner.tick();
                let lang = match inner.model.language() {
                    Language::English => Lang::En,
                    Language::Chinese => Lang::Zh,
                };
                let (views, desk, outbox) = (&inner.views, &mut inner.desk, &mut inner.outbox);
                csr_ledger::ui(ui, &inner.model, views, lang, desk, outbox);
                if !outbox.is_empty() {
                    ui.ctx().request_repaint();
                }
            });
        Self { harness, inner }
    }

    fn settle(&mut self) {
        self.harness.run_steps(4);
    }

    fn click(&mut self, name: &str) {
        self.harness
            .get_by_role_and_label(Role::Button, name)
            .click();
        self.settle();
    }

    fn push(&mut self, action: LedgerAction) {
        self.inner.borrow_mut().outbox.push(Action::Ledger(action));
        self.settle();
    }
}

#[test]
fn an_empty_list_says_what_will_be_in_it() {
    let mut list = List::new(Language::English, 0);
    list.settle();
    list.harness.get_by_label_contains("No request yet");
    let mut list = List::new(Language::Chinese, 0);
    list.settle();
    list.harness.get_by_label_contains("还没有 CSR");
}

#[test]
fn entries_are_searched_chosen_noted_and_marked() {
    let mut list = List::new(Language::English, 9);
    list.settle();
    list.harness.get_by_label_contains("9 entries");
    list.push(LedgerAction::Search("shop3".to_owned()));
    list.harness.get_by_label_contains("1 entry");
    list.push(LedgerAction::Select(Some(EntryId(4))));
    list.harness
        .get_by_label_contains("CSR: /etc/ssl/shop3.csr");
    list.push(LedgerAction::Note(EntryId(4), "for the fair".to_owned()));
    list.click("Mark as used");
    list.harness
        .get_by_role_and_label(Role::Button, "Take the mark away");
    list.click("Copy the key’s fingerprint");
    let wanted = crate::ledger::entry(3).key.to_string();
    assert_eq!(list.inner.borrow().copied, Some(wanted));
    let found = list.inner.borrow().ledger.search(&Search::default());
    let held = found.expect("an answer");
    let held = held
        .iter()
        .find(|entry| entry.id == EntryId(4))
        .expect("there");
    assert_eq!(held.note, "for the fair");
    assert!(held.used.is_some());
    list.push(LedgerAction::Search("nowhere".to_owned()));
    list.harness.get_by_label_contains("No entry fits");
}

#[test]
fn forgetting_is_asked_for_first() {
    let mut list = List::new(Language::English, 3);
    list.settle();
    list.push(LedgerAction::Select(Some(EntryId(2))));
    list.click("Forget…");
    let dialog = list.inner.borrow().model.dialog.clone();
    assert_eq!(
        dialog,
        Some(certwright::state::Dialog::ForgetEntry(EntryId(2)))
    );
    list.push(LedgerAction::Forget(EntryId(2)));
    assert_eq!(list.inner.borrow().model.dialog, None);
    list.harness.get_by_label_contains("2 entries");
    assert_eq!(list.inner.borrow().model.ledger.selected, None);
}

#[test]
fn a_newer_list_is_shown_and_not_changed() {
    let mut list = List::of(Language::English, 2, None, true);
    list.settle();
    list.push(LedgerAction::Select(Some(EntryId(1))));
    list.harness
        .get_by_label_contains("A newer version of Certwright wrote this list");
    list.click("Forget…");
    assert_eq!(list.inner.borrow().model.dialog, None, "it is off");
}

#[test]
fn a_damaged_list_says_where_it_lies_and_can_be_tried_again() {
    let fault = LedgerFault::Damaged {
        path: "/home/zoe/certwright.db".into(),
        detail: "file is not a database".to_owned(),
    };
    let mut list = List::of(Language::English, 2, Some(fault), false);
    list.settle();
    list.harness
        .get_by_label_contains("The list of requests cannot be read");
    list.harness
        .get_by_label_contains("/home/zoe/certwright.db");
    list.inner.borrow_mut().fault = None;
    list.click("Try again");
    list.harness.get_by_label_contains("2 entries");
}
