//! The certificate that was chosen in the graph.

use egui::Ui;

use crate::state::Action;
use crate::state::chain::ChainAction;
use crate::state::view::chain::NodeView;
use crate::text::chain::panel as words;
use crate::text::{Lang, window};
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Type, space};
use crate::ui::tone::tone;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card;
use crate::ui::widgets::field_row::FieldRow;
use crate::ui::widgets::note_line::note_line;

use super::chain::push;

const LABEL: f32 = 128.0;

/// Draws the card.
pub fn ui(ui: &mut Ui, view: &NodeView, lang: Lang, desk: &mut Desk, outbox: &mut Vec<Action>) {
    let close = Button::quiet_muted(words::close_details(lang))
        .small()
        .icon(Icon::X);
    let (is_closed, _) = card::titled(ui, &view.title, Some(&close), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for note in &view.notes {
            note_line(ui, tone(note.tone), &note.message, "");
            ui.add_space(space::XS);
        }
        for (index, field) in view.fields.iter().enumerate() {
            let row = FieldRow::new(field.label, LABEL)
                .copy(&field.copy)
                .in_list(index == 0);
            let kind = if field.is_mono {
                Type::Mono
            } else {
                Type::Body
            };
            if row.text(ui, &field.value, kind) {
                outbox.push(Action::Copy(field.copied.clone()));
            }
        }
        if let Some(id) = view.certificate {
            ui.add_space(space::S);
            let details =
                Button::standard(window::certificate_details(lang)).icon(Icon::Certificate);
            let response = ui.add(details);
            desk.regions.push(response.id);
            if response.clicked() {
                outbox.push(Action::ShowCertificate(id));
            }
        }
    });
    if is_closed {
        push(outbox, ChainAction::Select(None));
    }
}
