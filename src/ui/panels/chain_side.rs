//! Beside the findings: who trusts it, and what a second verifier says.

use egui::Ui;

use crate::state::view::chain::ChainView;
use crate::state::view::chain::TrustView;
use crate::state::{Action, Model};
use crate::text::Lang;
use crate::text::chain::panel as words;
use crate::ui::icons::Icon;
use crate::ui::tokens::space;
use crate::ui::tone::tone;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card;
use crate::ui::widgets::client_row::client_row;
use crate::ui::widgets::note_line::note_line;

/// Draws the cards.
pub fn ui(ui: &mut Ui, _model: &Model, view: &ChainView, lang: Lang, outbox: &mut Vec<Action>) {
    if let Some(trust) = &view.trust {
        clients(ui, trust);
    }
    if !view.opinions.is_empty() {
        card::titled(ui, words::second_opinion(lang), None, |ui| {
            for opinion in &view.opinions {
                note_line(ui, tone(opinion.tone), &opinion.sentence, &opinion.why);
            }
        });
    }
    if let Some(line) = &view.command_line {
        let button = Button::quiet(words::command_line(lang)).icon(Icon::TerminalWindow);
        if ui.add(button).on_hover_text(line).clicked() {
            outbox.push(Action::Copy(line.clone()));
        }
    }
    ui.add_space(space::S);
}

fn clients(ui: &mut Ui, trust: &TrustView) {
    card::titled(ui, trust.title, None, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let color = crate::ui::tokens::Tokens::of(ui).muted;
        crate::ui::widgets::text::paragraph(ui, &trust.line, crate::ui::tokens::Type::Small, color);
        if !trust.clients.is_empty() {
            ui.add_space(space::S);
        }
        for client in &trust.clients {
            client_row(
                ui,
                tone(client.tone),
                client.name,
                &client.word,
                &client.note,
            );
        }
    });
}
