//! The window on a stage: model, views and drawing as the app joins them, operations run at once
//! on a world in memory.

use std::cell::{RefCell, RefMut};
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use certwright::core::convert::password;
use certwright::core::env::memory::{
    CountingRandom, FixedClock, MemoryDns, MemoryFiles, MemoryLedger, NoStores, NoWeb,
};
use certwright::core::env::{Env, OneByOne};
use certwright::core::op::{self, Request};
use certwright::core::progress::Unwatched;
use certwright::core::save;
use certwright::core::time::Moment;
use certwright::state::convert::ConvertAction;
use certwright::state::csr::CsrAction;
use certwright::state::view::{Views, export};
use certwright::state::{Action, Effect, Language, Model, apply};
use certwright::ui::desk::Desk;
use certwright::ui::{fonts, shell, style};
use egui::MissingGlyphPolicy;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use rcgen::{CertificateParams, KeyPair};

/// What stands behind the window.
pub struct Inner {
    pub model: Model,
    pub views: Views,
    pub desk: Desk,
    pub outbox: Vec<Action>,
    /// Operations are started and never end by themselves.
    pub is_holding: bool,
    /// Operations started so far.
    pub started: usize,
    files: MemoryFiles,
    /// Who answers questions about names; without it there is no network.
    pub dns: Option<MemoryDns>,
    /// The requests made and checked here.
    pub ledger: MemoryLedger,
}

impl Inner {
    fn tick(&mut self, uptime_secs: f64) {
        self.model.uptime_secs = uptime_secs;
        self.model.now = Moment::parse("2026-11-23T10:42:00Z").expect("a moment");
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
        let (job, request) = match effect {
            Effect::Start { job, request } => (job, request),
            Effect::Save {
                job,
                what,
                path,
                replace,
            } => {
                let bytes = export::bytes(&self.model, what).expect("something to save");
                let request = save::Request {
                    path,
                    bytes,
                    private: false,
                    replace,
                };
                (job, Request::Save(request))
            }
            Effect::GenerateKeyPassword => {
                let secret = password::generate(&CountingRandom::default()).expect("random bytes");
                let answer = CsrAction::Generated(Some(Arc::new(secret)));
                self.outbox.push(Action::Csr(answer));
                return;
            }
            Effect::GeneratePassword(of) => {
                let secret = password::generate(&CountingRandom::default()).expect("random bytes");
                let answer = ConvertAction::Generated(of, Arc::new(secret));
                self.outbox.push(Action::Convert(answer));
                return;
            }
            _ => return,
        };
        self.started += 1;
        if self.is_holding {
            return;
        }
        let env = Env {
            files: &self.files,
            clock: &FixedClock(self.model.now),
            parallel: &OneByOne,
            random: &CountingRandom::default(),
            stores: &NoStores,
            iis: &certwright::core::env::NoIis,
            elevation: &certwright::core::env::NoElevation,
            ledger: &self.ledger,
            dns: match &self.dns {
                Some(dns) => dns,
                None => &certwright::core::env::NoDns,
            },
            web: &NoWeb,
            dial: &certwright::core::env::NoDialer,
        };
        let outcome = op::run(&request, &env, &Unwatched);
        self.outbox.push(Action::FinishJob { job, outcome });
    }

    /// Puts certificates into the folder `/many`, one a file.
    pub fn fill_with_certificates(&self, count: usize) {
        let key = KeyPair::generate().expect("a key");
        let mut files = self.files.0.lock().expect("files");
        for number in 0..count {
            let name = format!("host{number:03}.example.com");
            let parameters = CertificateParams::new([name]).expect("parameters");
            let certificate = parameters.self_signed(&key).expect("a certificate");
            let path = format!("/many/{number:03}.pem");
            files.insert(path.into(), certificate.pem().into_bytes());
        }
    }

    /// Puts a file there.
    pub fn put(&self, path: &str, bytes: &[u8]) {
        let mut files = self.files.0.lock().expect("files");
        files.insert(path.into(), bytes.to_vec());
    }

    /// What was written to a path.
    pub fn written(&self, path: &str) -> Vec<u8> {
        let files = self.files.0.lock().expect("files");
        files.get(Path::new(path)).cloned().unwrap_or_default()
    }
}

/// A window that is driven by role and name.
pub struct Stage {
    pub harness: Harness<'static>,
    inner: Rc<RefCell<Inner>>,
}

impl Stage {
    pub fn new(language: Language) -> Self {
        let mut model = Model::default();
        model.settings.language = Some(language);
        let inner = Rc::new(RefCell::new(Inner {
            model,
            views: Views::default(),
            desk: Desk::default(),
            outbox: Vec::new(),
            is_holding: false,
            started: 0,
            files: MemoryFiles::default(),
            dns: None,
            ledger: MemoryLedger::default(),
        }));
        let shared = Rc::clone(&inner);
        let mut is_prepared = false;
        let harness = Harness::builder()
            .with_size(egui::vec2(1280.0, 1400.0))
            .build_ui(move |ui| {
                if !is_prepared {
                    is_prepared = true;
                    ui.ctx().set_fonts(fonts::definitions());
                    // The own faces have no Han; the system's are not asked here.
                    ui.ctx().set_missing_glyph_policy(MissingGlyphPolicy::Tofu);
                    style::apply(ui.ctx(), style::Preferences::default());
                    ui.ctx().request_repaint();
                    return;
                }
                let mut inner = shared.borrow_mut();
                inner.tick(ui.input(|input| input.time));
                let Inner {
                    model,
                    views,
                    desk,
                    outbox,
                    ..
                } = &mut *inner;
                shell::ui(ui, model, views, desk, outbox);
                if !outbox.is_empty() {
                    ui.ctx().request_repaint();
                }
            });
        let mut stage = Self { harness, inner };
        stage.settle();
        stage
    }

    /// A window whose operations never end by themselves.
    pub fn holding(language: Language) -> Self {
        let stage = Self::new(language);
        stage.inner().is_holding = true;
        stage
    }

    pub fn inner(&self) -> RefMut<'_, Inner> {
        self.inner.borrow_mut()
    }

    pub fn title(&self) -> String {
        self.inner().views.title.clone()
    }

    /// Draws until nothing changes any more.
    pub fn settle(&mut self) {
        self.harness.run_steps(4);
    }

    /// Lets a second pass.
    pub fn wait(&mut self) {
        self.harness.run_steps(8);
    }

    pub fn push(&mut self, action: Action) {
        self.inner().outbox.push(action);
        self.settle();
    }

    pub fn click(&mut self, name: &str) {
        self.harness
            .get_by_role_and_label(Role::Button, name)
            .click();
        self.settle();
    }

    pub fn click_role(&mut self, role: Role, name: &str) {
        self.harness.get_by_role_and_label(role, name).click();
        self.settle();
    }

    /// Types into the only input of a role.
    pub fn type_into(&mut self, role: Role, text: &str) {
        self.harness.get_by_role(role).focus();
        self.settle();
        self.harness.get_by_role(role).type_text(text);
        self.settle();
    }
}
