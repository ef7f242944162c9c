//! What a saved file holds, what it is called, what its dialog is titled.

use zeroize::Zeroizing;

use crate::state::effect::{Picked, Saving};
use crate::state::model::Model;
use crate::text::window as words;

/// The bytes of a file to save; `None` when what it is made from is closed.
pub fn bytes(model: &Model, what: Saving) -> Option<Zeroizing<Vec<u8>>> {
    let inspection = model.inspection()?;
    match what {
        Saving::CertificateDer(id) => {
            let certificate = inspection.artifact(id)?.certificate()?;
            Some(Zeroizing::new(certificate.der.to_vec()))
        }
        Saving::CertificatePem(_) | Saving::FullChain(_) | Saving::Report => None,
    }
}

/// The name a file is offered under.
pub fn file_name(_model: &Model, what: Saving) -> String {
    match what {
        Saving::CertificateDer(_) => "certificate.cer".to_owned(),
        Saving::CertificatePem(_) => "certificate.pem".to_owned(),
        Saving::FullChain(_) => "fullchain.pem".to_owned(),
        Saving::Report => "report.txt".to_owned(),
    }
}

/// The title of a system dialog.
pub fn dialog_title(model: &Model, asked: Picked) -> String {
    let lang = super::lang(model.language());
    match asked {
        Picked::Files => words::open_files(lang),
        Picked::Folder => words::open_folder(lang),
        Picked::Save(_) => words::save(lang),
    }
    .to_owned()
}
