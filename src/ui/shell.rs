//! The frame around every panel: navigation, panel, status bar, dialogs.

use egui::Ui;

use crate::state::view::Views;
use crate::state::{Action, Drafts, Model};

/// Draws the whole window.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    views: &Views,
    _drafts: &mut Drafts,
    outbox: &mut Vec<Action>,
) {
    egui::CentralPanel::default().show(ui, |ui| {
        if ui.button("Open files…").clicked() {
            outbox.push(Action::AskOpenFiles);
        }
        if ui.button("Try the sample bundle").clicked() {
            outbox.push(Action::OpenSample);
        }
        if model.opening().is_some() {
            ui.label("opening");
        }
        if let Some(bundle) = &views.bundle {
            ui.heading(&bundle.title);
            ui.label(&bundle.verdict.sentence);
            for finding in &bundle.findings {
                ui.label(finding);
            }
        }
        for notice in &model.notices {
            ui.label(format!("{:?}", notice.kind));
        }
    });
}
