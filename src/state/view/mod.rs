//! View-models: finished strings, built when data changes, drawn as they are.
//! Uses core's data and the words of `text`; decides nothing that core should decide.

pub mod bundle;
pub mod certificate;
pub mod chain;
mod command_line;
pub mod convert;
pub mod csr;
pub mod csr_check;
pub mod diagnose;
mod doing;
pub mod export;
pub mod guide;
pub mod iis;
pub mod ledger;
pub mod notice;
mod password;
mod recent;
mod status;
mod tone;
pub mod validity;

use std::sync::Arc;

pub use command_line::command_line;
pub use doing::Doing;
pub use password::password_question;
pub use recent::RecentView;
pub use status::{FileKind, FileView, StatusView, file_kind};
pub use tone::Tone;

use super::csr_check::CsrTab;
use super::ledger::Listed;
use super::model::{Model, Panel};
use super::settings::Language;
use crate::core::artifact::ArtifactId;
use crate::core::convert::Material;
use crate::core::finding::Severity;
use crate::core::x509::{Certificate, ValidationLevel};
use crate::text::Lang;

/// The language of words for the language of the settings.
pub fn lang(language: Language) -> Lang {
    match language {
        Language::Chinese => Lang::Zh,
        Language::English => Lang::En,
    }
}

/// The mark of the validation level that a certificate's policies claim.
pub fn validation_level(certificate: &Certificate) -> Option<&'static str> {
    Some(match certificate.validation_level()? {
        ValidationLevel::Domain => "DV",
        ValidationLevel::Extended => "EV",
        ValidationLevel::Individual => "IV",
        ValidationLevel::Organization => "OV",
    })
}

/// One sentence with its line of context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerdictLine {
    pub tone: Tone,
    pub sentence: String,
    pub context: String,
}

/// What views depend on.
type Key = (u64, Language, usize);

/// All view-models that belong to the present revision.
#[derive(Default)]
pub struct Views {
    /// Title of the window.
    pub title: String,
    /// The bundle panel, when something is open.
    pub bundle: Option<Arc<bundle::BundleView>>,
    /// The certificate panel, when there is one to show.
    pub certificate: Option<Arc<certificate::CertificateView>>,
    /// The chain panel, once its chains are judged and the panel has been looked at.
    pub chain: Option<Arc<chain::ChainView>>,
    /// The convert panel, while something is open and the panel has been looked at.
    pub convert: Option<Arc<convert::ConvertView>>,
    /// The panel of requests, once it has been looked at.
    pub csr: Option<Arc<csr::CsrView>>,
    /// The check of a request, once its tab has been looked at.
    pub csr_check: Option<Arc<csr_check::CheckView>>,
    /// The panel of diagnoses, once it has been looked at.
    pub diagnose: Option<Arc<diagnose::DiagnoseView>>,
    /// The advice of the guide, once its panel has been looked at.
    pub guide: Option<Arc<guide::GuideView>>,
    /// What follows from the configuration of IIS that was read.
    pub iis_scan: Option<Arc<iis::ScanView>>,
    /// The IIS panel, once something was read and the panel has been looked at.
    pub iis: Option<Arc<iis::IisView>>,
    /// The list of requests, once it has been looked at.
    pub ledger: Option<Arc<ledger::LedgerView>>,
    /// Keys found again for what is open.
    pub answers: Vec<ledger::AnswerView>,
    pub status: StatusView,
    /// How many addresses were contacted; `None` when none was.
    pub network: Option<String>,
    pub recent: Vec<RecentView>,
    /// Certificates by file, for the palette.
    pub files: Vec<FileView>,
    problems: Option<(Tone, usize)>,
    built: Option<Key>,
    built_network: (usize, Language),
    built_chain: Option<(Key, u64)>,
    built_convert: Option<(Key, u64)>,
    built_csr: Option<(Key, u64)>,
    built_csr_check: Option<(Key, u64)>,
    built_diagnose: Option<(Key, u64, u64)>,
    built_guide: Option<(u64, Language)>,
    built_iis_scan: Option<(u64, Language)>,
    built_iis: Option<(u64, u64, Language)>,
    built_ledger: Option<(u64, Language)>,
    /// What the workspace of a revision offers to conversions.
    material: Option<(u64, Arc<Material>)>,
    built_certificate: Option<(Key, Option<ArtifactId>)>,
}

impl Views {
    /// Builds anew what is out of date. The certificate is built when its panel is first looked at.
    pub fn refresh(&mut self, model: &Model) {
        let unfolded: usize = model.unfolded.values().sum();
        let key = (model.revision, model.language(), unfolded);
        let lang = lang(model.language());
        if self.built != Some(key) {
            self.built = Some(key);
            self.refresh_bundle(lang, model);
        }
        let network = (model.contacted.len(), model.language());
        if self.built_network != network {
            self.built_network = network;
            let words = || crate::text::chain::panel::contacted(lang, network.0);
            self.network = (network.0 > 0).then(words);
        }
        let wanted = (key, model.certificate);
        if model.panel == Panel::Certificate && self.built_certificate != Some(wanted) {
            self.built_certificate = Some(wanted);
            self.certificate = certificate::build(lang, model).map(Arc::new);
        }
        let wanted = (key, model.chain.revision);
        let is_other = self.built_chain.is_some_and(|(built, _)| built.0 != key.0);
        if (model.panel == Panel::Chain || is_other) && self.built_chain != Some(wanted) {
            self.built_chain = Some(wanted);
            let open = model.workspace.as_ref();
            self.chain = open.and_then(|open| chain::build(lang, model, open).map(Arc::new));
        }
        let wanted = (model.guide.revision, model.language());
        if model.panel == Panel::Guide && self.built_guide != Some(wanted) {
            self.built_guide = Some(wanted);
            self.guide = Some(Arc::new(guide::build(lang, &model.guide.asked)));
        }
        self.refresh_diagnose(lang, model, key);
        self.refresh_iis(lang, model);
        self.refresh_ledger(lang, model);
        self.refresh_csr(lang, model, key);
        let wanted = (key, model.convert.revision);
        if model.panel == Panel::Convert && self.built_convert != Some(wanted) {
            self.built_convert = Some(wanted);
            self.refresh_convert(lang, model);
        }
    }

    fn refresh_csr(&mut self, lang: Lang, model: &Model, key: Key) {
        let wanted = (key, model.csr.revision);
        if model.panel == Panel::Csr && self.built_csr != Some(wanted) {
            self.built_csr = Some(wanted);
            self.csr = Some(Arc::new(csr::build(lang, model)));
        }
        let wanted = (key, model.csr_check.revision);
        let is_seen = model.panel == Panel::Csr && model.csr_check.tab == CsrTab::Check;
        if is_seen && self.built_csr_check != Some(wanted) {
            self.built_csr_check = Some(wanted);
            self.csr_check = Some(Arc::new(csr_check::build(lang, model)));
        }
    }

    /// A run that goes on while another panel is looked at still gives the badge.
    fn refresh_diagnose(&mut self, lang: Lang, model: &Model, key: Key) {
        let held = &model.diagnose;
        let wanted = (key, held.revision, model.csr.revision);
        let is_wanted = model.panel == Panel::Diagnose || !held.checks.is_empty();
        if is_wanted && self.built_diagnose != Some(wanted) {
            self.built_diagnose = Some(wanted);
            self.diagnose = Some(Arc::new(diagnose::build(lang, model)));
        }
    }

    fn refresh_iis(&mut self, lang: Lang, model: &Model) {
        let held = &model.iis;
        let wanted = (held.scan_revision, model.language());
        if self.built_iis_scan != Some(wanted) {
            self.built_iis_scan = Some(wanted);
            let scan = held.scan.as_ref();
            let build = |scan| Arc::new(iis::of_scan(lang, scan, held.scan_revision));
            self.iis_scan = scan.map(|scan| build(scan));
        }
        let wanted = (held.scan_revision, held.revision, model.language());
        if model.panel == Panel::Iis && self.built_iis != Some(wanted) {
            self.built_iis = Some(wanted);
            let scan = self.iis_scan.as_ref();
            self.iis = scan.map(|scan| Arc::new(iis::build(lang, model, scan)));
        }
    }

    fn refresh_ledger(&mut self, lang: Lang, model: &Model) {
        let wanted = (model.ledger.revision, model.language());
        if self.built_ledger != Some(wanted) {
            self.built_ledger = Some(wanted);
            self.answers = ledger::answers(lang, model);
            let is_shown = !matches!(model.ledger.listed, Listed::NotBegun);
            self.ledger = is_shown.then(|| Arc::new(ledger::build(lang, model)));
        }
    }

    fn refresh_convert(&mut self, lang: Lang, model: &Model) {
        let Some(open) = &model.workspace else {
            self.convert = None;
            self.material = None;
            return;
        };
        let material = match &self.material {
            Some((revision, material)) if *revision == model.revision => Arc::clone(material),
            _ => Arc::new(Material::of(&open.inspection)),
        };
        self.material = Some((model.revision, Arc::clone(&material)));
        let view = convert::build(lang, model, open, &material);
        self.convert = Some(Arc::new(view));
    }

    fn refresh_bundle(&mut self, lang: Lang, model: &Model) {
        let workspace = model.workspace.as_ref();
        self.bundle = workspace.map(|open| Arc::new(bundle::build(lang, model, open)));
        self.status = status::build(lang, model);
        self.recent = recent::build(lang, model);
        self.files = workspace.map_or_else(Vec::new, status::files);
        self.problems = workspace.and_then(|open| problems(open.inspection.findings()));
        self.title = match &self.bundle {
            Some(bundle) => format!("{} — Certwright", bundle.title),
            None => "Certwright".to_owned(),
        };
    }

    /// Open problems of a panel: the worst verdict and how many.
    pub fn badge(&self, panel: Panel) -> Option<(Tone, String)> {
        let (tone, count) = match panel {
            Panel::Bundle => self.problems?,
            Panel::Chain => {
                let errors = self.chain.as_ref().map_or(0, |view| view.errors);
                (errors > 0).then_some((Tone::Error, errors))?
            }
            Panel::Diagnose => {
                let problems = self.diagnose.as_ref()?.problems;
                (problems > 0).then_some((Tone::Error, problems))?
            }
            Panel::Iis => {
                let rows = &self.iis_scan.as_ref()?.rows;
                let tone = match rows.errors {
                    0 => Tone::Warn,
                    _ => Tone::Error,
                };
                (rows.problems > 0).then_some((tone, rows.problems))?
            }
            _ => return None,
        };
        let count = if count > 99 {
            "99+".to_owned()
        } else {
            count.to_string()
        };
        Some((tone, count))
    }
}

fn problems(findings: &[crate::core::finding::Finding]) -> Option<(Tone, usize)> {
    let worst = findings.first()?.severity;
    let count = findings
        .iter()
        .filter(|finding| finding.severity == worst)
        .count();
    (worst > Severity::Info).then_some((worst.into(), count))
}
