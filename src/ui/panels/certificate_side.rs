//! Beside a certificate: what it may be used for, what it belongs to.

use egui::Ui;

use crate::state::Action;
use crate::state::view::certificate::CertificateView;
use crate::text::{Lang, window as words};
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tone::tone;
use crate::ui::widgets::card;
use crate::ui::widgets::list_row::ListRow;

/// Draws both cards.
pub fn ui(
    ui: &mut Ui,
    view: &CertificateView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    card::list(ui, words::fit_for(lang), None, |ui| {
        for fit in &view.fit_for {
            let row = ListRow::new(fit.label).trailing(fit.word).small();
            ui.add(if fit.is_allowed {
                row.icon(Icon::Check)
            } else {
                row.icon(Icon::MinusCircle).faint()
            });
        }
    });
    if view.belongs.is_empty() {
        return;
    }
    card::list(ui, words::belongs_to(lang), None, |ui| {
        for (index, file) in view.belongs.iter().enumerate() {
            let row = ListRow::new(&file.name)
                .icon(super::file_icon(file.kind))
                .small();
            let row = match file.certificate {
                Some(_) => row.leads_on(),
                None => row.tone(tone(file.tone)),
            };
            let response = ui.push_id(index, |ui| ui.add(row)).inner;
            if file.certificate.is_some() {
                desk.regions.push(response.id);
            }
            if response.clicked() {
                outbox.extend(file.certificate.map(Action::ShowCertificate));
            }
        }
    });
}
