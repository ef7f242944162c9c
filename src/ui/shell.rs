//! The frame around every panel: status bar, navigation, panel, palette, dialogs, notices.

use egui::{CentralPanel, Frame, Ui};

use crate::state::view::{self, Views};
use crate::state::{Action, Model};

use super::desk::Desk;
use super::tokens::Tokens;
use super::widgets::focus;
use super::{keys, modals, nav, notices, palette, panels, status_bar};

/// Draws the whole window.
pub fn ui(ui: &mut Ui, model: &Model, views: &Views, desk: &mut Desk, outbox: &mut Vec<Action>) {
    let lang = view::lang(model.language());
    let ctx = ui.ctx().clone();
    focus::track(&ctx);
    keys::read(&ctx, model, lang, desk, outbox);
    desk.regions.clear();
    status_bar::ui(ui, model, views, lang);
    nav::ui(ui, model, views, lang, desk, outbox);
    let canvas = Frame::new().fill(Tokens::of(ui).canvas);
    let panel = CentralPanel::default().frame(canvas).show(ui, |ui| {
        panels::ui(ui, model, views, lang, desk, outbox);
    });
    panels::in_flight(ui, panel.response.rect, model, lang);
    notices::ui(&ctx, panel.response.rect, model, lang, outbox);
    modals::ui(&ctx, model, views, lang, desk, outbox);
    palette::ui(&ctx, model, views, lang, desk, outbox);
}
