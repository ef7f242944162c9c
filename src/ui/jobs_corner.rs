//! What is running, at the bottom of the navigation: stage, bar, a way to stop it.

use egui::Ui;

use crate::state::{Action, Model};
use crate::text::{Lang, progress, window as words};

use super::icons::Icon;
use super::tokens::{Tokens, Type};
use super::widgets::progress_card::progress_bar;
use super::widgets::{icon_button, text};

/// A job is shown once it has run this long.
pub const SHOWN_AFTER_SECS: f64 = 0.15;

/// Draws the corner, when anything runs long enough. The layout is bottom up.
pub fn ui(ui: &mut Ui, model: &Model, lang: Lang, is_rail: bool, outbox: &mut Vec<Action>) {
    let now = ui.input(|input| input.time);
    for job in &model.jobs {
        if now - job.started_secs < SHOWN_AFTER_SECS {
            ui.ctx()
                .request_repaint_after(std::time::Duration::from_millis(160));
            continue;
        }
        let stage = job.stage.map_or("", |stage| progress::stage(lang, stage));
        let fraction = (job.total > 0).then(|| job.done as f32 / job.total as f32);
        progress_bar(ui, stage, fraction);
        ui.horizontal(|ui| {
            if !is_rail {
                let color = Tokens::of(ui).muted;
                let width = ui.available_width() - 36.0;
                text::name(ui, stage, Type::Caption, color, width);
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if icon_button::icon_button(ui, Icon::X, words::cancel(lang)).clicked() {
                    outbox.push(Action::Cancel(job.number));
                }
            });
        });
    }
}
