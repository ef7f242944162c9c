//! The guide: a search over the answers, the interview with its advice, and the answer that is open.

use egui::{Key, Modifiers, Ui};

use crate::core::guide::Step;
use crate::state::guide::GuideAction;
use crate::state::view::Views;
use crate::state::{Action, Model};
use crate::text::{Lang, guide as words};
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text_input::{Name, TextInput};

use super::{guide_advice, guide_answer, guide_interview, guide_list, page};

/// Width of the search.
const SEARCH: f32 = 420.0;

/// Draws the panel.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    views: &Views,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    if let Some(entry) = model.guide.open {
        desk.drafts.guide.was_shown = false;
        // Another answer begins at its top.
        page::scrolled(ui, entry.id, |ui| {
            guide_answer::ui(ui, model, entry, lang, desk, outbox);
        });
        return;
    }
    page::scrolled(ui, "guide", |ui| {
        page::header(ui, desk, words::guide(lang), words::guide_sub(lang), &[]);
        ui.set_max_width(size::CONTENT.min(ui.available_width()));
        let is_entered = search(ui, lang, desk);
        ui.add_space(page::gap(ui));
        if desk.drafts.guide.query.trim().is_empty()
            && let Some(view) = &views.guide
        {
            page::columns(
                ui,
                outbox,
                |ui, outbox| guide_interview::ui(ui, model, lang, outbox),
                |ui, outbox| guide_advice::ui(ui, view, lang, outbox),
            );
            ui.add_space(page::gap(ui));
        }
        guide_list::ui(ui, lang, is_entered, desk, outbox);
    });
}

/// Adds a step of the guide to what has happened.
pub fn push(outbox: &mut Vec<Action>, action: GuideAction) {
    outbox.push(Action::Guide(action));
}

/// The icon of a step's button.
pub const fn icon(step: Step) -> Icon {
    match step {
        Step::Certificate => Icon::Certificate,
        Step::Chain => Icon::TreeStructure,
        Step::Convert => Icon::Swap,
        Step::Copy(_) => Icon::Copy,
        Step::Diagnose => Icon::Pulse,
        Step::FindCertificate => Icon::Compass,
        Step::Iis => Icon::HardDrives,
        Step::MakeRequest => Icon::Signature,
        Step::Open => Icon::Files,
    }
}

/// The search field, its arrows and its way to empty it. True when Enter was pressed in it.
fn search(ui: &mut Ui, lang: Lang, desk: &mut Desk) -> bool {
    let draft = &mut desk.drafts.guide;
    ui.horizontal(|ui| {
        let width = SEARCH.min(ui.available_width());
        let name = Name::Spoken(words::search(lang));
        let response = TextInput::new("guide search", &mut draft.query, name)
            .hint(words::search_hint(lang))
            .width(width)
            .show(ui);
        if !std::mem::replace(&mut draft.was_shown, true) {
            response.request_focus();
        }
        desk.regions.push(response.id);
        if response.has_focus() {
            move_choice(ui, draft);
        }
        if !draft.query.is_empty() {
            ui.add_space(space::S);
            let clear = Button::quiet(words::clear_search(lang)).icon(Icon::X);
            if ui.add(clear).clicked() {
                draft.query.clear();
                response.request_focus();
            }
        }
        response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
    })
    .inner
}

/// The arrows choose among the answers while the search has the focus.
fn move_choice(ui: &Ui, draft: &mut crate::state::drafts::guide::GuideDraft) {
    let (down, up) = ui.input_mut(|input| {
        let mut count = |key| input.count_and_consume_key(Modifiers::NONE, key);
        (count(Key::ArrowDown), count(Key::ArrowUp))
    });
    if down + up == 0 {
        return;
    }
    // The first step down from the search leads to the first answer.
    let is_first = draft.query.trim().is_empty() && !draft.is_moved_to;
    draft.chosen = (draft.chosen + down).saturating_sub(up + usize::from(is_first));
    draft.is_moved = true;
    draft.is_moved_to = true;
}
