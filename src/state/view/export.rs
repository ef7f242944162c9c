//! What a saved file holds, what it is called, what its dialog is titled.

use std::sync::Arc;

use zeroize::Zeroizing;

use crate::core::artifact::ArtifactId;
use crate::core::bundle::Inspection;
use crate::core::op::Report;
use crate::core::x509::Certificate;
use crate::core::x509::export::full_chain as full_chain_pem;
use crate::state::csr::ReadFor;
use crate::state::effect::{Picked, Saving};
use crate::state::model::Model;
use crate::text::chain::panel as chain_words;
use crate::text::convert::panel;
use crate::text::csr::panel as csr_words;
use crate::text::diagnose::panel as diagnose_words;
use crate::text::iis::window as iis_words;
use crate::text::{bundle as words, command, foreign, report, window};

/// The bytes of a file to save; `None` when what it is made from is closed.
pub fn bytes(model: &Model, what: Saving) -> Option<Zeroizing<Vec<u8>>> {
    if matches!(what, Saving::IisCopy | Saving::IisPlan | Saving::IisScript) {
        return super::iis::bytes(model, what);
    }
    if matches!(
        what,
        Saving::TicketHtml | Saving::TicketJson | Saving::TicketText
    ) {
        return super::diagnose::export::bytes(model, what).map(Zeroizing::new);
    }
    let inspection = model.inspection()?;
    let bytes = match what {
        Saving::CertificateDer(id) => certificate(inspection, id)?.der.to_vec(),
        Saving::CertificatePem(id) => {
            let certificate = certificate(inspection, id)?;
            certificate.to_pem().into_bytes()
        }
        Saving::Chain {
            answer,
            form,
            with_root,
        } => super::chain::bytes(model, answer, form, with_root)?,
        // Its files are written by an operation of their own.
        Saving::Converted | Saving::ConvertedFolder => return None,
        Saving::IisCopy | Saving::IisPlan | Saving::IisScript => return None,
        Saving::TicketHtml | Saving::TicketJson | Saving::TicketText => return None,
        Saving::FullChain(index) => full_chain(inspection, index)?.into_bytes(),
        Saving::Report => {
            let lang = super::lang(model.language());
            let report = Report::Inspection(Arc::clone(inspection));
            report::render(lang, &report).into_bytes()
        }
    };
    Some(Zeroizing::new(bytes))
}

fn certificate(inspection: &Inspection, id: ArtifactId) -> Option<&Arc<Certificate>> {
    inspection.artifact(id)?.certificate()
}

/// Leaf first, each issuer after what it signed, without the root: as TLS servers send it.
fn full_chain(inspection: &Inspection, index: usize) -> Option<String> {
    let identity = inspection.story.identities.get(index)?;
    let issuers = identity
        .issuers
        .iter()
        .filter(|issuer| issuer.subject.der != issuer.issuer.der);
    let chain = std::iter::once(&identity.leaf).chain(issuers);
    Some(full_chain_pem(chain.map(AsRef::as_ref)))
}

/// The name a file is offered under.
pub fn file_name(model: &Model, what: Saving) -> String {
    let inspection = model.inspection();
    let stem = |name: Option<String>, otherwise: &str| {
        foreign::file_name(name.as_deref().unwrap_or(otherwise))
    };
    let subject = |id| {
        let certificate = certificate(inspection?, id)?;
        Some(words::subject_name(certificate))
    };
    match what {
        Saving::CertificateDer(id) => format!("{}.cer", stem(subject(id), "certificate")),
        Saving::CertificatePem(id) => format!("{}.pem", stem(subject(id), "certificate")),
        Saving::Chain { form, .. } => form.file_name().to_owned(),
        Saving::Converted => made_file_name(model).unwrap_or_default(),
        Saving::ConvertedFolder => String::new(),
        Saving::FullChain(_) => "fullchain.pem".to_owned(),
        Saving::IisCopy => super::iis::config_name(model),
        Saving::IisPlan => "iis-plan.json".to_owned(),
        Saving::IisScript => "iis-plan.ps1".to_owned(),
        Saving::Report => {
            let opened = inspection.and_then(|open| open.opened().first());
            let name = opened.map(|opened| opened.name.clone());
            format!("{}.report.txt", stem(name, "certwright"))
        }
        Saving::TicketHtml | Saving::TicketJson | Saving::TicketText => {
            super::diagnose::export::file_name(model, what)
        }
    }
}

/// The name of the conversion's one file.
fn made_file_name(model: &Model) -> Option<String> {
    let made = model.convert.progress.made()?;
    Some(made.files.first()?.planned.name.clone())
}

/// The title of a system dialog.
pub fn dialog_title(model: &Model, asked: Picked) -> String {
    let lang = super::lang(model.language());
    let title = match asked {
        Picked::Added => window::add_files(lang),
        Picked::Csr(what) => csr_words::read_title(lang, what == ReadFor::Key),
        Picked::CsrFolder => csr_words::folder_title(lang),
        Picked::Files => window::open_files(lang),
        Picked::Folder => window::open_folder(lang),
        Picked::IisFiles => iis_words::open_files(lang),
        Picked::IisFolder => iis_words::open_folder(lang),
        Picked::Save(Saving::CertificateDer(_)) => command::save_certificate_der(lang),
        Picked::Save(Saving::CertificatePem(_)) => command::save_certificate_pem(lang),
        Picked::Save(Saving::Chain { form, .. }) => chain_words::save_form(lang, form),
        Picked::Save(Saving::Converted) => panel::save_title(lang),
        Picked::Save(Saving::ConvertedFolder) => panel::save_folder_title(lang),
        Picked::Save(Saving::FullChain(_)) => command::save_chain(lang),
        Picked::Save(Saving::IisCopy) => iis_words::save_copy(lang),
        Picked::Save(Saving::IisPlan) => iis_words::save_plan(lang),
        Picked::Save(Saving::IisScript) => iis_words::save_script(lang),
        Picked::Save(Saving::Report) => command::save_report(lang),
        Picked::Save(Saving::TicketHtml) => diagnose_words::save_ticket_html(lang),
        Picked::Save(Saving::TicketJson) => diagnose_words::save_ticket_json(lang),
        Picked::Save(Saving::TicketText) => diagnose_words::save_ticket_text(lang),
    };
    title.trim_end_matches('…').to_owned()
}
