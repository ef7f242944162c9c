//! Beside the story: what to do next, what lies in the bundle.

use egui::Ui;

use crate::state::view::Tone;
use crate::state::view::bundle::BundleView;
use crate::state::{Action, Model};
use crate::text::{Lang, window as words};
use crate::ui::desk::Desk;
use crate::ui::tokens::space;
use crate::ui::tone::tone;
use crate::ui::widgets::card;
use crate::ui::widgets::list_row::ListRow;

use super::bundle_findings::icon;

/// Draws both cards.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    view: &BundleView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    card::list(ui, words::next_steps(lang), None, |ui| {
        for step in &view.steps {
            let mut row = ListRow::new(&step.title)
                .second(&step.second)
                .icon(icon(step.doing))
                .leads_on();
            if step.is_first {
                row = row.accent();
            }
            let response = ui.add(row);
            if step.is_first {
                desk.regions.push(response.id);
            }
            if response.clicked() {
                outbox.extend(step.doing.action(model));
            }
        }
    });
    if view.contents.is_empty() {
        return;
    }
    card::list(ui, words::in_this_bundle(lang), None, |ui| {
        for (index, content) in view.contents.iter().enumerate() {
            let mut row = ListRow::new(&content.name)
                .icon(super::file_icon(content.kind))
                .trailing(&content.trailing)
                .small();
            if content.tone != Tone::Neutral {
                row = row.tone(tone(content.tone));
            }
            if content.certificate.is_some() {
                row = row.clickable();
            }
            let response = ui.push_id(index, |ui| ui.add(row)).inner;
            if response.clicked() {
                outbox.extend(content.certificate.map(Action::ShowCertificate));
            }
        }
    });
    ui.add_space(space::S);
}
