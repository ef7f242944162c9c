//! The panels. Each draws its view and pushes actions.

mod bundle;
mod bundle_answer;
mod bundle_empty;
mod bundle_findings;
mod bundle_identity;
mod bundle_side;
mod bundle_state;
mod bundle_table;
mod certificate;
mod certificate_details;
mod certificate_raw;
mod certificate_side;
mod chain;
mod chain_fetch;
mod chain_graph;
mod chain_node;
mod chain_repair;
mod chain_side;
mod convert;
mod convert_files;
pub mod convert_password;
mod convert_plan;
mod convert_result;
mod convert_snippets;
mod convert_source;
mod convert_target;
mod csr;
mod csr_check;
mod csr_key;
pub mod csr_ledger;
mod csr_names;
pub mod csr_protection;
mod csr_review;
mod csr_subject;
mod csr_tabs;
mod csr_twin;
mod diagnose;
mod diagnose_card;
pub mod diagnose_input;
mod diagnose_lanes;
mod diagnose_line;
mod diagnose_served;
mod guide;
mod guide_advice;
mod guide_answer;
mod guide_interview;
mod guide_list;
mod iis;
mod iis_details;
mod iis_empty;
mod iis_plan;
pub mod iis_table;
mod page;
mod settings;

use egui::{Rect, Sense, Ui, WidgetInfo, accesskit::Role};

use crate::state::view::{FileKind, Views};
use crate::state::{Action, Model, Panel};
use crate::text::iis::window as iis_words;
use crate::text::{Lang, window as words};

use super::desk::Desk;
use super::icons::Icon;
use super::tokens::{Tokens, Type, space};
use super::widgets::{drop_zone, text};

/// Draws the panel that is chosen.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    views: &Views,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    match model.panel {
        Panel::Bundle => bundle::ui(ui, model, views, lang, desk, outbox),
        Panel::Certificate => certificate::ui(ui, model, views, lang, desk, outbox),
        Panel::Chain => chain::ui(ui, model, views, lang, desk, outbox),
        Panel::Convert => convert::ui(ui, model, views, lang, desk, outbox),
        Panel::Csr => csr_tabs::ui(ui, model, views, lang, desk, outbox),
        Panel::Diagnose => diagnose::ui(ui, model, views, lang, desk, outbox),
        Panel::Guide => guide::ui(ui, model, views, lang, desk, outbox),
        Panel::Iis => iis::ui(ui, model, views, lang, desk, outbox),
        Panel::Settings => settings::ui(ui, model, lang, desk, outbox),
    }
}

/// Files hover over the window: the whole panel is the drop zone.
pub fn in_flight(ui: &Ui, panel: Rect, model: &Model, lang: Lang) {
    if ui.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let zone = panel.shrink(space::L);
    drop_zone::paint_frame(ui, zone, true);
    let label = if model.panel == Panel::Iis {
        iis_words::drop_in_flight(lang)
    } else if model.workspace.is_some() {
        words::drop_in_flight_add(lang)
    } else {
        words::drop_in_flight(lang)
    };
    let id = ui.scope_id().with("in flight");
    ui.interact(zone, id, Sense::hover())
        .widget_info(|| WidgetInfo::labeled(Role::Status, true, label));
    let galley = text::single(ui, label, Type::Title, Tokens::of(ui).accent);
    let at = zone.center() - galley.size() / 2.0;
    ui.painter().galley(at, galley, Tokens::of(ui).accent);
}

/// The icon of a class of files.
pub const fn file_icon(kind: FileKind) -> Icon {
    match kind {
        FileKind::Archive => Icon::FileZip,
        FileKind::Certificate => Icon::Certificate,
        FileKind::Csr => Icon::Signature,
        FileKind::Folder => Icon::FolderOpen,
        FileKind::Key => Icon::Key,
        FileKind::Keystore => Icon::Package,
        FileKind::Other => Icon::File,
        FileKind::PasswordFile => Icon::Password,
    }
}
