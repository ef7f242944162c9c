//! The interview: one question a row, its options beside it.

use egui::Ui;

use crate::core::guide::interview::{Question, Reply};
use crate::state::guide::GuideAction;
use crate::state::{Action, Model};
use crate::text::{Lang, guide as words};
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::segmented::{segmented, width};
use crate::ui::widgets::{card, text};

use super::guide::push;

/// Room for the words of a question.
const WORDS: f32 = 216.0;

/// Draws the card.
pub fn ui(ui: &mut Ui, model: &Model, lang: Lang, outbox: &mut Vec<Action>) {
    let again = Button::quiet(words::start_again(lang)).icon(Icon::ArrowCounterClockwise);
    let (is_again, ()) = card::titled(ui, words::find(lang), Some(&again), |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        for question in Question::ALL {
            let pressed = ui.push_id(question, |ui| row(ui, model, question, lang));
            if let Some(reply) = pressed.inner {
                push(outbox, GuideAction::Reply(reply));
            }
        }
    });
    if is_again {
        push(outbox, GuideAction::StartAgain);
    }
}

/// One question. Returns the option that was pressed.
fn row(ui: &mut Ui, model: &Model, question: Question, lang: Lang) -> Option<Reply> {
    let replies = question.replies();
    let labels: Vec<&str> = replies
        .iter()
        .map(|reply| words::option(lang, *reply))
        .collect();
    let stands = model.guide.asked.reply(question);
    let chosen = replies.iter().position(|reply| *reply == stands);
    let name = words::question(lang, question);
    let options = |ui: &mut Ui| segmented(ui, name, &labels, chosen.unwrap_or(usize::MAX));
    let is_beside = ui.available_width() >= WORDS + space::L + width(ui, &labels);
    let pressed = if is_beside {
        let row = ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::L;
            said(ui, question, lang);
            options(ui)
        });
        row.inner
    } else {
        said(ui, question, lang);
        options(ui)
    };
    pressed.and_then(|index| replies.get(index).copied())
}

fn said(ui: &mut Ui, question: Question, lang: Lang) {
    let tokens = Tokens::of(ui);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.set_width(WORDS.min(ui.available_width()));
        text::paragraph(ui, words::question(lang, question), Type::Body, tokens.text);
        text::paragraph(ui, words::hint(lang, question), Type::Caption, tokens.muted);
    });
}
