//! Dialogs that the window draws itself.

mod diagnose_contacts;
mod diagnose_expected;
mod diagnose_history;
mod diagnose_options;
mod diagnose_server;
mod fetch_issuers;
mod forget_entry;
mod iis_apply;
mod iis_edit;
mod iis_history;
mod judge_for;
mod keep_copy;
mod open_server;
mod password;
mod replace;
mod typed_path;

use egui::Context;

use crate::state::view::Views;
use crate::state::{Action, Dialog, Model};
use crate::text::Lang;

use super::desk::Desk;

/// Draws the dialog that is open.
pub fn ui(
    ctx: &Context,
    model: &Model,
    views: &Views,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    desk.is_dialog_new = model.dialog.is_some() && !desk.was_dialog_open;
    desk.was_dialog_open = model.dialog.is_some();
    match &model.dialog {
        None => {
            if !desk.secret.is_empty() {
                drop(desk.secret.take());
            }
        }
        Some(Dialog::DiagnoseContacts) => diagnose_contacts::ui(ctx, model, lang, desk, outbox),
        Some(Dialog::DiagnoseExpected) => diagnose_expected::ui(ctx, model, lang, desk, outbox),
        Some(Dialog::DiagnoseHistory) => diagnose_history::ui(ctx, model, lang, outbox),
        Some(Dialog::DiagnoseOptions) => diagnose_options::ui(ctx, model, lang, desk, outbox),
        Some(Dialog::FetchIssuers) => fetch_issuers::ui(ctx, model, lang, desk, outbox),
        Some(Dialog::ForgetEntry(entry)) => forget_entry::ui(ctx, model, lang, *entry, outbox),
        Some(Dialog::OpenServer) => open_server::ui(ctx, model, lang, desk, outbox),
        Some(Dialog::IisApply) => iis_apply::ui(ctx, model, views, lang, desk, outbox),
        Some(Dialog::IisEdit(at)) => iis_edit::ui(ctx, model, lang, *at, desk, outbox),
        Some(Dialog::IisHistory) => iis_history::ui(ctx, views, lang, outbox),
        Some(Dialog::JudgeFor) => judge_for::ui(ctx, model, lang, desk, outbox),
        Some(Dialog::KeepCopy { path }) => keep_copy::ui(ctx, model, lang, path, desk, outbox),
        Some(Dialog::Password { group, is_refused }) => {
            password::ui(ctx, model, lang, (*group, *is_refused), desk, outbox);
        }
        Some(Dialog::Replace { what, path }) => {
            replace::ui(ctx, lang, (*what, path), outbox);
        }
        Some(Dialog::TypedOpen { how }) => typed_path::open_ui(ctx, lang, *how, desk, outbox),
        Some(Dialog::TypedCsr { what }) => typed_path::csr_ui(ctx, lang, *what, desk, outbox),
        Some(Dialog::TypedScan) => typed_path::scan_ui(ctx, lang, desk, outbox),
        Some(Dialog::TypedSave { what }) => {
            typed_path::save_ui(ctx, model, lang, *what, desk, outbox);
        }
    }
}
