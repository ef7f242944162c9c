//! The check of a request by role and name: nothing open, a sound request, an order and a key that differ.

use certwright::core::bundle::Source;
use certwright::state::csr_check::{CheckAction, CsrTab};
use certwright::state::{Action, Language, OpenHow};
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use rcgen::{CertificateParams, DistinguishedName, DnType, KeyPair};

use super::stage::Stage;

/// The tab, with a request for shop.example.com open where it is wanted, and beside it a key that is not its own.
fn stage(language: Language, is_open: bool) -> Stage {
    let mut stage = Stage::new(language);
    if is_open {
        open(&mut stage);
    }
    stage.push(Action::CsrCheck(CheckAction::Show(CsrTab::Check)));
    stage.settle();
    stage
}

fn open(stage: &mut Stage) {
    let key = KeyPair::generate().unwrap();
    let mut parameters = CertificateParams::new(["shop.example.com".to_owned()]).unwrap();
    let mut subject = DistinguishedName::new();
    subject.push(DnType::CommonName, "shop.example.com");
    parameters.distinguished_name = subject;
    let request = parameters.serialize_request(&key).unwrap();
    let other = KeyPair::generate().unwrap().serialize_pem();
    stage
        .inner()
        .put("/in/shop.csr", request.pem().unwrap().as_bytes());
    stage.inner().put("/in/other.key", other.as_bytes());
    let sources = ["/in/shop.csr", "/in/other.key"];
    stage.push(Action::Open {
        sources: sources.map(|path| Source::Path(path.into())).to_vec(),
        how: OpenHow::Replace,
    });
}

fn has(stage: &Stage, words: &str) -> bool {
    stage
        .harness
        .query_all_by_label_contains(words)
        .next()
        .is_some()
}

#[test]
fn without_a_request_there_is_a_way_in() {
    let stage = stage(Language::English, false);
    assert!(has(&stage, "No request is open"));
    stage
        .harness
        .get_by_role_and_label(Role::Button, "Open request…");
}

#[test]
fn an_open_request_is_checked_at_once_and_written_down() {
    let stage = stage(Language::English, true);
    assert!(has(&stage, "Signed by its own key"));
    assert!(has(&stage, "shop.example.com"));
    assert!(has(&stage, "Noted in the ledger"));
}

#[test]
fn an_order_and_another_key_are_held_against_it() {
    let mut stage = stage(Language::English, true);
    let order = CheckAction::Order("shop.example.com, www.example.com".to_owned());
    stage.push(Action::CsrCheck(order));
    stage.settle();
    assert!(has(
        &stage,
        "The CSR lacks names of the order: www.example.com"
    ));
    let order = CheckAction::Order("shop.example.com".to_owned());
    stage.push(Action::CsrCheck(order));
    stage.settle();
    assert!(has(&stage, "Nothing stands against this request"));
    let key = {
        let inner = stage.inner();
        let open = inner.model.inspection().unwrap();
        let keys = open
            .artifacts
            .iter()
            .filter(|artifact| artifact.key().is_some());
        keys.map(|artifact| artifact.id).next().unwrap()
    };
    stage.push(Action::CsrCheck(CheckAction::Against(Some(key))));
    stage.settle();
    assert!(has(&stage, "A CA will refuse this request"));
}

#[test]
fn the_check_speaks_chinese() {
    let stage = stage(Language::Chinese, true);
    assert!(has(&stage, "由自身密钥签名"));
    assert!(has(&stage, "订单中的域名"));
}

#[test]
fn the_list_of_requests_follows_a_check() {
    let mut stage = stage(Language::English, false);
    stage.push(Action::CsrCheck(CheckAction::Show(CsrTab::Ledger)));
    stage.settle();
    assert!(has(&stage, "No request yet"));
    open(&mut stage);
    stage.push(Action::CsrCheck(CheckAction::Show(CsrTab::Check)));
    stage.settle();
    stage.push(Action::CsrCheck(CheckAction::Show(CsrTab::Ledger)));
    stage.settle();
    assert!(has(&stage, "1 entry"));
}
