//! The ticket: what is sent to whoever hosts the zone or the server.

use crate::core::diagnose::Diagnosis;
use crate::state::effect::Saving;
use crate::state::model::Model;
use crate::text::diagnose::report;
use crate::text::foreign;

/// The ticket as text; `None` until a run has ended.
pub fn ticket(model: &Model) -> Option<String> {
    let lang = crate::state::view::lang(model.language());
    Some(report::render(lang, diagnosis(model)?))
}

/// What is saved.
pub fn bytes(model: &Model, what: Saving) -> Option<Vec<u8>> {
    let diagnosis = diagnosis(model)?;
    let lang = crate::state::view::lang(model.language());
    let text = match what {
        Saving::TicketText => report::render(lang, diagnosis),
        _ => return None,
    };
    Some(text.into_bytes())
}

/// The name that it is offered under.
pub fn file_name(model: &Model, what: Saving) -> String {
    let name = diagnosis(model).and_then(|it| it.request.names.first());
    let name = name.map_or_else(|| "diagnosis".to_owned(), ToString::to_string);
    let ending = match what {
        Saving::TicketHtml => "html",
        Saving::TicketJson => "json",
        _ => "txt",
    };
    format!("{}.{ending}", foreign::file_name(&format!("{name}.ticket")))
}

fn diagnosis(model: &Model) -> Option<&Diagnosis> {
    model.diagnose.last.as_deref()
}
