//! What fits, beside the interview: level, names, key, proof, time; what does not go together; why.

use egui::Ui;

use crate::core::guide::Step;
use crate::state::Action;
use crate::state::guide::GuideAction;
use crate::state::view::guide::GuideView;
use crate::text::chain::panel::command_line;
use crate::text::{Lang, guide as words};
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Tone, Type, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::note_line::note_line;
use crate::ui::widgets::{card, prose, text};

use super::guide::{icon, push};

/// Draws the cards.
pub fn ui(ui: &mut Ui, view: &GuideView, lang: Lang, outbox: &mut Vec<Action>) {
    card::titled(ui, words::advice(lang), None, |ui| {
        facts(ui, view, lang);
        ui.add_space(space::M);
        let label = words::step(lang, Step::MakeRequest);
        let make = Button::primary(label).icon(icon(Step::MakeRequest));
        if ui.add(make).clicked() {
            push(outbox, GuideAction::Take(Step::MakeRequest));
        }
    });
    if !view.conflicts.is_empty() {
        card::titled(ui, words::conflicts(lang), None, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            for conflict in &view.conflicts {
                note_line(ui, Tone::Warn, conflict, "");
            }
        });
    }
    card::titled(ui, words::why(lang), None, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        let color = Tokens::of(ui).secondary;
        for reason in &view.reasons {
            prose::item(ui, reason, Type::Small, color);
        }
    });
    let copy = Button::quiet(command_line(lang)).icon(Icon::TerminalWindow);
    if ui.add(copy).on_hover_text(&view.command_line).clicked() {
        outbox.push(Action::Copy(view.command_line.clone()));
    }
}

fn facts(ui: &mut Ui, view: &GuideView, lang: Lang) {
    let tokens = Tokens::of(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    for (label, value) in &view.facts {
        ui.add_space(space::S);
        text::paragraph(ui, label, Type::Caption, tokens.muted);
        text::paragraph(ui, value, Type::Strong, tokens.text);
    }
    text::paragraph(ui, words::time_note(lang), Type::Caption, tokens.muted);
}
