//! The ticket: what is sent to whoever hosts the zone or the server.

use crate::core::diagnose::Diagnosis;
use crate::state::effect::Saving;
use crate::state::model::Model;
use crate::text::diagnose::ticket::{Form, render};
use crate::text::foreign;

/// The ticket as text; `None` until a run has ended.
pub fn ticket(model: &Model) -> Option<String> {
    of_form(model, Form::Text)
}

/// What is saved; `None` for anything but tickets.
pub fn bytes(model: &Model, what: Saving) -> Option<Vec<u8>> {
    of_form(model, form(what)?).map(String::into_bytes)
}

fn of_form(model: &Model, form: Form) -> Option<String> {
    let lang = crate::state::view::lang(model.language());
    Some(render(lang, diagnosis(model)?, form))
}

fn form(what: Saving) -> Option<Form> {
    Some(match what {
        Saving::TicketHtml => Form::Html,
        Saving::TicketJson => Form::Json,
        Saving::TicketText => Form::Text,
        _ => return None,
    })
}

/// The name that it is offered under.
pub fn file_name(model: &Model, what: Saving) -> String {
    let name = diagnosis(model).and_then(|it| it.request.names.first());
    let name = name.map_or_else(|| "diagnosis".to_owned(), ToString::to_string);
    let ending = form(what).unwrap_or(Form::Text).extension();
    format!("{}.{ending}", foreign::file_name(&format!("{name}.ticket")))
}

fn diagnosis(model: &Model) -> Option<&Diagnosis> {
    model.diagnose.last.as_deref()
}
