//! The answers that fit the search, in short.

use egui::Ui;

use crate::state::Action;
use crate::state::guide::GuideAction;
use crate::text::{Lang, guide as words};
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::widgets::answer_row::AnswerRow;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card;
use crate::ui::widgets::state_card::StateCard;

use super::guide::push;

/// Draws the list. `is_entered`: Enter was pressed in the search, which opens the chosen answer.
pub fn ui(ui: &mut Ui, lang: Lang, is_entered: bool, desk: &mut Desk, outbox: &mut Vec<Action>) {
    let draft = &mut desk.drafts.guide;
    let found = draft.found();
    if found.is_empty() {
        nothing(ui, lang, desk);
        return;
    }
    draft.chosen = draft.chosen.min(found.len().saturating_sub(1));
    let is_searching = !draft.query.trim().is_empty();
    let title = match is_searching {
        true => words::answers(lang, found.len()),
        false => words::all_questions(lang).to_owned(),
    };
    card::list(ui, &title, None, |ui| {
        for (index, entry) in found.iter().enumerate() {
            let said = words::words(lang, entry);
            let is_chosen = index == draft.chosen && (is_searching || draft.is_moved_to);
            let row = AnswerRow {
                question: said.question,
                answer: said.answer,
                chip: words::scope(lang, entry.scope),
                date: entry.date,
                chosen: is_chosen,
            };
            let response = ui.push_id(entry.id, |ui| ui.add(row)).inner;
            if is_chosen && draft.is_moved {
                response.scroll_to_me(None);
            }
            if response.clicked() || is_entered && is_chosen {
                push(outbox, GuideAction::Open(entry));
            }
        }
    });
    draft.is_moved = false;
}

fn nothing(ui: &mut Ui, lang: Lang, desk: &mut Desk) {
    let clear = [Button::standard(words::clear_search(lang)).icon(Icon::X)];
    let (title, hint) = (words::nothing(lang), words::nothing_hint(lang));
    let card = StateCard::empty(Icon::MagnifyingGlass, title, hint).actions(&clear);
    if card.show(ui).is_some() {
        desk.drafts.guide.query.clear();
        desk.drafts.guide.was_shown = false;
    }
}
